package graph

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Name is one name of an actor or a place. A rename is a further name of the
// same node; a merger is an affiliation.
type Name struct {
	Value    string   `json:"value"`
	Language Text     `json:"language,omitempty"`
	Kind     NameKind `json:"kind"`
	Valid    *Period  `json:"valid,omitempty"`
	Source   ID       `json:"source,omitempty"`
}

// ExternalID is the node's identifier in somebody else's list.
type ExternalID struct {
	Scheme string `json:"scheme"`
	Value  string `json:"value"`
	URL    URL    `json:"url,omitempty"`
}

// ExternalId is ExternalID under the name the API gives it.
type ExternalId = ExternalID

// preferred is the first preferred name, else the first name.
func preferred(names []Name) string {
	for _, n := range names {
		if n.Kind == NamePreferred {
			return n.Value
		}
	}
	if len(names) > 0 {
		return names[0].Value
	}
	return ""
}

func normalNames(names []Name) {
	for i := range names {
		if names[i].Kind == "" {
			names[i].Kind = NameAlias
			if i == 0 {
				names[i].Kind = NamePreferred
			}
		}
		names[i].Valid.normal()
	}
}

func validateNames(names []Name) error {
	if len(names) == 0 {
		return Under(BadInput("has no name"), "names")
	}
	count := 0
	for i, n := range names {
		at := []string{"names", index(i)}
		if n.Value == "" {
			return Under(BadInput("a name is empty"), at...)
		}
		if err := oneOf("kind", n.Kind, NameKinds); err != nil {
			return Under(err, at...)
		}
		if n.Kind == NamePreferred {
			count++
		}
		if n.Valid != nil {
			if err := n.Valid.Validate(); err != nil {
				return Under(err, append(at, "valid")...)
			}
		}
		if err := wantID("source", n.Source, false, KindSource); err != nil {
			return Under(err, at...)
		}
	}
	if count != 1 {
		return Under(BadInput("has %d preferred names; exactly one is wanted", count), "names")
	}
	return nil
}

// MaxTitle and MaxExternal are how many letters a title and an identifier, its scheme
// and a space before it, have at most, as they are compared. An index that looks into
// texts takes 32,766 bytes: 8,000 letters of four. Nobody's identifier is as long.
const (
	MaxTitle    = 8000
	MaxExternal = 1000
)

// ClipTitle is the beginning of a text that is too long for a title, and an ellipsis.
func ClipTitle(text string) string {
	if utf8.RuneCountInString(Fold(text)) <= MaxTitle {
		return text
	}
	letters := []rune(text)
	kept := sort.Search(len(letters), func(n int) bool { return utf8.RuneCountInString(Fold(string(letters[:n+1]))) > MaxTitle })
	return strings.TrimSpace(string(letters[:kept])) + "…"
}

func validateTitle(title string) error {
	switch n := utf8.RuneCountInString(Fold(title)); {
	case title == "":
		return Under(BadInput("has no title"), "title")
	case n > MaxTitle:
		return Under(BadInput("has %d letters; a title has at most %d", n, MaxTitle), "title")
	}
	return nil
}

func validateExternalIDs(ids []ExternalID) error {
	for i, e := range ids {
		if e.Scheme == "" || e.Value == "" {
			return Under(BadInput("an external id needs a scheme and a value"), "externalIds", index(i))
		}
		if n := utf8.RuneCountInString(externalKey(e.Scheme, e.Value)); n > MaxExternal {
			return Under(BadInput("has %d letters; scheme and value have at most %d together", n-1, MaxExternal-1), "externalIds", index(i)) // but for the space
		}
	}
	return nil
}
