package setup_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// beside runs two commands beside each other in a folder of their own.
func beside(t *testing.T, first, second string) *exec.Cmd {
	t.Helper()
	script, err := filepath.Abs("../../scripts/beside")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(script, first, second)
	command.Dir = t.TempDir()
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // an interrupt of a terminal goes to all of a group
	return command
}

// What two commands say is not mixed, though each waits for the other, so that one after the other would not end.
func TestTwoCommandsRunBesideEachOther(t *testing.T) {
	t.Parallel()
	await := func(mine, other string) string {
		return "echo " + mine + " begins; touch " + mine + "; for i in $(seq 200); do [ ! -e " + other + " ] || { echo " + mine + " ends; exit 0; }; sleep .1; done; exit 3"
	}
	output, err := beside(t, await("one", "two"), await("two", "one")).CombinedOutput()
	if want := "one begins\none ends\ntwo begins\ntwo ends\n"; err != nil || string(output) != want {
		t.Errorf("%v: %s", err, output)
	}
}

// Whichever fails, both come to their end, all of it is shown, and the whole has failed.
func TestTwoCommandsFailWithEither(t *testing.T) {
	t.Parallel()
	for _, test := range [][2]string{{"echo 1; exit 7", "sleep 1; echo 2"}, {"echo 1", "echo 2; exit 7"}, {"sleep 1; echo 1; exit 7", "echo 2"}} {
		output, err := beside(t, test[0], test[1]).CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 7 || string(output) != "1\n2\n" {
			t.Errorf("%q: %v, %s", test, err, output)
		}
	}
}

func TestTwoCommandsAreInterruptedWhole(t *testing.T) {
	t.Parallel()
	const long = "; for i in $(seq 600); do sleep .1; done"
	command := beside(t, "touch one"+long, "touch two"+long)
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"one", "two"} {
		for range 200 {
			if _, err := os.Stat(filepath.Join(command.Dir, name)); err == nil {
				break
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
	if err := syscall.Kill(-command.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := command.Wait(); err == nil {
		t.Error("what is interrupted says that it is done")
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("an interrupt took %v", took)
	}
	if running := inFolder(t, command.Dir); running != "" {
		t.Errorf("after an interrupt there is still %s", strings.TrimSpace(running))
	}
}
