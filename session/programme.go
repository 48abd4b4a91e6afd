package session

import "fortnight/training"

// Ambition is what somebody lifts for.
type Ambition string

// The ambitions. SUPPORT lifts for an endurance sport, BOTH weighs strength and endurance alike; MEET is a competition or a one-repetition maximum.
const (
	Support Ambition = "SUPPORT"
	Both    Ambition = "BOTH"
	Force   Ambition = "FORCE"
	Muscle  Ambition = "MUSCLE"
	Meet    Ambition = "MEET"
	Health  Ambition = "HEALTH"
)

// Lifting is what a programme is made from.
type Lifting struct {
	Slots     int // lifts a week, 0 to 4
	For       Ambition
	Phase     Phase // of the season
	Weeks     int   // into the phase, 0 for its first
	Long      int   // weeks that the phase lasts, 0 where nobody knows
	Lifted    int   // weeks of lifting without a gap of more than eight, 0 for who begins or begins again
	Kit       Kit
	Who       Lifter
	Spare     []training.Contraindication
	Legs      bool // hard leg work is still allowed before the race; only asked in a taper
	StepBack  bool // an easier week
	BodyParts []training.MuscleGroup
	RunMonths int // of running, for jumps
}

// Slot is what a lift of a week is.
type Slot struct {
	Family    ID
	Emphasis  Emphasis
	Level     int // to begin the emphasis with; an athlete's own level comes first
	Shape     int
	Share     float64 // as that of a Dose
	BodyParts []training.MuscleGroup
}

// Weeks of the emphases (coaching section 5).
const (
	firstWeeks      = 4 // of adaptation for who begins, 3 to 6
	againWeeks      = 2 // for who goes on
	powerWeeks      = 3 // the last of a build
	usualBuildWeeks = 5
	powerMonths     = 12
	splitMonths     = 3
	legsAfterBirth  = 6 // weeks
)

// EmphasisOf is what a week of lifting is for, by season, ambition and practice.
func EmphasisOf(l Lifting) Emphasis {
	begins := firstWeeks
	if l.Who.Months >= newcomerMonths && l.Who.Level != training.Novice {
		begins = againWeeks
	}
	switch {
	case l.Phase == Taper:
		return Tapering
	case l.Phase == Return || l.Phase == Recovery || l.Who.PregnantWeek > 0 || l.Who.PostpartumWeek > 0 || l.Who.Youth() || l.Lifted < begins:
		return Adaptation
	case l.For == Muscle || l.For == Health || l.Phase == Off:
		return Size
	case l.For == Meet || l.For == Force:
		return forceful(l)
	case l.Phase == Specific:
		return Maintain
	case l.Phase == Build && late(l) && l.Who.Months >= powerMonths:
		return Power
	}
	return MaxStrength
}

// forceful is the season of who lifts for strength: size, strength, then the peak.
func forceful(l Lifting) Emphasis {
	if l.For == Meet && l.Phase == Base && l.Who.Months < 2*singlesMonths {
		return Size
	}
	return MaxStrength
}

// late tells whether a build is in its last weeks.
func late(l Lifting) bool {
	long := l.Long
	if long == 0 {
		long = usualBuildWeeks
	}
	return l.Weeks >= long-powerWeeks+1
}

// Programme says which family each lift of a week takes, in the order of the week. What needs no slot comes last: the pelvic floor on the way
// back after a birth. Nothing is returned where there is no slot.
func Programme(l Lifting) []Slot {
	if l.Slots <= 0 {
		return nil
	}
	e := EmphasisOf(l)
	slots := week(l, e, min(l.Slots, 4))
	for i := range slots {
		s := &slots[i]
		s.Family, s.Emphasis = suited(l, s.Family), e
		if s.Level == 0 {
			s.Level = beginning(l, s.Family)
		}
		if l.StepBack {
			s.Share = UnloadShare
		}
	}
	if l.Who.PostpartumWeek >= legsAfterBirth {
		slots = append(slots, Slot{Family: "Q-PELV", Emphasis: Adaptation, Level: 1})
	}
	return slots
}

// week is the shape of a week of so many lifts.
func week(l Lifting, e Emphasis, n int) []Slot {
	turn := l.Weeks % 2 // who lifts once does A and B by turns
	switch e {
	case Adaptation:
		if birth := l.Who.PostpartumWeek; birth > 0 && birth < legsAfterBirth {
			return repeated("Q-PELV", n, 0)
		}
		return repeated("Q-AA", n, turn)
	case Tapering:
		if !l.Legs {
			return repeated("Q-PREV", min(n, 2), turn)
		}
		slots := repeated("Q-MAIN", min(n, 2), turn)
		for i := range slots {
			slots[i].Share = 0.5
		}
		return slots
	case Maintain:
		return withCare(repeated("Q-MAIN", 1, turn), n, l)
	case Power:
		return withCare(powerWeek(l, turn), n, l)
	case Size:
		return sizes(l, n, turn)
	}
	return forces(l, n, turn)
}

// repeated are n of a family, A and B by turns.
func repeated(f ID, n, first int) []Slot {
	slots := make([]Slot, n)
	for i := range slots {
		slots[i] = Slot{Family: f, Shape: (first + i) % 2}
	}
	return slots
}

// withCare fills a week of a heavy lift up with lighter ones.
func withCare(slots []Slot, n int, l Lifting) []Slot {
	if len(slots) > n {
		return slots[:n]
	}
	for i := len(slots); i < n; i++ {
		f := ID("Q-PREV")
		if l.For == Both && i == 1 {
			f = "Q-FULL"
		}
		slots = append(slots, Slot{Family: f, Shape: (slots[0].Shape + i) % 2})
	}
	return slots
}

// powerWeek is speed, and jumps for who runs and has nothing that hurts.
func powerWeek(l Lifting, turn int) []Slot {
	slots := []Slot{{Family: "Q-POWER", Shape: turn}}
	d := Dose{Spare: l.Spare}
	lame := d.spares(training.ContraImpact) || d.spares(training.ContraAchilles) || d.spares(training.ContraKnee)
	if l.RunMonths >= 3 && !lame {
		slots = append(slots, Slot{Family: "Q-PLYO", Level: 3})
	}
	return slots
}

// sizes is a week for muscle, or all-round strength where that is not the aim.
func sizes(l Lifting, n, turn int) []Slot {
	if l.For == Health || l.For == Support || l.Who.Months < splitMonths {
		return repeated("Q-FULL", n, turn)
	}
	if n < 4 {
		slots := repeated("Q-SIZE", n, turn)
		for i := range slots {
			slots[i].BodyParts = l.BodyParts
		}
		return slots
	}
	slots := repeated("Q-SIZE", n, 0)
	for i := range slots {
		slots[i].Shape, slots[i].BodyParts = i/2%2, []training.MuscleGroup{training.Legs}
		if i%2 == 1 {
			slots[i].BodyParts = []training.MuscleGroup{training.Push, training.Pull}
		}
	}
	return slots
}

// forces is a week for strength: full body A and B, lower, upper and full, or lower and upper by turns.
func forces(l Lifting, n, turn int) []Slot {
	meet := l.For == Meet && l.Phase == Specific
	switch {
	case meet && n < 4:
		return repeated("Q-PEAK", n, turn)
	case n == 1:
		return repeated("Q-STR", 1, turn)
	case n == 2 && l.For == Support:
		return []Slot{{Family: "Q-STR", Shape: turn}, {Family: "Q-PREV", Shape: turn}}
	case n == 2 && l.For == Both:
		return []Slot{{Family: "Q-STR"}, {Family: "Q-FULL", Shape: 1}}
	case n == 2:
		return repeated("Q-STR", 2, 0)
	case n == 3 && (l.For == Both || l.For == Support):
		return []Slot{{Family: "Q-LOWER", Shape: turn}, {Family: "Q-UPPER", Shape: turn}, {Family: "Q-FULL", Shape: 1 - turn}}
	case n == 3:
		return repeated("Q-STR", 3, turn)
	case meet:
		return []Slot{{Family: "Q-PEAK"}, {Family: "Q-UPPER"}, {Family: "Q-PEAK", Shape: 1}, {Family: "Q-UPPER", Shape: 1}}
	}
	return []Slot{{Family: "Q-LOWER"}, {Family: "Q-UPPER"}, {Family: "Q-LOWER", Shape: 1}, {Family: "Q-UPPER", Shape: 1}}
}

// suited is the family that takes a slot where the one that is meant needs kit, practice or an age that the lifter lacks.
func suited(l Lifting, f ID) ID {
	who, kit := l.Who, l.Kit
	switch f {
	case "Q-PEAK":
		if who.Months < singlesMonths || who.Youth() || who.Masters60() || kit != Gym && kit != "" {
			f = "Q-STR"
		}
	case "Q-POWER":
		if who.Months < powerMonths {
			f = "Q-FULL"
		}
	}
	switch f {
	case "Q-AA", "Q-PREV", "Q-PELV", "Q-PLYO":
		return f
	case "Q-POWER":
		return f
	}
	switch {
	case kit == Bodyweight:
		return "Q-BODY"
	case kit == Kettlebells:
		return "Q-KB"
	case (f == "Q-STR" || f == "Q-MAIN") && (who.Newcomer() || who.Youth()):
		return "Q-FULL"
	case (f == "Q-LOWER" || f == "Q-UPPER" || f == "Q-SIZE") && (who.Months < splitMonths || who.Youth()):
		return "Q-FULL"
	}
	return f
}

// beginning is the rung with which an emphasis begins, and how it climbs with the weeks.
func beginning(l Lifting, f ID) int {
	switch f {
	case "Q-AA":
		if l.Lifted == 0 {
			return min(1+l.Weeks, len(adaptation))
		}
		return min(2+l.Weeks, len(adaptation))
	case "Q-PEAK", "Q-TEST":
		return 0
	case "Q-STR":
		return min(2+l.Weeks/3, len(maximal))
	case "Q-LOWER", "Q-UPPER":
		if l.Who.Months >= powerMonths {
			return 4
		}
		return min(2+l.Weeks/3, 4)
	case "Q-FULL":
		return min(2+l.Weeks/3, len(allRound))
	}
	return min(1+l.Weeks/2, 3)
}
