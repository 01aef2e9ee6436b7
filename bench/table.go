package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// line is what was measured of a question, by so many clients.
type line struct {
	question   *question
	clients    int
	ours, hand timed
}

type table struct{ lines []line }

func (t *table) add(q *question, clients int, m line) {
	m.question, m.clients = q, clients
	t.lines = append(t.lines, m)
}

func (t *table) print(w io.Writer, c course, store string) {
	fmt.Fprintf(w, "\n%s, %d attacks; ours / by hand = ratio\n", store, c.world.Attacks)
	var peak [2]uint64
	for _, clients := range []int{1, 8} {
		fmt.Fprintf(w, "\n%d clients\n", clients)
		out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		_, _ = fmt.Fprintln(out, "question\tp50 ms\tp99 ms\trequests/s\tkB\tcalls\tstatements\tallocations\tkB allocated")
		for _, l := range t.lines {
			peak[0], peak[1] = max(peak[0], l.ours.used.Peak), max(peak[1], l.hand.used.Peak)
			if l.clients == clients {
				l.print(out)
			}
		}
		_ = out.Flush()
	}
	fmt.Fprintf(w, "\npeak memory of the server: ours %d MB, by hand %d MB\n", peak[0]>>20, peak[1]>>20)
}

func (l *line) print(w io.Writer) {
	a, b := &l.ours, &l.hand
	each := func(t *timed, n uint64) float64 { return float64(n) / float64(len(t.took)) }
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%.1f\t%.1f\t%s\t%s\n", l.question.title,
		beside("%.2f", milliseconds(a.quantile(0.5)), milliseconds(b.quantile(0.5))),
		beside("%.2f", milliseconds(a.quantile(0.99)), milliseconds(b.quantile(0.99))),
		fmt.Sprintf("%.0f / %.0f = %.2f", a.throughput(), b.throughput(), b.throughput()/a.throughput()),
		beside("%.1f", each(a, uint64(a.got))/1024, each(b, uint64(b.got))/1024), //nolint:gosec // never negative
		each(a, uint64(a.used.Calls)), each(a, uint64(a.used.Statements)),
		beside("%.0f", each(a, a.used.Allocated), each(b, b.used.Allocated)),
		beside("%.0f", each(a, a.used.Bytes)/1024, each(b, b.used.Bytes)/1024))
}

func beside(form string, a, b float64) string {
	return fmt.Sprintf(form+" / "+form+" = %.2f", a, b, a/b)
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }
