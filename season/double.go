package season

import "fortnight/training"

// longDay is a session on a day, as far as it may be one of two long ones.
type longDay struct {
	day     training.Date
	sport   training.Sport
	minutes int
}

// secondShare is from what part of the first on a second long run on the next day makes two long days: planned ones have half of it and more.
const secondShare = .45

// afterDouble tells whether the week before had two long days in a row, planned, locked or done: the next one is easier at once (coaching 3.3).
func (b *builder) afterDouble() bool {
	switch {
	case b.before == nil:
		return b.double(b.daysDone())
	case b.kept[K2] == "R-B2B" || b.kept[L] == "X-LONGW":
		return true
	}
	return b.double(b.daysLocked())
}

// daysDone are the sessions of the seven days before the plan.
func (b *builder) daysDone() (days []longDay) {
	for _, e := range b.in.History.Efforts {
		if e.Date < b.in.From && e.Date >= b.in.From.AddDays(-7) && !e.Race {
			days = append(days, longDay{e.Date, e.Sport, e.Minutes})
		}
	}
	return days
}

// daysLocked are the sessions that stand in the week before.
func (b *builder) daysLocked() (days []longDay) {
	for i := range b.before.Slots {
		if s := &b.before.Slots[i]; s.Lock > 0 {
			days = append(days, longDay{b.in.From.AddDays(s.First - 1), s.Sport, s.Minutes})
		}
	}
	return days
}

// double tells whether two of some sessions are a double long weekend of the event: of an ultra two long runs, of the full distance a long ride and a long
// run on the day after it, each long beside its peak.
func (b *builder) double(days []longDay) bool {
	long := func(d *longDay, share float64) bool {
		return float64(d.minutes) >= share*float64(ofThree(b.athlete.Level, b.row.peaks[d.sport]).minutes)
	}
	for i := range days {
		for j := range days {
			first, second := &days[i], &days[j]
			if second.day != first.day+1 || second.sport != training.Run {
				continue
			}
			switch b.format {
			case training.RunUltra:
				if first.sport == training.Run && long(first, doubleShare) && float64(second.minutes) >= secondShare*float64(first.minutes) {
					return true
				}
			case training.TriFull:
				if first.sport == training.Ride && long(first, doubleShare) && long(second, doubleShare) {
					return true
				}
			}
		}
	}
	return false
}
