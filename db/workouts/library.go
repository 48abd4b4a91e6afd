package workouts

import (
	"fortnight/db/postgres"
	"fortnight/quota"
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
func New(db *postgres.DB, memory *Memory, text func(training.Workout) string) *Library {
	return &Library{
		db: db, memory: memory,
		embedders: &embedders{db: db, text: text, queries: quota.NewMemory[cacheKey, query](memory.bytes.Queries)},
		index:     &index{db: db, memory: memory, exactRows: exactRows, shelves: &shelves{db: db, most: memory.bytes.Shelf / bookBytes}},
	}
}

// WalkBeyond has the index of neighbours walked where more workouts pass than that. It is set before the first use.
func (store *Library) WalkBeyond(rows int) { store.index.exactRows = rows }

// ShelveUpTo has the shared library be searched in memory while it takes no more bytes than that, 0 for never. It is set before the first use.
func (store *Library) ShelveUpTo(bytes int) { store.index.shelves.most = bytes / bookBytes }
