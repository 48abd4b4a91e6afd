package training

// UserID and all identifiers but ExerciseID are UUIDs in canonical form, opaque to clients.
type UserID string

// WorkoutID identifies a workout, of the shared library or of its owner.
type WorkoutID string

// SessionID identifies a planned session.
type SessionID string

// ActivityID identifies an activity.
type ActivityID string

// EventID identifies an event of an athlete.
type EventID string

// RunID identifies a run of the planner.
type RunID string

// ChangeID identifies a change of a calendar.
type ChangeID string

// ExerciseID identifies an exercise of the catalogue: a stable lower-case name such as "back-squat".
type ExerciseID string
