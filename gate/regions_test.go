package gate

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// lift is a workout of one exercise, light enough for any gate that asks for repetitions in reserve.
func lift(id training.ExerciseID) *training.Workout {
	sets := []training.StrengthSet{{Kind: training.WorkSet, Count: 2, Amount: training.SetAmount{Kind: training.Repetitions, Low: 10, High: 10}, Load: training.StrengthLoad{RepsInReserve: new(5)}}}
	w := training.Workout{Sport: training.Strength, Blocks: []training.Block{{Steps: training.Steps{training.StrengthStep{ExerciseID: id, Sets: sets}}}}}
	w = w.For(training.Thresholds{})
	return &w
}

// Which exercises and families a region that hurts rules out, and which it leaves (coaching 7.1).
func TestWhatARegionThatHurtsRulesOut(t *testing.T) {
	hand := []training.ExerciseID{
		"goblet-carry", "farmers-carry", "medicine-ball-carry", "sandbag-carry", "goblet-squat", "dumbbell-squat", "sandbag-squat", "deadlift", "romanian-deadlift", "kettlebell-deadlift", "kettlebell-swing",
		"bulgarian-split-squat", "pull-up", "dumbbell-row", "lat-pulldown", "push-up", "knee-push-up", "wall-push-up", "chest-press", "bench-press", "overhead-press", "plank", "knee-plank", "side-plank",
		"bear-crawl", "bird-dog", "pallof-press", "wood-chop",
	}
	for _, c := range []struct {
		of       []training.Condition
		out, in  []training.ExerciseID
		families []session.ID // out
		stay     []session.ID
	}{
		{
			of: []training.Condition{training.HurtWrist, training.HurtElbow}, out: hand,
			in:       []training.ExerciseID{"leg-press", "leg-curl", "leg-extension", "wall-sit", "air-squat", "reverse-lunge", "glute-bridge", "dead-bug", "calf-raise", "monster-walk"},
			families: []session.ID{"S-END", "W-EASY", "K-EASY", "H-STN", "H-TECH", "Q-UPPER", "Q-KB"}, stay: []session.ID{"R-LONG", "R-THR", "B-EASY", "B-THR"},
		},
		{
			of: []training.Condition{training.HurtShoulder},
			out: []training.ExerciseID{
				"goblet-carry", "farmers-carry", "medicine-ball-carry", "sandbag-carry", "push-up", "bench-press", "overhead-press", "pull-up", "dumbbell-row", "wall-ball", "snatch", "side-plank", "back-squat",
			},
			in:       []training.ExerciseID{"leg-press", "leg-curl", "air-squat", "glute-bridge", "dead-bug", "plank"},
			families: []session.ID{"S-END", "K-EASY", "H-STN", "Q-UPPER"}, stay: []session.ID{"R-LONG", "R-THR", "B-EASY", "B-THR"},
		},
		{
			of:       []training.Condition{training.HurtKnee, training.HurtITB},
			out:      []training.ExerciseID{"back-squat", "goblet-squat", "walking-lunge", "bulgarian-split-squat", "sled-push", "box-jump", "leg-extension", "wall-ball", "burpee"},
			in:       []training.ExerciseID{"glute-bridge", "hip-thrust", "bench-press", "dead-bug", "leg-curl"},
			families: []session.ID{"R-EASY", "R-LONG", "B-TORQ", "B-SPR", "H-SLED", "H-STN", "Q-PLYO"}, stay: []session.ID{"S-END", "B-EASY"},
		},
		{
			of:       []training.Condition{training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf},
			out:      []training.ExerciseID{"calf-raise", "single-leg-calf-raise", "box-jump", "jump-rope", "sled-push", "leg-press-calf-raise"},
			in:       []training.ExerciseID{"bench-press", "glute-bridge", "dead-bug", "leg-curl"},
			families: []session.ID{"R-EASY", "R-WALK", "W-EASY", "Q-PLYO", "H-SLED", "H-STN", "H-TECH", "H-ENG"}, stay: []session.ID{"S-END", "B-EASY"},
		},
		{
			of:       []training.Condition{training.HurtHip, training.HurtGroin, training.HurtHamstring},
			out:      []training.ExerciseID{"deadlift", "romanian-deadlift", "good-morning", "nordic-curl", "kettlebell-swing", "lateral-lunge", "copenhagen-plank"},
			in:       []training.ExerciseID{"bench-press", "pull-up", "dead-bug", "plank"},
			families: []session.ID{"R-HILL", "R-HSPR", "R-REP", "R-STR", "R-TRAIL", "H-STN"}, stay: []session.ID{"R-EASY", "B-EASY"},
		},
		{
			of:       []training.Condition{training.HurtBack},
			out:      []training.ExerciseID{"deadlift", "back-squat", "barbell-row", "kettlebell-swing", "good-morning", "sit-up", "sandbag-carry", "goblet-squat"},
			in:       []training.ExerciseID{"glute-bridge", "leg-press", "dead-bug", "dumbbell-row", "push-up"},
			families: []session.ID{"W-EASY", "W-LONG", "B-TORQ", "Q-KB", "Q-STR", "H-STN"}, stay: []session.ID{"A-WALK", "S-END"},
		},
	} {
		for _, condition := range c.of {
			b := Read([]training.Condition{condition}, Known{})
			for _, id := range c.out {
				if _, known := training.FindExercise(id); !known {
					t.Fatalf("no exercise %s", id)
				}
				if _, bad := b.Forbids(lift(id)); !bad {
					t.Errorf("%s leaves %s", condition, id)
				}
			}
			for _, id := range c.in {
				if why, bad := b.Forbids(lift(id)); bad {
					t.Errorf("%s rules out %s: %s", condition, id, why)
				}
			}
			for _, id := range c.families {
				if !rulesOut(&b, id) {
					t.Errorf("%s leaves %s", condition, id)
				}
			}
			for _, id := range c.stay {
				if rulesOut(&b, id) {
					t.Errorf("%s rules out %s", condition, id)
				}
			}
		}
	}
}

// rulesOut tells whether an easy dose of a family may not be planned.
func rulesOut(b *Bounds, id session.ID) bool {
	f, _ := session.Find(id)
	w := f.Write(session.Dose{Family: id, Level: min(1, f.Rungs), Minutes: f.Minutes.Low, For: training.Intermediate}).For(training.Thresholds{})
	_, bad := b.Forbids(&w)
	return bad
}
