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

// identity is who the server runs as. PostgreSQL refuses to run as root.
type identity struct {
	uid, gid  int
	switched  bool // root becomes uid, and the cluster's files belong to uid
	namespace bool // root stays root outside and is an ordinary user inside a user namespace; files stay root's
}

var errNoIdentity = errors.New("PostgreSQL refuses to run as root, and here root can neither become the user postgres " +
	"(there must be one, and it must be able to enter the cluster's folder and the programs') nor use a user namespace: " +
	"run Fortnight as an ordinary user, or keep its data below a folder that everybody may enter, such as /var/lib")

// chooseIdentity decides who serves the cluster with these paths. A cluster keeps the identity that its files have.
func chooseIdentity(p paths, binDir string) (identity, error) {
	own := identity{uid: os.Geteuid(), gid: os.Getegid()}
	if own.uid != 0 {
		return own, nil
	}
	inside := identity{namespace: true}
	if info, err := os.Stat(p.data); err == nil {
		if stat := info.Sys().(*syscall.Stat_t); stat.Uid != 0 {
			return identity{uid: int(stat.Uid), gid: int(stat.Gid), switched: true}, nil
		}
		return inside, inside.try()
	}
	if other, err := postgresUser(); err == nil && enterable(filepath.Dir(p.dir)) && enterable(binDir) {
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

// give hands a file or folder that root made to the server's user.
func (id identity) give(path string) error {
	if !id.switched {
		return nil
	}
	return os.Lchown(path, id.uid, id.gid)
}
