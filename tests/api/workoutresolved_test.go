package api_test

import (
	"testing"

	"fortnight/training"
)

// resolvedWorkout is what a workout is for an athlete.
type resolvedWorkout struct {
	Athlete         struct{ ID string }
	DurationSeconds int
	TSS             float64
	Instructions    []string
	Blocks          []struct {
		Block           struct{ Sport string }
		DurationSeconds int
		TSS             float64
		Steps           []resolvedStep
	}
}

type resolvedStep struct {
	Step struct {
		Target, SecondTarget *struct {
			Kind       training.TargetKind
			ZoneSystem training.ZoneSystem
			Start, End float64
		}
		Exercise struct{ ID string }
		Sets     []struct {
			Load struct{ FractionOfOneRepMax, Kilograms *float64 }
		}
	}
	DurationSeconds      int
	Target, SecondTarget *resolvedTarget
	Sets                 []struct{ Kilograms *float64 }
	Steps                []resolvedStep
}

type resolvedTarget struct {
	RPE                                                                                  *float64
	Watts, SecondsPerKilometer, SecondsPer100Meters, SecondsPer500Meters, BeatsPerMinute *training.IntRange
}

func resolvedSteps(levels int) string {
	nested := ""
	if levels > 0 {
		nested = ` steps { ` + resolvedSteps(levels-1) + ` }`
	}
	const target = ` { rpe watts { low high } secondsPerKilometer { low high } secondsPer100Meters { low high } secondsPer500Meters { low high }
		beatsPerMinute { low high } }`
	return `durationSeconds target` + target + ` secondTarget` + target + ` sets { kilograms }
		step { ... on EnduranceStep { target { kind zoneSystem start end } secondTarget { kind zoneSystem start end } }
			... on StrengthStep { exercise { id } sets { load { fractionOfOneRepMax kilograms } } } }` + nested
}

// check holds a step to what its athlete's thresholds allow to say.
func (s *resolvedStep) check(t *testing.T, sport training.Sport, known vars) {
	t.Helper()
	if s.DurationSeconds < 1 {
		t.Errorf("a step takes %d s", s.DurationSeconds)
	}
	if s.Step.Target != nil {
		s.Target.check(t, sport, s.Step.Target.Kind, s.Step.Target.ZoneSystem, known)
	}
	if s.Step.SecondTarget != nil {
		s.SecondTarget.check(t, sport, s.Step.SecondTarget.Kind, s.Step.SecondTarget.ZoneSystem, known)
	}
	for i, set := range s.Step.Sets {
		told := set.Load.Kilograms != nil || set.Load.FractionOfOneRepMax != nil && lifts(known, s.Step.Exercise.ID)
		if kilograms := s.Sets[i].Kilograms; told && kilograms == nil || kilograms != nil && set.Load.Kilograms != nil && *kilograms != *set.Load.Kilograms {
			t.Errorf("%s: %v on the bar", s.Step.Exercise.ID, kilograms)
		} else if kilograms != nil && set.Load.Kilograms == nil && !lifts(known, s.Step.Exercise.ID) {
			t.Errorf("%s: %v kg are guessed", s.Step.Exercise.ID, *kilograms)
		}
	}
	for i := range s.Steps {
		s.Steps[i].check(t, sport, known)
	}
}

func lifts(known vars, exercise string) bool {
	for _, m := range known["oneRepMaxes"].([]vars) {
		if m["exerciseId"] == exercise {
			return true
		}
	}
	return false
}

// of are the thresholds by which a target is resolved: by measure, and empty where the target names it itself.
func of(sport training.Sport, kind training.TargetKind, system training.ZoneSystem) (measure, threshold string) {
	switch {
	case kind == training.OfWatts:
		return "watts", ""
	case kind == training.OfPaceKilometer:
		return "kilometer", ""
	case kind == training.OfPace100Meters:
		return "100", ""
	case kind == training.OfPace500Meters:
		return "500", ""
	case kind == training.OfBeats:
		return "beats", ""
	case kind == training.OfMaxHeartRate, system == training.MaxHeartRate5:
		return "beats", "maxHeartRate"
	case kind == training.OfThresholdHeartRate, system == training.HeartRate7:
		return "beats", "thresholdHeartRate"
	case kind == training.OfEffort, kind == training.OfNothing:
		return "", ""
	}
	switch sport {
	case training.Ride:
		return "watts", "ftpWatts"
	case training.Row:
		return "watts", "rowFtpWatts"
	case training.Run, training.Walk:
		return "kilometer", "thresholdSecondsPerKilometer"
	case training.Swim:
		return "100", "criticalSwimSecondsPer100Meters"
	}
	return "", ""
}

func (r *resolvedTarget) check(t *testing.T, sport training.Sport, kind training.TargetKind, system training.ZoneSystem, known vars) {
	t.Helper()
	measure, threshold := of(sport, kind, system)
	told := threshold == "" || known[threshold] != nil
	ranges := map[string]*training.IntRange{
		"watts": r.Watts, "kilometer": r.SecondsPerKilometer, "100": r.SecondsPer100Meters, "500": r.SecondsPer500Meters, "beats": r.BeatsPerMinute,
	}
	if measure == "" && r.RPE == nil {
		t.Errorf("%s has no effort", kind)
	}
	if measure != "" && (ranges[measure] != nil) != told {
		t.Errorf("%s in %s is %v; %s is known: %v", kind, measure, ranges[measure], threshold, told)
	}
	if r.BeatsPerMinute != nil && measure != "beats" && known["thresholdHeartRate"] == nil {
		t.Errorf("%v beats are guessed", *r.BeatsPerMinute)
	}
	for name, held := range ranges {
		if held != nil && (held.Low > held.High || held.Low < 0 || measure != name && name != "beats" && !(measure+name == "watts500" || measure+name == "500watts")) {
			t.Errorf("%s in %s is %+v", kind, name, *held)
		}
	}
}
