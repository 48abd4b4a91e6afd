package postgres

import "github.com/google/uuid"

// Canonical tells whether an id is a UUID in the form in which ids are given out. What is not can name nothing.
func Canonical[ID ~string](id ID) bool {
	parsed, err := uuid.Parse(string(id))
	return err == nil && parsed.String() == string(id)
}

// Possible leaves out the ids that can name nothing.
func Possible[ID ~string](ids []ID) []ID {
	kept := make([]ID, 0, len(ids))
	for _, id := range ids {
		if Canonical(id) {
			kept = append(kept, id)
		}
	}
	return kept
}

// NewID is an id that nothing has yet: a random UUID in the canonical form.
func NewID[ID ~string]() ID { return ID(uuid.NewString()) }
