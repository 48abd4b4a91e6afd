package conflict

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// DefaultTrials is how many calendars an explanation tries where the input does not say. A trial judges one, in some microseconds; two
// fifths of them are kept for repairs.
const DefaultTrials = 3000

// quest is a rule whose sets are looked for. Where no session at all is enough to break its upper limits or its lower ones, those are no
// concern of a set.
type quest struct {
	rule       catalogue.Code
	overAlways bool
	underEver  bool
}

// skips tells whether a row is of limits that are broken without a session.
func (q quest) skips(r *frame.Row) bool {
	return r.AtLeast && q.underEver || !r.AtLeast && q.overAlways
}

// trials judge some sessions of a plan by themselves, each time the sessions beside history, hours, events and check-ins.
type trials struct {
	alone *frame.Frame // of the sessions under trial
	left  int
	cut   bool // not all could be tried
}

func newTrials(in frame.Input) *trials {
	left := in.MaxTrials
	if left <= 0 {
		left = DefaultTrials
	}
	in.Sessions = unplanned(&in)
	return &trials{alone: brokenOnly(&in), left: left}
}

// brokenOnly is the frame of an input of which nobody wants the rows that hold.
func brokenOnly(in *frame.Input) *frame.Frame {
	f := frame.New(in)
	f.BrokenOnly = true
	return f
}

// breaks tries sessions by themselves.
func (t *trials) breaks(q quest, sessions []*training.Session) bool {
	w := watch{quest: q}
	t.try(sessions, &w)
	return w.broken
}

// A trial that nobody waits for is none: the search ends by its bound.
func (t *trials) try(sessions []*training.Session, w *watch) {
	if t.alone.Input.Stopped() {
		t.left, t.cut = 0, true
		return
	}
	t.left--
	for _, s := range sessions {
		t.alone.Add(s)
	}
	family.JudgeFamily(t.alone, w.rule, w)
	if w.broken && w.wantsWords {
		w.message = family.Message(t.alone, &w.worst)
	}
	for _, s := range sessions {
		t.alone.Remove(s.ID)
	}
}

// watch looks out for broken HARD rows of one rule, and keeps the worst.
type watch struct {
	quest
	broken, wantsWords bool
	worst              frame.Row
	message            string
}

func (w *watch) Take(r frame.Row) {
	if r.Severity != catalogue.Hard || r.Rule != w.rule || w.skips(&r) || !r.Broken() {
		return
	}
	if !w.broken || r.Excess() > w.worst.Excess() {
		w.worst = r
	}
	w.broken = true
}

// unplanned are the sessions that are no part of the plan.
func unplanned(in *frame.Input) []training.Session {
	var list []training.Session
	for i := range in.Sessions {
		if s := &in.Sessions[i]; s.Status != training.Planned || s.Date < in.From || s.Date < in.Today {
			list = append(list, *s)
		}
	}
	return list
}
