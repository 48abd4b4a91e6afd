package season

import "fortnight/training"

// afterRace is for how many days after a race runs are at most half the longest of sixty days.
const afterRace = 14

// spikeOf is that of a sport this week, 0 where it was not done for thirty days.
func (b *builder) spikeOf(sport training.Sport) int {
	last := b.history.Longest(sport, b.week.First, 30).Minutes
	if last == 0 {
		return 0
	}
	return b.spike(sport, last)
}

// spike is the longest that a session of a sport may be after a longest of thirty days, 0 for none: coaching 8, VOL-2 and SPK-1.
func (b *builder) spike(sport training.Sport, last int) int {
	part, floor := 1.25, 20
	switch sport {
	case training.Run:
		part, floor = 1.10, 6
	case training.Swim:
		floor = 7
	case training.Row, training.SkiErg:
		part, floor = 1.20, 8
	}
	if last == 0 {
		return firstLong[sport][1-noviceAt(b.athlete.LevelIn(sport))]
	}
	return max(int(part*float64(last)), last+floor)
}

// First long sessions of a sport that was not done for 30 days, in minutes for novices and others (coaching 8, SPK-1; runs by 2.6).
var firstLong = map[training.Sport][2]int{
	training.Run: {20, 30}, training.Ride: {30, 45}, training.Swim: {20, 30}, training.Row: {12, 20}, training.SkiErg: {12, 20},
	training.Walk: {30, 60}, training.Hike: {30, 60}, training.Elliptical: {30, 45}, training.Kayak: {20, 30},
}

func noviceAt(level training.Level) int {
	if level == training.Novice {
		return 1
	}
	return 0
}
