package cluster

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// maxSocketPath is what fits the kernel's sockaddr_un with its final zero byte.
const maxSocketPath = 107

// paths are a cluster's places; all but perhaps the socket's folder lie in dir.
type paths struct {
	dir    string // the cluster's folder
	data   string // the database files
	fresh  string // database files in the making
	socket string // the folder of the server's socket
	log    string // what the server says
	ensure string // locked while somebody starts or stops the server
	users  string // locked, shared, by every user
}

func newPaths(dataDir string) (paths, error) {
	if dataDir == "" {
		return paths{}, errors.New("the cluster's folder is not named")
	}
	dir, err := filepath.Abs(dataDir)
	if err != nil {
		return paths{}, err
	}
	if parent, err := filepath.EvalSymlinks(filepath.Dir(dir)); err == nil {
		dir = filepath.Join(parent, filepath.Base(dir))
	}
	socket := filepath.Join(dir, "socket")
	if len(socket+"/.s.PGSQL.5432") > maxSocketPath || strings.ContainsAny(socket, `,"`) { // a comma separates hosts in addresses
		digest := sha256.Sum256([]byte(dir))
		socket = fmt.Sprintf("/tmp/fortnight-%x", digest[:8])
	}
	return paths{
		dir:    dir,
		data:   filepath.Join(dir, "pgdata"),
		fresh:  filepath.Join(dir, "pgdata.new"),
		socket: socket,
		log:    filepath.Join(dir, "postgres.log"),
		ensure: filepath.Join(dir, "ensure.lock"),
		users:  filepath.Join(dir, "users.lock"),
	}, nil
}

// url is the address of a database of the cluster. A space in it is %20: as in PostgreSQL's own programs a plus sign means itself.
func (p paths) url(database string) string {
	query := url.Values{"host": {p.socket}, "port": {"5432"}, "sslmode": {"disable"}}
	address := url.URL{
		Scheme: "postgres", User: url.User(Superuser), Path: "/" + database, RawQuery: strings.ReplaceAll(query.Encode(), "+", "%20"),
	}
	return address.String()
}

// claim refuses a folder that is already used for something else: its owner and mode are about to change.
func (p paths) claim() error {
	entries, err := os.ReadDir(p.dir)
	if os.IsNotExist(err) || (err == nil && len(entries) == 0) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if path := filepath.Join(p.dir, entry.Name()); path == p.ensure || path == p.users {
			return nil
		}
	}
	return fmt.Errorf("%s holds something other than a cluster: name an empty or a new folder", p.dir)
}

// own makes a folder that only the server's user may enter, or checks that one is there already. A folder that is somebody
// else's is refused: in /tmp anybody could have made it.
func own(path string, id identity) error {
	if err := os.Mkdir(path, 0o700); err != nil && !os.IsExist(err) {
		return err
	}
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	stat, _ := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || (int(stat.Uid) != os.Geteuid() && (!id.switched || int(stat.Uid) != id.uid)) {
		return fmt.Errorf("%s is not a folder of this user", path)
	}
	if err := os.Chmod(path, 0o700); err != nil {
		return err
	}
	return id.give(path)
}
