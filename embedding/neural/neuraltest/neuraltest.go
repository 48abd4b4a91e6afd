// Package neuraltest opens the real default model for tests, where its weights are on this machine.
package neuraltest

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fortnight/embedding/model"
	"fortnight/embedding/neural"
)

// Open opens the default model out of artifacts/embedding, or of FORTNIGHT_TEST_WEIGHTS; it is closed when the test ends. Where the
// weights or ONNX Runtime are missing, the test is skipped and says so; where they are there and do not work, it fails.
func Open(t testing.TB) *neural.Embedder {
	t.Helper()
	root := os.Getenv("FORTNIGHT_TEST_WEIGHTS")
	if root == "" {
		_, file, _, _ := runtime.Caller(0)
		root = filepath.Join(filepath.Dir(file), "..", "..", "..", "artifacts", "embedding")
	}
	m, err := model.Named(model.Default)
	if err != nil {
		t.Fatal(err)
	}
	const skipped = "SKIPPED, not tested on real weights: go run ./tools/weights brings them"
	if _, err := os.Stat(m.Folder(root)); err != nil {
		t.Skipf("%s (%v)", skipped, err)
	}
	library, err := model.FindRuntime(root, "", model.Platform{System: runtime.GOOS, Processor: runtime.GOARCH})
	if err != nil {
		t.Skipf("%s (%v)", skipped, err)
	}
	if !neural.Available {
		t.Skip("SKIPPED, not tested on real weights: this build has no cgo")
	}
	e, err := neural.Open(context.Background(), neural.Config{Model: m, Folder: m.Folder(root), Library: library, Threads: 1, AtOnce: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}
