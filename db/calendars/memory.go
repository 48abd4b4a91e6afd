package calendars

import (
	"context"
	"slices"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/jackc/pgx/v5"

	"fortnight/db/athletes"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

const (
	// keptSnapshots is how many snapshots are remembered: those of athletes who try one thing after the other on the same days.
	keptSnapshots = 128
	// keptSnapshotRows is how many activities and sessions a snapshot may have to be remembered, some 200 bytes each, and of pastRows as many
	// as take the room of one.
	keptSnapshotRows = 2000
	pastRows         = 6
)

// snapshotKey names what a snapshot is of.
type snapshotKey struct {
	athlete training.UserID
	from    training.Date
	days    int
}

// memory remembers snapshots.
type memory struct {
	db        *postgres.DB
	snapshots *lru.Cache[snapshotKey, keptSnapshot]
}

func newMemory(db *postgres.DB) (*memory, error) {
	snapshots, err := lru.New[snapshotKey, keptSnapshot](keptSnapshots)
	return &memory{db, snapshots}, err
}

// knownSnapshot is the snapshot of a key as of now, if it is remembered and the athlete's day is the same.
func (store *memory) knownSnapshot(key snapshotKey) (keptSnapshot, bool) {
	s, kept := store.snapshots.Get(key)
	now := store.db.Now()
	if !kept || s.Today != athletes.DayOf(s.Athlete.Profile, now) {
		return keptSnapshot{}, false
	}
	s.Snapshot = ownLists(s.Snapshot)
	s.Now = now
	return s, true
}

func (store *memory) keepSnapshot(key snapshotKey, s keptSnapshot) {
	if len(s.Activities)+len(s.Sessions)+len(s.Past)/pastRows <= keptSnapshotRows {
		s.Snapshot = ownLists(s.Snapshot)
		store.snapshots.Add(key, s)
	}
}

// ownLists is a snapshot whose lists its reader may change. What the lists hold is shared; nobody changes that in place.
func ownLists(s runs.Snapshot) runs.Snapshot {
	s.Activities, s.Sessions, s.LockedDays = slices.Clone(s.Activities), slices.Clone(s.Sessions), slices.Clone(s.LockedDays)
	s.Restrictions = slices.Clone(s.Restrictions)
	s.CheckIns, s.Overrides, s.Past = slices.Clone(s.CheckIns), slices.Clone(s.Overrides), slices.Clone(s.Past)
	return s
}

// standing is what a snapshot must have in common with an athlete's calendar, for somebody who may see it. Every change of what feeds the
// plan gives the calendar another revision, but for a workout that changes at the moment at which it is put onto the calendar: revisions
// only grow, so their sum tells.
const standing = `SELECT c.revision, (
		SELECT coalesce(sum(w.revision), 0) FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
		WHERE s.athlete_id = c.athlete_id AND s.date BETWEEN $3 AND $5 AND (s.date >= $4 OR s.status = 'COMPLETED'))
	FROM calendars AS c WHERE c.athlete_id = $1
	AND (c.athlete_id = $2 OR EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.athlete_id = c.athlete_id AND g.coach_id = $2))`

// stands tells whether a snapshot is what would be read now. It is ErrNotFound unless the athlete is the viewer or granted the viewer.
func (store *memory) stands(ctx context.Context, viewer, athlete training.UserID, s keptSnapshot) (bool, error) {
	if !postgres.Canonical(viewer) || !postgres.Canonical(athlete) {
		return false, postgres.ErrNotFound
	}
	var revision, workouts int
	err := store.db.Pool.QueryRow(ctx, standing, pgx.QueryExecModeCacheStatement, string(athlete), string(viewer),
		s.within.oldest.String(), s.within.first.String(), s.within.last.String()).Scan(&revision, &workouts)
	return revision == s.Revision && workouts == s.workouts, err
}
