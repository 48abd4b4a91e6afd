package reason_test

import (
	"strings"
	"testing"
	"unicode"

	"fortnight/reason"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

const monday training.Date = 20787 // 2026-11-30

func minutes(n int) *training.Load { return &training.Load{DurationSeconds: 60 * n} }

// What is said of sessions in a dozen situations, each on a plan of its own.
func TestSession(t *testing.T) {
	half := &reason.Event{Name: "City Half", Date: monday + 65}
	for _, c := range []struct {
		name  string
		facts reason.Session
		says  string
	}{
		{"a key session with all that is known", reason.Session{
			Date: monday + 2, Title: "Threshold run 4 × 7 min", Family: "R-THR", Sport: training.Run, Load: minutes(60), Pace: "4:45–4:55/km", Key: true, Hard: true,
			Last: &reason.Last{Date: monday - 5, Title: "Threshold run 3 × 8 min"}, Event: half,
			Before: &reason.Neighbour{Name: "long run", Date: monday, Hours: 48},
		}, "Threshold run: 4 × 7 min at 4:45–4:55/km, last time 3 × 8 min on Wed 25 Nov. Raises the pace you can hold for an hour, 9 weeks before City Half. " +
			"Wednesday: 48 h after Monday's long run."},
		{"fresh legs, and what comes next", reason.Session{
			Date: monday + 1, Title: "Hill repeats 6 × 45 s", Family: "R-HILL", Sport: training.Run, Load: minutes(40), Pace: "effort 8 of 10", Key: true, Hard: true, Fresh: true,
			Before: &reason.Neighbour{Name: "long run", Date: monday - 1, Hours: 47}, After: &reason.Neighbour{Name: "tempo run", Date: monday + 4, Hours: 72},
		}, "Hill repeats: 6 × 45 s at effort 8 of 10. Builds power and form, with less shock to the legs than flat speed. " +
			"Fresh legs on Tuesday: 47 h after Sunday's long run. 72 h are left until Friday's tempo run."},
		{"what is on the bar by a maximum", reason.Session{
			Date: monday, Title: "Maximal strength A: squat, press – 4 × 5", Family: "Q-STR", Sport: training.Strength, Load: minutes(50), Hard: true,
			Weights: []reason.Weight{{Exercise: "back-squat", Kilograms: 145, Max: 180}, {Exercise: "bench-press", Kilograms: 102.5, Was: 100, On: monday - 7}},
		}, "Maximal strength A: squat, press – 4 × 5. Back squat 145 kg, 81 % of your 180 kg. Bench press 102.5 kg, 2.5 kg more than on Mon 23 Nov. " +
			"Builds force that makes each step and stroke cheaper."},
		{"other lifts than the last time", reason.Session{
			Date: monday, Title: "Maximal strength B: deadlift, row – 4 × 5", Family: "Q-STR", Sport: training.Strength, Load: minutes(50), Hard: true,
			Last: &reason.Last{Date: monday - 4, Title: "Maximal strength A: squat, press – 4 × 5", Other: true},
		}, "Maximal strength B: deadlift, row – 4 × 5, last done on Thu 26 Nov with other lifts. Builds force that makes each step and stroke cheaper."},
		{"after what is still to be done", reason.Session{
			Date: monday, Title: "Threshold run 4 × 7 min", Family: "R-THR", Sport: training.Run, Load: minutes(55), Hard: true,
			Last: &reason.Last{Date: monday - 6, Title: "Threshold run 3 × 8 min", Minutes: 55, Ahead: true},
		}, "Threshold run: 4 × 7 min, after the planned 3 × 8 min of Tue 24 Nov. Raises the pace you can hold for an hour."},
		{"longer than what is still to be done", reason.Session{
			Date: monday + 6, Title: "Long run 95 min", Family: "R-LONG", Sport: training.Run, Load: minutes(95),
			Last: &reason.Last{Date: monday - 1, Title: "Long run 90 min", Minutes: 90, Ahead: true},
		}, "Long run: 95 min, 5 min longer than what is planned for Sun 29 Nov. Builds endurance and time on your feet. It lasts 95 min: take 30 to 60 g of carbohydrate an hour."},
		{"at the pace of a race", reason.Session{
			Date: monday + 6, Title: "Long run with 10 km at marathon pace", Family: "R-LMP", Sport: training.Run, Load: minutes(85), Hard: true, Pace: "4:50–4:56/km",
		}, "Long run with 10 km at marathon pace, 4:50–4:56/km. Practises marathon pace inside a long run."},
		{"the first of its kind", reason.Session{
			Date: monday, Title: "VO2max ride 4 × 3 min", Family: "B-VO2", Sport: training.Ride, Load: minutes(50), Pace: "270–286 W", Known: true, Hard: true,
		}, "VO2max ride: 4 × 3 min at 270–286 W, your first on record. Raises the ceiling of what the heart can deliver on the bike."},
		{"no pace is known", reason.Session{
			Date: monday, Title: "Tempo run 20 min", Family: "R-TEMPO", Sport: training.Run, Load: minutes(50), Hard: true,
		}, "Tempo run: 20 min. Trains you to hold a comfortably hard pace."},
		{"the title tells the whole length", reason.Session{
			Date: monday, Title: "Sweet-spot ride, 45 min", Family: "B-SS", Sport: training.Ride, Load: minutes(45), Pace: "202–215 W", Hard: true,
		}, "Sweet-spot ride: 45 min, the work at 202–215 W. Lifts threshold in little time."},
		{"a long session that grows", reason.Session{
			Date: monday + 13, Title: "Long ride 2 h 30 min", Family: "B-LONG", Sport: training.Ride, Load: minutes(150), Key: true, Hard: true, Longest: true,
			Last: &reason.Last{Date: monday + 6, Title: "Long ride 2 h 15 min", Minutes: 135},
		}, "Long ride: 2 h 30 min, 15 min longer than on Sun 6 Dec. Builds endurance in the saddle. It is the week's longest ride. " +
			"It lasts 150 min: take 30 to 60 g of carbohydrate an hour."},
		{"a long session beside what was done", reason.Session{
			Date: monday + 6, Title: "Long run 80 min", Family: "R-LONG", Sport: training.Run, Load: minutes(80), Hard: true, Recent: &reason.Done{Date: monday - 8, Minutes: 84},
		}, "Long run: 80 min, 4 min shorter than the longest run of 30 days, on Sun 22 Nov. Builds endurance and time on your feet."},
		{"an easy one between two hard ones", reason.Session{
			Date: monday + 3, Title: "Easy run 45 min", Family: "R-EASY", Sport: training.Run, Load: minutes(45),
			Before: &reason.Neighbour{Name: "threshold run", Date: monday + 2, Hours: 24}, After: &reason.Neighbour{Name: "long run", Date: monday + 5, Hours: 48},
		}, "Easy run: 45 min. Adds running at little cost. Easy between Wednesday's threshold run and Saturday's long run."},
		{"wished for", reason.Session{
			Date: monday + 1, Title: "Easy ride 60 min", Family: "B-EASY", Sport: training.Ride, Load: minutes(60), Wish: "easy ride on Tuesday",
			UsualDay: &reason.Usual{Times: 5, Weeks: 6},
		}, "Easy ride: 60 min. Adds endurance without impact. You asked for it: “easy ride on Tuesday”."},
		{"on the only day that has room", reason.Session{
			Date: monday + 6, Title: "Long swim 3 × 700 m", Family: "S-LONG", Sport: training.Swim, Load: minutes(58), Hard: true, Window: 90,
		}, "Long swim: 3 × 700 m. Builds up the distance you can swim. Sunday is the one day of the week with room for it: 90 min."},
		{"on its usual day", reason.Session{
			Date: monday, Title: "Maximal strength A: squat, deadlift, press – 4 × 5", Family: "Q-STR", Sport: training.Strength, Load: minutes(50), Hard: true,
			Last: &reason.Last{Date: monday - 4, Title: "Maximal strength A: squat, deadlift, press – 3 × 5"}, UsualDay: &reason.Usual{Times: 6, Weeks: 6},
		}, "Maximal strength A: squat, deadlift, press – 4 × 5, last time 3 × 5 on Thu 26 Nov. Builds force that makes each step and stroke cheaper. " +
			"You lifted on 6 of the last 6 Mondays."},
		{"the day before the race", reason.Session{
			Date: monday + 64, Title: "Openers 4 × 1 min", Family: "R-OPEN", Sport: training.Run, Load: minutes(25), Pace: "4:40–4:45/km", Event: half,
		}, "Openers: 4 × 1 min at 4:40–4:45/km. Wakes the legs without tiring them, 1 day before City Half."},
		{"after the race", reason.Session{
			Date: monday + 68, Title: "Walk 30 min", Family: "A-WALK", Sport: training.Walk, Load: minutes(30), Event: half,
		}, "Walk: 30 min. Keeps you moving at almost no cost, 3 days after City Half."},
		{"just before another", reason.Session{
			Date: monday, Title: "Long run 60 min", Family: "R-LONG", Sport: training.Run, Load: minutes(60), Hard: true,
			After: &reason.Neighbour{Name: reason.Name("H-COMP", training.MultiSport, minutes(50)), Date: monday, Hours: 1},
		}, "Long run: 60 min. Builds endurance and time on your feet. 1 h is left until the same day's compromised run."},
		{"of no family", reason.Session{
			Date: monday, Title: "Coach's mystery", Sport: training.Ride, Load: &training.Load{DurationSeconds: 3600, Demand: training.Demand{HighIntensity: true}}, Hard: true,
		}, "Coach's mystery. Trains at and above threshold."},
	} {
		if got := reason.NewWriter(monday, 9).Session(&c.facts).Says; got != c.says {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.says)
		}
	}
}

// The same session again and again is not told in the same sentences within a week, nor in more than one of three.
func TestNothingIsSaidTwiceInAWeek(t *testing.T) {
	const sessions = 20
	w, seen, times := reason.NewWriter(monday, sessions), map[string]int{}, map[string]int{}
	for n := range sessions {
		s := reason.Session{Date: monday.AddDays(n / 2), Start: training.LocalTime(420 + 60*(n%2)), Title: "Easy run 45 min", Family: "R-EASY", Sport: training.Run, Load: minutes(45)}
		for _, sentence := range strings.SplitAfter(w.Session(&s).Says, ". ") {
			sentence = strings.TrimSpace(sentence)
			if before, again := seen[sentence]; again && before == n/14 {
				t.Errorf("session %d says again %q", n, sentence)
			}
			seen[sentence] = n / 14
			if times[sentence]++; 3*times[sentence] > sessions {
				t.Errorf("%q is said %d times", sentence, times[sentence])
			}
		}
	}
}

func TestRest(t *testing.T) {
	tempo, long := &reason.Neighbour{Name: "tempo run", Date: monday + 1}, &reason.Neighbour{Name: "long run", Date: monday + 3}
	race := &reason.Event{Name: "City Half", Date: monday + 4}
	for _, c := range []struct {
		name  string
		facts reason.Rest
		says  string
	}{
		{"event", reason.Rest{Date: monday + 4, Cause: reason.RaceDay, Event: race}, "City Half is on this Friday."},
		{"wish", reason.Rest{Date: monday + 3, Cause: reason.Wished, Quote: "rest on Thursday"}, "Thursday is free, as you asked: “rest on Thursday”."},
		{"race of the wish", reason.Rest{Date: monday, Cause: reason.Racing, Quote: "parkrun"}, "Monday is kept for the race you wrote of: “parkrun”."},
		{"ill", reason.Rest{Date: monday, Cause: reason.Ill}, "Nothing on Monday, as your check-in says that you are ill."},
		{"skipped", reason.Rest{Date: monday, Cause: reason.GivenUp}, "Monday's session was skipped, and nothing makes up for it."},
		{"no hours", reason.Rest{Date: monday, Cause: reason.NoHours}, "You have no hours to train in on Mon 30 Nov."},
		{"the day is over", reason.Rest{Date: monday, Cause: reason.Over}, "What is left of Monday is too short for a session."},
		{"locked", reason.Rest{Date: monday, Cause: reason.Locked}, "You locked Monday."},
		{"what stands is kept", reason.Rest{Date: monday, Cause: reason.Standing, Until: monday + 9}, "What is planned up to Wed 9 Dec stays as it is; Monday gets nothing added."},
		{"the day before the event, after hard work", reason.Rest{Date: monday + 2, Event: race, Before: tempo, Sessions: 3, Minutes: 90},
			"Rest, 2 days before City Half. Rest after Tuesday's tempo run."},
		{"between hard sessions on a usual day off", reason.Rest{Date: monday + 2, Before: tempo, After: long, Weeks: 6, Sessions: 3, Minutes: 90},
			"A free day between Tuesday's tempo run and Thursday's long run. Wednesday is a day off as before: none of the last 6 had a session."},
		{"the week is full", reason.Rest{Date: monday, Sessions: 4, Minutes: 230}, "Free: the week has 4 sessions, 230 min, on other days."},
		{"a rule leaves no room", reason.Rest{Date: monday, Sessions: 1, Minutes: 75, Rule: &reason.Forbidden{
			Rule: "RET-3", Says: "On Mon 30 Nov, after illness, the load is 18 TSS; at most 7 are allowed.", Session: "recovery run", Minutes: 25}},
			"Monday stays free by rule RET-3: even with the shortest recovery run, 25 min, on Mon 30 Nov, after illness, the load is 18 TSS; at most 7 are allowed."},
		{"an empty week", reason.Rest{Date: monday}, "Monday is free: none of these seven days has a session."},
	} {
		if got := reason.NewWriter(monday, 9).Rest(&c.facts); got != c.says {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.says)
		}
	}
	w, seen := reason.NewWriter(monday, 42), map[string]bool{}
	for n := range 7 {
		said := w.Rest(&reason.Rest{Date: monday.AddDays(n), Cause: reason.NoHours})
		if said == "" || seen[said] {
			t.Errorf("day %d says %q, empty or again", n, said)
		}
		seen[said] = true
	}
}

func TestWeek(t *testing.T) {
	half := &season.Event{Name: "City Half", Date: monday + 65, Sport: training.Run}
	long := season.Slot{Role: season.L, Sport: training.Run, Families: []session.ID{"R-LONG"}, Minutes: 85}
	easy := season.Slot{Role: season.E, Sport: training.Run, Families: []session.ID{"R-EASY"}, Minutes: 45}
	lift := season.Slot{Role: season.S, Sport: training.Strength, Families: []session.ID{"Q-STR"}, Minutes: 50}
	build := season.Week{First: monday, Standing: season.Standing{Phase: session.Build, Event: half}, Minutes: 285, Slots: []season.Slot{long, easy, lift},
		LeftOut: []season.LeftOut{{What: "R-STR", Why: "the week's minutes are full"}, {What: "4 min", Why: "the easy sessions are long enough"}}}
	back := build
	back.First, back.StepBack, back.Full, back.Minutes, back.LeftOut = monday+7, true, 3, 200, nil
	double := back
	double.Full, double.Standing.Phase = 0, session.Specific
	double.Slots = append([]season.Slot{{Role: season.K, Sport: training.Run, Families: []session.ID{"R-THR"}, Minutes: 50}}, back.Slots...)
	race := season.Week{First: monday + 63, Standing: season.Standing{Phase: session.Taper, Event: half}, Minutes: 90,
		Slots: []season.Slot{easy, {Role: season.RaceDay, Sport: training.Run, Minutes: 110, Why: "City Half"}}}
	lifting := season.Week{First: monday, Standing: season.Standing{Phase: session.Base, Week: 1}, Minutes: 140, Slots: []season.Slot{easy, lift, lift}}
	locked := season.Week{First: monday, Standing: season.Standing{Phase: session.Off}, Minutes: 85, Slots: []season.Slot{{Role: season.L, Sport: training.Run, Minutes: 85, Lock: 1}}}
	full := locked
	full.LeftOut = []season.LeftOut{{What: "17 min", Why: "the easy sessions are long enough"}}
	for _, c := range []struct {
		name  string
		week  *season.Week
		past  int
		after *season.Week
		says  string
	}{
		{"build", &build, 255, nil, "Week 2 from Mon 30 Nov: build, 9 weeks before City Half: endurance stays easy, before harder work. " +
			"It aims at 285 min, 30 more than the 255 of the week before. The one to keep is the long run of about 85 min; if time is short, the easy run of about 45 min " +
			"goes first. Left out: the easy run with strides, as the week's minutes are full."},
		{"a step back in the same phase", &back, 285, &build, "Week 2 from Mon 7 Dec: build, 8 weeks before City Half; a step-back week after 3 full weeks, so that the body takes in what they have asked of it. " +
			"It aims at 200 min, 85 fewer than the 285 of the week before."},
		{"a step back after a long weekend", &double, 285, nil, "Week 2 from Mon 7 Dec: race-specific work, 8 weeks before City Half: the sessions come close to what the race asks; " +
			"a step-back week after two long days in a row, so that the legs come round. It aims at 200 min, 85 fewer than the 285 of the week before. " +
			"The one to keep is the long run of about 85 min; if time is short, the easy run of about 45 min goes first."},
		{"minutes without a session", &full, 0, nil, "Week 2 from Mon 30 Nov: maintenance: steady habits without a race to point to. It aims at 85 min. " +
			"Left out: 17 min more, as the easy sessions are long enough."},
		{"race week", &race, 0, nil, "Week 2 from Mon 1 Feb: taper, with City Half on Wed 3 Feb: less training, so that you arrive rested. It aims at 90 min. " +
			"The one to keep is City Half; if time is short, the easy run of about 45 min goes first."},
		{"strength first", &lifting, 140, nil, "Week 2 from Mon 30 Nov: base, its week 2 in a wave of eight weeks: strength comes first, with endurance beside it. " +
			"It aims at 140 min, as many as the week before. The one to keep is the maximal strength session of about 50 min; if time is short, the easy run of about 45 min goes first."},
		{"all is locked", &locked, 0, nil, "Week 2 from Mon 30 Nov: maintenance: steady habits without a race to point to. It aims at 85 min."},
	} {
		if got := reason.Week(c.week, 2, c.past, 0, c.after); got != c.says {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.says)
		}
	}
	if got := reason.Week(&build, 2, 255, 45, &back); !strings.Contains(got, "30 more than the 255 of the week before, 45 of them still to be done.") {
		t.Errorf("what is still ahead is told as done: %s", got)
	}
	test := season.Week{First: monday, Standing: season.Standing{Phase: session.Base, Test: true}, StepBack: true, Minutes: 200, Slots: []season.Slot{easy, lift}}
	if got := reason.Week(&test, 1, 0, 0, nil); strings.Contains(got, "test week") {
		t.Errorf("a week without a test: %s", got)
	}
	test.Slots = append(test.Slots, season.Slot{Role: season.TestRole, Sport: training.Run, Families: []session.ID{"R-TEST"}, Minutes: 50})
	if got := reason.Week(&test, 1, 0, 0, nil); !strings.Contains(got, "a test week: a new measure") {
		t.Errorf("a week with a test: %s", got)
	}
	lifting.Standing.Lifts, lifting.Slots = true, []season.Slot{lift, lift}
	lifting.Slots[1].Serves, lifting.Slots[1].Families = true, []session.ID{"Q-UPPER"}
	if got := reason.Week(&lifting, 1, 0, 0, nil); strings.Contains(got, "endurance") || !strings.Contains(got, "The one to keep is the upper body session") {
		t.Errorf("lifts alone, for the bench: %s", got)
	}
}

func TestFortnight(t *testing.T) {
	half := &season.Event{Name: "City Half", Date: monday + 65, Sport: training.Run, DistanceMeters: 21097}
	for _, c := range []struct {
		aim  reason.Aim
		says string
	}{
		{reason.Aim{From: monday, Event: half, Long: 85, Peak: 120, PeakFrom: monday + 35},
			"The goal is City Half, read as a half marathon, on Wed 3 Feb 2027, 9 weeks away. " +
				"The long session is 85 min now and 120 min at its longest, in the week from Mon 4 Jan 2027."},
		{reason.Aim{From: monday, Event: &season.Event{Name: "Spring Marathon", Date: monday + 30, Sport: training.Run, Format: training.RunMarathon}}, "The goal is Spring Marathon on Wed 30 Dec 2026, 4 weeks away."},
		{reason.Aim{From: monday, Event: &season.Event{Name: "HYROX", Date: monday + 30, Sport: training.Other, Format: training.Hyrox}}, "The goal is HYROX on Wed 30 Dec 2026, 4 weeks away."},
		{reason.Aim{From: monday + 65, Event: half}, "The goal is City Half, read as a half marathon, on the first day."},
		{reason.Aim{From: monday + 68, Event: half}, "City Half, read as a half marathon, was on Wed 3 Feb 2027, 3 days ago."},
		{reason.Aim{From: monday, Goal: season.Goal{Kind: training.GoalHealth, Words: "get fit"}, Long: 60, Peak: 60},
			"Your goal, “get fit”, is read as health and steady habits. The long session is at its longest with this week's 60 min."},
		{reason.Aim{From: monday, Stated: true, Goal: season.Goal{Kind: training.GoalAddSport}}, "The goal is adding a sport."},
		{reason.Aim{From: monday, Goal: season.Goal{
			Kind: training.GoalStrength, Words: "squat 140 kg and bench 100 kg", Lifts: []training.ExerciseID{"back-squat", "bench-press"}, ExerciseID: "back-squat", TargetKilograms: 140,
		}}, "Your goal, “squat 140 kg and bench 100 kg”, is read as a back squat of 140 kg and a stronger bench press."},
		{reason.Aim{From: monday, Stated: true, Goal: season.Goal{Kind: training.GoalAddSport, Sports: []training.Sport{training.Swim, training.Strength}}}, "The goal is adding swimming and lifting."},
		{reason.Aim{From: monday, Format: training.Run10K, Goal: season.Goal{Kind: training.GoalRace}},
			"No event and no goal are set: the plan is for a season without an event, built like one for a 10 km run."},
	} {
		if got := reason.Fortnight(&c.aim); got != c.says {
			t.Errorf("\n got %s\nwant %s", got, c.says)
		}
	}
}

// Every family has words, no two wordings of one are alike, and none claims a number or a day, which it could not know.
func TestEveryFamilyHasWords(t *testing.T) {
	for _, f := range session.All() {
		load := minutes(60)
		w, said := reason.NewWriter(monday, 9), map[string]bool{}
		for n := range 2 {
			text := w.Session(&reason.Session{Date: monday.AddDays(n), Title: "A title", Family: f.ID, Sport: f.Sport, Load: load})
			_, aim, two := strings.Cut(text.Says, ". ")
			if !two || said[aim] {
				t.Errorf("%s: %q has no purpose, or the same again", f.ID, text.Says)
			}
			said[aim] = true
			if name := reason.Name(f.ID, f.Sport, load); name == "" || name == "strength session" || name == f.Sport.Name() && f.ID != "A-WALK" && f.ID != "A-HIKE" {
				t.Errorf("%s is called %q", f.ID, name)
			}
			for _, kind := range []string{"5 km", "10 km", "2 km"} {
				aim = strings.ReplaceAll(aim, kind, "")
			}
			if strings.ContainsFunc(aim, unicode.IsDigit) {
				t.Errorf("%s: %q has a number", f.ID, aim)
			}
		}
	}
}

func TestPace(t *testing.T) {
	threshold, ftp := 300, 250
	p := training.Profile{Thresholds: training.Thresholds{ThresholdSecondsPerKilometer: &threshold, FTPWatts: &ftp}}
	write := func(id session.ID) training.Workout {
		f, _ := session.Find(id)
		return f.Write(session.Dose{Family: id, Level: 3})
	}
	for _, c := range []struct {
		family session.ID
		p      *training.Profile
		says   string
	}{
		{"R-THR", &p, "4:57–5:09/km"}, {"R-THR", &training.Profile{}, "effort 8 of 10"}, {"B-THR", &p, "240–250 W"}, {"R-HILL", &p, "effort 8 of 10"},
		{"R-EASY", &p, ""}, {"R-LONG", &p, ""}, {"Q-STR", &p, ""}, {"X-BRICK", &p, ""}, {"R-STR", &p, ""},
	} {
		w := write(c.family)
		if got := reason.Pace(&w, c.p, c.family); got != c.says {
			t.Errorf("%s: got %q, want %q", c.family, got, c.says)
		}
	}
}
