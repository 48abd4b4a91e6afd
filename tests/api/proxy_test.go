package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/netip"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"fortnight/planner/runs"
)

// proxied are proxies before a server, by what one is and how it is started: from the address of the server to that of the proxy.
var proxied = map[string]func(t *testing.T, server string) string{
	"net/http/httputil": func(t *testing.T, server string) string {
		to := &url.URL{Scheme: "http", Host: server}
		proxy := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(to)
			r.Out.Header["X-Forwarded-For"] = r.In.Header["X-Forwarded-For"]
			r.SetXForwarded() // behind what the client says
			if forwarded := r.In.Header.Get("Forwarded"); forwarded != "" {
				r.Out.Header.Set("Forwarded", forwarded)
			}
		}})
		t.Cleanup(proxy.Close)
		return proxy.Listener.Addr().String()
	},
	"HAProxy": func(t *testing.T, server string) string {
		return documented(t, server, "haproxy", "defaults\n", "", func(program, file string) *exec.Cmd { return exec.Command(program, "-db", "-f", file) })
	},
	"nginx": func(t *testing.T, server string) string {
		rest := fmt.Sprintf("daemon off;\nerror_log stderr;\npid %s/pid;\nevents {}\n", t.TempDir())
		if os.Geteuid() == 0 {
			rest += "user root;\n" // whose folder this is
		}
		return documented(t, server, "nginx", "http {\n", rest, func(program, file string) *exec.Cmd {
			return exec.Command(program, "-p", filepath.Dir(file), "-c", file)
		})
	},
	"Caddy": func(t *testing.T, server string) string {
		return documented(t, server, "caddy", "{\n", "", func(program, file string) *exec.Cmd {
			run := exec.Command(program, "run", "--adapter", "caddyfile", "--config", file)
			run.Env = append(os.Environ(), "HOME="+filepath.Dir(file), "XDG_DATA_HOME="+filepath.Dir(file), "XDG_CONFIG_HOME="+filepath.Dir(file))
			return run
		})
	},
}

var (
	ofNode  = regexp.MustCompile(`127\.0\.0\.1:1800[12]`)
	ofProxy = regexp.MustCompile(`127\.0\.0\.1:180\d0`)
)

// documented runs a proxy with its settings in docs/scaling.md, the block that begins with a line: only the addresses are others.
func documented(t *testing.T, server, program, begins, rest string, command func(program, file string) *exec.Cmd) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		if path, err = exec.LookPath("/usr/sbin/" + program); err != nil {
			t.Skip(program + " is not installed")
		}
	}
	text, err := os.ReadFile("../../docs/scaling.md")
	must(t, err)
	_, settings, found := strings.Cut(string(text), "```text\n"+begins)
	settings, _, ends := strings.Cut(settings, "```")
	if !found || !ends {
		t.Fatalf("docs/scaling.md has no settings of %s", program)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	at := free.Addr().String()
	must(t, free.Close())
	settings = ofNode.ReplaceAllString(ofProxy.ReplaceAllString(rest+begins+settings, at), server)
	_, port, err := net.SplitHostPort(at)
	must(t, err)
	settings = strings.ReplaceAll(settings, ":18020 {", ":"+port+" {")
	file := filepath.Join(t.TempDir(), "settings")
	must(t, os.WriteFile(file, []byte(settings), 0o644))
	run := command(path, file)
	var said bytes.Buffer
	run.Stdout, run.Stderr = &said, &said
	must(t, run.Start())
	t.Cleanup(func() {
		_ = run.Process.Signal(syscall.SIGTERM)
		_ = run.Wait()
		if t.Failed() {
			t.Logf("%s said:\n%.4000s", program, said.String())
		}
	})
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if response, err := web.Get("http://" + at + "/readyz"); err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return at
			}
		}
		if time.Now().After(end) {
			t.Fatalf("nothing is answered through %s", program)
		}
	}
}

// Through a proxy events come as they happen, sockets and streams are whole, bodies have the limits of the server, and a client's address is what the
// proxy saw, whatever a client says of itself.
func TestBehindAProxy(t *testing.T) {
	for name, before := range proxied {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log journal
			held := &pause{goOn: make(chan struct{})}
			w := newWorld(t, func(w *world) {
				w.proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}
				w.log = slog.New(slog.NewTextHandler(&log, nil))
				w.store = func(s runs.Store) runs.Store { held.Store = s; return held }
			})
			t.Cleanup(held.end)
			c := w.athlete(t)
			c.url = "http://" + before(t, strings.TrimSuffix(strings.TrimPrefix(w.url, "http://"), "/graphql")) + "/graphql"

			run := c.generate(t, vars{})
			streams, seen := map[string]*stream{}, map[string][]event{}
			for over, open := range transports {
				streams[over] = c.subscribe(t, open, run, 0)
				e, is := streams[over].next(t) // while the run goes no further: the proxy holds nothing back
				if !is {
					t.Fatalf("%s: complete before an event", over)
				}
				seen[over] = append(seen[over], e)
			}
			held.end()
			for over, s := range streams {
				whole(t, append(seen[over], s.rest(t)...), 1)
			}

			for size, want := range map[int]int{900_000: http.StatusOK, 2 << 20: http.StatusRequestEntityTooLarge} {
				body, err := json.Marshal(vars{"query": "{ __typename }", "variables": vars{"unused": strings.Repeat("a", size)}})
				must(t, err)
				response, err := web.Post(c.url, "application/json", bytes.NewReader(body))
				must(t, err)
				answered, _ := io.ReadAll(response.Body)
				_ = response.Body.Close()
				if response.StatusCode != want {
					t.Errorf("a body of %d bytes: %d, want %d: %.300s", size, response.StatusCode, want, answered)
				}
			}

			other := &http.Client{Timeout: patience, Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				return (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}).DialContext(ctx, network, address)
			}}}
			request, err := c.request(t.Context(), `{ me { id } }`, nil)
			must(t, err)
			for _, header := range []string{"Forwarded", "X-Forwarded-For", "X-Real-IP", "X-Client-IP", "True-Client-IP"} {
				request.Header.Set(header, map[bool]string{true: "for=203.0.113.9", false: "203.0.113.9"}[header == "Forwarded"])
			}
			response, err := other.Do(request)
			if err != nil && strings.Contains(err.Error(), "assign requested address") {
				t.Skip("this machine has no other address of its own: ", err)
			}
			must(t, err)
			_ = response.Body.Close()
			w.until(t, "the request is logged", func() bool { return strings.Contains(log.all(), "client=127.0.0.2") })
			if strings.Contains(log.all(), "203.0.113.9") {
				t.Error("a client says of itself where it is, and is believed")
			}
		})
	}
}

// all is what was written.
func (j *journal) all() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}
