package graph

import (
	"encoding/json"
	"fmt"
	"slices"
)

// What filters, orders, records and tolls over lists look up of an assertion or
// an attack; derived with it, never shown.

// ClaimIndex is what is looked up of a claim.
type ClaimIndex struct {
	Since  Date            `json:"since,omitzero"`   // public since then; 0: no day is known
	Gone   bool            `json:"gone,omitzero"`    // it counts no more (rule 1)
	Spans  []StandingSpan  `json:"spans,omitempty"`  // where it stood when; nil: nothing ever changed since
	Record json.RawMessage `json:"record,omitempty"` // what its asserters' records are drawn from
}

// ReplyIndex is what is looked up of a response.
type ReplyIndex struct {
	Since  Date            `json:"since,omitzero"`
	Gone   bool            `json:"gone,omitzero"`
	Record json.RawMessage `json:"record,omitempty"` // of a denial: when it counts
}

// stood are the spans as links from a claim to itself: token, sure, from, to.
func (x ClaimIndex) stood(id ID) []Arc {
	out := make([]Arc, len(x.Spans))
	for i, s := range x.Spans {
		out[i] = Arc{id, []any{standingToken(s.Aspect, s.Standing), flag(s.Certain), int64(s.From), int64(s.To)}}
	}
	return out
}

// LedgerNote is the column in which an attack tells what tolls look at.
var LedgerNote = note("ledger", func(n *Attack) string { return string(n.Index.Ledger) })

var claimNote = note("record", func(n *Claim) string { return string(n.Index.Record) })

var denialNote = note("record", func(n Response) string { return string(n.Replied().Index.Record) })

// eventful tells whether anything ever bore on where a claim stands.
func (c *Case) eventful(claim *Claim) bool {
	return claim.Retraction != nil ||
		slices.ContainsFunc(claim.Citations, func(at Citation) bool { s := c.Sources[at.Source]; return s != nil && s.Retraction != nil }) ||
		slices.ContainsFunc(c.Responses, func(r Response) bool { return r.Replied().RespondsTo == claim.ID })
}

// RecordNotes ask an actor's claims and denials for what its record is drawn
// from (rule 36). An alternative asserter is no certain one (rule 3).
func RecordNotes() []*Branch {
	ask := func(kind NodeKind, column *Column) *Branch {
		tell := Tell{Count{Relation: AssertedBy, In: true, Edge: is(AssertedBy, "firm", 1)}, column}
		kinds := []NodeKind{kind}
		return &Branch{Relation: AssertedBy, In: true, Kinds: kinds, Query: &Query{Kinds: kinds, Tells: []Tell{tell}}}
	}
	return []*Branch{ask(KindClaim, claimNote), ask(KindDenial, denialNote)}
}

// RecordOf is an actor's record, from what its claims and denials told.
func RecordOf(claims, denials []Told, on AsOf) (*ActorRecord, error) {
	made, err := read[ClaimRecord](claims)
	if err != nil {
		return nil, err
	}
	issued, err := read[DenialRecord](denials)
	if err != nil {
		return nil, err
	}
	record := Record(made, issued, on)
	return &record, nil
}

// read reads what nodes told of themselves.
func read[T any](told []Told) ([]T, error) {
	out := make([]T, len(told))
	for i, t := range told {
		if err := json.Unmarshal([]byte(t.Value), &out[i]); err != nil {
			return nil, fmt.Errorf("read what %s told: %w", t.ID, err)
		}
	}
	return out, nil
}

// noted is a note as it is kept.
func noted(v any) json.RawMessage {
	out, err := json.Marshal(v)
	if err != nil { // only plain structs come here
		panic(err)
	}
	return out
}

// index fills in what is looked up of an attack beside what it is said to be.
func (v *View) index(a *Attack) {
	x := &a.Index
	x.Attributions = v.attributions(a.Occurred)
	x.Conflicts = v.InConflict()
	x.Claimants = v.claimants(a.ID)
	a.Contending = keys(v.rivalled())
	ledger := v.Ledger()
	x.Ledger, x.Joint = Text(ledger.Text()), ledger.joint()
	for _, row := range ledger.TollRows() {
		if row.Stated {
			x.Tolls = append(x.Tolls, Arc{a.ID, row.values()})
		}
	}
	a.Killed = nil
	if t := ledger.Toll(OutcomeKilled, nil, nil, Now); t.Stated {
		a.Killed = &Toll{Outcome: t.Outcome, Stated: true, Min: t.Min, Max: t.Max, Approximate: t.Approximate}
	}
}

// Where attacks without a number stand in an order: last, whichever way it runs.
const (
	lastUp   = "~"
	lastDown = ""
)

// sortKey sorts by the lowest number, then by the highest, an open one after all.
func (t *Toll) sortKey(unstated string) string {
	if t == nil {
		return unstated
	}
	low, high := int64(0), MaxToll
	if t.Min != nil {
		low = int64(*t.Min)
	}
	if t.Max != nil {
		high = int64(*t.Max)
	}
	return fmt.Sprintf("%010d %010d", low, high)
}
