package naive

import (
	"cmp"
	"slices"

	"claimgraph/graph"
)

// Step is one change in where a claim stands (rule 33).
type Step struct {
	On       graph.Date
	Aspect   graph.Aspect // "": overall
	From, To graph.Standing
	Because  graph.ID
}

// StandingHistory are the steps by which a claim came to stand where it does,
// one assertion after the other; two on one day in id order (rule 33).
func StandingHistory(w World, claim graph.ID) []Step {
	c := w.At(claim).(*graph.Claim)
	answers := w.answers(claim)
	slices.SortFunc(answers, func(a, b graph.Response) int { return cmp.Compare(a.Head().ID, b.Head().ID) })
	var steps []Step
	was := graph.ClaimStanding{Overall: graph.Unanswered}
	heard := map[graph.ID]bool{}
	for _, day := range TurningDays(w) {
		now := graph.AsOf(day)
		turn := func(because graph.ID) {
			var counting []graph.Response
			for _, r := range answers {
				if heard[r.Head().ID] && !answersItself(w, r) && Public(w, c, now) {
					counting = append(counting, r)
				}
			}
			is := w.standsWith(c, counting, Public(w, c, now) && Retracted(w, c.Retraction, now))
			for _, aspect := range graph.Aspects {
				if was.Of(aspect) != is.Of(aspect) {
					steps = append(steps, Step{day, aspect, was.Of(aspect), is.Of(aspect), because})
				}
			}
			if was.Overall != is.Overall {
				steps = append(steps, Step{day, "", was.Overall, is.Overall, because})
			}
			was = is
		}
		turn(claim)
		for _, r := range answers {
			if id := r.Head().ID; heard[id] != Counted(w, r, now) {
				heard[id] = !heard[id]
				turn(id)
			}
		}
	}
	return steps
}

// Record is what an actor has claimed and denied, and how that stood (rule 36).
// An alternative asserter is no certain claimant (rule 3).
func Record(w World, actor graph.ID, asOf graph.AsOf) graph.ActorRecord {
	var record graph.ActorRecord
	count := map[graph.Standing]int{}
	var least, most []int
	for _, c := range every[*graph.Claim](w) {
		if !speaksFor(actor, c) || !Public(w, c, asOf) || !Counted(w, c, asOf) && !Retracted(w, c.Retraction, asOf) {
			continue
		}
		record.Claims++
		count[ClaimStanding(w, c.ID, asOf).Overall]++
		if c.Kind != graph.ClaimResponsibility || aboutTie(c) {
			continue
		}
		low, high, known := w.delay(c, asOf)
		if !known {
			record.Delay.Undated++
			continue
		}
		record.Delay.Counted++
		least, most = append(least, low), append(most, high)
	}
	for _, s := range graph.Standings {
		if count[s] > 0 {
			record.ByStanding = append(record.ByStanding, graph.StandingCount{Standing: s, Count: count[s]})
		}
	}
	for _, d := range every[*graph.Denial](w) {
		if speaksFor(actor, d) && Counted(w, d, asOf) {
			record.DenialsIssued++
		}
	}
	record.Delay.MedianMinDays, record.Delay.MedianMaxDays = median(least), median(most)
	return record
}

// delay is how many days passed from the attack to the claim, at least and at
// most; of several attacks there is no one delay.
func (w World) delay(c *graph.Claim, asOf graph.AsOf) (low, high int, known bool) {
	if len(c.About) != 1 {
		return 0, 0, false
	}
	occurred := AttackValues(w, c.About[0], asOf).Occurred
	days := func(from, to graph.Date) int { return int(to.Time().Sub(from.Time()).Hours() / 24) }
	known = occurred.Earliest != 0 && occurred.Latest != 0 && c.Made.Earliest != 0 && c.Made.Latest != 0
	return days(occurred.Latest, c.Made.Earliest), days(occurred.Earliest, c.Made.Latest), known
}

func median(of []int) *float64 {
	if len(of) == 0 {
		return nil
	}
	slices.Sort(of)
	middle := float64(of[(len(of)-1)/2]+of[len(of)/2]) / 2
	return &middle
}

// Network is whom an actor is tied to in at most so many steps, over ties that
// were known and possibly held on a day (0: any).
func Network(w World, actor graph.ID, depth int, on graph.Date, asOf graph.AsOf) (nodes []graph.ID, links map[graph.ID]graph.Certainty) {
	nodes, links = []graph.ID{actor}, map[graph.ID]graph.Certainty{}
	for range depth {
		reachable := slices.Clone(nodes)
		for _, t := range every[*graph.Affiliation](w) {
			certain, possible := true, true
			if on != 0 {
				certain, possible = HeldOn(t.Period, on)
			}
			if !possible || !TieExists(w, t, asOf) || !slices.Contains(nodes, t.From) && !slices.Contains(nodes, t.To) {
				continue
			}
			links[t.ID] = graph.Possible
			if certain {
				links[t.ID] = graph.Certain
			}
			reachable = append(reachable, t.From, t.To)
		}
		slices.Sort(reachable)
		nodes = slices.Compact(reachable)
	}
	return nodes, links
}
