package prescribe

import (
	"math"
	"slices"

	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Athlete is who trains, as far as it decides what is written.
type Athlete struct {
	Season     *season.Athlete
	Thresholds training.Thresholds
	Lifter     session.Lifter
	Goal       *season.Goal
	RaceSport  training.Sport
	Race       float64 // the pace of the race of that sport that the week leads to as a fraction of threshold, 0 for the usual one
	Main       training.Sport
	RIROnly    bool                        // no one-repetition maximum is younger than 120 days
	Have       []training.Equipment        // all that is at hand; nil: not known, a gym is assumed
	Spare      []training.Contraindication // what exercises must not harm, beside what families must not
	Levels     map[session.ID]int          // the next rung of each family
	LegSets    int                         // the most hard sets for the legs in one lift of the week, 0 for no limit

	written map[page]training.Workout // so far: weeks ask for much that is the same
}

// page is what tells the doses apart that are written for one athlete.
type page struct {
	family                         session.ID
	level, minutes, shape, legSets int
	share, pace                    float64
	kit                            session.Kit
	extra, parts                   string // joined
}

func pageOf(d *session.Dose) page {
	p := page{family: d.Family, level: d.Level, minutes: d.Minutes, shape: d.Shape, legSets: d.LegSets, share: d.Share, pace: d.Pace, kit: d.Kit}
	for _, e := range d.Extra {
		p.extra += string(e) + " "
	}
	for _, part := range d.BodyParts {
		p.parts += string(part) + " "
	}
	return p
}

// write is a dose as a workout, measured for the athlete.
func (a *Athlete) write(f *session.Family, d session.Dose) training.Workout {
	p := pageOf(&d)
	w, known := a.written[p]
	if !known {
		if a.written == nil {
			a.written = map[page]training.Workout{}
		}
		w = f.Write(d)
		a.written[p] = w
	}
	return w
}

// Prescription is a workout for a slot, measured for the athlete. Off is how far it is from what the slot asks for, 0 to 1: 1 is as if the
// session were missing.
type Prescription struct {
	Dose    session.Dose
	Workout training.Workout
	Off     float64
}

// maxAlternatives is how many families of a slot are written.
const maxAlternatives = 3

// How far from what is asked for something else is: another family of those that would do, and easy training in the place of what is not.
const (
	otherLong   = 0.15
	otherEasy   = 0.30 // recovery is for the days that need it
	lastEasy    = 0.95 // a walk in the place of an easy run is little better than none
	otherKey    = 0.35 // also of lifts
	easyInstead = 0.85
)

// For is what may stand for a slot: each of its families from what is asked for to what is farther off, then easy training. Nth counts
// the lifts of its family in the week from 0, so that they complement one another. Longest is how many minutes the longest window of its days has.
func For(s *season.Slot, nth, longest int, a *Athlete) []Prescription {
	w := writer{athlete: a, slot: s, nth: nth, longest: longest}
	switch s.Role {
	case season.L, season.ML:
		w.long()
	case season.E, season.EPlus:
		w.easy()
	default:
		w.ladder()
	}
	return w.list
}

type writer struct {
	athlete *Athlete
	slot    *season.Slot
	nth     int
	longest int
	list    []Prescription
}

// put writes a dose unless it is there already or is longer than any window.
func (w *writer) put(d session.Dose, off float64) {
	f, known := session.Find(d.Family)
	if shorter, is := session.Find(f.Shorter); is && d.Minutes > 0 && d.Minutes < f.Minutes.Low { // an hour on foot is the shortest hike
		d.Family, f = shorter.ID, shorter
	}
	if !known || !f.Equipped(w.athlete.Have) {
		return
	}
	workout := w.athlete.write(&f, w.complete(d, &f))
	if workout.DurationSeconds > 60*w.longest || slices.ContainsFunc(w.list, func(p Prescription) bool { return p.Workout.ID == workout.ID }) {
		return
	}
	w.list = append(w.list, Prescription{d, workout, min(off, 1)})
}

// complete adds what a dose depends on the athlete for.
func (w *writer) complete(d session.Dose, f *session.Family) session.Dose {
	a := w.athlete
	d.For, d.At = a.Season.LevelIn(f.Sport), a.Thresholds
	if f.Sport == a.RaceSport && (f.Sport == training.Run || f.ID == "S-RP" || f.ID == "B-RPTT") { // openers are faster than the race
		d.Pace = a.Race
	}
	if f.Class == session.Strength || f.Sport == training.Strength {
		d.Kit, d.Who, d.RIROnly, d.Extra, d.Shape = session.KitOf(a.Have), a.Lifter, a.RIROnly, a.Have, w.nth
		d.Goal, d.LegSets = a.Main, a.LegSets
		d.For = a.Lifter.Level
		if a.Goal != nil {
			d.BodyParts, d.Lifts = a.Goal.BodyParts, a.Goal.Lifts
		}
		if len(w.slot.Parts) > 0 {
			d.BodyParts = w.slot.Parts
		}
	}
	d.Spare = spared(a.Season.No, a.Spare)
	return d
}

// OffFamily is how far the n-th of a slot's families is from the first: what the phase asks for comes before what is merely allowed.
func OffFamily(role season.Role, n int) float64 {
	switch role {
	case season.L, season.ML:
		return otherLong * float64(n)
	case season.E, season.EPlus:
		if n > 1 {
			return lastEasy
		}
		return otherEasy * float64(n)
	}
	return otherKey * float64(n)
}

// OffLength is how far a length is from what was asked for: within 5 % not at all, by 15 % half, from 30 % on wholly (coaching 9.1).
func OffLength(minutes, asked int) float64 {
	if asked == 0 {
		return 0
	}
	off := math.Abs(float64(minutes)/float64(asked) - 1)
	switch {
	case off <= 0.05:
		return 0
	case off <= 0.15:
		return 0.5 * (off - 0.05) / 0.10
	case off <= 0.30:
		return 0.5 + 0.5*(off-0.15)/0.15
	}
	return 1
}

// long writes a long session at its length and, where that has no room, shorter.
func (w *writer) long() {
	s := w.slot
	for i, id := range s.Families[:min(len(s.Families), maxAlternatives)] {
		level := w.level(i)
		f, _ := session.Find(id)
		for _, share := range []float64{1, 0.95, 0.9, 0.8, 0.7, 0.6} {
			minutes := toFive(share * float64(s.Minutes))
			if i > 0 && share < 0.9 {
				break
			}
			off := OffLength(min(minutes, f.Minutes.High), s.Minutes) + OffFamily(s.Role, i) // by what it can be: an hour's walk is no hike of four
			w.put(session.Dose{Family: id, Level: level, Minutes: minutes, Share: s.Share}, off)
		}
	}
	w.instead()
}

// Steps of an easy session's length around what was asked for, in minutes.
var easySteps = []int{0, -5, 5, -10, 10, -20, 20, -30, 30}

// LongestEasy is how long an easy session may be in place of one of some minutes: one that is much longer would stand for several, and days
// without training are no better than short ones.
func LongestEasy(minutes int) int { return minutes + max(10, minutes*2/5) }

// shortestEasy is the shortest easy session that is worth the way, in minutes, where it is not to be shorter.
const shortestEasy = 20

// easyStep is what a minute more or less of an easy session counts.
const easyStep = 0.01

// easy writes easy sessions around the length that is asked for: they are what makes a week come to its minutes.
func (w *writer) easy() {
	s := w.slot
	for i, id := range s.Families[:min(len(s.Families), maxAlternatives)] {
		for n, step := range easySteps {
			minutes := s.Minutes + step
			if minutes < max(s.Least, min(s.Minutes, shortestEasy)) || minutes > min(s.Most, LongestEasy(s.Minutes)) || i > 0 && n > 0 {
				continue
			}
			off := easyStep*math.Abs(float64(step)) + OffFamily(s.Role, i)
			w.put(session.Dose{Family: id, Level: w.level(i), Minutes: minutes, Share: s.Share}, off)
		}
	}
	if len(w.list) == 0 && len(s.Families) > 0 { // no window has room for it as it is usual
		w.put(session.Dose{Family: s.Families[0], Level: w.level(0), Minutes: max(15, w.longest/5*5)}, 0.5)
	}
}

// ladder writes a session with a ladder at its rung, one lower, as short as it may be, and as another family that would do.
func (w *writer) ladder() {
	s := w.slot
	for i, id := range s.Families[:min(len(s.Families), maxAlternatives)] {
		level, off := w.level(i), OffFamily(s.Role, i)
		w.put(session.Dose{Family: id, Level: level, Minutes: s.Minutes, Share: s.Share}, off)
		if s.Least < s.Minutes {
			w.put(session.Dose{Family: id, Level: level, Minutes: s.Least, Share: s.Share}, off+0.1)
		}
		if level > 1 {
			w.put(session.Dose{Family: id, Level: level - 1, Minutes: max(s.Least, s.Minutes-5), Share: s.Share}, off+0.4)
		}
		if i == 0 && s.Least < s.Minutes && level > 2 {
			w.put(session.Dose{Family: id, Level: level - 2, Minutes: s.Least, Share: s.Share}, 0.8)
		}
	}
	w.instead()
}

// instead writes easy training in the place of a key or long session that has no room.
func (w *writer) instead() {
	id, known := easyOf[w.slot.Sport]
	if !known || w.slot.Role == season.Open || w.slot.Role == season.Sharp {
		return
	}
	f, _ := session.Find(id)
	minutes := min(max(w.slot.Minutes, f.Minutes.Low), f.Minutes.High, w.longest/5*5)
	w.put(session.Dose{Family: id, Minutes: minutes}, easyInstead)
}

var easyOf = map[training.Sport]session.ID{
	training.Run: "R-EASY", training.Ride: "B-EASY", training.Swim: "S-END", training.Row: "W-EASY", training.Walk: "A-WALK", training.SkiErg: "K-EASY",
}

// level is the rung of a slot's n-th family: as the slot says, of one that is wished for the next of the athlete's.
func (w *writer) level(n int) int {
	s := w.slot
	f, _ := session.Find(s.Families[n])
	if f.Rungs == 0 {
		return 0
	}
	level := s.Level
	switch {
	case n < len(s.Levels):
		level = s.Levels[n]
	case n > 0:
		level = w.athlete.Levels[f.ID]
	}
	return min(max(level, 1), f.Rungs)
}

func toFive(minutes float64) int { return int(math.Round(minutes/5)) * 5 }

// spared are what exercises must not harm: what is named, and of what families must not harm what exercises may.
func spared(no []session.Contraindication, also []training.Contraindication) []training.Contraindication {
	list := slices.Clone(also)
	for _, c := range no {
		if slices.Contains(training.Contraindications, training.Contraindication(c)) && !slices.Contains(list, training.Contraindication(c)) {
			list = append(list, training.Contraindication(c))
		}
	}
	return list
}
