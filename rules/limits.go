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
	rampSoft, rampHard                float64          // LD-1
	formSoft, formHard                float64          // LD-2
	weekSoft, weekHard, weekAllowance float64          // LD-3
	peakFactor                        float64          // LD-7
	monotony                          float64          // LD-5
	highMinutes                       float64          // INT-5
	afterLongHours                    float64          // INT-6
	runShare                          tier             // VOL-1, of up to three runs, of four, of five and more
	runWeekSoft, runWeekLow           float64          // VOL-3, of usual volume and of very little
	runWeekHard                       float64          // VOL-3
	runDays                           float64          // VOL-4
	deloadAfter                       int              // RST-2, loading weeks
	deloadShare                       float64          // RST-2
	nightHours                        float64          // RST-3
	orderHours                        float64          // CON-3
	longBeforeLiftHours               float64          // CON-5
	legSessions                       float64          // CON-6
	patternSessions, keepSessions     float64          // STR-1, STR-2
	legSetsWeek, legSetsRise          float64          // STR-4, STR-5
	reserve                           float64          // STR-6
	overrides                         map[code]float64 // those in force
}

// toleranceHours is what every start-to-start distance may fall short of (science §0).
const toleranceHours = 2

func newLimits(p training.Profile, today training.Date, thin bool, overrides []Override) limits {
	level := map[training.Level]int{training.Novice: 0, training.Intermediate: 1, training.Advanced: 2}[p.Level]
	l := limits{level: level, loadLevel: level, overrides: make(map[code]float64, len(overrides))}
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
	l.setSoft(&p)
	for _, o := range overrides {
		if rule, known := codeOf(o.RuleID); known {
			l.overrides[rule] = o.Limit
		}
	}
	l.takeOverrides()
	return l
}

// setSoft sets the limits of rules that are SOFT, or HARD only at times.
func (l *limits) setSoft(p *training.Profile) {
	l.monotony = 2
	l.highMinutes, l.afterLongHours = tier{20, 30, 45}[l.level], 24
	l.runShare = tier{0.50, 0.35, 0.30}
	l.runWeekSoft, l.runWeekLow, l.runWeekHard = 1.15, tier{1.20, 1.15, 1.15}[l.level], 1.30
	l.runDays = tier{2, 4, 6}[l.level]
	l.deloadAfter, l.deloadShare = 3, 0.70
	l.nightHours, l.orderHours, l.longBeforeLiftHours, l.legSessions = 10, orderHours, 24, 3
	l.patternSessions, l.keepSessions = 2, 1
	l.legSetsWeek, l.legSetsRise = tier{12, 20, 24}[l.level], 1.2
	l.reserve = tier{3, 2, 2}[l.level]
	if l.masters {
		l.runDays = min(l.runDays, 3)
	}
	if l.masters || l.level == 0 {
		l.deloadAfter = 2
	}
	if p.Priority == training.PriorityEndurance {
		l.legSetsWeek = min(l.legSetsWeek, 12)
	}
}

// takeOverrides puts the athlete's own limits in the place of the defaults. One that would loosen a HARD limit is dropped.
func (l *limits) takeOverrides() {
	if len(l.overrides) == 0 {
		return
	}
	for rule, value := range map[code]*float64{
		ld1: &l.rampSoft, ld2: &l.formSoft, ld3: &l.weekSoft, ld5: &l.monotony, int3: &l.hardWeek, int5: &l.highMinutes,
		int6: &l.afterLongHours, vol3: &l.runWeekSoft, vol4: &l.runDays, rst2: &l.deloadShare, rst3: &l.nightHours,
		con1: &l.liftGapSoft, con2: &l.beforeKeySoft, con3: &l.orderHours, con5: &l.longBeforeLiftHours, con6: &l.legSessions,
		str1: &l.patternSessions, str2: &l.keepSessions, str4: &l.legSetsWeek, str5: &l.legSetsRise, str6: &l.reserve,
	} {
		if own, overridden := l.overrides[rule]; overridden {
			*value = own
		}
	}
	if own, overridden := l.overrides[rst1]; overridden {
		l.restDays = max(l.restDays, own)
	}
	if own, overridden := l.overrides[vol1]; overridden {
		l.runShare = tier{own, own, own}
	}
	if own, overridden := l.overrides[vol3]; overridden {
		l.runWeekLow = own
	}
}

// owns tells whether the limit of a row is the athlete's own: where a rule has a SOFT and a HARD limit it is the SOFT one that an
// override moves.
func (l *limits) owns(rule code, severity Severity) bool {
	if len(l.overrides) == 0 {
		return false
	}
	_, overridden := l.overrides[rule]
	return overridden && (severity == Soft || !hasSoft[rule])
}

// own is the limit in force: the athlete's own where there is one. A SOFT limit may be any within the rule's bounds, a HARD one only
// tighter than the default.
func (l *limits) own(rule code, severity Severity, limit float64, atLeast bool) (float64, bool) {
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
