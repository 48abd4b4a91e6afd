// Package graphiql serves GraphiQL, the page to try the API in, and /watch, which draws a plan being made from the documents of its tabs, without
// any other host: the files are embedded. scripts/graphiql-assets
// renews those of other people.
package graphiql

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"
)

// policy lets the page load from this host alone. GraphiQL sets styles from its script and carries its fonts in its style sheet.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
	"connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

//go:embed index.html app.js app.css session.js watch.html watch.js watch.css fortnight.js assets/*.gz
var files embed.FS

// Tab is one tab the page opens with.
type Tab struct {
	Query     string `json:"query"`
	Variables string `json:"variables,omitempty"` // a JSON object as text; an empty "runId" in it is filled with the last run's id
	Headers   string `json:"headers,omitempty"`   // a JSON object as text
}

// file is one file as it is served.
type file struct {
	open   func() io.Reader // its content: from where the program has it, and no copy of it lives
	zipped bool             // the content is compressed by gzip
	length int              // of the content, and of what it is when it is not compressed
	plain  int
	kind   string
	tag    string
	cache  string
}

// Handler serves GraphiQL at /graphiql, the drawing of a run at /watch, and the files of both below /graphiql. Tabs says what the page opens with, anew for each visit: examples may speak of
// the days ahead. It panics if an embedded file cannot be read, which a build decides.
func Handler(tabs func() []Tab) http.Handler {
	served := map[string]file{}
	for _, name := range []string{"index.html", "app.js", "app.css", "session.js", "watch.html", "watch.js", "watch.css", "fortnight.js"} {
		served[name] = newFile(name, embedded(name), false)
	}
	entries, err := files.ReadDir("assets")
	if err != nil {
		panic(err)
	}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".gz")
		served[name] = newFile(name, embedded("assets/"+entry.Name()), true)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /graphiql", func(w http.ResponseWriter, r *http.Request) { served["index.html"].serve(w, r) })
	mux.HandleFunc("GET /watch", func(w http.ResponseWriter, r *http.Request) { served["watch.html"].serve(w, r) })
	mux.HandleFunc("GET /graphiql/config.json", func(w http.ResponseWriter, r *http.Request) {
		config, err := json.Marshal(map[string][]Tab{"tabs": tabs()})
		if err != nil {
			panic(err) // strings always have a JSON form
		}
		newFile("config.json", func() io.Reader { return bytes.NewReader(config) }, false).serve(w, r)
	})
	mux.HandleFunc("GET /graphiql/{name}", func(w http.ResponseWriter, r *http.Request) {
		if f, ok := served[r.PathValue("name")]; ok {
			f.serve(w, r)
			return
		}
		http.NotFound(w, r)
	})
	return mux
}

func embedded(name string) func() io.Reader {
	return func() io.Reader {
		data, err := files.Open(name)
		if err != nil {
			panic(err)
		}
		return data // and is nothing to close
	}
}

func unzip(zipped io.Reader) io.Reader {
	plain, err := gzip.NewReader(zipped)
	if err != nil {
		panic(err)
	}
	return plain
}

// newFile prepares a file. Those that come compressed have their version in their name and never change; the others are asked for anew.
func newFile(name string, open func() io.Reader, zipped bool) file {
	f := file{open: open, zipped: zipped, kind: mime.TypeByExtension(path.Ext(name)), cache: "no-cache"}
	f.length = copied(io.Discard, open())
	f.plain = f.length
	sum := sha256.New()
	if zipped {
		f.plain, f.cache = copied(sum, unzip(open())), "public, max-age=31536000, immutable"
	} else {
		copied(sum, open())
	}
	f.tag = fmt.Sprintf("%q", hex.EncodeToString(sum.Sum(nil)[:16]))
	return f
}

// copied writes what takes everything, and returns how much that is.
func copied(to io.Writer, from io.Reader) int {
	n, err := io.Copy(to, from)
	if err != nil {
		panic(err)
	}
	return int(n)
}

func (f file) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", policy)
	header.Set("Content-Type", f.kind)
	header.Set("Cache-Control", f.cache)
	header.Set("ETag", f.tag)
	packed := f.zipped && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip")
	if f.zipped {
		header.Add("Vary", "Accept-Encoding")
	}
	if packed {
		header.Set("Content-Encoding", "gzip")
	}
	if strings.Contains(r.Header.Get("If-None-Match"), f.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body, length := f.open(), f.length
	if f.zipped && !packed {
		body, length = unzip(body), f.plain
	}
	header.Set("Content-Length", fmt.Sprint(length))
	_, _ = io.Copy(w, body) // the client may be gone
}
