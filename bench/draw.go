package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"claimgraph/graph"
	"claimgraph/synthetic"
)

// draw draws what to ask about from a world: the same seed asks the same. No
// two requests need ask alike, so that no cache answers for the store.
type draw struct {
	*rand.Rand
	world     synthetic.World
	countries []string
	bands     []string
	words     []string // of the names of actors and places
	page      int      // rows on a page that another follows
	full      bool     // only what has as long an answer in a small world as in a large one
}

// busy is how many of the actors, the biggest first, have twenty claims already in a
// world of 10,000 attacks.
const busy = 36

// newDraw draws from all there is, or only what has a full answer in a small world, too:
// so what a question costs can be held against the size.
func newDraw(w synthetic.World, seed uint64, full bool) *draw {
	d := &draw{Rand: rand.New(rand.NewPCG(w.Seed, seed)), world: w, page: 50, full: full} //nolint:gosec // the same every time is the point
	for part := range w.Parts() {
		for _, n := range part.Nodes {
			switch n := n.(type) {
			case *graph.Location:
				if n.Kind == graph.LocationCountry {
					d.countries = append(d.countries, string(n.ID))
				}
				d.words = append(d.words, strings.ToLower(n.Name()))
			case *graph.Group:
				d.bands = append(d.bands, string(n.ID))
			}
		}
		break // the ground is the first part
	}
	if full {
		d.bands = d.bands[:busy]
	}
	return d
}

func (d *draw) attack() string { return string(d.world.Attack(d.IntN(d.world.Attacks))) }
func (d *draw) group() string  { return d.bands[d.IntN(len(d.bands))] }
func (d *draw) word() string   { return d.words[d.IntN(len(d.words))] }

// groups are several, each once: so many, or as many as there are.
func (d *draw) groups(n int) []string {
	all := slices.Clone(d.bands)
	d.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(n, len(all))]
}

// year is one of those in which the world's attacks happen.
func (d *draw) year() values {
	y := synthetic.FirstYear + d.IntN(synthetic.Years)
	return values{"from": fmt.Sprintf("%d-01-01", y), "to": fmt.Sprintf("%d-12-31", y)}
}

// area is a country and two years.
func (d *draw) area() values {
	from := graph.Date(synthetic.FirstYear*10000 + 101).AddDays(d.IntN((synthetic.Years - 2) * 365))
	return values{"first": d.page, "place": d.countries[d.IntN(len(d.countries))], "from": from.String(), "to": from.AddDays(730).String()}
}
