package playground

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
)

// get asks the handler as a browser would; headers are pairs.
func get(t *testing.T, path string, headers ...string) *http.Response {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	Handler(Tabs()).ServeHTTP(answer, request)
	return answer.Result()
}

func body(t *testing.T, answer *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// pageFiles are the addresses of all files the page loads.
func pageFiles(t *testing.T) []string {
	t.Helper()
	var addresses []string
	for _, match := range regexp.MustCompile(`(?:src|href)="(playground/[^"]+)"`).FindAllStringSubmatch(body(t, get(t, "/")), -1) {
		addresses = append(addresses, "/"+match[1])
	}
	if len(addresses) < 10 {
		t.Fatalf("the page loads only %q", addresses)
	}
	return addresses
}

func TestEveryFileOfThePageIsServed(t *testing.T) {
	for _, address := range pageFiles(t) {
		answer := get(t, address)
		if answer.StatusCode != http.StatusOK || body(t, answer) == "" {
			t.Errorf("%s: %s", address, answer.Status)
		}
		if strings.HasSuffix(address, ".js") && answer.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
			t.Errorf("%s is served as %q, which a browser refuses under nosniff", address, answer.Header.Get("Content-Type"))
		}
	}
}

func TestFilesAreKeptForEverAndThePageIsNot(t *testing.T) {
	if got := get(t, "/").Header.Get("Cache-Control"); got != "no-cache" {
		t.Errorf("the page: %q", got)
	}
	for _, address := range pageFiles(t) {
		if got := get(t, address).Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
			t.Errorf("%s: %q", address, got)
		}
	}
}

func TestOtherExamplesHaveOtherAddresses(t *testing.T) {
	other := httptest.NewRecorder()
	Handler(Tabs()[:1]).ServeHTTP(other, httptest.NewRequest(http.MethodGet, "/", nil))
	if body(t, other.Result()) == body(t, get(t, "/")) {
		t.Error("a browser would keep the examples of the release before")
	}
}

func TestBootFindsTheTabs(t *testing.T) {
	boot := pageFiles(t)[len(pageFiles(t))-1]
	var file struct {
		Release string
		Tabs    []Tab
	}
	answer := get(t, strings.Replace(boot, "boot.js", "tabs.json", 1))
	if err := json.Unmarshal([]byte(body(t, answer)), &file); err != nil {
		t.Fatal(err)
	}
	if file.Release == "" || len(file.Tabs) != len(Tabs()) || file.Tabs[0].Query != Tabs()[0].Query {
		t.Errorf("release %q with %d tabs", file.Release, len(file.Tabs))
	}
}

// What a page may load is also held by its security policy, and seen in the
// browser test; this one needs no browser.
func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	elsewhere := regexp.MustCompile(`(?i)https?:|["'(]//`)
	must(fs.WalkDir(files, "page", func(name string, entry fs.DirEntry, err error) error {
		if entry.IsDir() || name == "page/icon.svg" { // an SVG names its namespace, which nobody loads
			return err
		}
		text, err := files.ReadFile(name)
		if found := elsewhere.Find(text); found != nil {
			t.Errorf("%s says %q", name, found)
		}
		return err
	}))
	loads := regexp.MustCompile(`url\(["']?[^"')]{0,9}`)
	for _, name := range []string{"vendor/graphiql.min.css", "vendor/plugin-explorer.css"} {
		text, err := files.ReadFile(name)
		must(err)
		for _, found := range loads.FindAllString(string(text), -1) {
			if !strings.Contains(found, "data:") {
				t.Errorf("%s loads %q", name, found)
			}
		}
	}
}

func TestVendoredFilesAreThoseOfTheNotice(t *testing.T) {
	notice, err := os.ReadFile("vendor/NOTICE.md")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(files, "vendor")
	must(err)
	for _, entry := range entries {
		text, err := files.ReadFile("vendor/" + entry.Name())
		must(err)
		sum := sha256.Sum256(text)
		if entry.Name() != "LICENSES.txt" && !strings.Contains(string(notice), hex.EncodeToString(sum[:])) {
			t.Errorf("%s is not the file that vendor/NOTICE.md names", entry.Name())
		}
	}
}

func TestEveryAnswerCarriesTheSecurityHeaders(t *testing.T) {
	for _, address := range append(pageFiles(t), "/", "/nothing") {
		header := get(t, address).Header
		policy := header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: no %s in %q", address, want, policy)
			}
		}
		if strings.Contains(policy, "unsafe") {
			t.Errorf("%s: %q", address, policy)
		}
		if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v", address, header)
		}
	}
}

func TestThePageHasNoInlineScript(t *testing.T) {
	page := body(t, get(t, "/"))
	if found := regexp.MustCompile(`<script(?: defer)?>|<style|\son\w+=|\sstyle=`).FindString(page); found != "" {
		t.Errorf("the policy would refuse %q", found)
	}
}

func TestFilesAreCompressedForWhoAsks(t *testing.T) {
	for _, address := range append(pageFiles(t), "/") {
		answer := get(t, address, "Accept-Encoding", "gzip, deflate, br")
		if answer.Header.Get("Content-Encoding") != "gzip" || answer.Header.Get("Vary") != "Accept-Encoding" {
			t.Fatalf("%s: %v", address, answer.Header)
		}
		unzipped, err := gzip.NewReader(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(unzipped)
		if err != nil || string(text) != body(t, get(t, address)) {
			t.Errorf("%s: compressed it says something else (%v)", address, err)
		}
	}
}

func TestAPageThatDidNotChangeIsNotSentAgain(t *testing.T) {
	for _, encoding := range []string{"", "gzip"} {
		first := get(t, "/", "Accept-Encoding", encoding)
		again := get(t, "/", "Accept-Encoding", encoding, "If-None-Match", first.Header.Get("ETag"))
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("encoding %q: %s for the tag %s", encoding, again.Status, first.Header.Get("ETag"))
		}
	}
	if get(t, "/").Header.Get("ETag") == get(t, "/", "Accept-Encoding", "gzip").Header.Get("ETag") {
		t.Error("a cache would mix up the plain and the compressed page")
	}
}

func TestOnlyReadingIsAllowed(t *testing.T) {
	for method, want := range map[string]int{http.MethodHead: http.StatusOK, http.MethodPost: http.StatusMethodNotAllowed} {
		answer := httptest.NewRecorder()
		Handler(Tabs()).ServeHTTP(answer, httptest.NewRequest(method, "/", nil))
		if answer.Code != want {
			t.Errorf("%s: %d, not %d", method, answer.Code, want)
		}
	}
	if got := get(t, "/playground/").StatusCode; got != http.StatusNotFound {
		t.Errorf("an unknown path: %d", got)
	}
}
