package model

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestPullBringsWhatIsMissingOnce(t *testing.T) {
	h, root := newHub(t, smallFiles()), t.TempDir()
	m, s := small(h.files), h.source()
	var last Progress
	s.Progress = func(p Progress) { last = p }
	mustPull(t, s, root, m)
	if want := (Progress{VocabularyFile, 12, 12}); last != want {
		t.Errorf("the last progress is %v, want %v", last, want)
	}
	mustPull(t, s, root, m)
	if got := h.seen(); len(got) != 2 {
		t.Errorf("asked for %q, want each file once", got)
	}
	if err := os.WriteFile(filepath.Join(m.Folder(root), VocabularyFile), []byte("[PAD]\n[UNK]!"), 0o644); err != nil {
		t.Fatal(err)
	}
	mustPull(t, s, root, m)
	if got := h.seen(); len(got) != 3 {
		t.Errorf("asked for %q, want the damaged file again", got)
	}
}

func TestAnInterruptedDownloadGoesOn(t *testing.T) {
	h := newHub(t, smallFiles())
	var once sync.Once
	h.misbehave(func(w http.ResponseWriter, r *http.Request) (cut bool) {
		once.Do(func() {
			cut = true
			w.Header().Set("Content-Length", "300000")
			_, _ = w.Write(h.files[WeightsFile][:100_000])
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		})
		return cut
	})
	mustPull(t, h.source(), t.TempDir(), small(h.files))
	if got := h.seen(); len(got) != 3 || got[1] != WeightsFile+" bytes=100000- " {
		t.Errorf("asked for %q, want the weights from byte 100000 on", got)
	}
}

// The child process of this test downloads until the hub stalls, and is killed there.
func TestAKilledProcessLosesNothing(t *testing.T) {
	if address := os.Getenv("PULL_FROM"); address != "" {
		s := Source{Hub: address, Client: http.DefaultClient, Log: slog.New(slog.DiscardHandler)}
		_, _ = s.Pull(context.Background(), os.Getenv("PULL_TO"), small(smallFiles()))
		return
	}
	h, root, stalled := newHub(t, smallFiles()), t.TempDir(), make(chan struct{})
	h.misbehave(func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Content-Length", "300000")
		_, _ = w.Write(h.files[WeightsFile][:200_000])
		w.(http.Flusher).Flush()
		close(stalled)
		<-r.Context().Done()
		return true
	})
	child := exec.Command(os.Args[0], "-test.run=^TestAKilledProcessLosesNothing$")
	child.Env = append(os.Environ(), "PULL_FROM="+h.URL, "PULL_TO="+root)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	<-stalled
	m := small(h.files)
	waitForPart(t, filepath.Join(m.Folder(root), WeightsFile+"."+m.Files[0].SHA256[:12]+".part"), 200_000)
	_ = child.Process.Kill()
	_ = child.Wait()
	if err := Verify(m.Folder(root), m); err == nil {
		t.Fatal("an unfinished model was taken for a whole one")
	}
	h.misbehave(nil)
	mustPull(t, h.source(), root, m)
	if got := h.seen(); len(got) != 3 || got[1] != WeightsFile+" bytes=200000- " {
		t.Errorf("asked for %q, want the weights from byte 200000 on", got)
	}
}

func waitForPart(t *testing.T, path string, size int64) {
	t.Helper()
	for range 6000 {
		if info, err := os.Stat(path); err == nil && info.Size() == size {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s did not come to %d bytes", path, size)
}

func TestNothingIsMixed(t *testing.T) {
	files := smallFiles()
	for name, part := range map[string][]byte{
		"damaged":       bytes.Repeat([]byte{'x'}, 1000),
		"whole, wrong":  bytes.Repeat([]byte{'x'}, len(files[WeightsFile])),
		"too long":      append(bytes.Clone(files[WeightsFile]), 'x'),
		"whole, right":  files[WeightsFile],
		"nothing in it": {},
	} {
		t.Run(name, func(t *testing.T) {
			h, root := newHub(t, files), t.TempDir()
			partOf(t, root, small(files), part)
			mustPull(t, h.source(), root, small(files))
		})
	}
}

func TestAServerWithoutRangesStartsAnew(t *testing.T) {
	h, root := newHub(t, smallFiles()), t.TempDir()
	h.misbehave(func(_ http.ResponseWriter, r *http.Request) bool { r.Header.Del("Range"); return false })
	partOf(t, root, small(h.files), h.files[WeightsFile][:1000])
	mustPull(t, h.source(), root, small(h.files))
}

func TestWhatIsNotPinnedIsRefused(t *testing.T) {
	for name, size := range map[string]int{"other bytes": len(smallFiles()[WeightsFile]), "too long": 400_000} {
		content := bytes.Repeat([]byte{'x'}, size)
		t.Run(name, func(t *testing.T) {
			h, root := newHub(t, smallFiles()), t.TempDir()
			m := small(h.files)
			h.misbehave(func(w http.ResponseWriter, r *http.Request) bool { _, _ = w.Write(content); return true })
			_, err := h.source().Pull(context.Background(), root, m)
			var wrong *wrongFileError
			if !errors.As(err, &wrong) {
				t.Errorf("the error is %v", err)
			}
			if left, _ := filepath.Glob(filepath.Join(m.Folder(root), "[^.]*")); len(left) > 0 || len(h.seen()) != 1 {
				t.Errorf("left over: %v; asked for %q", left, h.seen())
			}
		})
	}
}

func TestAnswersOfTheHub(t *testing.T) {
	for code, want := range map[int]struct{ requests int }{
		http.StatusNotFound: {1}, http.StatusForbidden: {1}, http.StatusServiceUnavailable: {attempts}, http.StatusTooManyRequests: {attempts},
	} {
		h := newHub(t, smallFiles())
		h.misbehave(func(w http.ResponseWriter, r *http.Request) bool { w.WriteHeader(code); return true })
		_, err := h.source().Pull(context.Background(), t.TempDir(), small(h.files))
		if err == nil || !strings.Contains(err.Error(), fmt.Sprint("answers ", code)) || len(h.seen()) != want.requests {
			t.Errorf("%d: the error is %v after %d requests, want %d", code, err, len(h.seen()), want.requests)
		}
	}
}

func TestAWrongTokenIsLeftOut(t *testing.T) {
	h := newHub(t, smallFiles())
	h.misbehave(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Header.Get("Authorization") == "" {
			return false
		}
		w.WriteHeader(http.StatusUnauthorized)
		return true
	})
	s := h.source()
	s.Token = "wrong"
	mustPull(t, s, t.TempDir(), small(h.files))
	if got := h.seen(); got[0] != WeightsFile+"  Bearer wrong" || got[1] != WeightsFile+"  " {
		t.Errorf("asked for %q", got)
	}
}

// docs/privacy.md says what a host sees from which a file is fetched: nothing else is sent.
func TestWhatAHostIsTold(t *testing.T) {
	h := newHub(t, smallFiles())
	h.misbehave(func(_ http.ResponseWriter, r *http.Request) bool {
		headers := slices.Sorted(maps.Keys(r.Header))
		if r.Method != http.MethodGet || r.ContentLength != 0 || r.URL.RawQuery != "" || !slices.Equal(headers, []string{"Accept-Encoding", "User-Agent"}) ||
			!strings.HasPrefix(r.UserAgent(), "Go-http-client/") {
			t.Errorf("%s %s with %d bytes and %v", r.Method, r.URL, r.ContentLength, r.Header)
		}
		return false
	})
	mustPull(t, h.source(), t.TempDir(), small(h.files))
	if asked := h.seen(); len(asked) != 2 {
		t.Errorf("asked for %q, want each file once", asked)
	}
}

func TestTheTokenStaysOnTheHub(t *testing.T) {
	store, h := newHub(t, smallFiles()), newHub(t, smallFiles())
	elsewhere := strings.Replace(store.URL, "127.0.0.1", "localhost", 1)
	h.misbehave(func(w http.ResponseWriter, r *http.Request) bool {
		http.Redirect(w, r, elsewhere+r.URL.Path, http.StatusFound)
		return true
	})
	s := h.source()
	s.Token = "secret"
	mustPull(t, s, t.TempDir(), small(h.files))
	for _, request := range store.seen() {
		if strings.Contains(request, "secret") {
			t.Errorf("the other host was asked %q", request)
		}
	}
	if got := h.seen(); got[0] != WeightsFile+"  Bearer secret" {
		t.Errorf("the hub was asked %q", got)
	}
}

func TestTwoStartsFetchOnce(t *testing.T) {
	h, root := newHub(t, smallFiles()), t.TempDir()
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			if _, err := h.source().Pull(context.Background(), root, small(h.files)); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	if got := h.seen(); len(got) != 2 {
		t.Errorf("asked for %q, want each file once", got)
	}
}

func TestPullEndsWithItsContext(t *testing.T) {
	h, root := newHub(t, smallFiles()), t.TempDir()
	ctx, cancel := context.WithCancelCause(context.Background())
	stop := errors.New("stop")
	h.misbehave(func(w http.ResponseWriter, r *http.Request) bool { cancel(stop); <-r.Context().Done(); return true })
	if _, err := h.source().Pull(ctx, root, small(h.files)); !errors.Is(err, stop) {
		t.Errorf("the error is %v", err)
	}
}

func TestOfflineFetchesNothing(t *testing.T) {
	h, root := newHub(t, smallFiles()), t.TempDir()
	s := h.source()
	s.Offline = true
	if _, err := s.Pull(context.Background(), root, small(h.files)); !errors.Is(err, ErrOffline) || len(h.seen()) > 0 {
		t.Errorf("the error is %v, asked for %q", err, h.seen())
	}
	mustPull(t, h.source(), root, small(h.files))
	mustPull(t, s, root, small(h.files))
}

// Where there is no network it is said at once, without an address, and not as a fault.
func TestNobodyAnswers(t *testing.T) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	hub := "http://" + free.Addr().String()
	_ = free.Close()
	var said bytes.Buffer
	s := Source{Hub: hub, Client: http.DefaultClient, Log: slog.New(slog.NewTextHandler(&said, nil)), Wait: time.Hour}
	_, err = s.Pull(t.Context(), t.TempDir(), small(smallFiles()))
	if !errors.Is(err, ErrUnreachable) || strings.Contains(err.Error(), "http") || !strings.Contains(err.Error(), "refused") || said.Len() > 0 {
		t.Errorf("%v, and the log says %s", err, said.String())
	}
}

func TestNewSourceAsksTheEnvironment(t *testing.T) {
	settings := map[string]string{"HF_ENDPOINT": "http://hub/", "HF_TOKEN": "t", "HF_HUB_OFFLINE": "1", "npm_config_registry": "http://npm/"}
	s := NewSource(func(name string) string { return settings[name] }, slog.New(slog.DiscardHandler))
	if s.Hub != "http://hub" || s.Token != "t" || !s.Offline || s.Registry != "http://npm" {
		t.Errorf("the source is %+v", s)
	}
	s = NewSource(func(string) string { return "" }, slog.New(slog.DiscardHandler))
	if s.Hub != DefaultHub || s.Registry != "" || s.Offline || s.Token != "" {
		t.Errorf("the default source is %+v", s)
	}
}

func TestBar(t *testing.T) {
	var drawn strings.Builder
	now := time.Unix(0, 0)
	bar := NewBar(&drawn, func() time.Time { return now })
	bar(Progress{"f", 0, 3_000_000})
	bar(Progress{"f", 1_000_000, 3_000_000}) // too soon
	now = now.Add(drawPeriod)
	bar(Progress{"f", 1_500_000, 3_000_000})
	bar(Progress{"f", 3_000_000, 3_000_000})
	got := strings.Split(drawn.String(), "\r")
	half := strings.Repeat("█", 15) + strings.Repeat("░", 15) + "   1.5 of 3.0 MB"
	if len(got) != 4 || !strings.HasSuffix(got[2], half) || !strings.HasSuffix(got[3], "3.0 MB\n") {
		t.Errorf("drawn: %q", got)
	}
}
