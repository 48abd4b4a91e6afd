package training

// Identifiers are opaque to clients. All are UUIDs in canonical form but ExerciseID, which is a stable lower-case name such as
// "back-squat".
type (
	UserID     string
	WorkoutID  string
	SessionID  string
	ActivityID string
	EventID    string
	RunID      string
	ExerciseID string
)
