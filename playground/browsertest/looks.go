package browsertest

import (
	"context"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Prefer makes the reader's whole system "dark" or "light".
func (p *Page) Prefer(scheme string) {
	p.t.Helper()
	p.do("prefer "+scheme, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return err
	}))
}

// ChooseTheme presses a button of the settings dialog: System, Light or Dark.
func (p *Page) ChooseTheme(name string) {
	p.t.Helper()
	p.InDialog("settings dialog", func() {
		p.do("choose "+name, chromedp.Click(`//div[contains(@class,"graphiql-dialog")]//button[text()="`+name+`"]`))
	})
}

// Dark says whether the page is dark now.
func (p *Page) Dark() bool {
	p.t.Helper()
	return look[bool](p, `(() => {
		const [r, g, b] = getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor.match(/\d+/g);
		return Number(r) + Number(g) + Number(b) < 384;
	})()`)
}

// Barriers are what keeps some readers out of what the page shows now, as the
// rules of axe see it; axe is the text of its script. known names the rules
// that a part of the page may break.
func (p *Page) Barriers(axe string, known []Barrier) []string {
	p.t.Helper()
	return p.barriers(axe, "", known)
}

// Contrasts are those of the barriers that lie in colours.
func (p *Page) Contrasts(axe string, known []Barrier) []string {
	p.t.Helper()
	return p.barriers(axe, `, runOnly: ["color-contrast", "link-in-text-block"]`, known)
}

func (p *Page) barriers(axe, only string, known []Barrier) []string {
	p.t.Helper()
	look[bool](p, axe+`; true`)
	found, err := chromedp.Run(p.browser, chromedp.Evaluate[[]string](`axe.run(document, { resultTypes: ["violations"]`+only+` }).then(({ violations }) => {
		const known = `+quoted(known)+`;
		const list = [];
		for (const { id, nodes } of violations) {
			for (const { target, html, failureSummary } of nodes) {
				const element = document.querySelector(target.at(-1));
				if (!known.some((k) => k.rule === id && element.closest(k.below))) {
					list.push(id + ": " + html + ": " + failureSummary);
				}
			}
		}
		return list;
	})`, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("ask axe: %v", err)
	}
	return found
}

// Barrier is a rule of axe that everything below a part of the page may break.
type Barrier struct {
	Rule  string `json:"rule"`
	Below string `json:"below"` // a CSS selector
}
