package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/db/dbtest"
	"fortnight/server"
)

// says has doctor look by some settings, and returns its lines by their names.
func says(t *testing.T, settings ...string) (lines map[string]string, err error) {
	t.Helper()
	var out bytes.Buffer
	err = doctor(t.Context(), environmentOnly(settings...), &out)
	lines = map[string]string{}
	for line := range strings.Lines(out.String()) {
		columns := strings.SplitN(strings.TrimSpace(line), "  ", 2)
		name, rest, _ := strings.Cut(strings.TrimSpace(columns[len(columns)-1]), "  ")
		lines[name] += columns[0] + ": " + strings.TrimSpace(rest)
	}
	return lines, err
}

// environmentOnly is an environment of just these settings.
func environmentOnly(settings ...string) func(string) string {
	return func(name string) string {
		for _, s := range settings {
			if key, value, _ := strings.Cut(s, "="); key == name {
				return value
			}
		}
		return ""
	}
}

// Of a machine on which all is well each line is ok, before the first start and after the migrations, and nothing was made or changed.
func TestDoctorFindsAllWell(t *testing.T) {
	t.Parallel()
	for name, url := range map[string]string{"empty": dbtest.EmptyURL(t), "migrated": dbtest.URL(t)} {
		data := filepath.Join(t.TempDir(), "not", "yet")
		lines, err := says(t, "FORTNIGHT_DATA="+data, "FORTNIGHT_MODEL=off", "DATABASE_URL="+url)
		if err != nil {
			t.Errorf("%s: %v, %q", name, err, lines)
		}
		want := map[string]string{
			"settings": "ok: development", "data folder": "ok: " + data, "disk room": "ok: ", "descriptors": "", "signing key": "ok: ", "embedding model": "ok: off", "database": "ok: answers",
			"server": "ok: PostgreSQL 1", "pgvector": "ok: ", "migrations": "hint: ", "clock": "ok: ", "connections": "ok: ",
		}
		if name == "migrated" {
			want["migrations"] = "ok: all applied"
		}
		for what, begins := range want {
			if !strings.HasPrefix(lines[what], begins) {
				t.Errorf("%s: of %s it says %q, want %q", name, what, lines[what], begins)
			}
		}
		if len(lines) != len(want) {
			t.Errorf("%s: %q", name, lines)
		}
		if lines, err = says(t, "FORTNIGHT_DATA="+data, "FORTNIGHT_MODEL=off", "DATABASE_URL="+url); err != nil || name == "empty" && !strings.HasPrefix(lines["migrations"], "hint: ") {
			t.Errorf("%s, again: %v, %q", name, err, lines)
		}
		if _, err := os.Stat(filepath.Join(data, "signing.key")); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: a key was made, %v", name, err)
		}
	}
}

// F37: a process keeps descriptors for itself, so that its database is reached however many clients there are, and does not begin with fewer than it needs.
func TestF37Descriptors(t *testing.T) {
	if most, err := mostConnections(64); most != 24 || err != nil {
		t.Errorf("of 64 descriptors %d are for clients (%v), want 24", most, err)
	}
	if most, err := mostConnections(math.MaxUint64); most < server.MaxConnections || err != nil {
		t.Errorf("without a limit there are %d (%v)", most, err)
	}
	if _, err := mostConnections(63); err == nil || !strings.Contains(err.Error(), "64 at least") {
		t.Errorf("of 63: %v", err)
	}
	most, err := connections()
	if limit, known := descriptorLimit(); err != nil || known && most != int(min(limit, math.MaxInt32+ownDescriptors)-ownDescriptors) || !known && most != 0 {
		t.Errorf("here there are %d (%v)", most, err)
	}
}

// What is wrong is said with what to do, and the command fails.
func TestDoctorSaysWhatToDo(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t)
	open := t.TempDir()
	if err := os.WriteFile(filepath.Join(open, "signing.key"), bytes.Repeat([]byte("ab"), 32), 0o644); err != nil {
		t.Fatal(err)
	}
	certFile, keyFile, _ := writePair(t, t.TempDir(), time.Now().Add(-2*time.Hour), time.Hour)
	noFolder := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(noFolder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	sealed := sealedBy(t, url, strings.Repeat("12", 32))
	for _, test := range []struct {
		name, line, says string
		settings         []string
	}{
		{"wrong settings", "settings", "FORTNIGHT_DRAIN", []string{"FORTNIGHT_DRAIN=soon", "FORTNIGHT_READ_PATH=perhaps"}},
		{"a key that others read", "signing key", "0600", []string{"FORTNIGHT_DATA=" + open}},
		{"a certificate that has ended", "certificate", "ended on", []string{"FORTNIGHT_TLS_CERT=" + certFile, "FORTNIGHT_TLS_KEY=" + keyFile}},
		{"a data folder that is none", "settings", "FORTNIGHT_DATA", []string{"FORTNIGHT_DATA=" + noFolder}},
		{"no database", "database", "DATABASE_URL", []string{"DATABASE_URL=postgres://fortnight@127.0.0.1:1/none"}},
		{"a standby", "server", "read-write", []string{"DATABASE_URL=" + url + "&default_transaction_read_only=on"}},
		{"keys of others", "sealed keys", "FORTNIGHT_KEY_ENCRYPTION_KEYS", []string{"DATABASE_URL=" + sealed, "FORTNIGHT_KEY_ENCRYPTION_KEYS=" + strings.Repeat("34", 32)}},
	} {
		defaults := []string{"FORTNIGHT_DATA=" + t.TempDir(), "FORTNIGHT_MODEL=off", "DATABASE_URL=" + url}
		lines, err := says(t, append(test.settings, defaults...)...)
		if !errors.Is(err, errUnwell) {
			t.Errorf("%s: %v", test.name, err)
		}
		if !strings.HasPrefix(lines[test.line], "TO DO: ") || !strings.Contains(lines[test.line], test.says) {
			t.Errorf("%s: %q", test.name, lines)
		}
	}
	if lines, err := says(t, "FORTNIGHT_DATA="+t.TempDir(), "DATABASE_URL="+url); err != nil || !strings.HasPrefix(lines["embedding model"], "hint: ") {
		t.Errorf("a model that is not here: %v, %q", err, lines)
	}
}

// sealedBy makes the first signing key of a database, sealed by a key, and returns the database's address.
func sealedBy(t *testing.T, url, sealing string) string {
	t.Helper()
	keys, err := auth.ParseKeys(sealing)
	if err != nil {
		t.Fatal(err)
	}
	a := node(t, url, config{sealing: keys})
	if _, err := a.useKeys(t.Context(), func(auth.Key) *auth.Tokens {
		return auth.NewTokens(auth.Key{}, a.db.Accounts, a.now, bytes.NewReader(nil), a.log)
	}); err != nil {
		t.Fatal(fmt.Errorf("seal a key: %w", err))
	}
	return url
}
