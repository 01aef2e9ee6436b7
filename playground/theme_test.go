package playground_test

import (
	"net/http/httptest"
	"testing"

	"claimgraph/playground"
	"claimgraph/playground/browsertest"
)

func TestThePageIsAsDarkAsTheReaderLikes(t *testing.T) {
	server := httptest.NewServer(playground.Handler(playground.Tabs()))
	defer server.Close()
	page := browsertest.Visit(t, server.URL)
	dark := func(when string, want bool) {
		t.Helper()
		if page.Dark() != want {
			t.Errorf("%s: dark is %v", when, !want)
		}
	}
	page.Prefer("light")
	dark("by day", false)
	page.Prefer("dark")
	dark("by night", true)
	page.ChooseTheme("Light")
	dark("by night, light chosen", false)
	page.Reload()
	dark("and after a reload", false)
	page.Prefer("light")
	page.ChooseTheme("Dark")
	dark("by day, dark chosen", true)
	page.ChooseTheme("System")
	dark("by day again, nothing chosen", false)
}
