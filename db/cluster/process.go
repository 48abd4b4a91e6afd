package cluster

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const (
	maxLogBytes   = 1 << 20 // a longer log starts anew with the next start of the server
	lastWordBytes = 2 << 10 // how much of the log an error quotes at most
)

// process is a server that this process started. A nil one does not run.
type process struct {
	command *exec.Cmd
	ended   chan struct{}
	log     string
	before  int64 // the length of the log before this start
}

func (p *process) running() bool {
	if p == nil {
		return false
	}
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// lastWords quotes the end of what the server said since this start, or nothing.
func (p *process) lastWords() string {
	if p == nil {
		return ""
	}
	file, err := os.Open(p.log)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, err := io.ReadAll(io.NewSectionReader(file, p.before, maxLogBytes))
	if err != nil || len(text) == 0 {
		return ""
	}
	return ": " + strings.TrimSpace(string(text[max(0, len(text)-lastWordBytes):]))
}

// mayRetry says whether the server ended only because another one, or a process of a killed one, was still there.
func (p *process) mayRetry() bool {
	words := p.lastWords()
	return strings.Contains(words, "lock file") || strings.Contains(words, "pre-existing shared memory block")
}

// launch starts the server, after making the database files if there are none, and does not wait for it.
func (s *server) launch(ctx context.Context) error {
	if _, err := os.Stat(s.paths.data); os.IsNotExist(err) {
		if err := s.initialise(ctx); err != nil {
			return err
		}
	}
	if err := own(s.paths.socket, s.id); err != nil {
		return err
	}
	if err := s.removeStaleLocks(); err != nil {
		return err
	}
	log, err := openLog(s.paths.log)
	if err != nil {
		return err
	}
	defer log.Close()
	before, err := log.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	command, err := s.command(exec.Command, "postgres", append([]string{"-D", s.paths.data}, s.settings()...)...)
	if err != nil {
		return err
	}
	command.Stdout, command.Stderr = log, log
	if err := command.Start(); err != nil {
		return fmt.Errorf("start the server: %w", err)
	}
	s.child = &process{command: command, ended: make(chan struct{}), log: s.paths.log, before: before}
	go func(child *process) {
		defer close(child.ended)
		_ = child.command.Wait() // its log says why it ended
	}(s.child)
	s.log.Info("database server started", "folder", s.paths.dir, "pid", command.Process.Pid)
	return nil
}

func openLog(path string) (*os.File, error) {
	flags := os.O_WRONLY | os.O_CREATE | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > maxLogBytes {
		flags |= os.O_TRUNC
	}
	return os.OpenFile(path, flags, 0o600)
}

// initialise makes the database files beside their place and then moves them there, so that they are whole or absent.
func (s *server) initialise(ctx context.Context) error {
	s.log.Info("making a new database cluster", "folder", s.paths.dir)
	if err := os.RemoveAll(s.paths.fresh); err != nil {
		return err
	}
	arguments := []string{"-D", s.paths.fresh, "-U", Superuser, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"}
	if s.fast {
		arguments = append(arguments, "--no-sync")
	}
	command, err := s.command(func(name string, arguments ...string) *exec.Cmd {
		return exec.CommandContext(ctx, name, arguments...)
	}, "initdb", arguments...)
	if err != nil {
		return err
	}
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, strings.TrimSpace(string(out[max(0, len(out)-lastWordBytes):])))
	}
	return os.Rename(s.paths.fresh, s.paths.data)
}

// command prepares a program of PostgreSQL with the server's identity and an environment that holds none of our secrets.
func (s *server) command(make func(string, ...string) *exec.Cmd, program string, arguments ...string) (*exec.Cmd, error) {
	attributes, err := s.id.attributes()
	if err != nil {
		return nil, err
	}
	command := make(filepath.Join(s.binDir, program), arguments...)
	command.Dir = s.paths.dir
	command.Env = []string{"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"}
	command.SysProcAttr = attributes
	return command, nil
}

// postmaster is the process id of the running server, whoever started it, or 0.
func (s *server) postmaster() int {
	pid := pidIn(filepath.Join(s.paths.data, "postmaster.pid"))
	if pid == 0 || !s.serves(pid) {
		return 0
	}
	return pid
}

// serves says whether the process is a server of this cluster. A server has its data folder as its working folder, which tells
// it from a process that got the id of one that is gone.
func (s *server) serves(pid int) bool {
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
func (s *server) removeStaleLocks() error {
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
