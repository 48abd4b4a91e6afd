package planner_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/planner/whynot"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// made is a run of a memory that has ended, not applied.
func (m *memory) made(run runs.Run) runs.Run {
	run.Status, run.Proposal, run.Changes = m.outcome.Status, m.outcome.Proposal, m.outcome.Changes
	run.Sealed(func() (*rules.Certificate, error) { return m.outcome.Certificate, nil }, func() ([]runs.Candidate, error) { return m.outcome.Ways, nil })
	run.Stamp()
	return run
}

func whyNot(t *testing.T, m *memory, run runs.Run, q whynot.Question) *whynot.Answer {
	t.Helper()
	answer, err := q.Answer(t.Context(), m, run, m.progress)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return answer
}

var askedFamilies = []session.ID{"R-EASY", "R-THR", "R-VO2", "R-LONG", "B-EASY", "B-THR", "B-VO2", "S-END", "W-EASY", "Q-FULL", "Q-STR", "M-FLOW", "X-BRICK", "R-HILL"}

// Every day and family has an answer, which says the same in words and numbers, and the same once the plan stands on the calendar.
func TestWhyNot(t *testing.T) {
	withoutRace(t)
	verdicts, kinds := map[whynot.Verdict]int{}, map[whynot.ReasonKind]int{}
	for i, a := range athletes.Make(4, 13, monday) {
		m := synthetic(&a)
		run := request(14)
		run.Seed = i
		plan(t, m, run)
		before := m.made(run)
		applied := *m
		applied.snapshot.Sessions, applied.snapshot.Revision = m.after(), 2
		after := before
		after.Applied = true
		there := m.stands(monday, monday+13)[0]
		w := whyNot(t, m, before, whynot.Question{Date: there.Date, Family: there.family})
		if verdicts[w.Verdict]++; w.Verdict != whynot.Stands {
			t.Errorf("%s, %s on %s, where it stands: %s", a.Name, there.family, there.Date, w.Message)
		}
		for day := range 14 {
			for f := range 3 {
				q := whynot.Question{Date: monday.AddDays(day), Family: askedFamilies[(3*day+f+i)%len(askedFamilies)]}
				w := whyNot(t, m, before, q)
				verdicts[w.Verdict]++
				for _, r := range w.Reasons {
					kinds[r.Kind]++
				}
				m.checkAnswer(t, w, q, before)
				if then := whyNot(t, &applied, after, q); !sameAnswer(w, then) {
					t.Errorf("%s, %s on day %d: %s\nonce applied: %s", a.Name, q.Family, day+1, asText(w), asText(then))
				}
			}
		}
	}
	for _, v := range []whynot.Verdict{whynot.Stands, whynot.NoCandidate, whynot.BreaksRule, whynot.CostsMore} {
		if verdicts[v] < 2 {
			t.Errorf("%d answers are %s: %v %v", verdicts[v], v, verdicts, kinds)
		}
	}
}

func sameAnswer(a, b *whynot.Answer) bool { return asText(a) == asText(b) }

func asText(w *whynot.Answer) string {
	text, err := json.Marshal(w)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// checkAnswer holds an answer to what it says of itself.
func (m *memory) checkAnswer(t *testing.T, w *whynot.Answer, q whynot.Question, run runs.Run) {
	t.Helper()
	stands := slices.ContainsFunc(run.Proposal, func(p runs.ProposedSession) bool {
		at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == p.WorkoutID })
		read, known := session.LevelOf(m.library[at].For(m.snapshot.Athlete.Profile.Thresholds))
		return p.Date == q.Date && known && read.Family == q.Family
	})
	if stands != (w.Verdict == whynot.Stands) {
		t.Errorf("it stands there %t: %s", stands, asText(w))
	}
	if w.Message == "" || w.MovedOn != nil {
		t.Errorf("%s", asText(w))
	}
	if w.Verdict != whynot.Stands && (w.Cost == nil) != (w.Title == nil) || w.Cost != nil && math.Abs(*w.Cost-solver.Sum(w.Terms)) > 1e-6 {
		t.Errorf("the terms are not the cost: %s", asText(w))
	}
	for _, b := range w.Breaks {
		if b.Severity != rules.Hard || b.Passed {
			t.Errorf("%s is not broken", b.RuleID)
		}
	}
	gates := slices.ContainsFunc(w.Reasons, func(r whynot.Reason) bool { return r.Kind != whynot.ReasonWeek })
	switch w.Verdict {
	case whynot.NoCandidate:
		if len(w.Reasons) == 0 || w.Message != w.Reasons[0].Message {
			t.Errorf("no reason: %s", asText(w))
		}
	case whynot.BreaksRule:
		if gates || len(w.Breaks) == 0 || !strings.Contains(w.Message, string(w.Breaks[0].RuleID)) {
			t.Errorf("no rule: %s", asText(w))
		}
	case whynot.CostsMore:
		if gates || len(w.Breaks) > 0 || *w.Cost <= 0 {
			t.Errorf("no cost: %s", asText(w))
		}
	}
}

// Each reason why something was no candidate is told where it holds, and not where it does not.
func TestWhyNotReasons(t *testing.T) {
	withoutRace(t)
	base := func() *memory {
		a := athletes.Make(6, 13, monday)[3]
		m := synthetic(&a)
		return m
	}
	for _, c := range []struct {
		name   string
		day    int
		family session.ID
		kind   whynot.ReasonKind
		change func(m *memory, run *runs.Run)
		later  func(m *memory)
	}{
		{"a locked day", 3, "R-EASY", whynot.ReasonClosedDay, func(m *memory, _ *runs.Run) {
			m.snapshot.LockedDays = append(m.snapshot.LockedDays, monday.AddDays(2))
		}, nil},
		{"a wish for rest", 4, "R-EASY", whynot.ReasonWish, func(_ *memory, run *runs.Run) { run.Wish = "rest on Thursday" }, nil},
		{"a wish for no swimming", 3, "S-END", whynot.ReasonWish, func(_ *memory, run *runs.Run) { run.Wish = "no swimming on Wednesday" }, nil},
		{"an event", 6, "R-EASY", whynot.ReasonEvent, func(m *memory, _ *runs.Run) {
			m.snapshot.Athlete.Profile.Events = []training.Event{{ID: "e", Name: "Park run", Date: monday.AddDays(5), Sport: training.Run, Priority: training.EventC}}
		}, nil},
		{"a day that is over", 1, "R-EASY", whynot.ReasonPast, func(*memory, *runs.Run) {}, func(m *memory) { m.snapshot.Today = monday.AddDays(1) }},
		{"no hours", 2, "R-LONG", whynot.ReasonHours, func(m *memory, _ *runs.Run) {
			m.snapshot.Athlete.Profile.Availability = nil
			m.available("MONDAY 06:30-07:30", "TUESDAY 06:30-07:00", "WEDNESDAY 06:30-07:30", "FRIDAY 06:30-07:30", "SATURDAY 08:00-12:00")
		}, nil},
		{"illness", 1, "R-EASY", whynot.ReasonIllness, func(m *memory, _ *runs.Run) {
			m.snapshot.CheckIns = []training.CheckIn{{Date: monday.AddDays(-1), Sick: true}}
		}, nil},
		{"a novice", 3, "R-VO2", whynot.ReasonExperience, func(m *memory, _ *runs.Run) { m.snapshot.Athlete.Profile.Level = training.Novice }, nil},
	} {
		plain := base()
		run := request(14)
		plan(t, plain, run)
		q := whynot.Question{Date: monday.AddDays(c.day - 1), Family: c.family}
		if w := whyNot(t, plain, plain.made(run), q); slices.ContainsFunc(w.Reasons, func(r whynot.Reason) bool { return r.Kind == c.kind }) {
			t.Errorf("%s: told without it: %s", c.name, asText(w))
		}
		m := base()
		c.change(m, &run)
		plan(t, m, run)
		made := m.made(run)
		if c.later != nil {
			c.later(m)
		}
		if w := whyNot(t, m, made, q); w.Verdict != whynot.NoCandidate || w.Reasons[0].Kind != c.kind {
			t.Errorf("%s: %s", c.name, asText(w))
		} else {
			t.Log(w.Message)
		}
	}
}

// What is asked about a workout, of a calendar that has moved on, and wrongly.
func TestWhyNotAsked(t *testing.T) {
	a := athletes.Make(6, 13, monday)[3]
	m := synthetic(&a)
	run := request(14)
	plan(t, m, run)
	made := m.made(run)
	first := made.Proposal[0]
	if w := whyNot(t, m, made, whynot.Question{Date: first.Date, Workout: first.WorkoutID}); w.Verdict != whynot.Stands {
		t.Errorf("what stands: %s", asText(w))
	}
	elsewhere := whynot.Question{Date: first.Date.AddDays(1), Workout: first.WorkoutID}
	w := whyNot(t, m, made, elsewhere)
	if w.WorkoutID != first.WorkoutID || w.Cost == nil {
		t.Errorf("a workout: %s", asText(w))
	}
	m.snapshot.Revision++
	m.snapshot.LockedDays = []training.Date{elsewhere.Date}
	if w := whyNot(t, m, made, elsewhere); w.MovedOn == nil || w.Verdict != whynot.NoCandidate {
		t.Errorf("a day that was locked since: %s", asText(w))
	}
	second := 2
	for field, q := range map[string]whynot.Question{
		"familyId": {Date: first.Date}, "date": {Date: monday.AddDays(14), Family: "R-EASY"}, "candidate": {Date: first.Date, Family: "R-EASY", Candidate: &second},
		"workoutId": {Date: first.Date, Workout: "no such"},
	} {
		_, err := q.Answer(t.Context(), m, made, m.progress)
		if input := (*training.InputError)(nil); !errors.As(err, &input) || input.Fields[0].Path != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// Of a workout whose family the week holds it is said how it is unlike what the week is to hold, and not that the week has none of it.
func TestWhyNotAnotherRung(t *testing.T) {
	asked, said := 0, map[string]int{}
	for _, a := range athletes.Make(8, 13, monday) {
		m := synthetic(&a)
		run := request(14)
		plan(t, m, run)
		made, b := m.made(run), briefOf(t, m)
		for n := range b.Weeks {
			for i := range b.Weeks[n].Slots {
				s := &b.Weeks[n].Slots[i]
				f, known := session.Find(s.Family())
				if !known || s.Lock != 0 || f.Rungs < 6 || s.Level == 0 || f.Sport == training.Strength {
					continue
				}
				level := s.Level + 3
				if level > f.Rungs {
					level = s.Level - 3
				}
				w := f.Write(session.Dose{Family: f.ID, Level: level, For: a.Profile.Level, At: a.Profile.Thresholds})
				if w.ID == "" || level < 1 {
					continue
				}
				m.library = append(m.library, w)
				answer := whyNot(t, m, made, whynot.Question{Date: monday.AddDays(s.First - 1), Workout: w.ID})
				for _, r := range answer.Reasons {
					if r.Kind != whynot.ReasonWeek {
						continue
					}
					asked++
					if strings.Contains(r.Message, "no such session") || !strings.Contains(r.Message, f.Ladder()[s.Level-1].Dose) || !strings.Contains(r.Message, f.Ladder()[level-1].Dose) {
						t.Errorf("%s: %s: %s", a.Name, w.Title, r.Message)
					}
					said[r.Message]++
				}
			}
		}
	}
	if asked < 5 || len(said) < 4 {
		t.Errorf("%d were asked about: %v", asked, said)
	}
}

// What is not at hand on a day is named, once, to who asks why a session is not there and of a wish for it; a week that has one session has one, not
// "1 sessions"; and families are called as they are, VO2max and FTP with capitals.
func TestWhatIsNotAtHandIsNamed(t *testing.T) {
	m, run := triathlete(), request(14)
	saturday := monday.AddDays(5)
	m.snapshot.Athlete.Profile.EquipmentOnDates = []training.EquipmentOnDates{{From: saturday, To: saturday, Equipment: []training.Equipment{training.Dumbbells}}}
	run.Wishes = wish.Wishes{
		{Kind: wish.Prefer, Sport: training.Ride, Session: wish.Hard, Dates: []training.Date{saturday}},
		{Kind: wish.Limit, Strength: wish.Must, Sport: training.Strength, Bound: wish.Exactly, Count: 1, Per: wish.PerWeek, Dates: days14()},
	}
	plan(t, m, run)
	const lacks = "On Sat 5 Dec there is nothing at hand for riding: no bike, no trainer."
	for _, h := range m.outcome.Heard {
		if h.Wish.Kind == wish.Prefer && (h.Met || !strings.HasSuffix(h.Reason, lacks)) {
			t.Errorf("a hard ride: %v, %s", h.Met, h.Reason)
		}
		if h.Wish.Kind == wish.Limit && (!strings.Contains(h.Reason, "1 session from") || strings.Contains(h.Reason, "1 sessions")) {
			t.Errorf("one lift a week: %s", h.Reason)
		}
	}
	w := whyNot(t, m, m.made(run), whynot.Question{Date: saturday, Family: "B-THR"})
	equipment := 0
	for _, r := range w.Reasons {
		if r.Kind == whynot.ReasonEquipment {
			if equipment++; r.Message != lacks {
				t.Error(r.Message)
			}
		}
	}
	if equipment != 1 {
		t.Errorf("%d reasons of equipment: %s", equipment, asText(w))
	}
	for day := range 14 {
		for _, family := range []session.ID{"Q-STR", "R-VO2", "B-VO2", "R-LONG", "A-WALK", "R-TEST"} {
			text := asText(whyNot(t, m, m.made(run), whynot.Question{Date: monday.AddDays(day), Family: family}))
			if strings.Contains(text, "vo2max") || strings.Contains(text, "as this is") || strings.Contains(text, "ftp") {
				t.Errorf("%s: %s", monday.AddDays(day), text)
			}
		}
	}
}
