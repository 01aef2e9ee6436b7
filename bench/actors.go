package main

type speaker struct {
	named
	Claims nodes[aboutClaim] `json:"claims"`
}

type aboutClaim struct {
	ID    string        `json:"id"`
	Kind  string        `json:"kind"`
	Made  dates         `json:"made"`
	About []datedAttack `json:"about"`
}

// datedAttack is empty where a claim is about a tie: that is not asked for.
type datedAttack struct {
	ID       string `json:"id,omitempty"`
	Title    string `json:"title,omitempty"`
	Occurred *dates `json:"occurred,omitempty"`
}

func actors(r rows) any {
	out := nodes[speaker]{make([]speaker, 0, len(r.root))}
	for _, g := range r.root {
		s := speaker{named{g.text(0), recordOf(g, 1).Names[0].Value}, nodes[aboutClaim]{[]aboutClaim{}}}
		for _, c := range r.under(g, 2) {
			doc := recordOf(c, 1)
			claim := aboutClaim{c.text(0), doc.Kind, doc.Made, []datedAttack{}}
			for _, x := range r.under(c, 2) {
				var about datedAttack
				if id := x.text(0); kindOf(id) == "Attack" {
					view := recordOf(x, 2)
					about = datedAttack{id, recordOf(x, 1).Title, &view.Occurred}
				}
				claim.About = append(claim.About, about)
			}
			s.Claims.Nodes = append(s.Claims.Nodes, claim)
		}
		out.Nodes = append(out.Nodes, s)
	}
	return struct {
		Groups nodes[speaker] `json:"groups"`
	}{out}
}
