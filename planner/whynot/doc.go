// Package whynot answers why a run's plan does not have something on a day: the run's problem is made again on what is known now, and the search's own
// rules and costs say what the plan would become with it.
package whynot
