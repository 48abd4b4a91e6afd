package training

import (
	"math"
	"time"
)

// legsHalveIn is how long the legs take to lose half of what a session left in them (science L15: expert practice, not measurement).
const legsHalveIn = 24 * time.Hour

// LowerBodyFatigue is what sessions have left in the legs at an instant: the sum of their lower-body load, each halved for every 24 hours
// since its end, in TSS. What has not ended by then counts nothing; bouts may be in any order. It is the second channel beside ATL: a
// cost at the start of key sessions for the legs, not a limit (science L15).
func LowerBodyFatigue(bouts []Bout, at time.Time, in *time.Location) float64 {
	sum := 0.0
	for i := range bouts {
		b := &bouts[i]
		ended := b.Date.At(b.Start, in).Add(time.Duration(b.DurationSeconds) * time.Second)
		if since := at.Sub(ended); since >= 0 {
			sum += b.LowerBodyLoad * math.Exp2(-float64(since)/float64(legsHalveIn))
		}
	}
	return sum
}
