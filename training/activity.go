package training

import (
	"fmt"
	"math"
	"strings"
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

// SetLoad works out the activity's TSS by the best method that its data allow: as given, from its intensity factor, from the mean pace of
// a run or swim, from the mean heart rate, from the mean pace of a row, from rated effort. Mobility has no load. What cannot be is not
// used: a mean heart rate that is not above the resting one, is above the maximum or would bring more than any time can, a pace outside
// 0.2 to 2.5 of threshold. Where nothing is there to go by it is an *InputError that names the fields at fault, or what would be enough
// for the sport.
func (a *Activity) SetLoad(p Profile, given *float64) error {
	a.LoadMethod, a.PaceFactor = methodOf(a.Sport), nil
	var faults InputError
	switch {
	case given != nil:
		a.TSS = *given
	case a.Sport == Mobility:
		a.TSS = 0
	case a.IntensityFactor != nil && a.Sport != Strength:
		a.TSS = loadAt(a.Sport, *a.IntensityFactor, a.DurationSeconds)
	case a.Sport != Row && a.byPace(&p, &faults), a.byHeartRate(&p, &faults), a.Sport == Row && a.byPace(&p, &faults):
	case a.RPE != nil:
		a.TSS, a.LoadMethod = a.effortTSS(), RPE
	default:
		if len(faults.Fields) == 0 {
			faults.Add("tss", "is unknown")
		}
		for i := range faults.Fields {
			faults.Fields[i].Message += ": " + a.enough(&p)
		}
		return &faults
	}
	a.TSS = min(a.TSS, mostTSS(a.DurationSeconds))
	return nil
}

// byPace takes the load from the mean speed of a run or a swim (science L5, L6), or from the power that the mean speed of a row stands for
// (science L7), and tells whether that can be. How far a ride went says little: wind and hills decide.
func (a *Activity) byPace(p *Profile, faults *InputError) bool {
	if a.DistanceMeters == nil || a.DurationSeconds <= 0 {
		return false
	}
	factor, known := p.Thresholds.factor(a.Sport, *a.DistanceMeters/float64(a.DurationSeconds))
	if !known {
		return false
	}
	if !(factor >= minFactor && factor <= maxFactor) {
		faults.Add("distanceMeters", fmt.Sprintf("%s in %d s is %.2g of threshold, outside %g to %g", plain(*a.DistanceMeters), a.DurationSeconds,
			factor, minFactor, maxFactor))
		return false
	}
	a.TSS, a.PaceFactor = loadAt(a.Sport, factor, a.DurationSeconds), &factor
	return true
}

// factor is the intensity that a speed in m/s stands for, and false where the threshold of the sport is not known.
func (t *Thresholds) factor(sport Sport, speed float64) (float64, bool) {
	switch {
	case sport == Run && t.ThresholdSecondsPerKilometer != nil:
		return speed * float64(*t.ThresholdSecondsPerKilometer) / 1000, true
	case sport == Swim && t.CriticalSwimSecondsPer100Meters != nil:
		return speed * float64(*t.CriticalSwimSecondsPer100Meters) / 100, true
	case sport == Row && t.RowFTPWatts != nil:
		return rowWattsPerCubedSpeed * speed * speed * speed / float64(*t.RowFTPWatts), true
	}
	return 0, false
}

// byHeartRate takes the load from the mean heart rate, and tells whether that can be.
func (a *Activity) byHeartRate(p *Profile, faults *InputError) bool {
	if a.AverageHeartRate == nil || a.Sport == Strength {
		return false
	}
	beats := *a.AverageHeartRate
	if low, high := p.RestingHeartRate, p.MaxHeartRate; low != nil && beats <= *low || high != nil && beats > *high {
		faults.Add("averageHeartRate", fmt.Sprintf("%d is outside what the profile allows, %s", beats, beatsAllowed(low, high)))
		return false
	}
	tss, known := HeartRateTSS(a.DurationSeconds, float64(beats), *p)
	if most := mostTSS(a.DurationSeconds); known && tss > most {
		faults.Add("averageHeartRate", fmt.Sprintf("%d in %d s is %.4g TSS against thresholdHeartRate, %d: more than %.4g, what %g of threshold would bring",
			beats, a.DurationSeconds, tss, *p.ThresholdHeartRate, most, maxFactor))
		return false
	}
	if known {
		a.TSS, a.LoadMethod = tss, HeartRate
	}
	return known
}

func beatsAllowed(rest, most *int) string {
	var bounds []string
	if rest != nil {
		bounds = append(bounds, fmt.Sprintf("above restingHeartRate, %d", *rest))
	}
	if most != nil {
		bounds = append(bounds, fmt.Sprintf("at most maxHeartRate, %d", *most))
	}
	return strings.Join(bounds, " and ")
}

// enough says what would tell the load of an activity of this sport.
func (a *Activity) enough(p *Profile) string {
	if a.Sport == Strength {
		return "give tss or rpe"
	}
	ways := "give tss, intensityFactor, rpe, averageHeartRate" + needed(p.missingBeats())
	switch a.Sport {
	case Run:
		ways += ", or distanceMeters" + needed(missing("thresholdSecondsPerKilometer", p.ThresholdSecondsPerKilometer))
	case Swim:
		ways += ", or distanceMeters" + needed(missing("criticalSwimSecondsPer100Meters", p.CriticalSwimSecondsPer100Meters))
	case Row:
		ways += ", or distanceMeters" + needed(missing("rowFtpWatts", p.RowFTPWatts))
	}
	if at := strings.LastIndex(ways, ", averageHeartRate"); a.Sport == Ride || a.Sport == Other {
		ways = ways[:at] + ", or" + ways[at+1:]
	}
	return ways
}

// missingBeats are the heart rates that a load by heart rate needs and the profile does not have.
func (p *Profile) missingBeats() []string {
	list := missing("restingHeartRate", p.RestingHeartRate)
	list = append(list, missing("thresholdHeartRate", p.ThresholdHeartRate)...)
	return append(list, missing("maxHeartRate", p.MaxHeartRate)...)
}

func missing(name string, value *int) []string {
	if value == nil {
		return []string{name}
	}
	return nil
}

// needed says which fields of the profile have to be known first.
func needed(fields []string) string {
	if len(fields) == 0 {
		return ""
	}
	return " with " + strings.Join(fields, ", ") + " in the profile"
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
	minActivitySeconds = 60
	maxActivitySeconds = 172_800
	maxPastDays        = 3653 // ten years
	minFactor          = 0.2  // of threshold
	maxFactor          = 2.5
)

// mostTSS is the most that a time can bring, 2,000 at the outside.
func mostTSS(seconds int) float64 { return min(maxActivityTSS, loadAt(Ride, maxFactor, seconds)) }

// CheckTSS notes a fault where an optional load is not within 0 to 2,000 TSS, or more than its time can bring: that of an intensity of
// 2.5, which nobody holds for longer than seconds, or 625 TSS an hour.
func CheckTSS(faults *InputError, path string, tss *float64, seconds int) {
	most := float64(maxActivityTSS)
	if seconds > 0 {
		most = mostTSS(seconds)
	}
	if tss != nil && *tss <= maxActivityTSS && *tss > most {
		faults.Add(path, fmt.Sprintf("%s in %d s is more than %.4g, what %g of threshold would bring", plain(*tss), seconds, most, maxFactor))
		return
	}
	CheckFloat(faults, path, tss, 0, maxActivityTSS)
}

// Validate checks an activity: every fault with the path of its field, below path. It lies within ten years before today.
func (a *Activity) Validate(path string, today Date, faults *InputError) {
	if a.ExternalID != nil {
		CheckText(faults, path+"externalId", *a.ExternalID, 1, 200)
	}
	CheckDate(faults, path+"date", a.Date, today.AddDays(-maxPastDays), today)
	CheckInt(faults, path+"durationSeconds", &a.DurationSeconds, minActivitySeconds, maxActivitySeconds)
	CheckFloat(faults, path+"distanceMeters", a.DistanceMeters, 0, 2_000_000)
	CheckFloat(faults, path+"intensityFactor", a.IntensityFactor, minFactor, maxFactor)
	CheckInt(faults, path+"averageHeartRate", a.AverageHeartRate, 30, 250)
	CheckInt(faults, path+"rpe", a.RPE, 1, 10)
	CheckInt(faults, path+"hardLegSets", a.HardLegSets, 0, 100)
	CheckLifts(faults, path+"lifts", a.Lifts)
	if len(a.Lifts) > 0 && a.Sport != Strength {
		faults.Add(path+"lifts", fmt.Sprintf("are of STRENGTH, and this is %s", a.Sport))
	}
	if a.Note != nil {
		CheckText(faults, path+"note", *a.Note, 1, 500)
	}
	if s := a.HighIntensitySeconds; s != nil && (*s < 0 || *s > a.DurationSeconds) {
		faults.Add(path+"highIntensitySeconds", fmt.Sprintf("%d is outside 0 to durationSeconds, %d", *s, a.DurationSeconds))
	}
}

// InProportion is the load of so much of a workout's time, as if it were spread evenly.
func (l Load) InProportion(seconds int) float64 {
	if l.DurationSeconds == 0 {
		return 0
	}
	return min(maxActivityTSS, l.TSS*float64(seconds)/float64(l.DurationSeconds))
}
