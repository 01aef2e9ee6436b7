// Package browsertest opens the playground in a real browser, as a reader
// would, and says what is wrong with it. Only tests use it.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// programs are the names Chromium goes by on the machines we know of.
var programs = []string{"chromium", "chromium-browser", "google-chrome"}

// patience is for one visit; a cold browser on a busy machine needs seconds to draw.
const patience = 2 * time.Minute

// open starts a headless browser with an empty profile, closed when the test
// ends. Where there is no browser the test is skipped, under CI it fails.
func open(t testing.TB) context.Context {
	t.Helper()
	program := find()
	if program == "" && os.Getenv("CI") == "true" {
		t.Fatalf("no browser: none of %v is on the PATH, and CI must not skip this test", programs)
	}
	if program == "" {
		t.Skipf("SKIPPED, THE PLAYGROUND IS NOT TESTED: none of %v is on the PATH", programs)
	}
	allocator, closeBrowser := chromedp.NewExecAllocator(context.Background(), options(t, program)...)
	t.Cleanup(closeBrowser)
	browser, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	limited, stop := context.WithTimeout(browser, patience)
	t.Cleanup(stop)
	return limited
}

func find() string {
	for _, name := range programs {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func options(t testing.TB, program string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.WindowSize(1440, 900),
		chromedp.DisableGPU,
		// Containers run as root and without user namespaces; the page is our own.
		chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// No name but this machine's resolves: what needs the internet breaks here.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]"),
	)
}
