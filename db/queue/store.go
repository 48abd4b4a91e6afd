package queue

import (
	"fortnight/db/calendars"
	"fortnight/db/journal"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/quota"
)

// Queue is the runs of planners: those that wait, those that workers hold by a lease, and those that have ended, with their events.
type Queue struct {
	db      *postgres.DB
	live    *live.Listener
	reader  *calendars.Reader
	writer  *journal.Writer
	streams *quota.Places // to read for those who watch
}

// maxStreamsWaiting is how many streams of one viewer may wait to be read for.
const maxStreamsWaiting = 100_000

// New is the queue of a database.
func New(db *postgres.DB, listener *live.Listener, reader *calendars.Reader, writer *journal.Writer) *Queue {
	connections := max(1, int(db.Pool.Config().MaxConns)/4)
	return &Queue{db, listener, reader, writer, quota.NewPlaces(connections, connections, maxStreamsWaiting)}
}
