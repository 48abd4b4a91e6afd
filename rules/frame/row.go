package frame

import (
	"math"

	"fortnight/rules/catalogue"
	"fortnight/training"
)

// Row is one rule over one window, before anybody asks for words.
type Row struct {
	Severity catalogue.Severity
	From, To int // days
	Measured float64
	Limit    float64
	Rule     catalogue.Code
	AtLeast  bool // measured must reach the limit, not stay below it
	Unknown  bool // there is not enough history to say
	Missing  bool // what the rule asks for is not there at all: it is broken, and no number says by how much
	Own      bool // the limit is the athlete's own
	A, B     *Item
	Pick     func(*Item) bool // which sessions of the window it rests on, where they are not a and b
	Event    *training.Event  // that the row is about
	Weight   float64          // what breaking it costs where that is not what the rule's evidence says
	Note     string           // which of a rule's limits it is, or why none is asked for
}

// Slack forgives rounding: what is this close to a limit keeps it.
const Slack = 1e-9

// Broken tells whether a row is beyond its limit, or what it asks for is missing. One that is unknown is not.
func (r *Row) Broken() bool {
	if r.Unknown || r.Missing {
		return r.Missing
	}
	if r.AtLeast {
		return r.Measured < r.Limit-Slack
	}
	return r.Measured > r.Limit+Slack
}

// Excess is how far a broken row is beyond its limit as a share of it; with limit 0 the excess itself (science §0b). Where something is
// missing nobody can say, and it costs nothing.
func (r *Row) Excess() float64 {
	if r.Missing {
		return 0
	}
	excess := r.Measured - r.Limit
	if r.AtLeast {
		excess = -excess
	}
	if excess <= Slack {
		return 0
	}
	if size := math.Abs(r.Limit); size > Slack {
		return excess / size
	}
	return excess
}

// Sink takes rows.
type Sink interface{ Take(Row) }

// Pair measures the hours from start to start.
func Pair(rule catalogue.Code, severity catalogue.Severity, a, b *Item, limit float64) Row {
	return Row{Rule: rule, Severity: severity, From: a.Day, To: b.Day, Measured: float64(b.Start-a.Start) / 60, Limit: limit, AtLeast: true, A: a, B: b}
}

// Cost is what breaking a SOFT row by its whole limit costs: a day that is in seven rolling windows counts once, so that a row over seven
// days costs a seventh.
func (r *Row) Cost() float64 {
	weight := r.Weight
	if weight == 0 {
		weight = r.Rule.Weight()
	}
	if r.To-r.From == 6 && !r.byBlock() {
		weight /= 7
	}
	return weight
}

// TargetNote marks rows about what was decided for a week.
const TargetNote = "target"

// byBlock tells whether a row's seven days overlap with those of no other row of its rule.
func (r *Row) byBlock() bool {
	switch r.Rule {
	case catalogue.RST2, catalogue.TAP1, catalogue.TAP3, catalogue.MIN1, catalogue.BUD1:
		return true
	}
	return r.Note == TargetNote
}
