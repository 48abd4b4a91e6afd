package rules

import (
	"cmp"

	"fortnight/training"
)

// tally is what a calendar breaks, rule by rule: how many HARD rows and by what share of their limits, and the cost of SOFT ones.
type tally struct {
	weigh func(*row) float64
	hard  [ruleCount]struct {
		count  int
		excess float64
	}
	soft [ruleCount]float64
}

func (t *tally) take(r row) {
	switch {
	case !r.broken():
	case r.severity == Hard:
		t.hard[r.rule].count++
		t.hard[r.rule].excess += r.excess()
	case r.severity == Soft:
		t.soft[r.rule] += t.weigh(&r) * r.excess()
	}
}

func (r *repairer) tally() tally {
	t := tally{weigh: r.whole.weight}
	r.whole.frame.judge(&t)
	return t
}

func (t *tally) score() (s Score) {
	for rule := range t.hard {
		s.Hard += t.hard[rule].count
		s.Excess += t.hard[rule].excess
		s.Cost += t.soft[rule]
	}
	return s
}

// eventRules are those that protect an event: a repair leaves none of them worse, HARD or SOFT.
var eventRules = [...]code{tap1, tap4, tap5, tap6, tap7, int6}

// harms tells whether something is broken worse than before: a HARD rule in another row or by more, or what protects an event.
func (t *tally) harms(before *tally) bool {
	for rule := range t.hard {
		if t.hard[rule].count > before.hard[rule].count || t.hard[rule].excess > before.hard[rule].excess+1e-6 {
			return true
		}
	}
	for _, rule := range eventRules {
		if t.soft[rule] > before.soft[rule]+1e-6 {
			return true
		}
	}
	return false
}

// helps tells whether less is broken with a session added, nil for none, and what is left: fewer HARD rows, or less excess of them, and
// nothing worse than it was. Taking a session away only has to help: it is the last way out, whatever the habits of a taper ask for.
func (r *repairer) helps(added *training.Session) (left Score, helps bool) {
	r.x.trials--
	if added != nil {
		r.whole.Add(added)
		defer r.whole.Remove(added.ID)
	}
	now := r.tally()
	if left = now.score(); added == nil {
		now.soft = r.before.soft
	}
	before := r.before.score()
	return left, !now.harms(&r.before) && (left.Hard < before.Hard || left.Hard == before.Hard && left.Excess < before.Excess-1e-6)
}

// spoils tells whether a session would come to lie where nothing is moved to: on the day of an event, on a day of illness, on one whose
// own session was given up, or, if it is hard, heavy or long, on the eve of an A or B event.
func (r *repairer) spoils(s *training.Session) bool {
	f := r.whole.frame
	i := f.sessionItem(s)
	if at := index(i.day); i.load && at >= 0 && at < spanDays && f.sick[at] {
		return true
	}
	for e := range f.in.Profile.Events {
		event := &f.in.Profile.Events[e]
		if s.Date == event.Date || event.Priority != training.EventC && s.Date == event.Date-1 && (i.hi || i.heavy || i.long) {
			return true
		}
	}
	return false
}

// What changes cost beside the SOFT rules that they leave broken: by kind, by whether a lock gives way, and by how much in its kind.
const (
	kindPrice   = 10.0
	lockPrice   = 1.0
	amountPrice = 1.0 // of all of mostAmount
)

// mostAmount is what a change of a kind comes to at most: minutes, days, TSS.
var mostAmount = [...]float64{shiftsStart: maxShiftMinutes, shiftsDay: maxShiftDays, swapsContent: 200, unlocks: 1}

func (c *change) price() float64 {
	price := c.left.Cost + kindPrice*float64(c.kind) + amountPrice*min(1, c.amount/mostAmount[c.kind])
	if c.locked {
		price += lockPrice
	}
	return price
}

// compare ranks changes: fewer HARD rows left broken, then less excess of them, then what the change costs with the SOFT rules it leaves.
func (c *change) compare(than *change) int {
	if abs(c.left.Excess-than.left.Excess) > 1e-6 || c.left.Hard != than.left.Hard {
		return cmp.Or(cmp.Compare(c.left.Hard, than.left.Hard), cmp.Compare(c.left.Excess, than.left.Excess))
	}
	return cmp.Compare(c.price(), than.price())
}
