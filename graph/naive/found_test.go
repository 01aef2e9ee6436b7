package naive_test

import (
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What random worlds found, told as stories; each with a line of history.

func TestFound(t *testing.T) {
	for _, story := range []struct {
		name   string
		world  []graph.Node
		aspect graph.Aspect
		on     graph.AsOf
		want   graph.Standing
	}{
		{
			// A denial of unknown scope reached what a claim unknown by then asserts.
			name: "denied in general before anybody accused: of responsibility nobody speaks yet",
			world: []graph.Node{
				source("source:early", 20170121), source("source:late", 20170131),
				attack("source:early"), group("group:a"), group("group:b"),
				&graph.Denial{Reply: graph.Reply{Said: said("denial:d", "source:early", "group:a")}},
				&graph.Claim{Said: said("claim:c", "source:late", "group:b"), Kind: graph.ClaimAccusation, AttributedTo: ids("group:a")},
			},
			aspect: graph.AspectResponsibility, on: 20170125, want: graph.Unanswered,
		},
		{
			// A possible speaker was taken for a sure one, and his judgement for his own words.
			name: "who may have spoken judges it a denial later: known from the judgement on",
			world: []graph.Node{
				source("source:early", 20170121), source("source:late", 20170131),
				attack("source:early"), group("group:a"), group("group:b"), group("group:c"),
				&graph.Claim{Said: said("claim:c", "source:early", "group:c"), Kind: graph.ClaimReport},
				&graph.Denial{Reply: graph.Reply{
					Said: alternative(made(said("denial:d", "source:late", "group:a", "group:b"), 20170122)), RespondsTo: "claim:c", JudgedBy: "group:a",
				}},
			},
			aspect: graph.AspectOccurrence, on: 20170125, want: graph.Unanswered,
		},
	} {
		t.Run(story.name, func(t *testing.T) {
			w := told(t, story.world...)
			if got := caseOf(w, "attack:a").Known(story.on).SubjectStanding(story.aspect).Standing; got != story.want {
				t.Errorf("graph says %s, want %s", got, story.want)
			}
			if got := naive.SubjectStanding(w, "attack:a", story.aspect, story.on).Standing; got != story.want {
				t.Errorf("naive says %s, want %s", got, story.want)
			}
		})
	}
}

// Only one who was named as an alternative counted as such, not one who only may have spoken.
func TestFoundWhoMayHaveClaimedItIsNotReportedInFull(t *testing.T) {
	w := told(t,
		source("source:s", 20170121), attack("source:s"), group("group:a"), group("group:b"), group("group:c"), group("group:d"),
		&graph.Claim{Said: alternative(said("claim:own", "source:s", "group:a", "group:b")), Kind: graph.ClaimResponsibility, AttributedTo: ids("group:d")},
		&graph.Claim{Said: said("claim:report", "source:s", "group:c"), Kind: graph.ClaimReport, AttributedTo: ids("group:a")},
	)
	got := caseOf(w, "attack:a").Known(graph.Now).SubjectStanding(graph.AspectResponsibility)
	if got.Standing != graph.PartlyCorroborated {
		t.Errorf("graph says %s", got.Standing)
	}
}

// Of dates nobody states, only the record's own was looked at.
func TestFoundDatesNobodyStatesAreHeldTogether(t *testing.T) {
	a := attack("source:s")
	a.Recorded.Occurred = graph.NoDate(20170121)
	report := &graph.Claim{Said: said("claim:c", "source:s", "group:a"), Kind: graph.ClaimReport}
	later := graph.NoDate(20170125)
	report.AssertedDate = &later
	w := told(t, source("source:s", 20170130), a, group("group:a"), report)
	caseOf(w, "attack:a").Derive()
	if a.Occurred.Latest != 20170125 {
		t.Errorf("not after %s, want 2017-01-25", a.Occurred.Latest)
	}
}

// A report that names others than a claim of responsibility was in no conflict with it.
func TestFoundAReportContradictsAClaimOfResponsibility(t *testing.T) {
	w := told(t,
		source("source:s", 20170121), attack("source:s"), group("group:a"), group("group:b"), group("group:c"),
		&graph.Claim{Said: said("claim:own", "source:s", "group:a"), Kind: graph.ClaimResponsibility},
		&graph.Claim{Said: said("claim:report", "source:s", "group:c"), Kind: graph.ClaimReport, AttributedTo: ids("group:b")},
	)
	found := caseOf(w, "attack:a").Known(graph.Now).Conflicts([]graph.Aspect{graph.AspectResponsibility})
	if len(found) != 1 || len(found[0].Assertions) != 2 {
		t.Errorf("conflicts are %v", found)
	}
}

// It was heard until somebody else was accused, and then no more.
func TestFoundWhoDeniesHisPartIsHeardWhenOthersAreAccused(t *testing.T) {
	w := told(t,
		source("source:s", 20170121), attack("source:s"), group("group:a"), group("group:b"), group("group:c"),
		&graph.Denial{Reply: graph.Reply{Said: said("denial:d", "source:s", "group:a"), Concerning: ids("group:a")}},
		&graph.Claim{Said: made(said("claim:c", "source:s", "group:c"), 20170130), Kind: graph.ClaimAccusation, AttributedTo: ids("group:b")},
	)
	for on, want := range map[graph.AsOf]graph.Standing{20170125: graph.Unanswered, 20170130: graph.PartlyDisputed} {
		got := caseOf(w, "attack:a").Known(on).SubjectStanding(graph.AspectResponsibility)
		if got.Standing != want {
			t.Errorf("as of %d graph says %s, want %s", on, got.Standing, want)
		}
	}
	if a := caseOf(w, "attack:a").Known(graph.Now).Attribution(policies[1]); len(a) != 1 || a[0].Standing != graph.Unanswered {
		t.Errorf("nobody denies that it was group:b: %v", a)
	}
}

// Figures taken over from a claim replaced nothing where two parties agree.
func TestFoundFiguresTakenOverReplaceToo(t *testing.T) {
	figures := func(n int, who graph.VictimCategory) []graph.CasualtyFigure {
		return []graph.CasualtyFigure{{Outcome: graph.OutcomeKilled, Min: &n, Max: &n, Victims: graph.Victims{Category: who}}}
	}
	one, other := said("claim:one", "source:s", "group:a"), said("claim:other", "source:s", "group:b")
	one.Casualties, other.Casualties = figures(5, graph.VictimCivilian), figures(5, graph.VictimUnknown)
	third := said("claim:third", "source:s", "group:c")
	third.Casualties = figures(7, graph.VictimCaptive)
	later := said("confirmation:later", "source:s", "group:b")
	later.Aspects, later.Supersedes = []graph.Aspect{graph.AspectCasualties}, "claim:other"
	w := told(t,
		source("source:s", 20170121), attack("source:s"), group("group:a"), group("group:b"), group("group:c"),
		&graph.Claim{Said: one, Kind: graph.ClaimReport}, &graph.Claim{Said: other, Kind: graph.ClaimSuspicion}, &graph.Claim{Said: third, Kind: graph.ClaimSuspicion},
		&graph.Confirmation{Reply: graph.Reply{Said: later, RespondsTo: "claim:third", Degree: graph.DegreeFull}},
	)
	got := caseOf(w, "attack:a").Known(graph.Now).SubjectStanding(graph.AspectCasualties)
	if slices.Contains(got.ConfirmedBy, "group:a") {
		t.Errorf("group:a is confirmed by figures that were replaced: %+v", got)
	}
}

// Whether a tie is disputed was asked of today, whatever the day.
func TestFoundATieIsNotDisputedBeforeSomebodyDeniesIt(t *testing.T) {
	period := graph.OnDay(20170121, graph.Explicit)
	blast, denial := attack("source:s"), said("denial:d", "source:late", "group:b")
	blast.Recorded.Occurred = period
	denial.About = ids("affiliation:t")
	scope := &graph.Statistic{Header: graph.Header{ID: "statistic:s"}, Cited: cited("source:s"), Metric: graph.MetricAttacks, Quantifier: graph.QuantifierExact, Actors: ids("group:b"), Compiler: "group:c"}
	w := told(t,
		source("source:s", 20170122), source("source:late", 20170130), blast, group("group:a"), group("group:b"), group("group:c"), scope,
		&graph.Affiliation{Header: graph.Header{ID: "affiliation:t"}, Cited: cited("source:s"), From: "group:a", To: "group:b", Kind: graph.PartOf, Period: graph.Period{Attested: &period}},
		&graph.Claim{Said: made(said("claim:c", "source:s", "group:a"), 20170122), Kind: graph.ClaimResponsibility},
		&graph.Denial{Reply: graph.Reply{Said: made(denial, 20170130)}},
	)
	for on, want := range map[graph.AsOf]int{20170129: 1, 20170130: 0, graph.Now: 0} {
		own := graph.OwnCount{Of: scope}
		rows := own.Among([]*graph.View{caseOf(w, "attack:a").Known(on)}, policies[2])
		if rows.Counts[0] != want {
			t.Errorf("as of %d %d attacks are theirs by undisputed ties, not %d", on, rows.Counts[0], want)
		}
	}
}

// told is the world of some nodes, as writing leaves them.
func told(t *testing.T, nodes ...graph.Node) naive.World {
	t.Helper()
	for _, n := range nodes {
		if n.Normal(); n.Validate() != nil {
			t.Fatal(n.Validate())
		}
	}
	return naive.Of(nodes)
}

func ids(ids ...graph.ID) []graph.ID { return ids }

func cited(source graph.ID) graph.Cited {
	return graph.Cited{Citations: []graph.Citation{{Source: source, Role: graph.RolePrimary, Basis: graph.BasisStated}}}
}

func source(id graph.ID, day graph.Date) *graph.Source {
	return &graph.Source{Header: graph.Header{ID: id}, Title: "S", Kind: graph.SourceArticle, Published: graph.OnDay(day, graph.Explicit)}
}

func group(id graph.ID) *graph.Group {
	return &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: id}, Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: string(id)}}}}
}

func attack(source graph.ID) *graph.Attack {
	return &graph.Attack{Header: graph.Header{ID: "attack:a"}, Cited: cited(source), Title: "A"}
}

func said(id, source graph.ID, speakers ...graph.ID) graph.Said {
	return graph.Said{Header: graph.Header{ID: id}, Cited: cited(source), Asserters: speakers, About: ids("attack:a")}
}

func made(s graph.Said, day graph.Date) graph.Said {
	s.Made = graph.OnDay(day, graph.Explicit)
	return s
}

func alternative(s graph.Said) graph.Said {
	s.AsserterMode = graph.Alternative
	return s
}
