package conflict

import (
	"fmt"
	"slices"

	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// Bounds of repairs.
const (
	maxRepairs = 12
	// daysTried is how many other days that heal a clash are compared. Of the other remedies, which come nearest first, the first that heals
	// is taken.
	daysTried = 3
)

// repairer looks for ways out of clashes and tries each on all that is judged, and on the calendar as it stands where that has other sessions.
type repairer struct {
	*trials
	remedies
	scene
	locks  *locks
	stands *scene // nil where what is judged is the calendar
}

// scene is what repairs are tried on, and what it breaks before any.
type scene struct {
	whole  *frame.Frame
	before tally
}

func sceneOf(in *frame.Input) scene {
	s := scene{whole: brokenOnly(in)}
	s.before = s.tally()
	return s
}

func newRepairer(t *trials, in *frame.Input, locks *locks) *repairer {
	r := &repairer{trials: t, scene: sceneOf(in), locks: locks}
	r.remedies = remedies{in: in, zone: r.whole.Zone}
	if in.Stands != nil {
		stands := sceneOf(standing(*in))
		r.stands = &stands
	}
	return r
}

// standing is what the rules look at of the calendar as it stands, beside what is judged in an input: nothing is asked of it but what holds for every
// calendar.
func standing(in frame.Input) *frame.Input {
	in.Sessions, in.Before, in.Workouts, in.Weeks, in.Goal = in.Stands, nil, nil, nil, nil
	in.TargetFitness, in.Complete, in.FullUntil, in.Proposal = nil, false, 0, false
	return &in
}

// repairs are ways out of a clash, those first that leave least broken and cost least. It takes its share of the trials where so many clashes are still to come.
func (r *repairer) repairs(c *clash, toCome int) []Repair {
	after := r.left - r.left/max(1, toCome)
	var list []change
	for _, s := range c.members {
		if r.left <= after {
			r.cut = true
			break
		}
		list = append(list, r.changes(c, s, after)...)
	}
	slices.SortStableFunc(list, func(a, b change) int { return a.compare(&b) })
	repairs := make([]Repair, 0, len(list))
	for _, change := range list[:min(len(list), maxRepairs)] {
		if change.Kind() != "" {
			change.Revision = r.in.Revision
		}
		repairs = append(repairs, change.Repair)
	}
	return repairs
}

// changes are the best change of each kind to one member.
func (r *repairer) changes(c *clash, s *training.Session, after int) []change {
	r.whole.Remove(s.ID)
	defer r.whole.Add(s)
	without, heals := r.heals(c, s, nil)
	if !heals {
		return nil // what does not help when it is gone does not help elsewhere
	}
	held := slices.Contains(r.in.LockedDays, s.Date)
	var list []change
	for _, options := range [][]remedy{r.starts(c, s), r.days(s), r.swaps(s), eased(s), shortened(s, c), spared(s), lighter(s), unloaded(s)} {
		if found, heals := r.best(c, s, options, after); heals {
			found.Unlock = found.Kind() != "" && (found.locked || held)
			list = append(list, found)
		}
	}
	if s.Lock != nil && !held && r.frees(s) { // on a locked day the day would keep it
		list = append(list, change{kind: unlocks, locked: true, left: without, Repair: Repair{
			SessionID: &s.ID, Unlock: true, Message: fmt.Sprintf("Unlock the session on %s (%s): the next plan may put it elsewhere.", at(s), s.Title),
		}})
	}
	if !r.harmsElsewhere(s, nil) {
		list = append(list, change{kind: removes, locked: s.Lock != nil || held, left: without, Repair: Repair{
			SessionID: &s.ID, Unlock: s.Lock != nil || held, Removes: true, Message: fmt.Sprintf("Take away the session on %s (%s).", at(s), s.Title),
		}})
	}
	if r.stands != nil && r.standsAs(s) == nil {
		for n := range list {
			list[n].Repair = Repair{Message: list[n].Message}
		}
	}
	return list
}

// frees tells whether it is a way out to unlock a member, which is not in what is judged: locks contradict each other less, and where it stands nothing more
// is broken than before, though less is asked of what is locked. A plan is made beside locks, so of those alone every one that goes is one less.
func (r *repairer) frees(s *training.Session) bool {
	unlocked := *s
	unlocked.Lock = nil
	if r.stands != nil {
		return !r.harmsElsewhere(s, &unlocked)
	}
	r.left -= 2
	now, locks := r.with(&unlocked), r.locks.other(s, nil)
	return !now.harms(&r.before) && !locks.harms(&r.locks.before) && r.locks.contradict(&locks) < r.locks.contradict(&r.locks.before)
}

// harmsElsewhere tells whether the locks by themselves, or the calendar as it stands, break something that they did not before once a session is another,
// nil for none. What is only proposed nobody can change.
func (r *repairer) harmsElsewhere(s, changed *training.Session) bool {
	if s.Lock != nil {
		r.left--
		by := changed
		if changed != nil && changed.Lock == nil {
			by = nil
		}
		if now := r.locks.other(s, by); now.harms(&r.locks.before) {
			return true
		}
	}
	if r.stands == nil || r.standsAs(s) == nil {
		return false
	}
	r.left--
	now := r.stands.other(r.standsAs(s), changed)
	return now.harms(&r.stands.before)
}

// standsAs is the session of the calendar that a judged one is, nil where it stands otherwise or not at all.
func (r *repairer) standsAs(s *training.Session) *training.Session {
	for n := range r.in.Stands {
		is := &r.in.Stands[n]
		if is.ID == s.ID && is.Date == s.Date && is.Start == s.Start && is.WorkoutID == s.WorkoutID {
			return is
		}
	}
	return nil
}

// best is the best of the first remedies of a kind that heal a clash.
func (r *repairer) best(c *clash, s *training.Session, options []remedy, after int) (change, bool) {
	var found *remedy
	for n, healers := 0, 0; n < len(options) && healers < daysTried; n++ {
		if r.left <= after {
			r.cut = true
			break
		}
		o := &options[n]
		left, heals := r.heals(c, s, &o.session)
		if !heals {
			continue
		}
		if o.left = left; found == nil || o.compare(&found.change) < 0 {
			found = o
		}
		if healers++; o.kind != shiftsDay {
			break
		}
	}
	if found == nil {
		return change{}, false
	}
	if found.Message = found.say(); found.then != nil && r.also(&found.session, found.then) {
		found.Message += found.thenMessage
	}
	return found.change, true
}

// heals tries a member as it would be, nil for without it: the other members keep the rule with it, and on the whole calendar less is
// broken and nothing harmed. It says what is left broken. The member itself is not on the calendar.
func (r *repairer) heals(c *clash, s, changed *training.Session) (damage, bool) {
	members := slices.DeleteFunc(slices.Clone(c.members), func(m *training.Session) bool { return m == s })
	if changed != nil {
		members = append(members, changed)
	}
	if r.breaks(c.quest, members) || changed != nil && (r.barred(changed) || changed.Date != s.Date && r.spoils(changed)) {
		return damage{}, false
	}
	left, helps := r.helps(changed)
	return left, helps && (changed == nil || !r.harmsElsewhere(s, changed))
}

// also tells whether a further session of the days that are judged may follow a changed one.
func (r *repairer) also(changed, next *training.Session) bool {
	if next.Date >= r.in.From.AddDays(r.in.Days) || r.spoils(next) {
		return false
	}
	r.whole.Add(changed)
	defer r.whole.Remove(changed.ID)
	_, helps := r.helps(next)
	return helps
}

// tally judges the whole calendar as it is.
func (s *scene) tally() tally {
	var t tally
	if !s.whole.Input.Stopped() {
		family.Judge(s.whole, &t)
	}
	return t
}

// with judges it with a session added. Where none is, a session was taken away, which only has to help: it is the last way out, whatever the habits of a
// taper ask for.
func (s *scene) with(added *training.Session) tally {
	if added != nil {
		s.whole.Add(added)
		defer s.whole.Remove(added.ID)
	}
	now := s.tally()
	if added == nil {
		now.soft = s.before.soft
	}
	return now
}

// other judges it with another session in the place of one of it, nil for none.
func (s *scene) other(was, is *training.Session) tally {
	s.whole.Remove(was.ID)
	defer s.whole.Add(was)
	return s.with(is)
}

// helps tells whether less is broken with a session added, nil for none, and what is left: fewer HARD rows, or less excess of them, and
// nothing worse than it was.
func (r *repairer) helps(added *training.Session) (left damage, helps bool) {
	r.left--
	now := r.with(added)
	left = now.damage()
	before := r.before.damage()
	return left, !now.harms(&r.before) && (left.hard < before.hard || left.hard == before.hard && left.excess < before.excess-1e-6)
}

// barred tells whether a session goes against what is stated (RED-6): wherever it is moved, and whatever stays of it, it is not to be done.
func (r *repairer) barred(s *training.Session) bool {
	i := r.whole.SessionItem(s)
	return i.Because != ""
}

// spoils tells whether a session would come to lie where nothing is moved to: on the day of an event, on a day of illness, on one whose
// own session was given up, or, if it is hard, heavy or long, on the eve of an A or B event.
func (r *repairer) spoils(s *training.Session) bool {
	f := r.whole
	i := f.SessionItem(s)
	if at := frame.Index(i.Day); i.Load && at >= 0 && at < frame.SpanDays && f.Sick[at] {
		return true
	}
	for e := range f.Input.Profile.Events {
		event := &f.Input.Profile.Events[e]
		if s.Date == event.Date || event.Priority != training.EventC && s.Date == event.Date-1 && (i.HI || i.Heavy || i.Long) {
			return true
		}
	}
	return false
}
