package rules

import (
	"fmt"

	"fortnight/training"
)

// dayName is a day as people say it: "Tue 1 Dec".
func dayName(d training.Date) string { return d.Midnight().Format("Mon 2 Jan") }

func (f *frame) when(i *item) string {
	if i.session == nil {
		return f.dayName(i.day)
	}
	if i.name == "" {
		i.name = f.dayName(i.day) + " " + i.session.Start.String()
	}
	return i.name
}

// dayName is the name of a day of the frame.
func (f *frame) dayName(day int) string {
	return f.onDay(day)[len(on):]
}

const on = "On "

// onDay is the name of a day of the frame as a sentence begins with it: "On Tue 1 Dec".
func (f *frame) onDay(day int) string {
	name := &f.names[index(day)]
	if *name == "" {
		*name = on + dayName(f.date(day))
	}
	return *name
}

func (f *frame) clock(i *item) string {
	if i.session != nil {
		return i.session.Start.String()
	}
	return "an hour unknown"
}

// spanName is a row's window: "On Tue 1 Dec", "From Tue 1 Dec to Mon 7 Dec".
func (f *frame) spanName(r *row) string {
	switch {
	case r.from == r.to:
		return f.onDay(r.to)
	case r.from != r.to-6:
		return "From " + f.dayName(r.from) + " to " + f.dayName(r.to)
	}
	name := &f.weekNames[index(r.to)]
	if *name == "" {
		*name = "From " + f.dayName(r.from) + " to " + f.dayName(r.to)
	}
	return *name
}

// message says what was measured and what is allowed; every number in it is the row's.
func (f *frame) message(r *row) string {
	span := f.spanName(r)
	if r.unknown {
		return f.say(span, " there is not enough history to measure this.")
	}
	switch r.rule.family() {
	case "AVL":
		return f.hoursMessage(r, span)
	case "LD-":
		return f.loadMessage(r, span)
	case "INT":
		return f.intensityMessage(r, span)
	case "CON":
		return f.concurrentMessage(r)
	case "STR":
		return f.strengthMessage(r, span)
	case "RST":
		return f.restMessage(r, span)
	case "VOL":
		return f.volumeMessage(r, span)
	case "TAP":
		return f.taperMessage(r, span)
	case "RED":
		return f.readinessMessage(r, span)
	case "RET":
		return f.returnMessage(r, span)
	case "WHO", "DAT":
		return f.athleteMessage(r, span)
	}
	if r.rule == goalFitness {
		return fmt.Sprintf("Fitness ends at %.1f; %.1f is wanted.", r.measured, r.limit)
	}
	return fmt.Sprintf("%s: measured %.1f, limit %.1f.", span, r.measured, r.limit)
}
