package training

// effort is the intensity at the beginning and at the end of a step, as fractions of threshold, by which its load is reckoned: that of a
// range is its middle. What is not given as a fraction is turned into one by the athlete's own thresholds and, where they are unknown, by the
// reference ones, for load and time alone: a target is never worked out that way (see [Resolve]).
func (y *yardstick) effort(sport Sport, t *Target) (start, end float64) {
	if t.Kind == OfThreshold { // nearly all are
		if t.Shape == Range {
			middle := (t.Start + t.End) / 2
			return middle, middle
		}
		return t.Start, t.End
	}
	if t.Kind == OfZone {
		return y.zonesEffort(sport, t)
	}
	start, end = t.each(func(value float64) float64 { return y.fraction(sport, t.Kind, value) })
	if t.Shape == Range {
		middle := (start + end) / 2
		return middle, middle
	}
	return start, end
}

// fraction is what share of threshold a value of a kind other than THRESHOLD and ZONE is.
func (y *yardstick) fraction(sport Sport, kind TargetKind, value float64) float64 {
	switch kind {
	case OfWatts:
		return value / y.ftp(sport)
	case OfPaceKilometer:
		return 1000 / value / y.run
	case OfPace100Meters:
		return 100 / value / y.swim
	case OfPace500Meters:
		return wattsOfPace500(value) / y.ftp(sport)
	case OfBeats:
		return beatsEffort(sport).at(value / y.thresholdBeats)
	case OfMaxHeartRate:
		return beatsEffort(sport).at(value * y.maxBeats / y.thresholdBeats)
	case OfThresholdHeartRate:
		return beatsEffort(sport).at(value)
	}
	return scaleOf(sport).ofRPE.at(value) // RPE, or what an open step is expected to be
}

// wattsOfPace500 is the power of a pace on a rower or ski erg, in seconds for 500 m (Concept2; science L7).
func wattsOfPace500(seconds float64) float64 {
	perMeter := seconds / 500
	return rowWattsPerCubedSpeed / (perMeter * perMeter * perMeter)
}

// zonesEffort is the middle of a zone or of a range of zones all the time, and of a ramp the middles of its two.
func (y *yardstick) zonesEffort(sport Sport, t *Target) (start, end float64) {
	low, high := zoneSpan(sport, t)
	if t.Shape == Ramp {
		return y.ofSystem(sport, t.Zones, low), y.ofSystem(sport, t.Zones, high)
	}
	middle := y.ofSystem(sport, t.Zones, (low+high)/2)
	return middle, middle
}

// ofSystem is what share of threshold a value is of what a system of zones is made of.
func (y *yardstick) ofSystem(sport Sport, system ZoneSystem, value float64) float64 {
	switch system {
	case HeartRate7:
		return beatsEffort(sport).at(value)
	case MaxHeartRate5:
		return beatsEffort(sport).at(value * y.maxBeats / y.thresholdBeats)
	}
	return value
}
