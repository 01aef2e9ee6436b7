package graph

import "slices"

// What contradicts itself between two nodes, which neither of them can see
// alone. All errors are BAD_INPUT; their path names the field of the first.

// CheckResponse refuses a response that cannot answer what it answers: one
// about something else, a confirmation of what is not asserted (rule 9), one
// concerning actors of whom nothing is said (rule 15), a denial by the own
// asserter (rule 16). Both are as Normal leaves them.
func CheckResponse(r Response, answered Assertion) error {
	reply, said := r.Replied(), answered.Spoken()
	for i, id := range reply.About {
		if !slices.Contains(said.About, id) {
			return Under(BadInput("%s is not about %s", said.ID, id), "about", index(i))
		}
	}
	if claim, ok := answered.(*Claim); ok {
		if err := checkScope(r, claim); err != nil {
			return err
		}
	}
	return checkSpeaker(r, answered)
}

func checkScope(r Response, c *Claim) error {
	reply, own := r.Replied(), c.OwnAspects()
	_, confirms := r.(*Confirmation)
	for i, a := range reply.Aspects {
		if confirms && a != AspectUnspecified && !slices.Contains(own, a) {
			return Under(BadInput("confirms %s, which %s does not assert; it asserts %v", a, c.ID, own), "aspects", index(i))
		}
	}
	for i, id := range reply.Concerning {
		if len(c.AttributedTo) > 0 && !slices.Contains(c.AttributedTo, id) {
			return Under(BadInput("%s does not name %s; it names %v", c.ID, id, c.AttributedTo), "concerning", index(i))
		}
	}
	return nil
}

// checkSpeaker refuses a denial of what one asserted oneself: that is a
// retraction. Whoever denies having said it (AUTHENTICITY) is heard, and where
// it is contested who spoke, nobody is sure to be an asserter.
func checkSpeaker(r Response, answered Assertion) error {
	reply, said := r.Replied(), answered.Spoken()
	_, denies := r.(*Denial)
	if !denies || slices.Contains(reply.Aspects, AspectAuthenticity) || said.Alternative() || reply.Alternative() {
		return nil
	}
	for i, id := range reply.Asserters {
		if slices.Contains(said.Asserters, id) {
			return Under(BadInput("%s asserted %s itself; write a retraction there, or deny AUTHENTICITY where it denies having said so", id, said.ID), "asserters", index(i))
		}
	}
	return nil
}

// CheckSupersedes refuses an assertion that supersedes somebody else's, or one
// about anything that it is not about itself: what it replaces, it replaces
// whole (rule 27). Where neither names its speakers, the source's word is taken.
func CheckSupersedes(later, earlier Assertion) error {
	said, before := later.Spoken(), earlier.Spoken()
	unnamed := len(said.Asserters) == 0 && len(before.Asserters) == 0
	if !unnamed && !intersect(said.Asserters, before.Asserters) {
		return Under(BadInput("%s is an assertion of others; only who spoke can replace what he said", before.ID), "supersedes")
	}
	for _, id := range before.About {
		if !slices.Contains(said.About, id) {
			return Under(BadInput("%s is about %s, and this is not", before.ID, id), "supersedes")
		}
	}
	return nil
}

// CheckCircle refuses a node that leads back to itself by way of one of its
// fields: a place in its own line of parents, an assertion that in the end
// supersedes or answers itself. Next gives where the field of a node leads, ""
// where it ends.
func CheckCircle(field string, from ID, next func(ID) ID) error {
	way := []ID{from}
	for at := next(from); at != ""; at = next(at) {
		if at == from {
			return Under(BadInput("leads back to itself, by way of %v", append(way, from)), field)
		}
		if slices.Contains(way, at) {
			return nil // a circle further on; it is found at those in it
		}
		way = append(way, at)
	}
	return nil
}
