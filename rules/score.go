package rules

import (
	"math"
	"slices"

	"fortnight/training"
)

// Score sums up what a plan breaks. Hard counts the rows of HARD rules that are broken and Excess sums by what share of their limits;
// Cost sums the weighted excess of SOFT rules (science §3). A day that is in seven rolling windows counts once: a row over seven days
// costs a seventh.
type Score struct {
	Hard   int
	Excess float64
	Cost   float64
}

// Better tells whether a score is to be preferred: fewer broken HARD rows, then less excess of them, then less cost.
func (s Score) Better(than Score) bool {
	if s.Hard != than.Hard {
		return s.Hard < than.Hard
	}
	if abs(s.Excess-than.Excess) > slack {
		return s.Excess < than.Excess
	}
	return s.Cost < than.Cost-slack
}

// Evaluator scores a plan again and again while a search changes it. It judges by the same code as Check, on an input that is prepared
// once: an edit changes one item and the sums of one day, and families of rules that the edit is no concern of keep their score.
type Evaluator struct {
	frame  *frame
	scores [len(families)]Score
	stale  [len(families)]bool // whose score has to be worked out again
	family *Score              // the one that is being worked out
	waived []waiver
}

type waiver struct {
	rule code
	day  int
}

// Waive lets the windows of a SOFT rule that end on a day, day 1 being the first, cost nothing: for what was decided otherwise, with a
// reason, before the search began. The certificate shows them all the same.
func (e *Evaluator) Waive(rule ID, day int) {
	if c, known := codeOf(rule); known {
		e.waived = append(e.waived, waiver{c, day})
		e.frame.changed = everyConcern
	}
}

// NewEvaluator prepares an input; its sessions are the plan to start from.
func NewEvaluator(in Input) *Evaluator {
	e := &Evaluator{frame: newFrame(&in)}
	e.frame.brokenOnly = true
	return e
}

// Score judges the plan as it is.
func (e *Evaluator) Score() Score { return e.ScoreUpTo(Score{Hard: math.MaxInt}) }

// ScoreUpTo judges the plan as it is, and stops as soon as it cannot be better than a limit: what it then returns is no better than the
// limit, but not all that is broken.
func (e *Evaluator) ScoreUpTo(limit Score) Score {
	e.frame.prepare()
	var known Score
	for n := range families {
		if e.stale[n] = e.stale[n] || families[n].concern&e.frame.changed != 0; !e.stale[n] {
			known.add(&e.scores[n])
		}
	}
	e.frame.changed = 0
	for _, n := range scoringOrder {
		if !e.stale[n] {
			continue
		}
		if limit.Better(known) {
			return known
		}
		e.scores[n], e.family, e.stale[n] = Score{}, &e.scores[n], false
		families[n].measure(e.frame, e)
		known.add(&e.scores[n])
	}
	return e.sum(0)
}

// sum adds up the families that some concerns leave as they are, always in the same order.
func (e *Evaluator) sum(concerns Concern) (total Score) {
	for n := range families {
		if families[n].concern&concerns == 0 {
			total.add(&e.scores[n])
		}
	}
	return total
}

func (s *Score) add(o *Score) {
	s.Hard += o.Hard
	s.Excess += o.Excess
	s.Cost += o.Cost
}

// AtLeast is what a plan that was judged as it is scores at least once a session of some concerns is added: what the families score that
// the session is no concern of.
func (e *Evaluator) AtLeast(concerns Concern) Score { return e.sum(concerns) }

func (e *Evaluator) take(r row) {
	excess := 0.0
	if !r.unknown {
		excess = r.excess()
	}
	switch {
	case excess == 0:
	case r.severity == Hard:
		e.family.Hard++
		e.family.Excess += excess
	case r.severity == Soft:
		e.family.Cost += e.weight(&r) * excess
	}
}

// weight is what breaking a SOFT row by its whole limit costs.
func (e *Evaluator) weight(r *row) float64 {
	if slices.Contains(e.waived, waiver{r.rule, r.to}) {
		return 0
	}
	weight := r.weight
	if weight == 0 {
		weight = entryWeight[r.rule]
	}
	if r.to-r.from == 6 && r.rule != rst2 { // its blocks of seven days do not overlap
		weight /= 7
	}
	return weight
}

// entryWeight is what each rule costs by its evidence.
var entryWeight = func() (list [ruleCount]float64) {
	for c := range catalogue {
		list[c] = weights[catalogue[c].evidence]
	}
	return list
}()

// Prepared is a planned session made ready to be put into the plan of its evaluator again and again. It points to the session.
type Prepared struct{ item item }

// Prepare makes a planned session of the days that are judged ready.
func (e *Evaluator) Prepare(s *training.Session) Prepared { return Prepared{e.frame.sessionItem(s)} }

// Concerns is what a session that is put into a plan may change for the rules.
func (p *Prepared) Concerns() Concern { return p.item.concerns() | keyConcern }

// Put puts a session into the plan.
func (e *Evaluator) Put(p *Prepared) { e.frame.insert(p.item) }

// Replace puts a session into the plan in the place of another, if that is there.
func (e *Evaluator) Replace(id training.SessionID, by *Prepared) { e.frame.replace(id, &by.item) }

// Add prepares a session and puts it into the plan. The evaluator keeps the pointer until it is removed.
func (e *Evaluator) Add(s *training.Session) { e.frame.insert(e.frame.sessionItem(s)) }

// Remove takes a session out of the plan, and tells whether it was there.
func (e *Evaluator) Remove(id training.SessionID) bool { return e.frame.remove(id) }

// State is what the athlete starts the first planned day with, and false where nothing is known of it.
func (e *Evaluator) State() (training.State, bool) { return e.frame.idle.Start(1), !e.frame.dark(1) }

// Load is the load of each day with the plan as it is, and the state it leads to.
func (e *Evaluator) Load() training.LoadState {
	e.frame.prepare()
	return e.frame.load
}

// MonthMean is the mean of the four 7-day loads before the plan, and false where there are fewer than 28 known days.
func (e *Evaluator) MonthMean() (float64, bool) { return e.frame.month, e.frame.known >= seedDays }

// Done is the load of a planned day that no plan can change, day 1 being the first.
func (e *Evaluator) Done(day int) float64 { return e.frame.idle.TSS(day) }

// ReturnCap is the most load in TSS that a return to training allows on a planned day, day 1 being the first, and whether one bounds it
// (RED-1, RET-2, RET-3).
func (e *Evaluator) ReturnCap(day int) (tss float64, bound bool) { return e.frame.returnCap(day) }

// Sick tells whether illness forbids all load on a planned day, day 1 being the first.
func (e *Evaluator) Sick(day int) bool { return e.frame.sick[index(day)] }
