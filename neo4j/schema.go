package neo4j

import "claimgraph/graph"

// Format is the number of this layout of labels, properties and relationships.
// It grows with every change that makes an older database unreadable.
const Format = 5

// schema are the statements that make constraints and indexes, each harmless
// where it was made before. All of them follow from the table of kinds.
func schema() []string {
	all := []string{
		"CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:" + nodeLabel + ") REQUIRE n." + idOf + " IS UNIQUE",
		"CREATE CONSTRAINT meta_name IF NOT EXISTS FOR (n:" + metaLabel + ") REQUIRE n.name IS UNIQUE",
		searchSchema(),
	}
	for _, f := range graph.Families {
		for _, c := range f.Columns {
			switch {
			case c.Sort:
				all = append(all, index(f, c, property("n", c)+", n."+idOf))
			case runs(f, c):
				all = append(all, index(f, c, property("n", c)+", "+property("n", f.Column(c.With[0]))+", n."+idOf))
			case indexed(c):
				all = append(all, index(f, c, property("n", c)))
			}
		}
	}
	for _, r := range graph.Relations {
		for _, c := range r.Edge {
			if c.Seek {
				all = append(all, "CREATE INDEX "+quoted(r.Name+"_"+c.Name)+" IF NOT EXISTS FOR ()-[r:"+quoted(r.Name)+"]-() ON (r."+quoted(c.Name)+")")
			}
		}
	}
	return all
}

func index(f *graph.Family, c *graph.Column, on string) string {
	return "CREATE INDEX " + quoted(f.Name+"_"+c.Name) + " IF NOT EXISTS FOR (n:" + quoted(f.Label) + ") ON (" + on + ")"
}

// indexed tells which columns have an index of their own beside those that
// lists are sorted by: words, which a filter names exactly, and flags. Dates
// have none: a window of days is most often wide, and then the list's own order
// is the better way; lists of words cannot be looked into by an index; titles
// can be longer than an index takes.
func indexed(c *graph.Column) bool {
	switch {
	case familyOf[c] == nil || c.Sort || c.Name == "title":
		return false
	case c.Shape == graph.Word:
		return true
	}
	return c.Seek
}

// runs tells whether an index leads to stretches of a sorted list. Others are of
// one column: the server takes none of whose columns one is not asked for.
func runs(f *graph.Family, c *graph.Column) bool {
	return len(c.With) == 1 && f.Column(c.With[0]).Sort
}
