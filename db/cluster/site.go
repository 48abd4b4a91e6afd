package cluster

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

// site is where a cluster is and what its server runs by. Only who holds the lock "ensure" starts or stops the server.
type site struct {
	paths  paths
	binDir string
	id     identity
	fast   bool
	log    *slog.Logger
}

// newSite chooses the server's identity and makes the cluster's folders.
func newSite(config Config) (site, error) {
	p, err := newPaths(config.DataDir)
	if err != nil {
		return site{}, err
	}
	if config.BinDir == "" || config.Log == nil {
		return site{}, errors.New("BinDir and Log must be set")
	}
	if err := os.MkdirAll(filepath.Dir(p.dir), 0o755); err != nil {
		return site{}, err
	}
	if err := p.claim(); err != nil {
		return site{}, err
	}
	id, err := chooseIdentity(p.data, p.dir, config.BinDir)
	if err != nil {
		return site{}, err
	}
	if err := own(p.dir, id); err != nil {
		return site{}, err
	}
	return site{paths: p, binDir: config.BinDir, id: id, fast: config.Fast, log: config.Log}, nil
}

// exclusively runs action while no other process starts or stops the server.
func (s *site) exclusively(ctx context.Context, action func() error) error {
	file, err := openLock(s.paths.ensure, s.id)
	if err != nil {
		return err
	}
	defer file.Close() // lets go of the lock
	if err := waitLock(ctx, file, syscall.LOCK_EX); err != nil {
		return err
	}
	return action()
}

// command prepares a program of PostgreSQL with the server's identity and an environment that holds none of our secrets.
func (s *site) command(make func(string, ...string) *exec.Cmd, program string, arguments ...string) (*exec.Cmd, error) {
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
