package main

import (
	"embed"
	"strings"
)

// question is one of the set that is measured: as a client of ours asks it, and
// as somebody would write an endpoint for it by hand, over the same store.
type question struct {
	name   string
	title  string // as the table names it
	draw   func(d *draw) values
	file   string // of the three texts; "": the name
	answer func(r rows) any
	paged  bool // it asks for a page of a list that another may follow
	second bool // the page after the first one
}

// values are a request's variables.
type values map[string]any

//go:embed queries
var texts embed.FS

func (q *question) text(ending string) string {
	name := q.file
	if name == "" {
		name = q.name
	}
	text, err := texts.ReadFile("queries/" + name + "." + ending)
	if err != nil {
		panic(err) // a test reads them all
	}
	return strings.TrimSpace(string(text))
}

// questions are those of the set, in the order of the table.
var questions = []*question{
	{name: "disputed", title: "20 disputed claims, who denies, sources", draw: func(*draw) values { return values{} }, answer: disputed},
	{name: "attack", title: "one attack: places, claims, answers, sources", draw: func(d *draw) values { return values{"id": d.attack()} }, answer: attack},
	{name: "country", title: "a country in a time: first 50, 3 claims each", draw: (*draw).area, answer: country, paged: true},
	{name: "next", title: "the same, next 50", file: "country", draw: (*draw).area, answer: country, paged: true, second: true},
	{name: "actor", title: "an actor: five ties up, last 20 claims", draw: func(d *draw) values { return values{"id": d.group()} }, answer: actor},
	{name: "actors", title: "100 actors x 20 claims x attack", draw: func(d *draw) values { return values{"ids": d.groups(100)} }, answer: actors},
	{name: "regions", title: "attacks of a year by region", draw: (*draw).year, answer: regions},
	{name: "search", title: "search by name", draw: func(d *draw) values { return values{"text": d.word()} }, answer: search},
	{name: "toll", title: "toll of a country in a time", draw: (*draw).area, answer: toll},
	{name: "neighbourhood", title: "neighbourhood of an attack, depth 2", draw: func(d *draw) values { return values{"of": []string{d.attack()}} }, answer: neighbourhood},
}
