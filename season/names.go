package season

import "fortnight/training"

// GoalNames are the kinds of goals as they are spoken of.
var GoalNames = map[training.GoalKind]string{
	training.GoalRace: "racing well", training.GoalFinish: "getting to the finish", training.GoalTime: "a time", training.GoalTest: "a better test", training.GoalStrength: "strength",
	training.GoalMuscle: "muscle", training.GoalHealth: "health and steady habits", training.GoalWeight: "health, with weight in mind", training.GoalReturn: "a safe way back",
	training.GoalMaintain: "keeping what is there", training.GoalAddSport: "adding a sport",
}

// FormatNames are the formats of events as they are spoken of, with their article.
var FormatNames = map[training.EventFormat]string{
	training.Run5K: "a 5 km run", training.Run10K: "a 10 km run", training.RunHalf: "a half marathon", training.RunMarathon: "a marathon", training.RunUltra: "an ultra run",
	training.RunTrail: "a trail run", training.RideTT: "a time trial", training.RideCrit: "a criterium", training.RideRoad: "a road race", training.RideFondo: "a gran fondo",
	training.RideCentury: "a century ride", training.TriSprint: "a sprint triathlon", training.TriOlympic: "an olympic triathlon", training.TriHalf: "a 70.3 triathlon",
	training.TriFull: "a full-distance triathlon", training.Duathlon: "a duathlon", training.SwimPool: "a pool swim", training.SwimOpen: "an open-water swim",
	training.Row2K: "a 2 km row", training.Row5K: "a 5 km row", training.Hyrox: "a HYROX race", training.LiftMeet: "a lifting meet", training.Lift1RM: "a heaviest lift",
	training.RideGravel: "a gravel ride", training.RideMTB: "a mountain-bike race", training.RideCX: "a cyclocross race", training.TriRelay: "a triathlon relay",
	training.SwimMarathon: "a marathon swim", training.Obstacle: "an obstacle race", training.LongWalk: "a long walk", training.SkiXC: "a ski marathon",
	training.CrossFit: "a CrossFit-like event",
}
