package cluster

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeServer makes a folder of programs that say they are of this version.
func fakeServer(t *testing.T, version string, vector bool) string {
	t.Helper()
	bin, share := t.TempDir(), t.TempDir()
	if vector {
		write(t, filepath.Join(share, "extension", "vector.control"), "", 0o644)
	}
	write(t, filepath.Join(bin, "postgres"), fmt.Sprintf("#!/bin/sh\necho 'postgres (PostgreSQL) %s'\n", version), 0o755)
	write(t, filepath.Join(bin, "pg_config"), "#!/bin/sh\necho "+share+"\n", 0o755)
	write(t, filepath.Join(bin, "initdb"), "#!/bin/sh\n", 0o755)
	return bin
}

func write(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

func TestFindBinariesInTheNamedFolder(t *testing.T) {
	old := t.TempDir()
	write(t, filepath.Join(old, "pgdata", "PG_VERSION"), "16\n", 0o600)
	broken := t.TempDir()
	write(t, filepath.Join(broken, "pgdata", "PG_VERSION"), "what?\n", 0o600)
	for name, test := range map[string]struct{ bin, data, err string }{
		"Debian 12":       {bin: fakeServer(t, "15.18 (Debian 15.18-0+deb12u1)", true)},
		"development":     {bin: fakeServer(t, "18devel", true), err: `says "postgres (PostgreSQL) 18devel"`},
		"too old":         {bin: fakeServer(t, "14.9", true), err: "older than 15"},
		"no pgvector":     {bin: fakeServer(t, "17.1", false), err: "no pgvector"},
		"empty":           {bin: t.TempDir(), err: "no postgres there"},
		"same as data":    {bin: fakeServer(t, "16.4", true), data: old},
		"other than data": {bin: fakeServer(t, "17.1", true), data: old, err: "cannot open the files of version 16"},
		"unreadable data": {bin: fakeServer(t, "17.1", true), data: broken, err: "not a number"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := FindBinaries(func(key string) string { return map[string]string{"PG_BINDIR": test.bin}[key] }, test.data)
			switch {
			case test.err == "" && (err != nil || got != test.bin):
				t.Errorf("got %q, %v; want %q", got, err, test.bin)
			case test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)):
				t.Errorf("got %q, %v; want an error with %q", got, err, test.err)
			}
		})
	}
}

func TestFindBinariesSaysHowToGetThem(t *testing.T) {
	_, err := FindBinaries(func(key string) string { return map[string]string{"PG_BINDIR": t.TempDir()}[key] }, "")
	if err == nil || !strings.Contains(err.Error(), "scripts/install-postgres") {
		t.Errorf("error %v does not name scripts/install-postgres", err)
	}
}

func TestFindBinariesPrefersOnesOwnPrefix(t *testing.T) {
	bin := fakeServer(t, "17.1", true)
	home := t.TempDir()
	own := filepath.Join(home, ".local", "share", "fortnight", "postgresql")
	if err := os.MkdirAll(own, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(bin, filepath.Join(own, "bin")); err != nil {
		t.Fatal(err)
	}
	for _, environment := range []map[string]string{{"HOME": home}, {"FORTNIGHT_PREFIX": own}} {
		got, err := FindBinaries(func(key string) string { return environment[key] }, "")
		if want := filepath.Join(own, "bin"); err != nil || got != want {
			t.Errorf("%v: got %q, %v; want %q", environment, got, err, want)
		}
	}
}
