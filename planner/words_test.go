package planner_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/training"
)

// spoken are plans whose words are read back: synthetic athletes with wishes, locked days, days of illness and other lengths than a fortnight.
func spoken(t *testing.T, n int, read func(m *memory, run runs.Run, a *athletes.Athlete)) {
	wishes := []string{"", "", "long run on Saturday", "rest on Thursday", "easy ride on Tuesday, and more unicorns", "at most 40 minutes on Wednesday", "a hard run on Friday"}
	for i, a := range athletes.Make(n, 3, monday) {
		m, run := synthetic(&a), request([]int{14, 14, 14, 10, 28}[i%5])
		run.Wish = wishes[i%len(wishes)]
		if i%11 == 3 {
			m.snapshot.LockedDays = []training.Date{monday + 4, monday + 9}
		}
		if i%3 == 2 {
			m.snapshot.Athlete.Profile.OneRepMaxes = maximums
		}
		if i%13 == 5 {
			m.snapshot.CheckIns = []training.CheckIn{{Date: monday - 1, Sick: true}}
		}
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			continue
		}
		read(m, run, &a)
		if i%6 == 4 { // and what comes after it, with what was lifted
			m.live(monday)
			lifted(m)
			next := request(14)
			next.From, next.ID = monday+14, "9c1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b12"
			p := newPlanner(m)
			p.Now = next.From.Midnight
			if plan(t, m, next); m.outcome.Status == runs.Succeeded {
				read(m, next, &a)
			}
		}
		if i%4 == 1 { // and what is planned anew, with another wish
			again := &memory{library: m.library, snapshot: m.snapshot}
			again.snapshot.Sessions = m.after()
			run.ID, run.Wish = "7a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b11", wishes[(i+3)%len(wishes)]
			plan(t, again, run)
			if again.outcome.Status == runs.Succeeded {
				read(again, run, &a)
			}
		}
	}
}

// maximums are those of lifters who know them.
var maximums = []training.OneRepMax{
	{ExerciseID: "back-squat", Kilograms: 120, MeasuredOn: monday - 30}, {ExerciseID: "deadlift", Kilograms: 150, MeasuredOn: monday - 30},
	{ExerciseID: "bench-press", Kilograms: 90, MeasuredOn: monday - 30}, {ExerciseID: "overhead-press", Kilograms: 60, MeasuredOn: monday - 30},
}

// Every claim of a plan's words is true by its data, no sentence stands twice in a week, and none on more than a third of the sessions.
// LONG=1 reads a thousand plans; WORDS=1 shows them.
func TestEveryClaimIsTrue(t *testing.T) {
	withoutRace(t)
	n := 100
	switch {
	case os.Getenv("LONG") != "":
		n = 1000
	case testing.Short() || raceEnabled:
		n = 24
	}
	claims, plans := map[string]int{}, 0
	spoken(t, n, func(m *memory, run runs.Run, a *athletes.Athlete) {
		plans++
		w := newWitness(m, run)
		w.readAll()
		for claim, count := range w.claims {
			claims[claim] += count
		}
		if os.Getenv("WORDS") != "" {
			fmt.Print(w.shown(a.Name))
		}
		for _, f := range w.faults {
			t.Errorf("%s, %d days, %q: %s", a.Name, run.Days, run.Wish, f)
		}
	})
	for _, kind := range claimKinds { // a test that sees nothing of a kind says nothing of it
		if n >= 100 && claims[kind.name] == 0 && !kind.rare {
			t.Errorf("no plan of %d says anything like %q", plans, kind.name)
		}
	}
	t.Logf("%d plans, claims read: %v", plans, claims)
}

// What is not true is found: the reader of claims is itself read.
func TestWitnessFindsWhatIsUntrue(t *testing.T) {
	a := athletes.Make(3, 3, monday)[2]
	m, run := synthetic(&a), request(14)
	plan(t, m, run)
	w := newWitness(m, run)
	if w.readAll(); len(w.faults) > 0 {
		t.Fatal(w.faults)
	}
	long := slices.IndexFunc(w.sessions, func(s training.Session) bool { return strings.HasPrefix(s.Title, "Long run") })
	if long < 0 {
		t.Fatal("no long run to speak of")
	}
	s := &w.sessions[long]
	other := &w.sessions[(long+1)%len(w.sessions)]
	for _, untrue := range []string{
		"Adds running at little cost, 7 weeks before Christmas.",
		"It is the week's longest ride.",
		"Monday is the one day of the week with room for it: 12 min.",
		"Fresh legs on Tuesday: 1 h after Monday's long run.",
		fmt.Sprintf("%s: 5 h after %s's long run.", s.Date.Midnight().Weekday(), (s.Date - 1).Midnight().Weekday()),
		"1 h is left until Monday's threshold run.",
		"You swam on 6 of the last 6 Mondays.",
		"You asked for it: “a pony”.",
		"It lasts 300 min: take 30 to 60 g of carbohydrate an hour.",
		"Easy between Monday's test and Tuesday's test.",
		"The 3rd longest of all.",
		"The legs are fresh.",
		"Nothing fits here.",
	} {
		w.faults = nil
		if w.sentence(s, untrue); len(w.faults) == 0 {
			t.Errorf("%q is taken for true", untrue)
		}
	}
	for _, untrue := range []string{
		"Long run: 500 min", "Long run", "Long run: 85 min at 4:00–4:10/km", "Long run: 85 min, last time 12 min on Mon 30 Nov",
		"Long run: 85 min, 77 min longer than on Mon 30 Nov", "Long run: 85 min, the same as on Mon 30 Nov", "Long run: 85 min, your first on record",
	} {
		w.faults = nil
		if w.heading(s, untrue+"."); len(w.faults) == 0 {
			t.Errorf("the heading %q is taken for true of %s, %s", untrue, s.Title, prose.Day(s.Date))
		}
	}
	for _, untrue := range []string{
		"You have no hours to train in on Mon 7 Dec.", "You locked Monday.", "Rest, 2 days before Christmas.", "You have not trained on a Sunday in the last 6 weeks.",
		"Free: the week has 1 session, 5 min, on other days.", "Rest ahead of Tuesday's moon walk.", "A free day between Monday's test and Wednesday's test.", "Load needs rest.",
		"Nothing on Monday, as your check-in says that you are ill.",
	} {
		w.faults = nil
		if w.rest(monday+7, untrue); len(w.faults) == 0 {
			t.Errorf("the rest %q is taken for true", untrue)
		}
	}
	w.faults = nil
	if w.twice(map[training.Date][]string{s.Date: {"Same."}, other.Date: {"Same."}}); len(w.faults) == 0 && (s.Date-monday)/7 == (other.Date-monday)/7 {
		t.Error("a sentence twice in a week is not seen")
	}
}
