package sqlite

import (
	"hash/fnv"
	"strings"

	"claimgraph/graph"
)

// revision grows when what stands in the tables changes its meaning while the
// tables look the same.
const revision = 3

// applicationID marks a file as ours ("clgr"); SQLite keeps it in the header.
const applicationID = 0x636c6772

// schema is every table and index, made from the table of kinds.
func schema() []string {
	ddl := []string{
		`CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
		`CREATE TABLE node (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, ` +
			`recorded TEXT NOT NULL, recorded_by TEXT NOT NULL, doc BLOB NOT NULL, view BLOB, looked_up BLOB) STRICT`,
	}
	ddl = append(ddl, searchSchema()...)
	for _, f := range graph.Families {
		ddl = append(ddl, familySchema(f)...)
	}
	for _, r := range graph.Relations {
		ddl = append(ddl, linkSchema(r)...)
	}
	return ddl
}

// familySchema keeps what is filtered and sorted apart from the documents, so
// that looking through many nodes reads few pages.
func familySchema(f *graph.Family) []string {
	table := familyTable(f)
	columns := []string{"num INTEGER PRIMARY KEY", "id TEXT NOT NULL"}
	var rest []string
	for _, c := range f.Columns {
		switch {
		case c.Shape == graph.Words:
			rest = append(rest, wordSchema(c)...)
			continue
		case c.Shape == graph.Note:
			rest = append(rest, "CREATE TABLE "+noteTable(c)+" (num INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT")
			continue
		case c.Sort:
			rest = append(rest, index(table, c.Name, nodeColumn(c), "id"))
		case c.Seek:
			rest = append(rest, index(table, c.Name, seekColumns(f, c)...))
		}
		if c.Parts {
			rest = append(rest, "CREATE VIRTUAL TABLE "+gramTable(c)+" USING fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1')")
		}
		columns = append(columns, nodeColumn(c)+" "+sqlType(c)+" NOT NULL")
	}
	return append([]string{"CREATE TABLE " + table + " (" + strings.Join(columns, ", ") + ") STRICT"}, rest...)
}

// seekColumns are those an index has for what is looked up together, and the id
// where that is in the order of a list.
func seekColumns(f *graph.Family, c *graph.Column) []string {
	columns := []string{nodeColumn(c)}
	for _, name := range c.With {
		more := f.Column(name)
		columns = append(columns, nodeColumn(more))
		if more.Sort {
			columns = append(columns, "id")
		}
	}
	return columns
}

func wordSchema(c *graph.Column) []string {
	table := wordTable(c)
	return []string{
		"CREATE TABLE " + table + " (num INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (num, value)) STRICT, WITHOUT ROWID",
		index(table, "value", "value", "num"),
	}
}

// linkSchema carries the near node's sort key and id on the link: the newest
// twenty of a hub are then twenty index entries, not all its links. Both
// indexes hold the whole link, so that tests never read the table.
func linkSchema(r *graph.Relation) []string {
	table := linkTable(r)
	columns := []string{"src INTEGER NOT NULL", "ord INTEGER NOT NULL", "dst INTEGER NOT NULL", "key TEXT NOT NULL", "id TEXT NOT NULL"}
	out, in := []string{"src", "ord", "dst"}, []string{"dst", "key", "id", "src"}
	for _, c := range r.Edge {
		columns = append(columns, edgeColumn(c)+" "+sqlType(c)+" NOT NULL")
		out, in = append(out, edgeColumn(c)), append(in, edgeColumn(c))
	}
	ddl := []string{
		"CREATE TABLE " + table + " (" + strings.Join(columns, ", ") + ") STRICT",
		index(table, "out", out...),
		index(table, "in", in...),
	}
	for _, c := range r.Edge {
		switch {
		case c == r.Wide: // of one far node: as stretches of the list of all are
			ddl = append(ddl, index(table, c.Name, append([]string{"dst", edgeColumn(c), "key", "id", "src"}, others(r, c)...)...))
		case c.Seek:
			ddl = append(ddl, index(table, c.Name, linkedBy(r, c)...))
		}
	}
	return ddl
}

// linkedBy begins with the column looked up; the others of the link are there
// to be tested.
func linkedBy(r *graph.Relation, c *graph.Column) []string {
	return append(append([]string{edgeColumn(c)}, others(r, c)...), "src")
}

func others(r *graph.Relation, c *graph.Column) []string {
	var columns []string
	for _, other := range r.Edge {
		if other != c {
			columns = append(columns, edgeColumn(other))
		}
	}
	return columns
}

func indexName(table, name string) string { return table + "_by_" + name }

func index(table, name string, columns ...string) string {
	return "CREATE INDEX " + indexName(table, name) + " ON " + table + " (" + strings.Join(columns, ", ") + ")"
}

func sqlType(c *graph.Column) string {
	if c.Shape == graph.Number {
		return "INTEGER"
	}
	return "TEXT"
}

// Format is a number that changes whenever the tables or their meaning do; a
// file carries that of the version that made it.
func Format() int32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(strings.Join(schema(), ";")))
	return int32(h.Sum32()&0x7fffff00) | revision
}
