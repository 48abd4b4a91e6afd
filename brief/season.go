package brief

import (
	"slices"

	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// season is what is known, as the season asks for it.
func (in *Input) season(b *Brief, e *rules.Evaluator) season.Input {
	p := in.Hours.Profile
	ask := season.Input{
		From: in.From, Days: (in.Days + 6) / 7 * 7, Athlete: season.AthleteOf(p, in.Ledger, in.From), Events: season.EventsOf(p),
		Racer: season.RacerOf(p, in.Ledger.Bouts()), Done: in.done(),
	}
	ask.Athlete.CTL, ask.Athlete.Form = b.Fitness, b.Form
	if first, any := in.Ledger.FirstDone(); any && first < in.From {
		ask.Since = first // so that a season is counted the same by every plan of it
	}
	hold(&ask.Athlete, &b.Gates, in.From)
	ask.Athlete.Instead, ask.Athlete.Wheels = in.instead(), p.Goal != nil && season.OnWheels(*p.Goal)
	b.comeBack(&ask.Athlete, in, e)
	ask.Athlete.Setbacks, ask.Athlete.Retests = in.setbacks(&b.Gates), retests(p)
	in.equip(&ask)
	last := map[session.ID]training.Date{}
	in.reserve(last)
	ask.History = season.Read(in.Ledger, in.From, in.eased(), in.races(), last)
	ask.History.State(p.LongestSessions)
	if day := in.Wishes.LongDay(ask.History.MainSport()); day != "" {
		ask.History.LongDay = day
	}
	ask.Goal = season.Choose(season.Aims{
		Today: in.From, Events: ask.Events, Typed: season.GoalOf(in.typed(), ask.Events), Words: in.words(), Sports: ask.History.Sports(), Racer: ask.Racer, First: ask.Athlete.Priority,
		Expects: b.Gates.PregnantWeek > 0,
	})
	if ask.Goal.Kind == training.GoalMaintain {
		ask.SeasonMean = in.bestMean()
	}
	if b.Gates.NoWeightGoal && ask.Goal.Kind == training.GoalWeight {
		ask.Goal.Kind = training.GoalHealth
	}
	for i := range in.Days {
		minutes, sessions := 0, 0
		if !b.Days[i].Closed {
			minutes = in.minutes(i)
			_, sessions = in.Hours.Room(in.From.AddDays(i))
		}
		if most := b.Gates.MostMinutes; most > 0 {
			minutes = min(minutes, most)
		}
		if most, _ := b.rungDay(in.From.AddDays(i)); most > 0 {
			minutes, sessions = min(minutes, most), min(sessions, 1)
		}
		ask.Windows, ask.Rooms = append(ask.Windows, minutes), append(ask.Rooms, sessions)
	}
	for _, w := range p.Availability {
		minutes := int(w.To - w.From)
		if minutes <= 0 { // over midnight
			minutes += dayMinutes
		}
		ask.UsualWindow = max(ask.UsualWindow, minutes)
	}
	for len(ask.Windows) < ask.Days { // days of the last week that are not planned are as long as any
		ask.Windows, ask.Rooms = append(ask.Windows, slices.Max(ask.Windows)), append(ask.Rooms, slices.Max(ask.Rooms))
	}
	for i := range in.Kept {
		k := &in.Kept[i]
		ask.Locks = append(ask.Locks, season.Lock{
			Day: int(k.Date-in.From) + 1, Sport: k.Sport, Family: session.ID(k.Family), Level: k.FamilyLevel, Minutes: k.Load.DurationSeconds / 60, HI: k.Load.Demand.HighIntensity,
			Done: k.Status == training.Completed,
		})
	}
	return ask
}

const dayMinutes = 24 * 60

// bestWeeks is how far back somebody who keeps what is there is measured by: so far that one plan after another does not take its share of the
// last one's.
const bestWeeks = 26

// bestMean is the highest mean of six weeks, in minutes a week, of the last half year.
func (in *Input) bestMean() float64 {
	var weeks [bestWeeks]float64
	for _, b := range in.Ledger.Bouts() {
		if back := int(in.From - b.Date); back >= 1 && back <= 7*bestWeeks && b.InWeek() {
			weeks[(back-1)/7] += float64(b.DurationSeconds) / 60
		}
	}
	best := 0.0
	for i := range len(weeks) - 5 {
		sum := 0.0
		for _, minutes := range weeks[i : i+6] {
			sum += minutes
		}
		best = max(best, sum/6)
	}
	return best
}

// rare is from how many days between two of it on a family does not come every week.
const rare = 8

// reserve counts what stands as done, of families that not every week has: a rehearsal of the race, a test.
func (in *Input) reserve(last map[session.ID]training.Date) {
	for i := range in.Kept {
		k := &in.Kept[i]
		if f, known := session.Find(session.ID(k.Family)); known && f.Gap >= rare {
			last[f.ID] = max(last[f.ID], k.Date)
		}
	}
}

// eased are the days before the plan that were lighter for a reason that is known: illness.
func (in *Input) eased() map[training.Date]bool {
	days := map[training.Date]bool{}
	for _, c := range in.CheckIns {
		if c.Sick {
			days[c.Date] = true
		}
	}
	return days
}

// races are the days of events before the plan.
func (in *Input) races() map[training.Date]bool {
	days := map[training.Date]bool{}
	for _, e := range in.Hours.Profile.Events {
		days[e.Date] = true
	}
	return days
}
