// Package brief is what a plan goes by: where in the season its weeks stand, what each of them is to hold, and which days are open.
//
// New makes a Brief from an Input: the athlete, the hours, what was done, what stands on the days, what is wished for. What the weeks hold is
// decided by package season; this package tells it what is known, and which days take nothing. What goes on which day is the search's.
package brief

import (
	"slices"
	"strings"

	"fortnight/gate"
	"fortnight/reason"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Brief is what a plan goes by. Weeks and Days are those of the plan in order; the last week may have fewer days than seven.
type Brief struct {
	Fitness float64                      `json:"fitness"` // CTL at the start
	Form    float64                      `json:"form"`
	Known   bool                         `json:"known"` // rests on the athlete's own load
	Main    training.Sport               `json:"main"`
	Format  training.EventFormat         `json:"format"`
	Goal    season.Goal                  `json:"goal"`
	Stated  bool                         `json:"stated,omitempty"` // the goal was stated, field by field
	Weeks   []season.Week                `json:"weeks"`
	Notes   []season.Note                `json:"notes,omitempty"` // of the season as a whole
	Days    []Day                        `json:"days"`
	Event   *training.Event              `json:"event,omitempty"` // the next that the days bend to
	Athlete season.Athlete               `json:"athlete"`
	Gates   gate.Bounds                  `json:"gates"`            // what the days have to keep because of what the athlete states
	Rungs   []gate.Rung                  `json:"rungs,omitempty"`  // that the days stand on after what was cleared
	Levels  map[session.ID]int           `json:"levels,omitempty"` // that the athlete has reached, of families that were done
	Next    map[session.ID]int           `json:"next,omitempty"`   // the rung that comes next, of every family with a ladder
	Last    map[session.ID]Point         `json:"last,omitempty"`   // of each family that was done, the last time
	Risen   map[session.ID]session.Risen `json:"risen,omitempty"`  // of families that a new threshold has made harder since the last time
	Unread  []training.Sport             `json:"unread,omitempty"` // in which something was done that nobody can tell the family of
	Lifted  map[training.ExerciseID]bool `json:"lifted"`           // exercises of the last 28 days, nil where nobody knows them
	Sports  []training.Sport             `json:"sports,omitempty"` // that were done in the last six weeks
	From    training.Date                `json:"from"`
	Before  int                          `json:"before"`          // minutes of the seven days before the first, mobility left out
	Ahead   int                          `json:"ahead,omitempty"` // of them, those that are still to be done
	Peak    Peak                         `json:"peak"`
}

// Point is something that was done, or is to be done before the first day: which day, and of a planned session its level, how it is called and how many minutes it took; of an activity
// that nobody planned they are zero.
type Point struct {
	Date    training.Date `json:"date"`
	Level   int           `json:"level,omitempty"`
	Title   string        `json:"title,omitempty"`
	Minutes int           `json:"minutes,omitempty"`
	Ahead   bool          `json:"ahead,omitempty"` // it is still to be done
}

// Peak is the longest that the long session is to become on the way to the event, as far as the season can be seen: minutes, 0 for no long
// session, and the first day of that week.
type Peak struct {
	Minutes int           `json:"minutes"`
	From    training.Date `json:"from"`
}

// Day is what is known of a planned day before anything is put on it.
type Day struct {
	Closed bool `json:"closed"` // nothing may be added: locked, ill, an event, no time
	Ill    bool `json:"ill,omitempty"`

	Share float64 `json:"share"` // of the usual load that an illness leaves, 1 for all of it
}

// EasyMinutes is the least time that a day must have for a session.
const EasyMinutes = 20

// Returns tells whether a week is one of coming back from illness or days off.
func (b *Brief) Returns() bool {
	for i := range b.Weeks {
		if b.Weeks[i].Standing.Phase == session.Return {
			return true
		}
	}
	return false
}

// Message says what the days are for: the goal as it was understood, how long the long session is now and at its longest, then week by week
// its phase, its minutes, what matters most in it, what gives way first, and what was left out.
func (b *Brief) Message() string {
	var parts []string
	for i := range b.Gates.Holds {
		parts = append(parts, b.Gates.Holds[i].String())
	}
	parts = append(parts, reason.Fortnight(&reason.Aim{
		From: b.From, Event: b.Aim(), Format: b.Format, Goal: b.Goal, Stated: b.Stated, Long: b.Weeks[0].Long, Peak: b.Peak.Minutes, PeakFrom: b.Peak.From,
	}))
	before, ahead, last := b.Before, b.Ahead, (*season.Week)(nil)
	for i := range b.Weeks {
		w := b.Weeks[i]
		w.LeftOut = slices.DeleteFunc(slices.Clone(w.LeftOut), func(l season.LeftOut) bool { // what gates leave out is said above
			return slices.ContainsFunc(b.Gates.Holds, func(h gate.Hold) bool { return l.What == h.Because() })
		})
		parts = append(parts, reason.Week(&w, i+1, before, ahead, last))
		before, ahead, last = reason.About(w.Minutes), 0, &w
	}
	if note := b.OfGoal(); note != "" {
		parts = append(parts, "Of the goal: "+note+".")
	}
	return strings.Join(parts, " ")
}

// OfGoal is what the athlete has to know of the goal: that it was not understood, is faster than can be expected, or is beyond reach. It is
// empty where there is nothing to say.
func (b *Brief) OfGoal() string {
	var parts []string
	for _, n := range b.Notes {
		if n.Kind != season.NoteLong {
			parts = append(parts, n.Text)
		}
	}
	return strings.Join(parts, "; ")
}

// Aim is the event that the weeks lead to or come from, an A event before others, else the next; nil for none.
func (b *Brief) Aim() *season.Event {
	var aim *season.Event
	for i := range b.Weeks {
		e := b.Weeks[i].Standing.Event
		if e != nil && (aim == nil || aim.Priority != training.EventA && e.Priority == training.EventA) {
			aim = e
		}
	}
	if aim == nil && b.Event != nil {
		next := season.EventsOf(&training.Profile{Events: []training.Event{*b.Event}})
		aim = &next[0]
	}
	return aim
}
