package season

import (
	"math"

	"fortnight/training"
)

// How long sessions grow (coaching 3.3).
const (
	runGrowth   = 1.10
	runStep     = 2000 // metres, what the specification's own marathon does; its "+1.6" is that of plans in the middle
	runFloor    = 1000 // metres that are always allowed on top
	runFloorMin = 4    // minutes likewise; six are the limit
	rideGrowth  = 1.10
	rideStep    = 30
	swimStep    = 250
	rowStep     = 6
	walkGrowth  = 1.20
	easedLong   = .75 // of the last, in a step-back week, with something that hurts, and in the week after a return
	nearPeak    = .9  // of the peak, from where a marathon's long runs alternate with alternate of it
	alternate   = .8
	lastStretch = 500 // metres that are not worth another week before the peak
)

// Time caps of long sessions in minutes, for everybody.
const (
	runCap   = 180
	ultraCap = 300
	longCap  = 360
	rideCap  = 360
	swimCap  = 100
	rowCap   = 90
	walkCap  = 480
)

// LongSession is what the long session of a week is to be.
type LongSession struct {
	Sport   training.Sport
	Minutes int
	Meters  float64 // 0 where it is counted in minutes
	AtPeak  bool
}

// ladder is what a long session grows on: what was, where it leads, and what may not be passed.
type ladder struct {
	sport training.Sport
	last  Effort // the longest of 30 days
	peak  peak
	cap   int     // minutes
	pace  float64 // minutes a metre, of the last
}

// newLadder is that of a sport; counts in metres where both the last and the peak have them.
func newLadder(sport training.Sport, last Effort, to peak, cap int) ladder {
	l := ladder{sport: sport, last: last, peak: to, cap: cap}
	if last.Meters > 0 {
		l.pace = float64(last.Minutes) / last.Meters
	}
	return l
}

func (l *ladder) inMeters() bool { return l.last.Meters > 0 && l.peak.meters > 0 }

// next is the next session: a step longer than the longest of thirty days, at most the peak and the cap. A longer habit stays.
func (l *ladder) next() LongSession {
	if !l.inMeters() {
		return l.nextMinutes()
	}
	meters := l.step(l.last.Meters)
	if l.peak.meters-meters <= lastStretch && l.last.Meters*runGrowth >= l.peak.meters {
		meters = l.peak.meters
	}
	meters = max(min(meters, l.peak.meters), min(l.last.Meters, max(l.peak.meters, l.last.Meters)))
	return l.meters(meters)
}

// meters is a session of so many, cut at the cap.
func (l *ladder) meters(meters float64) LongSession {
	s := LongSession{Sport: l.sport, Meters: math.Floor(meters/100+.001) * 100, AtPeak: meters >= l.peak.meters}
	if minutes := s.Meters * l.pace; minutes > float64(l.cap) {
		s.Meters = math.Floor(float64(l.cap)/l.pace/100) * 100
		s.AtPeak = true
	}
	s.Minutes = int(math.Round(s.Meters * l.pace))
	return s
}

func (l *ladder) step(meters float64) float64 {
	if l.sport == training.Swim {
		return meters + swimStep
	}
	return max(min(meters*runGrowth, meters+runStep), meters+min(runFloor, meters*.125))
}

func (l *ladder) nextMinutes() LongSession {
	last, top := float64(l.last.Minutes), l.top()
	minutes := min(l.stepMinutes(last), max(float64(top), last))
	return LongSession{Sport: l.sport, Minutes: int(min(minutes, max(float64(l.cap), 0))), AtPeak: minutes >= float64(top)}
}

// top is the peak in minutes: the cap where nobody can say.
func (l *ladder) top() int {
	switch {
	case l.peak.minutes > 0:
		return min(l.peak.minutes, l.cap)
	case l.peak.meters > 0 && l.sport == training.Swim:
		return min(int(l.peak.meters/1000*22), l.cap)
	case l.peak.meters > 0 && l.pace > 0:
		return min(int(l.peak.meters*l.pace), l.cap)
	case l.peak.meters > 0 && l.sport == training.Run:
		return min(int(l.peak.meters/1000*6.5), l.cap)
	}
	return l.cap
}

func (l *ladder) stepMinutes(last float64) float64 {
	switch l.sport {
	case training.Run:
		return max(math.Floor(last*runGrowth), last+min(runFloorMin, last*.2))
	case training.Ride:
		return math.Floor(last + max(10, min(rideStep, last*(rideGrowth-1))))
	case training.Swim:
		return last + 5
	case training.Row, training.SkiErg:
		return last + rowStep
	}
	return math.Floor(last * walkGrowth)
}

// share is a part of what the peak would be, or of the last where the peak was not reached.
func (l *ladder) share(of float64, part float64) LongSession {
	if l.inMeters() {
		return l.meters(math.Round(of*part/500) * 500)
	}
	return LongSession{Sport: l.sport, Minutes: int(math.Round(of * part))}
}

// longest is the last in what the ladder is counted in.
func (l *ladder) longest() float64 {
	if l.inMeters() {
		return l.last.Meters
	}
	return float64(l.last.Minutes)
}

func (l *ladder) peakLength() float64 {
	if l.inMeters() {
		return l.peak.meters
	}
	return float64(l.top())
}

// isNearPeak tells whether a session reached what a marathon's long runs alternate from.
func (l *ladder) isNearPeak(s LongSession) bool {
	if l.inMeters() {
		return s.Meters >= nearPeak*l.peak.meters
	}
	return float64(s.Minutes) >= nearPeak*float64(l.top())
}

// capOf is the longest session of a sport in minutes for an event, whoever does it.
func capOf(sport training.Sport, f training.EventFormat, meters float64) int {
	switch sport {
	case training.Run:
		switch {
		case (f == training.RunUltra || f == training.RunTrail) && meters > 60_000:
			return longCap
		case f == training.RunUltra || f == training.RunTrail:
			return ultraCap
		}
		return runCap
	case training.Ride:
		return rideCap
	case training.Swim:
		return swimCap
	case training.Row, training.SkiErg:
		return rowCap
	}
	return walkCap
}

// SecondDay is how long the second of two planned long days may be: .65 of the first is the limit of day two, and beginners of it do half
// of day one, advanced athletes .6.
func SecondDay(level training.Level, first int) int {
	return int(math.Round(float64(first) * ofThree(level, [3]float64{0, .5, .6})))
}
