package frame

import (
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

// readFamilies looks the families of the workouts up that somebody has looked at.
func (f *Frame) readFamilies() {
	if len(f.Input.Workouts) == 0 {
		return
	}
	f.families = map[session.ID]*known{}
	for _, of := range f.Input.Workouts {
		if _, done := f.families[of.Family]; done {
			continue
		}
		if family, is := session.Find(of.Family); is {
			f.families[of.Family] = &known{family: family}
		}
	}
}

// identify gives an item an identity, nil for none.
func (f *Frame) identify(i *Item, of *Identity) {
	i.Identity, i.Family, i.windows, i.access, i.Fresh = of, nil, nil, nil, false
	if of == nil {
		return
	}
	if is := f.families[of.Family]; is != nil {
		i.Family, i.windows, i.access = &is.family, &is.windows, &is.access[min(of.Level, session.MostRungs)] // no family tells levels apart beyond
		i.Fresh = i.Planned && slices.Contains(is.family.No, session.NoTiredLegs) && !(i.Lifts && i.Session.Load.HardLegSets == 0)
	}
}

// known is a family of Input.Workouts, with what is worked out once for it and a planned day, and for it and a level: edits change none of it.
type known struct {
	family  session.Family
	windows [MaxDays + 1]Window
	access  [session.MostRungs + 1]Access
}

// Asks tells whether what is asked of proposals is asked of a planned item: of all that a plan proposes, and of a calendar of what a person has
// put there.
func (f *Frame) Asks(i *Item) bool { return f.Input.ByHand == nil || i.ByHand }

// Binds is how much it binds then: a person is told, a plan is not made so.
func (f *Frame) Binds() catalogue.Severity {
	if f.Input.ByHand == nil {
		return catalogue.Hard
	}
	return catalogue.Soft
}

// recognise gives items of history the identity of the workouts that they were planned as.
func (f *Frame) recognise() {
	if len(f.Input.Workouts) == 0 {
		return
	}
	planned := map[training.SessionID]*Identity{}
	for n := range f.Input.Sessions {
		if s := &f.Input.Sessions[n]; s.Status == training.Completed {
			planned[s.ID] = f.Input.Workouts[s.WorkoutID]
		}
	}
	for n := range f.Items {
		if i := &f.Items[n]; i.bout != "" {
			f.identify(i, planned[i.bout])
		}
	}
}
