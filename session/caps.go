package session

import (
	"math"

	"fortnight/training"
)

// Cap is the highest rung of a family at or below a level that an athlete may do: the caps of section 3.1 of the coaching specification beat
// the rung. Pace is that of a race as a fraction of threshold, 0 for the usual one. It is 0 where the family has no rungs.
func Cap(f *Family, level int, who *Who, pace float64) int {
	if f.Rungs == 0 {
		return 0
	}
	level = min(level, f.Rungs, topRung(f, who.LevelIn(f)))
	for level > 1 && !fits(f, level, who, pace) {
		level--
	}
	return max(1, level)
}

// topRung is the highest rung that a level of experience may do at all.
func topRung(f *Family, level training.Level) int {
	top := f.Rungs
	switch f.Class {
	case Tempo, Threshold, VO2, Anaerobic, RaceSpecific:
		top = byLevel(level, 4, 8, 10)
	}
	if level == training.Novice && f.Access.NoviceUpTo > 0 {
		top = min(top, f.Access.NoviceUpTo)
	}
	return top
}

// Shares of the running minutes of seven days that a main set may be (Daniels), and from which rung on that is asked; and how long a block at
// marathon pace may be, in minutes.
var sharesOfRunning = map[ID]float64{"R-THR": 0.10, "R-VO2": 0.08, "R-REP": 0.05}

const (
	alwaysAllowed    = 4
	mostMarathonPace = 110
)

// fits tells whether a rung is within the minutes that are allowed.
func fits(f *Family, level int, who *Who, pace float64) bool {
	work, high := minutesOf(f, level, who.At, pace)
	experience := who.LevelIn(f)
	switch f.Class {
	case VO2, Anaerobic:
		if high > float64(byLevel(experience, 12, 25, 30)) {
			return false
		}
	case Threshold, RaceSpecific:
		if high > float64(byLevel(experience, 25, 40, 55)) {
			return false
		}
	}
	if f.ID == "R-LMP" && work > mostMarathonPace {
		return false
	}
	share, limited := sharesOfRunning[f.ID]
	return !limited || level <= alwaysAllowed || who.RunMinutes == 0 || work <= math.Round(share*who.RunMinutes) // as a coach reckons: to the minute
}

// minutesOf is the work of a rung in minutes, and what of it is HIGH, at the athlete's own speed and pace.
func minutesOf(f *Family, level int, at training.Thresholds, pace float64) (work, high float64) {
	w := f.Work(level)
	seconds := float64(w.Seconds)
	if w.Meters > 0 {
		if pace > 0 && f.Class == RaceSpecific {
			w.Low, w.High = pace, pace
		}
		target := training.Target{Kind: training.OfThreshold, Shape: training.Range, Start: w.Low, End: w.High}
		seconds = float64(secondsOf(f.Sport, w.Meters, target, at))
	}
	if w.Seconds > 0 {
		high = seconds * float64(w.HighSeconds) / float64(w.Seconds)
	}
	return seconds / minute, high / minute
}

func byLevel(level training.Level, novice, intermediate, advanced int) int {
	switch level {
	case training.Advanced:
		return advanced
	case training.Intermediate:
		return intermediate
	}
	return novice
}
