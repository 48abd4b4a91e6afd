package queue

import (
	"fortnight/db/calendars"
	"fortnight/db/journal"
	"fortnight/db/live"
	"fortnight/db/postgres"
)

// Queue is the runs of planners: those that wait, those that workers hold by a lease, and those that have ended, with their events.
type Queue struct {
	db     *postgres.DB
	live   *live.Listener
	reader *calendars.Reader
	writer *journal.Writer
}

// New is the queue of a database.
func New(db *postgres.DB, listener *live.Listener, reader *calendars.Reader, writer *journal.Writer) *Queue {
	return &Queue{db, listener, reader, writer}
}
