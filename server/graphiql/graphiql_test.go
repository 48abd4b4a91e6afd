package graphiql

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

func get(t *testing.T, target string, header ...string) *http.Response {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), "GET", target, nil)
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	tabs := func() []Tab { return []Tab{{Query: "{ hello }", Variables: `{"runId":""}`}} }
	Handler(tabs).ServeHTTP(recorder, request)
	return recorder.Result()
}

func text(t *testing.T, from io.Reader) string {
	t.Helper()
	data, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPagesLoadOnlyWhatIsServed(t *testing.T) {
	for at, want := range map[string]int{"/graphiql": 10, "/watch": 7} {
		page := get(t, at)
		html := text(t, page.Body)
		links := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(html, -1)
		if len(links) != want {
			t.Fatalf("%s has %d links", at, len(links))
		}
		for _, link := range links {
			if link[1] == "data:," {
				continue
			}
			if response := get(t, link[1]); response.StatusCode != 200 || response.ContentLength < 100 {
				t.Errorf("%s: %d, %d bytes", link[1], response.StatusCode, response.ContentLength)
			}
		}
		if regexp.MustCompile(`<script>|<style>|\son\w+=|https?://`).MatchString(html) {
			t.Errorf("%s has something inline or of another host", at)
		}
		if got := page.Header.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'; script-src 'self';") {
			t.Errorf("policy %s", got)
		}
	}
}

func TestAssets(t *testing.T) {
	const name = "/graphiql/react-18.3.1.min.js"
	plain, zipped := get(t, name), get(t, name, "Accept-Encoding", "br, gzip")
	if zipped.Header.Get("Content-Encoding") != "gzip" || plain.Header.Get("Content-Encoding") != "" {
		t.Fatal("the encoding is not what the client accepts")
	}
	reader, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if text(t, reader) != text(t, plain.Body) {
		t.Error("the two differ")
	}
	if got := plain.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("cache %s", got)
	}
	if again := get(t, name, "If-None-Match", plain.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("again: %d", again.StatusCode)
	}
	if got := get(t, "/graphiql/none.js").StatusCode; got != http.StatusNotFound {
		t.Errorf("an unknown file: %d", got)
	}
}

// The program has the files already: a server that nobody visits holds no second copy of them, let alone what they are when they are not compressed.
func TestFilesAreNotHeldTwice(t *testing.T) {
	held := func() int {
		var now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&now)
		return int(now.HeapAlloc)
	}
	before := held()
	handler := Handler(func() []Tab { return nil })
	if more := held() - before; more > 128<<10 {
		t.Errorf("the handler holds %d bytes", more)
	}
	runtime.KeepAlive(handler)
}

func TestConfigHoldsTheTabs(t *testing.T) {
	response := get(t, "/graphiql/config.json")
	const want = `{"tabs":[{"query":"{ hello }","variables":"{\"runId\":\"\"}"}]}`
	if got := text(t, response.Body); got != want || response.Header.Get("Content-Type") != "application/json" {
		t.Errorf("got %s", got)
	}
}

func TestScripts(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the scripts of the pages are not tested")
	}
	if out, err := exec.CommandContext(t.Context(), node, "--test", "session.test.mjs", "fortnight.test.mjs").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
