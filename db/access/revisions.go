package access

import (
	"context"
	"sync"

	"github.com/jackc/pgx/v5"

	"fortnight/db/postgres"
	"fortnight/training"
)

// revisions are those of calendars that somebody may see.
var revisions = `SELECT c.athlete_id::text, c.revision FROM calendars AS c WHERE c.athlete_id = ANY ($2::uuid[]) AND ` + Condition("c.athlete_id", "$1")

// Revisions are those of the calendars of some athletes, of those whom a viewer may see: whoever remembers something of an athlete knows by it
// whether that stands, and that the viewer may see it. See InOneAnswer.
func Revisions(ctx context.Context, db *postgres.DB, viewer training.UserID, athletes []training.UserID) (map[training.UserID]int, error) {
	if !postgres.Canonical(viewer) {
		return nil, nil
	}
	seen, _ := ctx.Value(seenKey{}).(*seen)
	found, missing := seen.of(viewer, athletes)
	if len(missing) == 0 {
		return found, nil
	}
	pool, err := db.Direct()
	if err != nil {
		return nil, err
	}
	rows, err := pool.Query(ctx, revisions, pgx.QueryExecModeCacheStatement, string(viewer), postgres.Array(missing))
	if err != nil {
		return nil, err
	}
	var (
		id       string
		revision int
	)
	_, err = pgx.ForEachRow(rows, []any{&id, &revision}, func() error {
		found[training.UserID(id)] = revision
		return nil
	})
	if err == nil {
		seen.add(viewer, missing, found)
	}
	return found, err
}

// seen are revisions that were read for an answer, of calendars and of workouts.
type seen struct {
	mu        sync.Mutex
	asked     map[sight]bool
	revisions map[sight]int
	workouts  map[workoutSight]int
}

type sight struct{ viewer, athlete training.UserID }

type workoutSight struct {
	viewer  training.UserID
	workout training.WorkoutID
}

type seenKey struct{}

// InOneAnswer has the revision of a calendar, and of a workout that was found, be asked once by all that is read with a context: what an answer says of a
// person and of the person's calendar then goes by one revision. It is for an answer that changes nothing.
func InOneAnswer(ctx context.Context) context.Context {
	return context.WithValue(ctx, seenKey{}, &seen{asked: map[sight]bool{}, revisions: map[sight]int{}, workouts: map[workoutSight]int{}})
}

// of are those that were read before, and the ids of the other athletes.
func (s *seen) of(viewer training.UserID, athletes []training.UserID) (found map[training.UserID]int, missing []string) {
	found = make(map[training.UserID]int, len(athletes))
	if s != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
	}
	for _, id := range athletes {
		if s == nil || !s.asked[sight{viewer, id}] {
			missing = append(missing, string(id))
		} else if revision, may := s.revisions[sight{viewer, id}]; may {
			found[id] = revision
		}
	}
	return found, missing
}

func (s *seen) add(viewer training.UserID, asked []string, found map[training.UserID]int) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, id := range asked {
		key := sight{viewer, training.UserID(id)}
		s.asked[key] = true
		if revision, may := found[key.athlete]; may {
			s.revisions[key] = revision
		}
	}
}

// NoteWorkout notes that a viewer sees a workout at a revision, for the answer that a context is of.
func NoteWorkout(ctx context.Context, viewer training.UserID, id training.WorkoutID, revision int) {
	if s, is := ctx.Value(seenKey{}).(*seen); is {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.workouts[workoutSight{viewer, id}] = revision
	}
}

// SeenWorkout is the revision at which a viewer was found to see a workout for the answer that a context is of, and whether that was.
func SeenWorkout(ctx context.Context, viewer training.UserID, id training.WorkoutID) (revision int, is bool) {
	if s, of := ctx.Value(seenKey{}).(*seen); of {
		s.mu.Lock()
		defer s.mu.Unlock()
		revision, is = s.workouts[workoutSight{viewer, id}]
	}
	return revision, is
}
