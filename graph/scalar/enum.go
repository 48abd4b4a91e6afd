package scalar

import (
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/planner"
	"fortnight/training"
)

// enum reads a value of an enum. Any other text is an error, one in another spelling too: what is not a value of its type must not get
// past here, whatever was checked before.
func enum[E ~string](v any, values []E) (E, error) {
	text, is := v.(string)
	if !is || !slices.Contains(values, E(text)) {
		return "", fmt.Errorf("%.40q is not one of %v", fmt.Sprint(v), values)
	}
	return E(text), nil
}

// MarshalRole writes what an account may do.
func MarshalRole(v training.Role) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalRole reads what an account may do.
func UnmarshalRole(v any) (training.Role, error) { return enum(v, training.Roles) }

// MarshalLevel writes a training age.
func MarshalLevel(v training.Level) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalLevel reads a training age.
func UnmarshalLevel(v any) (training.Level, error) { return enum(v, training.Levels) }

// MarshalSex writes a sex.
func MarshalSex(v training.Sex) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalSex reads a sex.
func UnmarshalSex(v any) (training.Sex, error) { return enum(v, training.Sexes) }

// MarshalPriority writes what wins where two qualities compete.
func MarshalPriority(v training.Priority) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalPriority reads what wins where two qualities compete.
func UnmarshalPriority(v any) (training.Priority, error) { return enum(v, training.Priorities) }

// MarshalEventPriority writes how far a plan bends.
func MarshalEventPriority(v training.EventPriority) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalEventPriority reads how far a plan bends.
func UnmarshalEventPriority(v any) (training.EventPriority, error) {
	return enum(v, training.EventPriorities)
}

// MarshalWeekday writes a day of the week.
func MarshalWeekday(v training.Weekday) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalWeekday reads a day of the week.
func UnmarshalWeekday(v any) (training.Weekday, error) { return enum(v, training.Weekdays) }

// MarshalSport writes a sport.
func MarshalSport(v training.Sport) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalSport reads a sport.
func UnmarshalSport(v any) (training.Sport, error) { return enum(v, training.Sports) }

// MarshalFocus writes what a workout is meant to develop.
func MarshalFocus(v training.Focus) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalFocus reads what a workout is meant to develop.
func UnmarshalFocus(v any) (training.Focus, error) { return enum(v, training.Foci) }

// MarshalMuscleGroup writes a region of the body.
func MarshalMuscleGroup(v training.MuscleGroup) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalMuscleGroup reads a region of the body.
func UnmarshalMuscleGroup(v any) (training.MuscleGroup, error) { return enum(v, training.MuscleGroups) }

// MarshalLockScope writes a part of a session.
func MarshalLockScope(v training.LockScope) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalLockScope reads a part of a session.
func UnmarshalLockScope(v any) (training.LockScope, error) { return enum(v, training.LockScopes) }

// MarshalWorkoutOrder writes an order of workouts.
func MarshalWorkoutOrder(v training.WorkoutOrder) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalWorkoutOrder reads an order of workouts.
func UnmarshalWorkoutOrder(v any) (training.WorkoutOrder, error) {
	return enum(v, training.WorkoutOrders)
}

// MarshalEngine writes who proposes.
func MarshalEngine(v planner.Engine) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalEngine reads who proposes.
func UnmarshalEngine(v any) (planner.Engine, error) { return enum(v, planner.Engines) }
