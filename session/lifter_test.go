package session

import (
	"strings"
	"testing"

	"fortnight/compose"
	"fortnight/training"
)

// only is a workout of one lift.
func only(step training.Step) training.Workout {
	return training.Workout{Sport: training.Strength, Blocks: []training.Block{compose.Block("Lift", training.Strength, step)}}
}

func TestForbidden(t *testing.T) {
	novice := Lifter{Level: training.Novice, Months: 40}
	fresh := Lifter{Level: training.Intermediate, Months: 5}
	year := Lifter{Level: training.Intermediate, Months: 12}
	boy := Lifter{Level: training.Advanced, Months: 40, Age: 15}
	senior := Lifter{Level: training.Advanced, Months: 40, Age: 61}
	pregnant := Lifter{Level: training.Advanced, Months: 40, PregnantWeek: 24}
	mother := Lifter{Level: training.Advanced, Months: 40, PostpartumWeek: 8}
	for _, c := range []struct {
		name string
		step training.Step
		who  Lifter
		why  string // part of the reason, empty where it is allowed
	}{
		{"power clean, novice", compose.Lift("power-clean", 3, 3, compose.Reserve(4), 90), novice, "newcomers"},
		{"dumbbell row, novice", compose.Lift("dumbbell-row", 3, 10, compose.Reserve(3), 90), novice, ""},
		{"back squat, novice", compose.Lift("back-squat", 3, 10, compose.Reserve(4), 90), novice, "power lifting"},
		{"dumbbell row to the last, novice", compose.Lift("dumbbell-row", 3, 10, compose.Reserve(2), 90), novice, "in reserve"},
		{"overhead press at 80 %, 5 months", compose.Lift("overhead-press", 3, 4, compose.Percent(80), 90), fresh, ""},
		{"overhead press at 82 %, 5 months", compose.Lift("overhead-press", 3, 2, compose.Percent(82), 90), fresh, "80 %"},
		{"back squat, 6 months", compose.Lift("back-squat", 3, 5, compose.Reserve(2), 90), Lifter{Level: training.Intermediate, Months: 6}, ""},
		{"60 hops, novice", compose.Lift("pogo-jump", 3, 20, compose.Reserve(5), 60), novice, ""},
		{"61 hops, novice", compose.Lift("pogo-jump", 1, 61, compose.Reserve(5), 60), novice, "60 contacts"},
		{"100 hops in rounds, novice", compose.Repeat("Five", 5, compose.Lift("pogo-jump", 1, 20, compose.Reserve(5), 60)), novice, "60 contacts"},
		{"depth jump, 5 months", compose.Lift("depth-jump", 2, 3, compose.Reserve(5), 60), fresh, "drop jump"},
		{"power clean, 12 months", compose.Lift("power-clean", 3, 3, compose.Percent(60), 90), year, "Olympic lift"},
		{"power clean, 24 months", compose.Lift("power-clean", 3, 3, compose.Percent(60), 90), Lifter{Level: training.Intermediate, Months: 24}, ""},
		{"single, 12 months", compose.Lift("bench-press", 3, 1, compose.Reserve(2), 180), year, "single"},
		{"push-up, 12 months", compose.Lift("push-up", 3, 1, compose.Reserve(2), 180), year, ""},
		{"deadlift at 85 %, 12 months", compose.Lift("deadlift", 3, 3, compose.Percent(85), 180), year, ""},
		{"deadlift at 86 %, 12 months", compose.Lift("deadlift", 3, 3, compose.Percent(86), 180), year, "deadlift"},
		{"squat at 86 %, 12 months", compose.Lift("back-squat", 3, 3, compose.Percent(86), 180), year, ""},
		{"squat at 82 %, 15 y", compose.Lift("back-squat", 3, 3, compose.Percent(82), 180), boy, "under 18"},
		{"AMRAP, 15 y", training.StrengthStep{ExerciseID: "push-up", Sets: []training.StrengthSet{{Count: 1, Kind: training.WorkSet, Amount: training.SetAmount{Kind: training.MostReps, Low: 10, High: 20}}}}, boy, "in reserve"},
		{"eight sets of legs, 15 y", compose.Lift("goblet-squat", 8, 8, compose.Reserve(4), 60), boy, "split"},
		{"seven sets of legs, 15 y", compose.Lift("goblet-squat", 7, 8, compose.Reserve(4), 60), boy, ""},
		{"single, 61 y", compose.Lift("back-squat", 3, 1, compose.Reserve(1), 180), senior, "from 60"},
		{"double, 61 y", compose.Lift("back-squat", 3, 2, compose.Reserve(1), 180), senior, ""},
		{"nordic curl, 61 y, 1 month", compose.Lift("nordic-curl", 2, 4, compose.Reserve(4), 60), Lifter{Level: training.Intermediate, Months: 1, Age: 61}, "eccentric"},
		{"nordic curl, 61 y, 3 months", compose.Lift("nordic-curl", 2, 4, compose.Reserve(4), 60), Lifter{Level: training.Intermediate, Months: 3, Age: 61}, ""},
		{"goblet squat with 3 left, pregnant", compose.Lift("goblet-squat", 2, 8, compose.Reserve(3), 60), pregnant, ""},
		{"goblet squat with 2 left, pregnant", compose.Lift("goblet-squat", 2, 8, compose.Reserve(2), 60), pregnant, "in reserve"},
		{"bench press, week 24", compose.Lift("dumbbell-bench-press", 2, 8, compose.Reserve(4), 60), pregnant, "on the back"},
		{"bench press, week 20", compose.Lift("dumbbell-bench-press", 2, 8, compose.Reserve(4), 60), Lifter{Level: training.Advanced, Months: 40, PregnantWeek: 20}, ""},
		{"box jump, pregnant", compose.Lift("box-jump", 2, 3, compose.Reserve(5), 60), pregnant, "falling"},
		{"goblet squat with 4 left, week 8 after a birth", compose.Lift("goblet-squat", 2, 8, compose.Reserve(4), 60), mother, ""},
		{"goblet squat with 3 left, week 8 after a birth", compose.Lift("goblet-squat", 2, 8, compose.Reserve(3), 60), mother, "in reserve"},
		{"hops, week 8 after a birth", compose.Lift("pogo-jump", 2, 8, compose.Reserve(5), 60), mother, "jump"},
		{"goblet squat, week 5 after a birth", compose.Lift("goblet-squat", 2, 8, compose.Reserve(6), 60), Lifter{Level: training.Advanced, Months: 40, PostpartumWeek: 5}, "a load"},
		{"new, 3 sets", compose.Lift("leg-press", 3, 8, compose.Reserve(3), 60), Lifter{Level: training.Advanced, Months: 40, Known: map[training.ExerciseID]bool{}}, ""},
		{"new, 4 sets", compose.Lift("leg-press", 4, 8, compose.Reserve(3), 60), Lifter{Level: training.Advanced, Months: 40, Known: map[training.ExerciseID]bool{}}, "new in 28 days"},
		{"known, 4 sets", compose.Lift("leg-press", 4, 8, compose.Reserve(3), 60), Lifter{Level: training.Advanced, Months: 40, Known: map[training.ExerciseID]bool{"leg-press": true}}, ""},
		{"no lifts", compose.Rest("Rest", 60), Lifter{}, ""},
	} {
		why, bad := Forbidden(only(c.step), c.who)
		if bad != (c.why != "") || !strings.Contains(why, c.why) {
			t.Errorf("%s: %v %q", c.name, bad, why)
		}
	}
}
