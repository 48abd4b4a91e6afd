package gate

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Rung is a step of the way back to normal training after a condition (coaching 7.2): what it allows, in words and as data, and how many days it
// takes at the least. Each is taken when the one before was without symptoms; where they come back, it is one rung down after 24 hours.
type Rung struct {
	Allows      string
	Days        int
	From, Until training.Date
	Limits
}

// Limits are what a rung allows. The zero Limits bound nothing.
type Limits struct {
	Rest   bool             // nothing at all
	NoHard bool             // nothing of high intensity and nothing heavy for the legs, in any sport
	Easy   []training.Sport // nothing above low intensity in these
	Only   []training.Sport // nothing but these, and mobility; nil for any

	Minutes    int  // most of endurance on a day, 0 for any
	Walks      int  // most minutes of a walk, 0 for any
	NoRun      bool // no running and no jumps
	NoJumps    bool
	RunMinutes int    // most that is run in a session, 0 for any
	Turns      [2]int // running is run and walk by turns, from this rung of that ladder to this one; zero for running as it likes
	Apart      bool   // a day between two runs
	Reserve    int    // repetitions in reserve of any set, at the least

	Share   float64          // of the usual minutes of a week, 0 for all: what a plan goes by
	Part    float64          // of the usual minutes of a week in the sports of PartOf, 0 for all
	PartOf  []training.Sport //
	OneHard bool             // one session of high intensity in all
}

// Calm tells whether nothing hard is allowed: the day is one of coming back, whatever the season has.
func (l *Limits) Calm() bool { return l.Rest || l.NoHard }

// afterIllness are the rungs after an illness below the neck: the first three are what RET-3 measures.
var afterIllness = []Rung{
	{Allows: "easy training of at most three tenths of the usual minutes", Days: 3, Limits: Limits{NoHard: true, Easy: training.Sports, Share: 0.3}},
	{Allows: "at most half of the usual minutes, moderate at the most", Days: 3, Limits: Limits{NoHard: true, Share: 0.5}},
	{Allows: "up to three quarters of the usual minutes, moderate at the most", Days: 5, Limits: Limits{NoHard: true, Share: 0.75}},
	{Allows: "nine tenths of the usual minutes, with one light key session", Days: 7, Limits: Limits{OneHard: true, Share: 0.9}},
}

var afterCovid = []Rung{
	{Allows: "15 min very easy", Days: 2, Limits: Limits{NoHard: true, Easy: training.Sports, Minutes: 15, Share: 0.3}},
	{Allows: "30 min easy", Days: 2, Limits: Limits{NoHard: true, Easy: training.Sports, Minutes: 30, Share: 0.5}},
	{Allows: "45 min easy", Days: 1, Limits: Limits{NoHard: true, Easy: training.Sports, Minutes: 45, Share: 0.5}},
	{Allows: "60 min, moderate at the most", Days: 2, Limits: Limits{NoHard: true, Minutes: 60, Share: 0.75}},
}

// running is what most ways back after an injury are about.
var running = []training.Sport{training.Run}

// byTurns is running by turns with walking, on the rungs from one to another of that ladder, every other day.
func byTurns(from, to int, share float64) Limits {
	return Limits{NoHard: true, NoJumps: true, Easy: running, Turns: [2]int{from, to}, RunMinutes: runOnRung(to), Apart: true, Share: share}
}

// runOnRung is how many minutes are run on the rungs of run and walk up to one.
func runOnRung(rung int) int {
	f, _ := session.Find("R-WALK")
	seconds := 0
	for level := 1; level <= min(rung, f.Rungs); level++ {
		seconds = max(seconds, f.Work(level).Seconds)
	}
	return (seconds + 59) / 60
}

// The ways back after an injury. One that held for so few days that nothing was lost has a short one, which asks the place that hurt and not the heart.
var (
	afterNiggle = []Rung{
		{Allows: "walks, and other sports that do not hurt; no running", Days: 1, Limits: Limits{NoHard: true, NoRun: true, Share: 0.75}},
		{Allows: "run and walk in long turns, every other day", Days: 2, Limits: byTurns(6, 8, 0.75)},
		{Allows: "easy running at three quarters of the usual", Days: 4, Limits: Limits{NoHard: true, Easy: running, Part: 0.75, PartOf: running, Share: 0.75}},
	}
	afterInjury = []Rung{
		{Allows: "walks of 30 min, and other sports that do not hurt; no running", Days: 3, Limits: Limits{NoHard: true, NoRun: true, Walks: 30, Share: 0.75}},
		{Allows: "run and walk in turns, every other day", Days: 6, Limits: byTurns(2, 3, 0.75)},
		{Allows: "longer runs with short walks, every other day, at half of the usual running", Days: 7, Limits: halved(byTurns(6, 8, 0.75))},
		{Allows: "easy running at three quarters of the usual, with strides", Days: 14, Limits: Limits{NoHard: true, Easy: running, Part: 0.75, PartOf: running, Share: 0.75}},
	}
	afterLongInjury = []Rung{
		{Allows: "a week of walks, and other sports that do not hurt; no running", Days: 7, Limits: Limits{NoHard: true, NoRun: true, Share: 0.5}},
		{Allows: "run and walk in turns, every other day", Days: 14, Limits: byTurns(1, 7, 0.5)},
		{Allows: "easy running, half of the usual and up to three quarters of it", Days: 21, Limits: Limits{NoHard: true, Easy: running, Part: 0.75, PartOf: running, Share: 0.75}},
		{Allows: "key sessions, three levels below where they were", Days: 14, Limits: Limits{Share: 0.9}},
	}
	afterBone = []Rung{
		{Allows: "walks of 30 to 45 min without pain; no running", Days: 7, Limits: Limits{NoHard: true, NoRun: true, Walks: 45, Share: 0.5}},
		{Allows: "run and walk in turns, every other day, at least five runs a level", Days: 21, Limits: byTurns(1, 2, 0.5)},
		{Allows: "30 min of easy running, every other day", Days: 14, Limits: Limits{NoHard: true, NoJumps: true, Easy: running, RunMinutes: 30, Apart: true, Share: 0.6}},
		{Allows: "a tenth more each week, all easy, up to half of the usual running", Days: 14, Limits: Limits{NoHard: true, Easy: running, Part: 0.5, PartOf: running, Share: 0.75}},
	}
)

func halved(l Limits) Limits {
	l.Part, l.PartOf = 0.5, running
	return l
}

// byArms are the sports that arms pull in.
var byArms = []training.Sport{training.Swim, training.Row, training.SkiErg, training.Kayak}

var afterArm = []Rung{
	{Allows: "what does not hurt, light and with at least 4 repetitions in reserve", Days: 3, Limits: Limits{Easy: byArms, Reserve: 4, Part: 0.5, PartOf: byArms}},
	{Allows: "half of the usual lifting, swimming and rowing, with at least 3 repetitions in reserve", Days: 6, Limits: Limits{Easy: byArms, Reserve: 3, Part: 0.5, PartOf: byArms}},
	{Allows: "three quarters of them", Days: 7, Limits: Limits{Reserve: 2, Part: 0.75, PartOf: byArms}},
}

// Sports in which nobody falls, is struck or is alone in the water: what there is after a blow to the head before a doctor's word is put to the test.
var (
	firstForHead = []training.Sport{training.Walk, training.Elliptical}
	safeForHead  = []training.Sport{training.Walk, training.Elliptical, training.Run, training.Row, training.SkiErg}
	drillForHead = append(slices.Clip(safeForHead), training.Strength)
)

var afterHead = []Rung{
	{Allows: "light endurance, up to 55 % of the highest heart rate: walks", Days: 1, Limits: Limits{NoHard: true, Easy: training.Sports, Only: firstForHead, Minutes: 30}},
	{Allows: "endurance up to 70 % of the highest heart rate, where nobody falls", Days: 1, Limits: Limits{NoHard: true, Easy: training.Sports, Only: safeForHead, Minutes: 45}},
	{Allows: "drills without a risk for the head", Days: 1, Limits: Limits{NoHard: true, Only: drillForHead, Reserve: 4}},
	{Allows: "hard training, as a doctor has cleared it", Days: 1},
}

// afterBirthRuns is running after a birth: a week for each rung of run and walk, every other day, and nothing hard (coaching 7.3). The last are beyond
// the six weeks of running before which nothing is hard.
var afterBirthRuns = func() []Rung {
	f, _ := session.Find("R-WALK")
	list := make([]Rung, f.Rungs)
	for i := range list {
		l := byTurns(1, i+1, 0)
		l.Reserve = 4
		list[i] = Rung{Allows: fmt.Sprintf("run and walk in turns, rung %d of %d, every other day; nothing hard", i+1, f.Rungs), Days: 7, Limits: l}
	}
	return list
}()

// What goes before the first rung where a condition was cleared sooner than it may be: rest after a blow to the head and with covid, and after a
// birth what its weeks allow.
var (
	restFirst  = Rung{Allows: "rest", Limits: Limits{Rest: true, NoHard: true}}
	beforeRuns = Rung{
		Allows: fmt.Sprintf("walks, easy rides and swims of at most %d min, light strength and the pelvic floor: running waits for its weeks", easyMost),
		Limits: Limits{
			NoHard: true, NoRun: true, NoJumps: true, Easy: training.Sports, Minutes: easyMost, Reserve: 4,
			Only: []training.Sport{training.Walk, training.Ride, training.Swim, training.Strength},
		},
	}
)

// covidRest is for how many days from its beginning covid is rested.
const covidRest = 10

// runsFrom is the week after a birth from which running may come back.
const runsFrom = 12

// niggle is up to how many days an injury costs nothing but care.
const niggle = 3

// longInjury is after how many days off an injury comes back by the longer ladder.
const longInjury = 14

// shortIllness is up to how many days of it an illness takes a day a rung.
const shortIllness = 2

// clears is what has to be so before somebody states that a condition is over, by its gate.
var clears = map[Gate]string{
	Stop:         "A doctor has seen you and cleared you for training.",
	Illness:      "24 hours without symptoms.",
	Bone:         "A doctor has cleared you, and walking does not hurt.",
	Injury:       "No more than 2 of 10 of pain in daily life, during and the next morning.",
	Head:         "A doctor has cleared you, and 24 hours at rest were without symptoms.",
	Heart:        "A doctor has cleared you for hard training.",
	Pregnancy:    "The pregnancy is over: state the birth then.",
	Birth:        "At least 12 weeks have gone by, and 30 min of walking, 10 squats on one leg, a minute of jogging on the spot and 10 hops on each leg bring no leak, heaviness or pain.",
	Energy:       "A doctor or a dietitian has cleared you.",
	Life:         "A week of sleep and energy as they usually are.",
	Surgery:      "Your surgeon or clinician has allowed training again.",
	Surroundings: "It is over.",
}

// Clears is what has to be so before somebody states that a condition is over, in a sentence; empty for what is no condition.
func Clears(c training.Condition) string {
	if c == training.Covid {
		return "At least 10 days of rest, 7 of them without symptoms."
	}
	return clears[Of(c)]
}

// Rungs are the way back of a restriction that is over, from the day on which it was cleared, each with the days on which it is stood on at the
// earliest; none while it holds, where it never was so, and where nothing but normal training comes after it. Which ladder it is goes by how long the
// condition held. It is what is shown, what a plan goes by and what RET-5 measures.
func Rungs(r *training.Restriction) []Rung {
	if !r.Over() {
		return nil
	}
	day, list := *r.ClearedOn, []Rung(nil)
	if first, until := before(r); until > day {
		first.Days = int(until - day)
		list = append(list, first)
	}
	list = append(list, ladder(r.Condition, int(day-r.Began()))...)
	for i := range list {
		list[i].From, list[i].Until = day, day.AddDays(list[i].Days-1)
		day = day.AddDays(list[i].Days)
	}
	return list
}

// before is what is allowed up to a day before which a ladder does not begin, however soon the condition was cleared.
func before(r *training.Restriction) (first Rung, until training.Date) {
	switch r.Condition {
	case training.Covid:
		return restFirst, r.Began().AddDays(covidRest)
	case training.Concussion, training.HitHead:
		return restFirst, r.Began().AddDays(headRestDays)
	case training.Postpartum:
		return beforeRuns, sinceBirth(r, runsFrom)
	case training.Caesarean:
		return beforeRuns, sinceBirth(r, runsFrom+laterWeeks)
	}
	return Rung{}, 0
}

// sinceBirth is the day on which a week after a birth begins, 0 where nobody said when that was.
func sinceBirth(r *training.Restriction, week int) training.Date {
	if r.Since == nil {
		return 0
	}
	return r.Since.AddDays(7 * week)
}

// Rested is how long an illness that a restriction tells of has kept from training once it is over, and the first day of its way back by RET-3; false
// for what has another way back, or none.
func Rested(r *training.Restriction) (days int, back training.Date, is bool) {
	if !r.Over() || !r.Condition.BelowNeck() || r.Condition == training.Covid {
		return 0, 0, false
	}
	return int(*r.ClearedOn - r.Began()), *r.ClearedOn, true
}

// ladder is the way back after a condition that held for some days.
func ladder(c training.Condition, held int) []Rung {
	switch Of(c) {
	case Illness:
		switch {
		case c == training.Cold:
			return nil
		case c == training.Covid:
			return slices.Clone(afterCovid)
		case held <= shortIllness:
			return aDayEach(afterIllness)
		}
		return slices.Clone(afterIllness)
	case Bone:
		return slices.Clone(afterBone)
	case Head:
		return slices.Clone(afterHead)
	case Birth:
		if c == training.Postpartum || c == training.Caesarean {
			return slices.Clone(afterBirthRuns)
		}
		return afterHurt(held)
	case Injury:
		switch c {
		case training.HurtShoulder, training.HurtElbow, training.HurtWrist:
			if held <= niggle {
				return aDayEach(afterArm)
			}
			return slices.Clone(afterArm)
		}
		return afterHurt(held)
	case Surgery:
		return slices.Clone(afterLongInjury)
	}
	return nil
}

// afterHurt is the way back of what kept from running for some days.
func afterHurt(held int) []Rung {
	switch {
	case held <= niggle:
		return slices.Clone(afterNiggle)
	case held <= longInjury:
		return slices.Clone(afterInjury)
	}
	return slices.Clone(afterLongInjury)
}

func aDayEach(ladder []Rung) []Rung {
	short := slices.Clone(ladder)
	for i := range short {
		short[i].Days = 1
	}
	return short
}
