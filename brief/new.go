package brief

import (
	"slices"

	"fortnight/gate"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
)

// New makes the brief of some days.
func New(in Input) (*Brief, error) {
	b, _, err := Road(in)
	return b, err
}

// Road makes the brief of some days, and tells of all weeks that can be seen from them: those of the days, each of seven, and those after
// them up to the event as they would be if all went as planned.
func Road(in Input) (*Brief, season.Weeks, error) {
	b, ask := in.begin()
	weeks, err := season.Plan(ask)
	if err != nil {
		return nil, season.Weeks{}, err
	}
	b.Main, b.Format, b.Goal, b.Athlete = weeks.Main, weeks.Format, ask.Goal, ask.Athlete
	b.Athlete.Priority = weeks.First
	b.recall(&in, weeks.Stands)
	b.Stated = in.typed() != nil
	b.Notes, b.Peak = weeks.Notes, peak(weeks.Weeks)
	in.fit(b, slices.Clone(weeks.Weeks[:(in.Days+6)/7]))
	return b, weeks, nil
}

// Weeks is what the weeks of some days are to hold: what New says of them, without all that it says beside.
func Weeks(in Input) ([]season.Week, error) {
	b, ask := in.begin()
	weeks, err := season.Planned(ask)
	if err != nil {
		return nil, err
	}
	in.fit(b, weeks)
	return b.Weeks, nil
}

// fit lets the brief's weeks be those that the season has planned, as far as the days, the gates and the wishes leave them.
func (in *Input) fit(b *Brief, weeks []season.Week) {
	b.Weeks = weeks
	if rest := in.Days % 7; rest > 0 {
		shorten(&b.Weeks[len(b.Weeks)-1], rest, in.Days)
	}
	tell(b.Weeks, &b.Gates)
	in.asWished(b)
}

// Standings tells where the weeks of some days stand: what New says of them, without deciding what they hold. What Input says of levels and
// of wishes for single days does not matter for it.
func Standings(in Input) ([]season.Standing, error) {
	_, ask := in.begin()
	return season.Standings(ask)
}

// begin is what is known of the athlete and the days, and what the season is asked with it.
func (in *Input) begin() (*Brief, season.Input) {
	e := rules.NewEvaluator(in.Locked)
	state, known := e.State()
	b := &Brief{From: in.From, Fitness: state.Fitness, Form: state.Form(), Known: known, Event: in.nextEvent(), Gates: in.gates(), Rungs: in.rungs(), Sports: SportsDone(in.Ledger, in.From)}
	b.Days = in.days(e, &b.Gates)
	b.Before, b.Ahead = in.before()
	for i := range b.Days {
		_, rest := b.rungDay(in.From.AddDays(i))
		b.Days[i].Closed = b.Days[i].Closed || rest
	}
	return b, in.season(b, e)
}

// before are the minutes of the seven days before the first, mobility left out, and how many of them are still to be done.
func (in *Input) before() (minutes, ahead int) {
	seconds, left := 0, 0
	for _, b := range in.Ledger.Bouts() {
		if b.Date >= in.From.AddDays(-7) && b.Date < in.From && b.InWeek() && !season.Apart(b.Sport) {
			seconds += b.DurationSeconds
			if b.Planned {
				left += b.DurationSeconds
			}
		}
	}
	return (seconds + 30) / 60, (left + 30) / 60
}

// peak is the longest of the long sessions of some weeks.
func peak(weeks []season.Week) (p Peak) {
	for i := range weeks {
		if w := &weeks[i]; w.Long > p.Minutes {
			p = Peak{w.Long, w.First}
		}
	}
	return p
}

// days are the planned days: what takes nothing, and where illness rules out all load.
func (in *Input) days(e *rules.Evaluator, g *gate.Bounds) []Day {
	days := make([]Day, in.Days)
	for i := range days {
		date := in.From.AddDays(i)
		_, free := in.Wishes.Rests(date)
		days[i].Ill, days[i].Share = e.Sick(i+1), e.AfterIllness(i+1)
		days[i].Closed = in.minutes(i) < EasyMinutes || slices.Contains(in.LockedDays, date) || days[i].Ill || date <= in.FullUntil && !slices.Contains(in.Reopened, date) ||
			date < in.Hours.Today || free || slices.Contains(in.GaveUp, date) ||
			g.NoLoad || i < g.RestDays
		for _, event := range in.Hours.Profile.Events {
			days[i].Closed = days[i].Closed || event.Date == date
		}
	}
	return days
}

// shorten leaves of a week what its first days can hold, up to the last of the plan: their share of the minutes, and of the sessions those
// that matter most.
func shorten(w *season.Week, days, last int) {
	part := func(n int) int { return (n*days + 6) / 7 }
	w.Minutes, w.Least, w.Most, w.Sessions = part(w.Minutes), part(w.Least), part(w.Most), part(w.Sessions)
	w.Long, w.LongFar = 0, 0
	kept, left := w.Slots[:0:0], part(len(w.Slots))
	for _, s := range w.Slots {
		if s.First > last || s.Lock == 0 && left <= 0 {
			continue
		}
		s.Last = min(s.Last, last)
		if s.Role == season.L {
			w.Long, w.LongFar = s.Minutes, s.Meters
		}
		kept = append(kept, s)
		left--
	}
	w.Slots = kept
}

// Levels is where the athlete stands in each family on the day before the first of some: what a plan of them begins with, but for what
// still stands before them: nobody holds what is not done. What Input says of wishes does not matter for it.
func Levels(in Input) map[session.ID]session.Standing {
	in.DoneOnly = true
	_, ask := in.begin()
	return season.Levels(&ask)
}
