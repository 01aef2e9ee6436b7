package graph

import "slices"

// Response is an answer to an assertion, or to an attack or affiliation
// directly: a Confirmation, a Denial or a Doubt.
type Response interface {
	Assertion
	IsResponse()
	Replied() *Reply
}

// Reply is what all responses have. About is never empty: an answer to an
// assertion is about what that is about, or a part of it.
type Reply struct {
	Said
	RespondsTo ID     `json:"respondsTo,omitempty"` // "": answers its subjects directly
	Degree     Degree `json:"degree"`
	JudgedBy   ID     `json:"judgedBy,omitempty"` // who reads it as an answer, if not the speaker
	Concerning []ID   `json:"concerning,omitempty"`

	Independent bool       `json:"-"` // derived, rule 5
	Index       ReplyIndex `json:"-"` // what filters and records look up; derived
}

// IsResponse marks the interface of the API.
func (*Reply) IsResponse() {}

// Replied gives what all responses have.
func (r *Reply) Replied() *Reply { return r }

// Normal fills in what follows. A scope nobody gave is UNSPECIFIED.
func (r *Reply) Normal() {
	r.Said.Normal()
	if r.Degree == "" {
		r.Degree = DegreeUnspecified
	}
	if len(r.Aspects) == 0 {
		r.Aspects = []Aspect{AspectUnspecified}
	}
	if allOf("aspects", r.Aspects, Aspects) != nil {
		return // what is no aspect stays to be found
	}
	set := map[Aspect]bool{}
	for _, a := range r.Aspects {
		set[a] = true
	}
	r.Aspects = sorted(set, Aspects)
}

func (r *Reply) validateReply() error {
	if err := r.validateSaid(); err != nil {
		return err
	}
	if err := wantID("respondsTo", r.RespondsTo, false, assertionKinds...); err != nil {
		return err
	}
	if r.RespondsTo == r.ID && r.ID != "" {
		return Under(BadInput("answers itself"), "respondsTo")
	}
	if err := oneOf("degree", r.Degree, Degrees); err != nil {
		return err
	}
	if len(r.Aspects) > 1 && slices.Contains(r.Aspects, AspectUnspecified) {
		return Under(BadInput("UNSPECIFIED stands alone: the scope is given or it is not"), "aspects")
	}
	if err := wantID("judgedBy", r.JudgedBy, false, actorKinds...); err != nil {
		return err
	}
	return wantIDs("concerning", r.Concerning, actorKinds...)
}
