package session

import "fortnight/training"

// Care for the weak links: light and often, so that it tires nobody.
var care = []scheme{
	{sets: 2, reps: Span{8, 8}, reserve: 5}, {sets: 2, reps: Span{10, 10}, reserve: 5}, {sets: 2, reps: Span{12, 12}, reserve: 5},
	{sets: 3, reps: Span{10, 10}, reserve: 5}, {sets: 3, reps: Span{12, 12}, reserve: 5},
}

// weakLinks are what a sport wears out, the most important first: two menus each, by turns.
func weakLinks(sport training.Sport) (name string, links [][2]menu) {
	sides := [2]menu{sides, {"copenhagen-plank", "knee-side-plank", "bird-dog"}}
	hips := [2]menu{{"band-lateral-walk", "side-lying-leg-raise", "clamshell"}, {"hip-hike", "clamshell", "hip-circle"}}
	switch sport {
	case training.Ride:
		return "lower back, hips and neck", [][2]menu{
			{{"bird-dog"}, {"superman", "bird-dog"}}, {{"single-leg-glute-bridge", "hip-thrust"}, {"glute-bridge-march", "hip-thrust"}}, {rearDelts, {"prone-y-raise", "scapular-retraction"}},
			sides, {{"standing-knee-raise", "heel-tap", "hip-circle"}, {"dead-bug", "hip-circle"}}, hips,
		}
	case training.Swim:
		return "shoulders and trunk", [][2]menu{
			{{"band-external-rotation", "prone-y-raise", "scapular-retraction"}, {"band-pull-apart", "reverse-snow-angel", "scapular-retraction"}},
			{{"scapular-push-up", "wall-slide"}, {"wall-slide", "scapular-push-up"}}, {braces, {"hollow-hold", "plank", "bird-dog"}},
			{{"face-pull", "reverse-fly", "bird-dog"}, {"band-external-rotation", "superman", "bird-dog"}}, sides, {{"glute-bridge"}, {"hip-circle"}},
		}
	case training.Row, training.SkiErg, training.Kayak:
		return "back, ribs and hips", [][2]menu{
			{{"bird-dog"}, {"superman", "bird-dog"}}, {{"bodyweight-good-morning"}, {"single-leg-glute-bridge", "hip-thrust"}}, sides, {rearDelts, {"scapular-push-up", "wall-slide"}},
			{{"dead-bug", "plank"}, {"pallof-press", "plank"}}, hips,
		}
	}
	return "calves, hips and trunk", [][2]menu{
		{{"single-leg-calf-raise", "clamshell"}, {"bent-knee-calf-raise", "clamshell"}}, {{"single-leg-glute-bridge", "hip-thrust"}, {"single-leg-reach", "hip-thrust", "glute-bridge"}}, hips,
		sides, {{"tibialis-raise", "bird-dog"}, {"calf-raise-hold", "bird-dog"}}, {{"hamstring-walkout", "dead-bug"}, {"dead-bug", "plank"}},
	}
}

// prevention is Q-PREV for the sport that the athlete trains for.
func prevention(d Dose) sheet {
	r := rungOf(care, d.Level)
	where, links := weakLinks(d.Goal)
	s := sheet{
		name: "Strong links", dose: r.String(), lettered: true,
		why:  "Small, slow exercises for " + where + ", which is where this sport wears people out. Light enough for the day of a hard session, and worth most when it is done every week.",
		tags: []string{"injury-prevention", "light"}, usual: 20,
	}
	for i, link := range links {
		p := r.lifts(link[d.Shape%2], 40, 0)
		p.extra = i >= 4
		s.parts = append(s.parts, p)
	}
	return s
}

var preventionFamily = strength(Family{
	ID: "Q-PREV", Title: "Strong links", Focus: training.FocusStrengthEndurance, Class: Strength, Purpose: "Injury prevention: the sport's weak links made strong.",
	Minutes: Span{15, 30}, Windows: In(Base, Build, Specific, Taper, Return, Off), Gap: 1,
}, prevention, care, repetitions(8, 12), reserved(5, 10), withoutJumps, func(f *feature) bool { return !f.barbell }, func(f *feature) bool { return !f.breath })
