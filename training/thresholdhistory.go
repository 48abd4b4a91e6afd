package training

import (
	"cmp"
	"slices"
)

// MaxThresholdHistory is how many values are kept of an athlete; of more, the oldest that has a later one of its kind goes.
const MaxThresholdHistory = 200

// of is where the thresholds keep a kind, nil for a one-repetition maximum.
func (t *Thresholds) of(kind ThresholdKind) **int {
	switch kind {
	case KindFTP:
		return &t.FTPWatts
	case KindRowFTP:
		return &t.RowFTPWatts
	case KindThresholdPace:
		return &t.ThresholdSecondsPerKilometer
	case KindCriticalSwimSpeed:
		return &t.CriticalSwimSecondsPer100Meters
	case KindThresholdHeartRate:
		return &t.ThresholdHeartRate
	case KindMaxHeartRate:
		return &t.MaxHeartRate
	case KindRestingHeartRate:
		return &t.RestingHeartRate
	}
	return nil
}

// Measures are the thresholds and one-repetition maxima of a profile at some time: the zero value knows none.
type Measures struct {
	values map[thresholdKey]float64
	days   map[ExerciseID]Date // of one-repetition maxima
	on     *Date
}

// Measures are the profile's, copied: what becomes of the profile does not change them.
func (p *Profile) Measures() Measures {
	m := Measures{map[thresholdKey]float64{}, map[ExerciseID]Date{}, p.MeasuredOn}
	for _, kind := range ThresholdKinds {
		if at := p.Thresholds.of(kind); at != nil && *at != nil {
			m.values[thresholdKey{kind, ""}] = float64(**at)
		}
	}
	for _, max := range p.OneRepMaxes {
		m.values[thresholdKey{KindOneRepMax, max.ExerciseID}] = max.Kilograms
		m.days[max.ExerciseID] = max.MeasuredOn
	}
	return m
}

// Remember notes in the history what of the thresholds is another than before. A value holds from the day on which it was measured: for a
// one-repetition maximum its own; for the others MeasuredOn, where that was set together with them, be it to the same day, else today. What was
// known for later days, and for that day, is then taken back. Which day was set is told by the pointer: setting one replaces it.
func (p *Profile) Remember(before Measures, today Date) {
	is := p.Measures()
	day := today
	if p.MeasuredOn != nil && p.MeasuredOn != before.on {
		day = min(*p.MeasuredOn, today)
	}
	for key, value := range is.values {
		on, same := day, before.values[key] == value
		if key.kind == KindOneRepMax {
			on = min(is.days[key.exercise], today)
			same = same && before.days[key.exercise] == is.days[key.exercise]
		}
		if _, known := before.values[key]; !known || !same {
			p.know(KnownThreshold{key.kind, key.exercise, &value, on})
		}
	}
	for key := range before.values {
		if _, known := is.values[key]; !known {
			p.know(KnownThreshold{Kind: key.kind, ExerciseID: key.exercise, On: today})
		}
	}
}

// know puts a value into the history, the newest first, in place of those of its key that are not older.
func (p *Profile) know(k KnownThreshold) {
	history := slices.DeleteFunc(slices.Clone(p.ThresholdHistory), func(old KnownThreshold) bool { return old.key() == k.key() && old.On >= k.On })
	history = append(history, k)
	slices.SortFunc(history, func(a, b KnownThreshold) int {
		return cmp.Or(-cmp.Compare(a.On, b.On), slices.Index(ThresholdKinds, a.Kind)-slices.Index(ThresholdKinds, b.Kind), cmp.Compare(a.ExerciseID, b.ExerciseID))
	})
	for at := len(history) - 1; at > 0 && len(history) > MaxThresholdHistory; at-- {
		if slices.ContainsFunc(history[:at], func(newer KnownThreshold) bool { return newer.key() == history[at].key() }) {
			history = slices.Delete(history, at, at+1)
		}
	}
	p.ThresholdHistory = history
}

// moveHistory has nothing in the history be of a day after today: what is known twice of a day then is so as it was known last.
func (p *Profile) moveHistory(today Date) {
	seen := map[thresholdKey]bool{}
	var history []KnownThreshold
	for _, k := range p.ThresholdHistory {
		if late := k.On >= today; late && seen[k.key()] {
			continue
		}
		k.On = min(k.On, today)
		seen[k.key()] = true
		history = append(history, k)
	}
	p.ThresholdHistory = history
}

// ThresholdsOn are the thresholds that counted on a day: of each the value that was known last by then, before the first of them that one. From
// the day of the last change on they are the profile's.
func (p *Profile) ThresholdsOn(day Date) Thresholds {
	t := p.Thresholds
	if len(p.ThresholdHistory) == 0 || p.ThresholdHistory[0].On <= day {
		return t
	}
	for _, kind := range ThresholdKinds {
		at := t.of(kind)
		if at == nil {
			continue
		}
		value, later := knownOn(p.ThresholdHistory, kind, day)
		if !later {
			continue
		}
		*at = nil
		if value != nil {
			whole := round(*value)
			*at = &whole
		}
	}
	return t
}

// knownOn is the value of a kind on a day, and whether it has changed since.
func knownOn(history []KnownThreshold, kind ThresholdKind, day Date) (value *float64, changed bool) {
	for i := range history { // the newest first
		k := &history[i]
		if k.Kind != kind {
			continue
		}
		if k.On <= day {
			if changed {
				value = k.Value
			}
			return value, changed
		}
		changed = true
		if k.Value != nil {
			value = k.Value // of the first that is known, unless there is one of the day
		}
	}
	return value, changed
}

// On is the profile with the thresholds of a day: what was done on it is measured by them.
func (p Profile) On(day Date) Profile {
	p.Thresholds = p.ThresholdsOn(day)
	return p
}

// ThresholdChange is a value of the history beside the one that was known before it.
type ThresholdChange struct {
	KnownThreshold

	Was       *float64  // nil where none was known
	SessionID SessionID // a test of its sport that was done on its day, empty where none was
}

// ThresholdSource is how a value came to be known.
type ThresholdSource string

// The sources: a test that stands on the calendar and was done on the day; else somebody wrote it into the profile.
const (
	FromTestSession ThresholdSource = "TEST_SESSION"
	FromProfile     ThresholdSource = "PROFILE"
)

// Source is how the value came to be known.
func (c *ThresholdChange) Source() ThresholdSource {
	if c.SessionID != "" {
		return FromTestSession
	}
	return FromProfile
}

// Rose is by what share the value is better than the one before, negative where it is worse; nil where there is nothing to compare, and for heart
// rates.
func (c *ThresholdChange) Rose() *float64 {
	if c.Value == nil || c.Was == nil || c.Kind.Sport() == "" {
		return nil
	}
	rise := c.Kind.Rise(*c.Was, *c.Value)
	return &rise
}

// ThresholdChanges is the history with what each value replaced, the newest first.
func (p *Profile) ThresholdChanges() []ThresholdChange {
	changes := make([]ThresholdChange, len(p.ThresholdHistory))
	for i, k := range p.ThresholdHistory {
		changes[i].KnownThreshold = k
		for _, older := range p.ThresholdHistory[i+1:] {
			if older.key() == k.key() {
				changes[i].Was = older.Value
				break
			}
		}
	}
	return changes
}
