package calendars

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

// Calendars are athletes' sessions and locked days, and what a plan goes by.
type Calendars struct {
	db     *postgres.DB
	live   *live.Listener
	reader *Reader
	writer *journal.Writer
	memory *memory
}

// New are the calendars of a database.
func New(db *postgres.DB, listener *live.Listener, reader *Reader, writer *journal.Writer, bytes int) *Calendars {
	return &Calendars{db, listener, reader, writer, newMemory(db, bytes)}
}

// CalendarSnapshot reads what there is to know of an athlete for days days from from, at one instant, else ErrNotFound.
func (store *Calendars) CalendarSnapshot(ctx context.Context, viewer, athlete training.UserID, from training.Date, days int) (runs.Snapshot, error) {
	key := SnapshotKey{athlete, from, days}
	found, err := store.CalendarSnapshots(ctx, viewer, []SnapshotKey{key})
	if err != nil {
		return runs.Snapshot{}, err
	}
	if snapshot, is := found[key]; is {
		return snapshot.Own(), nil
	}
	return runs.Snapshot{}, postgres.Wrap("read calendar", postgres.ErrNotFound)
}

// CalendarSnapshots are those of several, each different, with as many statements as one; what the viewer may not see is left out.
func (store *Calendars) CalendarSnapshots(ctx context.Context, viewer training.UserID, keys []SnapshotKey) (map[SnapshotKey]*Shared, error) {
	kept := make([]*keptSnapshot, len(keys))
	for i, key := range keys {
		kept[i] = store.memory.knownSnapshot(key)
	}
	stands, err := store.memory.stand(ctx, viewer, keys, kept)
	if err != nil {
		return nil, postgres.Wrap("read calendar", err)
	}
	found := make(map[SnapshotKey]*Shared, len(keys))
	var missing []SnapshotKey
	for i, key := range keys {
		switch {
		case !postgres.Canonical(key.Athlete):
		case stands[i]:
			found[key] = store.memory.shared(kept[i])
		default:
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return found, nil
	}
	var fresh map[SnapshotKey]*keptSnapshot
	err = store.db.AtOneInstant(ctx, "read calendar", func(ctx context.Context, tx bun.Tx) error {
		fresh, err = store.reader.read(ctx, tx, athletes.ReadUsersOf(viewer), missing)
		return err
	})
	if err != nil {
		return nil, err
	}
	for key, snapshot := range fresh {
		store.memory.keepSnapshot(snapshot)
		found[key] = store.memory.shared(snapshot)
	}
	return found, nil
}

// RevisionsByID are those of the calendars of some athletes, of those whom the viewer may see.
func (store *Calendars) RevisionsByID(ctx context.Context, viewer training.UserID, athletes []training.UserID) (map[training.UserID]int, error) {
	found, err := access.Revisions(ctx, store.db, viewer, postgres.Possible(athletes))
	return found, postgres.Wrap("read the revisions of calendars", err)
}

// Snapshot reads an athlete's inputs for a run. Sessions and activities reach from rules.HistoryDays before the plan, or before today
// where that is earlier, to its last day or today; activities and completed sessions wholeDays back, and their loads to the first.
func (store *Calendars) Snapshot(ctx context.Context, athlete training.UserID, from training.Date, days int) (runs.Snapshot, error) {
	return store.CalendarSnapshot(ctx, athlete, athlete, from, days)
}

// SessionsByID returns those sessions that stand on calendars the viewer may see.
func (store *Calendars) SessionsByID(ctx context.Context, viewer training.UserID, ids []training.SessionID) (map[training.SessionID]training.PlannedSession, error) {
	ids = postgres.Possible(ids)
	if len(ids) == 0 {
		return map[training.SessionID]training.PlannedSession{}, nil
	}
	var rows []journal.SessionRow
	err := store.db.Bun.NewSelect().Model(&rows).Apply(journal.WithActivities).Where("s.id IN (?)", bun.List(ids)).
		Apply(access.Limit("s.athlete_id", viewer)).Scan(ctx)
	found := postgres.ByID(journal.SessionsOf(rows), func(s training.PlannedSession) training.SessionID { return s.ID })
	return found, postgres.Wrap("read sessions", err)
}
