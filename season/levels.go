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

// lighterWeek is below what part of a full week another was a lighter one (coaching 2.5).
const lighterWeek = .85

// runMinutes are those of seven days that the shares of a main set are reckoned from: of the latest week that was no lighter one, 0 for unknown. A
// step-back says nothing of what a week of this athlete holds, nor does the second of two.
func runMinutes(blocks []Block) float64 {
	running := func(i int) float64 {
		if i >= len(blocks) {
			return 0
		}
		return float64(blocks[i].BySport[training.Run])
	}
	for i := range blocks {
		if ran := running(i); !blocks[i].Eased && ran > 0 && ran >= lighterWeek*max(running(i+1), running(i+2)) {
			return ran
		}
	}
	return 0
}
