package naive_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// caseOf is what graph's rules look at, gathered by hand.
func caseOf(w naive.World, subject graph.ID) *graph.Case {
	c := &graph.Case{
		Subject: w.At(subject).(graph.Subject), Answered: map[graph.ID]graph.Assertion{},
		Sources: map[graph.ID]*graph.Source{}, Actors: map[graph.ID]graph.Actor{}, Places: map[graph.ID]*graph.Location{},
		Statements: map[graph.ID]*graph.Statement{},
	}
	for _, n := range w {
		id := n.Head().ID
		switch n := n.(type) {
		case *graph.Source:
			c.Sources[id] = n
		case *graph.Location:
			c.Places[id] = withAncestors(w, n)
		case *graph.Statement:
			c.Statements[id] = n
		case graph.Actor:
			c.Actors[id] = withTies(w, n)
		case *graph.Claim:
			if slices.Contains(n.About, subject) {
				c.Claims = append(c.Claims, n)
			}
		}
	}
	for _, n := range w {
		r, ok := n.(graph.Response)
		if !ok {
			continue
		}
		to := r.Replied().RespondsTo
		claim, _ := w.At(to).(*graph.Claim)
		ofClaim := claim != nil && slices.Contains(claim.About, subject)
		if !ofClaim && !slices.Contains(r.Spoken().About, subject) {
			continue
		}
		c.Responses = append(c.Responses, r)
		if to != "" && !ofClaim {
			c.Answered[to] = w.At(to).(graph.Assertion)
		}
	}
	slices.SortFunc(c.Claims, func(a, b *graph.Claim) int { return graph.Compare(byDefault(a), a, b) })
	slices.SortFunc(c.Responses, func(a, b graph.Response) int { return graph.Compare(byDefault(a), a, b) })
	return c
}

func byDefault(n graph.Node) []graph.Order {
	return []graph.Order{graph.KindNamed(n.Head().ID.Kind()).Family.Order}
}

func withAncestors(w naive.World, l *graph.Location) *graph.Location {
	l.Ancestors = nil
	for at := l.Parent; at != ""; at = w.At(at).(*graph.Location).Parent {
		l.Ancestors = append(l.Ancestors, at)
	}
	return l
}

// withTies gives an actor what is derived of it when its ties are written.
func withTies(w naive.World, a graph.Actor) graph.Actor {
	p := a.Profiled()
	p.Web = graph.ActorView{}
	for _, n := range w {
		if t, ok := n.(*graph.Affiliation); ok && t.From == p.ID {
			p.Web.Ties = append(p.Web.Ties, tieOf(w, t))
		}
	}
	above := naive.Above(w, p.ID, func(*graph.Affiliation) bool { return true })
	p.Web.Above = slices.Sorted(slices.Values(above[1:]))
	return a
}

// tieOf is a tie as its origin keeps it. From when until when it was known is
// found by asking every day.
func tieOf(w naive.World, t *graph.Affiliation) graph.Tie {
	tie := graph.Tie{To: t.To, Kind: t.Kind, Via: t.ID, Period: t.Period}
	for _, day := range naive.TurningDays(w) {
		known := naive.TieExists(w, t, graph.AsOf(day))
		switch {
		case known && tie.Since == 0:
			tie.Since = day
		case !known && tie.Since != 0 && tie.Until == 0:
			tie.Until = day
		}
	}
	tie.Disputes = disputesOf(w, t)
	if tie.Until == 0 && !naive.TieExists(w, t, graph.Now) {
		tie.Until = 1
	}
	return tie
}

// disputesOf is each day on its own on which a tie is disputed, and all until
// the next day on which anything changes.
func disputesOf(w naive.World, t *graph.Affiliation) graph.Spans {
	var s graph.Spans
	if naive.TieDisputed(w, t, graph.Now) {
		s = graph.Spans{graph.Now, graph.Now}
	}
	days := append(naive.TurningDays(w), graph.MaxDate)
	for i, day := range days[:len(days)-1] {
		if naive.TieDisputed(w, t, graph.AsOf(day)) {
			s = append(s, graph.AsOf(day), graph.AsOf(days[i+1]))
			if i+2 < len(days) {
				s[len(s)-1] = graph.AsOf(days[i+1].AddDays(-1))
			}
		}
	}
	return s
}

// picture is a world to read.
func picture(w naive.World) string {
	var b strings.Builder
	for _, n := range w {
		text, _ := json.Marshal(n)
		fmt.Fprintf(&b, "%s\n", strings.ReplaceAll(string(text), `"`, ""))
	}
	return b.String()
}

// smaller drops what is not needed for a difference to stay.
func smaller(w naive.World, differ func(naive.World) string) naive.World {
	for again := true; again; {
		again = false
		for i := 0; i < len(w); i++ {
			if less := slices.Delete(slices.Clone(w), i, i+1); sound(less) && differ(less) != "" {
				w, again = less, true
				i--
			}
		}
		for i := range w {
			for _, n := range plainer(w[i]) {
				less := slices.Clone(w)
				less[i] = n
				if sound(less) && differ(less) != "" {
					w, again = less, true
					break
				}
			}
		}
	}
	return w
}

// plainer are the node without one of its fields, as far as it is sound so.
func plainer(n graph.Node) []graph.Node {
	var found []graph.Node
	text, _ := json.Marshal(n)
	fields := map[string]json.RawMessage{}
	_ = json.Unmarshal(text, &fields)
	for name := range fields {
		less := maps.Clone(fields)
		delete(less, name)
		shorter, _ := json.Marshal(less)
		m := reflect.New(reflect.TypeOf(n).Elem()).Interface().(graph.Node)
		_ = json.Unmarshal(shorter, m)
		if m.Normal(); m.Validate() != nil || m.Head().ID == "" {
			continue
		}
		if after, _ := json.Marshal(m); len(after) < len(text) {
			found = append(found, m)
		}
	}
	return found
}

// sound tells whether everything that is referred to is there.
func sound(w naive.World) bool {
	for _, n := range w {
		for _, r := range graph.RelationsFrom(n.Head().ID.Kind()) {
			for _, arc := range r.Links(n) {
				if w.At(arc.To) == nil {
					return false
				}
			}
		}
	}
	return true
}
