package accounts

import "fortnight/db/postgres"

// Accounts are what a user logs in with, and the sessions of those who did.
type Accounts struct{ db *postgres.DB }

// New are the accounts of a database.
func New(db *postgres.DB) *Accounts { return &Accounts{db} }
