package db_test

import (
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/dbtest"
)

func someKey(t *testing.T) auth.Key {
	t.Helper()
	key, err := auth.NewKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// signing are the keys of a database.
func signing(t *testing.T, d *db.DB, sealing ...auth.Key) (signs auth.Key, others []auth.Key) {
	t.Helper()
	signs, others, err := d.SigningKeys(t.Context(), sealing, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return signs, others
}

// later has so many seconds pass for the keys.
func later(t *testing.T, d *db.DB, seconds int) {
	t.Helper()
	if _, err := d.Pool().Exec(t.Context(), "UPDATE signing_keys SET signs_from = signs_from - $1 * interval '1 second'", seconds); err != nil {
		t.Fatal(err)
	}
}

// Processes that start at once on a database without keys sign by the same one, which the database cannot read.
func TestProcessesShareTheFirstSigningKey(t *testing.T) {
	raced(t)
	t.Parallel()
	d, sealing := dbtest.New(t), someKey(t)
	var all sync.WaitGroup
	keys := make([]auth.Key, 8)
	for i := range keys {
		all.Go(func() {
			var err error
			if keys[i], _, err = d.SigningKeys(t.Context(), []auth.Key{sealing}, rand.Reader); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, key := range keys {
		if key != keys[0] || key == (auth.Key{}) {
			t.Error("two processes sign by two keys")
		}
	}
	if _, _, err := d.SigningKeys(t.Context(), []auth.Key{someKey(t)}, rand.Reader); !errors.Is(err, auth.ErrSealed) {
		t.Errorf("by another key the keys are %v", err)
	}
	if _, others := signing(t, d, someKey(t), sealing); len(others) != 0 {
		t.Errorf("%d others", len(others))
	}
}

// A new key is known to all before it signs, and the one before is good until the last token that it can have signed has ended.
func TestSigningKeysRotate(t *testing.T) {
	t.Parallel()
	d, sealing := dbtest.New(t), someKey(t)
	rotate := func() error { return d.RotateKeys(t.Context(), []auth.Key{sealing}, rand.Reader) }
	old, _ := signing(t, d, sealing)
	if err := rotate(); err != nil {
		t.Fatal(err)
	}
	signs, others := signing(t, d, sealing)
	if signs != old || len(others) != 1 {
		t.Fatalf("at once another key signs, beside %d", len(others))
	}
	next := others[0]
	var conflict *db.ConflictError
	if err := rotate(); !errors.As(err, &conflict) {
		t.Errorf("again at once: %v", err)
	}
	later(t, d, 61)
	if signs, others = signing(t, d, sealing); signs != next || !slices.Equal(others, []auth.Key{old}) {
		t.Errorf("a minute later the next key does not sign, or the old one is not good: %d others", len(others))
	}
	later(t, d, int(auth.AccessLife.Seconds())) // the last token of the old key ends about now, by a clock that is slow later
	if _, others = signing(t, d, sealing); !slices.Equal(others, []auth.Key{old}) {
		t.Error("a key is forgotten while its tokens are good")
	}
	later(t, d, 120)
	if signs, others = signing(t, d, sealing); signs != next || len(others) != 0 {
		t.Errorf("the old key is not forgotten: %d others", len(others))
	}
	if err := rotate(); err != nil {
		t.Fatal(err)
	}
	var rows int
	if err := d.Pool().QueryRow(t.Context(), "SELECT count(*) FROM signing_keys").Scan(&rows); err != nil || rows != 2 {
		t.Errorf("%d rows, %v: those of the past are cleared away", rows, err)
	}
	for range 2 {
		later(t, d, 61)
		if err := rotate(); err != nil {
			t.Fatal(err)
		}
	}
	later(t, d, 61)
	if err := rotate(); !errors.As(err, &conflict) || !strings.Contains(err.Error(), "there are 4") {
		t.Errorf("a fifth key: %v", err)
	}
	if err := d.ReplaceKeys(t.Context(), []auth.Key{sealing}, rand.Reader); err != nil {
		t.Fatal(err)
	}
	if fresh, others := signing(t, d, sealing); fresh == next || len(others) != 0 {
		t.Error("a key is good that was to be forgotten")
	}
}

// What keys are sealed by is changed on one process after the other: first all can open what the next seals.
func TestSealingKeysRotate(t *testing.T) {
	t.Parallel()
	d, before, next := dbtest.New(t), someKey(t), someKey(t)
	first, _ := signing(t, d, before)
	if signs, _ := signing(t, d, before, next); signs != first {
		t.Error("another key signs")
	}
	if err := d.RotateKeys(t.Context(), []auth.Key{next, before}, rand.Reader); err != nil {
		t.Fatal(err)
	}
	signing(t, d, before, next) // one that was not told of the change of order
	if _, _, err := d.SigningKeys(t.Context(), []auth.Key{before}, rand.Reader); !errors.Is(err, auth.ErrSealed) {
		t.Errorf("who does not have the next: %v", err)
	}
	later(t, d, 3600)
	signing(t, d, next)
}
