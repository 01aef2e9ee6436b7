package neo4j

import (
	"fmt"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// statement is Cypher as it is written. Its text holds names of the table and
// of the statement's own making, nothing a request said: whatever was said is a
// parameter. So the server plans each shape once.
type statement struct {
	text   strings.Builder
	params map[string]any
	named  int          // names given out
	parent string       // the node whose branch is being filled
	walks  []string     // clauses that must run before everything else
	walked []graph.Pred // what they find
	lists  []gathering  // nodes collected before
	wrong  error        // what no statement can be written for
}

func newStatement() *statement { return &statement{params: map[string]any{}} }

// withWalks stands in the text for the names of all walks, each after a comma:
// how many there are is known at the end.
const withWalks = "\x00"

func (s *statement) add(parts ...string) {
	for _, p := range parts {
		s.text.WriteString(p)
	}
}

// String is the whole statement.
func (s *statement) String() string {
	names := ""
	for i := range s.walks {
		names += ", " + walkName(i)
	}
	text := strings.Join(s.walks, "") + s.text.String()
	text = strings.ReplaceAll(text, "("+withWalks, "("+strings.TrimPrefix(names, ", "))
	return strings.ReplaceAll(text, withWalks, names)
}

// name gives a variable that no other part of the statement uses.
func (s *statement) name(prefix string) string {
	s.named++
	return prefix + strconv.Itoa(s.named)
}

// value hands over a parameter and gives its name.
func (s *statement) value(v any) string {
	name := "p" + strconv.Itoa(len(s.params))
	s.params[name] = v
	return "$" + name
}

func (s *statement) fail(format string, args ...any) {
	if s.wrong == nil {
		s.wrong = fmt.Errorf(format, args...)
	}
}

// where joins conditions; those that hold for everything are left out.
func where(conditions ...string) string {
	var asked []string
	for _, c := range conditions {
		if c != "" && c != always {
			asked = append(asked, c)
		}
	}
	if len(asked) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(asked, " AND ")
}

// link is a relationship pattern from one node to another.
func link(from, name string, r *graph.Relation, in bool, to string) string {
	if in {
		return "(" + from + ")<-[" + name + ":" + quoted(r.Name) + "]-(" + to + ")"
	}
	return "(" + from + ")-[" + name + ":" + quoted(r.Name) + "]->(" + to + ")"
}
