package playground

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"sync"
	"time"
)

// mediaTypes are spelled out because the mime package reads the machine's own
// table, and a wrong type is refused by the browser under nosniff.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
}

// asset is one file as it is served, plain or compressed.
type asset struct {
	mediaType string
	etag      string
	plain     []byte
	gzipped   func() []byte
}

func newAsset(mediaType string, body []byte) *asset {
	sum := sha256.Sum256(body)
	return &asset{
		mediaType: mediaType,
		etag:      hex.EncodeToString(sum[:8]),
		plain:     body,
		// Compressed when first asked for: a tenth of a second that a server
		// whose playground nobody opens need not spend.
		gzipped: sync.OnceValue(func() []byte { return compress(body) }),
	}
}

// serve answers conditional requests too; the two encodings have tags of their own.
func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	body, tag := a.plain, a.etag
	w.Header().Set("Vary", "Accept-Encoding")
	w.Header().Set("Content-Type", a.mediaType)
	if acceptsGzip(r) {
		body, tag = a.gzipped(), tag+"-gzip"
		w.Header().Set("Content-Encoding", "gzip")
	}
	w.Header().Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// acceptsGzip looks for the bare word that browsers send; whoever weighs
// encodings ("gzip;q=0") gets the plain file, which is never wrong.
func acceptsGzip(r *http.Request) bool {
	for word := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		if strings.TrimSpace(word) == "gzip" {
			return true
		}
	}
	return false
}

func compress(body []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(body)
	must(err)
	must(w.Close())
	return out.Bytes()
}
