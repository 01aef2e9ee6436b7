package main

type wholeAttack struct {
	ID        string             `json:"id"`
	Title     string             `json:"title"`
	Occurred  dates              `json:"occurred"`
	Places    []placed           `json:"places"`
	Citations []rated            `json:"citations"`
	Claims    nodes[answerClaim] `json:"claims"`
}

type placed struct {
	Relation  string  `json:"relation"`
	Locations []named `json:"locations"`
}

type rated struct {
	Source struct {
		Title       string  `json:"title"`
		Reliability *string `json:"reliability"`
	} `json:"source"`
}

type answerClaim struct {
	ID        string          `json:"id"`
	Kind      string          `json:"kind"`
	Made      dates           `json:"made"`
	Asserters []named         `json:"asserters"`
	Responses nodes[response] `json:"responses"`
	Citations []cited         `json:"citations"`
}

type response struct {
	ID        string   `json:"id"`
	Kind      string   `json:"__typename"`
	Aspects   []string `json:"aspects"`
	Asserters []named  `json:"asserters"`
	Citations []cited  `json:"citations"`
}

func attack(r rows) any {
	var out struct {
		Attack *wholeAttack `json:"attack"`
	}
	for _, x := range r.root {
		doc, view := recordOf(x, 1), recordOf(x, 2)
		a := &wholeAttack{ID: x.text(0), Title: doc.Title, Occurred: view.Occurred, Places: []placed{}, Citations: []rated{}, Claims: nodes[answerClaim]{[]answerClaim{}}}
		for _, p := range view.Places {
			a.Places = append(a.Places, placed{p.Relation, actorsOf(p.Locations, r.under(x, 3))})
		}
		sources := byID(r.under(x, 4))
		for _, c := range doc.Citations {
			var shown rated
			shown.Source.Title, shown.Source.Reliability = sources[c.Source].Title, sources[c.Source].Reliability
			a.Citations = append(a.Citations, shown)
		}
		for _, c := range r.under(x, 5) {
			a.Claims.Nodes = append(a.Claims.Nodes, claimOf(r, c))
		}
		out.Attack = a
	}
	return out
}

func claimOf(r rows, c row) answerClaim {
	doc := recordOf(c, 1)
	claim := answerClaim{c.text(0), doc.Kind, doc.Made, actorsOf(doc.Asserters, r.under(c, 2)), nodes[response]{[]response{}}, sourcesOf(doc, r.under(c, 4))}
	for _, d := range r.under(c, 3) {
		doc := recordOf(d, 1)
		claim.Responses.Nodes = append(claim.Responses.Nodes, response{d.text(0), kindOf(d.text(0)), doc.Aspects,
			actorsOf(doc.Asserters, r.under(d, 2)), sourcesOf(doc, r.under(d, 3))})
	}
	return claim
}
