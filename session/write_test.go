package session

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fortnight/training"
)

var everyLevel = []training.Level{training.Novice, training.Intermediate, training.Advanced}

// ours tells whether a family is of endurance: those of strength and of several sports have tests of their own.
func ours(f *Family) bool { return strings.ContainsAny(string(f.ID[:1]), "RBSWKA") }

// each calls visit with many doses of every family of endurance.
func each(visit func(f *Family, d Dose, w training.Workout)) {
	for _, f := range All() {
		if !ours(&f) {
			continue
		}
		for level := min(1, f.Rungs); level <= f.Rungs; level++ {
			for _, who := range everyLevel {
				for _, minutes := range []int{0, f.Minutes.Low, (f.Minutes.Low + f.Minutes.High) / 10 * 5, f.Minutes.High} {
					d := Dose{Family: f.ID, Level: level, Minutes: minutes, For: who}
					visit(&f, d, f.Write(d))
				}
			}
		}
	}
}

func TestEveryDoseIsAValidWorkout(t *testing.T) {
	each(func(f *Family, d Dose, w training.Workout) {
		if err := w.Validate(); err != nil {
			t.Fatalf("%s: %v", w.Title, err)
		}
		if w.Sport != f.Sport || w.Focus != f.Focus || w.Revision != 1 || len(w.ID) != 36 {
			t.Errorf("%s: sport %s, focus %s, revision %d, id %s", w.Title, w.Sport, w.Focus, w.Revision, w.ID)
		}
		if w.Tags[0] != strings.ToLower(string(f.ID)) {
			t.Errorf("%s: tags %v", w.Title, w.Tags)
		}
		if sentences := strings.Count(w.Description+" ", ". "); sentences < 2 || sentences > 5 {
			t.Errorf("%s: %d sentences", f.ID, sentences)
		}
		for _, want := range []training.Intent{training.IntentWarmUp, training.IntentWork, training.IntentCoolDown} {
			if !has(w, want) {
				t.Errorf("%s has no %s", w.Title, want)
			}
		}
	})
}

func has(w training.Workout, intent training.Intent) bool {
	for _, p := range OutlineOf(&w).Pieces {
		if p.Intent == intent {
			return true
		}
	}
	return false
}

// tops are the rungs that cannot be done within the family's minutes at reference speed, which the specification asks for all the same, and
// novices' sessions of which the main set may only be two fifths: far above what caps let anybody do.
func tops(f *Family, d Dose) bool {
	return f.ID == "R-RPH" && d.Level >= 8 || (f.ID == "S-END" || f.ID == "W-LINT") && d.Level == f.Rungs || d.For == training.Novice && d.Level > 3
}

// A session lasts what its dose asks for, less what is no whole minute, and is within its family's minutes. What is swum ends less than a length of
// fifty metres before.
func TestLengthIsWhatTheDoseAsksFor(t *testing.T) {
	each(func(f *Family, d Dose, w training.Workout) {
		minutes := float64((w.DurationSeconds + 59) / 60)
		swum := f.Sport == training.Swim && f.ID != "S-OW"
		if swum {
			minutes = float64((w.DurationSeconds + 99) / 60)
		}
		if !tops(f, d) && (minutes < float64(f.Minutes.Low) || w.DurationSeconds > f.Minutes.High*60) {
			t.Errorf("%s for %s lasts %.1f min, outside %v", w.Title, d.For, float64(w.DurationSeconds)/60, f.Minutes)
		}
		if d.Minutes == f.Minutes.High && !swum && !tops(f, d) && int(minutes) != d.Minutes {
			t.Errorf("%s lasts %.1f min, not the %d that are asked for", w.Title, minutes, d.Minutes)
		}
	})
}

func TestNovicesAndStepBacksMayGoBelow(t *testing.T) {
	f, _ := Find("R-EASY")
	if got := f.Write(Dose{Minutes: 15, For: training.Novice}).DurationSeconds; got != 15*60 {
		t.Errorf("15 minutes last %d s", got)
	}
	if got := f.Write(Dose{Minutes: 5, For: training.Novice}).DurationSeconds; got != 15*60 {
		t.Errorf("nothing goes below 0.6 of 25 minutes: %d s", got)
	}
}

func TestANovicesMainSetIsAtMostTwoFifths(t *testing.T) {
	for _, id := range []ID{"R-TEMPO", "R-THR", "R-HILL", "R-FART", "R-RP5", "R-RP10", "B-TEMPO", "B-SS", "S-CSS", "W-UT1"} {
		f, _ := Find(id)
		for level := 1; level <= min(4, f.Rungs); level++ {
			w := f.Write(Dose{Level: level, Minutes: f.Minutes.Low, For: training.Novice})
			if work := workOf(mainOf(w)); float64(work) > 0.4*float64(w.DurationSeconds)+80 { // a swim ends a length early
				t.Errorf("%s: %d s of %d", w.Title, work, w.DurationSeconds)
			}
		}
	}
}

func TestIdentityFollowsFromTheInstructions(t *testing.T) {
	blocks := map[training.WorkoutID]training.Workout{}
	each(func(f *Family, d Dose, w training.Workout) {
		if again := f.Write(d); again.ID != w.ID || !reflect.DeepEqual(again, w) {
			t.Errorf("%s is not the same twice", w.Title)
		}
		if other, seen := blocks[w.ID]; seen && (!reflect.DeepEqual(other.Blocks, w.Blocks) || other.Title != w.Title) {
			t.Errorf("%s and %s share an identity", w.Title, other.Title)
		}
		blocks[w.ID] = w
	})
	if len(blocks) < 1000 {
		t.Errorf("only %d different workouts", len(blocks))
	}
	f, _ := Find("R-THR")
	if got := f.Write(Dose{Level: 5, Minutes: 60, For: training.Intermediate}).ID; got != "81f6e862-bc44-5228-bf3e-c583b7730fde" {
		t.Errorf("an identity has changed: %s", got)
	}
}

// The worked fortnights of the coaching specification (section 10) can be written as they stand.
func TestWorkedSessionsFitTheirMinutes(t *testing.T) {
	for _, c := range []struct {
		dose  Dose
		title string
	}{
		{Dose{Family: "R-HILL", Level: 1, Minutes: 25, For: training.Novice}, "Hill repeats 6 × 30 s"},
		{Dose{Family: "R-STR", Level: 1, Minutes: 25, For: training.Novice}, "Easy run with 4 × 15 s strides"},
		{Dose{Family: "B-EASY", Minutes: 20, For: training.Novice}, "Easy ride 20 min"},
		{Dose{Family: "A-WALK", Minutes: 15, For: training.Novice}, "Walk 15 min"},
		{Dose{Family: "R-TEMPO", Level: 3, Minutes: 55, For: training.Intermediate}, "Tempo run 20 min"},
		{Dose{Family: "R-THR", Level: 3, Minutes: 50, For: training.Intermediate}, "Threshold run 3 × 6 min"},
		{Dose{Family: "R-LONG", Minutes: 79, For: training.Intermediate}, "Long run 79 min"},
		{Dose{Family: "R-TEMPO", Level: 4, Minutes: 62, For: training.Intermediate}, "Tempo run 2 × 12 min"},
		{Dose{Family: "R-SHARP", Minutes: 45, Pace: 0.89, For: training.Intermediate}, "Race-week sharpener 3 km"},
		{Dose{Family: "R-OPEN", Minutes: 20, For: training.Intermediate}, "Openers 3 × 1 min"},
		{Dose{Family: "B-REC", Minutes: 25, For: training.Intermediate}, "Recovery ride 25 min"},
		{Dose{Family: "B-SS", Level: 4, Minutes: 65, For: training.Intermediate}, "Sweet-spot ride 3 × 10 min"},
		{Dose{Family: "B-CAD", Level: 2, Minutes: 60, For: training.Intermediate}, "Easy ride with 8 × 1 min of quick legs"},
		{Dose{Family: "B-SS", Level: 6, Minutes: 80, For: training.Advanced}, "Sweet-spot ride 2 × 20 min"},
		{Dose{Family: "R-WALK", Level: 1, Minutes: 30, For: training.Novice}, "Run and walk 8 × 1 min"},
		{Dose{Family: "R-WALK", Level: 2, Minutes: 30, For: training.Novice}, "Run and walk 6 × 90 s"},
		{Dose{Family: "W-LINT", Level: 4, Minutes: 55, For: training.Intermediate}, "Long-interval row 5 × 1000 m"},
		{Dose{Family: "W-THR", Level: 3, Minutes: 50, For: training.Intermediate}, "Threshold row 3 × 6 min"},
		{Dose{Family: "W-2KI", Level: 3, Minutes: 55, For: training.Intermediate}, "2 km intervals 6 × 500 m"},
		{Dose{Family: "W-LINT", Level: 5, Minutes: 60, For: training.Intermediate}, "Long-interval row 4 × 1500 m"},
	} {
		f, _ := Find(c.dose.Family)
		if w := f.Write(c.dose); w.Title != c.title || w.DurationSeconds > 60*c.dose.Minutes || w.DurationSeconds <= 60*c.dose.Minutes-60 {
			t.Errorf("%s of %d min: %q, %d s", c.dose.Family, c.dose.Minutes, w.Title, w.DurationSeconds)
		}
	}
	f, _ := Find("S-CSS")
	if w := f.Write(Dose{Level: 6, Minutes: 60, For: training.Advanced}); w.Title != "CSS swim 7 × 200 m" || w.DurationSeconds > 3600 || w.DurationSeconds < 3500 {
		t.Errorf("%q, %d s", w.Title, w.DurationSeconds)
	}
}

// A slow swimmer's hour is fewer metres, not more minutes.
func TestMetresKeepToTheMinutesOfTheAthlete(t *testing.T) {
	slow := 150
	f, _ := Find("S-END")
	w := f.Write(Dose{Level: 3, Minutes: 60, For: training.Intermediate, At: training.Thresholds{CriticalSwimSecondsPer100Meters: &slow}})
	if w.DurationSeconds > 3600 || w.DurationSeconds < 3450 {
		t.Errorf("%d s", w.DurationSeconds)
	}
	if reference := f.Write(Dose{Level: 3, Minutes: 60, For: training.Intermediate}); reference.ID == w.ID {
		t.Error("both have the same identity")
	}
}

func TestRacePaceIsTheDoses(t *testing.T) {
	f, _ := Find("R-RP10")
	for _, p := range OutlineOf(ptr(f.Write(Dose{Level: 3, Pace: 1.02, For: training.Intermediate}))).Pieces {
		if p.Intent == training.IntentWork && (p.At() < 1.0199 || p.At() > 1.0201) {
			t.Errorf("written at %g", p.At())
		}
	}
}

// What a family is called stands alone, in lists and in sentences, and says which of a sport's families it is.
func TestTitlesOfFamiliesStandAlone(t *testing.T) {
	called := map[string]ID{}
	for _, f := range All() {
		words := strings.Fields(f.Title)
		if last := words[len(words)-1]; slices.Contains([]string{"with", "of", "at", "and", "for", "on", "in"}, last) {
			t.Errorf("%s: %q ends in the middle", f.ID, f.Title)
		}
		name := string(f.Sport) + f.Title
		if other, taken := called[name]; taken {
			t.Errorf("%s and %s are both called %q", other, f.ID, f.Title)
		}
		called[name] = f.ID
		if w := f.Write(Dose{Level: 1, For: training.Intermediate, Who: Lifter{Level: training.Intermediate, Months: 24}}); !strings.HasPrefix(w.Title, f.Lead()) {
			t.Errorf("%s: a dose is %q, which does not begin with %q", f.ID, w.Title, f.Lead())
		}
	}
}

// What families are for is told to users, and searched for: each in a sentence that no other has and that reads alone.
func TestPurposesAreSentences(t *testing.T) {
	told := map[string]ID{}
	for _, f := range All() {
		if other, taken := told[strings.ToLower(f.Purpose)]; taken {
			t.Errorf("%s and %s are both for %q", other, f.ID, f.Purpose)
		}
		told[strings.ToLower(f.Purpose)] = f.ID
		first, _ := utf8.DecodeRuneInString(f.Purpose)
		if n := len(f.Purpose); n < 20 || n > 100 || !unicode.IsUpper(first) || strings.Index(f.Purpose, ".") != n-1 {
			t.Errorf("%s: %q is no sentence of 20 to 100 letters", f.ID, f.Purpose)
		}
	}
}

func TestTheTableIsWhole(t *testing.T) {
	seen := map[ID]bool{}
	for _, f := range All() {
		if seen[f.ID] {
			t.Errorf("%s is there twice", f.ID)
		}
		seen[f.ID] = true
		if f.Work == nil || f.Write == nil || f.Read == nil || f.Minutes.Low <= 0 || f.Minutes.High < f.Minutes.Low || f.Title == "" || f.Purpose == "" || f.Windows == 0 {
			t.Errorf("%s is not whole", f.ID)
		}
		if found, known := Find(f.ID); !known || found.ID != f.ID {
			t.Errorf("%s is not found", f.ID)
		}
	}
	for _, id := range strings.Fields("R-REC R-EASY R-STR R-WALK R-STEADY R-LONG R-ML R-LPROG R-LMP R-TRAIL R-B2B R-TEMPO R-THR R-FART R-HILL R-HSPR R-VO2 R-REP R-RP5 R-RP10 R-RPH " +
		"R-OPEN R-SHARP R-TEST B-REC B-EASY B-CAD B-LONG B-TEMPO B-SS B-THR B-OU B-TORQ B-VO2 B-3015 B-ANA B-SPR B-RPTT B-RP70 B-LRP B-GROUP B-OPEN B-TEST " +
		"S-REC S-TECH S-END S-LONG S-CSS S-VO2 S-SPR S-RP S-OW S-OPEN S-TEST W-REC W-EASY W-LONG W-UT1 W-THR W-LINT W-2KI W-OPEN W-TEST K-EASY K-INT A-WALK A-HIKE A-AQUA") {
		if !seen[ID(id)] {
			t.Errorf("%s is missing", id)
		}
	}
	if _, known := Find("R-NONE"); known {
		t.Error("R-NONE is found")
	}
}

// A session at race pace is as near to the pace of the race as it stays what it is: read back it has its rung, at any pace.
func TestRacePaceStaysWithinItsFamily(t *testing.T) {
	for _, id := range []ID{"R-RP5", "R-RP10", "R-RPH", "R-LMP", "R-SHARP", "R-OPEN"} {
		f, _ := Find(id)
		for _, pace := range []float64{0.6, 0.8, 0.88, 0.95, 1, 1.05, 1.2} {
			for level := min(1, f.Rungs); level <= f.Rungs; level++ {
				w := f.Write(Dose{Family: id, Level: level, For: training.Advanced, Pace: pace})
				read, known := LevelOf(w)
				if !known || read.Family != id || f.Rungs > 0 && read.Level != level {
					t.Errorf("%s on rung %d at %.2f is read as %s on %d", id, level, pace, read.Family, read.Level)
				}
			}
		}
	}
}
