package gate

import (
	"slices"

	"fortnight/training"
)

// row is what a condition asks for.
type row struct {
	gate   Gate
	bounds func(c training.Condition, k *Known) Bounds
}

// rows has every condition.
var rows = func() map[training.Condition]row {
	all := map[training.Condition]row{}
	put := func(g Gate, bounds func(training.Condition, *Known) Bounds, conditions ...training.Condition) {
		for _, c := range conditions {
			all[c] = row{g, bounds}
		}
	}
	put(Stop, nothing, training.ChestPain, training.Fainted, training.Palpitations, training.BreathlessAtRest, training.OneSidedWeakness,
		training.WorstHeadache, training.HotSwollenCalf, training.PregnancyWarningSign, training.SaddleNumbness)
	put(Illness, nothing, training.Fever, training.Flu, training.Covid, training.Vomiting, training.Antibiotics, training.IllBelowNeck)
	put(Illness, cold, training.Cold)
	put(Bone, bone, training.StressFracture, training.StressReaction, training.ShinPinpointPain, training.NightPain, training.HoppingGroinPain)
	put(Injury, lowerLeg, training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf)
	put(Injury, knee, training.HurtKnee, training.HurtITB)
	put(Injury, hip, training.HurtHip, training.HurtGroin, training.HurtHamstring)
	put(Injury, back, training.HurtBack)
	put(Injury, somewhere, training.Hurt)
	put(Injury, arm, training.HurtShoulder, training.HurtElbow, training.HurtWrist)
	put(Head, head, training.Concussion, training.HitHead)
	put(Heart, heart, training.HeartDisease, training.HighBloodPressure, training.BetaBlocker, training.InsulinDiabetes, training.ChestHistory)
	put(Pregnancy, pregnant, training.Pregnant)
	put(Birth, birth, training.Postpartum, training.Caesarean, training.Leaking, training.Prolapse)
	put(Energy, energy, training.MissedPeriods, training.EatingDisorder, training.REDS, training.RapidWeightLoss)
	put(Life, life, training.Exhausted, training.Burnout, training.NoSleep, training.Newborn)
	put(Surgery, surgery, training.Operation, training.ACLSurgery, training.JointReplacement)
	put(Surroundings, surroundings, training.Heat, training.Altitude, training.PoorAir)
	return all
}()

// Of is the gate that a condition opens, empty for what is none.
func Of(c training.Condition) Gate { return rows[c].gate }

// Read is what a plan has to keep because of some conditions. A condition that nobody knows is passed over; profiles have none.
func Read(conditions []training.Condition, k Known) Bounds {
	var all Bounds
	for _, g := range Gates {
		var of []training.Condition
		for _, c := range training.Conditions {
			if (slices.Contains(conditions, c) || slices.Contains(k.Steps, c)) && rows[c].gate == g {
				of = append(of, c)
			}
		}
		if len(of) == 0 {
			continue
		}
		if g == Birth {
			k.birthWeek, k.birthKnown = afterBirth(&k, of)
		}
		for _, c := range of {
			if !slices.Contains(conditions, c) {
				b := wayBack()
				all.tighten(&b)
				continue
			}
			b := rows[c].bounds(c, &k)
			all.tighten(&b)
		}
		all.Holds = append(all.Holds, hold(g, of, &all, &k))
	}
	return all
}
