package browsertest

import (
	"fmt"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Focus is where the keyboard is.
type Focus struct {
	Name string `json:"name"` // what a screen reader calls it; empty: outside the page
	Seen bool   `json:"seen"` // it is on the screen, in a frame of at least two pixels
}

// focused finds the frame of an editor of text around its hidden text field.
const focused = `(() => {
	const at = document.activeElement;
	if (!at || at === document.body) return { name: "", seen: true };
	const framed = at.closest(".CodeMirror") ?? at;
	const style = getComputedStyle(framed), box = framed.getBoundingClientRect();
	const onScreen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
	return {
		name: at.getAttribute("aria-label") ?? (at.textContent.trim() || at.tagName),
		seen: onScreen && style.visibility === "visible" && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
	};
})()`

// Tab presses the Tab key and says where the keyboard is then.
func (p *Page) Tab() Focus {
	p.t.Helper()
	p.do("press Tab", chromedp.KeyEvent(kb.Tab))
	return look[Focus](p, focused)
}

// ShiftTab presses it with the Shift key.
func (p *Page) ShiftTab() Focus {
	p.t.Helper()
	p.do("press Shift-Tab", chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
	return look[Focus](p, focused)
}

// TabTo presses the Tab key until the keyboard is where name is.
func (p *Page) TabTo(name string) {
	p.t.Helper()
	for range 100 {
		if p.Tab().Name == name {
			return
		}
	}
	p.t.Fatalf("the Tab key leads to no %q", name)
}

// Enter presses the Enter key on what has the keyboard.
func (p *Page) Enter() {
	p.t.Helper()
	p.do("press Enter", chromedp.KeyEvent(kb.Enter))
}

// Escape presses the key that closes a dialog, and waits until it has. One that
// was just opened does not hear it yet, so it is pressed again, as a reader would.
func (p *Page) Escape() {
	p.t.Helper()
	for range 20 {
		p.do("press Escape", chromedp.KeyEvent(kb.Escape))
		for range 10 {
			if !look[bool](p, dialogOpen) {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
	p.t.Fatal("the Escape key closes no dialog")
}

// RunByKeys asks the question by keys alone, and waits for an answer that contains word.
func (p *Page) RunByKeys(word string) {
	p.t.Helper()
	p.do("press Ctrl-Enter", chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	p.await("an answer with "+word, fmt.Sprintf(`%s.includes(%s)`, responseText, quoted(word)))
}

// AwaitFocus waits until the keyboard is where name is.
func (p *Page) AwaitFocus(name string) {
	p.t.Helper()
	p.await("the keyboard at "+name, focused+".name === "+quoted(name))
}

// AwaitSchema waits until the page knows what can be asked: while it asks for that,
// one of its buttons cannot be pressed.
func (p *Page) AwaitSchema() {
	p.t.Helper()
	p.await("the schema", `!!document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.options.lint.schema &&
		!document.querySelector("button[aria-label='Re-fetch GraphQL schema']").disabled`)
}

// AwaitDialog waits until a dialog is open and has the keyboard.
func (p *Page) AwaitDialog() {
	p.t.Helper()
	p.await("the keyboard in a dialog", `document.activeElement.closest(".graphiql-dialog") !== null`)
}

// Leave takes the keyboard out of the page, as when it was just opened.
func (p *Page) Leave() {
	p.t.Helper()
	p.do("leave", chromedp.Evaluate[chromedp.Void](`document.activeElement.blur()`))
}
