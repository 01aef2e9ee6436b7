package graph

import (
	"fmt"
	"strconv"
	"strings"
)

// A ledger is stored as text that is quick to read, because a toll over a list
// reads one an attack: a line an assertion, its fields parted by bars, several
// of a field by commas, the parts of a figure by slashes. No id and no word of the
// model holds any of these.
const ledgerFields = 10

// Text is the ledger as it is stored: "" where there is nothing in it.
func (l Ledger) Text() string {
	lines := make([]string, len(l.Lines))
	for i, line := range l.Lines {
		figures := make([]string, len(line.Figures))
		for j, f := range line.Figures {
			figures[j] = f.text()
		}
		lines[i] = strings.Join([]string{
			string(line.ID), strings.Join(Texts(line.Asserters), ","), marked(line.Either, "e"), line.Counts.text(), line.Disputed.text(),
			string(line.Supersedes), string(line.Adopts), strings.Join(Texts(line.Together), ","), line.Order, strings.Join(figures, ","),
		}, "|")
	}
	return strings.Join(lines, "\n")
}

func (f Headcount) text() string {
	bound := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	return strings.Join([]string{string(f.Outcome), bound(f.Min), bound(f.Max), string(f.Victims), marked(f.About, "a") + marked(f.Provisional, "p")}, "/")
}

func (s Spans) text() string {
	days := make([]string, len(s))
	for i, day := range s {
		days[i] = strconv.Itoa(int(day))
	}
	return strings.Join(days, ",")
}

func marked(holds bool, mark string) string {
	if holds {
		return mark
	}
	return ""
}

// ParseLedger reads what Text wrote.
func ParseLedger(text string) (Ledger, error) {
	var l Ledger
	if text == "" {
		return l, nil
	}
	l.Lines = make([]Line, 0, 1+strings.Count(text, "\n"))
	for part := range strings.SplitSeq(text, "\n") {
		line, err := parseLine(part)
		if err != nil {
			return Ledger{}, fmt.Errorf("a ledger's line %q: %w", part, err)
		}
		l.Lines = append(l.Lines, line)
	}
	return l, nil
}

func parseLine(text string) (Line, error) {
	var f [ledgerFields]string
	if n := split(text, "|", f[:]); n != ledgerFields {
		return Line{}, fmt.Errorf("has %d fields", n)
	}
	line := Line{ID: ID(f[0]), Asserters: splitIDs(f[1]), Either: f[2] != "", Supersedes: ID(f[5]), Adopts: ID(f[6]), Together: splitIDs(f[7]), Order: f[8]}
	var err error
	if line.Counts, err = parseSpans(f[3]); err != nil {
		return Line{}, err
	}
	if line.Disputed, err = parseSpans(f[4]); err != nil {
		return Line{}, err
	}
	line.Figures, err = parseFigures(f[9])
	return line, err
}

// split cuts a text into parts, and tells how many there are; those beyond the
// room given are only counted.
func split(text, at string, parts []string) int {
	n := 0
	for part := range strings.SplitSeq(text, at) {
		if n < len(parts) {
			parts[n] = part
		}
		n++
	}
	return n
}

func splitIDs(text string) []ID {
	if text == "" {
		return nil
	}
	out := make([]ID, 0, 1+strings.Count(text, ","))
	for part := range strings.SplitSeq(text, ",") {
		out = append(out, ID(part))
	}
	return out
}

func parseSpans(text string) (Spans, error) {
	if text == "" {
		return nil, nil
	}
	out := make(Spans, 0, 1+strings.Count(text, ","))
	for part := range strings.SplitSeq(text, ",") {
		day, err := strconv.Atoi(part)
		if err != nil {
			return nil, err
		}
		out = append(out, AsOf(day))
	}
	return out, nil
}

func parseFigures(text string) ([]Headcount, error) {
	if text == "" {
		return nil, nil
	}
	out := make([]Headcount, 0, 1+strings.Count(text, ","))
	for part := range strings.SplitSeq(text, ",") {
		var p [5]string
		if n := split(part, "/", p[:]); n != len(p) {
			return nil, fmt.Errorf("the figure %q has %d parts", part, n)
		}
		f := Headcount{Outcome: CasualtyOutcome(p[0]), Victims: VictimCategory(p[3]), About: strings.Contains(p[4], "a"), Provisional: strings.Contains(p[4], "p")}
		for i, bound := range []**int{&f.Min, &f.Max} {
			if p[1+i] == "" {
				continue
			}
			n, err := strconv.Atoi(p[1+i])
			if err != nil {
				return nil, err
			}
			*bound = &n
		}
		out = append(out, f)
	}
	return out, nil
}
