package session

// pelvicStages are the way back after a birth, from breathing to standing up under load (coaching 7.3): what is done at each stage, the same number of
// positions at each so that all of them are as long.
var pelvicStages = [][]asana{
	{
		{"Lie: let the belly rise, lift the pelvic floor as you breathe out", false}, {"Rock the pelvis, slowly", false}, {"Slide one heel out and back", true},
		{"Knee off the other one, lying on the side", true}, {"Lift the hips, breathing out", false}, {"Draw circles with the knee", true}, {"Lie still, let the pelvic floor go", false},
	},
	{
		{"Sit tall: lift the pelvic floor as you breathe out, let go fully", false}, {"Slide one heel out and back", true}, {"Lift the hips, breathing out", false},
		{"Knee off the other one, lying on the side", true}, {"Side plank on the knees", true}, {"Stand up from a chair, breathing out", false}, {"Lie still, let the pelvic floor go", false},
	},
	{
		{"Stand: lift the pelvic floor as you breathe out, let go fully", false}, {"Tap one heel down, knees over the hips", true}, {"Lift the hips, march", false},
		{"Lift the upper leg, lying on the side", true}, {"Hands and knees: arm and other leg long", true}, {"Stand up from a chair, slowly down", false}, {"Lie still, let the pelvic floor go", false},
	},
	{
		{"Stand on one leg: lift the pelvic floor as you breathe out", false}, {"Arm and other leg away from each other, lying", true}, {"Lift the hips on one leg", true},
		{"Split squat, holding on", true}, {"Side plank on the knees, upper leg lifted", false}, {"Rise onto the toes", false}, {"Lie still, let the pelvic floor go", false},
	},
}

// pelvicFamily has no weights and costs no load, so that it may be done every day beside all else.
var pelvicFamily = flexible(Family{
	ID: "Q-PELV", Title: "Pelvic floor and trunk", Purpose: "Pelvic floor, breathing and trunk on the way back after a birth.", Minutes: Span{15, 25}, Windows: In(Return),
},
	"Breathing, pelvic floor, deep trunk and hips, without weights: breathe out and lift the pelvic floor with the effort, and let go fully between. "+
		"Leaking, heaviness or pain is a sign to go back a step and to see a pelvic-health physiotherapist.",
	[]string{"postpartum", "no-equipment", "light"}, []string{"postpartum"}, pelvicStages...)
