package postgres

import (
	"strings"

	"github.com/google/uuid"
)

// Canonical tells whether an id is a UUID in the form in which ids are given out. What is not can name nothing.
func Canonical[ID ~string](id ID) bool {
	if len(id) != 36 || strings.ContainsFunc(string(id), func(c rune) bool { return c >= 'A' && c <= 'F' }) {
		return false
	}
	_, err := uuid.Parse(string(id))
	return err == nil
}

// Array is a list of ids as PostgreSQL reads one of uuids, without those that can name nothing: pgx makes such a list of texts only after it has tried in
// vain to make another.
func Array[ID ~string](ids []ID) string {
	list := make([]byte, 0, 2+37*len(ids))
	list = append(list, '{')
	for _, id := range ids {
		if Canonical(id) {
			if len(list) > 1 {
				list = append(list, ',')
			}
			list = append(list, id...)
		}
	}
	return string(append(list, '}'))
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
