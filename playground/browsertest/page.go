package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Page is the playground in an open browser. Its methods act as a reader
// would, by clicking and looking, and end the test when they cannot.
type Page struct {
	t       testing.TB
	browser context.Context
	watch   *watch
}

// Visit opens the playground of the server at base (scheme, host and port) in
// a new browser and waits until its editor is there. Without a browser on the
// machine it skips the test, and under CI=true it fails it.
func Visit(t testing.TB, base string) *Page {
	t.Helper()
	return VisitAt(t, base, base+"/")
}

// VisitAt opens it by a link.
func VisitAt(t testing.TB, base, link string) *Page {
	t.Helper()
	browser := open(t)
	watch, err := newWatch(browser, base)
	if err != nil {
		t.Fatalf("the browser did not start: %v", err)
	}
	p := &Page{t: t, browser: browser, watch: watch}
	p.do("open the page", chromedp.Navigate(link))
	p.await("the editor", editorText+` !== ""`)
	return p
}

// Reload opens the page again, with what the browser kept.
func (p *Page) Reload() {
	p.t.Helper()
	p.do("reload", chromedp.Reload())
	p.await("the editor", editorText+` !== ""`)
}

// Go goes to another address in the same window, as from the address bar, and
// waits until the page was loaded anew, for which it may take its time itself.
func (p *Page) Go(link string) {
	p.t.Helper()
	p.do("go to "+link,
		chromedp.Evaluate[chromedp.Void](`window.before = true`),
		chromedp.Navigate(link))
	for p.browser.Err() == nil {
		loaded, err := chromedp.Run(p.browser, chromedp.Evaluate[bool](`!window.before && document.readyState === "complete"`))
		if err == nil && loaded {
			break // an error says that the page is just going away
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.await("the editor", editorText+` !== ""`)
}

// Screenshot writes what a reader sees now to a PNG file.
func (p *Page) Screenshot(path string) {
	p.t.Helper()
	picture, err := chromedp.Run(p.browser, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(path, picture, 0o644)
	}
	if err != nil {
		p.t.Fatalf("take a picture: %v", err)
	}
}

// Requests returns the addresses asked for since the visit began.
func (p *Page) Requests() []string {
	requests, _ := p.watch.found()
	return requests
}

// Troubles returns what went wrong out of a reader's sight: requests that
// failed or left for another server, errors in the console, refusals of the
// page's own security policy.
func (p *Page) Troubles() []string {
	_, troubles := p.watch.found()
	return troubles
}

// look returns the value of a JavaScript expression in the page.
func look[T any](p *Page, expression string) T {
	p.t.Helper()
	value, err := chromedp.Run(p.browser, chromedp.Evaluate[T](expression))
	if err != nil {
		p.t.Fatalf("look at %s: %v; troubles: %q", expression, err, p.Troubles())
	}
	return value
}

// await looks again and again until the JavaScript condition holds.
func (p *Page) await(what, condition string) {
	p.t.Helper()
	_, err := chromedp.Run(p.browser, chromedp.Poll[chromedp.Void](condition, chromedp.WithPollingInterval(50*time.Millisecond)))
	if errors.Is(err, chromedp.ErrPollingTimeout) {
		p.t.Fatalf("waited in vain for %s; the answer pane says %.500q; troubles: %q", what, look[string](p, responseText), p.Troubles())
	}
	if err != nil {
		p.t.Fatalf("waiting for %s: %v; troubles: %q", what, err, p.Troubles())
	}
}

func (p *Page) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.browser, actions...); err != nil {
		p.t.Fatalf("%s: %v; troubles: %q", what, err, p.Troubles())
	}
}

// quoted writes a text, or what is made of texts, as JavaScript has it.
func quoted(value any) string {
	out, err := json.Marshal(value)
	if err != nil {
		panic(err) // a text always has a JSON form
	}
	return string(out)
}
