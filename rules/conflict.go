package rules

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// Bounds of an explanation.
const (
	maxSets         = 24
	maxRepairs      = 6
	shiftMinutes    = 30
	maxShiftMinutes = 12 * 60
	maxShiftDays    = 7
)

// explain finds, for every broken HARD row, a smallest set of planned sessions that breaks it by themselves, and the ways out. Sets are
// found by deletion: a session without which the row still is broken is left out.
func explain(in Input, f *frame, all rows) []ConflictSet {
	sets := []ConflictSet{}
	seen := map[string]bool{}
	for i := range all {
		if len(sets) == maxSets {
			break
		}
		r := &all[i]
		if r.severity != Hard || !r.broken() {
			continue
		}
		members := f.smallest(in, r)
		key := setKey(r, members)
		if seen[key] {
			continue
		}
		seen[key] = true
		sets = append(sets, f.conflictSet(in, r, members))
	}
	return sets
}

func setKey(r *row, members []*training.Session) string {
	parts := []string{string(r.rule)}
	for _, s := range members {
		parts = append(parts, string(s.ID))
	}
	if len(members) == 0 {
		parts = append(parts, fmt.Sprint(r.from, r.to))
	}
	return strings.Join(parts, " ")
}

// smallest drops one session after the other from those of a broken row as long as its rule stays broken in that window.
func (f *frame) smallest(in Input, r *row) []*training.Session {
	var members []*training.Session
	for _, i := range f.itemsOf(r) {
		members = append(members, i.session)
	}
	for n := 0; n < len(members); {
		without := slices.Delete(slices.Clone(members), n, n+1)
		if breaks(in, without, r) {
			members = without
		} else {
			n++
		}
	}
	return members
}

// breaks tells whether sessions by themselves break a rule within a window.
func breaks(in Input, sessions []*training.Session, r *row) bool {
	in.Sessions = standing(in, sessions)
	alone := rows{}
	newFrame(&in).judge(&alone)
	return slices.ContainsFunc(alone, func(o row) bool {
		return o.rule == r.rule && o.severity == Hard && o.broken() && o.from <= r.to && o.to >= r.from
	})
}

// standing is the input's history of sessions with only the given ones of the plan.
func standing(in Input, planned []*training.Session) []training.Session {
	var list []training.Session
	for i := range in.Sessions {
		if s := &in.Sessions[i]; s.Status != training.Planned || s.Date < in.From {
			list = append(list, *s)
		}
	}
	for _, s := range planned {
		list = append(list, *s)
	}
	return list
}

func (f *frame) conflictSet(in Input, r *row, members []*training.Session) ConflictSet {
	set := ConflictSet{
		RuleIDs: []ID{r.rule}, Sessions: []training.PlannedSession{}, Dates: []training.Date{}, Message: string(r.rule) + ": " + f.message(r),
		Repairs: repairs(in, members),
	}
	for _, s := range members {
		set.Sessions = append(set.Sessions, s.PlannedSession)
	}
	if len(members) == 0 || strings.HasPrefix(string(r.rule), "AVL") || strings.HasPrefix(string(r.rule), "RED") {
		set.Dates = append(set.Dates, f.date(r.to))
	}
	return set
}

// repairs are ways out of a set, the least change first: another start on the same day, another day, and giving the session up. Each is
// tried on the whole calendar: fewer HARD rows must be broken than before.
func repairs(in Input, members []*training.Session) []Repair {
	e := NewEvaluator(in)
	before := e.Score().Hard
	var starts, days, gone []Repair
	for _, s := range members {
		e.Remove(s.ID)
		if r, found := restart(e, in, s, before); found {
			starts = append(starts, r)
		}
		if r, found := reschedule(e, in, s, before); found {
			days = append(days, r)
		}
		if e.Score().Hard < before {
			gone = append(gone, Repair{
				SessionID: &s.ID, Unlock: true,
				Message: fmt.Sprintf("Unlock or take away the session on %s %s (%s).", dayName(s.Date), s.Start, s.Title),
			})
		}
		e.Add(s)
	}
	all := slices.Concat(starts, days, gone)
	if all == nil {
		return []Repair{}
	}
	return all[:min(len(all), maxRepairs)]
}

// restart looks for the nearest other start on the same day.
func restart(e *Evaluator, in Input, s *training.Session, before int) (Repair, bool) {
	for shift := shiftMinutes; shift <= maxShiftMinutes; shift += shiftMinutes {
		for _, sign := range []int{-1, 1} {
			start := int(s.Start) + sign*shift
			if start < 0 || start >= 24*60 {
				continue
			}
			moved := *s
			moved.Start = training.LocalTime(start)
			if fits(in, &moved) && heals(e, &moved, before) {
				return Repair{
					SessionID: &s.ID, Start: &moved.Start,
					Message: fmt.Sprintf("Start the session on %s (%s) at %s instead of %s.", dayName(s.Date), s.Title, moved.Start, s.Start),
				}, true
			}
		}
	}
	return Repair{}, false
}

// reschedule looks for the nearest other day, later before earlier, at the same start.
func reschedule(e *Evaluator, in Input, s *training.Session, before int) (Repair, bool) {
	for shift := 1; shift <= maxShiftDays; shift++ {
		for _, sign := range []int{1, -1} {
			moved := *s
			moved.Date = s.Date.AddDays(sign * shift)
			if moved.Date < max(in.From, in.Today) || moved.Date >= in.From.AddDays(in.Days) || slices.Contains(in.LockedDays, moved.Date) {
				continue
			}
			if fits(in, &moved) && heals(e, &moved, before) {
				return Repair{
					SessionID: &s.ID, Date: &moved.Date,
					Message: fmt.Sprintf("Move the session on %s %s (%s) to %s.", dayName(s.Date), s.Start, s.Title, dayName(moved.Date)),
				}, true
			}
		}
	}
	return Repair{}, false
}

func fits(in Input, s *training.Session) bool {
	return Fits(in.Profile, s.Date, s.Start, s.Sport, s.Load.DurationSeconds)
}

func heals(e *Evaluator, s *training.Session, before int) bool {
	e.Add(s)
	better := e.Score().Hard < before
	e.Remove(s.ID)
	return better
}
