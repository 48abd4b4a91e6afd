package gate

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// names are the conditions as they are spoken of.
var names = map[training.Condition]string{
	training.ChestPain: "chest pain", training.Fainted: "fainting", training.Palpitations: "palpitations", training.BreathlessAtRest: "breathlessness at rest",
	training.OneSidedWeakness: "weakness on one side", training.WorstHeadache: "the worst headache ever", training.HotSwollenCalf: "a hot, swollen calf",
	training.PregnancyWarningSign: "a warning sign in pregnancy", training.SaddleNumbness: "numbness where one sits",
	training.Fever: "fever", training.Flu: "flu", training.Covid: "covid", training.Vomiting: "vomiting", training.Antibiotics: "a course of antibiotics",
	training.IllBelowNeck: "illness below the neck", training.Cold: "a cold",
	training.StressFracture: "a stress fracture", training.StressReaction: "a stress reaction", training.ShinPinpointPain: "pain at one point of the shin",
	training.NightPain: "pain at night", training.HoppingGroinPain: "pain in the groin when hopping",
	training.HurtFoot: "a sore foot", training.HurtPlantar: "a sore sole", training.HurtShin: "a sore shin", training.HurtAchilles: "a sore Achilles tendon",
	training.HurtCalf: "a sore calf", training.HurtKnee: "a sore knee", training.HurtITB: "a sore outer thigh", training.HurtHip: "a sore hip",
	training.HurtGroin: "a sore groin", training.HurtHamstring: "a sore hamstring", training.HurtBack: "a sore back", training.HurtShoulder: "a sore shoulder",
	training.HurtElbow: "a sore elbow", training.HurtWrist: "a sore wrist", training.Hurt: "a pain",
	training.Concussion: "a concussion", training.HitHead: "a blow to the head",
	training.HeartDisease: "heart disease", training.HighBloodPressure: "untreated high blood pressure", training.BetaBlocker: "a beta blocker",
	training.InsulinDiabetes: "diabetes on insulin", training.ChestHistory: "trouble with the chest or lungs",
	training.Pregnant: "pregnancy", training.Postpartum: "a birth", training.Caesarean: "a caesarean", training.Leaking: "leaking", training.Prolapse: "a prolapse",
	training.MissedPeriods: "missed periods", training.EatingDisorder: "an eating disorder", training.REDS: "too little energy for the training",
	training.RapidWeightLoss: "fast loss of weight",
	training.Exhausted:       "exhaustion", training.Burnout: "burnout", training.NoSleep: "lack of sleep", training.Newborn: "a newborn at home",
	training.Operation: "an operation", training.ACLSurgery: "surgery of a cruciate ligament", training.JointReplacement: "a new joint",
	training.Heat: "heat", training.Altitude: "altitude", training.PoorAir: "poor air",
}

// Name is a condition as it is spoken of: "a sore knee".
func Name(c training.Condition) string { return names[c] }

// hold is a gate with what it does and what is said of it.
func hold(g Gate, of []training.Condition, b *Bounds, k *Known) Hold {
	h := Hold{Gate: g, Conditions: of}
	h.Does, h.Advice = says(g, of, b)
	if g == Illness && !b.NoLoad && slices.ContainsFunc(of, func(c training.Condition) bool { return slices.Contains(k.Steps, c) }) {
		h.Does = "no training until 24 hours without symptoms, then the way back in steps"
		h.Advice = "The steps take it for over soon: where it is not, say so again. " + backFromIllness(of)
	}
	return h
}

func says(g Gate, of []training.Condition, b *Bounds) (does, advice string) {
	switch g {
	case Stop:
		return "no training until it is cleared", emergency
	case Illness:
		if slices.Equal(of, []training.Condition{training.Cold}) {
			return fmt.Sprintf("easy sessions of at most %d min", coldMinutes), "Stop where it goes below the neck or a fever comes; see a doctor if it lasts longer than 7 days."
		}
		return "no training until 24 hours without symptoms", backFromIllness(of)
	case Bone:
		return "no running, walking, jumping or heavy lifting; swimming, and riding where it is free of pain",
			"See a doctor before you run again. Then it begins with days of walking without pain, and run and walk by turns every other day."
	case Injury:
		return injury(of), "Up to 2 of 10 of pain, during and the next morning, you may go on; from 3 do a third to a half less; above 5, or with a limp, stop. See a physiotherapist if it lasts longer than 2 weeks." + inWater(of)
	case Head:
		rest := ""
		if b.RestDays > 0 {
			rest = fmt.Sprintf("%d %s of rest, then ", b.RestDays, map[bool]string{true: "day", false: "days"}[b.RestDays == 1])
		}
		return rest + fmt.Sprintf("easy walks of at most %d min, and no sport in which one can fall", headMinutes),
			"See a doctor: each further step takes 24 hours without symptoms, and hard training a doctor's word."
	case Heart:
		advice := "Have a doctor clear you for more."
		if b.NoHeartRate {
			advice += " A beta blocker keeps the heart rate down: go by effort, not by heart rate."
		}
		return "nothing above an effort of 4 of 10, and at least 4 repetitions in reserve", advice
	case Pregnancy:
		return "an effort at which you can talk, at least 4 repetitions in reserve, nothing on the back or belly, no risk of a fall or a blow, and nothing new that jolts",
			"Ride indoors and keep cool. Stop and call your doctor or midwife at bleeding, fluid, contractions, dizziness, chest pain or a swollen calf; hard training takes their word."
	case Birth:
		return afterBirthSays(b.BirthWeek, b.BirthKnown), "See a pelvic-health physiotherapist. Running and jumps come back by tests, from 12 weeks on at the earliest; at leaking, heaviness or pain go a step back."
	case Energy:
		return "nothing hard, one session a day and seven tenths of the usual minutes; a goal of weight is not followed", "See a doctor or a dietitian: more training does not mend this, more energy does."
	case Life:
		advice = "Ask for a new plan in 7 days, and say how it is then."
		if slices.Contains(of, training.Burnout) {
			advice += " Talk to a doctor or somebody you trust about it; where you think of harming yourself, call the emergency number or a crisis line now."
		}
		return fmt.Sprintf("%d days of easy training with six tenths of the usual minutes", tiredDays), advice
	case Surgery:
		return fmt.Sprintf("walks alone, of at most %d min and once a day", surgeryMinutes), "Do only what your surgeon or clinician has allowed, and let a physiotherapist lead the way back."
	}
	does = "nothing hard from 11:00 to 16:00"
	if b.NoHI {
		does = "nothing hard"
	}
	return does, "Go by effort, not by pace or power; train when and where it is coolest and the air is best."
}

const emergency = "See a doctor today, and call the emergency number where it is there now or gets worse. No plan judges this: state that it is over once a doctor has cleared you."

func backFromIllness(of []training.Condition) string {
	back := "State that it is over once you have been free of symptoms for 24 hours, and the way back begins with a third of the usual minutes; see a doctor if it lasts longer than 7 days."
	if slices.Contains(of, training.Covid) {
		back = "Rest for at least 10 days, 7 of them free of symptoms, before you state that it is over; the way back begins with 15 minutes very easy. See a doctor if it lasts, or if chest or breath feel wrong."
	}
	return back
}

// regions are the conditions of an injury by what is said of them.
var regions = []struct {
	of   []training.Condition
	does string
}{
	{
		[]training.Condition{training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf},
		"no running, rowing, jumps, sleds or load on the calf",
	},
	{[]training.Condition{training.HurtKnee, training.HurtITB}, "no running, jumps, sleds, deep squats or lunges, and rides are easy spins"},
	{[]training.Condition{training.HurtHip, training.HurtGroin, training.HurtHamstring}, "no hills, sprints, hard running or deadlifts"},
	{[]training.Condition{training.HurtBack}, "no rowing, deadlifts, heavy squats or swings, and rides are easy and upright"},
	{
		[]training.Condition{training.HurtShoulder},
		"no swimming, rowing or ski erg, and nothing overhead, pushed, pulled or carried that loads it",
	},
	{
		[]training.Condition{training.HurtElbow, training.HurtWrist},
		"no swimming, rowing or ski erg, and nothing that is held, leaned on, pushed or pulled",
	},
	{[]training.Condition{training.Hurt}, "no running or jumps and nothing hard or heavy, until it is known where it hurts"},
}

func injury(of []training.Condition) string {
	var parts []string
	for _, r := range regions {
		if slices.ContainsFunc(of, func(c training.Condition) bool { return slices.Contains(r.of, c) }) {
			parts = append(parts, r.does)
		}
	}
	return strings.Join(parts, "; ")
}

// inWater says how those swim whose legs are to rest.
func inWater(of []training.Condition) string {
	for _, r := range regions[:3] {
		if slices.ContainsFunc(of, func(c training.Condition) bool { return slices.Contains(r.of, c) }) {
			return " In the water leave the kick out: swim with a pull buoy."
		}
	}
	return ""
}

func afterBirthSays(weeks int, known bool) string {
	switch {
	case weeks >= runsFrom:
		return fmt.Sprintf("walks, easy rides and swims of at most %d min, light strength and the pelvic floor; no running and no jumps before the tests are passed: then state that it is over, and running comes back by its ladder", easyMost)
	case weeks >= easyFrom:
		return fmt.Sprintf("walks, easy rides and swims of at most %d min, light strength and the pelvic floor; no running and no jumps", easyMost)
	case weeks >= strollFrom:
		return fmt.Sprintf("walks of at most %d min and the pelvic floor", strollMost)
	}
	if !known {
		return fmt.Sprintf("walks of at most %d min and the pelvic floor, as in the first weeks: when it was is not known, and saying so allows what its weeks do", firstWalk)
	}
	return fmt.Sprintf("walks of at most %d min and the pelvic floor, as in the first weeks", firstWalk)
}

// Because is what opened the gate: "a sore knee and a sore back".
func (h *Hold) Because() string {
	spoken := make([]string, len(h.Conditions))
	for i, c := range h.Conditions {
		spoken[i] = names[c]
	}
	return list(spoken)
}

// String says in a sentence which conditions hold back what.
func (h *Hold) String() string { return fmt.Sprintf("Because of %s: %s.", h.Because(), h.Does) }

func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// Because is what opened all the gates.
func (b *Bounds) Because() string {
	var parts []string
	for i := range b.Holds {
		parts = append(parts, b.Holds[i].Because())
	}
	return strings.Join(parts, ", ")
}

// Says is what the open gates do and advise, the gravest first, in sentences; empty where none is open.
func (b *Bounds) Says() string {
	var parts []string
	for i := range b.Holds {
		parts = append(parts, b.Holds[i].String()+" "+b.Holds[i].Advice)
	}
	return strings.Join(parts, " ")
}
