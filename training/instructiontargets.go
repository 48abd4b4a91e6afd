package training

import (
	"fmt"
	"math"
	"strings"
)

func (in *instructor) endurance(s *EnduranceStep, r *ResolvedStep) string {
	parts := []string{in.length(&s.End, r.DurationSeconds)}
	if s.Stroke != "" {
		parts = append(parts, strokeWords[s.Stroke])
	}
	joint := ""
	if in.aimed(&s.Target) {
		parts, joint = append(parts, in.target(&s.Target, r.Target)), "and "
	}
	if s.Second != nil && in.aimed(s.Second) {
		parts = append(parts, joint+in.target(s.Second, r.Second))
	}
	text := strings.Join(parts, " ") + until(&s.End)
	if s.Cadence != nil {
		text += ", " + span(float64(s.Cadence.Low), float64(s.Cadence.High), 0) + cadenceUnit(in.sport)
	}
	return text + equipmentWords(s.Equipment)
}

// equipmentWords is what to swim with: ", with fins, paddles and snorkel".
func equipmentWords(equipment []SwimEquipment) string {
	text := ""
	for i, e := range equipment {
		switch {
		case i == 0:
			text += ", with "
		case i == len(equipment)-1:
			text += " and "
		default:
			text += ", "
		}
		text += strings.ToLower(strings.ReplaceAll(string(e), "_", " "))
	}
	return text
}

func cadenceUnit(sport Sport) string {
	switch {
	case sport == Ride || sport == Elliptical:
		return " rpm"
	case onFoot(sport):
		return " steps/min"
	case sport == Swim || sport == Row || sport == SkiErg || sport == Kayak:
		return " strokes/min"
	}
	return "/min" // of whatever the label says
}

// strokeWords are how a swimmer writes the strokes.
var strokeWords = map[Stroke]string{
	Freestyle: "freestyle", Backstroke: "backstroke", Breaststroke: "breaststroke", Butterfly: "butterfly", Medley: "IM", Kick: "kick",
	Drill: "drill", AnyStroke: "any stroke",
}

// length is how much of a step there is, or how much of it is expected: so many seconds.
func (in *instructor) length(e *End, seconds int) string {
	number := func(unit string) string {
		return fmt.Sprintf("%d %s (about %s)", round(e.Value), unit, roughly(seconds))
	}
	switch e.Kind {
	case EndDistance:
		return in.distance(e.Meters)
	case EndRepetitions:
		return number("repetitions")
	case EndWork:
		return number("kJ")
	case EndCalories:
		return number("kcal")
	case EndDuration:
		return clock(seconds)
	}
	return "about " + roughly(seconds)
}

// until is what ends a step that is neither measured nor counted.
func until(e *End) string {
	switch e.Kind {
	case EndLap:
		return ", until the lap button"
	case EndHeartRate:
		return fmt.Sprintf(", until heart rate is %s %d/min", side(e.Above), round(e.Value))
	case EndPower:
		return fmt.Sprintf(", until power is %s %d W", side(e.Above), round(e.Value))
	}
	return ""
}

func side(above bool) string {
	if above {
		return "above"
	}
	return "below"
}

// distance is in yards in a pool that is and of a step that is, in kilometres from a thousand metres over whole tenths on land, else in metres: on the water, and
// on machines that count them.
func (in *instructor) distance(meters float64) string {
	switch {
	case in.yards:
		return decimal(meters/MetersPerYard, 1) + " yd"
	case in.sport != Swim && in.sport != Row && in.sport != SkiErg && meters >= 1000 && math.Mod(meters, 100) == 0:
		return decimal(meters/1000, 1) + " km"
	}
	return decimal(meters, 1) + " m"
}

// target is how hard: as it is written where that names the measure itself or the athlete's is unknown, else in the athlete's.
func (in *instructor) target(t *Target, r *ResolvedTarget) string {
	if own := in.ownMeasure(t, r); own != "" && !t.Kind.names() {
		return ramped(t, own)
	}
	return ramped(t, in.asWritten(t))
}

// ownMeasure is a target in the athlete's own numbers, empty where there are none.
func (in *instructor) ownMeasure(t *Target, r *ResolvedTarget) string {
	switch {
	case r == nil:
		return ""
	case r.Watts != nil:
		return between(r.Watts, t, "W")
	case r.SecondsPerKilometer != nil:
		return paceRangeWords(r.SecondsPerKilometer, t, "/km")
	case r.SecondsPer100Meters != nil:
		return in.swimPaces(float64(r.SecondsPer100Meters.Low), float64(r.SecondsPer100Meters.High), t)
	case r.SecondsPer500Meters != nil:
		return paceRangeWords(r.SecondsPer500Meters, t, "/500 m")
	case r.BeatsPerMinute != nil && t.Kind != OfThreshold && t.Zones != Intensity3:
		return between(r.BeatsPerMinute, t, "beats/min")
	}
	return ""
}

func between(r *IntRange, t *Target, unit string) string {
	low, high := r.Low, r.High
	if t.Shape == Ramp && t.Start > t.End {
		low, high = high, low
	}
	return span(float64(low), float64(high), 0) + " " + unit
}

func paceRangeWords(r *IntRange, t *Target, unit string) string {
	return paces(float64(r.Low), float64(r.High), t, unit)
}

// paces shows the slower end first where a step grows harder.
func paces(low, high float64, t *Target, unit string) string {
	first, last := low, high
	if pacesFall := t.Shape == Ramp && (t.Start < t.End) != t.Kind.pace(); pacesFall {
		first, last = last, first
	}
	if first == last {
		return minutesSeconds(first) + unit
	}
	return minutesSeconds(first) + "–" + minutesSeconds(last) + unit
}

// swimPaces are for a hundred of what the way is measured in.
func (in *instructor) swimPaces(low, high float64, t *Target) string {
	if !in.yards {
		return paces(low, high, t, "/100 m")
	}
	yards := func(seconds float64) float64 { return math.Round(seconds * MetersPerYard) }
	return paces(yards(low), yards(high), t, "/100 yd")
}

func ramped(t *Target, text string) string {
	switch {
	case t.Kind == OfNothing:
		return text
	case t.Shape == Ramp && strings.Contains(text, "–"):
		return "from " + strings.Replace(text, "–", " to ", 1)
	}
	return "at " + text
}

// asWritten is a target in its own unit.
func (in *instructor) asWritten(t *Target) string {
	percent := span(100*t.Start, 100*t.End, 1) + " %"
	switch t.Kind {
	case OfThreshold:
		return percent + thresholdName(in.sport)
	case OfWatts:
		return span(t.Start, t.End, 0) + " W"
	case OfPaceKilometer:
		return paces(t.low(), t.high(), t, "/km")
	case OfPace100Meters:
		return in.swimPaces(t.low(), t.high(), t)
	case OfPace500Meters:
		return paces(t.low(), t.high(), t, "/500 m")
	case OfBeats:
		return span(t.Start, t.End, 0) + " beats/min"
	case OfMaxHeartRate:
		return percent + " of maximum heart rate"
	case OfThresholdHeartRate:
		return percent + " of threshold heart rate"
	case OfZone:
		return fmt.Sprintf("zone %s (%s)", span(t.Start, t.End, 0), zoneNames[t.Zones])
	case OfEffort:
		return "RPE " + span(t.Start, t.End, 1)
	}
	return "as you like, about RPE " + span(t.Start, t.End, 1)
}

var zoneNames = map[ZoneSystem]string{
	Power7: "power", Pace7: "pace", HeartRate7: "heart rate", MaxHeartRate5: "of maximum heart rate", Intensity3: "of three",
}

func thresholdName(sport Sport) string {
	switch sport {
	case Ride:
		return " of FTP"
	case Row:
		return " of rowing FTP"
	case SkiErg:
		return " of ski-erg FTP"
	case Swim:
		return " of critical swim speed"
	case Run, Walk, Hike:
		return " of threshold pace"
	}
	return " of threshold"
}

// cues are what is told on the way.
func (in *instructor) cues(cues []Cue) string {
	told := make([]string, len(cues))
	for i, cue := range cues {
		switch {
		case cue.OffsetMeters != nil:
			told[i] = "after " + in.distance(*cue.OffsetMeters) + ": " + cue.Text
		case cue.OffsetSeconds != nil && *cue.OffsetSeconds == 0:
			told[i] = "at once: " + cue.Text
		case cue.OffsetSeconds != nil:
			told[i] = "after " + clock(*cue.OffsetSeconds) + ": " + cue.Text
		}
	}
	if len(told) == 0 {
		return ""
	}
	return " [" + strings.Join(told, "; ") + "]"
}

// unitOf is how the unit of a pool is written.
func unitOf(pool *Pool) string {
	if pool.Unit == Yards {
		return "yd"
	}
	return "m"
}
