package frame

import "fortnight/training"

// DayName is a day as people say it: "Tue 1 Dec".
func DayName(d training.Date) string { return d.Midnight().Format("Mon 2 Jan") }

// When is an item's day, and its start where it is a session: "Tue 1 Dec 07:00".
func (f *Frame) When(i *Item) string {
	if i.Session == nil {
		return f.DayName(i.Day)
	}
	if i.name == "" {
		i.name = f.DayName(i.Day) + " " + i.Session.Start.String()
	}
	return i.name
}

// DayName is the name of a day of the frame.
func (f *Frame) DayName(day int) string {
	return f.onDay(day)[len(on):]
}

const on = "On "

// onDay is the name of a day of the frame as a sentence begins with it: "On Tue 1 Dec".
func (f *Frame) onDay(day int) string {
	name := &f.names[Index(day)]
	if *name == "" {
		*name = on + DayName(f.Date(day))
	}
	return *name
}

// Clock is the time of day at which an item starts.
func (f *Frame) Clock(i *Item) string {
	if i.Session != nil {
		return i.Session.Start.String()
	}
	return "an hour unknown"
}

// SpanName is a row's window: "On Tue 1 Dec", "From Tue 1 Dec to Mon 7 Dec".
func (f *Frame) SpanName(r *Row) string {
	switch {
	case r.From == r.To:
		return f.onDay(r.To)
	case r.From != r.To-6:
		return "From " + f.DayName(r.From) + " to " + f.DayName(r.To)
	}
	name := &f.weekNames[Index(r.To)]
	if *name == "" {
		*name = "From " + f.DayName(r.From) + " to " + f.DayName(r.To)
	}
	return *name
}
