package conflict

import (
	"cmp"
	"math"
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// change is a repair, how much it changes — the kind first, then whether a lock gives way, then by how much — and what it leaves broken.
type change struct {
	Repair
	kind   int
	locked bool
	amount float64
	left   damage
}

// The kinds of change, the least first (science §3).
const (
	shiftsStart = iota
	shiftsDay
	swapsContent
	unlocks
	removes
)

// How far a session is moved at most.
const (
	maxShiftMinutes = 12 * 60
	maxShiftDays    = 7
)

// mostAmount is what a change of a kind comes to at most: minutes, days, TSS.
var mostAmount = [...]float64{shiftsStart: maxShiftMinutes, shiftsDay: maxShiftDays, swapsContent: 200, unlocks: 1, removes: 1}

// tally is what a calendar breaks, rule by rule: how many HARD rows and by what share of their limits, each of those rows, and the cost of SOFT ones.
type tally struct {
	hard [catalogue.Count]struct {
		count  int
		excess float64
	}
	rows []brokenRow
	soft [catalogue.Count]float64
}

// brokenRow is a HARD row that is broken, by what tells it from others: the planned sessions that it is about, wherever they stand, or else its days.
type brokenRow struct {
	rule     catalogue.Code
	note     string
	atLeast  bool
	event    *training.Event
	from, to int // 0 of a row about sessions
	a, b     training.SessionID
	over     over
}

// over is how far a row is beyond its limit: as a share of it, and in the rule's unit, for the limit may be another too.
type over struct{ share, amount float64 }

func brokenRowOf(r *frame.Row) brokenRow {
	row := brokenRow{rule: r.Rule, note: r.Note, atLeast: r.AtLeast, event: r.Event, over: over{r.Excess(), math.Abs(r.Measured - r.Limit)}}
	for _, of := range []struct {
		item *frame.Item
		id   *training.SessionID
	}{{r.A, &row.a}, {r.B, &row.b}} {
		if of.item != nil && of.item.Planned {
			*of.id = of.item.Session.ID
		}
	}
	if row.a == "" && row.b == "" {
		row.from, row.to = r.From, r.To
	}
	return row
}

// among tells whether a row is one of some, by however much those are broken.
func (r brokenRow) among(rows []brokenRow) bool {
	return slices.ContainsFunc(rows, func(other brokenRow) bool {
		other.over = r.over
		return other == r
	})
}

// within tells whether a row is one that was broken before, by no less.
func (r brokenRow) within(before []brokenRow) bool {
	return slices.ContainsFunc(before, func(was brokenRow) bool {
		by := was.over
		was.over = r.over
		return was == r && r.over.share <= by.share+1e-6 && r.over.amount <= by.amount+1e-6
	})
}

func (t *tally) Take(r frame.Row) {
	switch {
	case !r.Broken():
	case r.Severity == catalogue.Hard:
		t.hard[r.Rule].count++
		t.hard[r.Rule].excess += r.Excess()
		t.rows = append(t.rows, brokenRowOf(&r))
	case r.Severity == catalogue.Soft:
		t.soft[r.Rule] += r.Cost() * r.Excess()
	}
}

// damage is what a calendar breaks: how many HARD rows and by what share of their limits in all, and what SOFT ones cost.
type damage struct {
	hard         int
	excess, cost float64
}

func (t *tally) damage() (d damage) {
	for rule := range t.hard {
		d.hard += t.hard[rule].count
		d.excess += t.hard[rule].excess
		d.cost += t.soft[rule]
	}
	return d
}

// eventRules are those that protect an event: a repair leaves none of them worse, HARD or SOFT.
var eventRules = [...]catalogue.Code{catalogue.TAP1, catalogue.TAP4, catalogue.TAP5, catalogue.TAP6, catalogue.TAP7, catalogue.INT6}

// harms tells whether something is broken worse than before: a HARD rule in a row that held, or by more, or what protects an event.
func (t *tally) harms(before *tally) bool {
	for rule := range t.hard {
		if t.hard[rule].count > before.hard[rule].count || t.hard[rule].excess > before.hard[rule].excess+1e-6 {
			return true
		}
	}
	if slices.ContainsFunc(t.rows, func(r brokenRow) bool { return !r.within(before.rows) }) {
		return true
	}
	for _, rule := range eventRules {
		if t.soft[rule] > before.soft[rule]+1e-6 {
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

func (c *change) price() float64 {
	price := c.left.cost + kindPrice*float64(c.kind) + amountPrice*min(1, c.amount/mostAmount[c.kind])
	if c.locked {
		price += lockPrice
	}
	return price
}

// compare ranks changes: fewer HARD rows left broken, then less excess of them, then what the change costs with the SOFT rules it leaves.
func (c *change) compare(than *change) int {
	if math.Abs(c.left.excess-than.left.excess) > 1e-6 || c.left.hard != than.left.hard {
		return cmp.Or(cmp.Compare(c.left.hard, than.left.hard), cmp.Compare(c.left.excess, than.left.excess))
	}
	return cmp.Compare(c.price(), than.price())
}
