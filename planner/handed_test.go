package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Plans that a coach reads before he hands them over: athletes who are unlike each other, each with what would be wrong in theirs.

// handed is the plan of an athlete, with a wish or none.
func handed(t *testing.T, m *memory, wish string) []stood {
	t.Helper()
	run := request(14)
	run.Wish = wish
	plan(t, m, run)
	if m.outcome.Failure != nil {
		t.Fatal(*m.outcome.Failure)
	}
	for _, broken := range m.hard(run) {
		t.Error(broken)
	}
	return m.stands(monday, monday+13)
}

// ofFamily are the sessions of a family.
func ofFamily(sessions []stood, id session.ID) (list []stood) {
	for _, s := range sessions {
		if s.family == id {
			list = append(list, s)
		}
	}
	return list
}

// trailRunner trains for 80 km, and has run for three and a half hours.
func trailRunner() *memory {
	return somebody(training.Intermediate, training.PriorityEndurance, 42, pace(300)).
		races("Forest 80 km", training.Run, training.RunUltra, monday+52, 11*3600, 80_000).
		lived(monday, 14, 1, 0, usually(tue, training.Run, 60).km(10).hard(10), usually(wed, training.Run, 60).km(10), usually(thu, training.Run, 50).km(8.5),
			usually(sat, training.Run, 210).km(33), usually(sun, training.Run, 90).km(14))
}

// The second of two long days stands on the day after the first, and two easy days come after it: else it is no more than a run. Who has run for
// three and a half hours has room for as much again.
func TestTwoLongDaysAreOneWeekend(t *testing.T) {
	sessions := handed(t, trailRunner(), "")
	twice := ofFamily(sessions, "R-B2B")
	if len(twice) != 1 {
		t.Fatalf("%d second long days", len(twice))
	}
	long := slices.IndexFunc(sessions, func(s stood) bool { return s.Date == twice[0].Date-1 && s.Load.DurationSeconds >= 200*60 })
	if long < 0 {
		t.Errorf("no run of more than 200 min on the day before %s", twice[0].Date)
	}
	for _, s := range sessions {
		if after := s.Date - twice[0].Date; after >= 1 && after <= 2 && (s.Load.Demand.HighIntensity || s.Load.Demand.Moderate || s.Load.Demand.HeavyLower) {
			t.Errorf("%s, %d days after two long ones", s.Title, after)
		}
	}
}

// fastMarathoner hopes for 2 h 55 with a threshold that carries 3 h 04.
func fastMarathoner(days int) *memory {
	return somebody(training.Advanced, training.PriorityEndurance, 36, pace(235)).
		races("Harbour marathon", training.Run, training.RunMarathon, monday.AddDays(days), 175*60, 42_195).
		lived(monday, 14, 1, 0, usually(mon, training.Run, 45).km(9), usually(tue, training.Run, 70).km(14.5).hard(20), usually(wed, training.Run, 75).km(15),
			usually(thu, training.Run, 50).km(10), usually(fri, training.Strength, 40).evening().sets(4), usually(sat, training.Run, 55).km(11), usually(sun, training.Run, 95).km(18))
}

// What stands before a race is run at its pace: a marathoner's sharpener is three kilometres at marathon pace. A time that the threshold does not
// carry is not trained for.
func TestTheLastSessionsHaveThePaceOfTheRace(t *testing.T) {
	sessions := handed(t, fastMarathoner(6), "")
	for id, title := range map[session.ID]string{"R-SHARP": "Race-week sharpener 3 km", "R-OPEN": "Openers 3 × 1 min"} {
		list := ofFamily(sessions, id)
		if len(list) != 1 || list[0].Title != title {
			t.Errorf("%s: %v", id, list)
			continue
		}
		if says := deref(list[0].Rationale); !strings.Contains(says, " at 4:19–4:25/km") {
			t.Errorf("%s is %q", id, says)
		}
	}
}

// couchTo5K has never run, and asks for three sessions a week.
func couchTo5K() *memory {
	return somebody(training.Novice, training.PriorityEndurance, 41, training.Thresholds{}).states(sessionsAWeek(3)).states(func(p *training.Profile) {
		p.Goal, p.MeasuredOn = ptrTo("couch to 5k"), nil
	}).races("parkrun", training.Run, training.Run5K, monday+61, 0, 5000)
}

func ptrTo[T any](v T) *T { return &v }

// Run and walk is as long as its rung, and the week is told to come to what it comes to.
func TestABeginnersWeekComesToWhatItSays(t *testing.T) {
	m := couchTo5K()
	sessions := handed(t, m, "")
	for week, minutes := range []int{90, 90} {
		sum := 0
		for _, s := range sessions {
			if (s.Date-monday)/7 == training.Date(week) {
				sum += s.Load.DurationSeconds / 60
			}
			if s.family != "R-WALK" {
				t.Errorf("%s is no run and walk", s.Title)
			}
		}
		if told := briefOf(t, m).Weeks[week].Minutes; sum != minutes || told != minutes {
			t.Errorf("week %d has %d min, and is told to come to %d", week+1, sum, told)
		}
	}
	for _, v := range m.outcome.Certificate.Violations() {
		if v.RuleID == "BUD-1" {
			t.Error(v.Message)
		}
	}
}

// A lift that nobody asked for does not take the place of a ride that is done every week, or of a run: who runs three times, rides once and never lifts goes
// on so, and learns to lift beside it.
func TestNoLiftTakesThePlaceOfWhatIsDoneEveryWeek(t *testing.T) {
	ftp, run := 280, 285
	m := somebody(training.Intermediate, training.PriorityEndurance, 44, training.Thresholds{FTPWatts: &ftp, ThresholdSecondsPerKilometer: &run}).
		races("Half marathon", training.Run, training.RunHalf, monday+75, 105*60, 21_098).
		lived(monday, 12, 1, 0, usually(mon, training.Run, 45).km(8), usually(wed, training.Run, 45).km(8).hard(10), usually(fri, training.Ride, 60), usually(sun, training.Run, 80).km(14))
	counts := map[training.Sport]int{}
	for _, s := range handed(t, m, "") {
		counts[s.Sport]++
	}
	if counts[training.Run] != 6 || counts[training.Ride] != 2 || counts[training.Strength] != 2 {
		t.Error(counts)
	}
}

// mastersCyclist wants to raise his FTP, which was measured so many days before the plan; three full weeks lie behind.
func mastersCyclist(ago int) *memory {
	ftp := 230
	return somebody(training.Intermediate, training.PriorityEndurance, 55, training.Thresholds{FTPWatts: &ftp}).states(func(p *training.Profile) {
		p.Goal, p.MeasuredOn = ptrTo("raise my FTP"), ptrTo(monday.AddDays(-ago))
	}).lived(monday, 12, 3, 0, usually(tue, training.Ride, 60).hard(15), usually(thu, training.Ride, 60).hard(10), usually(fri, training.Strength, 40).evening().sets(6),
		usually(sat, training.Ride, 150), usually(sun, training.Ride, 75))
}

// Where a threshold is old, the next lighter week measures it, and the rule that asks for a test is content; where it is not, nothing is tested.
func TestAnOldThresholdIsMeasuredInTheLighterWeek(t *testing.T) {
	for _, c := range []struct{ ago, tests int }{{70, 1}, {20, 0}} {
		m := mastersCyclist(c.ago)
		if got := ofFamily(handed(t, m, ""), "B-TEST"); len(got) != c.tests || len(got) == 1 && got[0].Date >= monday+7 {
			t.Errorf("measured %d days before: %d tests", c.ago, len(got))
		}
		if b := briefOf(t, m); !b.Weeks[0].StepBack || b.Weeks[1].StepBack {
			t.Error("the first week is to be the lighter one")
		}
		for _, v := range m.outcome.Certificate.Violations() {
			if v.RuleID == "DAT-2" {
				t.Error(v.Message)
			}
		}
	}
}

// A test that is wished for is planned in any week.
func TestAWishedTestIsPlanned(t *testing.T) {
	for _, wish := range []string{"an FTP test please", "FTP test on Tuesday", "please plan an FTP test this week", "ich möchte einen FTP-Test", "un test de FTP por favor"} {
		m := mastersCyclist(20)
		if got := ofFamily(handed(t, m, wish), "B-TEST"); len(got) != 1 {
			t.Errorf("%q: %d tests; %s", wish, len(got), m.last())
		}
	}
}

// doublesRacer races HYROX with a partner in five weeks.
func doublesRacer() *memory {
	erg, run := 200, 285
	return somebody(training.Intermediate, training.PriorityHybrid, 29, training.Thresholds{RowFTPWatts: &erg, ThresholdSecondsPerKilometer: &run}).
		races("HYROX Doubles", training.Other, training.Hyrox, monday+33, 70*60, 0).
		lived(monday, 12, 1, 0, usually(mon, training.Strength, 55).evening().sets(8), usually(tue, training.Run, 50).km(9).hard(12),
			usually(thu, training.MultiSport, 55).evening().rung("H-STN", 3), usually(fri, training.Row, 35), usually(sat, training.Run, 65).km(11.5))
}

// Who has never rehearsed a race begins with half of it.
func TestTheFirstRehearsalIsHalfARace(t *testing.T) {
	got := ofFamily(handed(t, doublesRacer(), ""), "H-SIM")
	if len(got) != 1 || got[0].level != 1 {
		t.Errorf("rehearsals: %v", got)
	}
}

// A runner's easy day three weeks before a marathon is a run and no walk of an hour.
func TestAnEasyRunIsNoWalk(t *testing.T) {
	for _, s := range handed(t, fastMarathoner(20), "") {
		if s.Sport == training.Walk {
			t.Errorf("%s on %s", s.Title, s.Date)
		}
	}
}
