package athletes

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// knownUsers is how many users are remembered, some kilobytes each.
const knownUsers = 2048

// knownUser is a user as those see them who see all of them, and the revision that the calendar had before they were read: every change of a user
// gives the calendar its next one.
type knownUser struct {
	user     training.User
	revision int
}

// memory remembers users. Nobody changes what it remembers in place.
type memory struct {
	db    *postgres.DB
	users *lru.Cache[training.UserID, knownUser]
}

func newMemory(db *postgres.DB) (*memory, error) {
	users, err := lru.New[training.UserID, knownUser](knownUsers)
	return &memory{db, users}, err
}

// whole are those of some users that are remembered as they are now, and whom a viewer, an id, sees wholly.
func (m *memory) whole(ctx context.Context, viewer training.UserID, ids []training.UserID) (map[training.UserID]training.User, error) {
	found := map[training.UserID]training.User{}
	var kept []training.UserID
	for _, id := range ids {
		if m.users.Contains(id) {
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
