package planner_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/brief"
	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// ofProposals are the rules that ask of what is proposed, and on a calendar of what a person has put there.
var ofProposals = []rules.ID{"FIL-1", "WIN-1", "WHO-5"}

// warned are the rows of those rules that a calendar breaks.
func warned(t *testing.T, s runs.Snapshot, from training.Date, days int) []rules.RuleCheck {
	t.Helper()
	in, err := view.CalendarView{Snapshot: s, From: from, DayCount: days}.RulesInput()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(rules.Check(in).Violations(), func(c rules.RuleCheck) bool { return !slices.Contains(ofProposals, c.RuleID) })
}

// byHand puts a dose of a family on a day.
func (m *memory) byHand(t *testing.T, family session.ID, level int, date training.Date, start training.LocalTime) {
	t.Helper()
	f, known := session.Find(family)
	if !known {
		t.Fatalf("there is no %s", family)
	}
	p := &m.snapshot.Athlete.Profile
	w := f.Write(session.Dose{Family: family, Level: level, At: p.Thresholds}).For(p.Thresholds)
	m.snapshot.Sessions = append(m.snapshot.Sessions, training.Session{
		PlannedSession: training.PlannedSession{
			ID: training.SessionID(fmt.Sprint("by hand ", len(m.snapshot.Sessions))), AthleteID: "athlete", Date: date, Start: start,
			WorkoutID: training.WorkoutID(fmt.Sprint(family, level)), Status: training.Planned,
		},
		Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load, Family: string(family), FamilyLevel: level,
	})
}

// Coaching §8: what a person puts on a calendar is held against the season, the athlete and the places for lifts, as a warning.
func TestWhatIsPutByHandIsTold(t *testing.T) {
	withoutRace(t)
	trained := func() *memory {
		m := athlete(training.Intermediate, training.PriorityEndurance)
		for day := range 42 {
			if day%2 == 0 {
				m.snapshot.Activities = append(m.snapshot.Activities, training.Activity{Date: monday.AddDays(-1 - day), Sport: training.Run, DurationSeconds: 3000, TSS: 50})
			}
		}
		return m
	}
	for name, test := range map[string]struct {
		put  func(m *memory)
		want string // of the rule and the message, empty for nothing
	}{
		"an opener without a race": {func(m *memory) { m.byHand(t, "R-OPEN", 0, monday+2, 7*60) }, "WIN-1 is for the days before a race"},
		"an opener before one": {func(m *memory) {
			m.snapshot.Athlete.Profile.Events = []training.Event{{ID: "e", Name: "Race", Date: monday + 4, Sport: training.Run, Format: new(training.Run10K), Priority: training.EventA}}
			m.byHand(t, "R-OPEN", 0, monday+2, 7*60)
		}, ""},
		"a test":                 {func(m *memory) { m.byHand(t, "R-TEST", 0, monday+2, 7*60) }, "WIN-1 is for a lighter week"},
		"marathon pace, no race": {func(m *memory) { m.byHand(t, "R-LMP", 1, monday+2, 7*60) }, "WIN-1 is not for this part of the season"},
		"a rehearsal without a sled": {func(m *memory) {
			m.snapshot.Athlete.Profile.Equipment = []training.Equipment{training.Dumbbells}
			m.byHand(t, "H-SIM", 1, monday+2, 7*60)
		}, "WHO-5 there is nothing at hand for"},
		"a ride in a hotel": {func(m *memory) {
			m.snapshot.Athlete.Profile.EquipmentOnDates = []training.EquipmentOnDates{{From: monday + 2, To: monday + 2, Equipment: []training.Equipment{training.Dumbbells}}}
			m.byHand(t, "B-EASY", 0, monday+2, 7*60)
		}, "WHO-5 there is nothing at hand for"},
		"the day after it": {func(m *memory) {
			m.snapshot.Athlete.Profile.EquipmentOnDates = []training.EquipmentOnDates{{From: monday + 1, To: monday + 1, Equipment: []training.Equipment{training.Dumbbells}}}
			m.byHand(t, "B-EASY", 0, monday+2, 7*60)
		}, ""},
		"intervals of a novice": {func(m *memory) {
			m.snapshot.Athlete.Profile.Level = training.Novice
			m.byHand(t, "R-VO2", 4, monday+2, 7*60)
		}, "WHO-5 asks for more experience"},
		"30-15s of who has not come to them": {func(m *memory) { m.byHand(t, "B-3015", 3, monday+2, 7*60) }, "WHO-5 asks for advanced experience, or for VO2max ride, level 5 of 10 first"},
		"30-15s behind what leads to them": {func(m *memory) {
			m.byHand(t, "B-VO2", 5, monday, 7*60)
			m.byHand(t, "B-3015", 3, monday+2, 7*60)
		}, ""},
		"30-15s behind less than that": {func(m *memory) {
			m.byHand(t, "B-VO2", 4, monday, 7*60)
			m.byHand(t, "B-3015", 3, monday+2, 7*60)
		}, "WHO-5 asks for advanced experience"},
		"30-15s of who has done what leads to them": {func(m *memory) {
			m.byHand(t, "B-VO2", 5, monday-6, 7*60)
			s := &m.snapshot.Sessions[0]
			s.Status, s.Result = training.Completed, &training.SessionResult{DurationSeconds: s.Load.DurationSeconds, TSS: s.Load.TSS, RPE: new(8)}
			m.byHand(t, "B-3015", 3, monday+2, 7*60)
		}, ""},
		"30-15s of the advanced": {func(m *memory) {
			m.snapshot.Athlete.Profile.Level = training.Advanced
			m.byHand(t, "B-3015", 3, monday+2, 7*60)
		}, ""},
		"over-unders of the intermediate": {func(m *memory) { m.byHand(t, "B-OU", 3, monday+2, 7*60) }, ""},
		"heavy lifts after two months": {func(m *memory) {
			m.snapshot.Athlete.Profile.StrengthExperienceMonths = new(2)
			m.byHand(t, "Q-STR", 0, monday+2, 7*60)
		}, "WHO-5 asks for more experience"},
		"a power clean of who never lifted": {func(m *memory) {
			m.byHand(t, "Q-AA", 0, monday+2, 7*60)
			m.snapshot.Sessions[0].Load.Demand.Exercises = []training.ExerciseID{"power-clean"}
		}, "WHO-5 which is not for newcomers"},
		"five lifts in a week": {func(m *memory) {
			for day := range 5 {
				m.byHand(t, "Q-AA", 0, monday.AddDays(day), 18*60)
			}
		}, "FIL-1 places for"},
		"two tempo runs in two days": {func(m *memory) {
			m.byHand(t, "R-TEMPO", 1, monday+2, 7*60)
			m.byHand(t, "R-TEMPO", 1, monday+3, 7*60)
		}, "WIN-1 lie 1 day apart"},
		"an easy run":   {func(m *memory) { m.byHand(t, "R-EASY", 0, monday+2, 7*60) }, ""},
		"one lift":      {func(m *memory) { m.byHand(t, "Q-AA", 0, monday+2, 18*60) }, ""},
		"tempo in base": {func(m *memory) { m.byHand(t, "R-TEMPO", 1, monday+2, 7*60) }, ""},
	} {
		m := trained()
		test.put(m)
		found := warned(t, m.snapshot, monday, 14)
		rule, words, _ := strings.Cut(test.want, " ")
		for i := range found {
			if found[i].Severity != rules.Soft {
				t.Errorf("%s: %s is %s", name, found[i].RuleID, found[i].Severity)
			}
		}
		is := func(c rules.RuleCheck) bool { return string(c.RuleID) == rule && strings.Contains(c.Message, words) }
		if test.want == "" && len(found) > 0 || test.want != "" && !slices.ContainsFunc(found, is) {
			t.Errorf("%s: %+v, want %q", name, found, test.want)
		}
		reason := "a plan's"
		for i := range m.snapshot.Sessions { // the same by a plan
			m.snapshot.Sessions[i].RunID, m.snapshot.Sessions[i].Rationale = "run", &reason
		}
		if found := warned(t, m.snapshot, monday, 14); len(found) > 0 {
			t.Errorf("%s, by a plan: %+v", name, found)
		}
		if test.want == "" {
			continue
		}
		for i := range m.snapshot.Sessions { // what was replaced since is a person's
			m.snapshot.Sessions[i].Rationale = nil
		}
		if found := warned(t, m.snapshot, monday, 14); !slices.ContainsFunc(found, is) {
			t.Errorf("%s, in the place of a plan's: %+v", name, found)
		}
	}
}

// Who puts by hand what a plan would have put there is told nothing.
func TestAPlanPutByHandIsToldNothing(t *testing.T) {
	withoutRace(t)
	told, stood := 0, 0
	for _, a := range athletes.Make(20, 7, monday) {
		m, run := synthetic(&a), request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			continue
		}
		s := m.snapshot
		s.Sessions = m.after()
		for i := range s.Sessions {
			s.Sessions[i].RunID = ""
			stood++
		}
		for _, c := range warned(t, s, run.From, run.Days) {
			told++
			t.Errorf("%s: %s %s", a.Name, c.RuleID, c.Message)
		}
	}
	if stood < 100 {
		t.Errorf("%d sessions are planned", stood)
	}
	t.Log(told, "of", stood)
}

// What a calendar asks of its weeks is what a plan of the same days decides for them, whatever stands on the days.
func TestWeeksAreThoseOfAPlan(t *testing.T) {
	withoutRace(t)
	random, slots, taken := rand.New(rand.NewPCG(5, 6)), 0, 0
	list := athletes.Make(many(300, 60, 20), 31, monday)
	for n := range list {
		m := synthetic(&list[n])
		for range 4 {
			edit(t, m, random)
			h := state.Horizon{Run: runs.Run{Request: runs.Request{AthleteID: "athlete", From: monday, Days: 1 + random.IntN(rules.MaxDays)}}, Snapshot: m.snapshot}
			in := h.Known(h.Input(h.Locked()))
			b, err := brief.New(in)
			if err != nil {
				t.Fatal(err)
			}
			weeks, err := brief.Weeks(in)
			if err != nil || !reflect.DeepEqual(weeks, b.Weeks) {
				t.Errorf("%s, %d days: %v\nthe weeks are %+v\nof a plan they are %+v", list[n].Name, h.Run.Days, err, weeks, b.Weeks)
			}
			for i := range weeks {
				slots += len(weeks[i].Slots)
				for j := range weeks[i].Slots {
					taken += min(1, weeks[i].Slots[j].Lock)
				}
			}
		}
	}
	if slots < 20*len(list) || taken < len(list) {
		t.Errorf("%d slots are looked at, %d of them taken", slots, taken)
	}
}

// edit puts something on a day, locks something, or takes it away.
func edit(t *testing.T, m *memory, random *rand.Rand) {
	t.Helper()
	m.byHand(t, []session.ID{"R-EASY", "Q-AA", "R-TEMPO", "B-EASY"}[random.IntN(4)], 0, monday.AddDays(random.IntN(20)), training.LocalTime(360+random.IntN(600)))
	switch last := &m.snapshot.Sessions[len(m.snapshot.Sessions)-1]; random.IntN(4) {
	case 0, 1:
		last.Lock = new(training.LockEverything)
	case 2:
		m.snapshot.LockedDays = append(m.snapshot.LockedDays, last.Date)
	case 3:
		last.Status = training.Skipped
	}
}
