package db_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"fortnight/db"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/training"
)

// story is what happens to the trainings of an athlete, of which each was planned once and may have been done once.
type story struct {
	*world
	athlete training.User
	random  *rand.Rand
	told    []string
	tales   []tale
	before  []chapter // what can be taken back
}

// chapter is how all was before an act.
type chapter struct {
	told, standing, seen string
	tales                []tale
}

// tale is one training: no two of a story can be taken for each other.
type tale struct {
	day     training.Date
	start   int
	seconds int
	workout training.Workout
	session training.SessionID // where it stands now
	byHand  float64            // what was last recorded by hand
	apart   bool               // the athlete said that recordings of it are trainings of their own
}

func (w *world) story(seed uint64) *story {
	w.Helper()
	s := &story{world: w, athlete: w.athlete(), random: rand.New(rand.NewPCG(12, seed))}
	ride, run := w.workout(s.athlete, easyRide()), w.workout(s.athlete, easyRun("Run"))
	short := easyRide()
	short.Blocks[0].Steps = training.Steps{training.EnduranceStep{End: training.After(1200), Target: training.AtThreshold(0.63)}}
	spin := w.workout(s.athlete, short)
	s.tales = []tale{
		{day: today, start: 420, seconds: 3600, workout: ride}, {day: today, start: 600, seconds: 2700, workout: run},
		{day: today.AddDays(-1), start: 420, seconds: 3600, workout: ride}, {day: today.AddDays(-1), start: 1020, seconds: 1200, workout: spin},
	}
	for i := range s.tales {
		t := &s.tales[i]
		t.session = w.session(s.athlete, t.workout.ID, t.day, training.LocalTime(t.start)).ID
	}
	return s
}

// about is a length that is alike.
func (s *story) about(seconds int) int {
	return int(float64(seconds) * (0.95 + 0.1*s.random.Float64()))
}

func (s *story) recording(t *tale, source string) training.Activity {
	start := training.LocalTime(t.start + s.random.IntN(15) - 7)
	a := training.Activity{
		Date: t.day, Start: &start, Sport: t.workout.Sport, DurationSeconds: s.about(t.seconds), TSS: float64(20 + s.random.IntN(50)),
		LoadMethod: training.Quadratic, ExternalID: pointer(fmt.Sprintf("%s:%s-%d", source, t.day, t.start)),
	}
	if s.random.IntN(4) == 0 && source != "" {
		a.SessionID = t.session
	}
	if source == "" {
		a.ExternalID = nil
	}
	return a
}

// of are the activities that are recordings of a training.
func (s *story) of(t *tale) []training.Activity {
	s.Helper()
	var list []training.Activity
	page, err := s.db.Activities(s.ctx, s.athlete.ID, s.athlete.ID, nil, nil, 100, "")
	s.check(err)
	for _, a := range page.Items {
		if t.is(a.Date, a.Sport, a.DurationSeconds) {
			list = append(list, a)
		}
	}
	return list
}

func (t *tale) is(day training.Date, sport training.Sport, seconds int) bool {
	return day == t.day && sport == t.workout.Sport && seconds*2 > t.seconds && seconds < t.seconds*2
}

// act does one thing, whichever comes.
func (s *story) act() (told string, err error) {
	t := &s.tales[s.random.IntN(len(s.tales))]
	id := s.athlete.ID
	one := func() training.ActivityID {
		if list := s.of(t); len(list) > 0 {
			return list[s.random.IntN(len(list))].ID
		}
		return training.ActivityID(uuid.NewString())
	}
	switch n := s.random.IntN(28); {
	case n < 4:
		told = "complete"
		t.byHand = float64(20 + s.random.IntN(50))
		err = second(s.db.CompleteSession(s.ctx, id, t.session, training.SessionResult{DurationSeconds: s.about(t.seconds), TSS: t.byHand}))
	case n < 9:
		source := []string{"garmin", "strava", "garmin", "strava", ""}[s.random.IntN(5)]
		if source == "" && len(s.of(t)) > 0 {
			source = "garmin" // by hand only what no device has sent
		}
		a := s.recording(t, source)
		told = fmt.Sprintf("import from %q, named %v", source, a.SessionID != "")
		err = second(s.db.LogActivities(s.ctx, id, id, []training.Activity{a}))
	case n < 10:
		told, err = "link", third(s.db.LinkActivity(s.ctx, id, one(), t.session))
	case n < 11:
		told, err = "skip", second(s.db.SkipSession(s.ctx, id, t.session, nil))
	case n < 13:
		told, err = "reopen", third(s.db.ReopenSession(s.ctx, id, t.session))
	case n < 15:
		told, err = "remove", third(s.db.RemoveActivity(s.ctx, id, one()))
	case n < 17:
		told, err = "merge", third(s.db.MergeActivities(s.ctx, id, one(), one()))
	case n < 18:
		told, err = "take off", s.db.RemoveSession(s.ctx, id, t.session)
	case n < 20:
		told, err = "replan", s.replan()
	case n < 21:
		if told, err = "unlink", third(s.db.UnlinkActivity(s.ctx, id, one())); err == nil {
			t.apart = true
		}
	case n < 23:
		if told, err = "keep both", third(s.db.KeepBothActivities(s.ctx, id, one())); err == nil {
			t.apart = true
		}
	default:
		told, err = "undo", s.undo()
	}
	return fmt.Sprintf("%s %s %s", t.day, t.workout.Sport, told), err
}

// seen is all that is read of what was done and is planned: activities, sessions, and what counts on which day.
func (s *story) seen() string {
	s.Helper()
	snapshot := s.snapshot(s.athlete)
	text, err := json.Marshal([]any{snapshot.Activities, snapshot.Sessions, training.Bouts(snapshot.Today, snapshot.Activities, snapshot.Sessions)})
	s.check(err)
	return string(text)
}

func (s *story) now(told string) chapter {
	s.Helper()
	return chapter{told: told, standing: s.standing(s.athlete), seen: s.seen(), tales: slices.Clone(s.tales)}
}

// undo takes the last change back, which leads to how all was before it.
func (s *story) undo() error {
	s.Helper()
	if len(s.before) == 0 {
		return db.ErrNotFound // the story does not go further back
	}
	undone, err := s.db.UndoChange(s.ctx, s.athlete.ID, s.athlete.ID, nil)
	if err != nil {
		s.tell("undo: %v", err)
	}
	last := s.before[len(s.before)-1]
	s.before, s.tales = s.before[:len(s.before)-1], last.tales
	if now := s.now(""); now.standing != last.standing || now.seen != last.seen {
		s.tell("%s of %s is taken back: all is\n%s\n%s\nand was\n%s\n%s", undone.Act, last.told, now.standing, now.seen, last.standing, last.seen)
	}
	return nil
}

// replan applies a plan from today on that puts the same workouts there anew.
func (s *story) replan() error {
	asked := request(s.athlete, s.athlete, nil)
	asked.From = today
	run, err := s.db.CreateRun(s.ctx, asked)
	s.check(err)
	_, _, lease := s.claim()
	snapshot := s.snapshot(s.athlete)
	var proposal []runs.ProposedSession
	anew := map[*tale]training.SessionID{}
	for i := range s.tales {
		t := &s.tales[i]
		status := s.sessionNow(s.athlete, t.session).Status // none where it was taken off
		if t.day == today && (status == "" || status == training.Planned) {
			anew[t] = training.SessionID(uuid.NewString())
			proposal = append(proposal, runs.ProposedSession{ID: anew[t], Date: t.day, Start: training.LocalTime(t.start), WorkoutID: t.workout.ID})
		}
	}
	calendar := state.CalendarOf(run, proposal, snapshot, snapshot.Revision)
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: snapshot.Revision, Proposal: proposal}
	err = s.db.Finish(s.ctx, lease, outcome, calendar, &runs.RunSucceeded{EventHead: head("done"), Applied: true})
	if err == nil {
		for t, id := range anew {
			t.session = id
		}
	}
	return err
}

// holds checks that each training counts once where it was done, and not where it was not.
func (s *story) holds() {
	s.Helper()
	snapshot := s.snapshot(s.athlete)
	bouts := training.Bouts(snapshot.Today, snapshot.Activities, snapshot.Sessions)
	total := 0
	for i := range s.tales {
		t := &s.tales[i]
		var loads []float64
		for _, b := range bouts {
			if !b.Planned && t.is(b.Date, b.Sport, b.DurationSeconds) {
				loads = append(loads, b.TSS)
			}
		}
		total += len(loads)
		session, recordings := s.sessionNow(s.athlete, t.session), s.of(t)
		want := 0
		if session.Status == training.Completed || len(recordings) > 0 {
			want = 1
		}
		if t.apart {
			s.holdsApart(loads, session, t, recordings)
			continue
		}
		if len(loads) != want || want == 1 && !oneOf(loads[0], session, t, recordings) {
			s.tell("%s %s counts %v, of %+v and %+v", t.day, t.workout.Sport, loads, session, recordings)
		}
		if (session.Status == training.Completed) != (session.Result != nil) {
			s.tell("%+v", session)
		}
	}
	for _, b := range bouts {
		if !b.Planned {
			total--
		}
	}
	if total != 0 {
		s.tell("%d trainings of nobody's", -total)
	}
}

// holdsApart checks that each recording of a training that counts does so once, with what was recorded by hand where none fulfils the session,
// and that all but one of these are trainings of their own as the athlete said.
func (s *story) holdsApart(loads []float64, session training.PlannedSession, t *tale, recordings []training.Activity) {
	s.Helper()
	var want []float64
	own, linked := 0, false
	for _, a := range recordings {
		if !a.Counted() {
			continue
		}
		want = append(want, a.TSS)
		linked = linked || a.SessionID == session.ID && session.ActivityID == a.ID && session.Result.TSS == a.TSS
		if a.Kept || a.Matching == training.MatchNone {
			own++
		}
	}
	if session.Status == training.Completed && session.ActivityID == "" {
		want = append(want, t.byHand)
	}
	slices.Sort(want)
	slices.Sort(loads)
	if !slices.Equal(loads, want) || linked != (session.ActivityID != "") || len(want)-own > 1 || len(want) == 0 && len(recordings) > 0 {
		s.tell("%s %s, apart, counts %v, of %+v and %+v", t.day, t.workout.Sport, loads, session, recordings)
	}
}

// oneOf tells whether a load is that of the one recording that counts, or else what was recorded by hand, and the session's too.
func oneOf(load float64, session training.PlannedSession, t *tale, recordings []training.Activity) bool {
	counted := 0
	for _, a := range recordings {
		if a.Counted() {
			counted++
			if a.TSS != load || session.ActivityID != "" && (session.ActivityID != a.ID || a.SessionID != session.ID || session.Result.TSS != a.TSS) {
				return false
			}
		}
	}
	return counted == 1 || counted == 0 && session.ActivityID == "" && load == t.byHand && session.Result.TSS == load
}

func (s *story) tell(format string, values ...any) {
	s.Helper()
	s.Fatalf("%s\n%s", fmt.Sprintf(format, values...), strings.Join(s.told, "\n"))
}

// 12 §2: no sequence of completing, importing, linking, unlinking, skipping, reopening, removing, merging, keeping both, replanning and undo
// counts one training twice or loses a finished one; what is refused changes nothing, and every act is taken back to how all was before it.
func TestNoSequenceCountsATrainingTwiceOrLosesIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for seed := range uint64(stories) {
		s := w.story(seed)
		for range 25 {
			before, revision, chapter := w.contentsOf("planned_sessions", "activities"), w.revision(s.athlete), s.now("")
			told, err := s.act()
			chapter.told = told
			s.told = append(s.told, fmt.Sprintf("%s: %v", told, err))
			var refused *db.ConflictError
			var input *training.InputError
			if err != nil && !errors.Is(err, db.ErrNotFound) && !errors.As(err, &refused) && !errors.As(err, &input) {
				s.tell("%v", err)
			}
			after := w.contentsOf("planned_sessions", "activities")
			if grown := w.revision(s.athlete) - revision; grown > 1 || grown == 0 && after != before || err != nil && grown != 0 {
				s.tell("the revision has grown by %d", grown)
			}
			s.holds()
			if w.revision(s.athlete) > revision && !strings.HasSuffix(told, "undo") {
				s.before = append(s.before, chapter)
			}
		}
		for len(s.before) > 0 {
			w.check(s.undo())
			s.holds()
		}
	}
}

// stories is how many sequences are tried, most of a second each; 400 have been.
const stories = 12
