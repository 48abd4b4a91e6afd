package solver

import (
	"math"
	"time"

	"fortnight/training"
)

// legs is what a session asks of the legs and leaves in them (science L15): the times of its start and end in minutes of real time from
// the midnight before the first planned day.
type legs struct {
	start, end int
	load       float64 // TSS on the legs
	key        bool    // it wants fresh legs
}

// legsReach is after how many hours what a session has left is no longer counted: it is down to a sixteenth.
const legsReach = 96

// legsLeft is what is left of a load after so many hours.
var legsLeft = func() (left [legsReach]float64) {
	for hours := range left {
		left[hours] = math.Exp2(-float64(hours) / 24)
	}
	return left
}()

func legsOf(b *training.Bout, midnight time.Time) legs {
	start := int(b.Date.At(b.Start, midnight.Location()).Sub(midnight) / time.Minute)
	return legs{
		start: start, end: start + (b.DurationSeconds+59)/60, load: b.LowerBodyLoad,
		key: b.Sport.Endurance() && b.Demand.LowerBodySeconds > 0 && b.Demand.HighIntensity,
	}
}

// tiredAt is what sessions leave in the legs at a minute of the plan, in TSS: training.LowerBodyFatigue to the hour.
func tiredAt(carriers []legs, minute int) float64 {
	sum := 0.0
	for i := range carriers {
		sum += carriers[i].leftAt(minute)
	}
	return sum
}

func (l *legs) leftAt(minute int) float64 {
	if hours := (minute - l.end + 30) / 60; minute >= l.end && hours < legsReach {
		return l.load * legsLeft[hours]
	}
	return 0
}
