package cluster

import (
	"errors"
	"os"
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

// give hands a file or folder that root made to the server's user.
func (id identity) give(path string) error {
	if !id.switched {
		return nil
	}
	return os.Lchown(path, id.uid, id.gid)
}
