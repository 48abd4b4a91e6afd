package resolvers

import (
	"sync"

	"fortnight/training"
)

// alternatives are those of sessions, each worked out once for an answer, however often it is met.
type alternatives struct {
	mu  sync.Mutex
	all map[training.SessionID]*otherWorkouts
}

// otherWorkouts are the alternatives of one session, the best so many.
type otherWorkouts struct {
	mu      sync.Mutex
	limit   int // 0 before they were worked out
	matches []training.WorkoutMatch
	err     error
}

// of are the alternatives of a session. Where somebody asks for more than somebody else did before, all that anybody may ask for are
// worked out.
func (a *alternatives) of(id training.SessionID, limit int, work func(limit int) ([]training.WorkoutMatch, error)) ([]training.WorkoutMatch, error) {
	a.mu.Lock()
	if a.all == nil {
		a.all = map[training.SessionID]*otherWorkouts{}
	}
	one := a.all[id]
	if one == nil {
		one = &otherWorkouts{}
		a.all[id] = one
	}
	a.mu.Unlock()
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.limit < limit {
		if one.limit > 0 {
			limit = maxAlternatives
		}
		one.matches, one.err = work(limit)
		one.limit = limit
	}
	return one.matches[:min(limit, len(one.matches))], one.err
}

// forget has them worked out anew.
func (a *alternatives) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.all = nil
}

// maxAlternatives is how many alternatives of a session may be asked for.
const maxAlternatives = 10
