package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/training"
)

// What is backed up while the database is written to comes back as it was at one instant, with the schema, into an empty database and into no other.
func TestF39BackupIsRestored(t *testing.T) {
	t.Parallel()
	url, empty := dbtest.URL(t), dbtest.EmptyURL(t)
	a := node(t, url, config{})
	a.url = url
	sign := func(email string) error {
		user := training.User{Name: "Jo", Role: training.RoleAthlete, Email: email, Profile: training.NewProfile("UTC")}
		_, err := a.db.CreateUser(t.Context(), user, "x")
		return err
	}
	if err := sign("before@fortnight.example"); err != nil {
		t.Fatal(err)
	}
	stop, stopped := make(chan struct{}), make(chan error, 1)
	go func() { // somebody goes on writing
		for n := 0; ; n++ {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
			}
			if err := sign(string(rune('a'+n%26)) + randomWord() + "@fortnight.example"); err != nil {
				stopped <- err
				return
			}
		}
	}()
	file := filepath.Join(t.TempDir(), "backup")
	err := a.backup(t.Context(), file)
	close(stop)
	if err = errors.Join(err, <-stopped); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := a.backup(t.Context(), file); err == nil {
		t.Error("a backup is written over another")
	}
	if err := a.restore(t.Context(), file); !errors.Is(err, db.ErrNotEmpty) {
		t.Errorf("over what is there: %v", err)
	}
	b := node(t, empty, config{})
	b.url = empty
	if err := b.restore(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if account, err := b.db.AccountByEmail(t.Context(), "before@fortnight.example"); err != nil || account.PasswordHash != "x" {
		t.Errorf("%v, %v", account.Role, err)
	}
	if _, err := b.db.AccountByEmail(t.Context(), "nobody@fortnight.example"); !errors.Is(err, auth.ErrNoAccount) {
		t.Errorf("%v", err)
	}
	lines := func(url string) []string { // a condition that was read again has other brackets
		return strings.Split(strings.NewReplacer("(", "", ")", "").Replace(dbtest.Dump(t, url)), "\n")
	}
	was, is := lines(url), lines(empty)
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			t.Fatalf("line %d of the schema of %d is %q, and was %q, of %d", i+1, len(is), is[i], was[i], len(was))
		}
	}
	if len(was) != len(is) {
		t.Errorf("the schema has %d lines, and had %d", len(is), len(was))
	}
	if err := b.migrate(t.Context()); err != nil {
		t.Errorf("what was restored does not start: %v", err)
	}
}
