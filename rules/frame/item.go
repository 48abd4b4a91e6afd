package frame

import (
	"cmp"

	"fortnight/session"
	"fortnight/training"
)

// eveningFrom is the minute of the day after which a session ends in the evening (science RST-3).
const eveningFrom = 19 * 60

// Item is a bout as the rules see it. Days are counted as science §0 does: day 1 is the first planned one, day 0 the last of history.
type Item struct {
	Start, End   int64 // minutes since 1970, as instants
	Day          int
	Sport        training.Sport
	Seconds      int
	TSS          float64
	Meters       float64 // of running
	RunSeconds   int
	Walked       int     // seconds of walking between and around runs
	Ridden       int     // seconds of riding, of a brick those of its ride
	Far          float64 // metres of a swim, 0 where unknown
	Raced        bool    // on the day of an event that it may stand for, or be a part of
	Sets         int     // of lifts
	Low          int     // endurance seconds at low intensity
	Endurance    int
	HI, Moderate bool
	Heavy        bool
	LegSets      int  // hard sets for the legs
	Legs         bool // endurance with the legs
	Long         bool
	recovery     bool
	Load         bool // counts against a rest day and as a session
	Planned      bool // part of the plan that is judged, rather than done or from before it
	Endures      bool // of an endurance sport
	Lower        bool // of run, ride or row
	Lifts        bool // of strength
	unsaid       bool // a lift of which nobody knows the patterns
	Race         bool // at race pace
	Late         bool // ends after 19:00
	High         int  // endurance seconds at high intensity
	LegSeconds   int  // endurance seconds with the legs
	Reserve      int  // repetitions in reserve of the hardest leg set, 10 where there is none
	Patterns     uint8
	flagged      bool // key, by athlete or coach
	Key          bool // flagged, of high intensity, race-specific or long (coaching §8, KEY)
	Fixed        bool // locked, or on a locked day
	ByHand       bool // of a calendar: a person has put it there
	Session      *training.Session
	Because, Why string          // what is stated that it goes against, and why it does; both empty where it does not
	name         string          // as messages have it; made when asked for
	Identity     *Identity       // of its workout, nil where nobody has looked
	Family       *session.Family // that it is of, nil for none that is known
	Fresh        bool            // planned, of a family that tired legs do not bear; one of lifts may be of either half of the body, and is then of the lower
	windows      *[MaxDays + 1]Window
	access       *Access
	bout         training.SessionID // of the session that it was planned as, of what is done
	place        int                // in the frame's sessions, of a planned one
	Floors       uint16             // sports in whose floors it counts (MIN-1), a bit each in the order of training.Sports
	Groups       uint8              // muscle groups it loads, a bit each as GroupBits has them
	HoursDay     int                // the day whose hours it takes
	Outside      int64              // minutes of it outside the windows, where hours are limited
	Barred       bool               // the window it lies in is not for its sport
	concerns     Concern            // of a planned session's item
}

// GroupBits are the bits of the muscle groups in [Item.Groups].
var GroupBits = map[training.MuscleGroup]uint8{training.Legs: 1, training.Push: 2, training.Pull: 4, training.Core: 8}

// groupsOf are the regions a bout loads: those of its lifts' patterns, and what its sport moves with.
func groupsOf(b *training.Bout) uint8 {
	var bits uint8
	for _, p := range b.Demand.Patterns {
		switch p {
		case training.PatternPush:
			bits |= GroupBits[training.Push]
		case training.PatternPull:
			bits |= GroupBits[training.Pull]
		case training.PatternCore:
			bits |= GroupBits[training.Core]
		case training.PatternCarry:
			bits |= GroupBits[training.Core] | GroupBits[training.Pull]
		default:
			bits |= GroupBits[training.Legs]
		}
	}
	if b.Demand.LowerBodySeconds > 0 || b.HardLegSets > 0 {
		bits |= GroupBits[training.Legs]
	}
	if b.Sport == training.Swim || b.Sport == training.Row {
		bits |= GroupBits[training.Pull]
	}
	return bits
}

// The major patterns of STR-1, in the order of their bits in [Item.Patterns]. A lunge counts with the squats: it is the knee that works.
const (
	Squat = iota
	Hinge
	Push
	Pull
	MajorPatterns
)

// PatternNames are what messages call the major patterns.
var PatternNames = [MajorPatterns]string{"squat or lunge", "hinge", "push", "pull"}

func patternBits(patterns []training.MovementPattern) uint8 {
	var bits uint8
	for _, p := range patterns {
		switch p {
		case training.PatternSquat, training.PatternLunge:
			bits |= 1 << Squat
		case training.PatternHinge:
			bits |= 1 << Hinge
		case training.PatternPush:
			bits |= 1 << Push
		case training.PatternPull:
			bits |= 1 << Pull
		}
	}
	return bits
}

// inOrder compares items by their start and, where two start together, by what they are: the order of lists does not tell.
func inOrder(a, b *Item) int {
	if a.Start != b.Start {
		return cmp.Compare(a.Start, b.Start)
	}
	if by := cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Sport, b.Sport), cmp.Compare(a.TSS, b.TSS)); by != 0 || a.Session == nil || b.Session == nil {
		return by
	}
	return cmp.Compare(a.Session.WorkoutID, b.Session.WorkoutID)
}

// KeyForLegs tells whether an item is a key endurance session for the legs.
func (i *Item) KeyForLegs() bool { return i.Key && i.Legs && i.Lower }

// longRunSeconds is from when on a long run asks for fresh legs as intervals do.
const longRunSeconds = 90 * 60

// NeedsFreshLegs tells whether an item is a key session for the legs that heavy leg work before it spoils: of high intensity, race-specific,
// or a long run of an hour and a half (coaching §8, CON-2).
func (i *Item) NeedsFreshLegs() bool {
	return i.Legs && i.Lower && (i.HI || i.Race || i.Long && i.Sport == training.Run && i.Seconds >= longRunSeconds)
}

// runWalkShare is from which share of walking on a run is one of run and walk.
const runWalkShare = 0.2

// RunsAndWalks tells whether an item is running and walking by turns, or a run between walks: a rung of the ladder of run and walk.
func (i *Item) RunsAndWalks() bool {
	return i.RunSeconds > 0 && float64(i.Walked) >= runWalkShare*float64(i.RunSeconds+i.Walked)
}

// IsHI tells whether an item is of high intensity.
func IsHI(i *Item) bool { return i.HI }

// HasLoad tells whether an item counts as a session and against a rest day.
func HasLoad(i *Item) bool { return i.Load }

// HasRun tells whether an item has running in it.
func HasRun(i *Item) bool { return i.RunSeconds > 0 }

// HasEndurance tells whether an item has endurance work in it.
func HasEndurance(i *Item) bool { return i.Endurance > 0 }

// HasLegSets tells whether an item has hard sets for the legs.
func HasLegSets(i *Item) bool { return i.LegSets > 0 }

// IsLift tells whether an item is one of strength with load.
func IsLift(i *Item) bool { return i.Lifts && i.Load }

func farOf(b *training.Bout) float64 {
	if b.Sport != training.Swim {
		return 0
	}
	return b.DistanceMeters
}

// Window is whether a family may stand on a planned day by the season (WIN-1).
type Window uint8

// The windows: not worked out yet, wished for or of the week whatever the season says, open, and shut by the days to an event, as no week of tests, and by
// the phase.
const (
	Unasked Window = iota
	Wished
	Opened
	ShutByDays
	ShutForTests
	ShutByPhase
)

// Window is the place for what is worked out of the window of a planned item, whose family is known.
func (i *Item) Window() *Window { return &i.windows[i.Day] }

// Access is whether the athlete may do a level of a family, as far as age and experience go (WHO-5).
type Access uint8

// What is known of it: nothing was worked out yet, the athlete may, or not.
const (
	AccessUnasked Access = iota
	Admitted
	Excluded
)

// Access is the place for what is worked out of an item's family at its level; the family is known.
func (i *Item) Access() *Access { return i.access }
