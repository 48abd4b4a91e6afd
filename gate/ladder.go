package gate

import (
	"slices"

	"fortnight/training"
)

// Rung is a step of the way back to normal training after a condition (coaching 7.2): what it allows, and how many days it takes at the least. Each
// is taken when the one before was without symptoms; where they come back, it is one rung down after 24 hours.
type Rung struct {
	Allows      string
	Days        int
	From, Until training.Date // zero where nobody has said that the condition is over
}

// The ladders, from the first rung to the last one before normal training. Sources are those of the specification: RET-3 of an illness, Elliott
// 2020 after covid, Warden 2021 after a bone stress injury, Patricios 2023 after a concussion.
var (
	afterIllness = []Rung{
		{Allows: "easy training of at most three tenths of the usual minutes", Days: 3}, {Allows: "easy training of at most half of the usual minutes", Days: 3},
		{Allows: "up to three quarters of the usual minutes, moderate at the most", Days: 5}, {Allows: "nine tenths of the usual minutes, with one light key session", Days: 7},
	}
	afterCovid = []Rung{
		{Allows: "15 min very easy", Days: 2}, {Allows: "30 min easy", Days: 2}, {Allows: "45 min easy", Days: 1}, {Allows: "60 min, moderate at the most", Days: 2},
	}
	afterInjury = []Rung{
		{Allows: "walks of 30 min, and other sports that do not hurt", Days: 3}, {Allows: "run and walk in turns, every other day", Days: 6},
		{Allows: "longer runs with short walks, at half of the usual week", Days: 7}, {Allows: "easy running at three quarters of the usual week, with strides", Days: 14},
	}
	afterLongInjury = []Rung{
		{Allows: "a week of walks, and other sports that do not hurt", Days: 7}, {Allows: "run and walk in turns, every other day", Days: 14},
		{Allows: "half of the usual week, up to three quarters of it", Days: 21}, {Allows: "key sessions, three levels below where they were", Days: 14},
	}
	afterArm = []Rung{
		{Allows: "what does not hurt, light and with at least 4 repetitions in reserve", Days: 3}, {Allows: "half of the usual sets and metres", Days: 6},
		{Allows: "three quarters of them", Days: 7},
	}
	afterBone = []Rung{
		{Allows: "walks of 30 to 45 min without pain", Days: 7}, {Allows: "run and walk in turns, every other day, at least five runs a level", Days: 21},
		{Allows: "30 min of easy running, three times a week", Days: 14}, {Allows: "a tenth more each week; speed after two weeks at half of the usual week", Days: 14},
	}
	afterHead = []Rung{
		{Allows: "light endurance, up to 55 % of the highest heart rate", Days: 1}, {Allows: "endurance up to 70 % of the highest heart rate", Days: 1},
		{Allows: "drills without a risk for the head", Days: 1}, {Allows: "hard training, once a doctor has cleared it", Days: 1},
	}
)

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
// earliest; none while it holds, and where nothing but normal training comes after it. Which ladder it is goes by how long the condition held.
func Rungs(r *training.Restriction) []Rung {
	if r.ClearedAt == nil {
		return nil
	}
	day := training.DateOf(*r.ClearedAt)
	list := slices.Clone(ladder(r.Condition, int(day-r.SaidOn)))
	for i := range list {
		list[i].From, list[i].Until = day, day.AddDays(list[i].Days-1)
		day = day.AddDays(list[i].Days)
	}
	return list
}

// ladder is the way back after a condition that held for some days.
func ladder(c training.Condition, held int) []Rung {
	switch Of(c) {
	case Illness:
		switch {
		case c == training.Cold:
			return nil
		case c == training.Covid:
			return afterCovid
		case held <= shortIllness:
			return aDayEach(afterIllness)
		}
		return afterIllness
	case Bone:
		return afterBone
	case Head:
		return afterHead
	case Injury:
		switch {
		case c == training.HurtShoulder, c == training.HurtElbow, c == training.HurtWrist:
			return afterArm
		case held > longInjury:
			return afterLongInjury
		}
		return afterInjury
	}
	return nil
}

func aDayEach(ladder []Rung) []Rung {
	short := slices.Clone(ladder)
	for i := range short {
		short[i].Days = 1
	}
	return short
}
