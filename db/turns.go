package db

import "context"

// Turn is something that only one process on the database does at a time.
type Turn int32

const (
	// Preparing is bringing the schema and the library to the newest.
	Preparing Turn = 1
	// MakingDemo is making the demo account, or closing it.
	MakingDemo Turn = 2
	// Tidying is packing and deleting what is old.
	Tidying Turn = 3
)

// InTurn does something after all other processes that are at it, and before those that come later. A process that dies has had its turn.
func (db *DB) InTurn(ctx context.Context, turn Turn, do func(context.Context) error) error {
	return db.postgres.InTurn(ctx, int32(turn), do)
}
