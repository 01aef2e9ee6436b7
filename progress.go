package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress tells how far long work has come: a bar where a person looks on, a
// plain line every few seconds everywhere else.
type progress struct {
	say         io.Writer
	bar         *progressbar.ProgressBar // nil: nobody looks on
	what        string                   // "attacks"
	total, done int
	began, told time.Time
}

// betweenLines is how long a log is left in peace.
const betweenLines = 5 * time.Second

func newProgress(say io.Writer, what string, total int) *progress {
	p := &progress{say: say, what: what, total: total, began: time.Now(), told: time.Now()}
	if file, ok := say.(*os.File); ok && term.IsTerminal(int(file.Fd())) { //nolint:gosec // a small number
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(say), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	return p
}

// add tells that more is done.
func (p *progress) add(n int) {
	p.done += n
	switch {
	case p.bar != nil:
		_ = p.bar.Add(n)
	case time.Since(p.told) >= betweenLines:
		p.told = time.Now()
		fmt.Fprintf(p.say, "%d of %d %s, %d a second\n", p.done, p.total, p.what, p.rate())
	}
}

// rate is how many a second, on the whole.
func (p *progress) rate() int {
	return int(float64(p.done) / max(time.Since(p.began).Seconds(), 0.001))
}

// end takes the bar away, so that a last line can be said.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
