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

// keptSnapshot is a snapshot with what it is of.
type keptSnapshot struct {
	runs.Snapshot

	key     SnapshotKey
	within  span
	edition int // 0 for one that is not remembered
}

// Shared is a snapshot that others hold too: its lists are for reading alone (see [runs.Snapshot.Own]).
type Shared struct {
	runs.Snapshot

	// Edition is the same for two that say the same but for Now, in this process, and 0 for one that is not remembered.
	Edition int
}
