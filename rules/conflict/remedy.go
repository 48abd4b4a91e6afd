package conflict

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// Bounds of remedies.
const (
	maxSwaps      = 24 // workouts tried in the place of one
	shiftMinutes  = 30
	lightSets     = 9  // hard leg sets of a lift that is no longer heavy (science §0b on X2)
	easyTSSAnHour = 50 // of endurance at low intensity
)

// remedy is a change with the session as it would be. then is what may follow it, and is said where it may.
type remedy struct {
	change
	session     training.Session
	say         func() string
	then        *training.Session
	thenMessage string
}

// remedies draws up what a session could be instead, tried or not.
type remedies struct {
	in   *frame.Input
	zone *time.Location
}

// timed are the rules that another hour of the same day may satisfy.
var timed = []catalogue.Code{
	catalogue.AVL1, catalogue.AVL2, catalogue.AVL4, catalogue.INT1, catalogue.INT2, catalogue.INT6, catalogue.CON1, catalogue.CON2,
	catalogue.CON3, catalogue.CON4, catalogue.STR3, catalogue.TAP4,
}

// starts are the other starts of the day, the nearest first.
func (r *remedies) starts(c *clash, s *training.Session) []remedy {
	if !slices.Contains(timed, c.rule) {
		return nil
	}
	var list []remedy
	for shift := shiftMinutes; shift <= maxShiftMinutes; shift += shiftMinutes {
		for _, sign := range []int{-1, 1} {
			moved := *s
			moved.Start = s.Start + training.LocalTime(sign*shift)
			if moved.Start < 0 || moved.Start >= 24*60 || !r.fits(&moved) {
				continue
			}
			list = append(list, remedy{
				session: moved,
				say:     func() string { return fmt.Sprintf("Start the session on %s (%s) at %s.", at(s), s.Title, moved.Start) },
				change: change{
					kind: shiftsStart, locked: keepsStart(s), amount: float64(shift), Repair: Repair{SessionID: &s.ID, Start: &moved.Start},
				},
			})
		}
	}
	return list
}

func keepsStart(s *training.Session) bool {
	return s.Lock != nil && *s.Lock != training.LockContent && *s.Lock != training.LockDay
}

// days are the other days, the nearest first and later before earlier, each at the same start or else at the beginning of a window.
func (r *remedies) days(s *training.Session) []remedy {
	var list []remedy
	in := r.in
	for shift := 1; shift <= maxShiftDays; shift++ {
		for _, sign := range []int{1, -1} {
			moved := *s
			moved.Date = s.Date.AddDays(sign * shift)
			if moved.Date < max(in.From, in.Today) || moved.Date >= in.From.AddDays(in.Days) || slices.Contains(in.LockedDays, moved.Date) {
				continue
			}
			if start, fits := r.startOn(&moved); fits {
				list = append(list, movedTo(s, moved, start, shift))
			}
		}
	}
	return list
}

func movedTo(s *training.Session, moved training.Session, start training.LocalTime, days int) remedy {
	repair := Repair{SessionID: &s.ID, Date: &moved.Date}
	say := func() string {
		return fmt.Sprintf("Move the session on %s (%s) to %s.", at(s), s.Title, frame.DayName(moved.Date))
	}
	if moved.Start = start; start != s.Start {
		repair.Start = &moved.Start
		say = func() string { return fmt.Sprintf("Move the session on %s (%s) to %s.", at(s), s.Title, at(&moved)) }
	}
	locked := s.Lock != nil && *s.Lock != training.LockContent
	return remedy{session: moved, say: say, change: change{kind: shiftsDay, locked: locked, amount: float64(days), Repair: repair}}
}

// startOn is when a session can begin on its day: when it does, or else with what is to come of one of the day's windows.
func (r *remedies) startOn(s *training.Session) (training.LocalTime, bool) {
	if r.fits(s) {
		return s.Start, true
	}
	zone := r.zone
	spans, limited := r.in.Profile.Hours(s.Date)
	for n := 0; limited && n < len(spans); n++ {
		from := spans[n].From
		if from.Before(r.in.NotBefore) {
			from = r.in.NotBefore
		}
		date, start := training.ClockAt(from, zone)
		other := *s
		if other.Start = start; date == s.Date && r.fits(&other) {
			return start, true
		}
	}
	return 0, false
}

// fits tells whether a session can be put where it stands: inside the hours that are to come.
func (r *remedies) fits(s *training.Session) bool {
	return !s.StartsAt(r.zone).Before(r.in.NotBefore) && r.holds(s)
}

// holds tells whether the hours hold a session where it stands.
func (r *remedies) holds(s *training.Session) bool {
	return frame.Fits(r.in.Profile, s.Date, s.Start, s.Sport, s.Load.DurationSeconds)
}

func keepsContent(s *training.Session) bool {
	return s.Lock != nil && (*s.Lock == training.LockEverything || *s.Lock == training.LockContent)
}

// swaps are other workouts of the same sport, the nearest load first.
func (r *remedies) swaps(s *training.Session) []remedy {
	var list []remedy
	for n := range r.in.Swaps {
		w := &r.in.Swaps[n]
		if w.Sport != s.Sport || w.ID == s.WorkoutID {
			continue
		}
		other := *s
		other.WorkoutID, other.Title, other.Focus, other.Load, other.Family, other.FamilyLevel = w.ID, w.Title, w.Focus, w.Load, w.Family, w.FamilyLevel
		if r.holds(&other) {
			list = append(list, remedy{
				session: other,
				say:     func() string { return fmt.Sprintf("Replace the session on %s (%s) by %s.", at(s), s.Title, w.Title) },
				change: change{
					kind: swapsContent, locked: keepsContent(s), amount: math.Abs(w.TSS - s.Load.TSS),
					Repair: Repair{SessionID: &s.ID, WorkoutID: &w.ID},
				},
			})
		}
	}
	slices.SortStableFunc(list, func(a, b remedy) int { return cmp.Compare(a.amount, b.amount) })
	return list[:min(len(list), maxSwaps)]
}

// content is another content of a session that no workout is named for.
func content(s *training.Session, load training.Load, message string) remedy {
	other := *s
	other.Load = load
	return remedy{session: other, say: func() string { return message }, change: change{
		kind: swapsContent, locked: keepsContent(s), amount: math.Abs(load.TSS - s.Load.TSS), Repair: Repair{SessionID: &s.ID},
	}}
}

// eased is a session of the same length at low intensity throughout.
func eased(s *training.Session) []remedy {
	load := s.Load
	d := &load.Demand
	if !s.Sport.Endurance() || d.LowSeconds == d.EnduranceSeconds && !d.HighIntensity {
		return nil
	}
	d.LowSeconds, d.ModerateSeconds, d.HighSeconds, d.SevereSeconds, d.HighRunSeconds = d.EnduranceSeconds, 0, 0, 0, 0
	d.HighIntensity, d.Moderate, d.SessionRPE = false, false, min(d.SessionRPE, 4)
	load.TSS = min(load.TSS, easyTSSAnHour*float64(load.DurationSeconds)/3600)
	o := content(s, load, fmt.Sprintf("Make the session on %s (%s) easy throughout.", at(s), s.Title))
	o.session.Focus = training.FocusEndurance
	return []remedy{o}
}

// lighter is a lift that is no longer heavy.
func lighter(s *training.Session) []remedy {
	load := s.Load
	if !load.Demand.HeavyLower {
		return nil
	}
	load.HardLegSets = min(load.HardLegSets, lightSets)
	load.Demand.HeavyLower, load.Demand.HeavyLowerReason, load.Demand.MinRepsInReserve = false, "", max(load.Demand.MinRepsInReserve, 3)
	form := "Lift at most 75 %% of the maximum on %s (%s), with fewer than ten hard sets for the legs."
	return []remedy{content(s, load, fmt.Sprintf(form, at(s), s.Title))}
}

// spared is a lift that ends every set short of failure by as much as a novice is to.
func spared(s *training.Session) []remedy {
	load := s.Load
	d := &load.Demand
	if s.Sport != training.Strength || d.LeastReserve >= catalogue.NoviceReserve {
		return nil
	}
	d.LeastReserve, d.MinRepsInReserve = catalogue.NoviceReserve, max(d.MinRepsInReserve, catalogue.NoviceReserve)
	return []remedy{content(s, load, fmt.Sprintf("Leave %d repetitions in reserve in every set on %s (%s).", catalogue.NoviceReserve, at(s), s.Title))}
}

// unloaded is a lift that spares the legs.
func unloaded(s *training.Session) []remedy {
	load := s.Load
	if s.Sport != training.Strength || load.HardLegSets == 0 && !load.Demand.HeavyLower {
		return nil
	}
	load.HardLegSets, load.LowerBodyLoad = 0, 0
	load.Demand = training.Demand{
		Patterns: []training.MovementPattern{training.PatternPush, training.PatternPull}, MinRepsInReserve: 10,
		LeastReserve: load.Demand.LeastReserve, SessionRPE: load.Demand.SessionRPE,
	}
	return []remedy{content(s, load, fmt.Sprintf("Train the upper body alone on %s, in place of %s.", at(s), s.Title))}
}

// shortened are shorter forms of a session: down to what the clash allows, to three quarters, to half. A run that is held to the longest
// before it may be followed a week later by the next step.
func shortened(s *training.Session, c *clash) []remedy {
	shares := []float64{0.75, 0.5}
	if !c.atLeast && c.limit > 0 && c.limit < c.measured {
		shares = append([]float64{c.limit / c.measured}, shares...)
	}
	var list []remedy
	for n, share := range shares {
		load := scaled(s.Load, share)
		o := content(s, load, fmt.Sprintf("Shorten the session on %s (%s) to %d min.", at(s), s.Title, load.DurationSeconds/60))
		if meters := load.Demand.RunMeters; c.rule == catalogue.VOL2 && meters > 0 {
			o.say = func() string {
				return fmt.Sprintf("Shorten the run on %s (%s) to %.1f km.", at(s), s.Title, meters/1000)
			}
			if n == 0 {
				o.step(s, meters)
			}
		}
		list = append(list, o)
	}
	return list
}

// step adds what may follow a shortened run a week later.
func (o *remedy) step(s *training.Session, meters float64) {
	next := o.session
	next.ID, next.Date = s.ID+" next", s.Date.AddDays(7)
	next.Load = scaled(s.Load, min(1, catalogue.RunSpike*meters/s.Load.Demand.RunMeters))
	o.then = &next
	o.thenMessage = fmt.Sprintf(" A week later %.1f km may follow.", next.Load.Demand.RunMeters/1000)
}

// scaled is a load in so much of its time: whole minutes, and whole hundred metres of running, rounded down.
func scaled(load training.Load, share float64) training.Load {
	of := func(part *int) { *part = int(float64(*part) * share) }
	minutes := int(share * float64(load.DurationSeconds) / 60)
	load.DurationSeconds = 60 * minutes
	load.TSS *= share
	load.LowerBodyLoad *= share
	of(&load.HardLegSets)
	d := &load.Demand
	for _, part := range []*int{
		&d.LowSeconds, &d.ModerateSeconds, &d.HighSeconds, &d.SevereSeconds, &d.LowerBodySeconds, &d.RunSeconds, &d.HighRunSeconds, &d.PlyometricContact,
	} {
		of(part)
	}
	d.EnduranceSeconds = d.LowSeconds + d.ModerateSeconds + d.HighSeconds
	d.RunMeters = 100 * math.Floor(share*d.RunMeters/100+frame.Slack)
	if load.DistanceMeters != nil {
		meters := share * *load.DistanceMeters
		load.DistanceMeters = &meters
	}
	return load
}

func at(s *training.Session) string { return frame.DayName(s.Date) + " " + s.Start.String() }
