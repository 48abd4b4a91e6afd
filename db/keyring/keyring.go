// Package keyring keeps the keys that access tokens are signed by, so that all processes on a database share them. They are stored as
// package auth seals them, by keys that the database never sees.
package keyring

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/db/postgres"
)

// How a key comes and goes, all by the database's clock, which every process reads.
const (
	// notice is how long a key is known before anything is signed by it: each process reads the keys several times meanwhile.
	notice = time.Minute
	// Refresh is how often a process reads the keys.
	Refresh = 15 * time.Second
	// good is how long a key's tokens are good after the next has begun to sign: an access token's life, the time until every process has
	// read that it signs, and a minute for clocks that differ.
	good = auth.AccessLife + Refresh + time.Minute
	// maxKeys is how many keys there may be at once. Each is tried on a token that no key has signed.
	maxKeys = 4
)

// Keyring is the signing keys of a database.
type Keyring struct{ db *postgres.DB }

// New is the keyring of a database.
func New(db *postgres.DB) *Keyring { return &Keyring{db} }

type keyRow struct {
	ID     string `bun:"id"`
	Sealed []byte `bun:"sealed"`
	Signs  bool   `bun:"signs"` // its time to sign has come
}

// living are the keys whose tokens may be good, the one that came last first. The clock is read when the rows are: a statement may have begun
// before the transaction that made what it sees.
const living = `SELECT k.id, k.sealed, k.signs_from <= clock_timestamp() AS signs FROM signing_keys AS k
	WHERE NOT EXISTS (SELECT 1 FROM signing_keys AS n WHERE n.signs_from > k.signs_from AND n.signs_from < clock_timestamp() - ? * interval '1 second')
	ORDER BY k.signs_from DESC, k.id`

// SigningKeys returns the key that signs now, and those whose tokens are good too. On a database that has none it makes the first; of processes that
// do so at once all get the same. sealing are the keys that open the stored ones, of which the first seals new ones; a stored key that none of
// them opens is [auth.ErrSealed].
func (store *Keyring) SigningKeys(ctx context.Context, sealing []auth.Key, random io.Reader) (signs auth.Key, others []auth.Key, err error) {
	rows, err := read(ctx, store.db.Bun)
	if err == nil && len(rows) == 0 {
		if err = store.first(ctx, sealing, random); err == nil {
			rows, err = read(ctx, store.db.Bun)
		}
	}
	if err != nil {
		return auth.Key{}, nil, postgres.Wrap("read signing keys", err)
	}
	found := false
	for _, row := range rows {
		key, err := auth.Unseal(row.Sealed, row.ID, sealing...)
		if err != nil {
			return auth.Key{}, nil, fmt.Errorf("signing key %s of the database: %w", row.ID, err)
		}
		if row.Signs && !found {
			signs, found = key, true
		} else {
			others = append(others, key)
		}
	}
	if last := len(others) - 1; !found && last >= 0 { // the database's clock was put back: the one that every process has known for longest
		signs, others, found = others[last], others[:last], true
	}
	if !found {
		return auth.Key{}, nil, errors.New("the database has no signing key")
	}
	return signs, others, nil
}

func read(ctx context.Context, from bun.IDB) ([]keyRow, error) {
	var rows []keyRow
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return from.NewRaw(living, good.Seconds()).Scan(ctx, &rows)
	})
	return rows, err
}

// first makes the first key, unless another process has.
func (store *Keyring) first(ctx context.Context, sealing []auth.Key, random io.Reader) error {
	return store.change(ctx, "make the first signing key", func(ctx context.Context, tx bun.Tx) error {
		if rows, err := read(ctx, tx); err != nil || len(rows) > 0 {
			return err
		}
		return insert(ctx, tx, sealing, random, 0)
	})
}

// change changes the keys, one process after the other.
func (store *Keyring) change(ctx context.Context, operation string, do func(context.Context, bun.Tx) error) error {
	return store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.NewRaw("LOCK TABLE signing_keys IN SHARE ROW EXCLUSIVE MODE").Exec(ctx); err != nil {
			return err
		}
		return do(ctx, tx)
	})
}

func insert(ctx context.Context, tx bun.Tx, sealing []auth.Key, random io.Reader, in time.Duration) error {
	if len(sealing) == 0 {
		return errors.New("there is no key to seal a signing key by")
	}
	key, err := auth.NewKey(random)
	if err != nil {
		return err
	}
	id := postgres.NewID[string]()
	sealed, err := sealing[0].Seal(key, id, random)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw("INSERT INTO signing_keys (id, sealed, signs_from) VALUES (?, ?, now() + ? * interval '1 second')", id, sealed, in.Seconds()).Exec(ctx)
	return err
}

// RotateKeys adds a key that signs in a minute, when every process knows it, and clears away those whose tokens have ended. It is a
// *postgres.ConflictError while the key before it has not signed yet, and where there are four already.
func (store *Keyring) RotateKeys(ctx context.Context, sealing []auth.Key, random io.Reader) error {
	return store.change(ctx, "rotate signing keys", func(ctx context.Context, tx bun.Tx) error {
		rows, err := read(ctx, tx)
		if err != nil {
			return err
		}
		if len(rows) > 0 && !rows[0].Signs {
			return postgres.Conflict("the next signing key is there already and signs within a minute")
		}
		if len(rows) >= maxKeys {
			return postgres.Conflict("there are %d signing keys whose tokens are still good, as many as there may be: wait %s", len(rows), good)
		}
		in := notice
		if len(rows) == 0 {
			in = 0
		}
		if err := sweep(ctx, tx); err != nil {
			return err
		}
		return insert(ctx, tx, sealing, random, in)
	})
}

// sweep clears away keys whose tokens have ended.
func sweep(ctx context.Context, tx bun.Tx) error {
	_, err := tx.NewRaw(`DELETE FROM signing_keys AS k WHERE EXISTS (SELECT 1 FROM signing_keys AS n WHERE n.signs_from > k.signs_from
		AND n.signs_from < clock_timestamp() - ? * interval '1 second')`, good.Seconds()).Exec(ctx)
	return err
}

// ReplaceKeys forgets every key at once and begins anew, for when somebody else has one: every access token ends as the processes learn of it, within
// [Refresh], and clients refresh.
func (store *Keyring) ReplaceKeys(ctx context.Context, sealing []auth.Key, random io.Reader) error {
	return store.change(ctx, "replace signing keys", func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.NewRaw("DELETE FROM signing_keys").Exec(ctx); err != nil {
			return err
		}
		return insert(ctx, tx, sealing, random, 0)
	})
}
