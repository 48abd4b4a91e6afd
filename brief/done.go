package brief

import (
	"cmp"
	"slices"

	"fortnight/gate"
	"fortnight/session"
	"fortnight/training"
)

// done is what was done before the first day, as far as it says something of levels. What an activity fulfils is a session of what was
// planned, on the day and as long as the activity; an activity without one, or of one that fits no family, is bare. A session that was not done
// on its day is one that was skipped, and one that is still to be done before the first day is as good as done as planned: days that are planned ahead
// go on from there.
func (in *Input) done() []session.Done {
	var list []session.Done
	by, told, lighter := in.fulfilling(), map[training.SessionID]bool{}, in.lighterWeeks()
	for i := range in.Locked.Sessions {
		s := &in.Locked.Sessions[i]
		day := s.Date
		a := by[s.ID]
		if a != nil {
			day = a.Date
		}
		missed := s.Status == training.Skipped || s.Status == training.Planned && s.Date < in.Locked.Today
		if day >= in.From || s.Family == "" || s.Status != training.Completed && !missed && !in.ahead(s) {
			continue
		}
		d := session.Done{Date: day, Session: s.ID, Reading: session.Reading{Family: session.ID(s.Family), Level: s.FamilyLevel}, Skipped: missed, StepBack: lighter[weeksBack(in.From, day)]}
		switch {
		case missed:
		case in.ahead(s):
			d.Share = 1
		default:
			told[s.ID] = true
			fulfilled(&d, s, a)
		}
		list = append(list, d)
	}
	for i := range in.Locked.Activities {
		if a := &in.Locked.Activities[i]; a.Counted() && a.Date < in.From && !told[a.SessionID] {
			list = append(list, bare(a))
		}
	}
	return list
}

// ahead tells whether a session is still to be done before the first day.
func (in *Input) ahead(s *training.Session) bool {
	return !in.DoneOnly && s.Status == training.Planned && s.Date >= in.Locked.Today && s.Date < in.From
}

// stepBackShare is up to what part of the week before it a week is one that was lighter on purpose: a session in it is a part of its rung, and
// reads as a lower one (coaching 2.5 and 3.2).
const stepBackShare = 0.85

// lighterWeeks are the weeks before the first day, counted back from it, that were lighter than the one before them.
func (in *Input) lighterWeeks() map[int]bool {
	minutes := map[int]int{}
	for _, b := range in.Ledger.Bouts() {
		if b.Date < in.From && (!b.Planned || b.Date >= in.Locked.Today) && b.Sport != training.Mobility {
			minutes[weeksBack(in.From, b.Date)] += b.DurationSeconds / 60
		}
	}
	lighter := map[int]bool{}
	for back, is := range minutes {
		lighter[back] = float64(is) <= stepBackShare*float64(minutes[back+1])
	}
	return lighter
}

// weeksBack is how many whole weeks lie between a day and the first of a plan.
func weeksBack(from, day training.Date) int { return int(from-1-day) / 7 }

// fulfilling are the activities that fulfil sessions, by session.
func (in *Input) fulfilling() map[training.SessionID]*training.Activity {
	by := map[training.SessionID]*training.Activity{}
	for i := range in.Locked.Activities {
		if a := &in.Locked.Activities[i]; a.SessionID != "" && a.Counted() {
			by[a.SessionID] = a
		}
	}
	return by
}

// asLong is by what share an activity may be longer or shorter than the session that it fulfils for their mean intensities to say the same.
const asLong = 0.1

// fulfilled fills in how much of a session was done, how near its target and how hard: the share as the athlete states it, else of the repetitions
// where the sets of all its lifts are told, else of the time in the high band where the session has such time and the activity tells of it, else of the whole time.
func fulfilled(d *session.Done, s *training.Session, a *training.Activity) {
	if s.Sport == training.Strength { // 10 − repetitions in reserve (coaching 3.2)
		high := 10 - min(s.Load.Demand.LeastReserve, 9)
		d.Band = session.Span{Low: min(6, high), High: high}
	}
	r := s.Result
	if r == nil {
		return
	}
	if r.RPE != nil {
		d.RPE = *r.RPE
	}
	d.Share = min(1, float64(r.DurationSeconds)/float64(max(1, s.Load.DurationSeconds)))
	high := s.Load.Demand.HighSeconds
	lifted, told := s.LiftedShare()
	switch {
	case r.CompletedShare != nil:
		d.Share = *r.CompletedShare
	case told:
		d.Share = lifted
	case a == nil:
	case a.HighIntensitySeconds != nil && high > 0:
		d.Share = min(1, float64(*a.HighIntensitySeconds)/float64(high))
	case a.IntensityFactor != nil && s.Load.IntensityFactor > 0 && d.Share >= 1-asLong && float64(r.DurationSeconds) <= (1+asLong)*float64(s.Load.DurationSeconds):
		d.Target = *a.IntensityFactor / s.Load.IntensityFactor
	}
}

// bare is an activity that nobody planned, or of whose session nobody can tell the family.
func bare(a *training.Activity) session.Done {
	d := session.Done{Date: a.Date, Activity: a.ID, Planned: a.SessionID != "", Sport: a.Sport, DurationSeconds: a.DurationSeconds, Share: 1}
	if a.HighIntensitySeconds != nil {
		d.HighSeconds = *a.HighIntensitySeconds
	}
	if factor := cmp.Or(a.IntensityFactor, a.PaceFactor); factor != nil {
		d.IntensityFactor = *factor
	}
	if read, fits := session.ReadLifts(a.Lifts); fits { // what was lifted tells which family it was
		d.Reading = read
	}
	return d
}

// niggle is up to how many days an injury costs no level.
const niggle = 3

// setbacks are the illnesses that check-ins tell of, a day between two sick ones being one as well, and an injury that keeps from running.
func (in *Input) setbacks(g *gate.Bounds) []session.Setback {
	var list []session.Setback
	sick := slices.DeleteFunc(slices.Clone(in.CheckIns), func(c training.CheckIn) bool { return !c.Sick || c.Date >= in.From })
	slices.SortFunc(sick, func(a, b training.CheckIn) int { return int(a.Date - b.Date) })
	for i := range sick {
		day := sick[i].Date
		if last := len(list) - 1; last >= 0 && day-list[last].Until <= 2 {
			list[last].Days += int(day - list[last].Until)
			list[last].Until = day
		} else {
			list = append(list, session.Setback{Until: day, Days: 1})
		}
	}
	if g.KeepsFromRunning() {
		list = append(list, session.Setback{Until: in.From.AddDays(-1), Days: 1, Injury: true})
	}
	for i := range in.Restrictions {
		if r := &in.Restrictions[i]; r.Over() {
			over, was := *r.ClearedOn, gate.Read([]training.Condition{r.Condition}, gate.Known{})
			if off := int(over - r.Began()); off > niggle && over <= in.From && was.KeepsFromRunning() {
				list = append(list, session.Setback{Until: over.AddDays(-1), Days: off, Injury: true})
			}
		}
	}
	return list
}

// recall fills in what of the days before the plan is to be looked back at: the last time of each family, in which sports something was done
// that nobody can tell the family of, and which exercises were lifted lately.
func (b *Brief) recall(in *Input, stands map[session.ID]session.Standing) {
	b.Last, b.Levels, b.Next, b.Risen = map[session.ID]Point{}, map[session.ID]int{}, map[session.ID]int{}, map[session.ID]session.Risen{}
	for id, s := range stands {
		if f, _ := session.Find(id); f.Rungs > 0 {
			b.Next[id] = s.Next
			if s.Risen != nil {
				b.Risen[id] = *s.Risen
			}
			if s.Evidence.Kind != session.Assumed {
				b.Levels[id] = s.Level
			}
		}
		if s.LastDone != 0 {
			b.Last[id] = Point{Date: s.LastDone}
		}
	}
	by := in.fulfilling()
	for i := range in.Locked.Sessions {
		s := &in.Locked.Sessions[i]
		day := s.Date
		if a := by[s.ID]; a != nil {
			day = a.Date
		}
		if p, known := b.Last[session.ID(s.Family)]; known && p.Date == day && (s.Status == training.Completed || in.ahead(s)) {
			b.Last[session.ID(s.Family)] = Point{Date: day, Level: s.FamilyLevel, Title: s.Title, Minutes: minutesDone(s), Ahead: in.ahead(s)}
		}
	}
	b.Unread, b.Lifted = in.unread(), in.lifted()
}

func minutesDone(s *training.Session) int {
	seconds := s.Load.DurationSeconds
	if s.Result != nil {
		seconds = s.Result.DurationSeconds
	}
	return (seconds + 30) / 60
}

// Recalls tells whether the families of all that was done in a sport are known, and something is known at all: what has no last time was never
// done.
func (b *Brief) Recalls(sport training.Sport) bool {
	return len(b.Last) > 0 && !slices.Contains(b.Unread, sport)
}

// unread are the sports in which something was done before the first day of which nobody can tell the family: of a family of theirs nobody can
// say that it was never done.
func (in *Input) unread() []training.Sport {
	families := map[training.SessionID]bool{}
	for i := range in.Locked.Sessions {
		families[in.Locked.Sessions[i].ID] = in.Locked.Sessions[i].Family != ""
	}
	var list []training.Sport
	read := map[training.Date]bool{} // days on which the lifts tell their family
	for i := range in.Locked.Activities {
		a := &in.Locked.Activities[i]
		if _, fits := session.ReadLifts(a.Lifts); fits && a.Counted() {
			read[a.Date] = true
		}
	}
	note := func(s training.Sport) {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	for _, p := range in.Locked.Past { // of which the load alone is known
		note(p.Sport)
	}
	for _, b := range in.Ledger.Bouts() {
		if b.Date < in.From && !b.Planned && !families[b.SessionID] && !(b.Sport == training.Strength && read[b.Date]) {
			note(b.Sport)
		}
	}
	slices.Sort(list)
	return list
}

// practised is for how many days an exercise is not new (coaching 5).
const practised = 28

// lifted are the exercises of the last 28 days, nil where what was lifted is not known of all of them.
func (in *Input) lifted() map[training.ExerciseID]bool {
	from := in.From.AddDays(-practised)
	if in.Ledger.KnownDays(in.From) < practised {
		return nil
	}
	exercises, logged := map[training.SessionID][]training.ExerciseID{}, map[training.Date][]training.ExerciseID{}
	for i := range in.Locked.Activities {
		if a := &in.Locked.Activities[i]; a.Counted() {
			for _, l := range a.Lifts {
				logged[a.Date] = append(logged[a.Date], l.ExerciseID)
			}
		}
	}
	for i := range in.Locked.Sessions {
		s := &in.Locked.Sessions[i]
		exercises[s.ID] = slices.Clone(s.Load.Demand.Exercises)
		if s.Result != nil { // what was lifted in the place of what was asked
			for _, l := range s.Result.Lifts {
				exercises[s.ID] = append(exercises[s.ID], l.ExerciseID)
			}
		}
	}
	lifted := map[training.ExerciseID]bool{}
	for _, b := range in.Ledger.Bouts() {
		if b.Date < from || b.Date >= in.From || b.Planned {
			continue
		}
		done := exercises[b.SessionID]
		if b.Sport == training.Strength {
			done = append(slices.Clip(done), logged[b.Date]...)
		}
		if b.Sport == training.Strength && len(done) == 0 {
			return nil
		}
		for _, id := range done {
			lifted[id] = true
		}
	}
	return lifted
}
