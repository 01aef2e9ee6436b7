package playground

import (
	"net/http"
	"strings"
)

// policy lets the page load its own files, ask its own server, and nothing
// else: even a picture address in an answer, of which GraphiQL would show a
// preview, is not fetched from elsewhere.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' " + dialogStyle,
	"font-src data:", // inside GraphiQL's style sheet
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
}, "; ")

// dialogStyle is the sum of the one style sheet GraphiQL writes into the page,
// which stops the page from scrolling behind a dialog. A browser that computes
// another text for it refuses it and loses nothing: this page does not scroll.
const dialogStyle = "'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo='"

// secured adds the headers every answer of this room carries.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", policy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}
