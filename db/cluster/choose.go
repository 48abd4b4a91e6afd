package cluster

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// chooseIdentity decides who serves a cluster, by the places of its database files, of its folder and of PostgreSQL's programs. A
// cluster keeps the identity that its files have.
func chooseIdentity(data, dir, binDir string) (identity, error) {
	own := identity{uid: os.Geteuid(), gid: os.Getegid()}
	if own.uid != 0 {
		return own, nil
	}
	inside := identity{namespace: true}
	if info, err := os.Stat(data); err == nil {
		if stat := info.Sys().(*syscall.Stat_t); stat.Uid != 0 {
			return identity{uid: int(stat.Uid), gid: int(stat.Gid), switched: true}, nil
		}
		return inside, inside.try()
	}
	if other, err := postgresUser(); err == nil && enterable(filepath.Dir(dir)) && enterable(binDir) {
		return other, nil
	}
	return inside, inside.try()
}

func postgresUser() (identity, error) {
	account, err := user.Lookup("postgres")
	if err != nil {
		return identity{}, err
	}
	uid, err1 := strconv.Atoi(account.Uid)
	gid, err2 := strconv.Atoi(account.Gid)
	return identity{uid: uid, gid: gid, switched: true}, errors.Join(err1, err2)
}

// enterable says whether everybody may enter dir and every folder above it.
func enterable(dir string) bool {
	for {
		info, err := os.Stat(dir)
		if err != nil || info.Mode().Perm()&0o001 == 0 {
			return false
		}
		if dir == filepath.Dir(dir) {
			return true
		}
		dir = filepath.Dir(dir)
	}
}

// try runs a harmless program as this identity: user namespaces are denied in some containers.
func (id identity) try() error {
	attr, err := id.attributes()
	if err != nil {
		return err
	}
	command := exec.Command("/bin/sh", "-c", ":")
	command.SysProcAttr = attr
	if err := command.Run(); err != nil {
		return fmt.Errorf("%w (%w)", errNoIdentity, err)
	}
	return nil
}
