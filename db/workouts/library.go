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
		index:     &index{db: db, memory: memory, exactRows: exactRows, shelves: &shelves{db: db, most: shelfBytes / bookBytes}},
	}, nil
}

// WalkBeyond has the index of neighbours walked where more workouts pass than that. It is set before the first use.
func (store *Library) WalkBeyond(rows int) { store.index.exactRows = rows }

// shelfBytes is how much memory the shared library takes for searches, where nobody says otherwise: some 12,000 workouts.
const shelfBytes = 24 << 20

// ShelveUpTo has the shared library be searched in memory while it takes no more bytes than that, 0 for never. It is set before the first use.
func (store *Library) ShelveUpTo(bytes int) { store.index.shelves.most = bytes / bookBytes }
