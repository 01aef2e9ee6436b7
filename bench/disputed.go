package main

type disputedClaim struct {
	ID        string        `json:"id"`
	Kind      string        `json:"kind"`
	Made      dates         `json:"made"`
	Asserters []named       `json:"asserters"`
	About     []citedAttack `json:"about"`
	Denials   nodes[denial] `json:"denials"`
	Citations []cited       `json:"citations"`
}

// citedAttack is empty where a claim is about a tie: that is not asked for.
type citedAttack struct {
	ID        string  `json:"id,omitempty"`
	Title     string  `json:"title,omitempty"`
	Citations []cited `json:"citations,omitempty"`
}

type denial struct {
	ID        string   `json:"id"`
	Aspects   []string `json:"aspects"`
	Asserters []named  `json:"asserters"`
	Citations []cited  `json:"citations"`
}

func disputed(r rows) any {
	claims := nodes[disputedClaim]{make([]disputedClaim, 0, len(r.root))}
	for _, c := range r.root {
		doc := recordOf(c, 1)
		claim := disputedClaim{c.text(0), doc.Kind, doc.Made, actorsOf(doc.Asserters, r.under(c, 2)), []citedAttack{}, nodes[denial]{[]denial{}}, sourcesOf(doc, r.under(c, 5))}
		for _, x := range r.under(c, 3) {
			var about citedAttack
			if id := x.text(0); kindOf(id) == "Attack" {
				of := recordOf(x, 1)
				about = citedAttack{id, of.Title, sourcesOf(of, r.under(x, 2))}
			}
			claim.About = append(claim.About, about)
		}
		for _, d := range r.under(c, 4) {
			doc := recordOf(d, 1)
			claim.Denials.Nodes = append(claim.Denials.Nodes, denial{d.text(0), doc.Aspects, actorsOf(doc.Asserters, r.under(d, 2)), sourcesOf(doc, r.under(d, 3))})
		}
		claims.Nodes = append(claims.Nodes, claim)
	}
	return struct {
		Claims nodes[disputedClaim] `json:"claims"`
	}{claims}
}
