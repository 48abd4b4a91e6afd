package season

import (
	"fortnight/session"
	"fortnight/training"
)

// Refusal is why a family of sessions may not stand in a week.
type Refusal string

// The reasons.
const (
	RefusedUnknown    Refusal = "UNKNOWN"    // there is no such family
	RefusedSport      Refusal = "SPORT"      // its sport, or one of its sports, is ruled out
	RefusedStepBack   Refusal = "STEP_BACK"  // it is a test, which stands in a lighter week alone
	RefusedWindow     Refusal = "WINDOW"     // its place in the season is another phase, or a race of another kind
	RefusedExperience Refusal = "EXPERIENCE" // the athlete's experience or age
	RefusedEquipment  Refusal = "EQUIPMENT"  // what it needs is not at hand
	RefusedHealth     Refusal = "HEALTH"     // it would harm what is to be spared
	RefusedGap        Refusal = "GAP"        // it was done too few days before
)

// Refused is why a family may not stand in a week that was planned for an athlete, empty where it may. Format is that of the race, levels are
// those that the athlete has reached, last is when each family was done the last time; from is the first planned day.
func (w *Week) Refused(id session.ID, a Athlete, format training.EventFormat, levels map[session.ID]int, last map[session.ID]training.Date,
	from training.Date,
) Refusal {
	if a.TrainingWeek > 0 {
		a.TrainingWeek += int(w.First-from) / 7
	}
	c := chooser{
		athlete: &a, format: format, phase: w.Standing.familyPhase(), off: w.Standing.Phase == session.Off, from: from, ends: w.First.AddDays(6),
		last: last, levels: levels, test: w.Standing.Test,
	}
	return c.refusal(id)
}
