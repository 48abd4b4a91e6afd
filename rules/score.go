package rules

import (
	"math"
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
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
	if math.Abs(s.Excess-than.Excess) > frame.Slack {
		return s.Excess < than.Excess
	}
	return s.Cost < than.Cost-frame.Slack
}

// Evaluator scores a plan again and again while a search changes it. It judges by the same code as Check, on an input that is prepared
// once: an edit changes one item and the sums of one day, and families of rules that the edit is no concern of keep their score.
type Evaluator struct {
	frame  *frame.Frame
	scores [len(family.All)]Score
	stale  [len(family.All)]bool // whose score has to be worked out again
	family *Score                // the one that is being worked out
	waived []waiver
}

type waiver struct {
	rule catalogue.Code
	day  int
}

// Waive lets the windows of a SOFT rule that end on a day, day 1 being the first, cost nothing: for what was decided otherwise, with a
// reason, before the search began. The certificate shows them all the same.
func (e *Evaluator) Waive(rule ID, day int) {
	if c, known := catalogue.CodeOf(rule); known {
		e.waived = append(e.waived, waiver{c, day})
		e.frame.Changed = frame.EveryConcern
	}
}

// NewEvaluator prepares an input; its sessions are the plan to start from.
func NewEvaluator(in Input) *Evaluator {
	e := &Evaluator{frame: frame.New(&in)}
	e.frame.BrokenOnly = true
	return e
}

// Score judges the plan as it is.
func (e *Evaluator) Score() Score {
	score, _ := e.ScoreUpTo(Score{Hard: math.MaxInt})
	return score
}

// ScoreUpTo judges the plan as it is, and stops as soon as it cannot be better than a limit: what it then returns is no better than the
// limit, but not the whole of what is broken.
func (e *Evaluator) ScoreUpTo(limit Score) (score Score, whole bool) {
	e.refresh()
	var known Score
	for n := range family.All {
		if !e.stale[n] {
			known.add(&e.scores[n])
		}
	}
	for _, n := range family.ScoringOrder {
		if !e.stale[n] {
			continue
		}
		if limit.Better(known) {
			return known, false
		}
		e.measure(n)
		known.add(&e.scores[n])
	}
	return e.sum(0), true
}

// refresh takes in what has been edited.
func (e *Evaluator) refresh() {
	if e.frame.Changed == 0 {
		return
	}
	e.frame.Prepare()
	for n := range family.All {
		e.stale[n] = e.stale[n] || family.All[n].Concern&e.frame.Changed != 0
	}
	e.frame.Changed = 0
}

// measure works out the score of a family.
func (e *Evaluator) measure(n int) {
	e.scores[n], e.family, e.stale[n] = Score{}, &e.scores[n], false
	family.All[n].Measure(e.frame, (*scorer)(e))
}

// sum adds up the families that some concerns leave as they are, always in the same order.
func (e *Evaluator) sum(concerns Concern) (total Score) {
	for n := range family.All {
		if family.All[n].Concern&concerns == 0 {
			if e.stale[n] {
				e.measure(n)
			}
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

// AtLeast is what the plan scores at least once a session of some concerns is added: what the families score that the session is no concern
// of.
func (e *Evaluator) AtLeast(concerns Concern) Score {
	e.refresh()
	return e.sum(concerns)
}

// scorer is an evaluator that takes the rows of the family that is being worked out.
type scorer Evaluator

func (e *scorer) Take(r frame.Row) {
	excess := 0.0
	if !r.Unknown {
		excess = r.Excess()
	}
	switch {
	case excess == 0:
	case r.Severity == Hard:
		e.family.Hard++
		e.family.Excess += excess
	case r.Severity == Soft:
		e.family.Cost += (*Evaluator)(e).weight(&r) * excess
	}
}

// weight is what breaking a SOFT row by its whole limit costs, nothing where that was waived.
func (e *Evaluator) weight(r *frame.Row) float64 {
	if slices.Contains(e.waived, waiver{r.Rule, r.To}) {
		return 0
	}
	return r.Cost()
}

// Prepared is a planned session made ready to be put into the plan of its evaluator again and again. It points to the session.
type Prepared struct{ item frame.Item }

// Prepare makes a planned session of the days that are judged ready.
func (e *Evaluator) Prepare(s *training.Session) Prepared { return Prepared{e.frame.SessionItem(s)} }

// Concerns is what a session that is put into a plan may change for the rules.
func (p *Prepared) Concerns() Concern { return p.item.Concerns() }

// Put puts a session into the plan.
func (e *Evaluator) Put(p *Prepared) { e.frame.Insert(&p.item) }

// Replace puts a session into the plan in the place of another that was put there, if that is there.
func (e *Evaluator) Replace(was, by *Prepared) { e.frame.Replace(&was.item, &by.item) }

// Withdraw takes a session that was put into the plan out of it, and tells whether it was there.
func (e *Evaluator) Withdraw(p *Prepared) bool { return e.frame.Withdraw(&p.item) }

// Add prepares a session and puts it into the plan. The evaluator keeps the pointer until it is removed.
func (e *Evaluator) Add(s *training.Session) { e.frame.Add(s) }

// Remove takes a session out of the plan, and tells whether it was there.
func (e *Evaluator) Remove(id training.SessionID) bool { return e.frame.Remove(id) }

// State is what the athlete starts the first planned day with, and false where nothing is known of it.
func (e *Evaluator) State() (training.State, bool) { return e.frame.Idle.Start(1), !e.frame.Dark(1) }

// Load is the load of each day with the plan as it is, and the state it leads to.
func (e *Evaluator) Load() training.LoadState {
	e.frame.Prepare()
	return e.frame.Load
}

// MonthMean is the mean of the four 7-day loads before the plan, and false where there are fewer than 28 known days.
func (e *Evaluator) MonthMean() (float64, bool) {
	return e.frame.Month, e.frame.Known >= catalogue.SeedDays
}

// Done is the load of a planned day that no plan can change, day 1 being the first.
func (e *Evaluator) Done(day int) float64 { return e.frame.Idle.TSS(day) }

// ReturnCap is the most load in TSS that a return to training allows on a planned day, day 1 being the first, and whether one bounds it
// (RED-1, RET-2, RET-3).
func (e *Evaluator) ReturnCap(day int) (tss float64, bound bool) { return e.frame.ReturnCap(day) }

// Sick tells whether illness forbids all load on a planned day, day 1 being the first.
func (e *Evaluator) Sick(day int) bool { return e.frame.Sick[frame.Index(day)] }

// AfterGap is what days off ask for that end on day 0 or so lately that they still bind the plan (RET-2): how many there were, the first day after
// them, and the most load of the seven days from it, negative for no bound. Days are 0 where there were fewer than four.
func (e *Evaluator) AfterGap() (days, first int, tss float64) {
	b := &e.frame.Comeback
	if b.Gap == 0 {
		return 0, 0, -1
	}
	if b.Factor == 0 {
		return b.Gap, b.Day, -1
	}
	return b.Gap, b.Day, b.Factor * 7 * e.frame.Load.Start(b.Day).Fitness
}

// AfterIllness is the share of the usual load that RED-1 and RET-3 leave to a planned day, day 1 being the first: 0 on a sick day, 1 where
// no illness bounds it.
func (e *Evaluator) AfterIllness(day int) float64 {
	switch at := frame.Index(day); {
	case e.frame.Sick[at]:
		return 0
	case e.frame.Comeback.Ladder[at] > 0:
		share, _ := frame.Rung(e.frame.Comeback.Ladder[at])
		return share
	}
	return 1
}

// Keys are the sessions that matter most, as the rules read them: the flagged ones, those of high intensity, at race pace, and the long ones of their sport
// (coaching 8 and 12, KEY).
func (e *Evaluator) Keys() map[training.SessionID]bool {
	keys := map[training.SessionID]bool{}
	for n := range e.frame.Items {
		if i := &e.frame.Items[n]; i.Session != nil && i.Key {
			keys[i.Session.ID] = true
		}
	}
	return keys
}
