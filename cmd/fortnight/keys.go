package main

import (
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"time"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/keyring"
)

// useKeys gives tokens the keys that they are signed by: those of the settings, those of the database where the settings have keys to seal
// them by, else the one of the data folder.
func (a *app) useKeys(ctx context.Context, tokens func(auth.Key) *auth.Tokens) (*auth.Tokens, error) {
	c := a.config
	if len(c.keys) > 0 {
		t := tokens(c.keys[0])
		t.Use(c.keys[0], c.keys[1:]...)
		return t, nil
	}
	if len(c.sealing) > 0 {
		signs, others, err := a.db.SigningKeys(ctx, c.sealing, rand.Reader)
		if err != nil {
			return nil, err
		}
		t := tokens(signs)
		t.Use(signs, others...)
		return t, nil
	}
	if c.databaseURL != "" {
		say("access tokens are signed by a key of this data folder alone: for several servers set FORTNIGHT_KEY_ENCRYPTION_KEYS on each")
	}
	key, err := auth.LoadOrCreateKey(filepath.Join(c.data, "signing.key"), rand.Reader)
	if err != nil {
		return nil, err
	}
	return tokens(key), nil
}

// keyRetry is how soon the keys are read again where they could not be.
const keyRetry = time.Second

// keepKeys reads the keys of the database from time to time, until ctx ends. While they cannot be read those that are known stay.
func (a *app) keepKeys(ctx context.Context, tokens *auth.Tokens) {
	if len(a.config.keys) > 0 || len(a.config.sealing) == 0 {
		return
	}
	told := false
	for pause := keyring.Refresh; ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		signs, others, err := a.db.SigningKeys(ctx, a.config.sealing, rand.Reader)
		if err == nil {
			tokens.Use(signs, others...)
			pause, told = keyring.Refresh, false
			continue
		}
		if pause = keyRetry; !told && !errors.Is(err, db.ErrUnavailable) && ctx.Err() == nil {
			a.log.ErrorContext(ctx, "could not read the signing keys: those from before stay", "error", err)
			told = true
		}
	}
}

var errNoSealing = errors.New("FORTNIGHT_KEY_ENCRYPTION_KEYS is not set: the database has no signing keys")

// changeKeys adds the next signing key to the database, or begins anew.
func (a *app) changeKeys(ctx context.Context, replace bool) error {
	if len(a.config.sealing) == 0 {
		return errNoSealing
	}
	if err := a.migrate(ctx); err != nil {
		return err
	}
	if replace {
		if err := a.db.ReplaceKeys(ctx, a.config.sealing, rand.Reader); err != nil {
			return err
		}
		say("every access token ends within %s; clients refresh", keyring.Refresh)
		return nil
	}
	if err := a.db.RotateKeys(ctx, a.config.sealing, rand.Reader); err != nil {
		return err
	}
	say("the next key signs in a minute; no token ends before its time")
	return nil
}
