package session

import (
	"slices"

	"fortnight/training"
)

// leading are the families whose sheets put the lifts of a goal first: those that build or keep strength with weights. Peaks and tests are for
// these lifts anyway; circuits, jumps, throws and what looks after joints are for none.
var leading = map[ID]bool{"Q-AA": true, "Q-FULL": true, "Q-STR": true, "Q-LOWER": true, "Q-UPPER": true, "Q-SIZE": true, "Q-MAIN": true}

// servingSheet is the sheet of a dose with the lifts that the dose is to serve. Of two sessions with other lifts the first, A, is the one that the
// lift leads, heavily; in the other it is done once more, as a lift beside the first one: twice a week is what builds a lift (ACSM 2009).
func servingSheet(own ID, sheetOf func(Dose) sheet, d Dose) sheet {
	if len(d.Lifts) == 0 || !leading[own] {
		return sheetOf(d)
	}
	first, known := training.FindExercise(d.Lifts[0])
	if !known {
		return sheetOf(d)
	}
	even, odd := d, d
	even.Shape, odd.Shape = 0, 1
	if a, b := sheetOf(even), sheetOf(odd); a.place(&first) != 0 && b.place(&first) == 0 { // it leads by nature in what is otherwise B
		d.Shape = 1 - d.Shape%2
		even.Shape = 1
	}
	s := sheetOf(d)
	s.parts = slices.Clone(s.parts)
	for n := len(d.Lifts) - 1; n >= 0; n-- {
		if e, known := training.FindExercise(d.Lifts[n]); known {
			s.serve(&e, n == 0 && d.Shape%2 == even.Shape%2)
		}
	}
	return s
}

// serve gives an exercise the place that it fits best, that of the session's first lift where it is to lead. A session with no place for anything
// of its kind stays as it is.
func (s *sheet) serve(e *training.Exercise, lead bool) {
	at := s.place(e)
	if at < 0 {
		return
	}
	p := s.parts[at]
	p.menu = append(menu{e.ID}, slices.DeleteFunc(slices.Clone(p.menu), func(id training.ExerciseID) bool { return id == e.ID })...)
	for i := range s.parts { // nowhere else: a session has it once
		if i != at {
			s.parts[i].menu = slices.DeleteFunc(slices.Clone(s.parts[i].menu), func(id training.ExerciseID) bool { return id == e.ID })
		}
	}
	if p.extra {
		p.extra, p.pair = false, false
		s.alone(at)
	}
	if !lead || at == 0 {
		s.parts[at] = p
		return
	}
	s.alone(at)
	f := &s.parts[0]
	p.pair = false
	p.sets, f.sets = f.sets, p.sets
	p.reps, f.reps = f.reps, p.reps
	p.percent, f.percent = f.percent, p.percent
	p.reserve, f.reserve = f.reserve, p.reserve
	p.rest, f.rest = f.rest, p.rest
	p.ramp, f.ramp = max(f.ramp, p.ramp), min(f.ramp, p.ramp)
	s.parts = slices.Insert(slices.Delete(s.parts, at, at+1), 0, p)
}

// alone takes a part out of the superset that it is the second half of.
func (s *sheet) alone(at int) {
	if at > 0 {
		s.parts[at-1].pair = false
	}
}

// place is where an exercise fits best: where it is on the menu, else where something is done that goes the same way, else something of its kind;
// what has to be there before what may be. Squats and lunges are of a kind: it is the knee that works. −1 for nowhere.
func (s *sheet) place(e *training.Exercise) int {
	best, most := -1, 0
	for i := range s.parts {
		p := &s.parts[i]
		like := 0
		o, known := training.FindExercise(p.menu[0])
		switch {
		case slices.Contains(p.menu, e.ID):
			like = 6
		case !known || o.CountedIn != e.CountedIn || o.Isolation != e.Isolation:
		case o.Pattern == e.Pattern && o.Direction == e.Direction && o.Unilateral == e.Unilateral:
			like = 4
		case kneeLed(&o) && kneeLed(e) || !o.LowerBody() && o.Pattern == e.Pattern:
			like = 2
		}
		if like > 0 && !p.extra {
			like++
		}
		if like > most {
			best, most = i, like
		}
	}
	return best
}

func kneeLed(e *training.Exercise) bool {
	return e.Pattern == training.PatternSquat || e.Pattern == training.PatternLunge
}
