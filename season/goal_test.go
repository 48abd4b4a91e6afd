package season

import (
	"testing"

	"fortnight/training"
)

func TestFormatByDistance(t *testing.T) {
	for _, v := range []struct {
		sport  training.Sport
		meters float64
		name   string
		want   training.EventFormat
	}{
		{training.Other, 51_500, "", training.TriOlympic}, {training.Run, 15_000, "", training.RunHalf}, {training.Run, 5000, "parkrun", training.Run5K},
		{training.Run, 100_000, "", training.RunUltra}, {training.Ride, 120_000, "", training.RideFondo}, {training.Ride, 161_000, "", training.RideCentury},
		{training.Row, 2000, "", training.Row2K}, {training.Other, 0, "HYROX Berlin", training.Hyrox}, {training.Other, 113_000, "", training.TriHalf},
		{training.Row, 0, "", training.Row5K}, {training.Row, 0, "Indoor 2k row", training.Row2K}, {training.Run, 0, "", training.Run10K}, {training.Swim, 0, "", training.SwimPool},
		{training.Run, 21_100, "Halbmarathon", training.RunHalf}, {training.Ride, 100_000, "Ultra ride", training.RideFondo},
	} {
		if got := FormatOf(v.sport, v.meters, v.name); got != v.want {
			t.Errorf("%s %.0f m %q: %s, want %s", v.sport, v.meters, v.name, got, v.want)
		}
	}
}

// What a sport is trained for where nothing says how far is the same with an event and without one.
func TestUsualFormatWithAndWithoutAnEvent(t *testing.T) {
	for _, sport := range []training.Sport{training.Run, training.Ride, training.Swim, training.Row} {
		p := plan{in: &Input{Goal: Goal{Kind: training.GoalTest, Sports: []training.Sport{sport}}}}
		if event, wave := FormatOf(sport, 0, ""), p.waveFormat(); event != wave {
			t.Errorf("%s: %s with an event, %s without one", sport, event, wave)
		}
	}
}
