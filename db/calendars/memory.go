package calendars

import (
	"context"
	"sync/atomic"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/postgres"
	"fortnight/quota"
	"fortnight/training"
)

// What a snapshot takes, about: itself with its athlete, each activity and session, and each load of the past.
const (
	snapshotBytes = 6000
	rowBytes      = 400
	pastBytes     = 40
)

// memory remembers snapshots. Nobody changes what it remembers: who may gets lists of their own.
type memory struct {
	db        *postgres.DB
	snapshots *quota.Memory[SnapshotKey, *keptSnapshot] // of athletes who try one thing after the other on the same days
	editions  atomic.Int64
}

func newMemory(db *postgres.DB, bytes int) *memory {
	return &memory{db: db, snapshots: quota.NewMemory[SnapshotKey, *keptSnapshot](bytes)}
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
	s.edition = int(store.editions.Add(1))
	if !store.snapshots.Add(s.key, s, snapshotBytes+rowBytes*(len(s.Activities)+len(s.Sessions))+pastBytes*len(s.Past)) {
		s.edition = 0
	}
}

// shared is the snapshot as of now.
func (store *memory) shared(s *keptSnapshot) *Shared {
	shared := &Shared{s.Snapshot, s.edition}
	shared.Now = store.db.Now()
	return shared
}

// stand says of each snapshot that is kept whether it is what the viewer would be shown now: of none whose athlete the viewer may not see. Every
// change of what feeds the plan gives the calendar another revision. A workout that changes, too: who changes it waits for those who are putting it
// onto a calendar, by the lock that the foreign key takes, and they for whoever is changing it (workouts.lockToChange).
func (store *memory) stand(ctx context.Context, viewer training.UserID, keys []SnapshotKey, kept []*keptSnapshot) (stands []bool, err error) {
	stands = make([]bool, len(keys))
	var ids []training.UserID
	for i, key := range keys {
		if kept[i] != nil {
			ids = append(ids, key.Athlete)
		}
	}
	if len(ids) == 0 {
		return stands, nil
	}
	revisions, err := access.Revisions(ctx, store.db, viewer, ids)
	for i, key := range keys {
		revision, seen := revisions[key.Athlete]
		stands[i] = kept[i] != nil && seen && kept[i].Revision == revision
	}
	return stands, err
}
