package gate

import (
	"slices"

	"fortnight/training"
)

// ask is what a condition asks for: what its gate does, but for a cold, and for an injury by what hurts.
func ask(c training.Condition, k *Known) Bounds {
	switch Of(c) {
	case Illness:
		if c == training.Cold {
			return cold(c, k)
		}
		return nothing(c, k)
	case Bone:
		return bone(c, k)
	case Injury:
		return askInjury(c, k)
	case Head:
		return head(c, k)
	case Heart:
		return heart(c, k)
	case Pregnancy:
		return pregnant(c, k)
	case Birth:
		return birth(c, k)
	case Energy:
		return energy(c, k)
	case Life:
		return life(c, k)
	case Surgery:
		return surgery(c, k)
	case Surroundings:
		return surroundings(c, k)
	}
	return nothing(c, k)
}

func askInjury(c training.Condition, k *Known) Bounds {
	switch c {
	case training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf:
		return lowerLeg(c, k)
	case training.HurtKnee, training.HurtITB:
		return knee(c, k)
	case training.HurtHip, training.HurtGroin, training.HurtHamstring:
		return hip(c, k)
	case training.HurtBack:
		return back(c, k)
	case training.HurtShoulder, training.HurtElbow, training.HurtWrist:
		return arm(c, k)
	}
	return somewhere(c, k)
}

// Read is what a plan has to keep because of some conditions. A condition that nobody knows is passed over; profiles have none.
func Read(conditions []training.Condition, k Known) Bounds {
	var all Bounds
	for _, g := range Gates {
		var of []training.Condition
		for _, c := range training.Conditions {
			if (slices.Contains(conditions, c) || slices.Contains(k.Steps, c)) && Of(c) == g {
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
			b := wayBack()
			if slices.Contains(conditions, c) {
				b = ask(c, &k)
			}
			all.tighten(&b)
			all.parts = append(all.parts, part{c, b})
		}
		all.Holds = append(all.Holds, hold(g, of, &all, &k))
	}
	return all
}

// illDays is for how many days an illness that was spoken of is told beside the days that it closes: as long as its way back takes.
const illDays = 16

// Stated are the conditions that hold on a day by what a profile states and what restrictions say, with what is known of them: when they began,
// and which are illnesses whose days are told elsewhere.
func Stated(conditions []training.Condition, restrictions []training.Restriction, from training.Date) ([]training.Condition, Known) {
	k := Known{From: from, Pain: map[training.MuscleGroup]int{}, Since: map[training.Condition]training.Date{}}
	conditions = slices.Clone(conditions)
	for i := range restrictions {
		r := &restrictions[i]
		switch {
		case !r.Open() || slices.Contains(conditions, r.Condition):
		case r.Condition.BelowNeck():
			if from-r.SaidOn <= illDays {
				k.Steps = append(k.Steps, r.Condition)
			}
		default:
			conditions = append(conditions, r.Condition)
		}
		if r.Open() && r.Since != nil {
			k.Since[r.Condition] = *r.Since
		}
	}
	return conditions, k
}
