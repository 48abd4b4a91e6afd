// Package runs says what a run of the planner is, what it starts from and what it tells: the request and the run, the snapshot of the athlete,
// the proposal with its changes and candidates, the events, and the store and the queue that keep them. It decides nothing.
package runs
