package accounts

import (
	"fmt"

	"fortnight/db/live"
	"fortnight/db/postgres"
)

// Accounts are what a user logs in with, and the sessions of those who did.
type Accounts struct {
	db         *postgres.DB
	live       *live.Listener
	remembered *remembered
}

// New are the accounts of a database.
func New(db *postgres.DB, listener *live.Listener) (*Accounts, error) {
	remembered, err := newRemembered(listener)
	if err != nil {
		return nil, fmt.Errorf("open accounts: %w", err)
	}
	return &Accounts{db, listener, remembered}, nil
}
