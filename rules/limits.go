package rules

import (
	"math"

	"fortnight/training"
)

// Ages from and below which other limits hold, in years (science §0).
const (
	mastersFrom = 50
	yearDays    = 365.2425
)

// tier is a limit by level: novice, intermediate, advanced.
type tier [3]float64

// limits are the numbers that hold for one athlete. Where SOFT and HARD differ both are there; a masters' value is SOFT and the level's
// own stays HARD (science §0b).
type limits struct {
	masters   bool
	level     int // of the profile: 0 novice, 1 intermediate, 2 advanced
	loadLevel int // for load and the number of hard sessions: novice where history is thin (DAT-1)

	sessionsADay                      float64 // AVL-3
	sameSportHours, masterSportHours  float64 // INT-1
	otherSportHours                   float64 // INT-2
	hardDays                          float64 // INT-2
	hiWeek, masterHIWeek, hardWeek    float64 // INT-3
	liftGapHard, liftGapSoft          float64 // CON-1
	beforeKeyHard, beforeKeySoft      float64 // CON-2
	restDays                          float64 // RST-1
	recoveryCounts                    bool
	rampSoft, rampHard                float64 // LD-1
	formSoft, formHard                float64 // LD-2
	weekSoft, weekHard, weekAllowance float64 // LD-3
	peakFactor                        float64 // LD-7
	overrides                         map[ID]float64
}

// toleranceHours is what every start-to-start distance may fall short of (science §0).
const toleranceHours = 2

func newLimits(p training.Profile, today training.Date, thin bool, overrides []Override) limits {
	level := map[training.Level]int{training.Novice: 0, training.Intermediate: 1, training.Advanced: 2}[p.Level]
	l := limits{level: level, loadLevel: level, overrides: make(map[ID]float64, len(overrides))}
	if thin {
		l.loadLevel = 0
	}
	l.masters = p.BirthDate != nil && float64(today-*p.BirthDate) >= mastersFrom*yearDays
	l.sessionsADay = tier{1, 2, 2}[level]
	l.sameSportHours, l.masterSportHours, l.otherSportHours = 48-toleranceHours, 72-toleranceHours, 24-toleranceHours
	l.hardDays = tier{1, 2, 2}[level]
	l.hiWeek, l.masterHIWeek = tier{1, 2, 3}[l.loadLevel], 2
	l.hardWeek = tier{1.5, 3, 4}[l.loadLevel]
	l.liftGapHard, l.liftGapSoft = 3, 6
	l.beforeKeyHard, l.beforeKeySoft = tier{48, 24, 24}[level], tier{48, 36, 36}[level]
	l.restDays, l.recoveryCounts = tier{2, 1, 1}[level], level == 2 && !l.masters
	l.rampSoft, l.rampHard = tier{3, 5, 6}[l.loadLevel], tier{5, 7, 8}[l.loadLevel]
	l.formSoft, l.formHard = tier{-15, -25, -30}[l.loadLevel], tier{-20, -30, -35}[l.loadLevel]
	l.weekSoft, l.weekHard, l.weekAllowance = 1.20, 1.50, 60
	l.peakFactor = 1.30
	if l.masters {
		l.beforeKeySoft = 48
		l.rampSoft--
		l.formSoft, l.formHard = math.Max(l.formSoft, -20), math.Max(l.formHard, -25)
	}
	for _, o := range overrides {
		l.overrides[o.RuleID] = o.Limit
	}
	return l
}

// own is the limit in force: the athlete's own where there is one. A SOFT limit may be any within the rule's bounds, a HARD one only
// tighter than the default.
func (l *limits) own(rule ID, severity Severity, limit float64, atLeast bool) (float64, bool) {
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
