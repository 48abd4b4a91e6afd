package rules

import (
	"cmp"
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

// tally counts the broken HARD rows by rule.
type tally [ruleCount]int

func (t *tally) take(r row) {
	if r.severity == Hard && r.broken() {
		t[r.rule]++
	}
}

func newRepairer(x *explainer) *repairer {
	r := &repairer{x: x, whole: NewEvaluator(x.in)}
	r.whole.frame.judge(&r.before)
	return r
}

// change is a repair and how much it changes: the kind first, then whether a lock gives way, then by how much.
type change struct {
	Repair
	kind   int
	locked bool
	amount float64
}

// The kinds of change, the least first (science §3).
const (
	shiftsStart = iota
	shiftsDay
	swapsContent
	unlocks
)

// repairs are ways out of a clash, the least change first. It takes its share of the trials where so many clashes are still to come.
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
	slices.SortStableFunc(list, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), int(one(a.locked)-one(b.locked)), cmp.Compare(a.amount, b.amount))
	})
	repairs := make([]Repair, 0, len(list))
	for _, change := range list[:min(len(list), maxRepairs)] {
		repairs = append(repairs, change.Repair)
	}
	return repairs
}

// changes are the least change of each kind to one member.
func (r *repairer) changes(c *clash, s *training.Session, after int) []change {
	r.whole.Remove(s.ID)
	defer r.whole.Add(s)
	var list []change
	if !r.heals(c, s, nil) {
		return nil // what does not help when it is gone does not help elsewhere
	}
	for _, options := range [][]remedy{r.starts(c, s), r.days(s), r.swaps(s), eased(s), shortened(s, c), lighter(s), unloaded(s)} {
		if found, heals := r.first(c, s, options, after); heals {
			list = append(list, found)
		}
	}
	return append(list, change{kind: unlocks, locked: s.Lock != nil, Repair: Repair{
		SessionID: &s.ID, Unlock: true, Message: fmt.Sprintf("Unlock or take away the session on %s (%s).", at(s), s.Title),
	}})
}

// first is the first of some remedies that heals a clash.
func (r *repairer) first(c *clash, s *training.Session, options []remedy, after int) (change, bool) {
	for n := range options {
		if r.x.trials <= after {
			r.x.cut = true
			break
		}
		o := &options[n]
		if !r.heals(c, s, &o.session) {
			continue
		}
		if o.Message = o.say(); o.then != nil && r.also(&o.session, o.then) {
			o.Message += o.thenMessage
		}
		return o.change, true
	}
	return change{}, false
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

// heals tries a member as it would be, nil for without it: the other members keep the rule with it, and on the whole calendar fewer HARD
// rows are broken, and of no rule more. The member itself is not on the calendar.
func (r *repairer) heals(c *clash, s, changed *training.Session) bool {
	members := slices.DeleteFunc(slices.Clone(c.members), func(m *training.Session) bool { return m == s })
	if changed != nil {
		members = append(members, changed)
	}
	return !r.x.breaks(c.quest, members) && r.fewer(changed)
}

// fewer tells whether fewer HARD rows are broken with some sessions added.
func (r *repairer) fewer(added *training.Session) bool {
	r.x.trials--
	if added != nil {
		r.whole.Add(added)
		defer r.whole.Remove(added.ID)
	}
	var now tally
	total, before := 0, 0
	r.whole.frame.judge(&now)
	for rule, count := range now {
		if total += count; count > r.before[rule] {
			return false
		}
	}
	for _, count := range r.before {
		before += count
	}
	return total < before
}

// also tells whether a further session of the days that are judged may follow a changed one.
func (r *repairer) also(changed, next *training.Session) bool {
	if next.Date >= r.x.in.From.AddDays(r.x.in.Days) {
		return false
	}
	r.whole.Add(changed)
	defer r.whole.Remove(changed.ID)
	return r.fewer(next)
}
