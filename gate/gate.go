package gate

import (
	"fortnight/training"
)

// Gate is one of the twelve of the coaching specification, the gravest first.
type Gate string

// The gates, G0 to G11.
const (
	Stop         Gate = "STOP"
	Illness      Gate = "ILLNESS"
	Bone         Gate = "BONE"
	Injury       Gate = "INJURY"
	Head         Gate = "HEAD"
	Heart        Gate = "HEART"
	Pregnancy    Gate = "PREGNANCY"
	Birth        Gate = "BIRTH"
	Energy       Gate = "ENERGY"
	Life         Gate = "LIFE"
	Surgery      Gate = "SURGERY"
	Surroundings Gate = "SURROUNDINGS"
)

// Gates lists all.
var Gates = []Gate{Stop, Illness, Bone, Injury, Head, Heart, Pregnancy, Birth, Energy, Life, Surgery, Surroundings}

// opens is the gate of every condition.
var opens = func() map[training.Condition]Gate {
	all := map[training.Condition]Gate{}
	put := func(g Gate, conditions ...training.Condition) {
		for _, c := range conditions {
			all[c] = g
		}
	}
	put(Stop, training.ChestPain, training.Fainted, training.Palpitations, training.BreathlessAtRest, training.OneSidedWeakness,
		training.WorstHeadache, training.HotSwollenCalf, training.PregnancyWarningSign, training.SaddleNumbness)
	put(Illness, training.Fever, training.Flu, training.Covid, training.Vomiting, training.Antibiotics, training.IllBelowNeck, training.Cold)
	put(Bone, training.StressFracture, training.StressReaction, training.ShinPinpointPain, training.NightPain, training.HoppingGroinPain)
	put(Injury, training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf,
		training.HurtKnee, training.HurtITB, training.HurtHip, training.HurtGroin, training.HurtHamstring, training.HurtBack, training.Hurt,
		training.HurtShoulder, training.HurtElbow, training.HurtWrist)
	put(Head, training.Concussion, training.HitHead)
	put(Heart, training.HeartDisease, training.HighBloodPressure, training.BetaBlocker, training.InsulinDiabetes, training.ChestHistory)
	put(Pregnancy, training.Pregnant)
	put(Birth, training.Postpartum, training.Caesarean, training.Leaking, training.Prolapse)
	put(Energy, training.MissedPeriods, training.EatingDisorder, training.REDS, training.RapidWeightLoss)
	put(Life, training.Exhausted, training.Burnout, training.NoSleep, training.Newborn)
	put(Surgery, training.Operation, training.ACLSurgery, training.JointReplacement)
	put(Surroundings, training.Heat, training.Altitude, training.PoorAir)
	return all
}()

// Of is the gate that a condition opens, empty for what is none.
func Of(c training.Condition) Gate { return opens[c] }

// Known is what else is known of the athlete that a gate depends on. The zero value knows nothing.
type Known struct {
	// From is the first day that is asked about, on which Words are read: the goal, "ten weeks after the birth".
	From  training.Date
	Words string
	// Since are the days on which conditions began, as far as that is known.
	Since map[training.Condition]training.Date
	// Runs tells that the athlete has run within the last six weeks: for a pregnant woman running is then nothing new.
	Runs bool
	// Pain is how much a region hurts by the latest check-in, 0 to 10; a region that is not in it is not known of.
	Pain map[training.MuscleGroup]int

	// Steps are illnesses of which the days say when nothing is done and how it comes back: beside that nothing is hard until they are over.
	Steps []training.Condition

	birthWeek  int
	birthKnown bool
}
