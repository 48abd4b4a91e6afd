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
	rowUnit   string // of a check's numbers where it is another
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
	{id: "DAT-2", title: "Fresh thresholds", statement: "Thresholds are no older than 56 days, or a test is planned; until then hard targets go by feel.", severity: Soft, unit: "days", evidence: Weak, source: practice, limit: func(*limits) float64 { return thresholdMostOf }},
	{id: "LD-1", title: "Ramp of fitness", statement: "Fitness (CTL) rises by no more than this over seven days.", severity: Hard, unit: "TSS/day", evidence: Weak, source: "Friel; Couzens 2015", limit: func(l *limits) float64 { return l.rampSoft }, low: 0, high: 8},
	{id: "LD-2", title: "Floor of form", statement: "Form (TSB) at the start of a day does not fall below this.", severity: Hard, unit: "TSS/day", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.formSoft }, low: -35, high: 25, atLeast: true},
	{id: "LD-3", title: "Week against month", statement: "The load of seven days is at most this many times the mean of the four weeks before the plan; the mean plus 60 TSS is always allowed.", severity: Hard, unit: "×", rowUnit: "TSS", evidence: Contested, source: "Impellizzeri 2020 Sports Med; Frandsen 2025 BJSM 59:1203", limit: func(l *limits) float64 { return l.weekSoft }, low: 0.5, high: 1.5},
	{id: "LD-4", title: "Week against month, smoothed", statement: "The smoothed load of a week is seldom more than 1.5 times that of a month (ACWR); whether that says anything of injuries is disputed.", severity: Advisory, unit: "×", evidence: Contested, source: "Williams 2017 BJSM; Impellizzeri 2020 Sports Med; Frandsen 2025 BJSM 59:1203", limit: func(*limits) float64 { return acuteChronicMax }},
	{id: "LD-5", title: "Monotony", statement: "The mean of seven daily loads is at most so many times their spread; weeks lighter than the month before may be even.", severity: Soft, evidence: Weak, source: "Foster 1998 MSSE 30:1164", limit: func(l *limits) float64 { return l.monotony }, low: 1, high: 4},
	{id: "LD-6", title: "Strain", statement: "The load of seven days times its monotony stays within a tenth of what nine in ten weeks of the last six had.", severity: Advisory, unit: "TSS", evidence: Weak, source: "Foster 1998 MSSE 30:1164"},
	{id: "LD-7", title: "Hardest day", statement: "A day's load is at most 1.3 times the hardest of the last 42 days, or twice the fitness (CTL) where that is more.", severity: Soft, unit: "TSS", evidence: Weak, source: "Extends Frandsen 2025 BJSM 59:1203 to all sports"},
	{id: "LD-8", title: "Use the fortnight", statement: "The load of seven planned days is at least 0.8 times what keeps fitness, unless the hours do not allow it.", severity: Soft, unit: "TSS", evidence: Weak, source: practice, atLeast: true},
	{id: "INT-1", title: "Hard sessions of one sport", statement: "High-intensity sessions of one sport start at least 48 hours apart, less two hours' tolerance.", severity: Hard, unit: "h", evidence: Moderate, source: "Stanley, Peake & Buchheit 2013 Sports Med 43:1259", limit: func(l *limits) float64 { return l.sameSportHours }, low: 46, high: 120, atLeast: true},
	{id: "INT-2", title: "Hard sessions of several sports", statement: "High-intensity sessions of different sports start at least 24 hours apart, less two hours' tolerance, and hard days do not follow each other without end.", severity: Hard, unit: "h or days", evidence: Weak, source: practice},
	{id: "INT-3", title: "Hard sessions a week", statement: "Seven days have at most so many high-intensity sessions; with moderate and heavy leg sessions at half weight, at most the limit shown.", severity: Hard, unit: "sessions", evidence: Moderate, source: practice, limit: func(l *limits) float64 { return l.hardWeek }, low: 0, high: 6},
	{id: "INT-4", title: "Mostly easy", statement: "At least this share of endurance time is at low intensity.", severity: Soft, unit: "share", evidence: Strong, source: "Sperlich 2023 Front Sports; Rosenblat 2025 Sports Med 55:621", limit: func(*limits) float64 { return lowShare }, low: 0.4, high: 1, atLeast: true},
	{id: "INT-5", title: "High intensity in two days", statement: "The sessions of 48 hours have at most so many minutes at high intensity.", severity: Soft, unit: "min", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.highMinutes }, low: 0, high: 120},
	{id: "INT-6", title: "Easy around long runs and events", statement: "No high intensity on the day before a long run or an A or B event, nor in the 24 hours after it; after a marathon 72. HARD before an event.", severity: Hard, unit: "h or sessions", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.afterLongHours }, low: 12, high: 120, atLeast: true},
	{id: "INT-7", title: "One key session a day", statement: "A day has at most one key session and at most one of high intensity.", severity: Hard, unit: "sessions", evidence: Weak, source: practice, limit: func(*limits) float64 { return 1 }},
	{id: "CON-1", title: "Legs and intervals on one day", statement: "On a day with heavy leg work and a hard or long endurance session for the legs, hours lie between the two.", severity: Hard, unit: "h", evidence: Moderate, source: "Robineau 2016 JSCR 30:672; Schumann 2022 Sports Med 52:601", limit: func(l *limits) float64 { return l.liftGapSoft }, low: 3, high: 24, atLeast: true},
	{id: "CON-2", title: "Fresh legs for key sessions", statement: "No heavy leg work ends in the hours before a key endurance session for the legs.", severity: Hard, unit: "h", evidence: Moderate, source: "Doma & Deakin 2013 APNM 38:651; Doma 2017, 2019 Sports Med", limit: func(l *limits) float64 { return l.beforeKeySoft }, low: 24, high: 96, atLeast: true},
	{id: "CON-3", title: "Order of a day", statement: "On a shared day the key endurance session comes first and strength six hours later; where strength is the goal it comes first. HARD where a key session would come second.", severity: Hard, unit: "h", evidence: Moderate, source: "Eddens 2018 Sports Med 48:177; Lee 2020 PLoS ONE 0233134", limit: func(l *limits) float64 { return l.orderHours }, low: 0, high: 12, atLeast: true},
	{id: "CON-4", title: "No combined session", statement: "Leg sets and endurance for the legs do not share a session, nor follow each other within half an hour; this does not bind novices. HARD where strength is the goal.", severity: Hard, unit: "sessions", evidence: Moderate, source: "Petré 2021 Sports Med 51"},
	{id: "CON-5", title: "Legs after a long run", statement: "No heavy leg work begins in the hours after a long or race-pace run; after a ride or a row half of them do.", severity: Soft, unit: "h", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.longBeforeLiftHours }, low: 12, high: 72, atLeast: true},
	{id: "CON-6", title: "Little endurance beside strength", statement: "Where strength is the goal, seven days have at most so many endurance sessions for the legs, and three hours of them.", severity: Soft, unit: "sessions", rowUnit: "sessions or h", evidence: Contested, source: "Murach & Bagley 2016 Sports Med; Wilson 2012 JSCR 26:2293; Schumann 2022 Sports Med 52:601", limit: func(l *limits) float64 { return l.legSessions }, low: 0, high: 7},
	{id: "CON-7", title: "Spare legs that lifted", statement: "Easy endurance on the day of heavy leg work or in the 24 hours after it is rather swum, ridden or rowed than run, by those who do.", severity: Soft, unit: "h", evidence: Contested, source: "Wilson 2012 JSCR 26:2293; Lundberg 2022 Sports Med 52:2391; Schumann 2022 Sports Med 52:601"},
	{id: "CON-8", title: "Hard days hard", statement: "Heavy leg work goes rather on a day of high intensity than on an easy day before a key session.", severity: Soft, unit: "sessions", evidence: Weak, source: practice},
	{id: "CON-9", title: "Men and women", statement: "Endurance beside strength cost men leg strength and women none on average; no limit changes with sex.", severity: Advisory, evidence: Moderate, source: "Huiberts 2024 Sports Med 54:485"},
	{id: "RST-1", title: "Rest days", statement: "Seven days have at least so many days without load; for the advanced a recovery day of at most 30 easy minutes counts.", severity: Hard, unit: "days", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.restDays }, low: 1, high: 4, atLeast: true},
	{id: "RST-2", title: "A lighter week", statement: "After three loading weeks, two for novices and from 50 years on, seven days have at most 0.7 times their load, one high-intensity session and half the leg sets.", severity: Soft, unit: "share", rowUnit: "TSS, sessions or sets", evidence: Weak, source: "Practice; Rogerson 2024 Sports Med Open; Bell 2022 Front Sports 1073223", limit: func(l *limits) float64 { return l.deloadShare }, low: 0.4, high: 1},
	{id: "RST-3", title: "A night's rest", statement: "From the end of a session after 19:00 to the next one so many hours pass where either is of high intensity or heavy leg work.", severity: Soft, unit: "h", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.nightHours }, low: 6, high: 16, atLeast: true},
	{id: "STR-1", title: "Build strength", statement: "Squat, hinge, push and pull are each trained in so many sessions of seven days; this is for those to whom strength is a goal, outside the season.", severity: Soft, unit: "sessions", evidence: Strong, source: "ACSM position stand 2026 MSSE", limit: func(l *limits) float64 { return l.patternSessions }, low: 0, high: 4, atLeast: true},
	{id: "STR-2", title: "Keep strength", statement: "In the six weeks before an A event seven days have at least one strength session.", severity: Soft, unit: "sessions", evidence: Moderate, source: "Rønnestad 2010 EJAP 110:1269", limit: func(l *limits) float64 { return l.keepSessions }, low: 0, high: 4, atLeast: true},
	{id: "STR-3", title: "Same muscles", statement: "Sessions with hard sets for the legs start at least 48 hours apart, less two hours' tolerance; below four such sets in one of them that is SOFT.", severity: Hard, unit: "h", evidence: Moderate, source: "Doma 2017, 2019 Sports Med; practice", limit: func(l *limits) float64 { return l.sameSportHours }, low: 46, high: 120, atLeast: true},
	{id: "STR-4", title: "Leg sets a week", statement: "Seven days have at most so many hard sets for the legs, and one session twelve.", severity: Soft, unit: "sets", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.legSetsWeek }, low: 0, high: 60},
	{id: "STR-5", title: "More leg sets by and by", statement: "The hard leg sets of seven days are at most so many times the weekly mean of the four weeks before the plan; four more are always allowed.", severity: Soft, unit: "×", rowUnit: "sets", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.legSetsRise }, low: 1, high: 2},
	{id: "STR-6", title: "Something in reserve", statement: "In the 48 hours before a key endurance session leg sets leave so many repetitions in reserve; in a taper no heavy leg set goes to failure.", severity: Soft, unit: "repetitions", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.reserve }, low: 0, high: 6, atLeast: true},
	{id: "VOL-1", title: "Not all in one run", statement: "The longest run of seven days is at most this share of them: 0.30 with five runs and more, 0.35 with four, 0.50 with up to three.", severity: Soft, unit: "share", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.runShare[1] }, low: 0.2, high: 1},
	{id: "VOL-2", title: "No spike in one run", statement: "A run is at most a tenth longer than the longest of the 30 days before it; one kilometre more is always allowed.", severity: Hard, unit: "m or s", evidence: Moderate, source: "Frandsen 2025 BJSM 59:1203"},
	{id: "VOL-3", title: "Running by the week", statement: "The running of seven days is at most this many times the mean of the three weeks before them, and never 1.3 times it from ten kilometres a week on.", severity: Hard, unit: "×", rowUnit: "m or s", evidence: Contested, source: "Frandsen 2025 BJSM 59:1203; Buist 2008; Nielsen 2014", limit: func(l *limits) float64 { return l.runWeekSoft }, low: 1, high: 1.3},
	{id: "VOL-4", title: "Days of running", statement: "Days with a run follow each other at most so often.", severity: Soft, unit: "days", evidence: Weak, source: practice, limit: func(l *limits) float64 { return l.runDays }, low: 1, high: 14},
	{id: "TAP-1", title: "Volume of a taper", statement: "In the fourteen days before an A event endurance time is 40 to 59 % of what the best three of the four weeks before had; below 35 % or above 70 % is HARD.", severity: Hard, unit: "share", evidence: Strong, source: "Bosquet 2007 MSSE 39:1358; Wang 2023 PLoS ONE 0282838", limit: func(*limits) float64 { return taperMost }},
	{id: "TAP-2", title: "Intensity of a taper", statement: "A taper keeps high intensity: half of the usual minutes in each hard session and one such session in seven days, but only openers in the last 48 hours.", severity: Soft, unit: "min or sessions", evidence: Strong, source: "Bosquet 2007 MSSE 39:1358"},
	{id: "TAP-3", title: "Frequency of a taper", statement: "Seven days of a taper have at least 80 % of the usual sessions.", severity: Soft, unit: "sessions", evidence: Strong, source: "Bosquet 2007 MSSE 39:1358", atLeast: true},
	{id: "TAP-4", title: "Last heavy legs before an event", statement: "Heavy leg work ends at least 120 hours before an A event, 96 of them HARD, and 72 hours before a B event.", severity: Hard, unit: "h", evidence: Weak, source: practice, limit: func(*limits) float64 { return liftBeforeASoft }, atLeast: true},
	{id: "TAP-5", title: "Form on the day", statement: "Form (TSB) at the start of an A event's day is +5 to +25, of a B event's -5 to +15.", severity: Soft, unit: "TSS/day", evidence: Weak, source: practice},
	{id: "TAP-6", title: "Smaller events", statement: "The three days before a B event have at most 70 % of the usual endurance time; no hard session ends in the 24 hours before a C event.", severity: Soft, unit: "share or h", evidence: Weak, source: practice},
	{id: "TAP-7", title: "After an event", statement: "After an event come days without high intensity or heavy leg work: one for each 100 TSS begun, one more for masters, seven at least after a marathon, fourteen after an ironman.", severity: Hard, unit: "days", evidence: Weak, source: practice, atLeast: true},
	{id: "RED-1", title: "No load when ill", statement: "On a day of illness and on the day after it there is no load.", severity: Hard, unit: "TSS", evidence: Moderate, source: "Clinical consensus"},
	{id: "RED-2", title: "Spare what is hurt", statement: "What a check-in bans is not loaded until a later one lifts the ban.", severity: Hard, unit: "TSS", evidence: Moderate, source: "Clinical consensus"},
	{id: "RED-3", title: "No hard work when sore or spent", statement: "Soreness of 7 or more, or fatigue and readiness both in the worst quarter of 28 days, allow no high intensity for what is sore that day and no heavy work for two days.", severity: Hard, unit: "sessions", evidence: Moderate, source: "Ten Haaf 2017"},
	{id: "RED-4", title: "Heart-rate variability", statement: "While the seven days' mean of lnRMSSD is half a deviation below that of the last 28 to 60 days, the next hard session becomes easy; after two such days there is rest.", severity: Soft, unit: "sessions", evidence: Contested, source: "Plews 2014; Düking 2021 JSAMS; Nuuttila 2022 MSSE 54:1690"},
	{id: "RED-5", title: "Short nights", statement: "After less than five hours of sleep, or two nights of less than six, a hard session becomes easier by one class.", severity: Soft, unit: "sessions", evidence: Weak, source: practice},
	{id: "RET-1", title: "Never stack", statement: "After a miss each of the next three days, and the next seven together, bring at most what was planned for them before it.", severity: Hard, unit: "TSS", evidence: Weak, source: "Friel on missed workouts"},
	{id: "RET-2", title: "After days off", statement: "After 4, 8 or 15 days without load the first seven bring at most 0.9, 0.7 or 0.5 of what keeps fitness, and no high intensity for 2, 4 or 7; after more than 28 the limits are a novice's and ten days are easy.", severity: Hard, unit: "TSS or days", evidence: Weak, source: practice},
	{id: "RET-3", title: "After illness", statement: "From the second day after illness the load is at most 30 % of what was usual for three days, all easy, 50 % for three, moderate at most, and 75 % for five.", severity: Hard, unit: "TSS or class", evidence: Weak, source: practice},
	{id: "RET-4", title: "What to cut first", statement: "A week that is cut keeps the goal's key sessions longest, then the long one, one of strength, other hard ones and at last easy volume.", severity: Soft, unit: "sessions", evidence: Weak, source: practice},
	{id: "WHO-1", title: "From 50 years on", statement: "Masters space hard sessions and leg work by 72 hours, have two hard sessions a week, rise a point slower and unload every third week; all of that is SOFT and shows in the rules it concerns.", severity: Advisory, evidence: Contested, source: "Fell 2008"},
	{id: "WHO-2", title: "Novices", statement: "A novice never runs on three days in a row, better not on two, and keeps three repetitions in reserve in leg sets.", severity: Hard, unit: "days or repetitions", evidence: Weak, source: practice, limit: func(*limits) float64 { return noviceRunsSoft }},
	{id: "WHO-3", title: "Under 18 years", statement: "Those under 18 train at most as many hours in seven days as they are years old, have two hard sessions in them and no test of maximal strength.", severity: Hard, unit: "h or sessions", evidence: Weak, source: practice},
	{id: "WHO-4", title: "Clearance first", statement: "Where a condition such as pregnancy, a heart condition or signs of RED-S awaits clearance, there is no high intensity.", severity: Hard, unit: "sessions", evidence: Weak, source: "Clinical consensus"},
	{id: "GOAL", title: "Fitness wanted", statement: "Fitness (CTL) at the end of the last day is at least what was asked for.", severity: Hard, unit: "TSS/day", evidence: Weak, source: "The athlete's own decision", atLeast: true},
}

// hasSoft are the rules with both a SOFT and a HARD limit: an override moves the SOFT one.
var hasSoft = map[ID]bool{"LD-1": true, "LD-2": true, "LD-3": true, "INT-3": true, "CON-1": true, "CON-2": true, "CON-3": true, "VOL-3": true}

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
	if e.rowUnit != "" {
		r.Unit = &e.rowUnit
	}
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
