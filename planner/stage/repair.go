package stage

import (
	"fmt"
	"maps"
	"slices"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// Repaired is the draft after a repair, why what stood was moved or taken away, and whether a HARD rule is still broken.
type Repaired struct {
	Draft   []runs.ProposedSession
	Grounds state.Grounds
	Broken  bool
}

// Repair mends the proposal by code.
func Repair(f *state.Fortnight) (Repaired, []runs.Event) {
	r := newRepairer(f)
	r.mend()
	mended := *f
	mended.Grounds = r.grounds
	return Repaired{draft(&mended, append(f.Locked(), r.sessions...)), r.grounds, r.rules.Score().Hard > 0}, r.events
}

// repairer holds the draft while it is changed.
type repairer struct {
	*state.Fortnight
	rules    *rules.Evaluator
	sessions []training.Session // the draft's that may be changed
	grounds  state.Grounds
	events   []runs.Event
}

func newRepairer(f *state.Fortnight) *repairer {
	r := &repairer{Fortnight: f, grounds: maps.Clone(f.Grounds)}
	if r.grounds == nil {
		r.grounds = state.Grounds{}
	}
	for _, s := range f.Sessions() {
		if !f.Fixed(&s) {
			r.sessions = append(r.sessions, s)
		}
	}
	r.reload()
	return r
}

// reload gives the evaluator the sessions afresh: their places in memory have changed.
func (r *repairer) reload() {
	r.rules = rules.NewEvaluator(r.Whole(r.Locked()))
	for i := range r.sessions {
		r.rules.Add(&r.sessions[i])
	}
}

// mend changes as little as will do. While a HARD rule is broken, the one change of one session is made that leaves the fewest rows broken,
// and those by least: another workout in its place, else another day, else none. Where no such change helps, two sessions go at once, and
// where that does not either, all go and those come back that break nothing beside what stands: what is locked and done alone is the
// least that a plan can break.
func (r *repairer) mend() {
	for range len(r.Draft) + rules.MaxDays {
		if r.rules.Score().Hard == 0 || !r.step() && !r.dropTwo() {
			break
		}
	}
	if r.rules.Score().Hard > 0 {
		r.refill()
	}
}

// lessBroken tells whether a score has fewer HARD rows broken, or as many by less.
func lessBroken(s, than rules.Score) bool {
	return s.Hard < than.Hard || s.Hard == than.Hard && s.Excess < than.Excess-1e-6
}

// step makes the best change of one session, if one helps.
func (r *repairer) step() bool {
	before := r.rules.Score()
	best, at := before, -1
	var change *training.Session
	for i := range r.sessions {
		if r.Stopped() {
			return false
		}
		old := &r.sessions[i]
		r.rules.Remove(old.ID)
		candidates := r.changes(old)
		for n := range candidates {
			r.rules.Add(&candidates[n])
			score := r.rules.Score()
			if r.rules.Remove(candidates[n].ID); lessBroken(score, best) || change != nil && score.Better(best) {
				best, at, change = score, i, &candidates[n]
			}
		}
		if score := r.rules.Score(); lessBroken(score, best) {
			best, at, change = score, i, nil
		}
		r.rules.Add(old)
	}
	if at < 0 {
		return false
	}
	r.put(at, change)
	return true
}

// dropTwo takes away the two sessions without which least is broken, if that helps.
func (r *repairer) dropTwo() bool {
	best, a, b := r.rules.Score(), -1, -1
	for i := range r.sessions {
		if r.Stopped() {
			return false
		}
		r.rules.Remove(r.sessions[i].ID)
		for k := range i {
			r.rules.Remove(r.sessions[k].ID)
			if score := r.rules.Score(); lessBroken(score, best) {
				best, a, b = score, k, i
			}
			r.rules.Add(&r.sessions[k])
		}
		r.rules.Add(&r.sessions[i])
	}
	if a < 0 {
		return false
	}
	r.put(b, nil)
	r.put(a, nil)
	return true
}

// refill takes all away and puts back, those that matter most first, what breaks nothing more.
func (r *repairer) refill() {
	order := slices.Clone(r.sessions)
	slices.SortStableFunc(order, func(a, b training.Session) int { return r.matters(&a) - r.matters(&b) })
	was := r.violations()
	back := map[training.SessionID]bool{}
	r.rules = rules.NewEvaluator(r.Whole(r.Locked()))
	now := r.rules.Score()
	for i := range order {
		r.rules.Add(&order[i])
		if score := r.rules.Score(); !lessBroken(now, score) {
			now, back[order[i].ID] = score, true
			continue
		}
		r.rules.Remove(order[i].ID)
	}
	for i := len(r.sessions) - 1; i >= 0; i-- {
		if s := r.sessions[i]; !back[s.ID] {
			r.sessions = slices.Delete(r.sessions, i, i+1)
			r.tell(&s, nil, state.RestsOn(&s, was))
		}
	}
	r.reload()
}

// matters orders sessions as a week that is cut keeps them (science RET-4).
func (r *repairer) matters(s *training.Session) int {
	switch d := &s.Load.Demand; {
	case s.KeyFlagged:
		return 0
	case s.Key, d.HighIntensity:
		return 1
	case s.Sport == training.Strength:
		return 2
	}
	return 3
}

// put makes a change: another session in the place of one, nil for none.
func (r *repairer) put(at int, change *training.Session) {
	was, old := r.violations(), r.sessions[at]
	if change != nil {
		r.sessions[at] = *change
	} else {
		r.sessions = slices.Delete(r.sessions, at, at+1)
	}
	r.reload()
	r.tell(&old, change, state.Cured(was, r.violations()))
}

// tell records a change and what it rests on.
func (r *repairer) tell(old, change *training.Session, because rules.RuleCheck) {
	if r.grounds[old.ID] == "" {
		r.grounds[old.ID] = because.Reason()
	}
	event := &runs.SessionReplaced{Date: old.Date, Before: old.WorkoutID, Because: because}
	message := fmt.Sprintf("%s: %s is taken away, because %s", prose.Day(old.Date), old.Title, state.CheckMessage(&because))
	if change != nil {
		event.After = change.WorkoutID
		message = fmt.Sprintf("%s: %s gives way to %s on %s, because %s", prose.Day(old.Date), old.Title, change.Title, prose.Day(change.Date), state.CheckMessage(&because))
	}
	event.EventHead = runs.Head(runs.Repair, message)
	r.events = append(r.events, event)
}

// violations are the broken HARD rows of the draft as it is.
func (r *repairer) violations() []rules.RuleCheck {
	return r.Breaks(append(r.Locked(), r.sessions...))
}

// changes are a session's: each other workout that the library offered for its kind of day and that is no longer, and each other day. What
// illness rules out is not made up for elsewhere.
func (r *repairer) changes(old *training.Session) []training.Session {
	if r.rules.Sick(int(old.Date-r.Run.From) + 1) {
		return nil
	}
	var list []training.Session
	if !r.Run.KeepPlanned || old.RunID == r.Run.ID {
		list = r.swaps(old)
	}
	for d := range r.Run.Days {
		s := *old
		s.Date = r.Run.From.AddDays(d)
		if s.Date == old.Date || !r.takes(s.Date) {
			continue
		}
		fits := r.Snapshot.Hours().Ahead(&s) && rules.Fits(r.Snapshot.Athlete.Profile, s.Date, s.Start, s.Sport, s.Load.DurationSeconds)
		if fits && r.allows(s.Date, r.Workouts.Of(&s), old) {
			list = append(list, s)
		}
	}
	return list
}

// takes tells whether a session may be moved to a day: not to one that is past, locked or ill, to that of an event, nor to one whose own
// session was given up.
func (r *repairer) takes(date training.Date) bool {
	snapshot := &r.Snapshot
	event := slices.ContainsFunc(snapshot.Athlete.Profile.Events, func(e training.Event) bool { return e.Date == date })
	return date >= snapshot.Today && !event && !slices.Contains(snapshot.LockedDays, date) && !r.GaveUp(date) && !r.rules.Sick(int(date-r.Run.From)+1)
}

// holds tells whether the week of a day is to hold sessions of a workout's family.
func (r *repairer) holds(date training.Date, w *training.Workout) bool {
	read, known := r.Reading(w)
	for _, s := range r.Brief.Weeks[int(date-r.Run.From)/7].Slots {
		if known && slices.Contains(s.Families, read.Family) {
			return true
		}
	}
	return false
}

// swaps are the other workouts that the library offered and that are no longer.
func (r *repairer) swaps(old *training.Session) []training.Session {
	var list []training.Session
	stood := r.Standing()
	for _, o := range r.Offers {
		for _, m := range o.Matches {
			w := r.Workouts[m.WorkoutID]
			if w.ID == "" || w.ID == old.WorkoutID || w.DurationSeconds > old.Load.DurationSeconds || len(list) > 40 {
				continue
			}
			if !Suits(r.Fortnight, &w) || !r.allows(old.Date, &w, old) || !r.holds(old.Date, &w) {
				continue
			}
			s := *old
			if stood[old.ID] != nil {
				s.ID, s.RunID, s.KeyFlagged = r.free(old.Date, w.ID), r.Run.ID, false
			}
			s.WorkoutID, s.Title, s.Sport, s.Focus, s.Load = w.ID, w.Title, w.Sport, w.Focus, w.Load
			list = append(list, s)
		}
	}
	return list
}

// free is the id of a new session of a workout on a day, that of a second one where the plan has one.
func (r *repairer) free(date training.Date, w training.WorkoutID) training.SessionID {
	id := r.NewID(date, false, w)
	if slices.ContainsFunc(r.sessions, func(s training.Session) bool { return s.ID == id }) {
		id = r.NewID(date, true, w)
	}
	return id
}

// allows tells whether the wish, and what is at hand, allow a workout on a day in place of a session.
func (r *repairer) allows(date training.Date, w *training.Workout, instead *training.Session) bool {
	if Barred(r.Fortnight, date, instead.Start, w) {
		return false
	}
	if len(r.Wishes) == 0 {
		return true
	}
	standing := r.Locked()
	for i := range r.sessions {
		if r.sessions[i].ID != instead.ID {
			standing = append(standing, r.sessions[i])
		}
	}
	return r.Wishes.Allows(date, w, standing)
}
