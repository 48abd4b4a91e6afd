package plancheck

import "strings"

// What coaching 7.1 calls its gates, by how clients spell what opens them; what hurts goes by region.
const (
	stop   = "CHEST_PAIN FAINTED PALPITATIONS BREATHLESS_AT_REST ONE_SIDED_WEAKNESS WORST_HEADACHE HOT_SWOLLEN_CALF PREGNANCY_WARNING_SIGN SADDLE_NUMBNESS"
	ill    = "FEVER FLU COVID VOMITING ANTIBIOTICS ILL_BELOW_NECK"
	bone   = "STRESS_FRACTURE STRESS_REACTION SHIN_PINPOINT_PAIN NIGHT_PAIN HOPPING_GROIN_PAIN"
	below  = "HURT_FOOT HURT_PLANTAR HURT_SHIN HURT_ACHILLES HURT_CALF" // the knee
	knee   = "HURT_KNEE HURT_ITB"
	thigh  = "HURT_HIP HURT_GROIN HURT_HAMSTRING"
	arm    = "HURT_SHOULDER HURT_ELBOW HURT_WRIST"
	heart  = "HEART_DISEASE HIGH_BLOOD_PRESSURE BETA_BLOCKER INSULIN_DIABETES CHEST_HISTORY"
	energy = "MISSED_PERIODS EATING_DISORDER RED_S RAPID_WEIGHT_LOSS"
)

// stated is RED-6: nothing is proposed that what the athlete has stated rules out, by the tables of coaching 7.1.
func (c *checker) stated() {
	for _, what := range c.a.States {
		perDay := map[int]int{}
		for i := range c.plan {
			s := &c.plan[i]
			if s.Sport != "MOBILITY" && s.Sport != "WALK" {
				perDay[c.day(*s)]++
			}
			if !s.Locked && (ruledOut(what, s) || strings.Contains(energy, what) && perDay[c.day(*s)] > 1) {
				c.fault("RED-6: %s on day %d of somebody with %s", s.Name, c.day(*s), what)
			}
		}
	}
}

// ruledOut tells whether a session asks for what a condition forbids.
func ruledOut(what string, s *Session) bool {
	lifts := func(patterns ...string) bool { // with weight
		for _, p := range patterns {
			if s.Sport == "STRENGTH" && s.Heavy && strings.Contains(s.Patterns, p) {
				return true
			}
		}
		return false
	}
	family := func(list string) bool {
		for _, f := range strings.Fields(list) {
			if s.Family == f {
				return true
			}
		}
		return false
	}
	reserve := func(least float64) bool {
		for _, set := range s.Sets {
			if set.left() < least-1e-9 {
				return true
			}
		}
		return false
	}
	runs := s.Sport == "RUN" || s.RunMinutes > 0
	is := func(gate string) bool { return strings.Contains(gate, what) }
	switch {
	case is(stop):
		return s.Sport != "MOBILITY" || s.TSS > 0
	case is(ill):
		return s.TSS > 0
	case what == "COLD":
		return s.TSS > 0 && (s.HI || s.Moderate || s.Heavy || reserve(3) || s.minutes() > 30)
	case is(bone):
		return runs || s.Jumps > 0 || s.Heavy
	case is(below):
		return runs || s.Jumps > 0 || family("H-SLED")
	case is(knee):
		return runs || s.Jumps > 0 || family("B-TORQ H-SLED") || lifts("SQUAT", "LUNGE")
	case is(thigh):
		return runs && s.HI || family("R-HILL R-HSPR R-STR S-SPR") || lifts("HINGE")
	case what == "HURT_BACK":
		return s.Sport == "ROW" || family("Q-KB") || lifts("HINGE", "SQUAT")
	case is(arm):
		return s.Sport == "SWIM" || s.Sport == "SKI_ERG" || family("H-STN")
	case is(heart):
		return s.HI || s.Moderate || reserve(4)
	case what == "PREGNANT":
		return s.HI || reserve(4)
	case is(energy):
		return s.HI
	}
	return false
}
