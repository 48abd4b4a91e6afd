package calendars

import (
	"context"
	"sync/atomic"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/jackc/pgx/v5"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/postgres"
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

// memory remembers snapshots. Nobody changes what it remembers: who may gets lists of their own.
type memory struct {
	db        *postgres.DB
	snapshots *lru.Cache[SnapshotKey, *keptSnapshot]
	editions  atomic.Int64
}

func newMemory(db *postgres.DB) (*memory, error) {
	snapshots, err := lru.New[SnapshotKey, *keptSnapshot](keptSnapshots)
	return &memory{db: db, snapshots: snapshots}, err
}

// knownSnapshot is what is remembered of a key, nil for nothing, and where the athlete's day is another by now.
func (store *memory) knownSnapshot(key SnapshotKey) *keptSnapshot {
	s, kept := store.snapshots.Get(key)
	if !kept || s.Today != athletes.DayOf(s.Athlete.Profile, store.db.Now()) {
		return nil
	}
	return s
}

// keepSnapshot remembers a snapshot, and gives it its edition then.
func (store *memory) keepSnapshot(s *keptSnapshot) {
	if len(s.Activities)+len(s.Sessions)+len(s.Past)/pastRows <= keptSnapshotRows {
		s.edition = int(store.editions.Add(1))
		store.snapshots.Add(s.key, s)
	}
}

// shared is the snapshot as of now.
func (store *memory) shared(s *keptSnapshot) *Shared {
	shared := &Shared{s.Snapshot, s.edition}
	shared.Now = store.db.Now()
	return shared
}

// standing is what snapshots must have in common with athletes' calendars, of those whom somebody may see: every change of what feeds the
// plan gives the calendar another revision. A workout that changes, too: who changes it waits for those who are putting it onto a calendar,
// by the lock that the foreign key takes, and they for whoever is changing it (workouts.lockToChange).
var standing = `SELECT k.n, c.revision FROM unnest($2::uuid[]) WITH ORDINALITY AS k (athlete, n)
	JOIN calendars AS c ON c.athlete_id = k.athlete WHERE ` + access.Condition("c.athlete_id", "$1")

// stand says of each snapshot that is kept whether it is what the viewer would be shown now: of none whose athlete the viewer may not see.
func (store *memory) stand(ctx context.Context, viewer training.UserID, keys []SnapshotKey, kept []*keptSnapshot) (stands []bool, err error) {
	stands = make([]bool, len(keys))
	ids, at := make([]string, 0, len(keys)), make([]int, 0, len(keys))
	for i, key := range keys {
		if kept[i] != nil {
			at, ids = append(at, i), append(ids, string(key.Athlete))
		}
	}
	if len(at) == 0 || !postgres.Canonical(viewer) {
		return stands, nil
	}
	pool, err := store.db.Direct()
	if err != nil {
		return nil, err
	}
	rows, err := pool.Query(ctx, standing, pgx.QueryExecModeCacheStatement, string(viewer), ids)
	if err != nil {
		return nil, err
	}
	var n, revision int
	_, err = pgx.ForEachRow(rows, []any{&n, &revision}, func() error {
		stands[at[n-1]] = kept[at[n-1]].Revision == revision
		return nil
	})
	return stands, err
}
