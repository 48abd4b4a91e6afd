package frame

import (
	"strconv"

	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Numbers of the season that rules go by: what counts of what an athlete states (coaching §8, DAT-1), and what is eased.
const (
	statedShare       = 0.7 // of a fitness is believed
	statedLongest     = 0.8 // of a longest session counts
	statedLongestDays = 30  // for so long

	daysOff      = 7 // without load in a row, from which they count as eased
	mostOfABlock = 4 // eased days that make a block an eased one
)

// expecting is the profile as load is reckoned from it: with as much of a stated fitness as is believed, and with what each event is
// expected to bring.
func (f *Frame) expecting(bouts []training.Bout) *training.Profile {
	p := f.Input.Profile
	if s := p.StartingFitness; s != nil {
		believed := statedShare * *s
		p.StartingFitness = &believed
	}
	s := &f.Season
	s.racer = season.RacerOf(&p, bouts)
	if len(p.Events) == 0 {
		return &p
	}
	s.events = season.EventsOf(&p)
	for n := range s.events {
		s.events[n].ID = training.EventID(strconv.Itoa(n)) // its place is its name
	}
	return season.Expecting(&p, &s.racer)
}

// readSeason works out where the days stand, once the load of history and illness are known.
func (f *Frame) readSeason(p *training.Profile, ledger *training.Ledger) {
	s := &f.Season
	s.athlete = season.AthleteOf(p, ledger, f.Input.From)
	s.athlete.CTL = f.Idle.Start(1).Fitness
	goal := f.goal(p)
	since := f.Input.Since
	if since == 0 {
		if since = f.Input.From; f.Known > 0 {
			since = since.AddDays(-f.Known)
		}
	}
	s.History = season.History{From: f.Input.From}
	f.easeDays()
	races := map[training.Date]bool{}
	if len(s.events) > 0 { // tapers and recoveries do not wait for what was done
		s.Calendar = season.NewCalendar(&s.athlete, &goal, s.events, &s.History, &s.racer, since)
		s.Windows = s.inOrder(s.Calendar.Windows())
		for n := range s.Windows {
			f.easeAround(&s.Windows[n])
			races[s.events[n].Date] = true
		}
	}
	s.History = season.Read(ledger, f.Input.From, s.easedDates(f.Input.From), races, nil)
	goal = f.goal(p) // where nobody says one it goes by what was done
	s.goal = goal
	s.athlete.Priority = season.Priority(s.athlete.Priority, &goal, s.events, &s.History, f.Input.From)
	s.Calendar = season.NewCalendar(&s.athlete, &goal, s.events, &s.History, &s.racer, since)
	if len(s.events) > 0 {
		s.Windows = s.inOrder(s.Calendar.Windows())
	}
	for day := 1; day <= f.Input.Days; day++ {
		s.Standing[day] = s.Calendar.On(f.Date(day))
	}
}

// goal is what the athlete trains for: as a run decided, else as the season chooses it from all that a profile says (as a plan made today would).
func (f *Frame) goal(p *training.Profile) season.Goal {
	if f.Input.Goal != nil {
		return *f.Input.Goal
	}
	s, words := &f.Season, ""
	if p.Goal != nil {
		words = *p.Goal
	}
	g := season.Choose(season.Aims{
		Today: f.Input.From, Events: s.events, Typed: season.GoalOf(p.TrainingGoal, season.EventsOf(p)), Words: words, Sports: s.History.Sports(), Racer: s.racer,
		First: s.athlete.Priority, Expects: f.Gates.PregnantWeek > 0,
	})
	if f.Gates.NoWeightGoal && g.Kind == training.GoalWeight {
		g.Kind = training.GoalHealth
	}
	return g
}

// easeDays marks days of illness, and seven or more without load in a row.
func (f *Frame) easeDays() {
	off := 0
	for day := 1 - HistoryDays; day <= 0; day++ {
		if off++; f.Idle.TSS(day) > 0 {
			off = 0
		}
		for d := day - off + 1; off >= daysOff && d <= day && day > -f.Known; d++ {
			f.Season.Eased[Index(d)] = true
		}
	}
	for at, sick := range f.Sick {
		f.Season.Eased[at] = f.Season.Eased[at] || sick
	}
}

// easeAround marks the taper and the recovery of an event; a C event has neither.
func (f *Frame) easeAround(w *season.Window) {
	if w.Event.Priority == training.EventC {
		return
	}
	race := int(w.Event.Date-f.Input.From) + 1
	for day := max(race-w.Taper, -HistoryDays); day <= min(race+w.Full, f.Input.Days); day++ {
		f.Season.Eased[Index(day)], f.Season.around[Index(day)] = true, true
	}
}

// EasedBlock tells whether the seven days that end on a day were, or are to be, lighter.
func (f *Frame) EasedBlock(last int) bool {
	count := 0
	for day := max(last-6, -HistoryDays); day <= last; day++ {
		count += int(One(f.Season.Eased[Index(day)]))
	}
	return count >= mostOfABlock
}

// Novice tells whether the athlete is a novice in a sport: by the profile's level, or because of less than twelve months of it.
func (f *Frame) Novice(sport training.Sport) bool {
	return f.Limits.Level == 0 || f.Season.athlete.LevelIn(sport) == training.Novice
}

// StatedLongest is what the longest session of a sport that the athlete states counts for on a day: seconds and metres, 0 for unknown.
func (f *Frame) StatedLongest(sport training.Sport, day int) (seconds, meters float64) {
	for n := range f.Input.Profile.LongestSessions {
		l := &f.Input.Profile.LongestSessions[n]
		if on := int(l.Date-f.Input.From) + 1; l.Sport != sport || on >= day || on < day-statedLongestDays {
			continue
		}
		if l.Seconds != nil {
			seconds = statedLongest * float64(*l.Seconds)
		}
		if l.Meters != nil {
			meters = statedLongest * *l.Meters
		}
	}
	return seconds, meters
}

// MonthsIn is for how long the athlete has done a sport, as season reads what is stated.
func (f *Frame) MonthsIn(sport training.Sport) int { return f.Season.athlete.MonthsIn(sport) }

// LearnsLifts tells whether the athlete still learns to lift, as season reads what is stated and logged.
func (f *Frame) LearnsLifts() bool { return f.Season.athlete.LearnsLifts() }

// LiftMonths is for how long the athlete has lifted, as stated, and false where nobody says.
func (f *Frame) LiftMonths() (months int, known bool) {
	return f.Season.athlete.StrengthMonths, f.Season.athlete.StrengthKnown
}

// Phase is that of a planned day.
func (f *Frame) Phase(day int) session.Phase { return f.Season.Standing[day].Phase }
