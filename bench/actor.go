package main

type tie struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	To   upper  `json:"to"`
}

type upper struct {
	named
	Affiliations *nodes[tie] `json:"affiliations,omitempty"` // nil: looked no further
}

type countedClaim struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	Made      dates  `json:"made"`
	Responses struct {
		TotalCount int `json:"totalCount"`
	} `json:"responses"`
}

func actor(r rows) any {
	type group struct {
		upper
		Claims nodes[countedClaim] `json:"claims"`
	}
	var out struct {
		Group *group `json:"group"`
	}
	for _, g := range r.root {
		top := g // in SQL all stands under the root itself
		if r.below != nil {
			top = row{""}
		}
		above, names := map[string][]tie{}, byID(r.under(top, 3))
		for _, t := range r.under(top, 2) {
			doc := recordOf(t, 1)
			above[doc.From] = append(above[doc.From], tie{ID: t.text(0), Kind: doc.Kind, To: upper{named: named{ID: doc.To}}})
		}
		of := &group{upper: up(g.text(0), above, names, 5), Claims: nodes[countedClaim]{[]countedClaim{}}}
		for _, c := range r.under(top, 4) {
			doc := recordOf(c, 1)
			claim := countedClaim{ID: c.text(0), Kind: doc.Kind, Made: doc.Made}
			claim.Responses.TotalCount = c.number(2)
			of.Claims.Nodes = append(of.Claims.Nodes, claim)
		}
		out.Group = of
	}
	return out
}

// up is an actor with so many ties above it.
func up(id string, above map[string][]tie, names map[string]record, steps int) upper {
	u := upper{named: named{id, names[id].Names[0].Value}}
	if steps == 0 {
		return u
	}
	u.Affiliations = &nodes[tie]{[]tie{}}
	for _, t := range above[id][:min(len(above[id]), 3)] {
		t.To = up(t.To.ID, above, names, steps-1)
		u.Affiliations.Nodes = append(u.Affiliations.Nodes, t)
	}
	return u
}
