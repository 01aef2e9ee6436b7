package graph

// Case is all that bears on one subject, an attack or an affiliation: what the
// rules look at. It is loaded as it stands now; asOf narrows it.
type Case struct {
	Subject   Subject
	Claims    []*Claim         // about the subject, in their default order
	Responses []Response       // about the subject, or to one of its claims; in their default order
	Answered  map[ID]Assertion // what the responses answer, where it is not among the claims
	Sources   map[ID]*Source   // all that any of these cites
	Actors    map[ID]Actor     // all who speak or are spoken of, with what they lie under
	Places    map[ID]*Location // all that are named, with their ancestors

	Statements map[ID]*Statement // that carry any of these; for the timeline alone

	ordered bool // the responses are known to stand in their default order
}
