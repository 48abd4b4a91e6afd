package season

import (
	"math"

	"fortnight/session"
	"fortnight/training"
)

// Minutes around the main set: warm-up, strides and cool-down, the whole of it for athletes with experience, less for a novice.
var around = map[training.Sport][2]float64{ // novice, others

	training.Run: {17, 28}, training.Ride: {20, 25}, training.Swim: {20, 30}, training.Row: {15, 20}, training.SkiErg: {15, 20},
	training.Strength: {15, 28}, training.MultiSport: {15, 28},
}

// Seconds that a metre of a main set takes where nobody knows the athlete's pace: run 5:00 a kilometre, swim 1:55 a hundred, row 4:00.
var perMeter = map[training.Sport]float64{training.Run: .30, training.Swim: 1.15, training.Row: .24}

// keyMinutes is how long a session with a ladder is at a rung: the main set with its rests and what stands around it, to five minutes,
// within the family's usual length. A novice's may begin at .6 of the lower end.
func keyMinutes(f *session.Family, level int, novice bool) int {
	low, high := span(f, novice)
	if f.Work == nil || f.Rungs == 0 {
		return toFive(float64(low+high) / 2)
	}
	w := f.Work(max(1, min(level, f.Rungs)))
	seconds := float64(w.Seconds)
	if seconds == 0 {
		seconds = w.Meters * perMeter[f.Sport]
	}
	if seconds == 0 { // rounds of stations last as long as they take: the upper half of the usual length, by rung
		climbed := float64(level-1) / float64(max(1, f.Rungs-1))
		return upToFive(float64(low+high)/2 + float64(high-low)/2*min(1, climbed))
	}
	rests := 0.0
	if w.Repeats > 1 {
		rests = seconds * w.RestRatio * float64(w.Repeats-1) / float64(w.Repeats)
	}
	at := 1
	if novice {
		at = 0
	}
	frame := around[f.Sport][at]
	if f.Class == session.Easy { // run and walk: five minutes of walking on either side
		frame = 10
	}
	return min(max(upToFive((seconds+rests)/60+frame), low), high)
}

// noviceShare is how much of the lower end of a family's length a novice's session may have.
const noviceShare = .6

func span(f *session.Family, novice bool) (low, high int) {
	low, high = f.Minutes.Low, f.Minutes.High
	if novice {
		low = int(math.Ceil(noviceShare * float64(low)))
	}
	return low, high
}

func upToFive(minutes float64) int { return int(math.Ceil(minutes/5)) * 5 }

func toFive(minutes float64) int { return int(math.Round(minutes/5)) * 5 }

// Step is what a dose is beside the last one.
type Step string

// HOLD repeats the rung, PRODUCTIVE is the next one, STRETCH the one after it: a solver may choose it once in a fortnight.
const (
	Hold       Step = "HOLD"
	Productive Step = "PRODUCTIVE"
	Stretch    Step = "STRETCH"
)

// lightLevel is the highest rung of a light key session.
const lightLevel = 2

func round(x float64) int { return int(math.Round(x)) }

// rungIn is the highest rung of a family whose session takes no more than some minutes, 1 where none does.
func rungIn(f *session.Family, minutes int, novice bool) int {
	for level := f.Rungs; level > 1; level-- {
		if keyMinutes(f, level, novice) <= minutes {
			return level
		}
	}
	return 1
}
