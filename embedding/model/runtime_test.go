package model

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

var testPlatform = Platform{"plan9", "mips"}

// smallRuntime pins a small package for a platform that has none.
func smallRuntime(t *testing.T) (archive []byte) {
	t.Helper()
	content := []byte("a shared library")
	library := fileOf("package/lib/libonnxruntime.so", content)
	var packed bytes.Buffer
	zipped := gzip.NewWriter(&packed)
	entries := tar.NewWriter(zipped)
	for name, body := range map[string][]byte{"package/other": []byte("x"), library.Path: content} {
		if err := entries.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(body))}); err != nil {
			t.Fatal(err)
		}
		if _, err := entries.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(entries.Close(), zipped.Close()); err != nil {
		t.Fatal(err)
	}
	pinned := runtimeArchive
	runtimeArchive = fileOf(pinned.Path, packed.Bytes())
	runtimeLibraries["plan9/mips"] = library
	t.Cleanup(func() { runtimeArchive = pinned; delete(runtimeLibraries, "plan9/mips") })
	return packed.Bytes()
}

func TestPullRuntime(t *testing.T) {
	archive := smallRuntime(t)
	h, root := newHub(t, smallFiles()), t.TempDir()
	h.misbehave(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != "/onnxruntime-node/-/onnxruntime-node-1.21.0.tgz" || r.Header.Get("Authorization") != "" {
			t.Errorf("asked for %s with %q", r.URL.Path, r.Header.Get("Authorization"))
		}
		_, _ = w.Write(archive)
		return true
	})
	s := h.source()
	s.Token = "of the hub"
	for range 2 {
		path, err := s.PullRuntime(context.Background(), root, testPlatform)
		if err != nil {
			t.Fatal(err)
		}
		if content, err := os.ReadFile(path); err != nil || string(content) != "a shared library" {
			t.Errorf("the library is %q, %v", content, err)
		}
		if found, err := FindRuntime(root, "", testPlatform); err != nil || found != path {
			t.Errorf("found %q, %v, want %q", found, err, path)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(runtimeFolder(root), "[^.]*")); len(left) != 1 || len(h.seen()) != 1 {
		t.Errorf("left: %q; asked for %q", left, h.seen())
	}
	if _, err := s.PullRuntime(context.Background(), root, Platform{"plan9", "arm"}); err == nil {
		t.Error("a library for an unknown platform was brought")
	}
}

func TestUnpackRuntime(t *testing.T) {
	archive, folder := smallRuntime(t), t.TempDir()
	path := filepath.Join(folder, "package.tgz")
	if err := os.WriteFile(path, archive, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := UnpackRuntime(context.Background(), path, folder, testPlatform); err != nil {
		t.Fatal(err)
	}
	if _, err := FindRuntime(folder, "", testPlatform); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(path, archive[1:], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := UnpackRuntime(context.Background(), path, folder, testPlatform); err == nil {
		t.Error("a damaged package was unpacked")
	}
}

func TestFindRuntimeTakesTheChosenOne(t *testing.T) {
	chosen := filepath.Join(t.TempDir(), "lib.so")
	if _, err := FindRuntime("", chosen, testPlatform); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
	if err := os.WriteFile(chosen, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if found, err := FindRuntime("", chosen, testPlatform); err != nil || found != chosen {
		t.Errorf("found %q, %v", found, err)
	}
}

func TestManifests(t *testing.T) {
	for _, m := range manifests {
		if named, err := Named(m.Name); err != nil || named.Revision != m.Revision {
			t.Errorf("%s: %v", m.Name, err)
		}
		if len(m.Revision) != 40 || len(m.Files) != 2 || len(m.Answers) < 3 || m.MaxTokens > 512 || m.License != "Apache-2.0" {
			t.Errorf("%s is not pinned: %+v", m.Name, m)
		}
		for _, file := range m.Files {
			if len(file.SHA256) != 64 || file.Bytes == 0 {
				t.Errorf("%s: %+v", m.Name, file)
			}
		}
	}
	m, err := Named(Default)
	if err != nil || m.EmbedderID() != "all-minilm-l6-v2@1110a24/mean/256" {
		t.Errorf("the default is %s, %v", m.EmbedderID(), err)
	}
	if _, err := Named("gpt"); err == nil {
		t.Error("an unknown model was found")
	}
}
