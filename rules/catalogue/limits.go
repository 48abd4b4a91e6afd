package catalogue

import (
	"math"

	"fortnight/training"
)

// Ages from and below which other limits hold, in years (science §0).
const (
	mastersFrom = 50
	oldFrom     = 60
	YearDays    = 365.2425
)

// Limits that are the same for everybody.
const (
	SeedDays        = 28   // DAT-1, of known history
	ThresholdMostOf = 56   // DAT-2, days
	AcuteChronicMax = 1.5  // LD-4
	LowShare        = 0.83 // INT-4, in base
	TaperMost       = 0.70 // TAP-1, of what is usual, in the last week before a short race
	LiftBeforeA     = 8    // TAP-4, days
	OrderHours      = 6    // CON-3, between the sessions of a shared day
	RunSpike        = 1.10 // VOL-2, times the longest run of 30 days
	NoviceRunsSoft  = 1    // WHO-2, days in a row
	NoviceReserve   = 3    // WHO-2, repetitions that a novice leaves in reserve in every set
)

// Tier is a limit by level: novice, intermediate, advanced.
type Tier [3]float64

// Limits are the numbers that hold for one athlete. Where SOFT and HARD differ both are there; a masters' value is SOFT and the level's
// own stays HARD (science §0b).
type Limits struct {
	Masters   bool
	Level     int // of the profile: 0 novice, 1 intermediate, 2 advanced
	LoadLevel int // for load and the number of hard sessions: novice where history is thin (DAT-1)

	SessionsADay                      float64 // AVL-3
	SameSportHours, MasterSportHours  float64 // INT-1
	OtherSportHours                   float64 // INT-2
	HardDays                          float64 // INT-2
	HIWeek, MasterHIWeek, HardWeek    float64 // INT-3
	LiftGapHard, LiftGapSoft          float64 // CON-1
	BeforeKeyHard, BeforeKeySoft      float64 // CON-2
	RestDays                          float64 // RST-1
	RecoveryCounts                    bool
	RampSoft, RampHard                float64          // LD-1
	FormSoft, FormHard                float64          // LD-2
	WeekSoft, WeekHard, WeekAllowance float64          // LD-3
	PeakFactor                        float64          // LD-7
	Monotony                          float64          // LD-5
	HighMinutes                       float64          // INT-5
	AfterLongHours                    float64          // INT-6
	RunShare                          [4]float64       // VOL-1, of four runs, of five, of six, of seven and more
	RunWeekSoft, RunWeekLow           float64          // VOL-3, of usual volume and of very little
	RunWeekHard                       float64          // VOL-3
	RunDays                           float64          // VOL-4
	DeloadAfter                       int              // RST-2, loading weeks
	DeloadShare                       float64          // RST-2
	NightHours                        float64          // RST-3
	OrderHours                        float64          // CON-3
	LongBeforeLiftHours               float64          // CON-5
	LegSessions                       float64          // CON-6
	PatternSessions, KeepSessions     float64          // STR-1, STR-2
	LegSetsWeek, LegSetsRise          float64          // STR-4, STR-5
	Reserve                           float64          // STR-6
	overrides                         map[Code]float64 // those in force
}

// ToleranceHours is what every start-to-start distance may fall short of (science §0).
const ToleranceHours = 2

// NewLimits are the limits that hold for an athlete on a day: thin says that too little history is known for more than a novice's load.
func NewLimits(p training.Profile, today training.Date, thin bool, overrides []Override) Limits {
	level := map[training.Level]int{training.Novice: 0, training.Intermediate: 1, training.Advanced: 2}[p.Level]
	l := Limits{Level: level, LoadLevel: level, overrides: make(map[Code]float64, len(overrides))}
	if thin {
		l.LoadLevel = 0
	}
	l.Masters = p.BirthDate != nil && float64(today-*p.BirthDate) >= mastersFrom*YearDays
	l.SessionsADay = Tier{1, 2, 2}[level]
	l.SameSportHours, l.MasterSportHours, l.OtherSportHours = 48-ToleranceHours, 72-ToleranceHours, 24-ToleranceHours
	l.HardDays = Tier{1, 2, 2}[level]
	l.HIWeek, l.MasterHIWeek = Tier{1, 2, 3}[l.LoadLevel], 2
	l.HardWeek = Tier{1.5, 3, 4}[l.LoadLevel]
	l.LiftGapHard, l.LiftGapSoft = 3, 6
	l.BeforeKeyHard, l.BeforeKeySoft = Tier{48, 24, 24}[level], Tier{48, 36, 36}[level]
	l.RestDays, l.RecoveryCounts = Tier{2, 1, 1}[level], level == 2 && !l.Masters
	l.RampSoft, l.RampHard = Tier{3, 5, 6}[l.LoadLevel], Tier{5, 7, 8}[l.LoadLevel]
	l.FormSoft, l.FormHard = Tier{-15, -25, -30}[l.LoadLevel], Tier{-20, -30, -35}[l.LoadLevel]
	l.WeekSoft, l.WeekHard, l.WeekAllowance = 1.20, 1.50, 60
	l.PeakFactor = 1.30
	if l.Masters {
		l.BeforeKeySoft = 48
		l.RampSoft--
		l.FormSoft, l.FormHard = math.Max(l.FormSoft, -20), math.Max(l.FormHard, -25)
	}
	l.setSoft(&p)
	if p.BirthDate != nil && float64(today-*p.BirthDate) >= oldFrom*YearDays {
		l.DeloadAfter = 3
	}
	for _, o := range overrides {
		if rule, known := CodeOf(o.RuleID); known {
			l.overrides[rule] = o.Limit
		}
	}
	l.takeOverrides()
	return l
}

// setSoft sets the limits of rules that are SOFT, or HARD only at times.
func (l *Limits) setSoft(p *training.Profile) {
	l.Monotony = 2
	l.HighMinutes, l.AfterLongHours = Tier{25, 40, 55}[l.Level], 24
	l.RunShare = [4]float64{0.55, 0.45, 0.32, 0.30}
	l.RunWeekSoft, l.RunWeekLow, l.RunWeekHard = 1.25, 1.40, 1.50
	l.RunDays = Tier{2, 4, 6}[l.Level]
	l.DeloadAfter, l.DeloadShare = 4, 0.80
	l.NightHours, l.OrderHours, l.LongBeforeLiftHours, l.LegSessions = 10, OrderHours, 24, 3
	l.PatternSessions, l.KeepSessions = 2, 1
	l.LegSetsWeek, l.LegSetsRise = Tier{12, 20, 24}[l.Level], 1.2
	l.Reserve = Tier{3, 2, 2}[l.Level]
	if l.Masters {
		l.RunDays = min(l.RunDays, 3)
	}
	if p.Priority != nil && *p.Priority == training.PriorityEndurance {
		l.LegSetsWeek = min(l.LegSetsWeek, 12)
	}
}

// takeOverrides puts the athlete's own limits in the place of the defaults. One that would loosen a HARD limit is dropped.
func (l *Limits) takeOverrides() {
	if len(l.overrides) == 0 {
		return
	}
	for rule, value := range map[Code]*float64{
		LD1: &l.RampSoft, LD2: &l.FormSoft, LD3: &l.WeekSoft, LD5: &l.Monotony, INT3: &l.HardWeek, INT5: &l.HighMinutes,
		INT6: &l.AfterLongHours, VOL3: &l.RunWeekSoft, VOL4: &l.RunDays, RST2: &l.DeloadShare, RST3: &l.NightHours,
		CON1: &l.LiftGapSoft, CON2: &l.BeforeKeySoft, CON3: &l.OrderHours, CON5: &l.LongBeforeLiftHours, CON6: &l.LegSessions,
		STR1: &l.PatternSessions, STR2: &l.KeepSessions, STR4: &l.LegSetsWeek, STR5: &l.LegSetsRise, STR6: &l.Reserve,
	} {
		if own, overridden := l.overrides[rule]; overridden {
			*value = own
		}
	}
	if own, overridden := l.overrides[RST1]; overridden {
		l.RestDays = max(l.RestDays, own)
	}
	if own, overridden := l.overrides[VOL1]; overridden {
		l.RunShare = [4]float64{own, own, own, own}
	}
	if own, overridden := l.overrides[VOL3]; overridden {
		l.RunWeekLow = own
	}
}

// Owns tells whether the limit of a row is the athlete's own: where a rule has a SOFT and a HARD limit it is the SOFT one that an
// override moves.
func (l *Limits) Owns(rule Code, severity Severity) bool {
	if len(l.overrides) == 0 {
		return false
	}
	_, overridden := l.overrides[rule]
	return overridden && (severity == Soft || !hasSoft[rule])
}

// Own is the limit in force: the athlete's own where there is one. A SOFT limit may be any within the rule's bounds, a HARD one only
// tighter than the default.
func (l *Limits) Own(rule Code, severity Severity, limit float64, atLeast bool) (float64, bool) {
	if len(l.overrides) == 0 {
		return limit, false
	}
	value, overridden := l.overrides[rule]
	if !overridden || severity == Hard && hasSoft[rule] {
		return limit, false
	}
	if severity == Hard && (atLeast && value < limit || !atLeast && value > limit) {
		return limit, false
	}
	return value, true
}

// hasSoft are the rules with both a SOFT and a HARD limit: an override moves the SOFT one.
var hasSoft = [Count]bool{LD1: true, LD2: true, LD3: true, INT3: true, CON1: true, CON2: true, CON3: true, VOL3: true, RST2: true}
