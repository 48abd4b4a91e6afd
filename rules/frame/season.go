package frame

import (
	"strconv"

	"fortnight/season"
	"fortnight/training"
)

// Season is where the days stand in the athlete's season, as package season reckons it. It is worked out once: no plan changes it.
type Season struct {
	Calendar *season.Calendar
	History  season.History
	Windows  []season.Window              // of the profile's events, in their order
	Standing [MaxDays + 1]season.Standing // of the planned days
	Eased    [SpanDays]bool               // days that were, or are to be, lighter: taper, recovery, illness, days off
	around   [SpanDays]bool               // of them those of tapers and recoveries
	athlete  season.Athlete
	goal     season.Goal
	racer    season.Racer
	events   []season.Event // of the profile, in their order
}

// Priority is what wins where strength and endurance compete.
func (s *Season) Priority() training.Priority { return s.athlete.Priority }

// inOrder are windows in the order of the profile's events.
func (s *Season) inOrder(windows []season.Window) []season.Window {
	list := make([]season.Window, len(windows))
	for n := range windows {
		if at, err := strconv.Atoi(string(windows[n].Event.ID)); err == nil {
			list[at] = windows[n]
		}
	}
	return list
}

func (s *Season) easedDates(from training.Date) map[training.Date]bool {
	dates := map[training.Date]bool{}
	for at, eased := range s.Eased {
		if eased {
			dates[from.AddDays(at-HistoryDays-1)] = true
		}
	}
	return dates
}

// Format is what the days of a season lead to where no event does, OTHER where nobody says.
func (s *Season) Format() training.EventFormat {
	if s.goal.Format != "" {
		return s.goal.Format
	}
	return training.OtherFormat
}

// beginningWeeks is for how many weeks since the first session a novice's endurance is nearly all easy (coaching 2.4).
const beginningWeeks = 8

// Beginning tells whether a planned day is of the first weeks of a novice, as far as is known of them.
func (s *Season) Beginning(day int) bool {
	return s.athlete.Level == training.Novice && (s.athlete.KnownDays+day-1)/7 < beginningWeeks
}

// Sessions is how many sessions a week has, as stated or else as usual, 0 where nobody knows.
func (s *Season) Sessions() int {
	switch {
	case s.athlete.SessionsPerWeek > 0:
		return s.athlete.SessionsPerWeek
	case s.goal.SessionsPerWeek > 0:
		return s.goal.SessionsPerWeek
	}
	return s.History.Habit()
}
