package rules

import (
	"fmt"
	"slices"

	"fortnight/training"
)

// Bounds of repairs.
const (
	maxRepairs      = 12
	maxSwaps        = 24 // workouts tried in the place of one
	shiftMinutes    = 30
	maxShiftMinutes = 12 * 60
	maxShiftDays    = 7
	lightSets       = 9  // hard leg sets of a lift that is no longer heavy (science §0b on X2)
	easyTSSAnHour   = 50 // of endurance at low intensity
)

// repairer looks for ways out of clashes and tries each on the whole calendar.
type repairer struct {
	x      *explainer
	whole  *Evaluator
	before tally
}

func newRepairer(x *explainer) *repairer {
	r := &repairer{x: x, whole: NewEvaluator(x.in)}
	r.before = r.tally()
	return r
}

// change is a repair, how much it changes — the kind first, then whether a lock gives way, then by how much — and what it leaves broken.
type change struct {
	Repair
	kind   int
	locked bool
	amount float64
	left   Score
}

// The kinds of change, the least first (science §3).
const (
	shiftsStart = iota
	shiftsDay
	swapsContent
	unlocks
)

// repairs are ways out of a clash, those first that leave least broken and cost least. It takes its share of the trials where so many clashes are still to come.
func (r *repairer) repairs(c *clash, toCome int) []Repair {
	after := r.x.trials - r.x.trials/max(1, toCome)
	var list []change
	for _, s := range c.members {
		if r.x.trials <= after {
			r.x.cut = true
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
	var list []change
	for _, options := range [][]remedy{r.starts(c, s), r.days(s), r.swaps(s), eased(s), shortened(s, c), spared(s), lighter(s), unloaded(s)} {
		if found, heals := r.best(c, s, options, after); heals {
			list = append(list, found)
		}
	}
	return append(list, change{kind: unlocks, locked: s.Lock != nil, left: without, Repair: Repair{
		SessionID: &s.ID, Unlock: true, Message: fmt.Sprintf("Unlock or take away the session on %s (%s).", at(s), s.Title),
	}})
}

// daysTried is how many other days that heal a clash are compared. Of the other remedies, which come nearest first, the first that heals
// is taken.
const daysTried = 3

// best is the best of the first remedies of a kind that heal a clash.
func (r *repairer) best(c *clash, s *training.Session, options []remedy, after int) (change, bool) {
	var found *remedy
	for n, healers := 0, 0; n < len(options) && healers < daysTried; n++ {
		if r.x.trials <= after {
			r.x.cut = true
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

func at(s *training.Session) string { return dayName(s.Date) + " " + s.Start.String() }

// remedy is a change with the session as it would be. then is what may follow it, and is said where it may.
type remedy struct {
	change
	session     training.Session
	say         func() string
	then        *training.Session
	thenMessage string
}

// heals tries a member as it would be, nil for without it: the other members keep the rule with it, and on the whole calendar less is
// broken and nothing harmed. It says what is left broken. The member itself is not on the calendar.
func (r *repairer) heals(c *clash, s, changed *training.Session) (Score, bool) {
	members := slices.DeleteFunc(slices.Clone(c.members), func(m *training.Session) bool { return m == s })
	if changed != nil {
		members = append(members, changed)
	}
	if r.x.breaks(c.quest, members) || changed != nil && changed.Date != s.Date && r.spoils(changed) {
		return Score{}, false
	}
	return r.helps(changed)
}

// also tells whether a further session of the days that are judged may follow a changed one.
func (r *repairer) also(changed, next *training.Session) bool {
	if next.Date >= r.x.in.From.AddDays(r.x.in.Days) || r.spoils(next) {
		return false
	}
	r.whole.Add(changed)
	defer r.whole.Remove(changed.ID)
	_, helps := r.helps(next)
	return helps
}
