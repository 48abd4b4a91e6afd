package season

import (
	"fortnight/session"
	"fortnight/training"
)

// Window is what an event asks of the days around it (coaching 6.2, 6.3).
type Window struct {
	Event    *Event        // with the priority that it has beside the others: of two A events close to each other the earlier is a B
	Taper    int           // days
	Bands    [3][2]float64 // of V0, of the blocks d -21..-15, -14..-8 and -7..-1; zero where all of it is fine
	OnlyLast bool          // of the bands only the last is asked for: 5 and 10 km, HYROX, and what nobody knows
	Half     bool          // half marathon, 70.3, fondo and what is longer
	Longest  bool          // marathon, full distance and ultra
	Lift     bool          // a meet, or a single lift
	Runs     bool          // it is run, wholly or in part

	NoRun, Easy, Full int // days after it, see Aftermath
}

// Windows are those of all events, in the order of their days.
func (c *Calendar) Windows() []Window {
	all := make([]Window, len(c.events))
	for i := range c.events {
		e := &c.events[i]
		r, f := c.row(e), like(c.trainedFor(e))
		w := Window{Event: e, Taper: c.Lengths(e).Taper, Bands: r.bands, Half: r.bands != shortBands, Longest: r.early && f != training.LongWalk, Lift: f == training.Lift1RM}
		w.OnlyLast = f == training.Run5K || f == training.Run10K || f == training.Hyrox || f == training.OtherFormat
		sport := SportOf(f)
		w.Runs = sport == training.Run || sport == training.MultiSport && f != training.TriRelay
		w.NoRun, w.Easy, w.Full = c.Aftermath(e)
		all[i] = w
	}
	return all
}

// Shares is how the endurance time of a day's phase is to fall to intensities on the way to what the athlete trains for: a format, OTHER for
// no event. Minutes are those of endurance in a week; beginner says that it is one of the first eight of a novice.
func (s *Standing) Shares(f training.EventFormat, beginner bool, minutes int) Shares {
	if s.Event != nil {
		f = s.Event.Kind()
	}
	return sharesOf(f, s.Phase, beginner, minutes)
}

// AskedLifts is how many lifts are asked of a week of n sessions where it stands: as many as it holds, but of who is known and does not put strength first no
// more than are usual, for one more stands beside the usual sessions where they leave it time.
func (c *Calendar) AskedLifts(st *Standing, n int) int {
	slots := strengthSlots(c, st, n)
	if usual := c.usualLifts(); c.lifted() && usual > 0 && len(c.history.Blocks) >= knownBlocks && c.history.MainSport() != "" && c.athlete.Priority != training.PriorityStrength {
		return min(slots, usual)
	}
	return slots
}

// MayStand tells whether a family may stand on a day of some phase on the way to a format: its window is open. What goes by the days before
// a race and not by phases, and what needs a step-back week, is asked elsewhere. Who learns to lift has other windows for that.
func MayStand(f *session.Family, phase session.Phase, format training.EventFormat, learns bool) bool {
	c := chooser{phase: phase, format: format, off: phase == session.Off, learns: learns}
	return c.windowed(f)
}

// LongestRun is for how many minutes a long run lasts at most on the way to an event of a format and length in metres.
func LongestRun(f training.EventFormat, meters float64) int { return capOf(training.Run, f, meters) }
