package wish

import (
	"fortnight/session"
	"fortnight/training"
)

// What of a wish clients see as null where it has none.

func orNil[T comparable](value T) *T {
	if value == *new(T) {
		return nil
	}
	return &value
}

// SportOrNil is the sport as clients see it: nil where the wish has none.
func (w Wish) SportOrNil() *training.Sport { return orNil(w.Sport) }

// SessionOrNil is like SportOrNil.
func (w Wish) SessionOrNil() *Session { return orNil(w.Session) }

// FocusOrNil is like SportOrNil.
func (w Wish) FocusOrNil() *training.Focus { return orNil(w.Focus) }

// RegionOrNil is like SportOrNil.
func (w Wish) RegionOrNil() *training.MuscleGroup { return orNil(w.Region) }

// ConditionOrNil is like SportOrNil.
func (w Wish) ConditionOrNil() *training.Condition { return orNil(w.Condition) }

// BoundOrNil is like SportOrNil.
func (w Wish) BoundOrNil() *Bound { return orNil(w.Bound) }

// PerOrNil is like SportOrNil.
func (w Wish) PerOrNil() *Period { return orNil(w.Per) }

// CountOrNil is like SportOrNil; a LIMIT of no session is none.
func (w Wish) CountOrNil() *int { return orNil(w.Count) }

// MinutesOrNil is like SportOrNil.
func (w Wish) MinutesOrNil() *int { return orNil(w.Minutes) }

// MetersOrNil is like SportOrNil.
func (w Wish) MetersOrNil() *int { return orNil(w.Meters) }

// PriorityOrNil is like SportOrNil.
func (w Wish) PriorityOrNil() *training.EventPriority { return orNil(w.Priority) }

// FormatOrNil is like SportOrNil.
func (w Wish) FormatOrNil() *training.EventFormat { return orNil(w.Format) }

// QuoteOrNil is like SportOrNil: nil for a wish that was stated as data.
func (w Wish) QuoteOrNil() *string { return orNil(w.Quote) }

// FromOrNil is when the wish's time of day begins, nil where it has none.
func (w Wish) FromOrNil() *training.LocalTime {
	if !w.Windowed() {
		return nil
	}
	return &w.From
}

// ToOrNil is when the wish's time of day ends, 00:00 for midnight, nil where it has none.
func (w Wish) ToOrNil() *training.LocalTime {
	if !w.Windowed() {
		return nil
	}
	return &w.To
}

// HowMuch is the strength; what was stored before there were any is as its kind is by itself.
func (w Wish) HowMuch() Strength {
	if w.Strength == "" {
		return StrengthOf(w.Kind)
	}
	return w.Strength
}

// Gear is what is at hand, empty where the wish does not say.
func (w Wish) Gear() []training.Equipment { return append([]training.Equipment{}, w.Equipment...) }

// AwayList is where a MOVE is not to be, empty of other kinds.
func (w Wish) AwayList() []training.Date { return append([]training.Date{}, w.Away...) }

// Certainty is how sure the reading is: what was stated as data is.
func (w Wish) Certainty() float64 {
	if w.Confidence == 0 {
		return 1
	}
	return w.Confidence
}

// TakenOrNil is the number of the reading that was followed, nil for none.
func (q *Question) TakenOrNil() *int {
	if q.Taken < 0 {
		return nil
	}
	return &q.Taken
}

// FamilyOrNil is the family, nil where the wish has none or one that there is no more.
func (w Wish) FamilyOrNil() *session.Family {
	if f, known := session.Find(w.Family); known {
		return &f
	}
	return nil
}
