package planner

import (
	"slices"

	"fortnight/prescribe"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// asked is a session that a week is to hold: one slot of it, or several that are alike.
type asked struct {
	week, nth int // nth of the week's lifts
	slot      season.Slot
	count     int
}

// asked are the sessions that the weeks are to hold beside what stands: the slots, those that are alike together.
func (f *fortnight) asked() []asked {
	var list []asked
	for w := range f.Brief.Weeks {
		lifts, begun := 0, len(list)
		for _, s := range f.Brief.Weeks[w].Slots {
			lift := s.Sport == training.Strength && (s.Role == season.S || s.Role == season.SShort)
			nth := lifts
			if lift {
				lifts++
			}
			if s.Lock > 0 || s.Role == season.RaceDay || len(s.Families) == 0 {
				continue
			}
			at := slices.IndexFunc(list[begun:], func(a asked) bool { return !lift && alike(&a.slot, &s) })
			if at >= 0 {
				a := &list[begun+at]
				a.slot.Minutes = (a.slot.Minutes*a.count + s.Minutes) / (a.count + 1) / 5 * 5
				a.count++
				continue
			}
			list = append(list, asked{w, nth, s, 1})
		}
	}
	return list
}

// alike tells whether two slots may be filled with the same.
func alike(a, b *season.Slot) bool {
	return a.Role == b.Role && a.Sport == b.Sport && a.Level == b.Level && a.First == b.First && a.Last == b.Last && slices.Equal(a.Families, b.Families)
}

// wants are the sessions that the weeks are to hold, with what may stand for each: as it is written for the athlete, and what the library
// has that is like it. Workouts that are written come to the known ones.
func (f *fortnight) wants() []solver.Want {
	who, usual := f.prescribed(), f.usual()
	var wants []solver.Want
	for n, a := range f.asked() {
		w := solver.Want{Role: a.slot.Role, Week: a.week, Count: a.count, First: a.slot.First - 1, Last: min(a.slot.Last, f.run.Days) - 1}
		w.Regular = usual.regular(f, &a.slot)
		for _, hall := range f.halls(w.First, w.Last) {
			who.Have = hall.have
			for _, p := range prescribe.For(&a.slot, a.nth, f.longest(hall.first, hall.last), who) {
				f.dose(&w, &p, false)
			}
		}
		f.offered(n, &a.slot, &w)
		w.Doses = w.Doses[:min(len(w.Doses), solver.MaxDoses)]
		wants = append(wants, w)
	}
	wants = append(wants, f.wished(wants, who)...)
	return wants[:min(len(wants), solver.MaxWants)]
}

// dose adds what was written to what may stand for a session, unless it is there already or a gate forbids it.
func (f *fortnight) dose(w *solver.Want, p *prescribe.Prescription, onWish bool) {
	known := slices.ContainsFunc(w.Doses, func(d solver.Dose) bool { return d.Workout == p.Workout.ID })
	if known || f.forbidden(&p.Workout) {
		return
	}
	f.write(p.Workout)
	w.Doses = append(w.Doses, solver.Dose{Workout: p.Workout.ID, Off: p.Off, Likeness: writtenLikeness, OnWish: onWish})
}

// write notes a workout that was written for the plan.
func (f *fortnight) write(w training.Workout) {
	if _, known := f.workouts[w.ID]; !known {
		f.workouts[w.ID], f.written[w.ID] = w, true
	}
}

// writtenLikeness is how well what is written for a slot fits the words that the library was searched for with: well, but a workout that
// somebody wrote with what is wished for fits better.
const writtenLikeness = 0.7

// How far a workout of the library is from what is asked for by its level and by its length.
const (
	levelOff      = 0.4
	minuteOff     = 0.01
	libraryLength = 0.2 // of the length of a session with a ladder: the main set is what counts
)

// offered adds what the library has for a slot: its families, a level at most away, as long as the slot may be.
func (f *fortnight) offered(n int, s *season.Slot, w *solver.Want) {
	if n >= len(f.Offers) {
		return
	}
	for _, m := range f.Offers[n].Matches {
		workout, known := f.workouts[m.WorkoutID]
		if !known || workout.TSS <= 0 || !f.suits(&workout) {
			continue
		}
		if at := slices.IndexFunc(w.Doses, func(d solver.Dose) bool { return d.Workout == m.WorkoutID }); at >= 0 {
			w.Doses[at].Likeness = max(w.Doses[at].Likeness, m.Score)
			continue
		}
		if off, fits := offOf(s, &workout); fits {
			w.Doses = append(w.Doses, solver.Dose{Workout: workout.ID, Off: off, Likeness: m.Score})
		}
	}
}

// offOf is how far a workout is from what a slot asks for, and whether it may stand for it at all.
func offOf(s *season.Slot, w *training.Workout) (float64, bool) {
	read, known := session.LevelOf(*w)
	if !known || !slices.Contains(s.Families, read.Family) {
		return 0, false
	}
	minutes := w.DurationSeconds / 60
	if minutes < s.Least || minutes > s.Most {
		return 0, false
	}
	away := max(minutes-s.Minutes, s.Minutes-minutes)
	off := minuteOff * float64(away)
	if s.Level > 0 {
		apart := max(read.Level-s.Level, s.Level-read.Level)
		if apart > 1 || read.Level > max(s.Level, s.Highest) {
			return 0, false
		}
		off = levelOff*float64(apart) + libraryLength*off
	}
	if s.Role == season.L {
		off = prescribe.OffLength(minutes, s.Minutes)
	}
	return min(1, off), true
}

// longest is the length in minutes of the longest that a session may be on some days.
func (f *fortnight) longest(first, last int) int {
	longest := 0
	for d := max(0, first); d <= last; d++ {
		if f.Brief.Days[d].Closed {
			continue
		}
		date := f.run.From.AddDays(d)
		minutes, _ := f.snapshot.Hours().Room(date)
		if left, limited := f.Wishes.Left(date, "", f.kept()); limited {
			minutes = min(minutes, left)
		}
		longest = max(longest, minutes)
	}
	if most := f.Brief.Gates.MostMinutes; most > 0 {
		longest = min(longest, most)
	}
	return longest
}

// wished are the sessions that a wish asks for and no week holds.
func (f *fortnight) wished(wants []solver.Want, who *prescribe.Athlete) []solver.Want {
	var list []solver.Want
	for _, w := range f.Wishes {
		if w.Kind != wish.Prefer || f.served(&w, wants) {
			continue
		}
		sport := w.Sport
		if sport == "" {
			sport = f.Brief.Main
		}
		first, last := int(w.Dates[0]-f.run.From), int(w.Dates[len(w.Dates)-1]-f.run.From)
		want := solver.Want{Role: season.E, Week: first / 7, First: first, Last: last}
		if w.Session == wish.Hard {
			want.Role = season.K
		}
		for _, hall := range f.halls(first, last) {
			who.Have = hall.have
			for _, p := range prescribe.Wished(w, sport, f.longest(hall.first, hall.last), who) {
				f.dose(&want, &p, true)
			}
		}
		list = append(list, want)
	}
	return list
}

// served tells whether something that a week holds anyway may serve a wish.
func (f *fortnight) served(w *wish.Wish, wants []solver.Want) bool {
	for i := range wants {
		for _, d := range wants[i].Doses {
			workout := f.workouts[d.Workout]
			for _, date := range w.Dates {
				if day := int(date - f.run.From); day >= wants[i].First && day <= wants[i].Last && d.Off < 0.5 && w.Serves(date, &workout) {
					return true
				}
			}
		}
	}
	return false
}

// prescribed is the athlete as workouts are written for.
func (f *fortnight) prescribed() *prescribe.Athlete {
	p := &f.snapshot.Athlete.Profile
	a := &prescribe.Athlete{
		Season: &f.Brief.Athlete, Thresholds: p.Thresholds, Goal: &f.Brief.Goal, Main: f.Brief.Main, RIROnly: true, Levels: f.Brief.Levels,
		Spare: f.Brief.Gates.Spare,
	}
	a.Lifter = session.Lifter{
		Level: p.Level, Age: f.Brief.Athlete.Age, Months: f.Brief.Athlete.LiftMonths(),
		PregnantWeek: f.Brief.Gates.PregnantWeek, PostpartumWeek: f.Brief.Gates.BirthWeek,
	}
	for _, m := range p.OneRepMaxes {
		if m.MeasuredOn > f.run.From.AddDays(-recentMax) {
			a.RIROnly = false
		}
	}
	return a
}

// recentMax is for how many days a one-repetition maximum is good (coaching 5).
const recentMax = 120
