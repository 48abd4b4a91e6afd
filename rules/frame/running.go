package frame

// Running is what of running lies before the days that items reach.
type Running struct {
	Blocks [HistoryDays / 7]RunsUpTo // of seven days each, the last first
	Old    []OldRun                  // training before the days of items, up to 60 days before the plan
	Bricks int                       // the last day of the 42 before the plan on which ride and run were done, never for none
}

// OldRun is a run that was trained before the days of items.
type OldRun struct {
	Day     int
	Meters  float64
	Seconds int
}
