package cluster

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
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
func (s *site) launch(ctx context.Context) (*process, error) {
	if _, err := os.Stat(s.paths.data); os.IsNotExist(err) {
		if err := s.initialise(ctx); err != nil {
			return nil, err
		}
	}
	if err := own(s.paths.socket, s.id); err != nil {
		return nil, err
	}
	if err := s.removeStaleLocks(); err != nil {
		return nil, err
	}
	log, err := openLog(s.paths.log)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	before, err := log.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	command, err := s.command(exec.Command, "postgres", append([]string{"-D", s.paths.data}, settings(s.paths.socket, s.fast)...)...)
	if err != nil {
		return nil, err
	}
	command.Stdout, command.Stderr = log, log
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("start the server: %w", err)
	}
	child := &process{command: command, ended: make(chan struct{}), log: s.paths.log, before: before}
	go func(child *process) {
		defer close(child.ended)
		_ = child.command.Wait() // its log says why it ended
	}(child)
	s.log.Info("database server started", "folder", s.paths.dir, "pid", command.Process.Pid)
	return child, nil
}

func openLog(path string) (*os.File, error) {
	flags := os.O_WRONLY | os.O_CREATE | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > maxLogBytes {
		flags |= os.O_TRUNC
	}
	return os.OpenFile(path, flags, 0o600)
}

// initialise makes the database files beside their place and then moves them there, so that they are whole or absent.
func (s *site) initialise(ctx context.Context) error {
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
