package calendars

import (
	"fortnight/planner/runs"
	"fortnight/training"
)

// SnapshotKey names what a snapshot is of: an athlete, and days days from from.
type SnapshotKey struct {
	Athlete training.UserID
	From    training.Date
	Days    int
}

// keptSnapshot is a snapshot with what tells whether it is what would be read now.
type keptSnapshot struct {
	runs.Snapshot

	key      SnapshotKey
	within   span
	workouts int // the sum of the revisions of its sessions' workouts
}
