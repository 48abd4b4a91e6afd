package session

// cued are the exercises that each cue is said of, nil for any. A place in a session has a menu, and what a coach says of its first exercise is
// wrong for others that may take the place: nobody keeps the body in one line on a bench, or jumps a medicine ball up.
var cued = func() map[string][]menu {
	floor := menu{"trap-bar-deadlift", "deadlift", "dumbbell-deadlift", "kettlebell-deadlift"}
	bows := menu{"romanian-deadlift", "dumbbell-romanian-deadlift", "bodyweight-good-morning"}
	benches := menu{"bench-press", "dumbbell-bench-press", "chest-press", "floor-press"}
	pushUps := menu{"decline-push-up", "push-up", "incline-push-up", "wall-push-up"}
	deep := menu{"back-squat", "safety-bar-squat", "front-squat", "goblet-squat", "heel-elevated-goblet-squat", "dumbbell-squat", "kettlebell-front-squat", "belt-squat", "leg-press", "air-squat"}
	squatting := append(menu{"box-squat", "single-leg-squat-to-box", "sit-to-stand"}, deep...)
	pressing := menu{"overhead-press", "dumbbell-shoulder-press", "kettlebell-press", "half-kneeling-press", "shoulder-press-machine", "landmine-press", "band-overhead-press"}
	rowing := menu{"barbell-row", "chest-supported-row", "dumbbell-row", "bent-over-dumbbell-row", "kettlebell-row", "gorilla-row", "machine-row", "seated-cable-row", "band-row", "doorway-row"}
	hanging := menu{"pull-up", "chin-up", "lat-pulldown", "band-lat-pulldown"}
	jumps := menu{"trap-bar-jump", "dumbbell-jump-squat", "jump-squat", "box-jump", "countermovement-jump", "broad-jump", "lateral-bound", "snap-down", "lateral-line-hop", "tuck-jump"}
	return map[string][]menu{
		"Down under control, up fast.":                  {squatting},
		"Down under control, up with force.":            {squatting},
		"Fast up.":                                      {squatting},
		"As deep as you control.":                       {deep},
		"Chest up, knees in line with the toes.":        {squatting},
		"As deep as is comfortable.":                    {{"supported-split-squat", "low-step-up"}},
		"Brace, then push the floor away.":              {floor},
		"Push the floor away with the whole foot.":      {floor, {"glute-bridge"}},
		"Hips back, shins upright.":                     {bows},
		"Hips back, feel the hamstrings.":               {bows},
		"Squeeze at the top.":                           {{"glute-bridge", "hip-thrust", "cable-pull-through"}},
		"Feet planted, shoulder blades together.":       {benches},
		"Body in one line.":                             {pushUps},
		"Lower slowly.":                                 {benches, pushUps, pressing},
		"Ribs down, squeeze the glutes.":                {{"overhead-press", "dumbbell-shoulder-press", "kettlebell-press", "half-kneeling-press", "band-overhead-press"}},
		"Ribs down, chin in.":                           {pressing, {"wall-slide"}},
		"Ribs down.":                                    {pressing, rollouts, turns, {"wall-slide"}},
		"Elbows back, no swing.":                        {rowing},
		"No swing.":                                     {rowing},
		"Pull with the elbows.":                         {rowing},
		"Shoulder blades first.":                        {rowing, hanging, {"scapular-retraction"}},
		"Add weight when more are left than asked for.": {hanging, rowing, {"dumbbell-pullover"}},
		"Chest to the bar.":                             {{"pull-up", "chin-up"}},
		"Elbows to the ribs.":                           {hanging, {"floor-pulldown"}},
		"Slowly, ribs down.":                            {{"dead-bug"}},
		"Tall and unhurried.":                           {{"farmers-carry", "goblet-carry"}},
		"Stay upright.":                                 {{"suitcase-carry", "rack-carry"}},
		"Jump the weight up, do not pull it.":           {{"hang-power-clean", "dumbbell-clean"}},
		"Snap the hips; the arms only guide.":           {{"kettlebell-swing"}},
		"Tall first, then all of it into the floor.":    {{"medicine-ball-slam"}},
		"Dip and drive.":                                {{"push-press", "dumbbell-push-press"}},
		"Every throw at full speed.":                    {{"medicine-ball-chest-pass", "rotational-medicine-ball-throw", "medicine-ball-throw"}},
		"Land softly, stand still, then go again.":      {jumps},
		"Stiff ankles, short contacts.":                 {{"pogo-jump"}},
		"Step down, do not jump down.":                  {{"box-jump"}},
		"Stick every landing.":                          {jumps},
		"Quick off the ground, one after the other.":    {{"hurdle-hop", "bounding"}},
		"As on the day: same commands, same pauses.":    nil,
		"Pause on the chest.":                           {meetLifts[1]},
		"Set every repetition anew.":                    {meetLifts[2]},
		"Fast off the floor.":                           {meetLifts[2]},
		"Fast out of the hole.":                         {meetLifts[0]},
		"Lying or sitting: let the belly rise, then lift as you breathe out.":       {{"diaphragmatic-breathing"}},
		"The most that goes five times; the second set only if the first was easy.": nil,
	}
}()

// The lifts of a meet, of which a peak and a test are by default.
var meetLifts = [3]menu{{"back-squat", "safety-bar-squat"}, {"bench-press"}, {"deadlift", "trap-bar-deadlift"}}
