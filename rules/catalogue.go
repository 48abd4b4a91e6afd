package rules

import (
	"fmt"

	"fortnight/training"
)

// entry is what the catalogue says of a rule, whoever asks. limit is the one shown for an athlete: the SOFT one where a rule has both.
type entry struct {
	id        ID
	title     string
	statement string
	severity  Severity // the stricter one where a rule has both
	unit      string
	evidence  Evidence
	source    string
	limit     func(*limits) float64
	low, high float64 // bounds of an override; equal where the rule takes none
	atLeast   bool
}

// weights are what a broken SOFT rule costs by its evidence (science §3).
var weights = map[Evidence]float64{Strong: 3, Moderate: 2, Weak: 1, Contested: 0.5}

const practice = "Coaching practice"

var catalogue = []entry{
	{id: "LCK-1", title: "Locks stay", statement: "A locked session, a locked day and whatever is done stay as they are, whoever proposes.", severity: Hard, evidence: Weak, source: "The athlete's own decision"},
	{id: "LCK-2", title: "Locks are checked", statement: "Locks keep the rules like all sessions; where locks alone break one, that is a conflict and is never repaired in silence.", severity: Hard, evidence: Weak, source: "The athlete's own decision"},
	{id: "AVL-1", title: "Inside the hours", statement: "A session lies inside one of the day's windows, and the sessions of a day take no more time than there is.", severity: Hard, unit: "min", evidence: Weak, source: "The athlete's own decision"},
	{id: "AVL-2", title: "Sports of the hours", statement: "A session's sport is one that its window allows.", severity: Hard, evidence: Weak, source: "The athlete's own decision"},
	{id: "AVL-3", title: "Sessions a day", statement: "A day has at most so many sessions; mobility does not count.", severity: Hard, unit: "sessions", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.sessionsADay }, low: 1, high: 3},
	{id: "AVL-4", title: "No overlap", statement: "Two sessions never overlap.", severity: Hard, unit: "min", evidence: Weak, source: "One body"},
	{id: "DAT-1", title: "Enough history", statement: "With fewer than 28 known days the limits of load are those of a novice.", severity: Advisory, unit: "days", evidence: Weak, source: practice, limit: func(*limits) float64 { return seedDays }},
	{id: "LD-1", title: "Ramp of fitness", statement: "Fitness (CTL) rises by no more than this over seven days.", severity: Hard, unit: "TSS/day", evidence: Weak, source: "Friel; Couzens 2015", limit: func(l *limits) float64 { return l.rampSoft }, low: 0, high: 8},
	{id: "LD-2", title: "Floor of form", statement: "Form (TSB) at the start of a day does not fall below this.", severity: Hard, unit: "TSS/day", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.formSoft }, low: -35, high: 25, atLeast: true},
	{id: "LD-3", title: "Week against month", statement: "The load of seven days is at most this many times the mean of the four weeks before the plan; the mean plus 60 TSS is always allowed.", severity: Hard, unit: "×", evidence: Contested, source: "Impellizzeri 2020 Sports Med; Frandsen 2025 BJSM 59:1203", limit: func(l *limits) float64 { return l.weekSoft }, low: 0.5, high: 1.5},
	{id: "LD-7", title: "Hardest day", statement: "A day's load is at most 1.3 times the hardest of the last 42 days, or twice the fitness (CTL) where that is more.", severity: Soft, unit: "TSS", evidence: Weak, source: "Extends Frandsen 2025 BJSM 59:1203 to all sports"},
	{id: "LD-8", title: "Use the fortnight", statement: "The load of seven planned days is at least 0.8 times what keeps fitness, unless the hours do not allow it.", severity: Soft, unit: "TSS", evidence: Weak, source: practice, atLeast: true},
	{id: "INT-1", title: "Hard sessions of one sport", statement: "High-intensity sessions of one sport start at least 48 hours apart, less two hours' tolerance.", severity: Hard, unit: "h", evidence: Moderate, source: "Stanley, Peake & Buchheit 2013 Sports Med 43:1259", limit: func(l *limits) float64 { return l.sameSportHours }, low: 46, high: 120, atLeast: true},
	{id: "INT-2", title: "Hard sessions of several sports", statement: "High-intensity sessions of different sports start at least 24 hours apart, less two hours' tolerance, and hard days do not follow each other without end.", severity: Hard, unit: "h or days", evidence: Weak, source: practice},
	{id: "INT-3", title: "Hard sessions a week", statement: "Seven days have at most so many high-intensity sessions; with moderate and heavy leg sessions at half weight, at most the limit shown.", severity: Hard, unit: "sessions", evidence: Moderate, source: practice, limit: func(l *limits) float64 { return l.hardWeek }, low: 0, high: 6},
	{id: "INT-4", title: "Mostly easy", statement: "At least this share of endurance time is at low intensity.", severity: Soft, unit: "share", evidence: Strong, source: "Sperlich 2023 Front Sports; Rosenblat 2025 Sports Med 55:621", limit: func(*limits) float64 { return lowShare }, low: 0.4, high: 1, atLeast: true},
	{id: "INT-7", title: "One key session a day", statement: "A day has at most one key session and at most one of high intensity.", severity: Hard, unit: "sessions", evidence: Weak, source: practice, limit: func(*limits) float64 { return 1 }},
	{id: "CON-1", title: "Legs and intervals on one day", statement: "On a day with heavy leg work and a hard or long endurance session for the legs, hours lie between the two.", severity: Hard, unit: "h", evidence: Moderate, source: "Robineau 2016 JSCR 30:672; Schumann 2022 Sports Med 52:601", limit: func(l *limits) float64 { return l.liftGapSoft }, low: 3, high: 24, atLeast: true},
	{id: "CON-2", title: "Fresh legs for key sessions", statement: "No heavy leg work ends in the hours before a key endurance session for the legs.", severity: Hard, unit: "h", evidence: Moderate, source: "Doma & Deakin 2013 APNM 38:651; Doma 2017, 2019 Sports Med", limit: func(l *limits) float64 { return l.beforeKeySoft }, low: 24, high: 96, atLeast: true},
	{id: "RST-1", title: "Rest days", statement: "Seven days have at least so many days without load; for the advanced a recovery day of at most 30 easy minutes counts.", severity: Hard, unit: "days", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.restDays }, low: 1, high: 4, atLeast: true},
	{id: "STR-3", title: "Same muscles", statement: "Sessions with hard sets for the legs start at least 48 hours apart, less two hours' tolerance; below four such sets in one of them that is SOFT.", severity: Hard, unit: "h", evidence: Moderate, source: "Doma 2017, 2019 Sports Med; practice", limit: func(l *limits) float64 { return l.sameSportHours }, low: 46, high: 120, atLeast: true},
	{id: "VOL-2", title: "No spike in one run", statement: "A run is at most a tenth longer than the longest of the 30 days before it; one kilometre more is always allowed.", severity: Hard, unit: "m or s", evidence: Moderate, source: "Frandsen 2025 BJSM 59:1203"},
	{id: "RED-1", title: "No load when ill", statement: "On a day of illness and on the day after it there is no load.", severity: Hard, unit: "TSS", evidence: Moderate, source: "Clinical consensus"},
	{id: "RED-2", title: "Spare what is hurt", statement: "What a check-in bans is not loaded until a later one lifts the ban.", severity: Hard, unit: "TSS", evidence: Moderate, source: "Clinical consensus"},
	{id: "GOAL", title: "Fitness wanted", statement: "Fitness (CTL) at the end of the last day is at least what was asked for.", severity: Hard, unit: "TSS/day", evidence: Weak, source: "The athlete's own decision", atLeast: true},
}

// hasSoft are the rules with both a SOFT and a HARD limit: an override moves the SOFT one.
var hasSoft = map[ID]bool{"LD-1": true, "LD-2": true, "LD-3": true, "INT-3": true, "CON-1": true, "CON-2": true}

var entries = func() map[ID]*entry {
	byID := make(map[ID]*entry, len(catalogue))
	for i := range catalogue {
		byID[catalogue[i].id] = &catalogue[i]
	}
	return byID
}()

func (e *entry) rule() Rule {
	r := Rule{ID: e.id, Title: e.title, Statement: e.statement, Severity: e.severity, Evidence: e.evidence, Source: e.source}
	if e.unit != "" {
		r.Unit = &e.unit
	}
	return r
}

// Catalogue is every rule with the limit that holds for an athlete; where a rule has a SOFT and a HARD limit the SOFT one is shown.
func Catalogue(p training.Profile, today training.Date, overrides []Override) []Rule {
	l := newLimits(p, today, false, overrides)
	list := make([]Rule, len(catalogue))
	for i := range catalogue {
		e := &catalogue[i]
		list[i] = e.rule()
		if e.limit == nil {
			continue
		}
		severity := e.severity
		if hasSoft[e.id] {
			severity = Soft
		}
		limit, overridden := l.own(e.id, severity, e.limit(&l), e.atLeast)
		list[i].Limit, list[i].Overridden = &limit, overridden
	}
	return list
}

// CheckOverride tells whether an athlete's own limit for a rule is allowed: the rule takes one, and it is within the rule's bounds. A
// HARD limit may only be tightened, which the bounds already are.
func CheckOverride(id ID, limit float64) error {
	var faults training.InputError
	e, known := entries[id]
	switch {
	case !known:
		faults.Add("ruleId", fmt.Sprintf("%.20q is not a rule", id))
	case e.low == e.high:
		faults.Add("ruleId", fmt.Sprintf("%s takes no limit of one's own", id))
	default:
		training.CheckFloat(&faults, "limit", &limit, e.low, e.high)
	}
	return faults.Err()
}

// Rule is the catalogue's entry with the check's severity and limit.
func (c RuleCheck) Rule() Rule {
	e, known := entries[c.RuleID]
	if !known {
		return Rule{ID: c.RuleID, Severity: c.Severity, Evidence: Weak}
	}
	r := e.rule()
	limit := c.Limit
	r.Severity, r.Limit, r.Overridden = c.Severity, &limit, c.Overridden
	return r
}

// Rules are the set's, as the catalogue has them.
func (s ConflictSet) Rules() []Rule {
	list := make([]Rule, 0, len(s.RuleIDs))
	for _, id := range s.RuleIDs {
		if e, known := entries[id]; known {
			list = append(list, e.rule())
		}
	}
	return list
}
