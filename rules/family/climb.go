package family

import (
	"slices"

	"fortnight/gate"
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// climbing is RET-5: the rungs of the way back after a condition that was cleared (coaching 7.2, 7.3), as gate.Rungs has them.
type climbing struct{ *frame.Frame }

// What a row of RET-5 is about.
const (
	climbRest    = "rest"    // minutes on a day of rest
	climbSport   = "sport"   // a session of a sport that waits
	climbClass   = "class"   // how hard a session is
	climbRun     = "run"     // minutes that are run
	climbTurns   = "turns"   // minutes that are walked between and around runs
	climbJumps   = "jumps"   // contacts
	climbLength  = "length"  // minutes of a walk
	climbDaily   = "daily"   // minutes of endurance on a day
	climbReserve = "reserve" // repetitions
	climbApart   = "apart"   // days in a row on which something is run
	climbHard    = "hard"    // sessions
	climbPart    = "part"    // minutes of seven days in some sports
)

// walkedOfRun is what part of what is run is walked at the least where running is by turns: less than any rung of that ladder has.
const walkedOfRun = 0.25

// leastPart are minutes of seven days that a part of the usual week does not go below: two short sessions.
const leastPart = 60

// measure measures RET-5.
func (f climbing) measure(out frame.Sink) {
	for n := range f.Comeback.Rungs {
		r := &f.Comeback.Rungs[n]
		for i := f.FirstOn(max(r.First, 1)); i < len(f.Items) && f.Items[i].Day <= r.Last; i++ {
			if f.Items[i].Planned {
				f.session(out, &f.Items[i], r)
			}
		}
		if r.Minutes > 0 {
			f.daily(out, r)
		}
		if r.OneHard {
			f.oneHard(out, r)
		}
		if r.Apart {
			f.apart(out, r)
		}
		if r.Part > 0 && r.Usual > 0 {
			f.part(out, r)
		}
	}
}

// session measures one session on a rung: how hard it is, and of the rest what is broken.
func (f climbing) session(out frame.Sink, i *frame.Item, r *frame.RungSpan) {
	row := frame.Row{Rule: catalogue.RET5, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i, Measured: class(i), Limit: 2, Note: climbClass}
	switch easy, by := r.Easy, i.Sport; {
	case slices.Contains(easy, by), i.RunSeconds > 0 && slices.Contains(easy, training.Run):
		row.Limit = 0
	case r.NoHard:
		row.Limit = 1
	}
	if row.Limit < 2 {
		out.Take(row)
	}
	most := func(note string, measured, limit float64) {
		if row.Note, row.Measured, row.Limit, row.AtLeast = note, measured, limit, false; !f.Fine(measured, limit) {
			out.Take(row)
		}
	}
	demand, run := &i.Session.Load.Demand, float64(i.RunSeconds)/60
	if r.Rest && i.Load {
		most(climbRest, float64(i.Seconds)/60, 0)
	}
	if r.Only != nil && i.Sport != training.Mobility && !slices.Contains(r.Only, i.Sport) {
		most(climbSport, 1, 0)
	}
	if r.NoRun {
		most(climbRun, run, 0)
	}
	if r.NoRun || r.NoJumps {
		most(climbJumps, float64(demand.PlyometricContact), 0)
	}
	if r.RunMinutes > 0 {
		most(climbRun, run, float64(r.RunMinutes))
	}
	if r.Walks > 0 && i.Sport == training.Walk {
		most(climbLength, float64(i.Seconds)/60, float64(r.Walks))
	}
	least := func(note string, measured, limit float64) {
		if row.Note, row.Measured, row.Limit, row.AtLeast = note, measured, limit, true; !f.Reached(measured, limit) {
			out.Take(row)
		}
	}
	if r.Turns[1] > 0 && i.RunSeconds > 0 {
		least(climbTurns, float64(i.Walked)/60, walkedOfRun*run)
	}
	if r.Reserve > 0 && (i.Lifts || len(demand.Patterns) > 0) {
		least(climbReserve, float64(demand.LeastReserve), float64(r.Reserve))
	}
}

// daily measures the minutes of endurance of each day of a rung. What is done is no fault of a plan.
func (f climbing) daily(out frame.Sink, r *frame.RungSpan) {
	for day := max(r.First, 1); day <= r.Last; day++ {
		sum, done := 0.0, 0.0
		for n := f.FirstOn(day); n < len(f.Items) && f.Items[n].Day == day; n++ {
			if i := &f.Items[n]; i.Endures {
				if sum += float64(i.Seconds) / 60; !i.Planned {
					done += float64(i.Seconds) / 60
				}
			}
		}
		if sum > 0 {
			out.Take(frame.Row{
				Rule: catalogue.RET5, Severity: catalogue.Hard, From: day, To: day, Measured: sum, Limit: max(float64(r.Minutes), done), Note: climbDaily, Pick: frame.HasLoad,
			})
		}
	}
}

// oneHard measures the sessions of high intensity of a rung that has one. What is done is no fault of a plan.
func (f climbing) oneHard(out frame.Sink, r *frame.RungSpan) {
	row := frame.Row{Rule: catalogue.RET5, Severity: catalogue.Hard, From: r.First, To: r.Last, Note: climbHard, Pick: frame.IsHI}
	done := 0.0
	for n := range f.Items {
		if i := &f.Items[n]; i.HI && i.Day >= r.First && i.Day <= r.Last {
			row.Measured++
			done += float64(frame.One(!i.Planned))
		}
	}
	row.Limit = max(1, done)
	out.Take(row)
}

// apart measures the days in a row on which something is run, up to each on which something is planned to be.
func (f climbing) apart(out frame.Sink, r *frame.RungSpan) {
	var ran, planned [frame.SpanDays]bool
	for n := range f.Items {
		if i := &f.Items[n]; i.RunSeconds > 0 && i.Day >= 1-frame.HistoryDays {
			at := frame.Index(i.Day)
			ran[at], planned[at] = true, planned[at] || i.Planned
		}
	}
	for day := max(r.First, 1); day <= r.Last; day++ {
		at := frame.Index(day)
		if !ran[at] || !ran[at-1] || !planned[at] && !planned[at-1] {
			continue
		}
		out.Take(frame.Row{
			Rule: catalogue.RET5, Severity: catalogue.Hard, From: day - 1, To: day, Measured: 2, Limit: 1, Pick: frame.HasRun, Note: climbApart,
		})
	}
}

// part measures the minutes of seven days in the sports that come back, against a part of those of a usual week. What is done is no fault of a plan.
func (f climbing) part(out frame.Sink, r *frame.RungSpan) {
	limit := max(r.Part*r.Usual, leastPart)
	for day := max(r.First, 1); day <= r.Last; day++ {
		sum, done := 0.0, 0.0
		for n := range f.Items {
			i := &f.Items[n]
			if i.Day < max(day-6, r.First) || i.Day > day || !slices.Contains(r.PartOf, i.Sport) {
				continue
			}
			minutes := float64(i.Seconds) / 60
			if sum += minutes; !i.Planned {
				done += minutes
			}
		}
		if sum > 0 {
			out.Take(frame.Row{
				Rule: catalogue.RET5, Severity: catalogue.Hard, From: max(day-6, r.First), To: day, Measured: sum, Limit: max(limit, done), Note: climbPart,
				Pick: func(i *frame.Item) bool { return slices.Contains(r.PartOf, i.Sport) },
			})
		}
	}
}

func (f climbing) message(r *frame.Row, span string) string {
	after := "after " + f.climbedAfter(r)
	switch r.Note {
	case climbRest:
		return "The session on " + f.When(r.A) + " stands on a day of rest " + after + "."
	case climbSport:
		return "The session on " + f.When(r.A) + " is of a sport that waits " + after + "."
	case climbClass:
		return "The session on " + f.When(r.A) + " is " + classNames[int(r.Measured)] + "; so soon " + after + " " + classNames[int(r.Limit)] + " is the most."
	case climbRun:
		return f.Say("On "+f.When(r.A), " %0 min are run; so soon "+after+" %0 min are the most.", r.Measured, r.Limit)
	case climbTurns:
		return f.Say("On "+f.When(r.A), " %0 min are walked between and around the runs; so soon "+after+" at least %0 are needed.", r.Measured, r.Limit)
	case climbJumps:
		return f.Say("The session on "+f.When(r.A), " has %0 contacts in jumps; so soon "+after+" %0 are allowed.", r.Measured, r.Limit)
	case climbLength:
		return f.Say("The session on "+f.When(r.A), " is %0 min long; so soon "+after+" %0 min are the most.", r.Measured, r.Limit)
	case climbDaily:
		return f.Say(span, " %0 min of endurance are planned or done; so soon "+after+" %0 min are the most.", r.Measured, r.Limit)
	case climbReserve:
		return f.Say("The hardest set on "+f.When(r.A), " ends %0 %{repetition|repetitions} short of failure; so soon "+after+" at least %0 are needed.", r.Measured, r.Limit)
	case climbApart:
		return span + " both have a run; so soon " + after + " a day without lies between two."
	case climbHard:
		return f.Say(span, " %0 high-intensity %{session is|sessions are} planned or done; so soon "+after+" %0 is the most.", r.Measured, r.Limit)
	}
	return f.Say(span, " %0 min of what comes back "+after+" are planned or done; at most %0 are allowed.", r.Measured, r.Limit)
}

// climbedAfter is what the rung of a row comes after.
func (f climbing) climbedAfter(r *frame.Row) string {
	for n := range f.Comeback.Rungs {
		if s := &f.Comeback.Rungs[n]; s.First <= r.To && s.Last >= r.To {
			return gate.Name(s.Condition)
		}
	}
	return "what was cleared"
}

// class is an item's intensity: 0 is LOW, 1 MOD, 2 high intensity or heavy leg work.
func class(i *frame.Item) float64 {
	switch {
	case i.HI || i.Heavy:
		return 2
	case i.Moderate:
		return 1
	}
	return 0
}

var classNames = [3]string{"easy", "moderate", "hard"}
