package graph

import "slices"

// AsOf is the day at whose end things are looked at.
type AsOf Date

// Now is AsOf after every day: as things stand, the undated among them.
const Now AsOf = 0

// knows tells whether something of that day was known by then. What has no day
// is known now and on no day before (rule 2).
func (on AsOf) knows(day Date) bool { return on == Now || day != 0 && day <= Date(on) }

// PublicSince is the day since which an assertion is public, 0 where none is
// known (rule 2): the latest bound of when it was made, else of when its
// earliest source was published; where somebody else judged it a response, not
// before that judgement was published.
func PublicSince(a Assertion, sources map[ID]*Source) Date { return published(a, sources).Latest }

// published is the date by whose latest bound an assertion is public.
func published(a Assertion, sources map[ID]*Source) DateRange {
	said := a.Spoken()
	cited := firstPublished(said.Citations, sources)
	r, answers := a.(Response)
	judged := answers && judgedByOthers(r.Replied())
	switch {
	case said.Made.Latest == 0 || judged && cited.Latest > said.Made.Latest:
		return cited
	case judged && cited.Latest == 0:
		return DateRange{}
	}
	return said.Made
}

// judgedByOthers tells whether somebody else than the speaker says that it is a
// response. Of alternative asserters nobody is sure to be the speaker (rule 3).
func judgedByOthers(r *Reply) bool {
	return r.JudgedBy != "" && (r.Alternative() || !slices.Contains(r.Asserters, r.JudgedBy))
}

// firstPublished is when the earliest source was published, by its latest
// bound; without bounds where none has one.
func firstPublished(citations []Citation, sources map[ID]*Source) DateRange {
	var first DateRange
	for _, c := range citations {
		if s := sources[c.Source]; s != nil && s.Published.Latest != 0 && (first.Latest == 0 || s.Published.Latest < first.Latest) {
			first = s.Published
		}
	}
	return first
}

// Public tells whether an assertion was public by then.
func Public(a Assertion, sources map[ID]*Source, on AsOf) bool {
	return on.knows(PublicSince(a, sources))
}

// Counted tells whether an assertion counts (rule 1): it is public, not
// retracted, and some source that carried it by then still stands.
func Counted(a Assertion, sources map[ID]*Source, on AsOf) bool {
	said := a.Spoken()
	return Public(a, sources, on) && !Withdrawn(said.Retraction, sources, on) && !unsourced(said.Citations, sources, on)
}

// Withdrawn tells whether a retraction had acted by then: from its own date on,
// else from its source's publication on. One without any date acts on every
// day, so that no answer rests on what may have been taken back.
func Withdrawn(r *Retraction, sources map[ID]*Source, on AsOf) bool {
	if r == nil {
		return false
	}
	since := withdrawn(r, sources).Latest
	return since == 0 || on.knows(since)
}

// withdrawn is the date by whose latest bound a retraction acts.
func withdrawn(r *Retraction, sources map[ID]*Source) DateRange {
	if s := sources[r.Source]; r.On.Latest == 0 && s != nil {
		return s.Published
	}
	return r.On
}

// unsourced tells whether every source public by then was retracted. Whatever
// was retracted by then had been public; where no source was public yet (words
// heard before they were printed), none can have been retracted.
func unsourced(citations []Citation, sources map[ID]*Source, on AsOf) bool {
	retracted := false
	for _, c := range citations {
		s := sources[c.Source]
		switch {
		case s == nil:
			return false
		case Withdrawn(s.Retraction, sources, on):
			retracted = true
		case on.knows(s.Published.Latest):
			return false
		}
	}
	return retracted
}
