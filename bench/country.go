package main

type listedAttack struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Occurred dates             `json:"occurred"`
	Claims   nodes[briefClaim] `json:"claims"`
}

type briefClaim struct {
	ID        string  `json:"id"`
	Kind      string  `json:"kind"`
	Made      dates   `json:"made"`
	Asserters []named `json:"asserters"`
}

type pageInfo struct {
	HasNextPage bool   `json:"hasNextPage"`
	EndCursor   string `json:"endCursor,omitempty"`
}

func country(r rows) any {
	type page struct {
		Nodes    []listedAttack `json:"nodes"`
		PageInfo pageInfo       `json:"pageInfo"`
	}
	first, _ := r.asked["first"].(float64)
	out := page{Nodes: []listedAttack{}, PageInfo: pageInfo{HasNextPage: len(r.root) > int(first)}}
	for _, x := range r.root[:min(len(r.root), int(first))] { // the statement gives one more
		a := listedAttack{x.text(0), recordOf(x, 1).Title, recordOf(x, 2).Occurred, nodes[briefClaim]{[]briefClaim{}}}
		for _, c := range r.under(x, 4) {
			doc := recordOf(c, 1)
			a.Claims.Nodes = append(a.Claims.Nodes, briefClaim{c.text(0), doc.Kind, doc.Made, actorsOf(doc.Asserters, r.under(c, 2))})
		}
		out.Nodes, out.PageInfo.EndCursor = append(out.Nodes, a), x.text(3)+" "+x.text(0)
	}
	return struct {
		Attacks page `json:"attacks"`
	}{out}
}
