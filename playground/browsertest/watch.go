package browsertest

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// watch collects what a reader would not see: where requests went, which of
// them failed, and what the page complained about.
type watch struct {
	base string

	mu       sync.Mutex
	requests []string
	troubles []string
}

// newWatch listens to the browser from now on. A status of 400 and above, and
// refusals of the Content-Security-Policy, arrive as log entries.
func newWatch(browser context.Context, base string) (*watch, error) {
	w := &watch{base: base}
	return w, chromedp.Listen(browser, func(event any) {
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			w.request(event.Request.URL)
		case *network.EventLoadingFailed:
			w.trouble("a request failed: %s", event.ErrorText)
		case *runtime.EventExceptionThrown:
			w.trouble("uncaught: %s", said([]*runtime.RemoteObject{event.ExceptionDetails.Exception}))
		case *runtime.EventConsoleAPICalled:
			if event.Type == runtime.ConsoleAPICalledTypeError {
				w.trouble("console: %s", said(event.Args))
			}
		case *log.EventEntryAdded:
			if event.Entry.Level == log.EntryLevelError {
				w.trouble("%s %s", event.Entry.Text, event.Entry.URL)
			}
		}
	})
}

// request notes an address; data: and blob: never leave the page.
func (w *watch) request(address string) {
	if strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "blob:") {
		return
	}
	w.mu.Lock()
	w.requests = append(w.requests, address)
	w.mu.Unlock()
	if !strings.HasPrefix(address, w.base+"/") {
		w.trouble("a request left for %s", address)
	}
}

func (w *watch) trouble(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.troubles = append(w.troubles, fmt.Sprintf(format, args...))
}

// found returns the addresses asked for and the troubles met so far.
func (w *watch) found() (requests, troubles []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string{}, w.requests...), append([]string{}, w.troubles...)
}

// said is the text of what was thrown or printed to the console.
func said(values []*runtime.RemoteObject) string {
	var words []string
	for _, value := range values {
		if value != nil {
			words = append(words, strings.TrimSpace(string(value.Value)+" "+value.Description))
		}
	}
	return strings.Join(words, " ")
}
