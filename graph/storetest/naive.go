package storetest

import (
	"fmt"

	"claimgraph/graph"
)

// The naive evaluation of filters: what a client sent, asked of the nodes one
// by one, by the words of api.md and rules.md and by nothing else of graph's.
// A fault common to both stores (a filter lowered wrongly, a link derived
// wrongly) is one that only this finds.

// verdict is what a filter can say of a node.
type verdict int

const (
	no    verdict = iota
	maybe         // not excluded by what the sources say
	yes           // follows from what they say
)

func (v verdict) String() string { return [...]string{"no", "maybe", "yes"}[v] }

func sure(b bool) verdict {
	if b {
		return yes
	}
	return no
}

// judge asks a filter of a node: all its fields hold.
func (k *known) judge(input string, filter any, n graph.Node) verdict {
	v := yes
	for name, asked := range object(filter) {
		if asked != nil {
			v = min(v, k.field(input, name, asked, n))
		}
	}
	return v
}

func (k *known) field(input, name string, asked any, n graph.Node) verdict {
	switch name {
	case "and":
		v := yes
		for _, part := range list(asked) {
			v = min(v, k.judge(input, part, n))
		}
		return v
	case "or":
		v := no
		for _, part := range list(asked) {
			v = max(v, k.judge(input, part, n))
		}
		return v
	case "not":
		return yes - k.judge(input, asked, n)
	}
	v, ok := k.own(name, asked, n)
	if !ok {
		panic(fmt.Sprintf("the naive evaluation does not know %s.%s", input, name))
	}
	return v
}

// judges ask a field of the filters of kinds that came later; world.go, which
// has the kind's node, fills in its own.
var judges = map[graph.NodeKind]func(k *known, name string, asked any, n graph.Node) (verdict, bool){}

// own asks a field of a noun's filter. The same name means the same in every
// filter that is asked of a noun.
func (k *known) own(name string, asked any, n graph.Node) (verdict, bool) {
	switch n := n.(type) {
	case graph.Actor:
		return k.actor(name, asked, n)
	case *graph.Affiliation:
		return k.affiliation(name, asked, n)
	case *graph.Location:
		return k.location(name, asked, n)
	case *graph.Attack:
		return k.attack(name, asked, n)
	case *graph.Statement:
		return k.statement(name, asked, n)
	case *graph.Claim:
		return k.claim(name, asked, n)
	case graph.Response:
		return k.response(name, asked, n)
	case *graph.Source:
		return k.source(name, asked, n)
	case *graph.Statistic:
		return k.statistic(name, asked, n)
	}
	if judge := judges[n.Head().ID.Kind()]; judge != nil {
		return judge(k, name, asked, n)
	}
	return no, false
}

// linked is a node at the far end of something, and how sure that is.
type linked struct {
	node graph.Node
	link verdict
}

// one holds when one of the linked nodes fits.
func (k *known) one(input string, filter any, far []linked) verdict {
	v := no
	for _, l := range far {
		v = max(v, min(l.link, k.judge(input, filter, l.node)))
	}
	return v
}

// across is {some, none}.
func (k *known) across(input string, asked any, far []linked) verdict {
	v := yes
	if some := object(asked)["some"]; some != nil {
		v = min(v, k.one(input, some, far))
	}
	if none := object(asked)["none"]; none != nil {
		v = min(v, yes-k.one(input, none, far))
	}
	return v
}

// linkedTo are the nodes with these ids.
func (k *known) linkedTo(ids ...graph.ID) []linked {
	var out []linked
	for _, id := range ids {
		if n := k.nodes[id]; n != nil {
			out = append(out, linked{n, yes})
		}
	}
	return out
}

// found are the nodes of a type to which a link leads, as sure as it says.
func found[N graph.Node](k *known, link func(N) verdict) []linked {
	var out []linked
	for _, n := range each[N](k) {
		if v := link(n); v != no {
			out = append(out, linked{n, v})
		}
	}
	return out
}
