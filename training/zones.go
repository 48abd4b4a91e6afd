package training

// Zones of heart rate: Friel's seven as lower edges of zones 2 to 7 in shares of that at threshold, on the bike and on foot, and Edwards's five
// as tenths of the highest.
var (
	powerBeatsZones = []float64{0.81, 0.90, 0.94, 1.00, 1.03, 1.06}
	runBeatsZones   = []float64{0.85, 0.90, 0.95, 1.00, 1.03, 1.06}
	maxBeatsZones   = []float64{0.60, 0.70, 0.80, 0.90}
)

// How far the lowest zone reaches down and the highest up, where their system leaves that open.
const (
	lowestZoneFrom = 0.75 // of its upper edge
	highestZoneTo  = 1.15 // of its lower edge
)

// zoneCount is how many zones a system has.
func zoneCount(system ZoneSystem) int {
	switch system {
	case MaxHeartRate5:
		return 5
	case Intensity3:
		return 3
	}
	return 7
}

// zoneBounds are the ends of a zone, 1 to zoneCount, in what its system is made of: shares of threshold, of the heart rate at threshold, or of
// the highest.
func zoneBounds(sport Sport, system ZoneSystem, number int) (low, high float64) {
	edges := zoneEdges(sport, system)
	switch {
	case number <= 1:
		return lowestZoneFrom * edges[0], edges[0]
	case number > len(edges) && system == MaxHeartRate5:
		return edges[len(edges)-1], 1
	case number > len(edges):
		last := edges[len(edges)-1]
		return last, highestZoneTo * last
	}
	return edges[number-2], edges[number-1]
}

// zoneSpan is a target by zones in what their system is made of: the ends of a zone or of a range of them, or of a ramp the middles of its
// first zone and of its last.
func zoneSpan(sport Sport, t *Target) (start, end float64) {
	firstLow, firstHigh := zoneBounds(sport, t.Zones, int(t.Start))
	lastLow, lastHigh := zoneBounds(sport, t.Zones, int(t.End))
	if t.Shape == Ramp {
		return (firstLow + firstHigh) / 2, (lastLow + lastHigh) / 2
	}
	return firstLow, lastHigh
}

func zoneEdges(sport Sport, system ZoneSystem) []float64 {
	switch system {
	case Power7:
		return powerScale.zones[:]
	case HeartRate7:
		if onFoot(sport) {
			return runBeatsZones
		}
		return powerBeatsZones
	case MaxHeartRate5:
		return maxBeatsZones
	case Intensity3:
		scale := scaleOf(sport)
		return []float64{scale.moderate, scale.high}
	}
	return scaleOf(sport).zones[:]
}
