package session

import (
	"strings"

	"fortnight/training"
)

// IsNode says that a family has an identity.
func (Family) IsNode() {}

// LeastMinutes is its usual length at the least.
func (f Family) LeastMinutes() int { return f.Minutes.Low }

// MostMinutes is its usual length at the most.
func (f Family) MostMinutes() int { return f.Minutes.High }

// Hybrid tells whether a family is of the stations and the running between them.
func (f Family) Hybrid() bool { return strings.HasPrefix(string(f.ID), "H-") }

// Experience is that in its sport which it asks for.
func (f Family) Experience() training.Level {
	if f.Access.From == "" {
		return training.Novice
	}
	return f.Access.From
}

// NoviceUpToOrNil is nil where no rung of its own is set for novices.
func (f Family) NoviceUpToOrNil() *int { return orNil(f.Access.NoviceUpTo) }

// LiftMonths is how long somebody has to have lifted.
func (f Family) LiftMonths() int { return f.Access.LiftMonths }

// WindowList is where in a season it belongs.
func (f Family) WindowList() []Phase { return f.Windows.List() }

// FormatList are the kinds of event that it prepares for.
func (f Family) FormatList() []training.EventFormat {
	list := make([]training.EventFormat, len(f.Formats))
	for i, format := range f.Formats {
		list[i] = training.EventFormat(format)
	}
	return list
}

// GearLists are what has to be at hand.
func (f Family) GearLists() [][]training.Equipment {
	lists := make([][]training.Equipment, len(f.Gear))
	for i, gear := range f.Gear {
		lists[i] = gear
	}
	return lists
}

// WorkSecondsOrNil is nil for lifts.
func (r Rung) WorkSecondsOrNil() *int { return orNil(r.Seconds) }

// MetersOrNil is nil where the work does not go by distance.
func (r Rung) MetersOrNil() *float64 { return orNil(r.Meters) }

// LowOrNil is nil where the work goes by effort.
func (r Rung) LowOrNil() *float64 { return orNil(r.Low) }

// HighOrNil is nil where the work goes by effort.
func (r Rung) HighOrNil() *float64 { return orNil(r.High) }

// RPEOrNil is nil where the work goes by intensity.
func (r Rung) RPEOrNil() *float64 { return orNil(r.RPE) }

// orNil is nil for zero.
func orNil[T comparable](value T) *T {
	var zero T
	if value == zero {
		return nil
	}
	return &value
}
