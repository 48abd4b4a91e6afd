package season

import (
	"math"
	"testing"

	"fortnight/training"
)

func TestRaceLoad(t *testing.T) {
	for _, v := range []struct {
		name   string
		format training.EventFormat
		second int
		want   float64
	}{
		{"parkrun", training.Run5K, 25 * 60, 46}, {"10K", training.Run10K, 50 * 60, 85}, {"half", training.RunHalf, 110 * 60, 171}, {"marathon", training.RunMarathon, 195 * 60, 284},
		{"marathon", training.RunMarathon, 240 * 60, 342}, {"marathon", training.RunMarathon, 300 * 60, 390}, {"100 km", training.RunUltra, 600 * 60, 592},
		{"time trial", training.RideTT, 3600, 100}, {"fondo", training.RideFondo, 240 * 60, 230}, {"century", training.RideCentury, 360 * 60, 293}, {"HYROX", training.Hyrox, 5190, 130},
	} {
		e := Event{Format: v.format, ExpectedSeconds: v.second}
		if got := e.Load(&Racer{}); math.Abs(got-v.want) > .6 {
			t.Errorf("%s of %d s: %.1f TSS, want %g", v.name, v.second, got, v.want)
		}
	}
	if got := triathlonTSS(training.TriOlympic, 28, 70, 48); math.Abs(got-216) > .6 {
		t.Errorf("olympic 28 + 70 + 48: %.1f", got)
	}
	if got := (&Event{Format: training.TriHalf}).Load(&Racer{}); got != 350 {
		t.Errorf("a 70.3 of which no time is known: %g", got)
	}
	if got := (&Event{Format: training.Run10K, ExpectedTSS: 77, ExpectedSeconds: 3000}).Load(&Racer{}); got != 77 {
		t.Errorf("a stated load: %g", got)
	}
}

func TestPredictedTime(t *testing.T) {
	threshold := 270
	r := Racer{Thresholds: training.Thresholds{ThresholdSecondsPerKilometer: &threshold}}
	g := Goal{Kind: training.GoalTime, Format: training.RunMarathon, TargetSeconds: 200 * 60}
	predicted, tooFast := g.TooFast(&r)
	if !tooFast || predicted/60 != 213 && predicted/60 != 214 {
		t.Errorf("a marathon in 3:20 at 4:30/km: predicted %d min, too fast %v; want 3:34 and true", predicted/60, tooFast)
	}
	g.TargetSeconds = 210 * 60
	if _, tooFast = g.TooFast(&r); tooFast {
		t.Error("3:30 is within 5 % of 3:34")
	}
}

// The pace of a race is that of the time for it where the threshold carries it: of 3 h 30 with a threshold of 4:35/km, which lets 3 h 39 be
// expected, and not of 2 h 55.
func TestPaceOfARace(t *testing.T) {
	threshold := 275
	r := Racer{Thresholds: training.Thresholds{ThresholdSecondsPerKilometer: &threshold}}
	for _, c := range []struct {
		e    Event
		pace float64
	}{
		{Event{Sport: training.Run, Format: training.RunMarathon, ExpectedSeconds: 210 * 60}, 0.921},
		{Event{Sport: training.Run, Format: training.RunMarathon, ExpectedSeconds: 175 * 60}, 0.888},
		{Event{Sport: training.Run, Format: training.RunMarathon}, 0.888},
		{Event{Sport: training.Run, Format: training.RunMarathon, ExpectedSeconds: 240 * 60}, 0.806},
		{Event{Sport: training.Run, Format: training.Run10K}, 1.015},
		{Event{Sport: training.Ride, Format: training.RideTT, ExpectedSeconds: 3600}, 0.975},
		{Event{Sport: training.Ride, Format: training.RideTT, ExpectedSeconds: 23 * 60}, 1.01},
		{Event{Sport: training.Swim, Format: training.SwimPool, DistanceMeters: 200}, 1.124},
		{Event{Sport: training.Swim, Format: training.SwimPool, DistanceMeters: 400}, 1.058},
		{Event{Sport: training.Swim, Format: training.SwimPool}, 1.015},
		{Event{Sport: training.Other, Format: training.Hyrox, ExpectedSeconds: 3600}, 0},
	} {
		if _, got := c.e.Pace(&r); math.Abs(got-c.pace) > 0.006 {
			t.Errorf("%s in %d s is run at %.3f of threshold, not %.3f", c.e.Format, c.e.ExpectedSeconds, got, c.pace)
		}
	}
	if _, got := (&Event{Sport: training.Run, Format: training.RunMarathon, ExpectedSeconds: 210 * 60}).Pace(&Racer{}); got != 0 {
		t.Errorf("%.3f of a threshold that nobody knows", got)
	}
}
