package stage

import (
	"slices"

	"fortnight/planner/state"
	"fortnight/prescribe"
	"fortnight/rules/catalogue"
	"fortnight/season"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// wants are the sessions that the weeks are to hold, with what may stand for each: as it is written for the athlete, and what the library
// has that is like it. Workouts that are written come to the known ones.
func wants(f *state.Fortnight) []solver.Want {
	who, usual, sets := f.Prescribed(), usualOf(f), legSets(f)
	var wants []solver.Want
	for n, a := range askedFor(f) {
		w := solver.Want{Role: a.slot.Role, Week: a.week, Count: a.count, First: a.slot.First - 1, Last: min(a.slot.Last, f.Run.Days) - 1}
		w.Regular, who.LegSets = inOrder(usual.regular(f, &a.slot), &a), sets[a.week]
		who.RaceSport, who.Race = racePace(f, a.week)
		for _, hall := range halls(f, w.First, w.Last) {
			who.Have = hall.have
			for _, p := range prescribe.For(&a.slot, a.nth, Longest(f, hall.first, hall.last), who) {
				dose(f, &w, &p, false)
			}
		}
		offered(f, n, &a.slot, &w)
		w.Doses = w.Doses[:min(len(w.Doses), solver.MaxDoses)]
		if a.slot.Daily {
			wants = append(wants, daily(f, &w)...)
			continue
		}
		wants = append(wants, w)
	}
	wants = append(wants, wished(f, wants, who)...)
	return wants[:min(len(wants), solver.MaxWants)]
}

// daily is a session that stands on each of its days: one for every open day that has none of its family yet.
func daily(f *state.Fortnight, w *solver.Want) []solver.Want {
	var wants []solver.Want
	for day := w.First; day <= w.Last; day++ {
		stands := slices.ContainsFunc(f.Kept(), func(s training.Session) bool {
			return s.Date == f.Run.From.AddDays(day) && s.Sport == training.Mobility
		})
		if one := *w; !stands && !f.Brief.Days[day].Closed {
			one.First, one.Last, one.Regular = day, day, nil
			wants = append(wants, one)
		}
	}
	return wants
}

// orderly is how much it counts, at the end of a week, that the first of several lifts of a family stands after the others.
const orderly = 0.02

// inOrder lets the first of several lifts of a family come first in its week: A before B.
func inOrder(regular []float64, a *asked) []float64 {
	if a.slot.Sport != training.Strength {
		return regular
	}
	for d := range regular {
		late := float64(d%7) / 6
		if a.nth > 0 {
			late = 1 - late
		}
		regular[d] += orderly * late
	}
	return regular
}

// racePace is the pace of the running race that a week leads to as a fraction of threshold, 0 for none.
func racePace(f *state.Fortnight, week int) (training.Sport, float64) {
	e := f.Brief.Weeks[week].Standing.Event
	if e == nil {
		return "", 0
	}
	return e.Pace(&season.Racer{Thresholds: f.Snapshot.Athlete.Profile.Thresholds})
}

// legSets is how many hard sets for the legs one lift of each week may have, a session at the stations among them, so that all of them keep to what a
// week may have (STR-4), and to how many more than usual (STR-5).
func legSets(f *state.Fortnight) []int {
	limits := catalogue.NewLimits(f.Snapshot.Athlete.Profile, f.Run.From, false, nil)
	usual, known := usualLegSets(f)
	sets := make([]int, len(f.Brief.Weeks))
	for week := range sets {
		lifts, most := legLifts(f, week), int(limits.LegSetsWeek)
		if known {
			most = min(most, max(int(limits.LegSetsRise*usual), int(usual)+moreLegSets, leastLegSets*lifts))
		}
		sets[week] = most / max(1, lifts)
	}
	return sets
}

// legLifts is how many lifts of a week are for the legs as well.
func legLifts(f *state.Fortnight, week int) (lifts int) {
	for i := range f.Brief.Weeks[week].Slots {
		s := &f.Brief.Weeks[week].Slots[i]
		spares := s.Family() == "Q-UPPER" || s.Parts != nil && !slices.Contains(s.Parts, training.Legs)
		if (s.Role == season.S || s.Role == season.SShort) && !spares || s.Sport == training.Strength && s.Role != season.S && s.Role != season.SShort && s.Role != season.Care {
			lifts++
		}
	}
	return lifts
}

// Hard sets for the legs: how many more than usual a week may have whatever is usual (STR-5), and how few of a lift are worth loading the bar for.
const (
	moreLegSets  = 4
	leastLegSets = 5
	legWeeks     = 4 // that say what is usual
)

// usualLegSets is how many hard sets for the legs the four weeks before the plan had a week, and false where they are not all known.
func usualLegSets(f *state.Fortnight) (float64, bool) {
	ledger := f.Snapshot.Ledger()
	if ledger.KnownDays(f.Run.From) < 7*legWeeks {
		return 0, false
	}
	sum := 0
	for _, b := range ledger.Bouts() {
		if !b.Planned && b.Date < f.Run.From && b.Date >= f.Run.From.AddDays(-7*legWeeks) {
			sum += b.HardLegSets
		}
	}
	return float64(sum) / legWeeks, true
}

// dose adds what was written to what may stand for a session, unless it is there already or a gate forbids it.
func dose(f *state.Fortnight, w *solver.Want, p *prescribe.Prescription, onWish bool) {
	known := slices.ContainsFunc(w.Doses, func(d solver.Dose) bool { return d.Workout == p.Workout.ID })
	if known || forbidden(f, &p.Workout) {
		return
	}
	write(f, p.Workout)
	w.Doses = append(w.Doses, solver.Dose{Workout: p.Workout.ID, Off: p.Off, Likeness: writtenLikeness, OnWish: onWish, Follows: season.Follows(p.Dose.Family)})
}

// write notes a workout that was written for the plan.
func write(f *state.Fortnight, w training.Workout) {
	if _, known := f.Workouts[w.ID]; !known {
		f.Workouts[w.ID], f.Written[w.ID] = w, true
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
func offered(f *state.Fortnight, n int, s *season.Slot, w *solver.Want) {
	if n >= len(f.Offers) {
		return
	}
	for _, m := range f.Offers[n].Matches {
		workout, known := f.Workouts[m.WorkoutID]
		if !known || workout.TSS <= 0 || !Suits(f, &workout) {
			continue
		}
		if at := slices.IndexFunc(w.Doses, func(d solver.Dose) bool { return d.Workout == m.WorkoutID }); at >= 0 {
			w.Doses[at].Likeness = max(w.Doses[at].Likeness, m.Score)
			continue
		}
		if off, fits := offOf(f, s, &workout); fits {
			read, _ := f.Reading(&workout)
			w.Doses = append(w.Doses, solver.Dose{Workout: workout.ID, Off: off, Likeness: m.Score, Follows: season.Follows(read.Family)})
		}
	}
}

// offOf is how far a workout is from what a slot asks for, and whether it may stand for it at all.
func offOf(f *state.Fortnight, s *season.Slot, w *training.Workout) (float64, bool) {
	read, known := f.Reading(w)
	at := slices.Index(s.Families, read.Family)
	if !known || at < 0 {
		return 0, false
	}
	if !isFor(w, s.Parts) {
		return 0, false
	}
	minutes := w.DurationSeconds / 60
	most := s.Most
	if s.Role == season.E || s.Role == season.EPlus {
		most = min(most, prescribe.LongestEasy(s.Minutes))
	}
	if minutes < s.Least || minutes > most {
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
	return min(1, off+prescribe.OffFamily(s.Role, at)), true
}

// isFor tells whether a lift is for the parts of the body that its place is for: half of its exercises train one of them most.
func isFor(w *training.Workout, parts []training.MuscleGroup) bool {
	if len(parts) == 0 {
		return true
	}
	do := 0
	for _, id := range w.Demand.Exercises {
		if e, known := training.FindExercise(id); known && len(e.MuscleGroups) > 0 && slices.Contains(parts, e.MuscleGroups[0]) {
			do++
		}
	}
	return 2*do >= len(w.Demand.Exercises)
}

// wished are the sessions that a wish asks for and no week holds.
func wished(f *state.Fortnight, wants []solver.Want, who *prescribe.Athlete) []solver.Want {
	var list []solver.Want
	for _, w := range f.Wishes {
		if f.Asks(&w) == 0 || served(f, &w, wants) {
			continue
		}
		sport := w.Sport
		if sport == "" {
			sport = f.Brief.Main
		}
		first, last := int(w.Dates[0]-f.Run.From), int(w.Dates[len(w.Dates)-1]-f.Run.From)
		want := solver.Want{Role: season.E, Week: first / 7, First: first, Last: last, Asked: f.Asks(&w)}
		if w.Session == wish.Hard {
			want.Role = season.K
		}
		for _, hall := range halls(f, first, last) {
			who.Have = hall.have
			for _, p := range prescribe.Wished(w, sport, Longest(f, hall.first, hall.last), who) {
				dose(f, &want, &p, true)
			}
		}
		list = append(list, want)
	}
	return list
}

// served tells whether something that a week holds anyway may serve a wish.
func served(f *state.Fortnight, w *wish.Wish, wants []solver.Want) bool {
	for i := range wants {
		for _, d := range wants[i].Doses {
			workout := f.Workouts[d.Workout]
			for _, date := range w.Dates {
				if day := int(date - f.Run.From); day >= wants[i].First && day <= wants[i].Last && d.Off < 0.5 && w.Serves(date, &workout) && w.Measures(&workout) {
					return true
				}
			}
		}
	}
	return false
}
