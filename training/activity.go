package training

import (
	"fmt"
	"math"
)

// Banister's weighting of heart rate by sex (science L8).
const (
	banisterMale   = 1.92
	banisterFemale = 1.67
)

// HeartRateTSS is the load of a time at a mean heart rate against an hour at threshold: 100·h·r·e^(kr) / (rL·e^(k·rL)), r being the
// share of the heart-rate reserve (Banister 1991; science L8). Sex unknown is reckoned as male, which gives the lower load below
// threshold. Rest, max and threshold must be known.
func HeartRateTSS(seconds int, beats float64, p Profile) (float64, bool) {
	if p.RestingHeartRate == nil || p.MaxHeartRate == nil || p.ThresholdHeartRate == nil {
		return 0, false
	}
	k := banisterMale
	if p.Sex != nil && *p.Sex == Female {
		k = banisterFemale
	}
	rest, reserve := float64(*p.RestingHeartRate), float64(*p.MaxHeartRate-*p.RestingHeartRate)
	r := max(0, (beats-rest)/reserve)
	atThreshold := (float64(*p.ThresholdHeartRate) - rest) / reserve
	return float64(seconds) / 36 * r * math.Exp(k*r) / (atThreshold * math.Exp(k*atThreshold)), true
}

// TRIMP is Banister's training impulse of minutes at a share r of the heart-rate reserve, in arbitrary units (science L8).
func TRIMP(minutes, r float64, sex Sex) float64 {
	if sex == Female {
		return minutes * r * 0.86 * math.Exp(banisterFemale*r)
	}
	return minutes * r * 0.64 * math.Exp(banisterMale*r)
}

// SetLoad works out the activity's TSS by the best method that its data allow: as given, from its intensity factor, from heart rate,
// from rated effort. Mobility has no load. Where nothing is there to go by the error names what would do.
func (a *Activity) SetLoad(p Profile, given *float64) error {
	hours := float64(a.DurationSeconds) / 3600
	a.LoadMethod = methodOf(a.Sport)
	switch {
	case given != nil:
		a.TSS = *given
	case a.Sport == Mobility:
		a.TSS = 0
	case a.IntensityFactor != nil && a.Sport == Swim:
		a.TSS = 100 * hours * math.Pow(*a.IntensityFactor, 3)
	case a.IntensityFactor != nil && a.Sport != Strength:
		a.TSS = 100 * hours * *a.IntensityFactor * *a.IntensityFactor
	case a.heartRateTSS(p):
		a.LoadMethod = HeartRate
	case a.RPE != nil:
		a.TSS, a.LoadMethod = a.effortTSS(), RPE
	default:
		return &InputError{Fields: []FieldError{{
			Path:    "tss",
			Message: "is unknown: give tss, intensityFactor, rpe, or averageHeartRate of an athlete whose resting, threshold and maximal heart rate are known",
		}}}
	}
	a.TSS = min(a.TSS, maxActivityTSS)
	return nil
}

func (a *Activity) heartRateTSS(p Profile) bool {
	if a.AverageHeartRate == nil || a.Sport == Strength {
		return false
	}
	tss, known := HeartRateTSS(a.DurationSeconds, float64(*a.AverageHeartRate), p)
	if known {
		a.TSS = tss
	}
	return known
}

// effortTSS turns rated effort × minutes into TSS: strength at 0.125 a unit (science L11), all else at 100/480 (science L9).
func (a *Activity) effortTSS() float64 {
	units := float64(*a.RPE) * float64(a.DurationSeconds) / 60
	if a.Sport == Strength {
		return tssPerAU * units
	}
	return tssPerRPEMinute * units
}

// Bounds of an activity.
const (
	maxActivityTSS     = 2000
	maxActivitySeconds = 172_800
)

// Validate checks an activity: every fault with the path of its field, below path. It lies within ten years before today.
func (a *Activity) Validate(path string, today Date, faults *InputError) {
	if a.ExternalID != nil {
		CheckText(faults, path+"externalId", *a.ExternalID, 1, 200)
	}
	CheckDate(faults, path+"date", a.Date, today.AddDays(-3653), today)
	CheckInt(faults, path+"durationSeconds", &a.DurationSeconds, 60, maxActivitySeconds)
	CheckFloat(faults, path+"distanceMeters", a.DistanceMeters, 0, 2_000_000)
	CheckFloat(faults, path+"intensityFactor", a.IntensityFactor, 0.2, 2.5)
	CheckInt(faults, path+"averageHeartRate", a.AverageHeartRate, 30, 250)
	CheckInt(faults, path+"rpe", a.RPE, 1, 10)
	CheckInt(faults, path+"hardLegSets", a.HardLegSets, 0, 100)
	if s := a.HighIntensitySeconds; s != nil && (*s < 0 || *s > a.DurationSeconds) {
		faults.Add(path+"highIntensitySeconds", fmt.Sprintf("%d is outside 0 to durationSeconds, %d", *s, a.DurationSeconds))
	}
}
