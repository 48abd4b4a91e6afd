package season

import (
	"testing"

	"fortnight/training"
)

// A mountain-bike race of laps is trained for as a criterium, one that takes longer than two hours or is longer than laps are as a long ride (coaching 2.7).
func TestAMountainBikeRaceIsOneOfLapsOrALongRide(t *testing.T) {
	for _, c := range []struct {
		meters  float64
		seconds int
		want    training.EventFormat
	}{
		{30_000, 0, training.RideCrit}, {30_000, 5400, training.RideCrit}, {0, 5400, training.RideCrit}, {45_000, 7199, training.RideCrit},
		{45_000, 7200, training.RideFondo}, {50_000, 6600, training.RideFondo}, {80_000, 0, training.RideFondo}, {0, 14_400, training.RideFondo}, {0, 0, training.RideFondo},
	} {
		if got := like(training.RideMTB, c.meters, c.seconds); got != c.want {
			t.Errorf("%.0f m in %d s: as %s, want %s", c.meters, c.seconds, got, c.want)
		}
	}
}
