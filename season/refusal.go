package season

import (
	"fortnight/session"
	"fortnight/training"
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
		last: last, levels: levels, test: w.Standing.Test, learns: a.LearnsLifts(),
	}
	return c.refusal(id)
}
