package graph

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// This is THE table: every kind of node, what of it can be filtered or sorted,
// every relation. Stores derive their tables, indexes, labels and constraints
// from it, filters compile against it, references are checked by it. What a
// field means stands in schema/*.graphqls.

// Kind is one row: a sort of node.
type Kind struct {
	Name   NodeKind
	Label  string // its name in the API and in Neo4j: "Group"
	Prefix string // of its ids: "group"
	Family *Family
	New    func() Node
}

// Family is kinds that are stored and listed together.
type Family struct {
	Name    string // "actor"
	Label   string // "Actor"
	Few     bool   // the ground that others stand on: few beside all that is said
	Columns []*Column
	Order   Order            // the default order
	Orders  map[string]Order // by the API's word for it; ascending
	Gone    *Column          // of nodes that count no more (rule 1), 1; nil: all of the family count
}

// Shape is what a column holds.
type Shape int

// The shapes.
const (
	Number Shape = iota // int64, never missing
	Word                // text, never missing; "" where there is none
	Words               // a set of texts
	Note                // text that is kept for Query.Tells alone, never tested; "" where there is none
)

// Column is one value of a node or of a link that can be filtered or sorted.
type Column struct {
	Name  string
	Shape Shape
	Sort  bool     // is a sort key: indexed with the id
	Seek  bool     // a rare value is looked up: indexed by itself,
	With  []string // and with these columns of the family behind it
	Parts bool     // what stands anywhere in the text is looked up
	Names bool     // a value is of hardly more than one node
	Of    func(Node) any
}

// Relation is one sort of link from node to node.
type Relation struct {
	Name    string // as in the API's enum where it stands there; Neo4j's type
	From    []NodeKind
	To      []NodeKind
	Derived bool             // follows from other nodes; rebuilt by reindex
	Edge    []*Column        // values on the link itself
	Wide    *Column          // of Edge: how wide the date is that the near node sorts by, see stretch.go; nil: the links do not tell
	Listed  bool             // many may lead to one node, which lists them: a store finds the first of them without the rest
	Links   func(Node) []Arc // what a node links to, in the order of the record
}

// Arc is one link of a node. Values belong to the relation's edge columns, in their order.
type Arc struct {
	To     ID
	Values []any
}

// Order is one key of a sort order.
type Order struct {
	Column *Column
	Desc   bool
	Down   *Column // instead of Column where the API's order descends: what is missing comes last in either direction
}

// Flip is the order the other way round.
func (o Order) Flip() Order { return Order{Column: o.Column, Desc: !o.Desc} }

var kindOfPrefix = map[string]NodeKind{}
var kindOf = map[NodeKind]*Kind{}

func init() { // fills the look-ups from the table, nothing more
	describeFamilies()
	for _, rows := range beside {
		rows()
	}
	for _, r := range Relations {
		for _, k := range r.From {
			relationsFrom[k] = append(relationsFrom[k], r)
		}
	}
	for _, k := range Kinds {
		kindOfPrefix[k.Prefix] = k.Name
		kindOf[k.Name] = k
	}
}

// beside are the rows that stand with their noun, in its own file: its columns,
// relations, fields, roots and filters. A new kind needs no other file of the table.
var beside []func()

// KindNamed is the row of a kind.
func KindNamed(k NodeKind) *Kind { return kindOf[k] }

// Column is the family's column of that name; nil where there is none.
func (f *Family) Column(name string) *Column {
	for _, c := range f.Columns {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// EdgeColumn is the relation's edge column of that name; nil where there is none.
func (r *Relation) EdgeColumn(name string) *Column {
	for _, c := range r.Edge {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// families of the table.
var (
	actorFamily       = &Family{Name: "actor", Label: "Actor", Few: true}
	affiliationFamily = &Family{Name: "affiliation", Label: "Affiliation", Few: true}
	locationFamily    = &Family{Name: "location", Label: "Location", Few: true}
	attackFamily      = &Family{Name: "attack", Label: "Attack"}
	statementFamily   = &Family{Name: "statement", Label: "Statement"}
	claimFamily       = &Family{Name: "claim", Label: "Claim"}
	responseFamily    = &Family{Name: "response", Label: "Response"}
	sourceFamily      = &Family{Name: "source", Label: "Source"}
	statisticFamily   = &Family{Name: "statistic", Label: "Statistic", Few: true}
)

// Families lists them.
var Families = []*Family{actorFamily, affiliationFamily, locationFamily, attackFamily, statementFamily, claimFamily, responseFamily, sourceFamily, statisticFamily}

// Kinds is the table's first half, in the order of the API.
var Kinds = []*Kind{
	{KindGroup, "Group", "group", actorFamily, func() Node { return new(Group) }},
	{KindOrganization, "Organization", "organization", actorFamily, func() Node { return new(Organization) }},
	{KindPerson, "Person", "person", actorFamily, func() Node { return new(Person) }},
	{KindAffiliation, "Affiliation", "affiliation", affiliationFamily, func() Node { return new(Affiliation) }},
	{KindLocation, "Location", "location", locationFamily, func() Node { return new(Location) }},
	{KindAttack, "Attack", "attack", attackFamily, func() Node { return new(Attack) }},
	{KindStatement, "Statement", "statement", statementFamily, func() Node { return new(Statement) }},
	{KindClaim, "Claim", "claim", claimFamily, func() Node { return new(Claim) }},
	{KindConfirmation, "Confirmation", "confirmation", responseFamily, func() Node { return new(Confirmation) }},
	{KindDenial, "Denial", "denial", responseFamily, func() Node { return new(Denial) }},
	{KindDoubt, "Doubt", "doubt", responseFamily, func() Node { return new(Doubt) }},
	{KindSource, "Source", "source", sourceFamily, func() Node { return new(Source) }},
	{KindStatistic, "Statistic", "statistic", statisticFamily, func() Node { return new(Statistic) }},
}

var (
	actorKinds     = []NodeKind{KindGroup, KindOrganization, KindPerson}
	responseKinds  = []NodeKind{KindConfirmation, KindDenial, KindDoubt}
	assertionKinds = []NodeKind{KindClaim, KindConfirmation, KindDenial, KindDoubt}
	subjectKinds   = []NodeKind{KindAttack, KindAffiliation}
	sourcedKinds   = []NodeKind{KindAffiliation, KindAttack, KindStatement, KindClaim, KindConfirmation, KindDenial, KindDoubt, KindStatistic}
	placedKinds    = []NodeKind{KindAttack, KindClaim}
)

// number, word, words and key are the columns of a family, read from its Go type.
func number[N Node](name string, of func(N) int64) *Column {
	return &Column{Name: name, Shape: Number, Of: func(n Node) any { return of(n.(N)) }}
}

func word[N Node](name string, of func(N) string) *Column {
	return &Column{Name: name, Shape: Word, Of: func(n Node) any { return of(n.(N)) }}
}

func words[N Node](name string, of func(N) []string) *Column {
	return &Column{Name: name, Shape: Words, Of: func(n Node) any { return of(n.(N)) }}
}

// sought is a column by which nodes, or links, are looked up; with some more of
// the family that are asked for together with it.
func sought(c *Column, with ...string) *Column {
	c.Seek, c.With = true, with
	return c
}

// naming is a column whose values name a node.
func naming(c *Column) *Column {
	c.Names = true
	return sought(c)
}

// soughtWithin is a text of which any part is looked up.
func soughtWithin(c *Column) *Column {
	c.Parts = true
	return c
}

func note[N Node](name string, of func(N) string) *Column {
	return &Column{Name: name, Shape: Note, Of: func(n Node) any { return of(n.(N)) }}
}

func key[N Node](name string, of func(N) string) *Column {
	return &Column{Name: name, Shape: Word, Sort: true, Of: func(n Node) any { return of(n.(N)) }}
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Texts are words of ours as plain texts.
func Texts[W ~string](list []W) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

// window is a range of dates as four numbers: missing bounds lie beyond every
// date. How wide it is goes with the sort key: see stretch.go.
func window[N Node](name string, of func(N) DateRange) []*Column {
	return []*Column{
		sought(number(name+"_wide", func(n N) int64 { return widthOf(of(n), of(n).Extent == Span, true) }), "sort_"+name, name+"_from", name+"_to", name+"_span"),
		number(name+"_from", func(n N) int64 { return int64(of(n).Earliest) }),
		number(name+"_to", func(n N) int64 { return orMax(of(n).Latest) }),
		number(name+"_span", func(n N) int64 { return flag(of(n).Extent == Span) }),
	}
}

func orMax(d Date) int64 {
	if d == 0 {
		return int64(MaxDate)
	}
	return int64(d)
}

// held is a period as six numbers: twice the days on which it certainly held
// (rule 23; from above to where there are none), and those on which it possibly did.
func held[N Node](name string, of func(N) Period) []*Column {
	days := func(i int) func(N) int64 {
		return func(n N) int64 { return of(n).days()[i] }
	}
	names := []string{"_attested_from", "_attested_to", "_between_from", "_between_to", "_maybe_from", "_maybe_to"}
	columns := make([]*Column, len(names))
	for i, suffix := range names {
		columns[i] = number(name+suffix, days(i))
	}
	return columns
}

func folded(names []Name) []string {
	var out []string
	for _, n := range names {
		if f := Fold(n.Value); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// externalKey is how an external id is looked up.
func externalKey(scheme, value string) string {
	return strings.ToLower(strings.TrimSpace(scheme)) + " " + strings.TrimSpace(value)
}

func externalKeys(ids []ExternalID) []string {
	out := make([]string, len(ids))
	for i, e := range ids {
		out[i] = externalKey(e.Scheme, e.Value)
	}
	return out
}

// goneName is the column of Family.Gone.
const goneName = "gone"

func kindColumn() *Column {
	return &Column{Name: "node_kind", Shape: Word, Seek: true, Of: func(n Node) any { return string(n.Head().ID.Kind()) }}
}

func recordedColumn() *Column {
	return &Column{Name: "sort_recorded", Shape: Word, Sort: true, Of: func(n Node) any { return RecordedKey(n.Head().RecordedAt) }}
}

// RecordedKey is a moment as a text that sorts by time.
func RecordedKey(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000Z") }

func family(f *Family, byDefault string, desc bool, orders map[string]string, groups ...[]*Column) {
	f.Columns = append(f.Columns, kindColumn(), recordedColumn())
	for _, g := range groups {
		f.Columns = append(f.Columns, g...)
	}
	f.Gone = f.Column(goneName)
	f.Orders = map[string]Order{"RECORDED_AT": {Column: f.Column("sort_recorded")}}
	for api, column := range orders {
		f.Orders[api] = Order{Column: f.Column(column)}
	}
	f.Order = Order{Column: f.Column(byDefault), Desc: desc}
	if f.Order.Column == nil {
		panic(fmt.Sprintf("the table of kinds has no column %s.%s", f.Name, byDefault))
	}
}

func columns(c ...*Column) []*Column { return c }
