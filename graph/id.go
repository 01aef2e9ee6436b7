package graph

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// ID names a node for ever and on every machine: `<kind>:<key>`, for example
// "claim:ml-2017-abeibara-jnim". Whoever writes the dossier chooses the key.
type ID string

var idShape = regexp.MustCompile(`^[a-z]+:[a-z0-9][a-z0-9._-]{0,126}$`)

// ParseID checks the form of an id. It says nothing about whether such a node exists.
func ParseID(text string) (ID, error) {
	if !idShape.MatchString(text) {
		return "", BadInput("%q is not an id; ids look like \"claim:ml-2017-dioro-jnim\": a kind, a colon, then lower-case letters, digits, dots, dashes", clip(text))
	}
	if ID(text).Kind() == "" {
		return "", BadInput("%q is not an id: there is no kind %q", clip(text), text[:strings.IndexByte(text, ':')])
	}
	return ID(text), nil
}

// Kind is the kind of node the id speaks of, or "" where the prefix is none we know.
func (id ID) Kind() NodeKind {
	prefix, _, _ := strings.Cut(string(id), ":")
	return kindOfPrefix[prefix]
}

// KindsOf are the kinds that ids are of, each once, in alphabetical order; never nil.
func KindsOf(ids []ID) []NodeKind {
	kinds := []NodeKind{}
	for _, id := range ids {
		if k := id.Kind(); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// MarshalGQL writes the id as a JSON string, and null where there is none.
func (id ID) MarshalGQL(w io.Writer) { Text(id).MarshalGQL(w) }

// UnmarshalGQL reads an id a client sent and refuses what cannot be one.
func (id *ID) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return BadInput("an id is a string, not %v", v)
	}
	parsed, err := ParseID(text)
	*id = parsed
	return err
}

// Text is a text that may be missing: empty means the source gives none, and is shown as null.
type Text string

// MarshalGQL writes the text as JSON, and null where there is none.
func (t Text) MarshalGQL(w io.Writer) {
	if t == "" {
		_, _ = io.WriteString(w, "null")
		return
	}
	if !strings.ContainsFunc(string(t), quoted) { // as nearly all ids and days
		_, _ = io.WriteString(w, `"`)
		_, _ = io.WriteString(w, string(t))
		_, _ = io.WriteString(w, `"`)
		return
	}
	text, err := json.Marshal(string(t))
	if err != nil {
		text = []byte(`null`)
	}
	_, _ = w.Write(text)
}

// quoted tells whether a letter may look otherwise in JSON.
func quoted(r rune) bool {
	return r < ' ' || r > '~' || r == '"' || r == '\\' || r == '<' || r == '>' || r == '&'
}

// UnmarshalGQL reads a text a client sent.
func (t *Text) UnmarshalGQL(v any) error {
	switch v := v.(type) {
	case nil:
		*t = ""
	case string:
		*t = Text(v)
	default:
		return BadInput("a text is wanted, not %v", v)
	}
	return nil
}

// URL is a web address, kept as it was written; empty is shown as null.
type URL string

// MarshalGQL writes the address as JSON, and null where there is none.
func (u URL) MarshalGQL(w io.Writer) { Text(u).MarshalGQL(w) }

// UnmarshalGQL reads an address a client sent.
func (u *URL) UnmarshalGQL(v any) error { return (*Text)(u).UnmarshalGQL(v) }

// clip keeps an error message short when somebody sent a book.
func clip(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return fmt.Sprint(text)
}
