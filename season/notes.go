package season

import (
	"fmt"
	"math"
	"strconv"

	"fortnight/session"
	"fortnight/training"
)

// NoteKind says what a note on a plan is about.
type NoteKind string

// The kinds of notes. LONG_SESSION is how long it is now and at its longest; OUT_OF_REACH tells that it will be shorter than the event
// asks for; TOO_FAST that a target is faster than the threshold carries; NOT_UNDERSTOOD that the athlete's words said nothing; CAPPED that a
// young athlete trains for less than the event; SECOND_BEST that of two near A events the earlier is a B; GOAL_WAITS that an event, or
// a child that is expected, goes before a goal that is not its own; NOT_PLANNED that a sport of the athlete's is none that can be planned.
const (
	NoteLong          NoteKind = "LONG_SESSION"
	NoteOutOfReach    NoteKind = "OUT_OF_REACH"
	NoteTooFast       NoteKind = "TOO_FAST"
	NoteNotUnderstood NoteKind = "NOT_UNDERSTOOD"
	NoteCapped        NoteKind = "CAPPED"
	NoteSecondBest    NoteKind = "SECOND_BEST"
	NoteGoalWaits     NoteKind = "GOAL_WAITS"
	NoteNotPlanned    NoteKind = "NOT_PLANNED"
)

// Note is something that the athlete is told about the plan as a whole, in plain English.
type Note struct {
	Kind NoteKind
	Text string
}

func (p *plan) notes(weeks []Week) []Note {
	var notes []Note
	say := func(kind NoteKind, format string, args ...any) {
		notes = append(notes, Note{kind, fmt.Sprintf(format, args...)})
	}
	g := &p.in.Goal
	if what := p.notPlanned(); what != "" {
		say(NoteNotPlanned, "%s is not planned, as there are no workouts for it, and no other sport takes its place: the plan is for what you do beside it; put it on your calendar or log it, and its load counts", what)
	} else if g.NotUnderstood {
		say(NoteNotUnderstood, "nothing in %.100q says what to train for: the plan is for health in the sports you do", g.Words)
	}
	if p.in.Athlete.Wheels {
		say(NoteNotPlanned, "nothing that legs do is planned: rides are meant on the hand-cycle, lifts are those of the upper body")
	}
	if w := g.Waits; w != nil {
		name := w.named()
		if w.Words != "" {
			name = fmt.Sprintf("“%.100s”, read as %s,", w.Words, name)
		}
		if e := p.cal.Aim(p.in.From); e != nil {
			say(NoteGoalWaits, "%s waits: the weeks lead to %s, for an event that is near goes before another goal; hours and sessions a week are kept, and without the event, or once it is over, the weeks are for the goal", name, nameOf(e))
		} else if g.Expecting {
			say(NoteGoalWaits, "%s waits: while you are pregnant the weeks keep what is there, and nothing is built; hours and sessions a week are kept", name)
		}
	}
	if predicted, tooFast := g.TooFast(&p.in.Racer); tooFast {
		say(NoteTooFast, "%s is faster than the threshold lets expect, %s: the paces are those of the threshold", clock(g.TargetSeconds), clock(predicted))
	}
	for i := range p.in.Events {
		for j := range p.cal.events {
			if was, is := &p.in.Events[i], &p.cal.events[j]; was.ID == is.ID && was.Date == is.Date && was.Priority != is.Priority {
				say(NoteSecondBest, "%s is close before another A event: it is trained for as a B event", nameOf(is))
			}
		}
	}
	if e := p.cal.Aim(p.in.From); e != nil {
		if f, _, _ := p.cal.trainedFor(e); f != e.Kind() {
			say(NoteCapped, "at %d years the training is for %s; the event stays in the calendar", p.in.Athlete.Age, f)
		}
		p.reach(e, weeks, say)
	}
	return notes
}

// notPlanned is what the athlete does or speaks of that cannot be planned, as a sentence begins with it; empty for nothing.
func (p *plan) notPlanned() string {
	switch {
	case p.in.Goal.Format == training.SkiXC && !p.cal.nothingElse(): // rides or runs stand in for it
		return ""
	case p.in.Goal.Apart == training.Kayak || p.history.Apart[training.Kayak] >= fortnightly:
		return "kayaking"
	case p.in.Goal.Apart != "":
		return "the sport of your goal"
	case p.history.Apart[training.Other] >= weekly:
		return "what you log as another sport"
	}
	return ""
}

// reach tells how far the long session of the main sport comes before the taper.
func (p *plan) reach(e *Event, weeks []Week, say func(NoteKind, string, ...any)) {
	var now, best Slot
	for i := range weeks {
		for j := range weeks[i].Slots {
			s := &weeks[i].Slots[j]
			if s.Role != L || s.Sport != p.main || weeks[i].Standing.Phase == session.Recovery {
				continue
			}
			if now.Minutes == 0 {
				now = *s
			}
			if s.Minutes > best.Minutes {
				best = *s
			}
		}
	}
	done := p.in.History.Longest(p.main, p.in.From, 60)
	if now.Minutes == 0 && (done.Minutes == 0 || int(e.Date-p.in.From) > bandsFrom) {
		return
	}
	if now.Minutes == 0 { // what there is lies behind
		best = Slot{Minutes: done.Minutes, Meters: done.Meters}
	} else {
		say(NoteLong, "the long session is %d min now and %d min at its longest before %s", now.Minutes, best.Minutes, nameOf(e))
	}
	least := p.row.finish
	short := least.minutes > 0 && best.Minutes-best.Run < least.minutes
	if least.meters > 0 {
		short = best.Meters > 0 && best.Meters < least.meters || best.Meters == 0 && float64(best.Minutes) < least.meters/1000*novicePace
	}
	if done.Minutes > 0 { // before a taper the longest lies behind
		short = short && !(least.minutes > 0 && done.Minutes >= least.minutes) &&
			!(least.meters > 0 && (done.Meters >= least.meters || done.Meters == 0 && float64(done.Minutes) >= least.meters/1000*novicePace))
	}
	if short && e.Priority == training.EventA {
		say(NoteOutOfReach, "at safe steps the long session reaches %s before %s, where %s prepare for it: a later date, or run and walk", length(&best), nameOf(e), least.asked())
	}
}

// novicePace is minutes a kilometre where nobody knows the athlete's.
const novicePace = 6.5

func length(s *Slot) string {
	if s.Meters > 0 {
		return fmt.Sprintf("%d min, about %s at the pace of those before,", s.Minutes, kilometers(s.Meters))
	}
	return fmt.Sprintf("%d min", s.Minutes)
}

// asked is a peak in words, as length says what is reached.
func (p *peak) asked() string {
	if p.meters > 0 {
		return "about " + kilometers(p.meters)
	}
	return fmt.Sprintf("%d min", p.minutes)
}

// kilometers are those of a long run, rounded down, to the tenth below ten: one that falls short is never said to be as long as what it falls
// short of.
func kilometers(meters float64) string {
	tenths := math.Floor(meters / 100)
	if tenths >= 100 {
		tenths = math.Floor(tenths/10) * 10
	}
	return strconv.FormatFloat(tenths/10, 'f', -1, 64) + " km"
}

func clock(seconds int) string {
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}
