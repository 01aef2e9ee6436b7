package graph

import (
	"iter"
	"math"
	"slices"
)

// TollTotal is the toll over a list of attacks (rule 31).
type TollTotal struct {
	Outcome         CasualtyOutcome `json:"outcome"`
	Min             int             `json:"min"` // what is known, added
	Max             *int            `json:"max,omitempty"`
	CountedMax      *int            `json:"countedMax,omitempty"`
	AttacksCounted  int             `json:"attacksCounted"`
	AttacksUnstated int             `json:"attacksUnstated"`
	Joint           []ID            `json:"joint,omitempty"` // figures of several attacks together, added once (rule 32)
}

// TollOver is the toll over a list in which each attack stands once, with its
// ledger; the question is that of Ledger.Toll.
func TollOver(list iter.Seq2[ID, Ledger], outcome CasualtyOutcome, victims []VictimCategory, by func(actor ID) bool, on AsOf) TollTotal {
	total := TollTotal{Outcome: outcome}
	most := 0 // of those that have a figure
	together := joints{}
	for attack, ledger := range list {
		t := ledger.Toll(outcome, victims, by, on)
		if t.Stated {
			total.AttacksCounted++
			most = bounds{0, most}.plus(bounds{0, orOpen(t.Max)}).high
		} else {
			total.AttacksUnstated++
		}
		if t.Min != nil {
			total.Min += *t.Min
		}
		together.meet(attack, ledger, outcome, on)
	}
	total.add(most, together, victims, by, on)
	return total
}

// add ends a total: by the most that attacks with a figure have, and by the
// joint figures.
func (t *TollTotal) add(counted int, together joints, victims []VictimCategory, by func(ID) bool, on AsOf) {
	if t.AttacksUnstated == 0 {
		t.Max = shown(counted)
	}
	known, most, joint := together.added(t.Outcome, victims, by, on)
	t.Min, t.Joint = t.Min+known, joint
	if t.AttacksCounted > 0 || len(joint) > 0 {
		t.CountedMax = shown(bounds{0, counted}.plus(bounds{0, most}).high)
	}
}

func orOpen(high *int) int {
	if high == nil {
		return math.MaxInt
	}
	return *high
}

// joints are the assertions about several attacks met in a list, by id.
type joints map[ID]*joint

type joint struct {
	Line
	missing map[ID]bool // the attacks it is about that were not met yet
	figured bool        // somebody has a figure of one of them alone
}

// meet takes note of those in the ledger of an attack. They stand in that of
// each attack they are about.
func (j joints) meet(attack ID, ledger Ledger, outcome CasualtyOutcome, on AsOf) {
	if !ledger.joint() {
		return
	}
	lines := ledger.of(outcome, on)
	figured := slices.ContainsFunc(lines, func(l Line) bool {
		return len(l.Together) == 0 && slices.ContainsFunc(l.Figures, Headcount.given)
	})
	for _, line := range lines {
		if len(line.Together) == 0 {
			continue
		}
		at := j[line.ID]
		if at == nil {
			at = &joint{Line: line, missing: map[ID]bool{}}
			for _, id := range line.Together {
				at.missing[id] = true
			}
			j[line.ID] = at
		}
		delete(at.missing, attack)
		at.figured = at.figured || figured
	}
}

// added is what those add of whose attacks the list holds all, none of them
// with a figure of its own (rule 32): at least, at most, and which they are. Of
// one set of attacks several are accounts, as of one attack. Sets that overlap
// could count the same people twice: of them the lowest is known.
func (j joints) added(outcome CasualtyOutcome, victims []VictimCategory, by func(ID) bool, on AsOf) (known, most int, which []ID) {
	var sets [][]ID
	accounts := map[int][]account{}
	var lines []*joint
	for _, id := range keys(j) {
		at := j[id]
		a, _ := at.account(outcome, victims, on)
		if len(at.missing) > 0 || at.figured || !at.saidBy(by) || !a.known {
			continue
		}
		lines = append(lines, at)
		i := slices.IndexFunc(sets, func(set []ID) bool { return sameSet(set, at.Together) })
		if i < 0 {
			i, sets = len(sets), append(sets, at.Together)
		}
		accounts[i] = append(accounts[i], a)
	}
	lowest := map[int]int{} // by the first of the sets that overlap
	for i, part := range overlapping(sets) {
		t := tollOf(accounts[i])
		most = bounds{0, most}.plus(bounds{0, orOpen(t.Max)}).high
		if t.Min == nil {
			continue
		}
		if low, met := lowest[part]; !met || *t.Min < low {
			known += *t.Min - low
			lowest[part] = *t.Min
		}
	}
	slices.SortFunc(lines, func(a, b *joint) int { return newestFirst(a.Order, b.Order, a.ID, b.ID) })
	for _, at := range lines {
		which = append(which, at.ID)
	}
	return known, most, which
}

// overlapping gives each set the first of those it overlaps with, at first or
// second hand.
func overlapping(sets [][]ID) []int {
	return grouped(len(sets), func(i, j int) bool { return intersect(sets[i], sets[j]) })
}

// grouped gives each of n the first of those it belongs with, where belonging
// passes on.
func grouped(n int, with func(i, j int) bool) []int {
	first := make([]int, n)
	for i := range first {
		first[i] = i
		for j := range i {
			if first[i] == first[j] || !with(i, j) {
				continue
			}
			low, high := min(first[i], first[j]), max(first[i], first[j])
			for k := range i + 1 {
				if first[k] == high {
					first[k] = low
				}
			}
		}
	}
	return first
}
