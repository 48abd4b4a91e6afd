package workouts

import (
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"fortnight/db/postgres"
	"fortnight/training"
)

// Library is the shared workouts and everybody's own: they are written, listed, and found by meaning.
type Library struct {
	*embedders

	db     *postgres.DB
	memory *Memory
	index  *index
}

// New is a library that remembers workouts in memory. text is what of a workout is embedded. ServeBy is to be called before the first
// workout is written or searched for.
func New(db *postgres.DB, memory *Memory, text func(training.Workout) string) (*Library, error) {
	queries, err := lru.New[cacheKey, meaning](cachedQueries)
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	return &Library{
		db: db, memory: memory,
		embedders: &embedders{db: db, text: text, queries: queries},
		index:     &index{db: db, memory: memory, exactRows: exactRows},
	}, nil
}

// WalkBeyond has the index of neighbours walked where more workouts pass than that. It is set before the first use.
func (store *Library) WalkBeyond(rows int) { store.index.exactRows = rows }
