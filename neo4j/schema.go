package neo4j

import (
	"strings"

	"claimgraph/graph"
)

// Format is the number of this layout of labels, properties and relationships.
// It grows with every change that makes an older database unreadable.
const Format = 10

// schema are the statements that make constraints and indexes, each harmless
// where it was made before. All of them follow from the table of kinds.
func schema() []string {
	all := []string{
		"CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:" + nodeLabel + ") REQUIRE n." + idOf + " IS UNIQUE",
		"DROP INDEX node_search IF EXISTS", // of a database that was emptied for this version
		"CREATE CONSTRAINT meta_name IF NOT EXISTS FOR (n:" + metaLabel + ") REQUIRE n.name IS UNIQUE",
	}
	all = append(all, searchSchema()...)
	for _, f := range graph.Families {
		for _, c := range f.Columns {
			switch {
			case c.Sort:
				all = append(all, index(f, c, property("n", c)+", n."+idOf))
			case runs(f, c):
				all = append(all, index(f, c, property("n", c)+", "+property("n", f.Column(c.With[0]))+", n."+idOf))
			case indexed(c):
				all = append(all, index(f, c, property("n", c)))
			case c.Parts:
				all = append(all, "CREATE TEXT INDEX "+quoted(f.Name+"_"+c.Name)+" IF NOT EXISTS FOR (n:"+quoted(f.Label)+") ON ("+property("n", c)+")")
			case lookedInto(c):
				all = append(all, fulltext(wordIndex(c), quoted(f.Label), property("n", c), "keyword"))
			}
		}
	}
	for _, r := range graph.Relations {
		if r.Listed {
			all = append(all, "CREATE INDEX "+quoted(r.Name+"_along")+" IF NOT EXISTS FOR ()-[r:"+quoted(r.Name)+"]-() ON (r."+strings.Join(alongBy(r), ", r.")+")")
		}
		for _, c := range r.Edge {
			if c.Seek {
				all = append(all, "CREATE INDEX "+quoted(r.Name+"_"+c.Name)+" IF NOT EXISTS FOR ()-[r:"+quoted(r.Name)+"]-() ON (r."+quoted(c.Name)+")")
			}
		}
	}
	return all
}

// alongBy are the properties by which links to one node are met in the order in
// which the nodes stand where they begin, stretch by stretch if they tell.
func alongBy(r *graph.Relation) []string {
	if r.Wide == nil {
		return []string{farOf, keyOf, idOf}
	}
	return []string{farOf, quoted(r.Wide.Name), keyOf, idOf}
}

func index(f *graph.Family, c *graph.Column, on string) string {
	return "CREATE INDEX " + quoted(f.Name+"_"+c.Name) + " IF NOT EXISTS FOR (n:" + quoted(f.Label) + ") ON (" + on + ")"
}

// fulltext is an index that knows each word of a property as soon as it is written.
// The analyser parts texts into words.
func fulltext(name, labels, property, analyser string) string {
	return "CREATE FULLTEXT INDEX " + quoted(name) + " IF NOT EXISTS FOR (n:" + labels + ") ON EACH [" + property + "] " +
		"OPTIONS {indexConfig: {`fulltext.analyzer`: '" + analyser + "', `fulltext.eventually_consistent`: false}}"
}

// lookedInto tells which columns are lists with a full-text index that takes each
// text of the list as one word.
func lookedInto(c *graph.Column) bool { return c.Shape == graph.Words && c.Seek }

func wordIndex(c *graph.Column) string { return familyOf[c].Name + "_" + c.Name }

// indexed tells which columns have an index of their own beside those that
// lists are sorted by: words, which a filter names exactly, and flags. Dates
// have none: a window of days is most often wide, and then the list's own order
// is the better way; lists of words cannot be looked into by such an index, nor
// titles for what stands within them.
func indexed(c *graph.Column) bool {
	switch {
	case familyOf[c] == nil || c.Sort || c.Parts || c.Shape == graph.Words:
		return false
	case c.Shape == graph.Word:
		return true
	}
	return c.Seek
}

// runs tells whether an index leads to stretches of a sorted list. Others are of
// one column: the server takes none of whose columns one is not asked for.
func runs(f *graph.Family, c *graph.Column) bool {
	return len(c.With) > 0 && f.Column(c.With[0]).Sort
}
