package brief_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"fortnight/brief"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// threshold is a run of four times five minutes at threshold, the fourth rung, on a day before the plan, done as planned where nobody says
// otherwise.
func threshold(daysAgo int, change func(*training.Session)) training.Session {
	s := training.Session{
		PlannedSession: training.PlannedSession{ID: "t", Date: monday.AddDays(-daysAgo), Start: 7 * 60, Status: training.Completed},
		Title:          "Threshold run 4 × 5 min", Sport: training.Run, Family: "R-THR", FamilyLevel: 4,
		Load: training.Load{DurationSeconds: 50 * 60, IntensityFactor: 0.85, Demand: training.Demand{HighSeconds: 20 * 60}},
	}
	s.Result = &training.SessionResult{DurationSeconds: 50 * 60}
	if change != nil {
		change(&s)
	}
	return s
}

// with is what is known of a runner who did some sessions more.
func with(sessions []training.Session, activities ...training.Activity) brief.Input {
	in := runner(nil)
	in.Locked.Sessions = append(in.Locked.Sessions, sessions...)
	in.Locked.Activities = append(in.Locked.Activities, activities...)
	in.Ledger = training.NewLedger(in.Hours.Profile, in.Locked.Today, nil, in.Locked.Activities, in.Locked.Sessions)
	return in
}

// matched is an activity that fulfils the threshold run.
func matched(daysAgo int, change func(*training.Activity)) training.Activity {
	a := training.Activity{ID: "a", Date: monday.AddDays(-daysAgo), Sport: training.Run, DurationSeconds: 50 * 60, TSS: 60, SessionID: "t", MatchedBy: training.MatchedPlanned}
	if change != nil {
		change(&a)
	}
	return a
}

func rated(rpe int) func(*training.Session) {
	return func(s *training.Session) { s.Result.RPE = &rpe }
}

// What was done is read the same whatever it was: a session as recorded, what an activity did of one, and what nobody planned.
func TestLevelsByWhatWasDone(t *testing.T) {
	by := session.Evidence{Kind: session.FromSession, Date: monday - 3, Rung: 4, Session: "t"}
	share := func(share float64) func(*training.Session) {
		return func(s *training.Session) { s.Result.CompletedShare = &share }
	}
	byActivity := func(s *training.Session) { s.ActivityID = "a" }
	high := func(minutes int) func(*training.Activity) {
		return func(a *training.Activity) { seconds := 60 * minutes; a.HighIntensitySeconds = &seconds }
	}
	bare := func(a *training.Activity) { high(22)(a); a.SessionID, a.MatchedBy = "", "" }
	sick := func(in *brief.Input, days ...int) {
		for _, ago := range days {
			in.CheckIns = append(in.CheckIns, training.CheckIn{Date: monday.AddDays(-ago), Sick: true})
		}
	}
	ill, coughing := with([]training.Session{threshold(8, nil)}), with([]training.Session{threshold(8, nil)})
	sick(&ill, 3, 5)
	sick(&coughing, 3, 4)
	knee, wrist := with([]training.Session{threshold(3, nil)}), with([]training.Session{threshold(3, nil)})
	knee.Hours.Profile.Conditions, wrist.Hours.Profile.Conditions = []training.Condition{training.HurtKnee}, []training.Condition{training.HurtWrist}
	factor := func(f float64) func(*training.Activity) { return func(a *training.Activity) { a.IntensityFactor = &f } }
	for name, c := range map[string]struct {
		in          brief.Input
		level, next int
		evidence    session.Evidence
	}{
		"nothing known, CTL 35":               {with(nil), 2, 3, session.Evidence{Kind: session.Assumed}},
		"4 x 5 at RPE 7":                      {with([]training.Session{threshold(3, rated(7))}), 4, 5, by},
		"RPE 9":                               {with([]training.Session{threshold(3, rated(9))}), 4, 4, by},
		"RPE 10":                              {with([]training.Session{threshold(3, rated(10))}), 3, 3, by},
		"3 of 4, as stated":                   {with([]training.Session{threshold(3, share(0.75))}), 3, 3, by},
		"three quarters of the time":          {with([]training.Session{threshold(3, func(s *training.Session) { s.Result.DurationSeconds = 2250 })}), 3, 3, by},
		"by an activity":                      {with([]training.Session{threshold(3, byActivity)}, matched(3, nil)), 4, 5, by},
		"by an activity, on another day":      {with([]training.Session{threshold(5, byActivity)}, matched(3, nil)), 4, 5, by},
		"of it 15 hard minutes":               {with([]training.Session{threshold(3, byActivity)}, matched(3, high(15))), 3, 3, by},
		"at 96 % of its intensity":            {with([]training.Session{threshold(3, byActivity)}, matched(3, factor(0.816))), 4, 4, by},
		"at 97 % of its intensity":            {with([]training.Session{threshold(3, byActivity)}, matched(3, factor(0.825))), 4, 5, by},
		"left undone":                         {with([]training.Session{threshold(3, func(s *training.Session) { s.Status, s.Result = training.Planned, nil })}), 2, 2, session.Evidence{Kind: session.Assumed}},
		"22 min of threshold, nobody's plan":  {with(nil, matched(3, bare)), 4, 5, session.Evidence{Kind: session.FromActivity, Date: monday - 3, Rung: 4, Activity: "a"}},
		"the same, of a plan without family":  {with([]training.Session{threshold(3, func(s *training.Session) { s.Family, s.FamilyLevel, s.ActivityID = "", 0, "a" })}, matched(3, high(22))), 4, 5, session.Evidence{Kind: session.FromActivity, Date: monday - 3, Rung: 4, Activity: "a", Planned: true}},
		"a duplicate":                         {with(nil, matched(3, func(a *training.Activity) { bare(a); a.DuplicateOf = "b" })), 2, 3, session.Evidence{Kind: session.Assumed}},
		"three sick days, the second unknown": {ill, 2, 2, session.Evidence{Kind: session.FromSession, Date: monday - 8, Rung: 4, Session: "t"}},
		"two sick days":                       {coughing, 4, 5, session.Evidence{Kind: session.FromSession, Date: monday - 8, Rung: 4, Session: "t"}},
		"a sore knee":                         {knee, 1, 1, by},
		"a sore wrist":                        {wrist, 4, 5, by},
		"planned for later":                   {with([]training.Session{threshold(-3, func(s *training.Session) { s.Status, s.Result = training.Planned, nil })}), 2, 3, session.Evidence{Kind: session.Assumed}},
	} {
		got := brief.Levels(c.in)["R-THR"]
		if got.Level != c.level || got.Next != c.next || got.Evidence != c.evidence {
			t.Errorf("%s: level %d, next %d, by %+v; want %d, %d, %+v", name, got.Level, got.Next, got.Evidence, c.level, c.next, c.evidence)
		}
	}
}

// A plan begins where the athlete stands: the rung of each key session of its first week is the next one that anybody is told who asks.
func TestAPlanBeginsWhereTheAthleteStands(t *testing.T) {
	seen := 0
	for level := 1; level <= 6; level++ {
		in := with([]training.Session{threshold(9, func(s *training.Session) { s.FamilyLevel = level })})
		stands, b := brief.Levels(in), newBrief(t, in)
		w := &b.Weeks[0]
		if w.StepBack {
			continue
		}
		for _, s := range slots(w, season.K, season.K2, season.S) {
			for n, id := range s.Families {
				if f, _ := session.Find(id); f.Rungs > 0 {
					if s.Levels[n] != stands[id].Next {
						t.Errorf("R-THR at %d: the week has %s on rung %d, asked for is %d", level, id, s.Levels[n], stands[id].Next)
					}
					seen++
				}
			}
			if s.Level != s.Levels[0] {
				t.Errorf("%s: rung %d, first family's %d", s.Family(), s.Level, s.Levels[0])
			}
		}
		for id, next := range b.Next {
			if stands[id].Next != next {
				t.Errorf("%s: %d in the brief, %d asked for", id, next, stands[id].Next)
			}
		}
	}
	if seen == 0 {
		t.Error("no week holds a rung")
	}
}

// Of what was done the brief says when and how it was called, in which sports nobody can tell what was done, and what was lifted.
func TestWhatIsRecalled(t *testing.T) {
	lift := threshold(20, func(s *training.Session) {
		s.ID, s.Title, s.Sport, s.Family, s.FamilyLevel = "l", "Maximal strength A", training.Strength, "Q-STR", 2
		s.Load.Demand = training.Demand{Exercises: []training.ExerciseID{"back-squat"}}
	})
	b := newBrief(t, with([]training.Session{threshold(9, func(s *training.Session) { s.Result.DurationSeconds = 48 * 60 }), lift}))
	if want := (brief.Point{Date: monday - 9, Level: 4, Title: "Threshold run 4 × 5 min", Minutes: 48}); b.Last["R-THR"] != want {
		t.Errorf("%+v", b.Last["R-THR"])
	}
	if !slices.Equal(b.Unread, []training.Sport{training.Run}) || b.Recalls(training.Run) || !b.Recalls(training.Strength) {
		t.Errorf("unread are %v: an activity without a plan is, a session with its exercises is not", b.Unread)
	}
	if got := slices.Collect(maps.Keys(b.Lifted)); !slices.Equal(got, []training.ExerciseID{"back-squat"}) {
		t.Errorf("lifted %v", got)
	}
	old := with([]training.Session{threshold(29, func(s *training.Session) { *s = lift; s.Date = monday - 29 })})
	if b = newBrief(t, old); b.Lifted == nil || len(b.Lifted) > 0 {
		t.Errorf("29 days ago: %v", b.Lifted)
	}
	gym := training.Activity{ID: "g", Date: monday - 4, Sport: training.Strength, DurationSeconds: 3600, TSS: 30}
	if b = newBrief(t, with([]training.Session{lift}, gym)); b.Lifted != nil || b.Recalls(training.Strength) {
		t.Errorf("with a lift that nobody knows: %v, unread %v", b.Lifted, b.Unread)
	}
	kilograms := 100.0
	sets := func(id training.ExerciseID, count, reps int) training.LiftedExercise {
		return training.LiftedExercise{ExerciseID: id, Sets: []training.LiftedSets{{Count: count, Repetitions: reps, Kilograms: &kilograms}}}
	}
	gym.Lifts = []training.LiftedExercise{sets("back-squat", 4, 5), sets("romanian-deadlift", 3, 6), sets("bench-press", 3, 5), sets("barbell-row", 3, 5)}
	if b = newBrief(t, with([]training.Session{lift}, gym)); !b.Lifted["bench-press"] || !b.Recalls(training.Strength) || b.Levels["Q-STR"] != 3 || b.Last["Q-STR"].Date != gym.Date {
		t.Errorf("with what was lifted logged: %v, unread %v, levels %v, last %v", b.Lifted, b.Unread, b.Levels, b.Last["Q-STR"])
	}
}

// WHO-2: up to the twelfth week of training a novice's key sessions are strides and hills on their first two rungs, whatever was done before.
func TestANovicesKeysStayLight(t *testing.T) {
	keys := 0
	for _, weeks := range []int{5, 8, 11} {
		in := runner(func(p *training.Profile) { p.Level = training.Novice })
		in.Locked.Activities = slices.DeleteFunc(in.Locked.Activities, func(a training.Activity) bool { return a.Date < monday.AddDays(-7*weeks+1) })
		if weeks > 6 {
			in.Locked.Activities = append(in.Locked.Activities, training.Activity{Date: monday.AddDays(-7 * weeks), Sport: training.Run, DurationSeconds: 1800, TSS: 20})
		}
		in.Locked.Sessions = []training.Session{
			threshold(10, func(s *training.Session) { s.Family, s.FamilyLevel = "R-TEMPO", 3 }),
			threshold(17, func(s *training.Session) { s.Family, s.FamilyLevel = "R-HILL", 3 }),
		}
		in.Ledger = training.NewLedger(in.Hours.Profile, in.Locked.Today, nil, in.Locked.Activities, in.Locked.Sessions)
		b := newBrief(t, in)
		for n := range b.Weeks {
			if b.Athlete.TrainingWeek+n > 12 {
				continue
			}
			for _, s := range slots(&b.Weeks[n], season.K, season.K2) {
				keys++
				for i, id := range s.Families {
					if id != "R-HILL" && id != "R-STR" {
						t.Errorf("after %d weeks, week %d: %v", weeks, n+1, s.Families)
					}
					if s.Levels[i] > 2 && id == "R-HILL" {
						t.Errorf("after %d weeks, week %d: %s on rung %d", weeks, n+1, id, s.Levels[i])
					}
				}
			}
		}
	}
	if keys == 0 {
		t.Error("no week has a key session")
	}
}

// The week of a step-back takes nothing from a level: its sessions are parts of their rung.
func TestAStepBackIsNoLowerRung(t *testing.T) {
	part := func(s *training.Session) { s.ID, s.FamilyLevel, s.Load.Demand.HighSeconds = "part", 2, 12*60 }
	week := func(ago, minutes int) training.Activity {
		return training.Activity{ID: training.ActivityID(fmt.Sprint("week ", ago)), Date: monday.AddDays(-ago), Sport: training.Run, DurationSeconds: 60 * minutes, TSS: float64(minutes)}
	}
	for name, c := range map[string]struct {
		lighter     int // minutes of the last week beside the session
		level, next int
	}{"a lighter week": {200, 4, 5}, "a week like the others": {900, 2, 3}} {
		in := with([]training.Session{threshold(31, nil), threshold(3, part)}, week(30, 900), week(23, 900), week(16, 900), week(9, 900), week(2, c.lighter))
		if got := brief.Levels(in)["R-THR"]; got.Level != c.level || got.Next != c.next {
			t.Errorf("%s: rung %d and then %d, not %d and %d: %+v", name, got.Level, got.Next, c.level, c.next, got)
		}
	}
}
