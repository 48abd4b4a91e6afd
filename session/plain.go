package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// plain is a family that only its length makes bigger: one effort from the beginning to the end.
type plain struct {
	course    *course
	name      string // of the block
	label     string
	words     string
	low, high float64 // fractions of threshold
	usual     int     // minutes, where the dose does not say
	cadence   training.IntRange
	steps     func(seconds int, d *Dose) []training.Step // of the middle, nil for one steady step
	told      func(middle []training.Step) string        // the dose in the title, nil for the length
	tags      []string

	foci     []training.Focus // besides the family's own
	hints    []string
	shortest int     // minutes from which a workout without a focus is read as one of it
	longest  int     // and up to which, 0 for any length
	hardFrom float64 // intensity from which a piece is no more of the session's kind, 0 for where MODERATE begins
	under    float64 // highest mean intensity that is read as it, 0 for any
}

// of completes a family with the plain session.
func (s plain) of(f Family) Family {
	f.Work = func(int) Work { return Work{Low: s.low, High: s.high, Repeats: 1} }
	f.Write = func(d Dose) training.Workout { return s.write(&f, d) }
	f.Read = func(o *Outline) (int, Work, float64) { return s.read(&f, o) }
	return f
}

func (s *plain) write(f *Family, d Dose) training.Workout {
	if d.Minutes == 0 {
		d.Minutes = s.usual
	}
	total := f.whole(&d, 10*minute, 0)
	parts := s.course.easing(total, &d)
	middle := compose.Block(s.name, f.Sport, s.middle(total-parts.warm-parts.cool, &d)...)
	if s.course.pool != nil { // what metres leave of the time
		parts.cool = total - parts.warm - training.Measure(f.Sport, []training.Block{middle}, d.At).DurationSeconds
	}
	dose := lasting(total)
	if s.told != nil {
		dose = s.told(middle.Steps)
	}
	blocks := s.course.around(parts, &d, false, false, middle)
	s.easeBelow(blocks[0].Steps)
	return f.workout(d, f.Title+" "+dose, s.words, s.tags, blocks)
}

// easeBelow has a warm-up end no harder than what it is before.
func (s *plain) easeBelow(warm training.Steps) {
	for i := range warm {
		if step, is := warm[i].(training.EnduranceStep); is && step.Target.Kind == training.OfThreshold && step.Target.Shape == training.Ramp && s.high > 0 {
			step.Target = training.RampOf(min(step.Target.Start, s.low), min(step.Target.End, s.high))
			warm[i] = step
		}
	}
}

// easing is how much of an easy session eases in and out: as before anything else where there is time for it, less in a short one, all of which is
// easy.
func (c *course) easing(total int, d *Dose) share {
	warm, cool := c.frame(d)
	switch {
	case 2*(warm.least+cool.least) <= total:
		return share{warm: warm.least, cool: cool.least}
	case c.pool != nil:
		return share{warm: warm.least / 2, cool: cool.least / 2}
	}
	return share{warm: max(2*minute, total/5/minute*minute), cool: max(2*minute, total/10/minute*minute)}
}

func (s *plain) middle(seconds int, d *Dose) []training.Step {
	if s.steps != nil {
		return s.steps(seconds, d)
	}
	step := compose.Toward(training.Between(s.low, s.high), compose.Steady(s.label, seconds, s.low))
	if s.cadence.Low > 0 {
		cadence := s.cadence
		step.Cadence = &cadence
	}
	return []training.Step{compose.Work(step)}
}

// mostHard is how much of an easy session may be harder than easy: a climb, a few strides. One that says it is long may have more: what is no main
// set beside it.
const (
	mostHard       = 0.1
	mostHardOfLong = leastOfLong
)

// read knows an easy session again: nearly nothing in it is hard, and its length and focus are the family's.
func (s *plain) read(f *Family, o *Outline) (int, Work, float64) {
	mine, hard, effort, active, from := 0, 0, 0.0, 0, s.hardFrom
	if from == 0 {
		from = moderateOf(f.Sport)
	}
	for i := range o.Pieces {
		p := &o.Pieces[i]
		if p.Sport != f.Sport || p.To == 0 {
			continue
		}
		active, effort = active+p.Seconds, effort+p.At()*float64(p.Seconds)
		above := p.above(from)
		hard, mine = hard+above, mine+p.Seconds-above
	}
	most := mostHard
	if o.Workout.Focus == training.FocusLong {
		most = mostHardOfLong
	}
	if active == 0 || o.mixed(f.Sport) || float64(hard) > most*float64(active) {
		return 0, Work{}, 0
	}
	at := effort / float64(active)
	focus := o.Workout.Focus == f.Focus || o.meant(s.foci)
	tagged := o.tagged(f.ID, s.hints)
	if f.Focus == training.FocusLong && float64(o.Seconds) < shortest*float64(f.Minutes.Low*minute) {
		return 0, Work{}, 0
	}
	if !tagged && !(focus && named(f, o)) && !s.like(o.Seconds, at) {
		return 0, Work{}, 0
	}
	return 0, Work{Seconds: o.Seconds, Low: s.low, High: s.high, Repeats: 1}, fit(float64(mine)/float64(active), focus, tagged)
}

// recoveryReach is how many times as long as the longest of its family a session may be that says that it is for recovery: hours of it are easy training,
// whatever they are called.
const recoveryReach = 1.5

// named tells whether the focus alone says what the session is: of long ones, and of recoveries that are no longer than one can recover in.
func named(f *Family, o *Outline) bool {
	switch o.Workout.Focus {
	case training.FocusLong:
		return true
	case training.FocusRecovery:
		return float64(o.Seconds) <= recoveryReach*float64(f.Minutes.High*minute)
	}
	return false
}

// like tells whether a session of a length, in seconds, and a mean intensity is one of the family's, whatever it is called.
func (s *plain) like(seconds int, at float64) bool {
	return seconds >= s.shortest*minute && (s.longest == 0 || seconds <= s.longest*minute) && (s.under == 0 || at <= s.under)
}
