package calendars

import (
	"context"
	"slices"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/jackc/pgx/v5"

	"fortnight/db/access"
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

// memory remembers snapshots.
type memory struct {
	db        *postgres.DB
	snapshots *lru.Cache[SnapshotKey, keptSnapshot]
}

func newMemory(db *postgres.DB) (*memory, error) {
	snapshots, err := lru.New[SnapshotKey, keptSnapshot](keptSnapshots)
	return &memory{db, snapshots}, err
}

// knownSnapshot is the snapshot of a key as of now, if it is remembered and the athlete's day is the same.
func (store *memory) knownSnapshot(key SnapshotKey) (keptSnapshot, bool) {
	s, kept := store.snapshots.Get(key)
	now := store.db.Now()
	if !kept || s.Today != athletes.DayOf(s.Athlete.Profile, now) {
		return keptSnapshot{}, false
	}
	s.Snapshot = ownLists(s.Snapshot)
	s.Now = now
	return s, true
}

func (store *memory) keepSnapshot(key SnapshotKey, s keptSnapshot) {
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

// standing is what snapshots must have in common with athletes' calendars, of those whom somebody may see. Every change of what feeds the
// plan gives the calendar another revision, but for a workout that changes at the moment at which it is put onto the calendar: revisions
// only grow, so their sum tells.
var standing = `SELECT k.n, c.revision, (
		SELECT coalesce(sum(w.revision), 0) FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
		WHERE s.athlete_id = c.athlete_id AND s.date BETWEEN k.oldest AND k.last AND (s.date >= k.first OR s.status = 'COMPLETED'))
	FROM unnest($2::uuid[], $3::date[], $4::date[], $5::date[]) WITH ORDINALITY AS k (athlete, oldest, first, last, n)
	JOIN calendars AS c ON c.athlete_id = k.athlete
	WHERE ` + access.Condition("c.athlete_id", "$1")

// stand says of each snapshot whether the viewer may see the athlete, and whether it is what would be read now.
func (store *memory) stand(ctx context.Context, viewer training.UserID, list []keptSnapshot) (seen, stands []bool, err error) {
	seen, stands = make([]bool, len(list)), make([]bool, len(list))
	if !postgres.Canonical(viewer) {
		return seen, stands, nil
	}
	var ids, oldest, first, last []string
	var at []int
	for i, s := range list {
		if postgres.Canonical(s.key.Athlete) {
			at, ids = append(at, i), append(ids, string(s.key.Athlete))
			oldest, first, last = append(oldest, s.within.oldest.String()), append(first, s.within.first.String()), append(last, s.within.last.String())
		}
	}
	if len(at) == 0 {
		return seen, stands, nil
	}
	pool, err := store.db.Direct()
	if err != nil {
		return nil, nil, err
	}
	rows, err := pool.Query(ctx, standing, pgx.QueryExecModeCacheStatement, string(viewer), ids, oldest, first, last)
	if err != nil {
		return nil, nil, err
	}
	var n, revision, workouts int
	_, err = pgx.ForEachRow(rows, []any{&n, &revision, &workouts}, func() error {
		s := list[at[n-1]]
		seen[at[n-1]], stands[at[n-1]] = true, revision == s.Revision && workouts == s.workouts
		return nil
	})
	return seen, stands, err
}
