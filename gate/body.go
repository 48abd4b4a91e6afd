package gate

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// wholePlan is at least as many days as any plan has.
const wholePlan = 28

// everySport but those that are named.
func everySport(but ...training.Sport) []training.Sport {
	return slices.DeleteFunc(slices.Clone(training.Sports), func(s training.Sport) bool { return slices.Contains(but, s) })
}

// nothing: G0, and G1 below the neck.
func nothing(training.Condition, *Known) Bounds { return Bounds{NoLoad: true} }

// How long the way back from an illness takes from the day on which it was said, and what share of the usual minutes it has: RET-3 counts the load
// of its days, and where no usual load is known this holds alone.
const (
	wayBackDays  = 13
	wayBackShare = 0.5
)

// wayBack is what an illness bars whose days the calendar knows: nothing hard before it is over.
func wayBack() Bounds {
	return Bounds{NoHI: true, Hurt: true, ReturnDays: wayBackDays, ReturnShare: wayBackShare}
}

// coldMinutes is how long somebody with a cold above the neck may train.
const coldMinutes = 30

func cold(training.Condition, *Known) Bounds {
	return Bounds{NoHI: true, EasySports: training.Sports, MostMinutes: coldMinutes, Hurt: true, LeastReserve: 4, Lifts: Gentle()}
}

// Gentle are the families of strength that leave four repetitions in reserve.
func Gentle() []session.ID { return []session.ID{"Q-AA", "Q-KB", "Q-BODY", "Q-PREV"} }

// stationFamilies are those of a HYROX race: running, jumping and heavy things in one.
var stationFamilies = []session.ID{"H-TECH", "H-STN", "H-COMP", "H-SLED", "H-ENG", "H-SIM", "H-PRIME"}

// bone forbids what shakes or loads a bone that may be broken. Walking is a rung of the way back, not a session before it.
func bone(training.Condition, *Known) Bounds {
	return Bounds{
		NoSports:   []training.Sport{training.Run, training.Hike, training.Walk, training.Row, training.Elliptical, training.MultiSport},
		EasySports: []training.Sport{training.Ride, training.Swim, training.SkiErg, training.Kayak, training.Other},
		No:         []session.Contraindication{session.NoImpact, session.NoBone, session.NoAchilles},
		Spare:      []training.Contraindication{training.ContraImpact, training.ContraAchilles, training.ContraFall}, NoFamilies: stationFamilies,
		NoHI: true, NoHeavyLegs: true, Hurt: true, LeastReserve: 4, Lifts: Gentle(),
	}
}

// What pain allows (coaching 7.1, stricter than Silbernagel 2007): up to two of ten training goes on; up to five the load falls by a third
// to a half and nothing is hard; above, it stops.
const (
	painGoesOn = 2
	painStops  = 5
)

// Shares of the usual minutes while something hurts: nobody knows how much, or it is three to five of ten.
const (
	hurtShare    = 0.7
	painfulShare = 0.6
)

// pained tightens the bounds of an injury by the pain of its region. Stops are the sports that the region takes part in.
func (b Bounds) pained(k *Known, region training.MuscleGroup, stops []training.Sport) Bounds {
	b.Hurt = true
	pain, known := k.Pain[region]
	switch {
	case known && pain > painStops:
		b.NoHI, b.Share, b.NoSports = true, painfulShare, union(b.NoSports, stops)
	case known && pain > painGoesOn:
		b.NoHI, b.Share = true, painfulShare
	case !known:
		b.NoHI, b.Share = true, hurtShare
	}
	return b
}

// ofLegs are the sports that legs take part in; arms have theirs.
var (
	ofLegs = []training.Sport{
		training.Run, training.Ride, training.Row, training.Walk, training.Hike, training.SkiErg, training.Elliptical, training.Strength, training.MultiSport,
		training.Other,
	}
	ofArms = []training.Sport{
		training.Swim, training.Row, training.SkiErg, training.Kayak, training.Elliptical, training.Strength, training.MultiSport, training.Other,
	}
)

func lowerLeg(_ training.Condition, k *Known) Bounds {
	return Bounds{
		NoSports:   []training.Sport{training.Run, training.Hike, training.Row, training.MultiSport},
		EasySports: []training.Sport{training.Ride, training.Elliptical, training.SkiErg, training.Walk},
		No:         []session.Contraindication{session.NoImpact, session.NoAchilles},
		Spare:      []training.Contraindication{training.ContraImpact, training.ContraAchilles}, NoFamilies: stationFamilies, NoHeavyLegs: true,
	}.pained(k, training.Legs, ofLegs)
}

func knee(_ training.Condition, k *Known) Bounds {
	return Bounds{
		NoSports:   []training.Sport{training.Run, training.Hike, training.MultiSport},
		EasySports: []training.Sport{training.Ride, training.Row, training.Elliptical, training.SkiErg, training.Walk},
		No:         []session.Contraindication{session.NoImpact, session.NoKnee},
		Spare:      []training.Contraindication{training.ContraImpact, training.ContraKnee},
		NoFamilies: []session.ID{"B-TORQ", "H-SLED"}, NoHeavyLegs: true,
	}.pained(k, training.Legs, ofLegs)
}

func hip(_ training.Condition, k *Known) Bounds {
	return Bounds{
		NoSports:   []training.Sport{training.Hike, training.MultiSport},
		EasySports: []training.Sport{training.Run, training.Ride, training.Row, training.Elliptical, training.SkiErg, training.Walk},
		No:         []session.Contraindication{session.NoHamstring},
		Spare:      []training.Contraindication{training.ContraHamstring},
		NoFamilies: append([]session.ID{"R-TRAIL", "R-HILL", "R-HSPR", "R-STR"}, stationFamilies...), NoHeavyLegs: true,
	}.pained(k, training.Legs, ofLegs)
}

func back(_ training.Condition, k *Known) Bounds {
	return Bounds{
		NoSports:   []training.Sport{training.Row, training.SkiErg, training.Kayak},
		EasySports: []training.Sport{training.Run, training.Ride, training.Elliptical, training.Hike},
		No:         []session.Contraindication{session.NoBack},
		Spare:      []training.Contraindication{training.ContraBack}, NoFamilies: stationFamilies, NoHeavyLegs: true,
	}.pained(k, training.Core, everySport(training.Walk, training.Mobility))
}

// arm leaves running and riding as they are: what pain there is does not take part in them. Which side hurts is not known: both are spared.
func arm(c training.Condition, k *Known) Bounds {
	b := Bounds{
		NoSports: []training.Sport{training.Swim, training.SkiErg, training.Row, training.Kayak},
		No:       []session.Contraindication{session.NoShoulder},
		Spare:    []training.Contraindication{training.ContraShoulder}, NoFamilies: stationFamilies,
	}
	if c != training.HurtShoulder { // every weight goes through elbow and wrist
		b.Spare, b.NoFamilies = append(b.Spare, training.ContraWrist), append([]session.ID{"Q-KB"}, stationFamilies...)
	}
	pain := max(k.Pain[training.Push], k.Pain[training.Pull])
	if b.Hurt = true; pain > painStops {
		b.NoSports = union(b.NoSports, ofArms)
	}
	if pain > painGoesOn {
		b.NoHI = true
	}
	return b
}

// somewhere is a pain of which nobody has said where it is: nothing jolts, is hard or heavy, nothing but what is easy is left of all.
func somewhere(training.Condition, *Known) Bounds {
	return Bounds{
		NoSports: []training.Sport{training.Run, training.Hike, training.MultiSport}, EasySports: training.Sports,
		No: []session.Contraindication{session.NoImpact}, Spare: []training.Contraindication{training.ContraImpact, training.ContraFall},
		NoFamilies: stationFamilies, NoHI: true, NoHeavyLegs: true, LeastReserve: 4, Lifts: Gentle(), Hurt: true, Share: hurtShare,
	}
}

// Limits after a blow to the head: the first two of the six steps back (Patricios 2023), which nobody but a doctor ends.
const (
	headRestDays = 2
	headMinutes  = 30
)

func head(c training.Condition, k *Known) Bounds {
	rest := headRestDays
	if since, known := k.Since[c]; known {
		rest = max(0, headRestDays-int(k.From-since))
	}
	return Bounds{
		NoSports: everySport(training.Walk), EasySports: training.Sports, RestDays: rest, MostMinutes: headMinutes, NoHI: true, Hurt: true,
		Lifts: []session.ID{}, ReturnDays: wholePlan,
	}
}

// heartRPE is as hard as anything may be until a doctor has said otherwise.
const heartRPE = 4

func heart(c training.Condition, _ *Known) Bounds {
	return Bounds{
		EasySports: training.Sports, NoHI: true, MostRPE: heartRPE, LeastReserve: 4, Lifts: Gentle(), Hurt: true, NoHeavyLegs: true,
		NoHeartRate: c == training.BetaBlocker, NoFamilies: stationFamilies,
	}
}

// talkMost is up to what share of threshold one can talk in whole sentences; swimmers are measured by metres, not by words.
const talkMost = .80

// untalkable are the families whose steady work, or the end of it, is above an effort at which one can talk (coaching 7.1, G6): tempo, sweet spot and what
// is harder, not what is hard for seconds alone, which its steps tell.
var untalkable = func() (list []session.ID) {
	for _, f := range session.All() {
		hard := f.Class == session.Threshold || f.Class == session.VO2 || f.Class == session.Anaerobic
		if f.Sport.Endurance() && (hard || f.Class == session.Tempo && f.Work != nil && f.Work(1).High > talkMost) || f.ID == "R-LPROG" || f.ID == "B-TORQ" || f.ID == "R-STR" {
			list = append(list, f.ID)
		}
	}
	return list
}()

// Limits of pregnancy. The week is not known: lifts are those of the second half, in which nobody lies on the back.
const (
	pregnantRPE  = 6
	pregnantWeek = 21
)

func pregnant(_ training.Condition, k *Known) Bounds {
	b := Bounds{
		NoSports: []training.Sport{training.Hike, training.Kayak}, No: []session.Contraindication{session.NoPregnancy},
		Spare:      []training.Contraindication{training.ContraFall, training.ContraImpact, training.ContraSupine, training.ContraProne},
		NoFamilies: slices.Concat([]session.ID{"R-TRAIL", "B-GROUP", "S-OW"}, untalkable, stationFamilies),
		NoHI:       true, NoHeavyLegs: true, LeastReserve: 4, MostRPE: pregnantRPE, PregnantWeek: pregnantWeek,
	}
	if !k.Runs {
		b.NoSports, b.No = append(b.NoSports, training.Run), append(b.No, session.NoImpact)
	}
	return b
}

// energyShare is of the usual minutes while too little energy comes in.
const energyShare = 0.7

func energy(training.Condition, *Known) Bounds {
	return Bounds{NoHI: true, NoDoubles: true, NoWeightGoal: true, Share: energyShare}
}

// How long somebody who is worn out trains less, and how much less; then the gate is asked about again.
const (
	tiredDays  = 7
	tiredShare = 0.6
)

func life(training.Condition, *Known) Bounds {
	return Bounds{NoHI: true, ReturnShare: tiredShare, ReturnDays: tiredDays, Sound: true}
}

// Limits after surgery: short walks once a day.
const (
	surgeryMinutes = 30
	surgeryShare   = 0.6
)

// surgery leaves walking: what else a clinician has allowed is not known.
func surgery(training.Condition, *Known) Bounds {
	return Bounds{
		NoSports: everySport(training.Walk), EasySports: training.Sports, NoHI: true, Hurt: true, Lifts: []session.ID{}, ReturnDays: wholePlan,
		ReturnShare: surgeryShare, MostMinutes: surgeryMinutes, NoDoubles: true,
		No: []session.Contraindication{session.NoImpact}, Spare: []training.Contraindication{training.ContraImpact},
	}
}

func surroundings(c training.Condition, _ *Known) Bounds {
	return Bounds{NoNoonHI: true, NoHI: c == training.PoorAir}
}
