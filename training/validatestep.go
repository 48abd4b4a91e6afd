package training

import (
	"fmt"
	"slices"
)

// Bounds of a step's lists.
const (
	maxCues         = 20
	maxSetGroups    = 20
	maxAlternatives = 8
)

func (v *validator) endurance(at string, sport Sport, s EnduranceStep) {
	v.text(at, s.StepText)
	v.end(at+".end", s.End)
	v.target(at+".target", sport, s.Target)
	if s.End.ByAthlete() {
		v.moves(at+".target", s.Target)
	}
	if s.Second != nil {
		v.second(at+".secondTarget", sport, *s.Second, s.Target.Kind)
	}
	if s.Cadence != nil {
		v.numbers(at+".cadence", s.Cadence.Low, s.Cadence.High, 10, 250)
	}
	v.swimming(at, sport, s)
	v.cues(at+".cues", s)
}

// moves refuses a target at which what is to be done is never done.
func (v *validator) moves(path string, t Target) {
	mean := (t.Start + t.End) / 2
	const why = "in the mean of a step by distance, work or calories, so that it comes to its end"
	switch {
	case t.Kind == OfThreshold && mean < leastEffort:
		v.faults.Add(path+".threshold", fmt.Sprintf("is at least %g %s", leastEffort, why))
	case t.Kind == OfWatts && mean < leastWatts:
		v.faults.Add(path+".watts", fmt.Sprintf("is at least %d W %s", leastWatts, why))
	}
}

// second checks a target to be watched beside another: it asks for something, and not for more or less of the same.
func (v *validator) second(path string, sport Sport, t Target, first TargetKind) {
	v.target(path, sport, t)
	switch {
	case t.Kind == OfNothing:
		v.faults.Add(path+".open", "asks for nothing: leave the second target out")
	case t.Kind == first:
		v.faults.Add(path, "is of the same kind as the target, which can say it as a RANGE")
	}
}

// Of a range of one value only the first field is named: nobody need have sent the second.

// numbers checks a closed range of whole numbers.
func (v *validator) numbers(path string, low, high, least, most int) {
	CheckInt(&v.faults, path+".low", &low, least, most)
	if high != low {
		CheckInt(&v.faults, path+".high", &high, least, most)
	}
	if low > high {
		v.faults.Add(path+".low", fmt.Sprintf("%d is above high, %d", low, high))
	}
}

func (v *validator) swimming(at string, sport Sport, s EnduranceStep) {
	if s.Stroke != "" {
		oneOf(v, at+".stroke", s.Stroke, Strokes)
	}
	if (s.Stroke != "" || len(s.Equipment) > 0) && sport != Swim {
		v.faults.Add(at, fmt.Sprintf("stroke and equipment go with SWIM, not with %s", sport))
	}
	if !CheckCount(&v.faults, at+".equipment", len(s.Equipment), 0, len(SwimEquipments)) {
		return
	}
	for i, e := range s.Equipment {
		path := fmt.Sprintf("%s.equipment[%d]", at, i)
		if oneOf(v, path, e, SwimEquipments); slices.Contains(s.Equipment[:i], e) {
			v.faults.Add(path, fmt.Sprintf("%s is named twice", e))
		}
	}
}

func (v *validator) cues(at string, s EnduranceStep) {
	if !CheckCount(&v.faults, at, len(s.Cues), 0, maxCues) {
		return
	}
	for i, cue := range s.Cues {
		path := fmt.Sprintf("%s[%d]", at, i)
		CheckLine(&v.faults, path+".text", cue.Text, 1, 200)
		CheckInt(&v.faults, path+".offsetSeconds", cue.OffsetSeconds, 0, maxExpandedSeconds)
		CheckFloat(&v.faults, path+".offsetMeters", cue.OffsetMeters, 0, 1_000_000)
		if (cue.OffsetSeconds == nil) == (cue.OffsetMeters == nil) {
			v.faults.Add(path, "needs either offsetSeconds or offsetMeters")
		}
		switch {
		case cue.OffsetSeconds != nil && s.End.Kind == EndDuration && *cue.OffsetSeconds > s.End.Seconds:
			v.faults.Add(path+".offsetSeconds", fmt.Sprintf("%d is after the end of the step, %d", *cue.OffsetSeconds, s.End.Seconds))
		case cue.OffsetMeters != nil && s.End.Kind == EndDistance && *cue.OffsetMeters > s.End.Meters:
			v.faults.Add(path+".offsetMeters", fmt.Sprintf("%s is after the end of the step, %s", plain(*cue.OffsetMeters), plain(s.End.Meters)))
		}
	}
}

// waits are what kinds of end wait for: the name of the field, and its bounds.
var waits = map[EndKind]struct {
	field       string
	least, most float64
}{
	EndRepetitions: {"repetitions", 1, 10_000}, EndHeartRate: {"heartRate", 30, 250}, EndPower: {"power", 0, 3_000}, EndWork: {"work", 1, 10_000},
	EndCalories: {"calories", 1, 10_000},
}

func (v *validator) end(path string, e End) {
	oneOf(v, path, e.Kind, EndKinds)
	switch wait, waiting := waits[e.Kind]; {
	case waiting:
		CheckFloat(&v.faults, path+"."+wait.field+".value", &e.Value, wait.least, wait.most)
		CheckInt(&v.faults, path+"."+wait.field+".expectedSeconds", &e.Seconds, 1, maxExpandedSeconds)
	case e.Kind == EndDistance:
		v.distance(path, e)
	case e.Kind == EndLap:
		CheckInt(&v.faults, path+".lapSeconds", &e.Seconds, 1, maxExpandedSeconds)
	case e.Kind == EndDuration:
		CheckInt(&v.faults, path+".seconds", &e.Seconds, 1, maxExpandedSeconds)
	}
}

// distance checks a way in what it was given in.
func (v *validator) distance(path string, e End) {
	if e.Unit == Yards {
		yards := e.yards()
		CheckFloat(&v.faults, path+".yards", &yards, MinEndYards, MaxEndYards)
		return
	}
	CheckFloat(&v.faults, path+".meters", &e.Meters, MinEndMeters, MaxEndMeters)
	if e.Unit != "" {
		oneOf(v, path+".unit", e.Unit, PoolUnits)
	}
}

// kindOfTarget is what values a kind of target may have, and with which sports it goes; no sports means all.
var kindOfTarget = map[TargetKind]struct {
	field       string // its name
	least, most float64
	sports      []Sport
}{
	OfThreshold:          {"threshold", 0, 2.5, nil},
	OfWatts:              {"watts", 0, 3_000, []Sport{Ride, Row, SkiErg}},
	OfPaceKilometer:      {"secondsPerKilometer", 100, 3_600, []Sport{Run, Walk, Hike}},
	OfPace100Meters:      {"secondsPer100Meters", 30, 900, []Sport{Swim}},
	OfPace500Meters:      {"secondsPer500Meters", 60, 900, []Sport{Row, SkiErg}},
	OfBeats:              {"heartRate", 30, 250, nil},
	OfMaxHeartRate:       {"maxHeartRate", 0.3, 1.2, nil},
	OfThresholdHeartRate: {"thresholdHeartRate", 0.3, 1.2, nil},
	OfEffort:             {"rpe", 0, 10, nil},
	OfNothing:            {"open", 0, 10, nil},
}

func (v *validator) target(path string, sport Sport, t Target) {
	oneOf(v, path, t.Kind, TargetKinds)
	if t.Kind == OfZone {
		v.zone(path+".zone", sport, t)
		return
	}
	kind := kindOfTarget[t.Kind]
	path += "." + kind.field
	if len(kind.sports) > 0 && !slices.Contains(kind.sports, sport) {
		v.faults.Add(path, fmt.Sprintf("goes with %s, not with %s", listed(kind.sports), sport))
	}
	CheckFloat(&v.faults, path+".start", &t.Start, kind.least, kind.most)
	if t.End != t.Start {
		CheckFloat(&v.faults, path+".end", &t.End, kind.least, kind.most)
	}
	v.shape(path, t)
}

func (v *validator) shape(path string, t Target) {
	oneOf(v, path+".shape", t.Shape, TargetShapes)
	switch {
	case t.Shape == Steady && t.Start != t.End:
		v.faults.Add(path+".end", fmt.Sprintf("%s differs from start, %s: that is a RANGE or a RAMP", plain(t.End), plain(t.Start)))
	case t.Shape == Range && t.Start >= t.End:
		v.faults.Add(path+".start", fmt.Sprintf("%s is not below end, %s", plain(t.Start), plain(t.End)))
	case t.Shape == Ramp && t.Start == t.End:
		v.faults.Add(path+".end", fmt.Sprintf("%s is the start too: that is STEADY", plain(t.End)))
	}
}

// zone checks a target that is a zone's number, or those of two.
func (v *validator) zone(path string, sport Sport, t Target) {
	oneOf(v, path+".system", t.Zones, ZoneSystems)
	first, last := int(t.Start), int(t.End)
	CheckInt(&v.faults, path+".number", &first, 1, zoneCount(t.Zones))
	if last != first {
		CheckInt(&v.faults, path+".through", &last, 1, zoneCount(t.Zones))
	}
	if t.Start != float64(first) || t.End != float64(last) {
		v.faults.Add(path, "is named by whole numbers")
	}
	v.zoneShape(path, t.Shape, first, last)
	if power := sport == Ride || sport == Row || sport == SkiErg; t.Zones == Power7 && !power || t.Zones == Pace7 && power {
		v.faults.Add(path+".system", fmt.Sprintf("%s does not go with %s", t.Zones, sport))
	}
}

func (v *validator) zoneShape(path string, shape TargetShape, first, last int) {
	oneOf(v, path+".shape", shape, TargetShapes)
	switch {
	case shape == Steady && first != last:
		v.faults.Add(path+".through", fmt.Sprintf("%d differs from number, %d: that is a RANGE or a RAMP", last, first))
	case shape == Range && first >= last:
		v.faults.Add(path+".number", fmt.Sprintf("%d is not below through, %d", first, last))
	case shape == Ramp && first == last:
		v.faults.Add(path+".through", fmt.Sprintf("%d is the number too: that is STEADY", last))
	}
}

func (v *validator) strength(at string, s StrengthStep) {
	v.text(at, s.StepText)
	v.exercise(at+".exerciseId", s.ExerciseID)
	if CheckCount(&v.faults, at+".alternatives", len(s.Alternatives), 0, maxAlternatives) {
		for i, id := range s.Alternatives {
			path := fmt.Sprintf("%s.alternatives[%d]", at, i)
			if v.exercise(path, id); id == s.ExerciseID || slices.Contains(s.Alternatives[:i], id) {
				v.faults.Add(path, fmt.Sprintf("%.60q is named twice", id))
			}
		}
	}
	if s.Tempo != nil {
		v.tempo(at+".tempo", *s.Tempo)
	}
	if CheckCount(&v.faults, at+".sets", len(s.Sets), 1, maxSetGroups) {
		for i, set := range s.Sets {
			path := fmt.Sprintf("%s.sets[%d]", at, i)
			v.set(path, set)
			if set.Kind == DropSet && (i == 0 || s.Sets[i-1].RestSeconds > 0) {
				v.faults.Add(path+".kind", "DROP follows at once: it needs sets before it, with restSeconds 0")
			}
			if set.Kind == DropSet && set.Count > 1 && set.RestSeconds > 0 {
				v.faults.Add(path+".restSeconds", "is 0 between sets of kind DROP: the last one stands by itself, with the rest after it")
			}
		}
	}
}

func (v *validator) exercise(path string, id ExerciseID) {
	if _, known := FindExercise(id); !known {
		v.faults.Add(path, fmt.Sprintf("%.60q is not an exercise of the catalogue", id))
	}
}

func (v *validator) tempo(path string, t Tempo) {
	for _, part := range []struct {
		name    string
		seconds int
	}{{"lowering", t.Lowering}, {"pauseBelow", t.PauseBelow}, {"lifting", t.Lifting}, {"pauseAbove", t.PauseAbove}} {
		CheckInt(&v.faults, path+"."+part.name, &part.seconds, 0, 20)
	}
	if t == (Tempo{}) {
		v.faults.Add(path, "has no length: one part at least takes time")
	}
}

func (v *validator) set(at string, s StrengthSet) {
	CheckInt(&v.faults, at+".count", &s.Count, 1, 20)
	oneOf(v, at+".kind", s.Kind, SetKinds)
	v.amount(at+".amount", s.Amount)
	v.load(at+".load", s.Load)
	CheckInt(&v.faults, at+".restSeconds", &s.RestSeconds, 0, 1800)
}

// amountFields are the names of what a set is counted in.
var amountFields = map[AmountKind]string{Repetitions: "reps", MostReps: "amrap", Hold: "seconds", Carry: "meters"}

func (v *validator) amount(path string, a SetAmount) {
	oneOf(v, path, a.Kind, AmountKinds)
	path += "." + amountFields[a.Kind]
	switch a.Kind {
	case Carry:
		CheckFloat(&v.faults, path, &a.Meters, 1, 2000)
	case Hold:
		v.numbers(path, a.Low, a.High, 1, 600)
	default:
		v.numbers(path, a.Low, a.High, 1, 100)
	}
}

func (v *validator) load(at string, l StrengthLoad) {
	CheckFloat(&v.faults, at+".fractionOfOneRepMax", l.FractionOfOneRepMax, 0.2, 1.1)
	CheckInt(&v.faults, at+".repsInReserve", l.RepsInReserve, 0, 10)
	CheckFloat(&v.faults, at+".rpe", l.RPE, 1, 10)
	CheckFloat(&v.faults, at+".kilograms", l.Kilograms, 0.5, 600)
	CheckFloat(&v.faults, at+".bodyweightKilograms", l.BodyweightKilograms, -150, 300)
	if l.Band != nil {
		oneOf(v, at+".band", *l.Band, BandStrengths)
	}
	if l.RepsInReserve != nil && l.RPE != nil && *l.RPE != float64(10-*l.RepsInReserve) {
		v.faults.Add(at+".rpe", fmt.Sprintf("%s contradicts repsInReserve, %d: they add up to 10", plain(*l.RPE), *l.RepsInReserve))
	}
	if l.Kilograms != nil && (l.FractionOfOneRepMax != nil || l.BodyweightKilograms != nil) {
		v.faults.Add(at+".kilograms", "does not go with fractionOfOneRepMax or bodyweightKilograms")
	}
	if l.FractionOfOneRepMax != nil && l.BodyweightKilograms != nil {
		v.faults.Add(at+".fractionOfOneRepMax", "does not go with bodyweightKilograms")
	}
}
