package figures

import "fortnight/training"

// The rider's heart: rate at rest, at threshold and at most, and the seconds in which it covers 63 % of its way to where an effort takes
// it. A heart takes from half a minute to a minute for that; it also drifts, which is left out.
const (
	restingBeats   = 50
	thresholdBeats = 168
	maxBeats       = 190
	heartLag       = 45
)

func rider() training.Profile {
	rest, threshold, most := restingBeats, thresholdBeats, maxBeats
	return training.Profile{Thresholds: training.Thresholds{RestingHeartRate: &rest, ThresholdHeartRate: &threshold, MaxHeartRate: &most}}
}

// settled is where the heart rate ends at an intensity: the middle of the target that the rider is shown, above threshold that at
// threshold.
func settled(intensity float64) float64 {
	w := training.Workout{Sport: training.Ride, Blocks: blocks(training.Ride, training.Steps{steady(3600, intensity)})}
	who := rider()
	target := training.Resolve(&w, &who).Blocks[0].Steps[0].Target.BeatsPerMinute
	if target == nil {
		return thresholdBeats
	}
	return float64(target.Low+target.High) / 2
}

// beats is the heart rate of each second, a first-order lag of so many seconds behind power; a lag of 1 follows at once.
func beats(power []float64, lag float64) []float64 {
	rate, rates := settled(power[0]), make([]float64, len(power))
	for i, x := range power {
		rate += (settled(x) - rate) / lag
		rates[i] = rate
	}
	return rates
}

// beatsLoad is the TSS by heart rate up to the end of each second.
func beatsLoad(rates []float64) []float64 {
	sum, loads := 0.0, make([]float64, len(rates))
	for i, rate := range rates {
		tss, _ := training.HeartRateTSS(1, rate, rider())
		sum += tss
		loads[i] = sum
	}
	return loads
}
