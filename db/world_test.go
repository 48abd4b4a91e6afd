package db_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/embedding"
	"fortnight/planner/runs"
	"fortnight/training"
)

// today is the day on which tests take place, for an athlete in UTC.
var today = mustDate("2026-11-25")

func mustDate(text string) training.Date {
	d, err := training.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// world is a database of a test's own, with a clock that the test moves, and a way around package db.
type world struct {
	*testing.T
	ctx   context.Context
	url   string
	db    *db.DB
	raw   *pgxpool.Pool
	clock atomic.Int64 // seconds since 1970
	users int
	mine  map[training.UserID]training.ActivityID // an activity of some users
}

// raced begins a test in which things are done beside each other. `make test` runs these under the race detector, and the others without it: they
// would take several times as long.
func raced(testing.TB) {}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{T: t, ctx: t.Context(), url: dbtest.URL(t), mine: map[training.UserID]training.ActivityID{}}
	w.clock.Store(today.Midnight().Add(12 * time.Hour).Unix())
	w.db = w.open()
	raw, err := pgxpool.New(w.ctx, w.url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(raw.Close)
	w.raw = raw
	return w
}

func (w *world) now() time.Time { return time.Unix(w.clock.Load(), 0).UTC() }

// open is one more process on the same database.
func (w *world) open() *db.DB {
	w.Helper()
	lexicon := embedding.NewLexicon()
	d, err := db.Open(w.ctx, w.url, db.Options{
		MaxConnections: 8, Log: slog.New(slog.NewTextHandler(w.Output(), nil)), WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
		Now: w.now,
	})
	if err != nil {
		w.Fatal(err)
	}
	d.ServeBy(lexicon)
	w.Cleanup(func() { w.check(d.Close()) })
	return d
}

func (w *world) check(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// exec runs a statement behind package db's back.
func (w *world) exec(sql string, arguments ...any) {
	w.Helper()
	if _, err := w.raw.Exec(w.ctx, sql, arguments...); err != nil {
		w.Fatal(err)
	}
}

func (w *world) count(sql string, arguments ...any) int {
	w.Helper()
	var n int
	w.check(w.raw.QueryRow(w.ctx, sql, arguments...).Scan(&n))
	return n
}

const passwordHash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"

func (w *world) user(role training.Role) training.User {
	w.Helper()
	w.users++
	u := training.User{
		Name: fmt.Sprintf("User %d", w.users), Email: fmt.Sprintf("user%d@example.com", w.users), Role: role,
		Profile: training.NewProfile("UTC"),
	}
	created, err := w.db.CreateUser(w.ctx, u, passwordHash)
	w.check(err)
	return created
}

func (w *world) athlete() training.User { w.Helper(); return w.user(training.RoleAthlete) }

// coachOf is a coach whom the athlete has granted.
func (w *world) coachOf(athlete training.User) training.User {
	w.Helper()
	coach := w.user(training.RoleCoach)
	w.grant(athlete, coach)
	return coach
}

// grant has an athlete invite a coach, who accepts, and returns what the coach sees of the athlete.
func (w *world) grant(athlete, coach training.User) training.User {
	w.Helper()
	w.check(w.db.InviteCoach(w.ctx, athlete.ID, coach.Email))
	seen, err := w.db.AcceptInvitation(w.ctx, coach.ID, athlete.ID)
	w.check(err)
	return seen
}

func easyRun(title string) training.Workout {
	return training.Workout{
		Title: title, Description: "Steady and relaxed.", Sport: training.Run, Focus: training.FocusEndurance, Tags: []string{"easy", "base"},
		Blocks: []training.Block{{Name: "Main", Sport: training.Run, Repeats: 1, Steps: training.Steps{
			training.EnduranceStep{End: training.After(2700), Target: training.AtThreshold(0.72)},
		}}},
	}
}

func squats(title string) training.Workout {
	return training.Workout{
		Title: title, Description: "Heavy.", Sport: training.Strength, Focus: training.FocusMaxStrength, Tags: []string{"heavy"},
		Blocks: []training.Block{{Name: "Main", Sport: training.Strength, Repeats: 1, Steps: training.Steps{
			training.StrengthStep{ExerciseID: "back-squat", Sets: training.SetsOf(5, 3, training.StrengthLoad{RepsInReserve: pointer(1)}, 180)},
		}}},
	}
}

func (w *world) workout(owner training.User, workout training.Workout) training.Workout {
	w.Helper()
	created, err := w.db.CreateWorkout(w.ctx, owner.ID, workout)
	w.check(err)
	return created
}

// shared seeds a workout of the shared library.
func (w *world) shared(workout training.Workout) training.Workout {
	w.Helper()
	workout.ID = training.WorkoutID(uuid.NewString())
	w.check(w.db.Seed(w.ctx, []training.Workout{workout}, func(int, int) {}))
	return workout
}

func (w *world) session(athlete training.User, workout training.WorkoutID, date training.Date, start training.LocalTime) training.PlannedSession {
	w.Helper()
	s, err := w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{
		AthleteID: athlete.ID, Date: date, Start: start, WorkoutID: workout,
	})
	w.check(err)
	return s
}

// log has an athlete log activities.
func (w *world) log(athlete training.User, activities ...training.Activity) []training.Activity {
	w.Helper()
	logged, err := w.db.LogActivities(w.ctx, athlete.ID, athlete.ID, activities)
	w.check(err)
	return logged.Activities
}

func (w *world) snapshot(athlete training.User) runs.Snapshot {
	w.Helper()
	s, err := w.db.Snapshot(w.ctx, athlete.ID, today, 14)
	w.check(err)
	return s
}

func (w *world) revision(athlete training.User) int {
	w.Helper()
	return w.count("SELECT revision FROM calendars WHERE athlete_id = $1", athlete.ID)
}

func (w *world) notFound(what string, err error) {
	w.Helper()
	if !errors.Is(err, db.ErrNotFound) {
		w.Errorf("%s: got %v, want ErrNotFound", what, err)
	}
}

func (w *world) conflicts(what string, err error) {
	w.Helper()
	var conflict *db.ConflictError
	if !errors.As(err, &conflict) {
		w.Errorf("%s: got %v, want *ConflictError", what, err)
	}
}

func (w *world) refused(what, path string, err error) {
	w.Helper()
	var input *training.InputError
	if !errors.As(err, &input) || len(input.Fields) == 0 || input.Fields[0].Path != path {
		w.Errorf("%s: got %v, want *InputError on %s", what, err, path)
	}
}

func pointer[T any](value T) *T { return &value }

// patience is how long something may take to come: many times what it takes, on a machine that is busy.
const patience = time.Minute

// receive waits for a value that must come.
func receive[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case value, open := <-from:
		if !open {
			t.Fatal("the channel was closed")
		}
		return value
	case <-time.After(patience):
		t.Fatal("nothing came")
	}
	panic("unreachable")
}

// closed waits for a channel to be closed without another value.
func closed[T any](t *testing.T, c <-chan T) {
	t.Helper()
	select {
	case value, open := <-c:
		if open {
			t.Fatalf("got %v, want a closed channel", value)
		}
	case <-time.After(patience):
		t.Fatal("the channel stays open")
	}
}
