package neo4j

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// A test can be asked of every node in the order of the list, or the nodes that
// pass it can be looked up: "claimed by this group" is a few links for most
// groups, and a walk through everything for a list sorted by date. The server
// does not turn an EXISTS round by itself, so what can be looked up is taken out
// here and drives.

// drives tells whether the nodes that pass can be looked up: from ids given, from
// what stands on a link, or by an index that must be named.
func drives(p graph.Pred) bool {
	if impossible(p) {
		return false
	}
	switch p := p.(type) {
	case graph.IDIn, graph.Parent, graph.Reaches, graph.Covers:
		return true
	case graph.Has:
		return p.Far != nil && drives(p.Far) || p.Far == nil && soughtLink(p.Edge)
	case graph.Cmp:
		return textSought(p) || wordSought(p)
	case graph.All:
		return slices.ContainsFunc(p, drives)
	case graph.Any:
		return slices.ContainsFunc(p, drives) && !slices.ContainsFunc(p, func(p graph.Pred) bool { return !drives(p) && !seeks(p) })
	}
	return false
}

// seeks tells whether an index finds the nodes that pass: good enough as one of
// several ways.
func seeks(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.Cmp:
		return indexed(p.Column) && (p.Op == graph.OpIn || p.Op == graph.OpIs)
	case graph.All:
		return slices.ContainsFunc(p, seeks)
	}
	return false
}

// textSought tells whether an index finds the nodes in whose text a word is, be it the
// whole text or its beginning.
func textSought(c graph.Cmp) bool {
	return c.Within() || c.Column.Parts && c.Op != graph.OpContains && len(c.Words) > 0
}

// wordSought tells whether an index finds the nodes in whose list a word is.
func wordSought(c graph.Cmp) bool {
	return lookedInto(c.Column) && c.Op == graph.OpIn && len(c.Words) > 0
}

// soughtLink tells whether an index finds the links that pass.
func soughtLink(edge graph.Pred) bool {
	switch p := edge.(type) {
	case graph.Cmp:
		return p.Column.Seek && p.Op == graph.OpIn
	case graph.All:
		return slices.ContainsFunc(p, soughtLink)
	}
	return false
}

// sought is the family of the nodes that an index finds.
func sought(p graph.Pred) *graph.Family {
	if all, ok := p.(graph.All); ok {
		return sought(all[slices.IndexFunc(all, seeks)])
	}
	return familyOf[p.(graph.Cmp).Column]
}

// split takes the test that drives out of a conjunction. One that speaks of the
// parent goes first: it differs from parent to parent, so it never finds much; then
// what names a single node. What is vague goes last.
func split(p graph.Pred) (driver, rest graph.Pred) {
	all, ok := p.(graph.All)
	if !ok {
		all = graph.All{p}
	}
	if impossible(p) {
		return nil, p
	}
	for _, better := range []func(graph.Pred) bool{graph.SpeaksOfParent, naming, func(p graph.Pred) bool { return !vague(p) }, func(graph.Pred) bool { return true }} {
		if at := slices.IndexFunc(all, func(p graph.Pred) bool { return drives(p) && better(p) }); at >= 0 {
			return graph.Driver(all, at)
		}
	}
	return nil, p
}

// naming tells whether a test names hardly more than one node for each of its words.
func naming(p graph.Pred) bool {
	c, ok := p.(graph.Cmp)
	return ok && c.Column.Names
}

// vague tells whether what finds the nodes, in the end, is an index that looks into
// texts or lists: a few letters may be in everything.
func vague(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.Cmp:
		return !p.Column.Names && !(p.Column.Parts && p.Op == graph.OpIn)
	case graph.Has:
		return p.Far != nil && vague(p.Far)
	case graph.Any:
		return slices.ContainsFunc(p, vague)
	case graph.All:
		driver, _ := split(p)
		return driver == nil || vague(driver)
	}
	return false
}

// way is one way to find nodes: clauses, the last of which can bear a WHERE, and
// what is asked there. Tests of one MATCH are cheaper to plan than tests after it.
type way struct {
	clauses string
	asked   []string
}

func (w way) String() string { return w.clauses + where(w.asked...) }

func (w way) and(conditions ...string) way {
	return way{w.clauses, append(slices.Clone(w.asked), conditions...)}
}

// drive writes clauses that give the nodes that pass, possibly several times.
func (s *statement) drive(p graph.Pred, at spot) way {
	ways := s.ways(p, at)
	if len(ways) == 1 {
		return ways[0]
	}
	imports := "(" + withWalks
	if s.parent != "" {
		imports = "(" + s.parent + withWalks
	}
	texts := make([]string, len(ways))
	for i, w := range ways {
		texts[i] = w.String() + " RETURN " + at.name
	}
	return way{clauses: "CALL " + imports + ") { " + strings.Join(texts, " UNION ") + " } WITH *"}
}

// ways are the alternatives by which nodes that pass are found.
func (s *statement) ways(p graph.Pred, at spot) []way {
	if !drives(p) {
		return []way{{"MATCH (" + at.name + ":" + quoted(sought(p).Label) + ")", []string{s.test(p, at)}}}
	}
	switch p := p.(type) {
	case graph.IDIn:
		return []way{{"MATCH (" + at.name + ":" + nodeLabel + ")", []string{s.test(p, at)}}}
	case graph.Parent:
		return []way{{clauses: "WITH *, " + s.parent + " AS " + at.name}}
	case graph.Cmp:
		return []way{s.byIndex(p, at)}
	case graph.Any:
		var ways []way
		for _, one := range p {
			ways = append(ways, s.ways(one, at)...)
		}
		return ways
	case graph.Has:
		return s.waysBack(p, at)
	case graph.Reaches:
		if p.Once {
			return s.waysBack(p.Step(), at)
		}
		return []way{{clauses: "UNWIND " + s.walk(p) + " AS " + at.name + " WITH *"}}
	}
	driver, rest := split(p)
	ways := s.ways(driver, at)
	for i := range ways {
		ways[i] = ways[i].and(s.test(rest, at))
	}
	return ways
}

// byIndex names an index that looks into texts or lists. Between quotes no letter
// is an operator of its language, but the quote and what takes its meaning away.
func (s *statement) byIndex(c graph.Cmp, at spot) way {
	if textSought(c) {
		label := quoted(familyOf[c.Column].Label)
		return way{"MATCH (" + at.name + ":" + label + ") USING TEXT INDEX " + at.name + ":" + label + "(" + quoted(c.Column.Name) + ")", []string{s.fits(c, property(at.name, c.Column))}}
	}
	return way{clauses: s.queried(c, "") + " YIELD node AS " + at.name + " WITH *"}
}

// queried asks the index that looks into lists for each word.
func (s *statement) queried(c graph.Cmp, options string) string {
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(w) + `"`
	}
	x := s.name("x")
	return "UNWIND " + s.value(words) + " AS " + x + " CALL db.index.fulltext.queryNodes('" + wordIndex(c.Column) + "', " + x + options + ")"
}

// waysBack go back from the far nodes to those that have a link to them.
func (s *statement) waysBack(h graph.Has, at spot) []way {
	far := farEnd(h.Relation, h.In, h.Kinds)
	if _, ok := h.Far.(graph.Parent); ok {
		return []way{s.back(h, s.parent, at, always)}
	}
	m := s.name("m")
	if h.Far == nil {
		return []way{s.back(h, m, at, far.narrowed(m))}
	}
	ways := s.ways(h.Far, spot{m, far.kinds})
	for i, w := range ways {
		back := s.back(h, m, at, far.narrowed(m))
		ways[i] = way{w.String() + " " + back.clauses, back.asked}
	}
	return ways
}

func (s *statement) back(h graph.Has, from string, at spot, narrowed string) way {
	l := s.name("r")
	return way{"MATCH " + link(from, l, h.Relation, !h.In, at.name), []string{narrowed, s.test(h.Edge, spot{name: l})}}
}
