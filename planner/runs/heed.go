package runs

import (
	"slices"

	"fortnight/gate"
	"fortnight/hours"
	"fortnight/prose"
	"fortnight/training"
	"fortnight/wish"
)

// Heed puts what the wish of a request says of the body, of the hours and of races into what is known of the athlete, so that
// whatever looks at it goes by it. What concerns the body is heard here from the words themselves, whatever a model has made of them.
func (s *Snapshot) Heed(request *Request, wishes wish.Wishes) {
	s.Restrictions = slices.Clone(s.Restrictions)
	for _, m := range request.OfBody() {
		s.restrict(&m, training.SaidInWish, request.Wish, request.Requester())
	}
	for _, c := range wishes.Conditions() {
		s.restrict(&gate.Mention{Condition: c}, training.SaidInWish, "", request.Requester())
	}
	if goal := s.Athlete.Profile.Goal; goal != nil {
		s.heedGoal(*goal)
	}
	for i := range wishes {
		w := &wishes[i]
		switch {
		case w.Kind == wish.Unavailable && w.Windowed():
			for _, d := range w.Dates {
				s.Shut = append(s.Shut, hours.Shut{Date: d, From: w.From, To: w.To})
			}
		case w.Kind == wish.Race:
			s.race(w, request.From)
		}
	}
}

// restrict adds what a text says of the body, where it is not known yet; of what is known, the day since which it is so, of which a coach's
// words make no earlier one: that would be nearer to its end. It has no identity before the store gives it one.
func (s *Snapshot) restrict(m *gate.Mention, source training.RestrictionSource, text string, by training.Actor) {
	since := m.Since(text, s.Today)
	for i := range s.Restrictions {
		if r := &s.Restrictions[i]; r.Condition == m.Condition && r.Open() {
			later := r.Since != nil && since != nil && *since > *r.Since
			if since != nil && (r.Since == nil || source != training.SaidInGoal) && (by == training.ActorAthlete || later) { // a goal stands there from day to day
				r.Since = since
			}
			return
		}
	}
	s.Restrictions = append(s.Restrictions, training.Restriction{
		Condition: m.Condition, Source: source, Words: prose.Clip(text[m.From:m.To], 160), SaidOn: s.Today, Since: since,
	})
}

// heedGoal heeds what a goal says of the body. It stands there from day to day: an illness in it is not one of today, and what was cleared once
// stays so.
func (s *Snapshot) heedGoal(goal string) {
	for _, m := range gate.Hear(goal) {
		cleared := func(r training.Restriction) bool {
			return r.Condition == m.Condition && !r.Open() && r.Source == training.SaidInGoal
		}
		if !m.Condition.BelowNeck() && !slices.ContainsFunc(s.Restrictions, cleared) {
			s.restrict(&m, training.SaidInGoal, goal, training.ActorAthlete)
		}
	}
}

// Lengths of a race from which it is the one that is trained for, where no other is, in metres: half a marathon to run, and as far as takes as long.
var longRace = map[training.Sport]float64{training.Run: 21_000, training.Ride: 150_000, training.Swim: 5_000, training.Row: 10_000}

// Weeks in which an A event of the profile is near enough that another race is raced on the way to it.
const nearWeeks = 12

// WishedEvent is the id of an event that a wish speaks of and nobody has stored.
const WishedEvent training.EventID = "wished"

// race adds a race that the wish speaks of to the events, unless there is one on its day: one that is over, so that the days after it are for
// recovery; one to come, so that the weeks lead to it as they would if it were among the athlete's events.
func (s *Snapshot) race(w *wish.Wish, from training.Date) {
	p := &s.Athlete.Profile
	if len(p.Events) >= training.MaxEvents || slices.ContainsFunc(p.Events, func(o training.Event) bool { return o.Date == w.Dates[0] }) {
		return
	}
	e := training.Event{ID: WishedEvent, Name: "the race you wrote of", Date: w.Dates[0], Sport: w.Sport, Priority: w.Priority}
	switch {
	case e.Sport != "":
	case w.Format != "":
		e.Sport = w.Format.Sports()[0]
	default:
		e.Sport = training.Run
	}
	if w.Format != "" {
		e.Format = &w.Format
	}
	if w.Meters > 0 {
		meters := float64(w.Meters)
		e.DistanceMeters = &meters
	}
	if e.Priority == "" {
		e.Priority = Priority(w, p, from)
	}
	p.Events = append(slices.Clone(p.Events), e)
}

// Priority is how much a race counts of which the wish does not say so: as an A event where it is as long as one that is trained for and no A event
// is near, else as a B event. One that is over counts as a B event, which is recovered from.
func Priority(w *wish.Wish, p *training.Profile, from training.Date) training.EventPriority {
	if w.Priority != "" {
		return w.Priority
	}
	day := w.Dates[0]
	near := slices.ContainsFunc(p.Events, func(o training.Event) bool {
		return o.Priority == training.EventA && o.ID != WishedEvent && o.Date >= from && o.Date <= day.AddDays(7*nearWeeks)
	})
	long := longRace[w.Sport]
	if day >= from && !near && (w.Sport == training.MultiSport || long > 0 && float64(w.Meters) >= long) {
		return training.EventA
	}
	return training.EventB
}
