package runs

import (
	"slices"

	"fortnight/gate"
	"fortnight/hours"
	"fortnight/prose"
	"fortnight/training"
	"fortnight/wish"
)

// Heed puts what the wish says of the body, of the hours, of what is at hand and of a race that is over into what is known of the athlete, so that
// whatever looks at it goes by it. What concerns the body is heard here from the words themselves, whatever a model has made of them.
func (s *Snapshot) Heed(text string, wishes wish.Wishes, from training.Date) {
	s.Restrictions = slices.Clone(s.Restrictions)
	for _, m := range gate.Hear(text) {
		s.restrict(m.Condition, training.SaidInWish, text[m.From:m.To])
	}
	for _, c := range wishes.Conditions() {
		s.restrict(c, training.SaidInWish, "")
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
		case w.Kind == wish.Equip:
			s.equip(w)
		case w.Kind == wish.Race && w.Dates[0] < from:
			s.raced(w)
		}
	}
}

// restrict adds a restriction that is not known yet. It has no identity before the store gives it one.
func (s *Snapshot) restrict(c training.Condition, source training.RestrictionSource, words string) {
	known := func(r training.Restriction) bool { return r.Condition == c && r.Open() }
	if !slices.ContainsFunc(s.Restrictions, known) {
		s.Restrictions = append(s.Restrictions, training.Restriction{Condition: c, Source: source, Words: prose.Clip(words, 160), SaidOn: s.Today})
	}
}

// heedGoal heeds what a goal says of the body. It stands there from day to day: an illness in it is not one of today, and what was cleared once
// stays so.
func (s *Snapshot) heedGoal(goal string) {
	for _, m := range gate.Hear(goal) {
		cleared := func(r training.Restriction) bool {
			return r.Condition == m.Condition && !r.Open() && r.Source == training.SaidInGoal
		}
		if !m.Condition.BelowNeck() && !slices.ContainsFunc(s.Restrictions, cleared) {
			s.restrict(m.Condition, training.SaidInGoal, goal[m.From:m.To])
		}
	}
}

// equip says what is at hand on the days of a wish. It speaks of what there is to lift: what there is for endurance stays.
func (s *Snapshot) equip(w *wish.Wish) {
	p := &s.Athlete.Profile
	dates := slices.Clone(p.EquipmentOnDates)
	for _, d := range w.Dates {
		have := append([]training.Equipment{}, w.Equipment...)
		for _, e := range training.EnduranceEquipment() {
			if known := p.EquipmentOn(d); known == nil || slices.Contains(known, e) {
				have = append(have, e)
			}
		}
		dates = slices.Insert(dates, 0, training.EquipmentOnDates{From: d, To: d, Equipment: have})
	}
	p.EquipmentOnDates = dates
}

// raced adds a race that is over, so that the days after it are for recovery.
func (s *Snapshot) raced(w *wish.Wish) {
	e := training.Event{ID: "wished", Name: "the race you wrote of", Date: w.Dates[0], Sport: w.Sport, Priority: training.EventB}
	if e.Sport == "" {
		e.Sport = training.Run
	}
	if w.Meters > 0 {
		meters := float64(w.Meters)
		e.DistanceMeters = &meters
	}
	p := &s.Athlete.Profile
	if !slices.ContainsFunc(p.Events, func(o training.Event) bool { return o.Date == e.Date }) {
		p.Events = append(slices.Clone(p.Events), e)
	}
}
