package athletes

import (
	"context"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/quota"
	"fortnight/training"
)

// userBytes is what a user takes, about, besides words.
const userBytes = 4000

// knownUser is a user as those see them who see all of them, and the revision that the calendar had before they were read: every change of a user
// gives the calendar its next one.
type knownUser struct {
	user     training.User
	revision int
}

// memory remembers users. Nobody changes what it remembers in place.
type memory struct {
	db    *postgres.DB
	users *quota.Memory[training.UserID, knownUser]
}

func newMemory(db *postgres.DB, bytes int) *memory {
	return &memory{db, quota.NewMemory[training.UserID, knownUser](bytes)}
}

func (m *memory) keep(u training.User, revision int) {
	m.users.Add(u.ID, knownUser{u, revision}, userBytes+100*(len(u.Profile.Availability)+len(u.Profile.DateAvailability)+len(u.Profile.Events)+len(u.Profile.Conditions)))
}

// whole are those of some users that are remembered as they are now, and whom a viewer, an id, sees wholly.
func (m *memory) whole(ctx context.Context, viewer training.UserID, ids []training.UserID) (map[training.UserID]training.User, error) {
	found := map[training.UserID]training.User{}
	var kept []training.UserID
	for _, id := range ids {
		if m.users.Has(id) {
			kept = append(kept, id)
		}
	}
	if len(kept) == 0 {
		return found, nil
	}
	revisions, err := access.Revisions(ctx, m.db, viewer, kept)
	for id, revision := range revisions {
		if is, known := m.users.Get(id); known && is.revision == revision {
			found[id] = is.user
		}
	}
	return found, err
}
