package training

// severeIntensity is where four minutes already make a session HI (science §0), whatever the sport.
const severeIntensity = 1.06

// scale divides a sport's intensity, a fraction of threshold, into bands and zones. The bands have no gap between them: LOW below
// moderate, HIGH from high on, MODERATE between (science §0, §0b). zones are the lower edges of zones 2 to 7; zone 3 begins where
// MODERATE does.
type scale struct {
	moderate, high float64
	zones          [6]float64
	rpe            curve
	ofRPE          curve // the same, read backwards
}

// Zones of ride and row are Coggan's seven power levels (Allen & Coggan, Training and Racing with a Power Meter): active recovery,
// endurance, tempo, threshold, VO2max, anaerobic capacity, neuromuscular power. Speed spans less than power does, so the zones of run
// and swim carry the same seven meanings on narrower edges: up to threshold they follow Friel's pace zones, and above it zones 5 to 7
// are about the speeds held for 15, 5 and 2 minutes or less. Expert practice, not measurement.
var (
	powerScale = newScale(0.76, 0.95, [6]float64{0.56, 0.76, 0.91, 1.06, 1.21, 1.51})
	runScale   = newScale(0.88, 0.95, [6]float64{0.78, 0.88, 0.95, 1.03, 1.12, 1.25})
	swimScale  = newScale(0.90, 0.98, [6]float64{0.80, 0.90, 0.98, 1.03, 1.08, 1.16})
)

// newScale ties rated effort to the bands: MODERATE begins at 5, HIGH at 7 and an hour at threshold is 8 (science §0, L9).
func newScale(moderate, high float64, zones [6]float64) *scale {
	rpe := curve{{0, 0}, {0.2, 1}, {0.5, 2}, {moderate, 5}, {high, 7}, {1, 8}, {1.2, 9}, {1.5, 10}}
	return &scale{moderate: moderate, high: high, zones: zones, rpe: rpe, ofRPE: rpe.inverted()}
}

// scaleOf is the scale of a sport. What has no threshold of its own is read as power is, but for walking, which is slow running.
func scaleOf(sport Sport) *scale {
	switch sport {
	case Run, Walk, Hike:
		return runScale
	case Swim:
		return swimScale
	}
	return powerScale
}

// zone is 1 to 7.
func (s *scale) zone(x float64) int {
	zone := 1
	for _, edge := range s.zones {
		if x >= edge {
			zone++
		}
	}
	return zone
}

// secondsBelow is how much of a linear ramp from a to b lies below an edge; at the edge counts as above it.
func secondsBelow(edge, seconds, a, b float64) float64 {
	low, high := min(a, b), max(a, b)
	switch {
	case high < edge:
		return seconds
	case low >= edge:
		return 0
	}
	return seconds * (edge - low) / (high - low)
}

// ramp is the mean of a power of the intensity over a linear ramp from a to b (science L2, L3).

func meanSquare(a, b float64) float64 { return (a*a + a*b + b*b) / 3 }

func meanCube(a, b float64) float64 { return (a + b) * (a*a + b*b) / 4 }

// onFoot tells whether a sport's intensity is a share of running speed.
func onFoot(sport Sport) bool { return sport == Run || sport == Walk || sport == Hike }
