package season

import (
	"math"

	"fortnight/training"
)

// Hours from which an event is another one: a duathlon of more than three is as long as a 70.3, a road or mountain-bike race of less than two a
// criterium, a gravel race of more than eight a century.
const (
	longDuathlon = 3 * 3600
	shortRoad    = 2 * 3600
	longGravel   = 8 * 3600
)

// middleDistance is below how many metres a race on the track is run faster than 5 km: its key sessions are repetitions at speed.
const middleDistance = 3200

// shortMTB is up to how many metres a mountain-bike race is one of laps, and no marathon: its time is often known by the speed of rides on the road alone,
// which would make laps of a marathon of 50 km.
const shortMTB = 45_000

// like is the format whose row stands in for an event's own (coaching 2.7 and 12), and what its time is expected to be in seconds, 0 for
// unknown.
func like(f training.EventFormat, meters float64, seconds int) training.EventFormat {
	switch f {
	case training.RideRoad:
		if seconds > 0 && seconds < shortRoad {
			return training.RideCrit
		}
		return training.RideFondo
	case training.RideCX:
		return training.RideCrit
	case training.RideMTB:
		if seconds < shortRoad && meters <= shortMTB && (seconds > 0 || meters > 0) {
			return training.RideCrit
		}
		return training.RideFondo
	case training.RideGravel, training.RideCentury, training.SkiXC:
		return training.RideFondo
	case training.Duathlon:
		if seconds > longDuathlon {
			return training.TriHalf
		}
		return training.TriOlympic
	case training.SwimOpen:
		if meters >= 5000 {
			return training.SwimMarathon
		}
		return training.SwimPool
	case training.LiftMeet:
		return training.Lift1RM
	case training.RunTrail, training.Obstacle:
		return runOf(f, meters, seconds)
	case training.CrossFit:
		return training.Hyrox
	}
	if _, known := rows[f]; known {
		return f
	}
	return training.OtherFormat
}

// runOf is the road race that takes as long as a race off the road.
func runOf(f training.EventFormat, meters float64, seconds int) training.EventFormat {
	switch {
	case seconds > 0 && seconds <= 75*60:
		return training.Run10K
	case seconds > 0 && seconds <= 150*60:
		return training.RunHalf
	case seconds > 0 && seconds <= 300*60:
		return training.RunMarathon
	case seconds > 0:
		return training.RunUltra
	case meters == 0 && f == training.Obstacle:
		return training.Run10K
	case meters == 0 || meters >= 46_000:
		return training.RunUltra
	}
	return nearest(stretches[training.Run], meters/1000)
}

// rowOf is the row of an event, with the lengths of its long sessions where those depend on how long the event itself is.
func rowOf(f training.EventFormat, meters float64, seconds int) row {
	r := rows[like(f, meters, seconds)]
	switch {
	case f == training.RunUltra && meters >= 80_000:
		r.peaks, r.after = map[training.Sport][3]peak{training.Run: min3(300, 330, 360)}, afterLongest
	case f == training.RunTrail && r.early && meters >= 80_000:
		r.after = afterLongest
	case f == training.TriRelay:
		r = rows[training.OtherFormat]
	}
	switch f {
	case training.Run5K:
		if meters > 0 && meters < middleDistance {
			r.buildK2, r.specificK, r.specificK2 = ids("R-REP", "R-THR"), ids("R-REP"), ids("R-VO2")
		}
	case training.RunTrail:
		if !r.early { // shorter than an ultra: its road race with hills
			r.baseK, r.trail = ids("R-HILL"), true
		}
	case training.Obstacle:
		r.buildK2, r.specificK2 = ids("H-STN"), ids("H-STN")
	case training.CrossFit:
		r.baseK, r.buildK, r.specificK, r.specificK2 = ids("H-ENG"), ids("H-ENG"), ids("H-ENG"), ids("H-STN")
		r.peaks = map[training.Sport][3]peak{training.Run: min3(45, 50, 60)}
	}
	if f == training.RideCentury || f == training.RideGravel && seconds > longGravel {
		r.after = afterCentury
	}
	switch l := like(f, meters, seconds); l {
	case training.RideFondo:
		r.peaks = map[training.Sport][3]peak{training.Ride: ofEvent(minutesOf(f, meters, seconds), 330)}
		r.finish = peak{minutes: toFive(rideFinish * minutesOf(f, meters, seconds))}
	case training.SwimPool, training.SwimMarathon:
		r.peaks = map[training.Sport][3]peak{training.Swim: ofSwim(l, meters)}
	case training.LongWalk:
		r.peaks = map[training.Sport][3]peak{training.Walk: ofWalk(meters)}
	}
	return r
}

// rideFinish is what part of a long ride's time the longest training has for who only wants to arrive (coaching 1.2, finish minimum).
const rideFinish = .5

// fondoSpeed is that of an amateur whose own nobody knows, in metres a minute.
const fondoSpeed = 29_000.0 / 60

func minutesOf(f training.EventFormat, meters float64, seconds int) float64 {
	if seconds > 0 {
		return float64(seconds) / 60
	}
	if meters == 0 {
		meters = 120_000
		if f == training.RideCentury {
			meters = 160_000
		}
	}
	return meters / fondoSpeed
}

func ofEvent(minutes, most float64) [3]peak {
	at := func(share float64) int { return int(math.Round(math.Min(minutes*share, most))) }
	return min3(at(.60), at(.75), at(.80))
}

// swimFrame is how many metres a swim has around its main set: warm-up, drills and cool-down (coaching 4). What was done is known as a whole, and the event's
// distance is that of the main set.
const swimFrame = 600

func ofSwim(l training.EventFormat, meters float64) [3]peak {
	if meters == 0 {
		meters = 1500
	}
	if l == training.SwimMarathon {
		return [3]peak{{meters: min(meters*.7, 8000)}, {meters: min(meters*.75, 8000)}, {meters: min(meters*.8, 8000)}}
	}
	p := peak{meters: min(max(meters*1.2, 1500)+swimFrame, 6000)}
	return [3]peak{p, p, p}
}

func ofWalk(meters float64) [3]peak {
	if meters == 0 {
		meters = 30_000
	}
	return [3]peak{{meters: meters * .6}, {meters: meters * .6}, {meters: meters * .6}}
}
