package ucdp

import (
	"regexp"
	"strings"

	"claimgraph/graph"
)

// publisher is UCDP itself, who says all that the rows say.
const publisher graph.ID = "organization:ucdp"

func organization() *graph.Organization {
	return &graph.Organization{Profile: graph.Profile{Header: graph.Header{ID: publisher}, Kind: graph.ActorFoundation, Names: []graph.Name{
		{Value: "Uppsala Conflict Data Program", Kind: graph.NamePreferred}, {Value: "UCDP", Kind: graph.NameAcronym},
	}}}
}

// dataset is one of UCDP's data sets in one release; "": of a release nobody named.
type dataset struct {
	key, title, credit, release string
}

func eventsOf(release string) dataset {
	return dataset{"ucdp-ged", "UCDP Georeferenced Event Dataset (GED)",
		"Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4): 523-532", release}
}

func actorsOf(release string) dataset {
	return dataset{"ucdp-actor", "UCDP Actor Dataset", "the publications UCDP lists with it", release}
}

func (d dataset) id() graph.ID {
	if d.release == "" {
		return graph.ID("source:" + d.key)
	}
	return graph.ID("source:" + d.key + "-" + d.release)
}

func (d dataset) source() *graph.Source {
	s := &graph.Source{Header: graph.Header{ID: d.id()}, Title: d.title, Kind: graph.SourceDataset, Publisher: publisher,
		URL: "https://ucdp.uu.se/downloads/", Language: "en", Availability: graph.AvailabilityPublished, Published: graph.NoDate(0),
		Licence: graph.Text("CC BY 4.0; credit: Uppsala Conflict Data Program; cite " + d.credit)}
	if d.release != "" {
		s.Title += ", version " + d.release
		s.Published = d.published()
	}
	return s
}

// yearly is how UCDP numbers what it releases once a year: 23.1 is of 2023.
var yearly = regexp.MustCompile(`^([1-9]\d)\.[1-9]$`)

func (d dataset) published() graph.DateRange {
	of := yearly.FindStringSubmatch(d.release)
	if of == nil {
		return graph.NoDate(0)
	}
	first, err := graph.ParseDate("20" + of[1] + "-01-01")
	if err != nil {
		return graph.NoDate(0)
	}
	return graph.DateRange{Earliest: first, Latest: first + 1130, Extent: graph.Moment, Precision: graph.PrecisionYear,
		Derivation: graph.Inferred, Verbatim: graph.Text("version " + d.release)}
}

// cite cites a place in the data set.
func (d dataset) cite(locator, note string) graph.Cited {
	return graph.Cited{Citations: []graph.Citation{{Source: d.id(), Locator: graph.Text(locator), Note: graph.Text(note),
		Role: graph.RolePrimary, Basis: graph.BasisStated}}}
}

// cited is an article or report that a row names as a source of its event.
type cited struct {
	office   string
	on       graph.Date
	headline string // or all there is, where the row does not tell the parts apart
}

// inParts is how source_article gives what it names since 2013: office, day and
// headline of each in quotes. Before, it is a text of any form.
var inParts = regexp.MustCompile(`^(.*?),(\d{4}-\d{2}-\d{2}),(.*)$`)

// cited reads source_article; where that is empty, as many as source_office and
// source_date agree upon. Semicolons of headlines do not part anything.
func (r *row) cited() []cited {
	var out []cited
	add := func(c cited) {
		c.office, c.headline = tidy(c.office), tidy(c.headline)
		for _, other := range out {
			if other == c {
				return
			}
		}
		if c.office != "" || c.headline != "" {
			out = append(out, c)
		}
	}
	if text := r.text("source_article"); text != "" {
		for part := range strings.SplitSeq(text, `";"`) {
			part = strings.Trim(part, `"`)
			found, on := inParts.FindStringSubmatch(part), graph.Date(0)
			if found != nil {
				on, _ = graph.ParseDate(found[2]) // one that cannot be is no day
			}
			if on == 0 { // a text of another form, which may speak of several
				out = nil
				add(cited{headline: strings.Trim(text, `"`)})
				return out
			}
			add(cited{found[1], on, found[3]})
		}
		return out
	}
	offices, days := strings.Split(r.text("source_office"), ";"), strings.Split(r.text("source_date"), ";")
	for i, office := range offices {
		c := cited{office: office}
		if len(days) == len(offices) {
			c.on, _ = graph.ParseDate(strings.TrimSpace(days[i])) // another form is no day we know
		}
		add(c)
	}
	return out
}

// source is the article as far as the row names it. Its id is made of that: two
// rows that name the same share it.
func (c cited) source() *graph.Source {
	title, key := c.headline, "cited"
	if c.office != "" {
		key += "-" + slug(c.office)
		title = c.office
		if c.headline != "" {
			title += ": " + c.headline
		}
	}
	kind, published := graph.SourceOther, graph.NoDate(0) // a text of any form may name a book
	if c.on != 0 {
		kind, published = graph.SourceArticle, graph.OnDay(c.on, graph.Explicit)
		key += "-" + c.on.String()
	}
	if len(key) > 80 {
		key = key[:80]
	}
	return &graph.Source{Header: graph.Header{ID: keyed(graph.KindSource, strings.TrimRight(key, "-.")+"-"+digest(c.office+"\n"+c.headline))},
		Title: graph.ClipTitle(title), Kind: kind, Published: published}
}
