package activities

import (
	"fortnight/db/calendars"
	"fortnight/db/journal"
	"fortnight/db/postgres"
)

// TrainingLog is what athletes did: activities, and what became of sessions.
type TrainingLog struct {
	db     *postgres.DB
	reader *calendars.Reader
	writer *journal.Writer
}

// New is the training log of a database.
func New(db *postgres.DB, reader *calendars.Reader, writer *journal.Writer) *TrainingLog {
	return &TrainingLog{db, reader, writer}
}
