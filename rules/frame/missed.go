package frame

import "fortnight/training"

// Missed finds what was skipped, or planned and not done, in the week before a day, and what the calendar then had for the days after
// it. The sessions are those of the calendar before anything is proposed: a proposal is held to them by RET-1. Days after the last one
// that has a session were not planned and bind nothing. What was skipped ahead of its day is missed from the day on which that was said,
// which is held to its plan as well, and is no part of what was planned for the days after. Loads are what of them counts for the athlete.
func Missed(p *training.Profile, today training.Date, sessions []training.Session) []Miss {
	planned, missed := map[training.Date]float64{}, map[training.Date]bool{}
	var last training.Date
	for i := range sessions {
		s := &sessions[i]
		switch {
		case s.Status == training.Planned && s.Date >= today:
			planned[s.Date] += p.CountedTSS(s.Sport, s.Load.TSS)
			last = max(last, s.Date)
		case s.Status == training.Completed:
			planned[s.Date] += p.CountedTSS(s.Sport, s.Bout().TSS)
		case s.Load.TSS > 0:
			if on := missedOn(today, s); on < s.Date {
				missed[on-1], missed[on] = true, true
			} else {
				missed[on] = true
				planned[s.Date] += p.CountedTSS(s.Sport, s.Load.TSS)
			}
		}
	}
	var list []Miss
	for date := today.AddDays(-stackWeek); date <= today; date++ {
		if !missed[date] {
			continue
		}
		m := Miss{Date: date}
		for day := date + 1; day <= min(date+stackWeek, last); day++ {
			m.Planned = append(m.Planned, planned[day])
		}
		list = append(list, m)
	}
	return list
}

// missedOn is the day from which a session that was skipped or left undone is missed: its own, or the earlier one on which it was skipped.
func missedOn(today training.Date, s *training.Session) training.Date {
	if s.Status == training.Skipped && s.SkippedOn != nil {
		return min(s.Date, *s.SkippedOn)
	}
	return min(s.Date, today)
}
