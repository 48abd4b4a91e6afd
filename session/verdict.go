package session

// verdict is how a session of a family went, against what was planned.
type verdict uint8

const (
	well    verdict = iota // done, and as hard as it should be
	held                   // nearly, or a little harder than it should be
	failed                 // not, stopped, or far harder
	tooEasy                // done, and two below the band of effort or more
)

// What share of a session has to be done, and how near to its target, for it to be done, and for it to be nearly done.
const (
	doneShare   = 0.95
	nearlyShare = 0.85
	doneTarget  = 0.97
)

// judge is the table of section 3.2 of the coaching specification.
func judge(f *Family, d *Done) verdict {
	band := d.Band
	if band == (Span{}) {
		band = Band(f)
	}
	over := 0
	if d.RPE > 0 {
		over = d.RPE - band.High
	}
	off := d.Target > 0 && d.Target < doneTarget
	switch {
	case d.Share < nearlyShare || over >= 2:
		return failed
	case d.Share < doneShare || over == 1 || off:
		return held
	case d.RPE > 0 && d.RPE <= band.Low-2:
		return tooEasy
	}
	return well
}

// Band is the effort by RPE that sessions of a family should have; a race-specific one that of its pace.
func Band(f *Family) Span {
	switch f.Class {
	case Easy, Long, Mobility:
		return Span{0, 4}
	case Tempo:
		return Span{5, 6}
	case Neuromuscular:
		return Span{0, 6}
	case Threshold:
		return Span{6, 8}
	case VO2, Anaerobic:
		return Span{8, 9}
	case Strength:
		return Span{6, 9}
	case Test:
		return Span{8, 10}
	}
	return bandOfPace(f)
}

func bandOfPace(f *Family) Span {
	w := f.Work(1)
	switch at := (w.Low + w.High) / 2; {
	case at >= 1.03:
		return Span{8, 9}
	case at >= 0.95:
		return Span{6, 8}
	case at >= moderateOf(f.Sport):
		return Span{5, 6}
	}
	return Span{0, 6}
}
