package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// What part of a week's running a main set may be goes by a week that was no lighter one: a step-back, or two, and an eased week say nothing of it.
func TestRunMinutesAreThoseOfAFullWeek(t *testing.T) {
	week := func(minutes int) Block { return Block{BySport: map[training.Sport]int{training.Run: minutes}} }
	eased := week(100)
	eased.Eased = true
	for name, c := range map[string]struct {
		blocks []Block
		want   float64
	}{
		"nothing":                 {nil, 0},
		"the latest":              {[]Block{week(280), week(260)}, 280},
		"a little less":           {[]Block{week(240), week(280)}, 240},
		"after a step-back":       {[]Block{week(210), week(280), week(270)}, 280},
		"after two lighter weeks": {[]Block{week(205), week(210), week(280)}, 280},
		"after an eased one":      {[]Block{eased, week(280)}, 280},
		"a week off":              {[]Block{week(0), week(280)}, 280},
		"weeks of less":           {[]Block{week(200), week(200), week(200), week(280)}, 200},
		"none of running":         {[]Block{week(0), week(0)}, 0},
	} {
		if got := runMinutes(c.blocks); got != c.want {
			t.Errorf("%s: %.0f, want %.0f", name, got, c.want)
		}
	}
}

// A novice runner's light key session are the hills of the week before: by turns with strides a rung would be lost each time.
func TestANovicesHillsTakeNoTurns(t *testing.T) {
	in := runner(training.Run10K, 100)
	in.Athlete.Level, in.Athlete.TrainingWeek = training.Novice, 9
	in.History.Last["R-HILL"], in.History.Last["R-STR"] = in.From.AddDays(-3), in.From.AddDays(-17)
	for i, w := range planned(t, in).Weeks[:2] {
		for _, s := range w.Slots {
			if s.Role == K && s.Family() != session.ID("R-HILL") {
				t.Errorf("week %d: %s", i+1, s.Family())
			}
		}
	}
}
