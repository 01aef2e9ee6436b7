package graph

import "time"

// Node is anything that has an id: the thirteen kinds of kinds.go.
type Node interface {
	IsNode()
	// Head is the node's id and its record keeping.
	Head() *Header
	// Normal fills in what the rules say follows from what was written, so that
	// equal contents are equal values.
	Normal()
	// Validate finds what is missing or contradicts itself within the node.
	Validate() error
}

// Header is what every node has.
type Header struct {
	ID         ID        `json:"id"`
	RecordedAt time.Time `json:"-"` // when this content was written to the store
	RecordedBy string    `json:"-"` // who wrote it
}

// IsNode marks the interface of the API.
func (*Header) IsNode() {}

// Head gives the header itself.
func (h *Header) Head() *Header { return h }

// Sourced is a node that must cite at least one source.
type Sourced interface {
	Node
	IsSourced()
	Cites() []Citation
}

// Cited is where a node stands written; nothing is stored unsourced.
type Cited struct {
	Citations []Citation `json:"citations,omitempty"`
}

// IsSourced marks the interface of the API.
func (*Cited) IsSourced() {}

// Cites gives the citations.
func (c *Cited) Cites() []Citation { return c.Citations }

func (c *Cited) validate() error {
	if len(c.Citations) == 0 {
		return Under(BadInput("cites no source; nothing is stored unsourced"), "citations")
	}
	for i := range c.Citations {
		if err := c.Citations[i].Validate(); err != nil {
			return Under(err, "citations", index(i))
		}
	}
	return nil
}

// Citation is one place in one source where something stands written.
type Citation struct {
	Source  ID            `json:"source"`
	Locator Text          `json:"locator,omitempty"` // paragraph, page, row, as text
	Quote   Text          `json:"quote,omitempty"`   // a few words
	Role    CitationRole  `json:"role"`
	Basis   CitationBasis `json:"basis"`
	Note    Text          `json:"note,omitempty"` // why it is read so
}

// Validate finds what is missing in a citation.
func (c *Citation) Validate() error {
	if err := wantID("source", c.Source, true, KindSource); err != nil {
		return err
	}
	if err := oneOf("role", c.Role, CitationRoles); err != nil {
		return err
	}
	return oneOf("basis", c.Basis, CitationBases)
}

// Retraction takes an assertion or a source back. Nothing is deleted.
type Retraction struct {
	On     DateRange `json:"on"`
	Source ID        `json:"source"`
	Reason Text      `json:"reason,omitempty"`
}

// Validate finds what is missing in a retraction.
func (r *Retraction) Validate() error {
	if r == nil {
		return nil
	}
	if err := wantID("source", r.Source, true, KindSource); err != nil {
		return err
	}
	return Under(r.On.Validate(), "on")
}

func (r *Retraction) normal() {
	if r != nil {
		r.On = r.On.Normal()
	}
}
