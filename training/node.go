package training

// Node is what has an identity: a thing that stays itself while it changes, with an id that no other thing has, of whatever type. What is
// none is a value.
type Node interface {
	// IsNode does nothing; who has it has an identity.
	IsNode()
}

// IsNode says that a user has an identity.
func (User) IsNode() {}

// IsNode says that a profile has an identity, its user's but for a suffix.
func (OwnProfile) IsNode() {}

// IsNode says that an event has an identity.
func (Event) IsNode() {}

// IsNode says that a workout has an identity.
func (Workout) IsNode() {}

// IsNode says that an exercise has an identity.
func (Exercise) IsNode() {}

// IsNode says that a day of a calendar has an identity.
func (PlanDay) IsNode() {}

// IsNode says that a planned session has an identity.
func (PlannedSession) IsNode() {}

// IsNode says that an activity has an identity.
func (Activity) IsNode() {}

// IsNode says that a change of a calendar has an identity.
func (CalendarChange) IsNode() {}
