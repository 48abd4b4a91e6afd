package conflict

import (
	"slices"

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

// trials judge some sessions of a plan by themselves, each time the sessions beside history, hours, events and check-ins. What is tried next is
// nearly what was tried before: the frame keeps it, and what differs is put in and taken out.
type trials struct {
	alone *frame.Frame        // of the sessions under trial
	on    []*training.Session // that are in it
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
	t.put(sessions)
	family.JudgeFamily(t.alone, w.rule, w)
	if w.broken && w.wantsWords {
		w.message = family.Message(t.alone, &w.worst)
	}
}

// put has the frame be of these sessions and of no others of the plan.
func (t *trials) put(sessions []*training.Session) {
	was, is := t.on, sessions
	for len(was) > 0 && len(is) > 0 && was[0] == is[0] {
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && was[len(was)-1] == is[len(is)-1] {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	for _, s := range was {
		if !slices.Contains(is, s) {
			t.alone.Remove(s.ID)
		}
	}
	for _, s := range is {
		if !slices.Contains(was, s) {
			t.alone.Add(s)
		}
	}
	t.on = append(t.on[:0], sessions...)
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
