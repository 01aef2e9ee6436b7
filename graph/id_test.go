package graph_test

import (
	"strings"
	"testing"

	"claimgraph/graph"
)

func TestIDs(t *testing.T) {
	for text, good := range map[string]bool{
		"claim:ml-2017-abeibara-jnim":       true,
		"group:jnim":                        true,
		"location:ml.08_x":                  true,
		"claim:" + strings.Repeat("a", 127): true,
		"claim:" + strings.Repeat("a", 128): false,
		"claim:":                            false,
		"claim":                             false,
		"claim:-dash-first":                 false,
		"Claim:upper":                       false,
		"claim:Upper":                       false,
		"nokind:x":                          false,
		"claim:with space":                  false,
		"claim:zwei:drei":                   false,
		"claim:x\n":                         false,
		"":                                  false,
	} {
		if _, err := graph.ParseID(text); (err == nil) != good {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzParseID: whatever is accepted has a kind and comes back unchanged.
func FuzzParseID(f *testing.F) {
	for _, s := range []string{"claim:a", "group:jnim", "x:y", "claim:ö", ":", "a:b:c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := graph.ParseID(text)
		if err == nil && (string(id) != text || id.Kind() == "") {
			t.Errorf("%q became %q of kind %q", text, id, id.Kind())
		}
		if err != nil && graph.CodeOf(err) != graph.CodeBadInput {
			t.Errorf("%q: %v has no code", text, err)
		}
	})
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Niafunké":                "niafunke",
		"NIAFUNKE":                "niafunke",
		"Jama'at Nusrat al-Islam": "jama at nusrat al islam",
		"  al--Qaeda!  ":          "al qaeda",
		"Straße":                  "strasse",
		"ﬁn":                      "fin",
		"(\"*~":                   "",
		"جماعة":                   "جماعة",
		"Ⅷ":                       "viii",
		"FDD's Long War Journal":  "fdd s long war journal",
		"\u0301":                  "",
	} {
		if got := graph.Fold(text); got != want {
			t.Errorf("%q folds to %q, not %q", text, got, want)
		}
	}
}

// FuzzFold: folding again changes nothing, and never leaves a blank at an end or two in a row.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"Niafunké", "İ", "ß ǰ", "a\u0345b", "𞤀𞤣𞤤𞤢𞤥", "½ cup"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := graph.Fold(text)
		if again := graph.Fold(once); again != once {
			t.Errorf("%q folds to %q, then to %q", text, once, again)
		}
		if strings.TrimSpace(once) != once || strings.Contains(once, "  ") {
			t.Errorf("%q folds to %q", text, once)
		}
	})
}

func TestDates(t *testing.T) {
	for text, good := range map[string]bool{
		"2017-10-23": true, "2017-02-29": false, "2016-02-29": true, "2017-10-32": false, "0000-01-01": false,
		"9999-12-31": true, "2017-1-2": false, "": false, "20171023": false,
	} {
		d, err := graph.ParseDate(text)
		if (err == nil) != good || good && d.String() != text {
			t.Errorf("%q: %v %v", text, d, err)
		}
	}
	if d := graph.Date(20171231).AddDays(1); d != 20180101 {
		t.Error(d)
	}
}

// FuzzParseDate: whatever is accepted is a day of the calendar and comes back unchanged.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2017-10-23", "2016-02-29", "9999-12-31", "0001-01-01", "2017-13-01", "-017-10-23", "２０１７-10-23"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := graph.ParseDate(text)
		if err == nil && (d.String() != text || d.AddDays(1).AddDays(-1) != d && text != "9999-12-31") {
			t.Errorf("%q became %s", text, d)
		}
		if err != nil && graph.CodeOf(err) != graph.CodeBadInput {
			t.Errorf("%q: %v has no code", text, err)
		}
	})
}

// FuzzCursor: a cursor that was not made here is refused, whatever it is.
func FuzzCursor(f *testing.F) {
	c := graph.Cursor{Kinds: []graph.NodeKind{graph.KindGroup}}
	jnim := &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: "group:jnim"}, Names: []graph.Name{{Value: "JNIM"}}}}
	f.Add(c.At(jnim))
	f.Add("")
	f.Add("AAAA")
	f.Fuzz(func(t *testing.T, text string) {
		keys, err := c.Read(text)
		if err == nil && len(keys) != 2 {
			t.Errorf("%q gave %v", text, keys)
		}
	})
}

func TestCursorBelongsToOneOrder(t *testing.T) {
	jnim := &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: "group:jnim"}, Names: []graph.Name{{Value: "JNIM"}}}}
	byName := graph.Cursor{Kinds: []graph.NodeKind{graph.KindGroup}}
	family := graph.KindNamed(graph.KindGroup).Family
	byTime := graph.Cursor{Kinds: byName.Kinds, Order: []graph.Order{family.Orders["RECORDED_AT"]}}
	if keys, err := byName.Read(byName.At(jnim)); err != nil || keys[0] != "jnim" || keys[1] != "group:jnim" {
		t.Error(keys, err)
	}
	if _, err := byTime.Read(byName.At(jnim)); graph.CodeOf(err) != graph.CodeBadInput {
		t.Error("a cursor of another order was taken")
	}
	damaged := []byte(byName.At(jnim))
	damaged[len(damaged)/2] ^= 1
	if _, err := byName.Read(string(damaged)); err == nil {
		t.Error("a damaged cursor was taken")
	}
}
