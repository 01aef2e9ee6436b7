package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
	browser := open(t)
	watch, err := newWatch(browser, base)
	if err != nil {
		t.Fatalf("the browser did not start: %v", err)
	}
	p := &Page{t: t, browser: browser, watch: watch}
	p.do("open the page", chromedp.Navigate(base+"/"))
	p.await("the editor", editorText+` !== ""`)
	return p
}

// The texts of the two panes, as CodeMirror has them: what it draws is cut to what fits.
const (
	editorText   = `(document.querySelector(".graphiql-query-editor .CodeMirror")?.CodeMirror.getValue() ?? "")`
	responseText = `(document.querySelector(".result-window .CodeMirror")?.CodeMirror.getValue() ?? "")`
	editorReady  = `document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.operationName`
	running      = `(document.querySelector(".graphiql-response .graphiql-spinner") !== null)`
)

// Tabs returns the names on the tabs, from left to right.
func (p *Page) Tabs() []string {
	p.t.Helper()
	return look[[]string](p, `[...document.querySelectorAll(".graphiql-tab-button")].map(b => b.textContent)`)
}

// Editor returns the question in the editor.
func (p *Page) Editor() string {
	p.t.Helper()
	return look[string](p, editorText)
}

// Select clicks on the tab at index and waits until its question is in the
// editor. GraphiQL reads the name of the operation a tenth of a second later,
// and would until then send the name of the tab before it.
func (p *Page) Select(index int, query string) {
	p.t.Helper()
	p.do(fmt.Sprintf("click on tab %d", index+1), chromedp.Click(chromedp.CSS(fmt.Sprintf("#graphiql-session-tab-%d", index))))
	p.await(fmt.Sprintf("the question of tab %d", index+1), editorText+" === "+quoted(query)+" && "+quoted(query)+`.includes(" " + `+editorReady+`)`)
}

// Run presses the run button and returns the text of the answer. The answer
// before it is wiped first, so as not to be taken for the new one.
func (p *Page) Run() string {
	p.t.Helper()
	p.do("press run",
		chromedp.Evaluate[chromedp.Void](`document.querySelector(".result-window .CodeMirror").CodeMirror.setValue("")`),
		chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	p.await("an answer", responseText+` !== "" && !`+running)
	return look[string](p, responseText)
}

// Type writes text at the start of the editor, and waits until the browser has kept it.
func (p *Page) Type(text string) {
	p.t.Helper()
	p.do("type",
		chromedp.Evaluate[chromedp.Void](`document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.execCommand("goDocStart")`),
		chromedp.SendKeys(chromedp.CSS(".graphiql-query-editor textarea"), text))
	p.await("the typed text to be kept", fmt.Sprintf(`Object.values(localStorage).some(v => v.includes(%s))`, quoted(text)))
}

// Reload opens the page again, with what the browser kept.
func (p *Page) Reload() {
	p.t.Helper()
	p.do("reload", chromedp.Reload())
	p.await("the editor", editorText+` !== ""`)
}

// OpenPlugin opens the pane on the left that its button calls title, and waits until it says text.
func (p *Page) OpenPlugin(title, text string) {
	p.t.Helper()
	p.do("open "+title, chromedp.Click(chromedp.CSS(fmt.Sprintf(`button[aria-label=%q]`, "Show "+title))))
	p.await(fmt.Sprintf("%q in %s", text, title), pluginSays(text))
}

// OpenDialog opens a dialog by its button on the left, and closes it again.
func (p *Page) OpenDialog(title string) {
	p.t.Helper()
	p.do("open "+title, chromedp.Click(chromedp.CSS(fmt.Sprintf(`button[aria-label=%q]`, "Open "+title))))
	p.await(title, `document.querySelector(".graphiql-dialog") !== null`)
	p.do("close "+title, chromedp.Click(chromedp.CSS(".graphiql-dialog-close")))
	p.await(title+" to close", `document.querySelector(".graphiql-dialog") === null`)
}

// Follow clicks on the link in the open pane on the left whose text is link, and waits until the pane says text.
func (p *Page) Follow(link, text string) {
	p.t.Helper()
	p.do("follow "+link, chromedp.Click(fmt.Sprintf(`//div[contains(@class,"graphiql-plugin")]//a[text()=%q]`, link)))
	p.await(fmt.Sprintf("%q behind %s", text, link), pluginSays(text))
}

func pluginSays(text string) string {
	return fmt.Sprintf(`(document.querySelector(".graphiql-plugin")?.innerText ?? "").includes(%s)`, quoted(text))
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

func quoted(text string) string {
	out, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(out)
}
