package graph

import (
	"slices"
	"unicode/utf8"
)

// Pred is a two-valued test of a node: what a filter has become once it is
// decided whether certain or possible matches are wanted. Stores compile it;
// names in it come from the table of kinds, values are always parameters.
type Pred interface{ isPred() }

// All holds when every one does; an empty All holds for everything.
type All []Pred

// Any holds when one does; an empty Any holds for nothing.
type Any []Pred

// Not holds when the other does not.
type Not struct{ Pred Pred }

// IDIn holds for the nodes named.
type IDIn []ID

// Op is how a column is compared.
type Op int

// The comparisons. On a column of several words each holds when it holds for one word.
const (
	OpIn       Op = iota // is one of Words
	OpPrefix             // begins with Words[0]
	OpContains           // has Words[0] in it
	OpLeast              // is at least Number
	OpMost               // is at most Number
	OpIs                 // is Number
)

// Cmp compares a column of the node, or, within Edge, of the link.
type Cmp struct {
	Column *Column
	Op     Op
	Words  []string
	Number int64
}

// gram is how many letters an index of what stands within texts knows together.
const gram = 3

// Within tells whether an index of what stands within texts finds what passes:
// shorter words are in everything.
func (c Cmp) Within() bool {
	return c.Op == OpContains && c.Column.Parts && len(c.Words) > 0 && utf8.RuneCountInString(c.Words[0]) >= gram
}

// Grams are the different runs of letters that a text has which holds the word
// of a Cmp that is Within, no more than a statement bears: the word itself is
// still to be tested.
func (c Cmp) Grams() []string {
	letters := []rune(c.Words[0])
	var all []string
	for i := 0; i+gram <= len(letters) && len(all) < mostGrams; i++ {
		if g := string(letters[i : i+gram]); !slices.Contains(all, g) {
			all = append(all, g)
		}
	}
	return all
}

const mostGrams = 32

// Has holds when some link of the relation leads to a node that fits.
type Has struct {
	Relation *Relation
	In       bool       // follow the links backwards
	Kinds    []NodeKind // of the far node; nil: any the relation allows
	Edge     Pred       // about the link; nil: any
	Far      Pred       // about the far node; nil: any
	Along    *Stretch   // where those of the links stand whose near nodes pass the tests beside this one; asks nothing
}

// Parent holds for the node whose branch is being filled (only inside Far).
type Parent struct{}

// Stretch asks nothing: it tells where in a list sorted by date all those stand
// that pass the tests beside it, for a store that would have to look for them.
type Stretch struct {
	Key  *Column // what the list is sorted by
	Wide *Column // whose index holds the key, too
	Runs []Run
}

// Run is one stretch, of nodes that have a number in Wide and a key from one to another.
type Run struct {
	Wide     int64
	From, To string
}

// Covers holds when some group of the node's links is complete: for every part
// of the group a link that passes Edge leads to one of the nodes that pass Far.
// So each alternative place lies in one of those asked for, each actor of a
// claim that names several is one of those asked for.
type Covers struct {
	Relation *Relation
	Edge     Pred
	Far      Pred    // of ids: IDIn, Parent, or Has that leads to them
	Group    *Column // of the link: which group it belongs to; nil: all are one
	Part     *Column // of the link: which part of the group
	Parts    *Column // of the link: how many parts its group has
}

// Reaches holds when a walk of one or more links of the relation, each passing
// Edge, ends at one of the nodes named.
type Reaches struct {
	Relation *Relation
	Edge     Pred
	Far      IDIn
	Once     bool // one link only
}

func (All) isPred()     {}
func (Any) isPred()     {}
func (Not) isPred()     {}
func (IDIn) isPred()    {}
func (Cmp) isPred()     {}
func (Has) isPred()     {}
func (Parent) isPred()  {}
func (Stretch) isPred() {}
func (Covers) isPred()  {}
func (Reaches) isPred() {}

// plain is the same test without a conjunction around nothing, which is nil, or
// around a single one.
func (a All) plain() Pred {
	switch len(a) {
	case 0:
		return nil
	case 1:
		return a[0]
	}
	return a
}

// Conjuncts are the tests that must all hold, whatever conjunctions they stand in.
// The list is the caller's own.
func Conjuncts(p Pred) []Pred {
	all, ok := p.(All)
	if !ok {
		return []Pred{p}
	}
	var out []Pred
	for _, one := range all {
		out = append(out, Conjuncts(one)...)
	}
	return out
}

// Driver takes out of tests that must all hold the one whose nodes are looked up.
// What is looked up may miss a clause, so that test stays one of the rest.
func Driver(all All, at int) (driver, rest Pred) {
	driver = all[at]
	left := slices.Delete(slices.Clone(all), at, at+1)
	if c, ok := driver.(Covers); ok {
		driver, left = c.Some(), append(left, c)
	}
	if len(left) == 0 {
		return driver, nil
	}
	return driver, left
}

// Some holds where at least a part of a group is met.
func (c Covers) Some() Has { return Has{Relation: c.Relation, Edge: c.Edge, Far: c.Far} }

// Step holds where the first link of the way leads there.
func (r Reaches) Step() Has { return Has{Relation: r.Relation, Edge: r.Edge, Far: r.Far} }

// SpeaksOfParent tells whether a test leads to the node whose branch is being filled.
func SpeaksOfParent(p Pred) bool {
	switch p := p.(type) {
	case Parent:
		return true
	case Has:
		return p.Far != nil && SpeaksOfParent(p.Far)
	case Covers:
		return SpeaksOfParent(p.Far)
	case All:
		return slices.ContainsFunc(p, SpeaksOfParent)
	case Any:
		return slices.ContainsFunc(p, SpeaksOfParent)
	case Not:
		return SpeaksOfParent(p.Pred)
	}
	return false
}
