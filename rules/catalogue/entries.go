package catalogue

const practice = "Coaching practice"

// entry is what the catalogue says of a rule, whoever asks. limit is the one shown for an athlete: the SOFT one where a rule has both.
type entry struct {
	title     string
	statement string
	severity  Severity // the stricter one where a rule has both
	unit      string
	rowUnit   string // of a check's numbers where it is another
	evidence  Evidence
	weight    float64 // what a broken SOFT rule costs, 0 for what its evidence says
	source    string
	limit     func(*Limits) float64
	low, high float64 // bounds of an override; equal where the rule takes none
	atLeast   bool
}

// catalogue is every rule in the order of its code.
var catalogue = [Count]entry{
	LCK1: {
		title: "Locks stay", severity: Hard, evidence: Weak,
		statement: "A locked session, a locked day and whatever is done stay as they are, whoever proposes.",
		source:    "The athlete's own decision",
	},
	LCK2: {
		title: "Locks are checked", severity: Hard, evidence: Weak,
		statement: "Locks keep the rules like all sessions; where locks alone break one, that is a conflict and is never repaired in silence.",
		source:    "The athlete's own decision",
	},
	AVL1: {
		title: "Inside the hours", severity: Hard, evidence: Weak, unit: "min",
		statement: "A session lies inside one of the day's windows, and the sessions of a day take no more time than there is.",
		source:    "The athlete's own decision",
	},
	AVL2: {
		title: "Sports of the hours", severity: Hard, evidence: Weak,
		statement: "A session's sport is one that its window allows.",
		source:    "The athlete's own decision",
	},
	AVL3: {
		title: "Sessions a day", severity: Hard, evidence: Weak, unit: "sessions",
		statement: "A day has at most so many sessions; mobility does not count.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.SessionsADay }, low: 1, high: 3,
	},
	AVL4: {
		title: "No overlap", severity: Hard, evidence: Weak, unit: "min",
		statement: "Two sessions never overlap.",
		source:    "One body",
	},
	DAT1: {
		title: "Enough history", severity: Hard, evidence: Weak, unit: "days", rowUnit: "days or min",
		statement: "With fewer than 28 known days the limits of load are those of a novice, and of a stated fitness seven tenths are believed. With fewer " +
			"than 14 a week has at most 90, 150 or 240 minutes by level, or 15 more than the week before, of a novice never more than " +
			"120; a session at most 30, 45 or 60 and a run 30, 30 or 40. Its weeks are the plan's; once something was done, those that hold the first " +
			"of it and fit best. Locks count toward that and are not held against a plan.",
		source: practice,
		limit:  func(*Limits) float64 { return SeedDays },
	},
	DAT2: {
		title: "Fresh thresholds", severity: Soft, evidence: Weak, unit: "days",
		statement: "Thresholds are known and no older than 56 days, or a test is planned; until then hard targets go by feel.",
		source:    practice,
		limit:     func(*Limits) float64 { return ThresholdMostOf },
	},
	LD1: {
		title: "Ramp of fitness", severity: Hard, evidence: Weak, unit: "TSS/day",
		statement: "Fitness (CTL) rises by no more than this over seven days.",
		source:    "Friel; Couzens 2015",
		limit:     func(l *Limits) float64 { return l.RampSoft }, low: 0, high: 8,
	},
	LD2: {
		title: "Floor of form", severity: Hard, evidence: Weak, unit: "TSS/day",
		statement: "Form (TSB) at the start of a day does not fall below this.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.FormSoft }, low: -35, high: 25, atLeast: true,
	},
	LD3: {
		title: "Week against month", severity: Hard, evidence: Contested, unit: "×", rowUnit: "TSS",
		statement: "The load of seven days is at most this many times the mean of the best three of the five weeks before the plan, those that were " +
			"light for a reason left out; the mean plus 60 TSS is always allowed.",
		source: "Impellizzeri 2020 Sports Med; Frandsen 2025 BJSM 59:1203",
		limit:  func(l *Limits) float64 { return l.WeekSoft }, low: 0.5, high: 1.5,
	},
	LD4: {
		title: "Week against month, smoothed", severity: Advisory, evidence: Contested, unit: "×",
		statement: "The smoothed load of a week is seldom more than 1.5 times that of a month (ACWR); whether that says anything of injuries is disputed.",
		source:    "Williams 2017 BJSM; Impellizzeri 2020 Sports Med; Frandsen 2025 BJSM 59:1203",
		limit:     func(*Limits) float64 { return AcuteChronicMax },
	},
	LD5: {
		title: "Monotony", severity: Soft, evidence: Weak,
		statement: "The mean of seven daily loads is at most so many times their spread; weeks lighter than the month before may be even.",
		source:    "Foster 1998 MSSE 30:1164",
		limit:     func(l *Limits) float64 { return l.Monotony }, low: 1, high: 4,
	},
	LD6: {
		title: "Strain", severity: Advisory, evidence: Weak, unit: "TSS",
		statement: "The load of seven days times its monotony stays within a tenth of what nine in ten weeks of the last six had.",
		source:    "Foster 1998 MSSE 30:1164",
	},
	LD7: {
		title: "Hardest day", severity: Hard, evidence: Weak, unit: "TSS",
		statement: "A day's load is at most 1.3 times the hardest of the last 42 days, or twice the fitness (CTL) where that is more. HARD for " +
			"novices, with one and a half times the fitness, and 40 TSS at least.",
		source: "Extends Frandsen 2025 BJSM 59:1203 to all sports",
	},
	LD8: {
		title: "Use the fortnight", severity: Soft, evidence: Weak, unit: "TSS", rowUnit: "TSS or share",
		statement: "The load of seven planned days is at least 0.8 times what keeps fitness, and a week has at least 0.93 of the minutes that were decided " +
			"for it; not where the hours do not allow it, nor after a race, off season, in a return, a taper or a lighter week, nor while a " +
			"condition keeps something back.",
		source:  practice,
		atLeast: true,
	},
	INT1: {
		title: "Hard sessions of one sport", severity: Hard, evidence: Moderate, unit: "h",
		statement: "High-intensity sessions of one sport start at least 48 hours apart, less two hours' tolerance.",
		source:    "Stanley, Peake & Buchheit 2013 Sports Med 43:1259",
		limit:     func(l *Limits) float64 { return l.SameSportHours }, low: 46, high: 120, atLeast: true,
	},
	INT2: {
		title: "Hard sessions of several sports", severity: Hard, evidence: Weak, unit: "h or days",
		statement: "High-intensity sessions of different sports start at least 24 hours apart, less two hours' tolerance, and hard days do not follow " +
			"each other without end.",
		source: practice,
	},
	INT3: {
		title: "Hard sessions a week", severity: Hard, evidence: Moderate, unit: "sessions",
		statement: "Seven days have at most so many high-intensity sessions; with moderate and heavy leg sessions at half weight, at most the limit shown.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.HardWeek }, low: 0, high: 6,
	},
	INT4: {
		title: "Mostly easy", severity: Soft, evidence: Strong, unit: "share",
		statement: "Of endurance time so much is at low intensity as the phase of the season asks for, less five hundredths: 88 in base, 80 to 82 in " +
			"build, 79 to 85 in the weeks before a race, 65 with less than four hours a week, 90 in a novice's first eight weeks; and at most five hundredths " +
			"more than it asks for at high intensity, 2 in base to 12 before short races. Few sessions a week have more room.",
		source: "Sperlich 2023 Front Sports; Rosenblat 2025 Sports Med 55:621; Knopp 2024",
		limit:  func(*Limits) float64 { return LowShare }, low: 0.4, high: 1, atLeast: true,
	},
	INT5: {
		title: "High intensity in two days", severity: Soft, evidence: Weak, unit: "min",
		statement: "The sessions of 48 hours have at most so many minutes at high intensity, races left out.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.HighMinutes }, low: 0, high: 120,
	},
	INT6: {
		title: "Easy around long runs and events", severity: Hard, evidence: Weak, unit: "h or sessions",
		statement: "No high intensity on the day before a long run of an hour and a half or an A or B event, nor in the 24 hours after it; after a " +
			"marathon 72. HARD before an event, openers of at most ten hard minutes excepted.",
		source: practice,
		limit:  func(l *Limits) float64 { return l.AfterLongHours }, low: 12, high: 120, atLeast: true,
	},
	INT7: {
		title: "One key session a day", severity: Hard, evidence: Weak, unit: "sessions",
		statement: "A day has at most one key session and at most one of high intensity. Key are flagged sessions, those of high intensity, " +
			"race-specific ones and long ones: 1.3 times the usual length, a run of 75 minutes, a ride of two hours, a swim or a row of one. Nor " +
			"has it two sessions of one endurance sport that are key or moderate.",
		source: practice,
		limit:  func(*Limits) float64 { return 1 },
	},
	CON1: {
		title: "Legs and intervals on one day", severity: Hard, evidence: Moderate, unit: "h",
		statement: "On a day with heavy leg work and a hard or long endurance session for the legs, hours lie between the two.",
		source:    "Robineau 2016 JSCR 30:672; Schumann 2022 Sports Med 52:601",
		limit:     func(l *Limits) float64 { return l.LiftGapSoft }, low: 3, high: 24, atLeast: true,
	},
	CON2: {
		title: "Fresh legs for key sessions", severity: Hard, evidence: Moderate, unit: "h",
		statement: "No heavy leg work, lifted or at stations, ends in the hours before a session for the legs of high intensity or race-specific, or " +
			"before a long run of an hour and a half; before an easy long session, or one that is only flagged, in 24 hours, SOFT.",
		source: "Doma & Deakin 2013 APNM 38:651; Doma 2017, 2019 Sports Med",
		limit:  func(l *Limits) float64 { return l.BeforeKeySoft }, low: 24, high: 96, atLeast: true,
	},
	CON3: {
		title: "Order of a day", severity: Hard, evidence: Moderate, unit: "h",
		statement: "On a shared day the key endurance session comes first and strength six hours later; where strength is the goal it comes first. " +
			"HARD where a key session would come second.",
		source: "Eddens 2018 Sports Med 48:177; Lee 2020 PLoS ONE 0233134",
		limit:  func(l *Limits) float64 { return l.OrderHours }, low: 0, high: 12, atLeast: true,
	},
	CON4: {
		title: "No combined session", severity: Hard, evidence: Moderate, unit: "sessions",
		statement: "Leg sets and endurance for the legs do not share a session, nor follow each other within half an hour; this does not bind " +
			"novices but those whose goal is strength, nor station sessions. HARD where strength is the goal, from intermediate on.",
		source: "Petré 2021 Sports Med 51",
	},
	CON5: {
		title: "Legs after a long run", severity: Soft, evidence: Weak, unit: "h",
		statement: "No heavy leg work begins in the hours after a long or race-pace run; after a ride or a row half of them do.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.LongBeforeLiftHours }, low: 12, high: 72, atLeast: true,
	},
	CON6: {
		title: "Little endurance beside strength", severity: Soft, evidence: Contested, unit: "sessions", rowUnit: "sessions or h",
		statement: "Where strength is the goal, seven days have at most so many endurance sessions for the legs, and three hours of them.",
		source:    "Murach & Bagley 2016 Sports Med; Wilson 2012 JSCR 26:2293; Schumann 2022 Sports Med 52:601",
		limit:     func(l *Limits) float64 { return l.LegSessions }, low: 0, high: 7,
	},
	CON7: {
		title: "Spare legs that lifted", severity: Soft, evidence: Contested, unit: "h",
		statement: "Easy endurance on the day of heavy leg work or in the 24 hours after it is rather swum, ridden or rowed than run, by those who do.",
		source:    "Wilson 2012 JSCR 26:2293; Lundberg 2022 Sports Med 52:2391; Schumann 2022 Sports Med 52:601",
	},
	CON8: {
		title: "Hard days hard", severity: Soft, evidence: Weak, unit: "sessions",
		statement: "Heavy leg work goes rather on a day of high intensity than on an easy day before a session that needs fresh legs.",
		source:    practice,
	},
	CON9: {
		title: "Men and women", severity: Advisory, evidence: Moderate,
		statement: "Endurance beside strength cost men leg strength and women none on average; no limit changes with sex.",
		source:    "Huiberts 2024 Sports Med 54:485",
	},
	RST1: {
		title: "Rest days", severity: Hard, evidence: Weak, unit: "days",
		statement: "Seven days have at least so many days without load; for the advanced a recovery day of at most 30 easy minutes counts.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.RestDays }, low: 1, high: 4, atLeast: true,
	},
	RST2: {
		title: "A lighter week", severity: Hard, evidence: Weak, unit: "share", rowUnit: "TSS, sessions or sets",
		statement: "After four loading weeks, three from 60 years on and for advanced athletes of more than twelve hours, seven days have at most 0.8 " +
			"times their load, one high-intensity session and 0.6 of the leg sets; after seven the load is HARD. A novice who trains less than " +
			"three hours or 150 TSS a week needs none.",
		source: "Practice; what 21 published plans for runners do; Rogerson 2024 Sports Med Open; Bell 2022 Front Sports 1073223",
		limit:  func(l *Limits) float64 { return l.DeloadShare }, low: 0.4, high: 1,
	},
	RST3: {
		title: "A night's rest", severity: Soft, evidence: Weak, unit: "h",
		statement: "From the end of a session after 19:00 to the next one so many hours pass where either is of high intensity or heavy leg work.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.NightHours }, low: 6, high: 16, atLeast: true,
	},
	STR1: {
		title: "Build strength", severity: Soft, evidence: Strong, unit: "sessions",
		statement: "Squat, hinge, push and pull are each trained in so many sessions of seven days, or as many as a week has lifts; this is for those " +
			"to whom strength is a goal, in base and build.",
		source: "ACSM position stand 2026 MSSE",
		limit:  func(l *Limits) float64 { return l.PatternSessions }, low: 0, high: 4, atLeast: true,
	},
	STR2: {
		title: "Keep strength", severity: Soft, evidence: Moderate, unit: "sessions",
		statement: "In the six weeks before an A event, but for the last of them, seven days have at least one strength session.",
		source:    "Rønnestad 2010 EJAP 110:1269",
		limit:     func(l *Limits) float64 { return l.KeepSessions }, low: 0, high: 4, atLeast: true,
	},
	STR3: {
		title: "Same muscles", severity: Hard, evidence: Moderate, unit: "h",
		statement: "Sessions with hard sets for the legs start at least 48 hours apart, less two hours' tolerance; below four such sets in one of " +
			"them that is SOFT.",
		source: "Doma 2017, 2019 Sports Med; practice",
		limit:  func(l *Limits) float64 { return l.SameSportHours }, low: 46, high: 120, atLeast: true,
	},
	STR4: {
		title: "Leg sets a week", severity: Soft, evidence: Weak, unit: "sets",
		statement: "Seven days have at most so many hard sets for the legs, and one session twelve.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.LegSetsWeek }, low: 0, high: 60,
	},
	STR5: {
		title: "More leg sets by and by", severity: Soft, evidence: Weak, unit: "×", rowUnit: "sets",
		statement: "The hard leg sets of seven days are at most so many times the weekly mean of the four weeks before the plan; four more are always " +
			"allowed.",
		source: practice,
		limit:  func(l *Limits) float64 { return l.LegSetsRise }, low: 1, high: 2,
	},
	STR6: {
		title: "Something in reserve", severity: Soft, evidence: Weak, unit: "repetitions",
		statement: "In the 48 hours before a key endurance session leg sets leave so many repetitions in reserve; in a taper no heavy leg set goes to " +
			"failure.",
		source: practice,
		limit:  func(l *Limits) float64 { return l.Reserve }, low: 0, high: 6, atLeast: true,
	},
	VOL1: {
		title: "Not all in one run", severity: Soft, evidence: Contested, unit: "share", rowUnit: "share or s",
		statement: "The longest run of seven days is at most this share of them: 0.55 of four runs, 0.45 of five, 0.32 of six, 0.30 of more, and " +
			"two long days together 0.75; not in a taper, after a race, nor where running and walking alternate. No run lasts beyond three " +
			"hours, for an ultra five or six, but for whom that is a habit.",
		source: "What 21 published plans for runners do; no trial",
		limit:  func(l *Limits) float64 { return l.RunShare[1] }, low: 0.2, high: 1,
	},
	VOL2: {
		title: "No spike in one run", severity: Hard, evidence: Moderate, unit: "m or s",
		statement: "A run is at most a tenth longer than the longest of the 30 days before it; one kilometre more is always allowed, and after 30 days " +
			"without a run 5 km or half an hour, for novices 3 km or twenty minutes. It goes by metres where the longest has them, else by time. " +
			"Walking is not counted, run and walk are free up to half an hour of running, and a race counts as at most 1.1 times the longest " +
			"training. In the first fourteen days of running after a race half of the longest training of 60 days is the limit, and on the day " +
			"after a long run 0.65 of that.",
		source: "Frandsen 2025 BJSM 59:1203",
	},
	VOL3: {
		title: "Running by the week", severity: Hard, evidence: Contested, unit: "×", rowUnit: "m or s",
		statement: "The running of seven days is at most 1.25 times the mean of the best three of the six weeks before them, 1.4 times below 25 km a " +
			"week, and never 1.5 times it from 15 km on; weeks that were light for a reason are left out.",
		source: "Frandsen 2025 BJSM 59:1203; what 21 published plans for runners do; Nielsen 2014",
		limit:  func(l *Limits) float64 { return l.RunWeekSoft }, low: 1, high: 1.5,
	},
	VOL4: {
		title: "Days of running", severity: Soft, evidence: Weak, unit: "days",
		statement: "Days with a run follow each other at most so often.",
		source:    practice,
		limit:     func(l *Limits) float64 { return l.RunDays }, low: 1, high: 14,
	},
	SPK1: {
		title: "No spike in other sports", severity: Hard, evidence: Weak, unit: "s, m or sets",
		statement: "A session is at most so many times the longest of its sport in the 30 days before it: a ride 1.25 (20 min more are always allowed), a " +
			"swim 1.25 (300 m), a row 1.2 (8 min), a walk 1.25 (20 min); without one a ride of 45 min, a swim of 600 m, a row of 20 min, a walk of an " +
			"hour, for novices less; a first run off the bicycle 15 min, for novices 10. Leg sets are at most four more than the mean of the last " +
			"three lifts; without one in 28 days six for the legs, fourteen in all, three repetitions in reserve. HARD for novices and after days " +
			"off; not for races and locks.",
		source: "By analogy to Frandsen 2025 BJSM 59:1203; no trial",
	},
	TAP1: {
		title: "Volume of a taper", severity: Hard, evidence: Strong, unit: "share",
		statement: "Before an A event endurance time falls, as a share of what the best three of the four weeks before the taper had: before a " +
			"marathon to 0.75 to 0.90, 0.55 to 0.75 and 0.25 to 0.50 in its last three weeks, before a half to 0.60 to 0.80 and 0.35 to 0.60, " +
			"before shorter races to 0.80 to 0.95 and 0.45 to 0.70. In the last week more than 0.85, or 0.95 before short races, is HARD. " +
			"Where a part of a week is done already, its other days may have their part of the most.",
		source: "Bosquet 2007 MSSE 39:1358; Smyth & Lawlor 2021; what 21 published plans for runners do",
		limit:  func(*Limits) float64 { return TaperMost },
	},
	TAP2: {
		title: "Intensity of a taper", severity: Soft, evidence: Strong, unit: "min or sessions",
		statement: "A taper keeps intensity: before its last week half of the usual minutes in each hard session, and in every seven days something " +
			"hard or at race pace, however short, but only openers in the last 48 hours.",
		source: "Bosquet 2007 MSSE 39:1358",
	},
	TAP3: {
		title: "Frequency of a taper", severity: Soft, evidence: Strong, unit: "sessions",
		statement: "The last seven days before an A event have at least 60 % of the usual sessions, the seven before them, in a longer taper, 80 %.",
		source:    "Bosquet 2007 MSSE 39:1358",
		atLeast:   true,
	},
	TAP4: {
		title: "Last heavy legs before an event", severity: Hard, evidence: Weak, unit: "days",
		statement: "Heavy leg work lies at least eight days before an A event, eleven before a marathon, a full distance or an ultra, five before a " +
			"meet; four before a B event, SOFT. So near a race leg sets with fewer than three repetitions in reserve are heavy.",
		source: practice,
		limit:  func(*Limits) float64 { return LiftBeforeA }, atLeast: true,
	},
	TAP5: {
		title: "Form on the day", severity: Soft, evidence: Weak, unit: "TSS/day",
		statement: "Form (TSB) at the start of an A event's day is +5 to +25, of a B event's -5 to +15.",
		source:    practice,
	},
	TAP6: {
		title: "Smaller events", severity: Soft, evidence: Weak, unit: "share or h",
		statement: "The three days before a B event have at most 70 % of the usual endurance time; no hard session ends in the 24 hours before a C event.",
		source:    practice,
	},
	TAP7: {
		title: "After an event", severity: Hard, evidence: Weak, unit: "days",
		statement: "After an event come days without running and days of easy work alone, by what it was: two easy ones after 5 km, four after 10 km, " +
			"seven after a half marathon, fourteen after a marathon, up to 24 after an ultra; two more for novices and from 50 years on, six " +
			"tenths after a B event, and one for each full 100 TSS after a C event.",
		source:  practice,
		atLeast: true,
	},
	RED1: {
		title: "No load when ill", severity: Hard, evidence: Moderate, unit: "TSS",
		statement: "On a day of illness and on the day after it there is no load.",
		source:    "Clinical consensus",
	},
	RED2: {
		title: "Spare what is hurt", severity: Hard, evidence: Moderate, unit: "TSS",
		statement: "What a check-in bans is not loaded until a later one lifts the ban.",
		source:    "Clinical consensus",
	},
	RED3: {
		title: "No hard work when sore or spent", severity: Hard, evidence: Moderate, unit: "sessions",
		statement: "Soreness of 7 or more, or fatigue and readiness both in the worst quarter of 28 days, allow no high intensity for what is sore " +
			"that day and no heavy work for two days.",
		source: "Ten Haaf 2017",
	},
	RED4: {
		title: "Heart-rate variability", severity: Soft, evidence: Contested, unit: "sessions",
		statement: "While the seven days' mean of lnRMSSD is half a deviation below that of the last 28 to 60 days, the next hard session becomes " +
			"easy; after two such days there is rest.",
		source: "Plews 2014; Düking 2021 JSAMS; Nuuttila 2022 MSSE 54:1690",
	},
	RED5: {
		title: "Short nights", severity: Soft, evidence: Weak, unit: "sessions",
		statement: "After less than five hours of sleep, or two nights of less than six, a hard session becomes easier by one class.",
		source:    practice,
	},
	RED6: {
		title: "What is stated holds", severity: Hard, evidence: Moderate, unit: "sessions",
		statement: "Nothing is planned that a condition or a restriction which holds rules out: its sport, how hard and how long it is, its exercises, its " +
			"family. What is locked stays all the same, and is told.",
		source: "Clinical consensus",
	},
	RET1: {
		title: "Never stack", severity: Hard, evidence: Weak, unit: "TSS",
		statement: "After a miss each of the next three days, and the next seven together, bring at most what was planned for them before it; what is " +
			"skipped ahead of its day is missed from when that was said.",
		source: "Friel on missed workouts",
	},
	RET2: {
		title: "After days off", severity: Hard, evidence: Moderate, unit: "TSS, days or class",
		statement: "After 4 days without load that nothing had planned the first seven bring at most what keeps fitness, and begin with an easy session; " +
			"after 7, 14 or 21 at most 0.85, 0.7 or 0.55 of it, and no high intensity for 2, 4 or 7; after more than 28 the limits are a " +
			"novice's and ten days are easy.",
		source: "Coyle 1984 J Appl Physiol 57:1857; Mujika & Padilla 2000 Sports Med 30:79",
	},
	RET3: {
		title: "After illness", severity: Hard, evidence: Weak, unit: "TSS or class",
		statement: "From the second day after illness the load is at most 30 % of what was usual a day, or on a short training day, for three days, all easy, 50 % for three " +
			"and 75 % for five, moderate at most; after one or two sick days each of these is one day.",
		source: practice,
	},
	RET4: {
		title: "What to cut first", severity: Soft, evidence: Weak, unit: "sessions",
		statement: "A week that is cut keeps the goal's key sessions longest, then the long one, one of strength, other hard ones and at last easy volume.",
		source:    practice,
	},
	RET5: {
		title: "The way back", severity: Hard, evidence: Weak, unit: "class, min, days, contacts, repetitions or sessions",
		statement: "After a condition that was cleared each day keeps what its rung allows: after an injury no running, then run and walk by turns every " +
			"other day, then easy running in a part of the usual minutes; after a concussion, covid, a birth or an operation likewise, by their ladders.",
		source: "Warden 2021 JOSPT 51:484; Patricios 2023 BJSM 57:695; Elliott 2020 BJSM 54:1174; Goom 2019; practice",
	},
	WHO1: {
		title: "From 50 years on", severity: Advisory, evidence: Contested,
		statement: "Masters space hard runs and leg work by 72 hours, have two hard sessions a week and rise a point slower; from 60 on they unload " +
			"sooner. All of that is SOFT and shows in the rules it concerns.",
		source: "Fell 2008",
	},
	WHO2: {
		title: "Novices", severity: Hard, evidence: Weak, unit: "days or repetitions", rowUnit: "days, sessions or repetitions",
		statement: "A novice never runs on three days in a row, better not on two, keeps three repetitions in reserve in every set, and has no high " +
			"intensity before both four weeks and ten sessions are done.",
		source: "NHS Couch to 5K; practice",
		limit:  func(*Limits) float64 { return NoviceRunsSoft },
	},
	WHO3: {
		title: "Under 18 years", severity: Hard, evidence: Weak, unit: "h, sessions, min or share",
		statement: "Those under 18 train at most as many hours in seven days as they are years old, have two high-intensity sessions in them, run at " +
			"most 90 minutes at once, an hour before 15, lift at most 80 % of a maximum with three repetitions in reserve, and do no test of " +
			"maximal strength.",
		source: "Jayanthi 2015 Am J Sports Med 43:794; NSCA youth position 2009",
	},
	WHO4: {
		title: "Clearance first", severity: Hard, evidence: Weak, unit: "sessions",
		statement: "Where a condition such as pregnancy, a heart condition or signs of RED-S awaits clearance, all endurance is easy and every set keeps " +
			"four repetitions in reserve.",
		source: "Clinical consensus",
	},
	WHO5: {
		title: "Never proposed", severity: Hard, evidence: Weak, unit: "sessions, share, contacts or h",
		statement: "A family of sessions is for those who have the experience that it asks for; a novice lifts at most 80 % of a maximum and has at " +
			"most 60 contacts in jumps; what harms tired legs begins 24 hours after heavy leg work; and what is never for an athlete is not for a plan.",
		source: "NSCA youth position 2009; practice",
	},
	FIL1: {
		title: "No lifts as filling", severity: Hard, evidence: Weak, unit: "sessions",
		statement: "A week has no more lifts than places for them; up to twenty minutes of prevention, and mobility, need none.",
		source:    practice,
	},
	WIN1: {
		title: "In its season", severity: Hard, evidence: Weak, unit: "sessions or days",
		statement: "A family of sessions stands where the season has its window, as many days before a race as it is for, a test only in a lighter week, " +
			"and as many days after the last of its kind as it asks for; a wish opens the window. Not for locks.",
		source: practice,
	},
	MIN1: {
		weight: 3,
		title:  "Floors of sports", severity: Soft, evidence: Weak, unit: "sessions",
		statement: "A week has at least as many sessions of each sport as were decided for it.",
		source:    practice,
		atLeast:   true,
	},
	PRG1: {
		weight: 3,
		title:  "The rung that is next", severity: Soft, evidence: Weak, unit: "rungs or share",
		statement: "A key session has the level that was decided for its family, and the long session the length, within a twentieth.",
		source:    practice,
	},
	BUD1: {
		weight: 2,
		title:  "The minutes of a week", severity: Soft, evidence: Weak, unit: "share",
		statement: "A week has at most 7 % more minutes than were decided for it, and all weeks together at most 5 % more or less.",
		source:    practice,
	},
	GoalFitness: {
		title: "Fitness wanted", severity: Hard, evidence: Weak, unit: "TSS/day",
		statement: "Fitness (CTL) at the end of the last day is at least what was asked for.",
		source:    "The athlete's own decision",
		atLeast:   true,
	},
}

func (c Code) rule() Rule {
	e := &catalogue[c]
	r := Rule{ID: c.ID(), Title: e.title, Statement: e.statement, Severity: e.severity, Evidence: e.evidence, Source: e.source, Version: c.version()}
	if e.unit != "" {
		r.Unit = &e.unit
	}
	return r
}

// entryWeight is what each rule costs: by its evidence, but for those that hold a plan to what was decided (coaching 8).
var entryWeight = func() (list [Count]float64) {
	for c := range catalogue {
		if list[c] = catalogue[c].weight; list[c] == 0 {
			list[c] = weights[catalogue[c].evidence]
		}
	}
	return list
}()
