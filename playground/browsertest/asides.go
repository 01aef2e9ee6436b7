package browsertest

import (
	"fmt"

	"github.com/chromedp/chromedp"
)

// OpenPlugin opens the pane on the left that its button calls title, and waits until it says text.
func (p *Page) OpenPlugin(title, text string) {
	p.t.Helper()
	p.do("open "+title, chromedp.Click(chromedp.CSS(fmt.Sprintf(`button[aria-label=%q]`, "Show "+title))))
	p.await(fmt.Sprintf("%q in %s", text, title), pluginSays(text))
}

// InDialog opens a dialog by its button on the left, does something, and closes it again.
func (p *Page) InDialog(title string, act func()) {
	p.t.Helper()
	p.do("open "+title, chromedp.Click(chromedp.CSS(fmt.Sprintf(`button[aria-label=%q]`, "Open "+title))))
	p.await(title, dialogOpen)
	act()
	// Not by the mouse: what it finds may still be moving.
	p.do("close "+title, chromedp.Evaluate[chromedp.Void](`document.querySelector(".graphiql-dialog-close").click()`))
	p.await(title+" to close", "!"+dialogOpen)
}

const dialogOpen = `(document.querySelector(".graphiql-dialog") !== null)`

// Follow clicks on the link in the open pane on the left whose text is link, and waits until the pane says text.
func (p *Page) Follow(link, text string) {
	p.t.Helper()
	p.do("follow "+link, chromedp.Click(fmt.Sprintf(`//div[contains(@class,"graphiql-plugin")]//a[text()=%q]`, link)))
	p.await(fmt.Sprintf("%q behind %s", text, link), pluginSays(text))
}

func pluginSays(text string) string {
	return fmt.Sprintf(`(document.querySelector(".graphiql-plugin")?.innerText ?? "").includes(%s)`, quoted(text))
}
