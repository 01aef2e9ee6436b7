package dossier

import (
	"encoding/json"
	"strings"

	"claimgraph/graph"
)

// Schema is the JSON Schema of one YAML document of a dossier (draft 2020-12),
// by which editors complete and check while people write. It comes from the
// table the reader reads by.
func Schema() ([]byte, error) {
	s := &schemas{defs: object{}}
	root := object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "A dossier: one source and what it says, or reference data",
		"description": "Read by claimgraph check and claimgraph load. What a schema cannot tell, such as ids nobody has described, the checker does.",
	}
	for key, value := range s.mapping(sections, nil) {
		root[key] = value
	}
	root["$defs"] = s.defs
	text, err := json.MarshalIndent(root, "", "  ")
	return append(text, '\n'), err
}

type object = map[string]any

// schemas collects the definitions that the schema refers to.
type schemas struct{ defs object }

// define gives a reference to a definition, making it where there is none yet.
func (s *schemas) define(name string, build func() any) any {
	if _, ok := s.defs[name]; !ok {
		s.defs[name] = object{} // ends circles
		s.defs[name] = build()
	}
	return object{"$ref": "#/$defs/" + name}
}

// mapping is the schema of a mapping with these keys; wants are keys of which one must stand.
func (s *schemas) mapping(rows []*row, wants []string) object {
	properties := object{}
	var required []string
	for _, r := range rows {
		schema := r.form.schema(s)
		if r.doc != "" {
			schema = described(schema, r.doc)
		}
		properties[r.key] = schema
		if r.must {
			required = append(required, r.key)
		}
	}
	mapping := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		mapping["required"] = required
	}
	if len(wants) > 0 {
		mapping["anyOf"] = eachRequired(wants)
	}
	return mapping
}

func eachRequired(keys []string) []any {
	var each []any
	for _, key := range keys {
		each = append(each, object{"required": []string{key}})
	}
	return each
}

func described(schema any, doc string) any {
	with := object{"description": doc}
	for key, value := range schema.(object) {
		with[key] = value
	}
	return with
}

func anyOf(schemas ...any) any { return object{"anyOf": schemas} }

func (textForm) schema(*schemas) any { return object{"type": []string{"string", "number", "boolean"}} }

func (f wordForm) schema(*schemas) any { return object{"enum": f.spelled()} }

func (countForm) schema(*schemas) any { return object{"type": "integer", "minimum": 0} }

func (flagForm) schema(*schemas) any { return object{"type": "boolean"} }

func (measureForm) schema(*schemas) any { return object{"type": "number"} }

func (f idForm) schema(*schemas) any {
	prefix := "(" + strings.Join(f.prefixes(), "|") + "):"
	if len(f.kinds) == 1 {
		prefix = "(" + prefix + ")?"
	}
	return object{"type": []string{"string", "integer"}, "pattern": "^" + prefix + keyPattern + "$"}
}

func (f listForm) schema(s *schemas) any {
	item := f.item.schema(s)
	return anyOf(item, object{"type": "array", "items": item})
}

func (f *structForm) schema(s *schemas) any {
	return s.define(f.name, func() any {
		var rows []*row
		f.each(func(r *row) { rows = append(rows, r) })
		mapping := s.mapping(rows, f.wants)
		if f.short != nil {
			return anyOf(f.short.schema(s), mapping)
		}
		return mapping
	})
}

func (numberForm) schema(s *schemas) any {
	return s.define("Number", func() any {
		words := []string{"[0-9]{1,9}( to [0-9]{1,9})?"}
		for _, b := range bounded {
			words = append(words, b.words+"[0-9]{1,9}")
		}
		words = append(words, sortedKeys(vague)...)
		words = append(words, sortedKeys(withheld)...)
		return anyOf(
			object{"type": "integer", "minimum": 0},
			object{"type": "string", "pattern": "^(" + strings.Join(words, "|") + ")$"},
		)
	})
}

const dayPattern = `[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?`

func (dayForm) schema(s *schemas) any {
	return s.define("Day", func() any {
		return anyOf(object{"type": "string", "pattern": "^" + dayPattern + "$"}, object{"type": "integer"})
	})
}

func (dateForm) schema(s *schemas) any {
	return s.define("Date", func() any {
		pattern := "^(" + dayPattern + "( to " + dayPattern + ")?|not (after|before) " + dayPattern + "|unknown|not given)$"
		return anyOf(object{"type": "string", "pattern": pattern}, object{"type": "integer"})
	})
}

func (f valueForm) schema(s *schemas) any { return f.of.schema(s) }

func (f externalIDsForm) schema(s *schemas) any {
	value := listForm{textForm{}}.schema(s)
	return anyOf(f.list.schema(s), object{"type": "object", "additionalProperties": value})
}

func (figureForm) schema(s *schemas) any { return numberForm{}.schema(s) }

func (actorsForm) schema(s *schemas) any { return listForm{idForm{actors}}.schema(s) }

func (locatorForm) schema(s *schemas) any { return textForm{}.schema(s) }

// rows are all keys of a record.
func (f *recordForm) rows() []*row {
	rows := append([]*row{}, f.own...)
	f.fields.each(func(r *row) { rows = append(rows, r) })
	return append(rows, f.hang...)
}

func (f *recordForm) schema(s *schemas) any {
	return s.define(f.kind.Label, func() any { return s.mapping(f.rows(), f.fields.wants) })
}

func (f childForm) schema(s *schemas) any { return listForm(f).schema(s) }

func (answerForm) schema(s *schemas) any {
	return s.define("Answer", func() any {
		var kinds []any
		for _, v := range verbs {
			kinds = append(kinds, recordForms[v.kind].schema(s))
		}
		return object{"oneOf": kinds}
	})
}

func (additionForm) schema(s *schemas) any {
	return s.define("Addition", func() any {
		var kinds []any
		for _, k := range graph.Kinds {
			kinds = append(kinds, s.addition(recordForms[k.Name]))
		}
		return object{"oneOf": kinds}
	})
}

// addition is the schema of what is added to a node of one kind: nothing can be missing.
func (s *schemas) addition(f *recordForm) any {
	rows := []*row{{
		key: "to", must: true, doc: docFor("additions.to"),
		form: fullIDForm{idForm{[]graph.NodeKind{f.kind.Name}}},
	}}
	for _, r := range f.rows() {
		if r.key == "id" {
			continue
		}
		open := *r
		open.must = false
		rows = append(rows, &open)
	}
	return s.mapping(rows, nil)
}

// fullIDForm is an id that must say its kind.
type fullIDForm struct{ idForm }

func (f fullIDForm) schema(*schemas) any {
	return object{"type": "string", "pattern": "^" + f.prefixes()[0] + ":" + keyPattern + "$"}
}

func (fileSourceForm) schema(s *schemas) any {
	return anyOf(recordForms[graph.KindSource].schema(s), idForm{sources}.schema(s))
}
