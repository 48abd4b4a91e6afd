package cluster

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// postmaster is the process id of the running server, whoever started it, or 0.
func (s *site) postmaster() int {
	pid := pidIn(filepath.Join(s.paths.data, "postmaster.pid"))
	if pid == 0 || !s.serves(pid) {
		return 0
	}
	return pid
}

// stopping says whether the server was told to stop and has not ended: the eighth line of its file is its state.
func (s *site) stopping() bool {
	text, err := os.ReadFile(filepath.Join(s.paths.data, "postmaster.pid"))
	lines := strings.Split(string(text), "\n")
	return err == nil && len(lines) > 7 && strings.TrimSpace(lines[7]) == "stopping"
}

// serves says whether the process is a server of this cluster. A server has its data folder as its working folder, which tells
// it from a process that got the id of one that is gone.
func (s *site) serves(pid int) bool {
	if !exists(pid) {
		return false
	}
	if _, err := os.Stat("/proc/self/cwd"); err != nil {
		return true // no such knowledge here: believe the id, as PostgreSQL does
	}
	working, err1 := os.Stat(fmt.Sprintf("/proc/%d/cwd", pid))
	data, err2 := os.Stat(s.paths.data)
	return err1 == nil && err2 == nil && os.SameFile(working, data)
}

// removeStaleLocks removes lock files that name a process which lives but is no server of this cluster: after a reboot, say,
// its id belongs to somebody else, and PostgreSQL would refuse to start. Those of dead processes it judges itself, and better:
// it also looks for orphans in the shared memory that the file names.
func (s *site) removeStaleLocks() error {
	for _, path := range []string{filepath.Join(s.paths.data, "postmaster.pid"), filepath.Join(s.paths.socket, ".s.PGSQL.5432.lock")} {
		if pid := pidIn(path); pid == 0 || !exists(pid) || s.serves(pid) {
			continue
		}
		s.log.Warn("removing a lock file that an unrelated process seems to hold", "file", path)
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

// pidIn reads the first line of a PostgreSQL lock file, 0 if there is none.
func pidIn(path string) int {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	line, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil || pid <= 0 {
		return 0
	}
	return pid
}

// exists says whether there is a process with this id that this user may signal.
func exists(pid int) bool { return syscall.Kill(pid, 0) == nil }
