package db_test

import (
	"context"
	"errors"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/pgvector/pgvector-go"

	"fortnight/db"
	"fortnight/db/workouts"
	"fortnight/embedding"
	"fortnight/library"
	"fortnight/session"
	"fortnight/training"
)

// pole is an embedder to which everything means the same, and that is at right angles to what it means to another pole.
type pole struct {
	name  string
	at    int
	embed func(texts int) error // is called before; nil for nothing
}

func (p pole) ID() string { return p.name }

func (p pole) Embed(_ context.Context, texts []string) ([][]float32, error) {
	if p.embed != nil {
		if err := p.embed(len(texts)); err != nil {
			return nil, err
		}
	}
	vectors := make([][]float32, len(texts))
	for i := range vectors {
		vectors[i] = make([]float32, embedding.Dimensions)
		vectors[i][p.at] = 1
	}
	return vectors, nil
}

func silent(int, int) {}

// findsAll looks that a server finds so many workouts, all by the embedder that it serves by: a vector of another would have score 0.
func (w *world) findsAll(d *db.DB, viewer training.User, want int) {
	w.Helper()
	matches, err := d.SearchWorkouts(w.ctx, viewer.ID, "anything", session.WorkoutFilter{}, 1000)
	if err != nil || len(matches) != want {
		w.Errorf("%d found, want %d: %v", len(matches), want, err)
	}
	for _, m := range matches {
		if m.Score != 1 {
			w.Errorf("%s is found with score %v", m.WorkoutID, m.Score)
		}
	}
}

func (w *world) vectors(embedder string) int {
	w.Helper()
	return w.count("SELECT count(*) FROM workout_vectors WHERE embedder_id = $1", embedder)
}

// TestReembedServesByTheOldUntilItIsDone searches without a pause while everything is embedded anew.
func TestReembedServesByTheOldUntilItIsDone(t *testing.T) {
	raced(t)
	w := newWorld(t)
	w.db.ServeBy(pole{name: "north", at: 0})
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	athlete := w.athlete()
	own := w.workout(athlete, easyRun("Own"))
	w.session(athlete, own.ID, today, 420)
	before, want := w.contentsOf("workouts", "calendars", "planned_sessions"), len(library.Workouts())+1
	searching, stop := context.WithCancel(w.ctx)
	var searches sync.WaitGroup
	searches.Go(func() {
		for searching.Err() == nil {
			w.findsAll(w.db, athlete, want)
		}
	})
	var seen [][2]int
	south := pole{name: "south", at: 1, embed: func(texts int) error {
		if by := w.db.Embedder().ID(); texts > 1 && by != "north" {
			t.Errorf("%s serves before all is embedded", by)
		}
		return nil
	}}
	w.check(w.db.Reembed(w.ctx, south, func(done, total int) {
		seen = append(seen, [2]int{done, total})
		is := w.db.EmbedderStatus()
		if want := (workouts.EmbedderStatus{Serving: "north", Wanted: "south", State: workouts.EmbedderFills, Done: done, Total: total}); is != want {
			t.Errorf("the status is %+v, want %+v", is, want)
		}
	}))
	stop()
	searches.Wait()
	w.findsAll(w.db, athlete, want)
	if last := seen[len(seen)-1]; len(seen) != (want+15)/16 || last != [2]int{want, want} {
		t.Errorf("progress %v", seen)
	}
	if is := w.db.EmbedderStatus(); is != (workouts.EmbedderStatus{Serving: "south", Wanted: "south", State: workouts.EmbedderServes}) {
		t.Errorf("the status is %+v", is)
	}
	if after := w.contentsOf("workouts", "calendars", "planned_sessions"); after != before {
		t.Error("another embedder changes more than vectors")
	}
}

// TestReembedGoesOn: what stopped in the middle goes on where it stopped, in another process too, and mixes nothing meanwhile.
func TestReembedGoesOn(t *testing.T) {
	raced(t)
	w := newWorld(t)
	w.db.ServeBy(pole{name: "north", at: 0})
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	athlete, all := w.athlete(), len(library.Workouts())
	killed, batches := errors.New("killed"), 0
	err := w.db.Reembed(w.ctx, pole{name: "south", at: 1, embed: func(int) error {
		if batches++; batches == 2 {
			return killed
		}
		return nil
	}}, silent)
	if !errors.Is(err, killed) {
		t.Fatalf("got %v", err)
	}
	done := w.vectors("south")
	if done == 0 || done == all {
		t.Fatalf("%d of %d were embedded when it was killed", done, all)
	}
	w.findsAll(w.db, athlete, all)
	another, embedded := w.open(), 0
	another.ServeBy(pole{name: "north", at: 0})
	w.findsAll(another, athlete, all)
	w.check(another.Reembed(w.ctx, pole{name: "south", at: 1, embed: func(n int) error { embedded += n; return nil }}, silent))
	if embedded != all-done {
		t.Errorf("%d were embedded, %d were missing", embedded, all-done)
	}
	w.findsAll(another, athlete, all)
	w.findsAll(w.db, athlete, all) // which still serves by the old one
}

// TestReembedAtOnce: several processes embed the same anew, by two embedders.
func TestReembedAtOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	athlete, all := w.athlete(), len(library.Workouts())
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			d := w.open()
			if err := d.Reembed(w.ctx, pole{name: []string{"north", "south"}[i%2], at: i % 2}, silent); err != nil {
				t.Error(err)
			}
			w.findsAll(d, athlete, all)
		})
	}
	group.Wait()
}

// TestServersByTwoEmbedders: what one writes the other finds after it has tidied, and what one changes it loses until then.
func TestServersByTwoEmbedders(t *testing.T) {
	raced(t)
	w := newWorld(t)
	north, south := w.db, w.open()
	north.ServeBy(pole{name: "north", at: 0})
	south.ServeBy(pole{name: "south", at: 1})
	athlete := w.athlete()
	first := w.workout(athlete, easyRun("First"))
	w.findsAll(north, athlete, 1)
	w.findsAll(south, athlete, 0)
	w.check(south.TidyVectors(w.ctx))
	w.findsAll(south, athlete, 1)
	_, err := south.UpdateWorkout(w.ctx, athlete.ID, first.ID, 1, func(c *training.Workout) error { c.Title = "Second"; return nil })
	w.check(err)
	w.findsAll(south, athlete, 1)
	w.findsAll(north, athlete, 0)
	w.check(north.TidyVectors(w.ctx))
	w.findsAll(north, athlete, 1)
	w.check(north.DeleteWorkout(w.ctx, athlete.ID, first.ID))
	if n := w.vectors("north") + w.vectors("south"); n != 0 {
		t.Errorf("%d vectors of nothing", n)
	}
}

// TestReembedSeesChanges changes a workout while the vector of what it was is made.
func TestReembedSeesChanges(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	created := w.workout(athlete, easyRun("Old"))
	changed := false
	next := watched{renamed{embedding.NewLexicon()}, func() {
		if !changed {
			changed = true
			_, err := w.db.UpdateWorkout(w.ctx, athlete.ID, created.ID, 1, func(c *training.Workout) error { c.Title = "Heavy squats"; return nil })
			w.check(err)
		}
	}}
	w.check(w.db.Reembed(w.ctx, next, silent))
	is, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{created.ID})
	w.check(err)
	want, err := embedding.NewLexicon().Embed(w.ctx, []string{embedding.WorkoutText(is[created.ID])})
	w.check(err)
	var text string
	w.check(w.raw.QueryRow(w.ctx, "SELECT embedding::text FROM workout_vectors WHERE embedder_id = 'other'").Scan(&text))
	var got pgvector.Vector
	w.check(got.Scan(text))
	if !reflect.DeepEqual(got.Slice(), want[0]) {
		t.Errorf("the vector is not of %q", is[created.ID].Title)
	}
}

// watched tells when it is about to have made vectors.
type watched struct {
	renamed

	made func()
}

func (e watched) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	vectors, err := e.renamed.Embed(ctx, texts)
	e.made()
	return vectors, err
}

func TestUnusedVectorsAreDeleted(t *testing.T) {
	raced(t)
	w := newWorld(t)
	w.db.ServeBy(pole{name: "north", at: 0})
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	w.check(w.db.Reembed(w.ctx, pole{name: "south", at: 1}, silent))
	all := len(library.Workouts())
	for _, step := range []struct {
		pass  time.Duration
		north int
	}{{6 * 24 * time.Hour, all}, {25 * time.Hour, 0}, {30 * 24 * time.Hour, 0}} {
		w.clock.Add(int64(step.pass.Seconds()))
		w.check(w.db.TidyVectors(w.ctx))
		if north, south := w.vectors("north"), w.vectors("south"); north != step.north || south != all {
			t.Errorf("%s later: %d by the old, want %d, and %d by the new, want %d", step.pass, north, step.north, south, all)
		}
	}
	if n := w.count("SELECT count(*) FROM embedders"); n != 1 {
		t.Errorf("%d embedders are known", n)
	}
}

// asking is an embedder that makes other vectors of queries.
type asking struct{ pole }

func (a asking) EmbedQueries(ctx context.Context, texts []string) ([][]float32, error) {
	return pole{at: a.at + 1, embed: a.embed}.Embed(ctx, texts)
}

// TestQueriesAreEmbeddedAsSuchAndOnce: each text once by each embedder.
func TestQueriesAreEmbeddedAsSuchAndOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete, calls := w.athlete(), 0
	count := func(int) error { calls++; return nil }
	for _, name := range []string{"north", "south"} {
		w.db.ServeBy(asking{pole{name, 2, count}})
		w.check(w.db.Seed(w.ctx, []training.Workout{}, silent))
		w.workout(athlete, easyRun(name))
		calls = 0
		for range 3 {
			matches, err := w.db.SearchWorkouts(w.ctx, athlete.ID, "anything", session.WorkoutFilter{}, 10)
			w.check(err)
			if len(matches) == 0 || matches[0].Score != 0 {
				t.Errorf("the query is embedded as a text is: %+v", matches)
			}
		}
		if calls != 1 {
			t.Errorf("%s was asked %d times for one query", name, calls)
		}
	}
}
