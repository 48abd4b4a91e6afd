package cluster

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// minMajor is the oldest PostgreSQL that Fortnight is tested with: Debian 12's.
const minMajor = 15

// FindBinaries returns the folder of the PostgreSQL programs to serve dataDir with: version 15 or newer, with the pgvector
// extension, and of the very major version that wrote dataDir if there is a cluster in it.
//
// It looks where scripts/install-postgres does: in $PG_BINDIR and nowhere else if that is set; else in $FORTNIGHT_PREFIX/bin
// (by default ~/.local/share/fortnight/postgresql/bin), in Debian's folders, the newest first, and at the postgres on $PATH.
func FindBinaries(getenv func(string) string, dataDir string) (string, error) {
	wanted, err := dataMajor(dataDir)
	if err != nil {
		return "", err
	}
	var reasons []string
	for _, dir := range places(getenv) {
		err := suitable(dir, wanted)
		if err == nil {
			return dir, nil
		}
		reasons = append(reasons, fmt.Sprintf("%s: %v", dir, err))
	}
	if getenv("PG_BINDIR") != "" {
		return "", fmt.Errorf("PG_BINDIR: no suitable PostgreSQL (%s): unset it, and run scripts/install-postgres, or make setup", reasons[0])
	}
	return "", fmt.Errorf("no suitable PostgreSQL (%s): run scripts/install-postgres, or make setup", strings.Join(reasons, "; "))
}

func places(getenv func(string) string) []string {
	if dir := getenv("PG_BINDIR"); dir != "" {
		return []string{dir}
	}
	prefix := getenv("FORTNIGHT_PREFIX")
	if prefix == "" {
		prefix = filepath.Join(getenv("HOME"), ".local", "share", "fortnight", "postgresql")
	}
	system, _ := filepath.Glob("/usr/lib/postgresql/[0-9]*/bin") // the pattern is well formed: there is no error
	slices.SortFunc(system, func(a, b string) int { return versionOf(b) - versionOf(a) })
	dirs := append([]string{filepath.Join(prefix, "bin")}, system...)
	if path, err := exec.LookPath("postgres"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			dirs = append(dirs, filepath.Dir(real))
		}
	}
	return dirs
}

// versionOf is the number in /usr/lib/postgresql/NUMBER/bin, 0 if it is none.
func versionOf(dir string) int {
	number, _ := strconv.Atoi(filepath.Base(filepath.Dir(dir)))
	return number
}

// suitable says why the programs in dir cannot serve; wanted is the major version to have, 0 for any.
func suitable(dir string, wanted int) error {
	for _, program := range []string{"postgres", "initdb"} {
		if _, err := exec.LookPath(filepath.Join(dir, program)); err != nil {
			return fmt.Errorf("no %s there", program)
		}
	}
	major, err := serverMajor(dir)
	switch {
	case err != nil:
		return err
	case major < minMajor:
		return fmt.Errorf("version %d is older than %d", major, minMajor)
	case wanted != 0 && major != wanted:
		return fmt.Errorf("version %d cannot open the files of version %d", major, wanted)
	}
	share, err := exec.Command(filepath.Join(dir, "pg_config"), "--sharedir").Output()
	if err != nil {
		return fmt.Errorf("pg_config: %w", err)
	}
	if _, err := os.Stat(filepath.Join(strings.TrimSpace(string(share)), "extension", "vector.control")); err != nil {
		return fmt.Errorf("version %d has no pgvector", major)
	}
	return nil
}

func serverMajor(dir string) (int, error) {
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("postgres --version: %w", err)
	}
	_, version, _ := strings.Cut(string(out), ") ") // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
	number, _, _ := strings.Cut(version, ".")
	major, err := strconv.Atoi(number)
	if err != nil {
		return 0, fmt.Errorf("postgres --version says %q", strings.TrimSpace(string(out)))
	}
	return major, nil
}

// dataMajor is the major version that wrote the cluster in dataDir, 0 if there is none yet.
func dataMajor(dataDir string) (int, error) {
	text, err := os.ReadFile(filepath.Join(dataDir, "pgdata", "PG_VERSION"))
	if os.IsNotExist(err) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read the cluster's version: %w", err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("the cluster's version is not a number: %w", err)
	}
	return major, nil
}
