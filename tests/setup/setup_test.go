// Package setup_test tries what the two commands of the README say on a machine where something is missing.
package setup_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// basics are what scripts/check and make use of a machine beside what is looked for.
var basics = []string{"bash", "sh", "dirname", "id", "uname", "tr", "grep", "sort", "readlink", "make", "awk", "cat", "as", "ld"}

// machine is a folder of programs, the only one on the PATH: the basics, with what a test adds to them.
type machine struct {
	folder  string
	setting []string
}

func newMachine(t *testing.T, programs ...string) machine {
	t.Helper()
	m := machine{folder: t.TempDir()}
	for _, name := range append(programs, basics...) {
		if path, err := exec.LookPath(name); err == nil {
			if err := os.Symlink(path, filepath.Join(m.folder, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return m
}

// answers puts a program there that says this whatever it is asked.
func (m machine) answers(t *testing.T, name, text string) machine {
	t.Helper()
	path := filepath.Join(m.folder, name)
	_ = os.Remove(path)
	if err := os.WriteFile(path, []byte("#!/bin/sh\ncat <<'TEXT'\n"+text+"\nTEXT\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m machine) without(t *testing.T, name string) machine {
	t.Helper()
	if err := os.Remove(filepath.Join(m.folder, name)); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m machine) with(settings ...string) machine {
	m.setting = append(m.setting, settings...)
	return m
}

// run is what the command says there, and whether it ends well.
func (m machine) run(t *testing.T, command ...string) (said string, well bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	path, err := exec.LookPath(filepath.Join(m.folder, command[0]))
	if err != nil {
		path = command[0]
	}
	program := exec.CommandContext(ctx, path, command[1:]...)
	program.Dir = filepath.Join("..", "..")
	program.Env = append([]string{"PATH=" + m.folder, "HOME=" + t.TempDir()}, m.setting...)
	out, err := program.CombinedOutput()
	var status *exec.ExitError
	if err != nil && !errors.As(err, &status) {
		t.Fatal(err)
	}
	return string(out), err == nil
}

// whole is a machine on which nothing is missing, for whoever runs the tests.
func whole(t *testing.T) machine {
	t.Helper()
	return newMachine(t, "git", "gcc", "cc", "curl").answers(t, "apt-get", "").answers(t, "go", "go version go1.99.0 linux/amd64").
		answers(t, "node", "v20.9.0").answers(t, "npm", "10.1.0").answers(t, "id", "0")
}

// What make run and make test need is looked for first, and each thing that is missing is named with the command that brings it.
func TestWhatIsMissingIsSaidFirst(t *testing.T) {
	for name, test := range map[string]struct {
		machine func(*testing.T) machine
		goal    string
		says    []string // nothing where all is there
	}{
		"nothing, to run":  {machine: whole, goal: "run"},
		"nothing, to test": {machine: whole, goal: "test"},
		"git": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "git") }, goal: "run",
			says: []string{"\n  git\n", "    apt-get update && apt-get install -y --no-install-recommends git\n"},
		},
		"git, for an ordinary user": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "git").answers(t, "id", "1000") }, goal: "run",
			says: []string{"    sudo apt-get update && sudo apt-get install -y --no-install-recommends git\n"},
		},
		"git, without apt": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "git").without(t, "apt-get") }, goal: "run",
			says: []string{"    install git by the package manager of this system\n"},
		},
		"Go": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "go") }, goal: "run",
			says: []string{"\n  Go 1.", "there is no go on the PATH", "curl -fsSL https://go.dev/dl/go1."},
		},
		"Go, too old": {
			machine: func(t *testing.T) machine { return whole(t).answers(t, "go", "go version go1.19.8 linux/amd64") }, goal: "run",
			says: []string{"the go on the PATH is 1.19.8"},
		},
		"Go, old, which fetches a newer one": {
			machine: func(t *testing.T) machine { return whole(t).answers(t, "go", "go version go1.22.1 linux/amd64") }, goal: "run",
		},
		"Go, old, which may not": {
			machine: func(t *testing.T) machine {
				return whole(t).answers(t, "go", "go version go1.22.1 linux/amd64").with("GOTOOLCHAIN=local")
			}, goal: "run",
			says: []string{"the go on the PATH is 1.22.1", "    export GOTOOLCHAIN=auto\n"},
		},
		"certificates": {
			machine: func(t *testing.T) machine { return whole(t).with("SSL_CERT_FILE=/nowhere") }, goal: "run",
			says: []string{"\n  CA certificates\n", "install -y --no-install-recommends ca-certificates\n"},
		},
		"PostgreSQL where PG_BINDIR says": {
			machine: func(t *testing.T) machine { return whole(t).with("PG_BINDIR=/nowhere") }, goal: "run",
			says: []string{"there is none in /nowhere"},
		},
		"a compiler, to test": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "gcc").without(t, "cc") }, goal: "test",
			says: []string{"\n  a C compiler\n", "the race detector", "install -y --no-install-recommends gcc libc6-dev\n"},
		},
		"no compiler, to run as root": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "gcc").without(t, "cc") }, goal: "run",
		},
		"Node": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "node") }, goal: "test",
			says: []string{"\n  Node 20 or newer\n", "test-node, test-browser and test-clients", "curl -fsSL https://nodejs.org/dist/v20"},
		},
		"Node, too old": {
			machine: func(t *testing.T) machine { return whole(t).answers(t, "node", "v18.19.0") }, goal: "test",
			says: []string{"the node on the PATH is v18.19.0"},
		},
		"npm": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "npm") }, goal: "test",
			says: []string{"\n  npm\n"},
		},
		"Node, to run": {
			machine: func(t *testing.T) machine { return whole(t).without(t, "node").without(t, "npm") }, goal: "run",
		},
		"all of it at once": {
			machine: func(t *testing.T) machine {
				return newMachine(t).answers(t, "apt-get", "").with("SSL_CERT_FILE=/nowhere")
			}, goal: "test",
			says: []string{"\n  Go 1.", "\n  git\n", "\n  CA certificates\n", "\n  a C compiler\n", "\n  Node 20 or newer\n", "Nothing was fetched, built or installed"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said, well := test.machine(t).run(t, "scripts/check", test.goal)
			if well != (test.says == nil) || well && said != "" {
				t.Errorf("well: %t, and it says\n%s", well, said)
			}
			for _, words := range test.says {
				if !strings.Contains(said, words) {
					t.Errorf("%q is not in\n%s", words, said)
				}
			}
		})
	}
}

// Neither command does anything before it has looked.
func TestNothingIsBuiltWhereSomethingIsMissing(t *testing.T) {
	for _, goal := range []string{"run", "test", "demo", "-j8 run"} {
		t.Run(goal, func(t *testing.T) {
			t.Parallel()
			said, well := whole(t).without(t, "git").run(t, append([]string{"make"}, strings.Fields(goal)...)...)
			if well || !strings.Contains(said, "\n  git\n") || strings.Contains(said, "building") || strings.Contains(said, "install-postgres") {
				t.Errorf("well: %t, and it says\n%s", well, said)
			}
		})
	}
}
