package model

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// hub serves the files of a small model and can misbehave.
type hub struct {
	*httptest.Server
	files map[string][]byte

	mu       sync.Mutex
	requests []string                                      // path, range and token of each
	before   func(http.ResponseWriter, *http.Request) bool // true if it has answered
}

func newHub(t *testing.T, files map[string][]byte) *hub {
	h := &hub{files: files}
	h.Server = httptest.NewServer(http.HandlerFunc(h.serve))
	t.Cleanup(h.Close)
	return h
}

func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	h.requests = append(h.requests, filepath.Base(r.URL.Path)+" "+r.Header.Get("Range")+" "+r.Header.Get("Authorization"))
	before := h.before
	h.mu.Unlock()
	if before != nil && before(w, r) {
		return
	}
	content, found := h.files[filepath.Base(r.URL.Path)]
	if !found || !strings.Contains(r.URL.Path, "/resolve/"+small(h.files).Revision+"/") {
		http.NotFound(w, r)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

func (h *hub) misbehave(before func(http.ResponseWriter, *http.Request) bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.before = before
}

func (h *hub) seen() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]string(nil), h.requests...)
}

func (h *hub) source() Source {
	return Source{Hub: h.URL, Registry: h.URL, Client: h.Client(), Log: slog.New(slog.DiscardHandler), Wait: time.Millisecond}
}

// smallFiles are as many bytes as need several reads, no two alike.
func smallFiles() map[string][]byte {
	weights := make([]byte, 0, 300_000)
	for i := 0; len(weights) < 300_000; i++ {
		weights = fmt.Appendf(weights, "weight %d;", i)
	}
	return map[string][]byte{WeightsFile: weights, VocabularyFile: []byte("[PAD]\n[UNK]\n")}
}

func small(files map[string][]byte) Manifest {
	m := Manifest{Name: "small", Repository: "someone/small", Revision: "0123456789abcdef0123456789abcdef01234567", Pooling: Mean, MaxTokens: 8}
	for _, name := range []string{WeightsFile, VocabularyFile} {
		m.Files = append(m.Files, fileOf(name, files[name]))
	}
	return m
}

func fileOf(name string, content []byte) File {
	sum := sha256.Sum256(content)
	return File{name, int64(len(content)), hex.EncodeToString(sum[:])}
}

func mustPull(t *testing.T, s Source, root string, m Manifest) {
	t.Helper()
	folder, err := s.Pull(context.Background(), root, m)
	if err != nil {
		t.Fatal(err)
	}
	if err := Verify(folder, m); err != nil {
		t.Fatal(err)
	}
	if parts, _ := filepath.Glob(filepath.Join(folder, "*.part")); len(parts) > 0 {
		t.Errorf("left over: %v", parts)
	}
}

func partOf(t *testing.T, root string, m Manifest, content []byte) {
	t.Helper()
	folder := m.Folder(root)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	name := WeightsFile + "." + m.Files[0].SHA256[:12] + ".part"
	if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
		t.Fatal(err)
	}
}
