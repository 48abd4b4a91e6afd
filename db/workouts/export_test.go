package workouts

// The statements that TestOnePlaceIsPlannedOnce looks at.
var VisiblePlace = visiblePlace
