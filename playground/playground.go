// Package playground serves GraphiQL with example questions, from files that
// are part of the program: it works on a machine without the internet.
package playground

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
)

//go:embed page vendor/*.js vendor/*.css vendor/LICENSES.txt
var files embed.FS

// Handler serves the playground at "/" and its files below "/playground/".
// The page asks "graphql" at its own address and opens with tabs as examples;
// a reader's own tabs are kept by the browser until the examples change.
func Handler(tabs []Tab) http.Handler {
	assets := readAssets()
	examples, err := json.Marshal(tabs)
	must(err)
	assets["tabs.json"] = newAsset("application/json", exampleFile(examples))

	version := fingerprint(assets)
	page := newAsset("text/html; charset=utf-8", indexPage(version))

	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache") // names the version, so it is asked for anew
		page.serve(w, r)
	})
	for name, asset := range assets {
		mux.HandleFunc("GET /playground/"+version+"/"+name, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			asset.serve(w, r)
		})
	}
	return secured(mux)
}

// readAssets reads all embedded files but the page itself, by their base names.
func readAssets() map[string]*asset {
	assets := map[string]*asset{}
	must(fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == "page/index.html" {
			return err
		}
		body, err := files.ReadFile(name)
		assets[path.Base(name)] = newAsset(mediaTypes[path.Ext(name)], body)
		return err
	}))
	return assets
}

// exampleFile is what boot.js reads: the tabs, and a name for this set of them
// under which the browser keeps what the reader makes of it.
func exampleFile(tabs json.RawMessage) []byte {
	sum := sha256.Sum256(tabs)
	body, err := json.Marshal(map[string]any{"release": hex.EncodeToString(sum[:6]), "tabs": tabs})
	must(err)
	return body
}

// fingerprint names this set of files: another file, another address, so that
// browsers may keep each for ever.
func fingerprint(assets map[string]*asset) string {
	names := make([]string, 0, len(assets))
	for name := range assets {
		names = append(names, name)
	}
	slices.Sort(names)
	sum := sha256.New()
	for _, name := range names {
		sum.Write([]byte(name + " " + assets[name].etag + "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// indexPage fills the version into the addresses of the page.
func indexPage(version string) []byte {
	var page bytes.Buffer
	must(template.Must(template.ParseFS(files, "page/index.html")).Execute(&page, version))
	return page.Bytes()
}
