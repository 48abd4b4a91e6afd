package runs

import (
	"context"

	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// Searcher is the library; [Store] is one.
type Searcher interface {
	// Search finds shared and own workouts by meaning, best first, at most limit; a need without a text gets the shortest first.
	Search(ctx context.Context, athlete training.UserID, profile training.Profile, need Need, limit int) ([]solver.Candidate, error)
	// SearchAll finds for each of several needs in words what Search finds for one, in the order of the needs.
	SearchAll(ctx context.Context, athlete training.UserID, profile training.Profile, needs []Need, limit int) ([][]solver.Candidate, error)
}

// Need is what a slot asks of the library. What is empty or 0 does not limit.
type Need struct {
	Sports                 []training.Sport
	Foci                   []training.Focus
	Families               []session.ID // of sessions, any of them
	MinLevel, MaxLevel     int          // rungs of a family's ladder; what is of a family without one passes
	MinSeconds, MaxSeconds int
	Text                   string // what is searched for by meaning
	Told                   int    // how many of the first candidates say why they were found
}
