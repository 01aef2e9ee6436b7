package main

import "strings"

// What the hand-written endpoints read of the records in the stores, and how
// they show it. The names of the fields are those of the API.

type dates struct {
	Earliest *string `json:"earliest"`
	Latest   *string `json:"latest"`
}

type named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type cited struct {
	Source titled `json:"source"`
}

type titled struct {
	Title string `json:"title"`
}

type nodes[T any] struct {
	Nodes []T `json:"nodes"`
}

// record is what is read of a record of any kind.
type record struct {
	Title     string
	Kind      string
	Names     []struct{ Value string }
	Made      dates
	Occurred  dates
	Aspects   []string
	Asserters []string
	About     []string
	Citations []struct{ Source string }
	To        string
	From      string

	Reliability *string
	Places      []struct {
		Relation  string
		Locations []string
	}
}

func recordOf(r row, i int) record {
	var doc record
	r.read(i, &doc)
	return doc
}

// byID are records by the ids of their rows.
func byID(all []row) map[string]record {
	out := make(map[string]record, len(all))
	for _, r := range all {
		if _, known := out[r.text(0)]; !known {
			out[r.text(0)] = recordOf(r, 1)
		}
	}
	return out
}

// actors are those with these ids, in their order.
func actorsOf(ids []string, in []row) []named {
	known, out := byID(in), make([]named, len(ids))
	for i, id := range ids {
		out[i] = named{id, known[id].Names[0].Value}
	}
	return out
}

func sourcesOf(doc record, in []row) []cited {
	known, out := byID(in), make([]cited, len(doc.Citations))
	for i, c := range doc.Citations {
		out[i] = cited{titled{known[c.Source].Title}}
	}
	return out
}

// kinds are the words of the API for the kinds of nodes, by the beginnings of their ids.
var kinds = map[string]string{
	"attack": "Attack", "claim": "Claim", "confirmation": "Confirmation", "denial": "Denial", "doubt": "Doubt", "group": "Group",
	"organization": "Organization", "person": "Person", "location": "Location", "statement": "Statement", "statistic": "Statistic",
}

func kindOf(id string) string {
	prefix, _, _ := strings.Cut(id, ":")
	return kinds[prefix]
}
