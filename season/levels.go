package season

import (
	"fortnight/session"
	"fortnight/training"
)

// Levels is where the athlete stands in each family on the day before the first planned one: what a plan begins with, and what anybody is
// told who asks (coaching 3.2).
func Levels(in *Input) map[session.ID]session.Standing {
	return session.Levels(in.Done, in.From.AddDays(-1), in.Athlete.who(&in.History, in.Racer.Thresholds))
}

// who is the athlete as far as levels depend on that, with a history up to some day.
func (a *Athlete) who(h *History, at training.Thresholds) session.Who {
	w := session.Who{
		Level: a.Level, Novice: map[training.Sport]bool{}, CTL: a.CTL, Form: a.Form, Stated: a.thin(), Young: a.Youth(), Shares: h.Shares,
		RunMinutes: runMinutes(h.Blocks), At: at, Setbacks: a.Setbacks, Retests: a.Retests,
	}
	for sport := range a.SportMonths {
		w.Novice[sport] = a.LevelIn(sport) == training.Novice
	}
	if a.LearnsLifts() {
		w.Novice[training.Strength] = true
	}
	return w
}

// runMinutes are those of seven days that the shares of a main set are reckoned from: of the latest week that was not eased, 0 for unknown.
func runMinutes(blocks []Block) float64 {
	for i := range blocks {
		if b := &blocks[i]; !b.Eased && b.BySport[training.Run] > 0 {
			return float64(b.BySport[training.Run])
		}
	}
	return 0
}
