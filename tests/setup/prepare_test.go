package setup_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// prepared is a folder with scripts/prepare and stand-ins for the two things that it does beside each other.
func prepared(t *testing.T, install, build string) *exec.Cmd {
	t.Helper()
	folder := t.TempDir()
	script, err := os.ReadFile("../../scripts/prepare")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "scripts"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"prepare": string(script), "install-postgres": "#!/bin/bash\n" + install + "\n", "build": "#!/bin/bash\n" + build + "\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, "scripts", name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("scripts/prepare", "bin/it", "./cmd/it")
	command.Dir = folder
	command.Env = append(os.Environ(), "CC=true")
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // an interrupt of a terminal goes to all of a group
	return command
}

func TestPreparationDoesBothBesideEachOther(t *testing.T) {
	t.Parallel()
	// Each waits for the other, so that one after the other would not end.
	await := func(mine, other string) string {
		return "touch " + mine + "; for i in $(seq 200); do [ ! -e " + other + " ] || exit 0; sleep .1; done; exit 3"
	}
	if output, err := prepared(t, await("installing", "building"), await("building", "installing")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
}

func TestPreparationFailsWithEither(t *testing.T) {
	t.Parallel()
	output, err := prepared(t, "echo no room >&2; exit 7", "exit 0").CombinedOutput()
	if exit, is := err.(*exec.ExitError); !is || exit.ExitCode() != 7 || !strings.Contains(string(output), "no room") ||
		!strings.Contains(string(output), "could not be installed") {
		t.Errorf("without PostgreSQL: %v, %s", err, output)
	}
	if output, err := prepared(t, "sleep 1; touch installed", "exit 1").CombinedOutput(); err == nil {
		t.Errorf("without a program it goes on: %s", output)
	}
	failing := prepared(t, "sleep 1; touch installed", "exit 1")
	_ = failing.Run()
	if _, err := os.Stat(filepath.Join(failing.Dir, "installed")); err != nil {
		t.Errorf("an installation is left half done when the program does not build: %v", err)
	}
}

func TestPreparationIsInterruptedWhole(t *testing.T) {
	t.Parallel()
	command := prepared(t, "touch installing; for i in $(seq 600); do sleep .1; done; touch installed", "for i in $(seq 600); do sleep .1; done")
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if _, err := os.Stat(filepath.Join(command.Dir, "installing")); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err := syscall.Kill(-command.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := command.Wait(); err == nil {
		t.Error("an interrupted preparation says that it is done")
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("an interrupt took %v", took)
	}
	if running := inFolder(t, command.Dir); running != "" {
		t.Errorf("after an interrupt there is still %s", running)
	}
}

// inFolder names what still runs in a folder.
func inFolder(t *testing.T, folder string) string {
	t.Helper()
	var running []string
	for range 40 {
		running = nil
		places, err := filepath.Glob("/proc/[0-9]*/cwd")
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range places {
			if at, err := os.Readlink(place); err == nil && strings.HasPrefix(at, folder) {
				name, _ := os.ReadFile(filepath.Join(filepath.Dir(place), "cmdline"))
				running = append(running, strings.ReplaceAll(string(name), "\x00", " "))
			}
		}
		if len(running) == 0 {
			return ""
		}
		time.Sleep(50 * time.Millisecond)
	}
	return strings.Join(running, ", ")
}
