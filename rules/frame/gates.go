package frame

import (
	"fortnight/gate"
	"fortnight/session"
)

// readGates finds what conditions that are stated, restrictions that hold and the pain of the latest check-in keep back of the days (coaching 7).
func (f *Frame) readGates() {
	if f.Input.Gates != nil {
		f.Gates = *f.Input.Gates
		return
	}
	conditions, known := gate.Stated(f.Input.Profile.Conditions, f.Input.Restrictions, f.Input.From)
	if len(conditions)+len(known.Steps) == 0 {
		return
	}
	for _, c := range sortedCheckIns(f.Input.CheckIns) {
		if c.Date > f.Input.From {
			break
		}
		clear(known.Pain) // the latest holds
		for _, s := range c.Soreness {
			known.Pain[s.MuscleGroup] = s.Level
		}
	}
	f.Gates = gate.Read(conditions, known)
}

// against notes what a planned item goes against of what is stated.
func (f *Frame) against(i *Item) {
	if !i.Planned || !f.Gates.Open() {
		return
	}
	family := session.ID(i.Session.Family)
	if i.Identity != nil {
		family = i.Identity.Family
	}
	i.Because, i.Why = f.Gates.Against(i.Session, family)
}

// HeldBack tells whether a condition keeps something of the seven days that end on a planned day: minutes, sports, or what is hard.
func (f *Frame) HeldBack(day int) bool {
	b := &f.Gates
	if !b.Open() {
		return false
	}
	return b.NoLoad || b.NoHI || b.Share > 0 || b.MostMinutes > 0 || len(b.NoSports) > 0 || max(b.RestDays, b.ReturnDays) > max(day-7, 0)
}
