package rules

import (
	"slices"
	"sort"

	"fortnight/training"
)

// item is a bout as the rules see it. Days are counted as science §0 does: day 1 is the first planned one, day 0 the last of history.
type item struct {
	start, end int64 // minutes since 1970, as instants
	day        int
	sport      training.Sport
	seconds    int
	tss        float64
	meters     float64 // of running
	runSeconds int
	low        int // endurance seconds at low intensity
	endurance  int
	hi, mod    bool
	heavy      bool
	legSets    int  // hard sets for the legs
	legs       bool // endurance with the legs
	long       bool
	recovery   bool
	load       bool // counts against a rest day and as a session
	plan       bool // part of the plan that is judged, rather than done or from before it
	endures    bool // of an endurance sport
	lower      bool // of run, ride or row
	lifts      bool // of strength
	unsaid     bool // a lift of which nobody knows the patterns
	race       bool // at race pace
	late       bool // ends after 19:00
	high       int  // endurance seconds at high intensity
	legSeconds int  // endurance seconds with the legs
	reserve    int  // repetitions in reserve of the hardest leg set, 10 where there is none
	patterns   uint8
	flagged    bool // key, by athlete or coach
	key        bool // worked out by markKeys
	fixed      bool // locked, or on a locked day
	session    *training.Session
	name       string // as messages have it; made when asked for
	place      int    // in the frame's sessions, of a planned one
	groups     uint8  // muscle groups it loads, a bit each in the order of groupBits
	hoursDay   int    // the day whose hours it takes
	outside    int64  // minutes of it outside the windows, where hours are limited
	barred     bool   // the window it lies in is not for its sport
}

func (f *frame) sessionItem(s *training.Session) item {
	b := s.Bout()
	i := f.itemOf(&b, s)
	i.fixed = s.Lock != nil || slices.Contains(f.in.LockedDays, s.Date)
	i.heavy = i.heavy || f.unaccustomed(b.Demand.EccentricLegs)
	f.fit(&i)
	return i
}

// unaccustomed tells whether one of some eccentric exercises for the legs was in no session of the 28 days before the plan, which makes a
// lift HEAVY-LOWER. Where it is not known what those days had it tells nothing.
func (f *frame) unaccustomed(exercises []training.ExerciseID) bool {
	return !f.liftsUnknown && slices.ContainsFunc(exercises, func(e training.ExerciseID) bool { return !slices.Contains(f.accustomed, e) })
}

// The shortest long sessions of each sport in seconds (science §0).
var longFrom = map[training.Sport]int{training.Run: 75 * 60, training.Ride: 120 * 60, training.Swim: 60 * 60, training.Row: 60 * 60}

func (f *frame) itemOf(b *training.Bout, s *training.Session) item {
	day := int(b.Date-f.in.From) + 1
	start, minutes := f.instant(day, b.Start), int64(b.DurationSeconds+59)/60
	d := &b.Demand
	i := item{
		start: start, end: start + minutes, day: day, sport: b.Sport, seconds: b.DurationSeconds,
		tss: f.in.Profile.CountedTSS(b.Sport, b.TSS), meters: d.RunMeters, runSeconds: d.RunSeconds, low: d.LowSeconds, endurance: d.EnduranceSeconds, hi: d.HighIntensity,
		mod: d.Moderate, heavy: d.HeavyLower, legSets: b.HardLegSets, legs: d.LowerBodySeconds > 0, session: s, groups: groupsOf(b),
		load: b.Sport != training.Mobility && (b.TSS > 0 || s != nil),
	}
	if b.Sport == training.Run && i.meters == 0 {
		i.meters = b.DistanceMeters
	}
	if from, endures := longFrom[b.Sport]; endures {
		i.long = b.DurationSeconds >= from && float64(b.DurationSeconds) >= 1.5*f.median[b.Sport]
	}
	i.recovery = b.DurationSeconds <= 30*60 && b.TSS <= 20 && !d.HeavyLower && d.LowSeconds == d.EnduranceSeconds && d.EnduranceSeconds > 0
	i.flagged = s != nil && s.KeyFlagged
	i.plan = s != nil && day >= 1 && s.Status == training.Planned
	i.endures, i.lower, i.lifts = b.Sport.Endurance(), b.Sport.LowerBody(), b.Sport == training.Strength
	i.race = b.Focus == training.FocusRacePace && (b.Intensity == training.AsPlanned || d.HighIntensity || d.Moderate)
	i.late = int64(b.Start)+minutes > eveningFrom
	i.high, i.legSeconds, i.reserve = d.HighSeconds, d.LowerBodySeconds, d.MinRepsInReserve
	i.patterns, i.unsaid = patternBits(d.Patterns), i.lifts && len(d.Patterns) == 0
	return i
}

var groupBits = map[training.MuscleGroup]uint8{training.Legs: 1, training.Push: 2, training.Pull: 4, training.Core: 8}

// groupsOf are the regions a bout loads: those of its lifts' patterns, and what its sport moves with.
func groupsOf(b *training.Bout) uint8 {
	var bits uint8
	for _, p := range b.Demand.Patterns {
		switch p {
		case training.PatternPush:
			bits |= groupBits[training.Push]
		case training.PatternPull:
			bits |= groupBits[training.Pull]
		case training.PatternCore:
			bits |= groupBits[training.Core]
		case training.PatternCarry:
			bits |= groupBits[training.Core] | groupBits[training.Pull]
		default:
			bits |= groupBits[training.Legs]
		}
	}
	if b.Demand.LowerBodySeconds > 0 || b.HardLegSets > 0 {
		bits |= groupBits[training.Legs]
	}
	if b.Sport == training.Swim || b.Sport == training.Row {
		bits |= groupBits[training.Pull]
	}
	return bits
}

// insert adds an item, keeping the order of starts.
func (f *frame) insert(i item) {
	at := sort.Search(len(f.items), func(n int) bool { return inOrder(&f.items[n], &i) > 0 })
	f.items = slices.Insert(f.items, at, i)
	f.changed |= i.concerns()
	f.load.Add(i.day, i.tss)
	f.resum(i.day)
}

// placeOf is where the item of a planned session is, −1 for nowhere.
func (f *frame) placeOf(id training.SessionID) int {
	for n := f.firsts[1]; n < len(f.items); n++ { // the first planned ones, as of the last judging or before
		if s := f.items[n].session; s != nil && s.ID == id {
			return n
		}
	}
	return -1
}

// remove takes out the item of a session, and tells whether it was there.
func (f *frame) remove(id training.SessionID) bool {
	n := f.placeOf(id)
	if n < 0 {
		return false
	}
	day := f.items[n].day
	f.changed |= f.items[n].concerns()
	f.load.Remove(day, f.items[n].tss)
	f.items = slices.Delete(f.items, n, n+1)
	f.resum(day)
	return true
}

// together tells whether another item starts when one does.
func (f *frame) together(n int) bool {
	start := f.items[n].start
	return n > 0 && f.items[n-1].start == start || n+1 < len(f.items) && f.items[n+1].start == start
}

// replace puts an item in the place of a session's. Where both start at the same time, and no other does, it is the same place.
func (f *frame) replace(id training.SessionID, i *item) {
	n := f.placeOf(id)
	if n < 0 || f.items[n].start != i.start || f.together(n) {
		f.remove(id)
		f.insert(*i)
		return
	}
	old := &f.items[n]
	f.changed |= old.concerns() | i.concerns()
	f.load.Replace(i.day, old.tss, i.tss)
	*old = *i
	f.resum(i.day)
}
