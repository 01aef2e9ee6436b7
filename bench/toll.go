package main

type total struct {
	Min             int  `json:"min"`
	Max             *int `json:"max"`
	CountedMax      *int `json:"countedMax"`
	AttacksCounted  int  `json:"attacksCounted"`
	AttacksUnstated int  `json:"attacksUnstated"`
}

// toll knows no figures of several attacks together: an invented world has none.
func toll(r rows) any {
	type list struct {
		TotalCount int   `json:"totalCount"`
		Toll       total `json:"toll"`
	}
	var out list
	for _, t := range r.root {
		attacks, stated, open := t.number(1), t.number(4), t.number(5)
		out = list{attacks, total{Min: t.number(2), AttacksCounted: stated, AttacksUnstated: attacks - stated}}
		if most := t.number(3); open == 0 {
			if stated > 0 {
				out.Toll.CountedMax = &most
			}
			if attacks == stated {
				out.Toll.Max = &most
			}
		}
	}
	return struct {
		Attacks list `json:"attacks"`
	}{out}
}
