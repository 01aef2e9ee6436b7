package browsertest

import (
	"fmt"

	"github.com/chromedp/chromedp"
)

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
	p.await("the typed text to be kept", fmt.Sprintf(`Object.entries(localStorage).some(([k, v]) => k.endsWith("tabState") && v.includes(%s))`, quoted(text)))
}

// Variables returns what stands in the pane of variables, which may be closed.
func (p *Page) Variables() string {
	p.t.Helper()
	return look[string](p, `document.querySelector('.graphiql-editor-tool .CodeMirror').CodeMirror.getValue()`)
}

// CopyLink presses the button that makes a link to the question, and returns the
// link once the page says that it was copied.
func (p *Page) CopyLink() string {
	p.t.Helper()
	p.do("copy a link", chromedp.Click(chromedp.CSS(`button[aria-label="Copy a link to this question"]`)))
	p.await("word of the link", `document.querySelector("[role=status].said").textContent === "The link to this question is copied."`)
	return look[string](p, `location.href`)
}
