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

// repairer looks for ways out of clashes and tries each on the whole calendar.
type repairer struct {
	*trials
	remedies
	whole  *frame.Frame
	before tally
}

func newRepairer(t *trials, in *frame.Input) *repairer {
	r := &repairer{trials: t, whole: brokenOnly(in)}
	r.remedies = remedies{in: in, zone: r.whole.Zone}
	r.before = r.tally()
	return r
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
	if s.Lock != nil && !held { // on a locked day the day would keep it
		list = append(list, change{kind: unlocks, locked: true, left: without, Repair: Repair{
			SessionID: &s.ID, Unlock: true, Message: fmt.Sprintf("Unlock the session on %s (%s): the next plan may put it elsewhere.", at(s), s.Title),
		}})
	}
	return append(list, change{kind: removes, locked: s.Lock != nil || held, left: without, Repair: Repair{
		SessionID: &s.ID, Unlock: s.Lock != nil || held, Removes: true, Message: fmt.Sprintf("Take away the session on %s (%s).", at(s), s.Title),
	}})
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
	if r.breaks(c.quest, members) || changed != nil && changed.Date != s.Date && r.spoils(changed) {
		return damage{}, false
	}
	return r.helps(changed)
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
func (r *repairer) tally() tally {
	var t tally
	if !r.whole.Input.Stopped() {
		family.Judge(r.whole, &t)
	}
	return t
}

// helps tells whether less is broken with a session added, nil for none, and what is left: fewer HARD rows, or less excess of them, and
// nothing worse than it was. Taking a session away only has to help: it is the last way out, whatever the habits of a taper ask for.
func (r *repairer) helps(added *training.Session) (left damage, helps bool) {
	r.left--
	if added != nil {
		r.whole.Add(added)
		defer r.whole.Remove(added.ID)
	}
	now := r.tally()
	if left = now.damage(); added == nil {
		now.soft = r.before.soft
	}
	before := r.before.damage()
	return left, !now.harms(&r.before) && (left.hard < before.hard || left.hard == before.hard && left.excess < before.excess-1e-6)
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
