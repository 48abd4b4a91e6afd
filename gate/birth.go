package gate

import (
	"regexp"
	"slices"
	"strconv"

	"fortnight/session"
	"fortnight/training"
)

// Weeks after a birth from which more is allowed (coaching 7.3), and by how many they come later after a caesarean, a tear or a prolapse.
// The step to running needs tests that nobody but the athlete can report, and is taken once the condition is withdrawn.
const (
	strollFrom = 3
	easyFrom   = 6
	laterWeeks = 4
)

// Longest sessions after a birth, in minutes.
const (
	firstWalk  = 15
	strollMost = 30
	easyMost   = 40
)

// weeksAfter finds how long ago a birth was.
var weeksAfter = regexp.MustCompile(`(?i)\b(\d{1,2})\s*(weeks?|months?)\s*(?:after|since|post)[\s-]*(?:partum|natal|(?:the\s+|giving\s+|my\s+)?(?:birth|c-section|caesarean|delivery))`)

// afterBirth are the weeks since a birth by the words, less those that a harder birth takes. Where nothing says so they are
// the first, or, where no birth is spoken of but what may stay after one, those without impact. The words may be old: more weeks than they
// say have gone by, never fewer.
func afterBirth(words string, conditions []training.Condition) int {
	found := weeksAfter.FindStringSubmatch(words)
	if found == nil {
		if !slices.Contains(conditions, training.Postpartum) && !slices.Contains(conditions, training.Caesarean) {
			return easyFrom
		}
		return 1
	}
	weeks, _ := strconv.Atoi(found[1]) // two digits
	if found[2][0] == 'm' || found[2][0] == 'M' {
		weeks *= 4
	}
	for _, c := range []training.Condition{training.Caesarean, training.Leaking, training.Prolapse} {
		if slices.Contains(conditions, c) {
			return max(1, weeks-laterWeeks)
		}
	}
	return max(1, weeks)
}

// birth goes by the weeks since it, by the first of them where nobody says how many there are.
func birth(_ training.Condition, k *Known) Bounds {
	weeks := k.birthWeek
	b := Bounds{
		EasySports: training.Sports, NoHI: true, Hurt: true, Postpartum: true, LeastReserve: 4, BirthWeek: weeks, NoHeavyLegs: true,
		No:         []session.Contraindication{session.NoImpact, session.NoPregnancy},
		Spare:      []training.Contraindication{training.ContraImpact, training.ContraFall},
		NoSports:   everySport(training.Walk, training.Mobility, training.Strength),
		NoFamilies: stationFamilies, Lifts: []session.ID{"Q-PELV"}, MostMinutes: firstWalk, ReturnDays: wholePlan,
	}
	switch {
	case weeks >= easyFrom:
		b.NoSports = everySport(training.Walk, training.Mobility, training.Strength, training.Ride, training.Swim)
		b.Lifts, b.MostMinutes = []session.ID{"Q-PELV", "Q-AA"}, easyMost
	case weeks >= strollFrom:
		b.MostMinutes = strollMost
	}
	return b
}
