package setup_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// built runs scripts/build with a stand-in for Go, which notes what it is asked for, and returns that.
func built(t *testing.T, output, stand string) (asked []string, said string, err error) {
	t.Helper()
	folder := t.TempDir()
	notes := filepath.Join(folder, "notes")
	if err := os.WriteFile(filepath.Join(folder, "go"), []byte("#!/bin/bash\necho \"$*\" >>"+notes+"\n"+stand+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs(filepath.Join("..", "..", "scripts", "build"))
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), script, output, "./cmd/fortnight")
	command.Env = append(os.Environ(), "PATH="+folder+":"+os.Getenv("PATH"))
	out, err := command.CombinedOutput()
	text, readErr := os.ReadFile(notes)
	if readErr != nil {
		t.Fatal(readErr)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n"), string(out), err
}

// The first build compiles what takes longest first, and fails, once, where that does; a later one asks for the program alone.
func TestTheFirstBuildBeginsWithWhatTakesLongest(t *testing.T) {
	t.Parallel()
	output := filepath.Join(t.TempDir(), "it")
	build := "build -v -o " + output + " ./cmd/fortnight"
	asked, said, err := built(t, output, "echo fortnight/graph >&2")
	if err != nil || len(asked) != 2 || !strings.HasPrefix(asked[0], "list -export -v ") || !strings.HasSuffix(asked[0], " ./reads ./resolvers ./cmd/fortnight") || asked[1] != build {
		t.Errorf("asked %q, %v", asked, err)
	}
	if !strings.Contains(said, "2 packages compiled") {
		t.Errorf("said:\n%s", said)
	}
	if asked, said, err := built(t, output, "echo it is broken: 1 >&2; exit 1"); err == nil || len(asked) != 1 || strings.Count(said, "it is broken") != 1 {
		t.Errorf("what does not compile: asked %q, %v:\n%s", asked, err, said)
	}
	if err := os.WriteFile(output, nil, 0o755); err != nil {
		t.Fatal(err)
	}
	if asked, _, err := built(t, output, ""); err != nil || len(asked) != 1 || asked[0] != build {
		t.Errorf("a second time: asked %q, %v", asked, err)
	}
}
