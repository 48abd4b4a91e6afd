package session

// Emphasis is what a stretch of weeks of lifting is for (coaching section 5).
type Emphasis string

// The emphases, in the order in which a season has them.
const (
	Adaptation  Emphasis = "ADAPTATION"
	Size        Emphasis = "SIZE"
	MaxStrength Emphasis = "MAX_STRENGTH"
	Power       Emphasis = "POWER"
	Maintain    Emphasis = "MAINTAIN"
)

// Aim is what was asked of an exercise: sets of so many repetitions with so many in reserve.
type Aim struct {
	Sets    int
	Reps    Span
	Reserve int
}

// Lifted is what came of it: the repetitions of each set, and how many were left at the end of the last.
type Lifted struct {
	Reps    []int
	Reserve int
}

// Step is what to ask for next: the repetitions to aim at, and by which share the load changes, 0.025 being 2.5 % more.
type Step struct {
	Reps Span
	Load float64
}

// How much the load of an exercise changes at a time.
const (
	smallStep   = 0.025
	bigStep     = 0.05 // of the legs, which are stronger
	backStep    = -0.05
	adaptedReps = 15
)

// Progress says what follows from how an exercise went, the last time first; nothing known asks for the same again.
//
// While lifts are learned the repetitions grow to 15 and then the load does. For size the load grows once all sets have reached the most
// repetitions twice running, by 2.5 % and for the legs by 5 %. For strength it grows by 2.5 % where a repetition more than planned was left, stays
// where one fewer was, and falls by 5 % where two fewer were; a repetition that was missed counts as one that was lacking. Power grows by speed,
// and maintenance not at all. What was lacking twice running falls by 5 %, by 10 % where two or more were lacking the second time.
func Progress(e Emphasis, legs bool, aim Aim, last ...Lifted) Step {
	same := Step{Reps: aim.Reps}
	if len(last) == 0 {
		return same
	}
	if lacking := missedTwice(aim, last); lacking != 0 && (e == Adaptation || e == Size || e == MaxStrength) {
		return Step{Reps: aim.Reps, Load: lacking}
	}
	switch e {
	case Adaptation:
		return adapted(legs, aim, last[0])
	case Size:
		return grown(legs, aim, last)
	case MaxStrength:
		switch left := spared(aim, last[0]); {
		case left >= 1:
			same.Load = smallStep
		case left <= -2:
			same.Load = backStep
		}
	}
	return same
}

// missedTwice is by what the load falls where it was lacking in the last two sessions, 0 where it was not.
func missedTwice(aim Aim, last []Lifted) float64 {
	switch {
	case len(last) < 2 || spared(aim, last[0]) >= 0 || spared(aim, last[1]) >= 0:
		return 0
	case spared(aim, last[0]) <= -2:
		return missedAgain
	}
	return backStep
}

// adapted is double progression: repetitions first.
func adapted(legs bool, aim Aim, last Lifted) Step {
	switch left := spared(aim, last); {
	case left < -1:
		return Step{Reps: aim.Reps, Load: backStep}
	case left < 0:
		return Step{Reps: aim.Reps}
	case aim.Reps.High >= adaptedReps:
		return Step{Reps: Span{10, 10}, Load: stepOf(legs)}
	}
	return Step{Reps: Span{min(adaptedReps, aim.Reps.Low+2), min(adaptedReps, aim.Reps.High+2)}}
}

// grown asks for more once the top of the range was reached in all sets twice.
func grown(legs bool, aim Aim, last []Lifted) Step {
	if spared(aim, last[0]) <= -2 {
		return Step{Reps: aim.Reps, Load: backStep}
	}
	if len(last) < 2 || !topped(aim, last[0]) || !topped(aim, last[1]) {
		return Step{Reps: aim.Reps}
	}
	return Step{Reps: aim.Reps, Load: stepOf(legs)}
}

func stepOf(legs bool) float64 {
	if legs {
		return bigStep
	}
	return smallStep
}

// topped tells whether all sets had the most repetitions that were asked for.
func topped(aim Aim, done Lifted) bool {
	for _, reps := range done.Reps {
		if reps < aim.Reps.High {
			return false
		}
	}
	return len(done.Reps) >= aim.Sets
}

// spared is how many repetitions were left beyond what was planned; those that are missing in the weakest set count against it.
func spared(aim Aim, done Lifted) int {
	missing := 0
	for _, reps := range done.Reps {
		missing = max(missing, aim.Reps.Low-reps)
	}
	return done.Reserve - missing - aim.Reserve
}

// missedAgain is what the load falls by where it was lacking twice running, by far the second time; and what it falls by after a pause.
const (
	missedAgain = -0.10
	pausedStep  = -0.10
)
