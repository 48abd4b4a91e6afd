package gate

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Weeks after a birth from which more is allowed (coaching 7.3), and by how many they come later after a caesarean, a tear or a prolapse.
// The step to running needs tests that nobody but the athlete can report, and is taken once the condition is cleared.
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

// afterBirth are the weeks from a birth to the first day, less those that a harder birth takes, by the day that is known of it, else by the words;
// false where nothing says so: then they are the first, or, where no birth is spoken of but what may stay after one, those without impact. The words may
// be old: more weeks than they say have gone by, never fewer.
func afterBirth(k *Known, conditions []training.Condition) (weeks int, said bool) {
	since, said := k.bornOn(conditions)
	if !said {
		if !slices.Contains(conditions, training.Postpartum) && !slices.Contains(conditions, training.Caesarean) {
			return easyFrom, false
		}
		return 1, false
	}
	weeks = int(k.From-since) / 7
	for _, c := range []training.Condition{training.Caesarean, training.Leaking, training.Prolapse} {
		if slices.Contains(conditions, c) {
			return max(1, weeks-laterWeeks), true
		}
	}
	return max(1, weeks), true
}

// bornOn is the day of a birth: the latest that is known of a condition, else that of the words.
func (k *Known) bornOn(conditions []training.Condition) (day training.Date, said bool) {
	for _, c := range conditions {
		if since, known := k.Since[c]; known && (!said || since > day) {
			day, said = since, true
		}
	}
	if said {
		return day, true
	}
	for _, m := range Hear(k.Words) {
		if Of(m.Condition) != Birth {
			continue
		}
		if since, known := Since(k.Words, &m, k.From); known {
			return since, true
		}
	}
	return 0, false
}

// birth goes by the weeks since it, by the first of them where nobody says how many there are.
func birth(_ training.Condition, k *Known) Bounds {
	weeks := k.birthWeek
	b := Bounds{
		EasySports: training.Sports, NoHI: true, Hurt: true, Postpartum: true, LeastReserve: 4, BirthWeek: weeks, BirthKnown: k.birthKnown, NoHeavyLegs: true,
		No:         []session.Contraindication{session.NoImpact, session.NoPregnancy},
		Spare:      []training.Contraindication{training.ContraImpact, training.ContraFall},
		NoSports:   everySport(training.Walk, training.Mobility),
		NoFamilies: stationFamilies, MostMinutes: firstWalk, ReturnDays: wholePlan,
	}
	switch {
	case weeks >= easyFrom:
		b.NoSports = everySport(training.Walk, training.Mobility, training.Strength, training.Ride, training.Swim)
		b.Lifts, b.MostMinutes = []session.ID{"Q-AA"}, easyMost
	case weeks >= strollFrom:
		b.MostMinutes = strollMost
	}
	return b
}
