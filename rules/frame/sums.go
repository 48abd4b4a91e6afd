package frame

import "fortnight/training"

// One is 1 for yes and 0 for no, to count with.
func One(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}

// Sums are what the items of a day, or of several, come to.
type Sums struct {
	HI, Heavy   int32
	HardPlanned int32 // planned items that are HI or HEAVY-LOWER
	Points      int32 // HI 2, MOD 1, HEAVY-LOWER 1: halves of what INT-3 counts
	Loads       int32 // items with load
	Strenuous   int32 // of them those that are no recovery
	LoadSeconds int32

	Runs, BlindRuns int32 // of the runs those without a distance
	RunWalks        int32 // of the runs those with walking in them
	LongRuns        int32
	RunSeconds      int32
	RunMeters       float64

	LegSessions, LegSeconds int32 // endurance with the legs
	Lifts, UnsaidLifts      int32 // of the lifts those of which nobody knows the patterns
	LegSets                 int32 // hard ones
	Patterns                [MajorPatterns]int32
}

func (s *Sums) count(i *Item) {
	s.HI += One(i.HI)
	s.Heavy += One(i.Heavy)
	s.HardPlanned += One(i.Planned && (i.HI || i.Heavy))
	s.Points += 2*One(i.HI) + One(i.Moderate && !i.HI) + One(i.Heavy)
	if i.Load {
		s.Loads++
		s.Strenuous += One(!i.recovery)
		s.LoadSeconds += int32(i.Seconds)
	}
	if i.RunSeconds > 0 {
		s.Runs++
		s.BlindRuns += One(i.Meters == 0)
		s.RunWalks += One(i.RunsAndWalks())
		s.LongRuns += One(i.Long && i.Sport == training.Run)
		s.RunSeconds += int32(i.RunSeconds)
		s.RunMeters += i.Meters
	}
	s.LegSessions += One(i.Lower && i.Legs)
	s.LegSeconds += int32(i.LegSeconds)
	s.LegSets += int32(i.LegSets)
	if i.Lifts && i.Load {
		s.Lifts++
		s.UnsaidLifts += One(i.unsaid)
	}
	for p := range s.Patterns {
		s.Patterns[p] += int32(i.Patterns >> p & 1)
	}
}

func (s *Sums) add(o *Sums) {
	s.HI += o.HI
	s.Heavy += o.Heavy
	s.HardPlanned += o.HardPlanned
	s.Points += o.Points
	s.Loads += o.Loads
	s.Strenuous += o.Strenuous
	s.LoadSeconds += o.LoadSeconds
	s.Runs += o.Runs
	s.BlindRuns += o.BlindRuns
	s.RunWalks += o.RunWalks
	s.LongRuns += o.LongRuns
	s.RunSeconds += o.RunSeconds
	s.RunMeters += o.RunMeters
	s.LegSessions += o.LegSessions
	s.LegSeconds += o.LegSeconds
	s.Lifts += o.Lifts
	s.UnsaidLifts += o.UnsaidLifts
	s.LegSets += o.LegSets
	for p := range s.Patterns {
		s.Patterns[p] += o.Patterns[p]
	}
}

// slide takes a day in and another out.
func (s *Sums) slide(in, out *Sums) {
	s.HI += in.HI - out.HI
	s.Heavy += in.Heavy - out.Heavy
	s.HardPlanned += in.HardPlanned - out.HardPlanned
	s.Points += in.Points - out.Points
	s.Loads += in.Loads - out.Loads
	s.Strenuous += in.Strenuous - out.Strenuous
	s.LoadSeconds += in.LoadSeconds - out.LoadSeconds
	s.Runs += in.Runs - out.Runs
	s.BlindRuns += in.BlindRuns - out.BlindRuns
	s.RunWalks += in.RunWalks - out.RunWalks
	s.LongRuns += in.LongRuns - out.LongRuns
	s.RunSeconds += in.RunSeconds - out.RunSeconds
	s.LegSessions += in.LegSessions - out.LegSessions
	s.LegSeconds += in.LegSeconds - out.LegSeconds
	s.Lifts += in.Lifts - out.Lifts
	s.UnsaidLifts += in.UnsaidLifts - out.UnsaidLifts
	s.LegSets += in.LegSets - out.LegSets
	for p := range s.Patterns {
		s.Patterns[p] += in.Patterns[p] - out.Patterns[p]
	}
	s.RunMeters = s.RunMeters + in.RunMeters - out.RunMeters
}

// LongestRun is the longest one of some days, in metres and in seconds; the two need not be of one run. Blind is in seconds the longest of those
// without a distance.
type LongestRun struct {
	Meters  float64
	Seconds int
	Blind   int
}

// Consider takes in a run of so many metres, 0 for unknown, and seconds.
func (l *LongestRun) Consider(meters float64, seconds int) {
	l.Meters, l.Seconds = max(l.Meters, meters), max(l.Seconds, seconds)
	if meters == 0 {
		l.Blind = max(l.Blind, seconds)
	}
}

// InMeters tells whether the metres say how long the longest run was: they do where it has some, and not where only shorter ones do.
func (l *LongestRun) InMeters() bool { return l.Meters > 0 && (l.Blind == 0 || l.Blind < l.Seconds) }

// Widen takes in the longest run of another day.
func (l *LongestRun) Widen(o *LongestRun) {
	if o.Seconds > 0 {
		l.Meters, l.Seconds, l.Blind = max(l.Meters, o.Meters), max(l.Seconds, o.Seconds), max(l.Blind, o.Blind)
	}
}

// RunsUpTo sums up the runs of some days.
type RunsUpTo struct {
	Meters, Seconds float64
	Blind           int32 // runs without a distance
}
