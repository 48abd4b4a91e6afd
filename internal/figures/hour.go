package figures

import "fortnight/training"

// hour is a ride of 3,600 seconds.
type hour struct {
	name  string
	steps training.Steps
}

// fourMinutes is the hour that the figure shows.
var fourMinutes = hour{"5 × (4 min at 110 %, 3 min at 55 %)", training.Steps{
	ramp(900, 0.45, 0.75), repeat(5, steady(240, 1.1), steady(180, 0.55)), ramp(600, 0.65, 0.40),
}}

// hours are rides of one length whose work is cut ever shorter.
var hours = []hour{
	{"steady at 75 %", training.Steps{steady(3600, 0.75)}},
	fourMinutes,
	{"3 × 10 × (30 s at 120 %, 30 s at 50 %)", training.Steps{
		ramp(720, 0.50, 0.75), repeat(3, repeat(10, steady(30, 1.2), steady(30, 0.5)), steady(240, 0.5)), ramp(360, 0.60, 0.40),
	}},
	{"10 × (10 s at 250 %, 230 s at 50 %)", training.Steps{
		ramp(720, 0.50, 0.75), repeat(10, steady(10, 2.5), steady(230, 0.5)), ramp(480, 0.60, 0.40),
	}},
}

func steady(seconds int, x float64) training.EnduranceStep { return ramp(seconds, x, x) }

func ramp(seconds int, from, to float64) training.EnduranceStep {
	return training.EnduranceStep{End: training.After(seconds), Target: training.RampOf(from, to)}
}

func repeat(n int, steps ...training.Step) training.RepeatStep {
	return training.RepeatStep{Repeats: n, Style: training.Rounds, Steps: steps}
}

func blocks(sport training.Sport, steps training.Steps) []training.Block {
	return []training.Block{{Sport: sport, Repeats: 1, Steps: steps}}
}

// until is what is ridden of steps in so many seconds, repeats written out, and how many seconds are left after it.
func until(steps training.Steps, seconds int) (ridden training.Steps, left int) {
	for _, step := range steps {
		switch s := step.(type) {
		case training.EnduranceStep:
			if s.End.Seconds > seconds {
				s.Target.End = s.Target.Start + (s.Target.End-s.Target.Start)*float64(seconds)/float64(s.End.Seconds)
				s.End.Seconds = seconds
			}
			if s.End.Seconds > 0 {
				ridden = append(ridden, s)
			}
			seconds -= s.End.Seconds
		case training.RepeatStep:
			for range s.Repeats {
				var part training.Steps
				part, seconds = until(s.Steps, seconds)
				ridden = append(ridden, part...)
			}
		}
	}
	return ridden, seconds
}

// load is the TSS of the first seconds of an hour: by a ride's method, normalized power, or by a run's, the mean square of intensity.
func (h hour) load(sport training.Sport, seconds int) float64 {
	ridden, _ := until(h.steps, seconds)
	return training.Measure(sport, blocks(sport, ridden), training.Thresholds{}).TSS
}

// power is the intensity of each second, a fraction of FTP.
func (h hour) power() []float64 {
	var samples []float64
	all, _ := until(h.steps, 3600)
	for _, step := range all {
		s := step.(training.EnduranceStep)
		for i := range s.End.Seconds {
			samples = append(samples, s.Target.Start+(s.Target.End-s.Target.Start)*(float64(i)+0.5)/float64(s.End.Seconds))
		}
	}
	return samples
}

// smoothed is the trailing mean of 30 samples, from the first full window on; before it there is none.
func smoothed(samples []float64) []float64 {
	means, sum := make([]float64, 0, len(samples)), 0.0
	for i, x := range samples {
		if sum += x; i >= 30 {
			sum -= samples[i-30]
		}
		if i >= 29 {
			means = append(means, sum/30)
		}
	}
	return means
}
