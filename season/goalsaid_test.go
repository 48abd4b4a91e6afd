package season

import (
	_ "embed"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fortnight/training"
)

//go:embed testdata/goals.tsv
var goalsSaid string

// Goals as people write them in a profile, judged before they were read.
func TestGoalsAsPeopleSayThem(t *testing.T) {
	number := func(text string) float64 {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	rows := 0
	for line := range strings.Lines(goalsSaid) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 7 {
			t.Fatalf("%d columns in %q", len(f), line)
		}
		rows++
		g := FromWords(f[0], []training.Sport{training.Run})
		kind := string(g.Kind)
		if g.NotUnderstood {
			kind = "NOT_UNDERSTOOD"
		}
		allowed := func(is, list string) bool { return list == "" || slices.Contains(strings.Split(list, "|"), is) }
		switch seconds, watts, kg := number(f[3]), number(f[4]), number(f[5]); {
		case !allowed(kind, f[1]) || !allowed(string(g.Format), f[2]):
			t.Errorf("%q is %s %s, want %s %s", f[0], kind, g.Format, f[1], f[2])
		case seconds > 0 && g.TargetSeconds != int(seconds), seconds == 0 && g.TargetSeconds != 0 && !strings.Contains(f[1], "TIME"):
			t.Errorf("%q wants %d s, not %s", f[0], g.TargetSeconds, f[3])
		case g.TargetWatts != int(watts), kg > 0 && math.Abs(g.TargetKilograms-kg) > 1:
			t.Errorf("%q wants %d W and %.1f kg, not %s and %s", f[0], g.TargetWatts, g.TargetKilograms, f[4], f[5])
		case f[6] != "" && (len(g.Sports) == 0 || string(g.Sports[0]) != f[6]):
			t.Errorf("%q is of %v, want %s", f[0], g.Sports, f[6])
		}
	}
	if rows < 200 {
		t.Errorf("only %d goals", rows)
	}
}

// An event whose length nobody entered is as long as its name says.
func TestAnEventIsReadByItsName(t *testing.T) {
	for _, v := range []struct {
		sport  training.Sport
		meters float64
		name   string
		want   training.EventFormat
	}{
		{training.Run, 0, "City Marathon", training.RunMarathon}, {training.Run, 0, "Berliner Halbmarathon", training.RunHalf}, {training.Run, 0, "Parkrun", training.Run5K},
		{training.Run, 0, "River 10k", training.Run10K}, {training.Run, 10_000, "Marathon weekend", training.Run10K}, {training.Run, 0, "Trail 60 km", training.RunUltra},
		{training.Run, 25_000, "Mountain trail", training.RunTrail}, {training.Run, 0, "Spring race", training.Run10K}, {training.Run, 0, "Spartan Super", training.Obstacle},
		{training.Ride, 0, "Marathon", training.RideFondo}, {training.Ride, 0, "Gravel 200", training.RideGravel}, {training.Ride, 0, "Club time trial", training.RideTT},
		{training.Ride, 0, "Alpine sportive 180 km", training.RideFondo}, {training.Ride, 0, "200 km with friends", training.RideCentury}, {training.Ride, 0, "MTB marathon", training.RideMTB},
		{training.Swim, 0, "Lake swim", training.SwimOpen}, {training.Swim, 10_000, "Lake swim", training.SwimMarathon}, {training.Swim, 0, "1500 m freestyle", training.SwimPool},
		{training.Other, 0, "Ironman 70.3", training.TriHalf}, {training.MultiSport, 113_000, "Lake triathlon", training.TriHalf}, {training.Other, 0, "Stadttriathlon", training.TriOlympic},
		{training.Row, 0, "Indoor 2000 m erg", training.Row2K}, {training.Walk, 0, "Nijmegen", training.LongWalk},
	} {
		if got := FormatOf(v.sport, v.meters, v.name); got != v.want {
			t.Errorf("%s %.0f m %q: %s, want %s", v.sport, v.meters, v.name, got, v.want)
		}
	}
}

func BenchmarkFromWords(b *testing.B) {
	text := strings.Repeat("get a bit better at everything and enjoy it ", 11)
	for b.Loop() {
		FromWords(text, nil)
	}
}

// The page for athletes says what is so.
func TestThePageOfGoals(t *testing.T) {
	page, err := os.ReadFile("../docs/goals.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(page)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		if len(f) != 6 || strings.HasPrefix(line, "|---") || strings.Contains(line, "in words") {
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		rows++
		g := FromWords(f[1], []training.Sport{training.Run})
		target := ""
		switch seconds := g.TargetSeconds; {
		case seconds >= 3600:
			target = fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
		case seconds > 0:
			target = fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
		case g.TargetKilograms > 0:
			target = fmt.Sprintf("%.0f kg", g.TargetKilograms)
		case g.TargetWatts > 0:
			target = fmt.Sprintf("%d W", g.TargetWatts)
		}
		if g.NotUnderstood || string(g.Kind) != f[2] || string(g.Format) != f[3] || target != f[4] {
			t.Errorf("%q is %s %s %s, not %s %s %s", f[1], g.Kind, g.Format, target, f[2], f[3], f[4])
		}
	}
	if rows < 25 {
		t.Errorf("only %d goals are shown", rows)
	}
}

// How much a week is to have is read beside what it is for, and says what it is for nowhere but where nothing else does.
func TestGoalsSayHowMuchAWeekHas(t *testing.T) {
	for words, want := range map[string]Goal{
		"get faster on the bike, 3 hours a week":       {Kind: training.GoalTest, HoursPerWeek: 3},
		"Schneller laufen mit 4,5 Stunden pro Woche":   {Kind: training.GoalTest, HoursPerWeek: 4.5},
		"first half marathon, four sessions a week":    {Kind: training.GoalFinish, SessionsPerWeek: 4},
		"exercise three times a week":                  {Kind: training.GoalHealth, SessionsPerWeek: 3},
		"correr mejor, 5 días a la semana":             {Kind: training.GoalTest, SessionsPerWeek: 5},
		"stronger squat 6 hrs per week, 3 x per week":  {Kind: training.GoalStrength, HoursPerWeek: 6, SessionsPerWeek: 3},
		"stay healthy, I work 20 hours a week":         {Kind: training.GoalHealth},
		"run 100 km a week":                            {Kind: training.GoalHealth},
		"get fitter although I sit 40 hours a week":    {Kind: training.GoalHealth},
		"regularly do something, 30 minutes every day": {Kind: training.GoalHealth},
	} {
		g := FromWords(words, []training.Sport{training.Run})
		if g.Kind != want.Kind || g.HoursPerWeek != want.HoursPerWeek || g.SessionsPerWeek != want.SessionsPerWeek {
			t.Errorf("%q is %s, %g hours and %d sessions a week", words, g.Kind, g.HoursPerWeek, g.SessionsPerWeek)
		}
	}
}
