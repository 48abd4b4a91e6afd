package scalar

import (
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/auth"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
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

// MarshalAPIScope writes what a token may do.
func MarshalAPIScope(v auth.Scope) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalAPIScope reads what a token may do.
func UnmarshalAPIScope(v any) (auth.Scope, error) { return enum(v, auth.Scopes) }

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

// MarshalRestrictionEnding writes how a restriction ended.
func MarshalRestrictionEnding(v training.RestrictionEnding) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalRestrictionEnding reads how a restriction ended.
func UnmarshalRestrictionEnding(v any) (training.RestrictionEnding, error) {
	return enum(v, training.RestrictionEndings)
}

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
func MarshalEngine(v runs.Engine) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalEngine reads who proposes.
func UnmarshalEngine(v any) (runs.Engine, error) { return enum(v, runs.Engines) }

// MarshalStage writes a step of a run.
func MarshalStage(v runs.Stage) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalStage reads a step of a run.
func UnmarshalStage(v any) (runs.Stage, error) { return enum(v, runs.Stages) }

// MarshalPlanEventKind writes which kind of decision an event is.
func MarshalPlanEventKind(v runs.EventKind) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalPlanEventKind reads which kind of decision an event is.
func UnmarshalPlanEventKind(v any) (runs.EventKind, error) { return enum(v, runs.EventKinds) }

// MarshalMovementPattern writes a way to move.
func MarshalMovementPattern(v training.MovementPattern) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalMovementPattern reads a way to move.
func UnmarshalMovementPattern(v any) (training.MovementPattern, error) {
	return enum(v, training.MovementPatterns)
}

// MarshalMuscle writes a muscle.
func MarshalMuscle(v training.Muscle) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalMuscle reads a muscle.
func UnmarshalMuscle(v any) (training.Muscle, error) { return enum(v, training.Muscles) }

// MarshalEquipment writes a piece of equipment.
func MarshalEquipment(v training.Equipment) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalEquipment reads a piece of equipment.
func UnmarshalEquipment(v any) (training.Equipment, error) { return enum(v, training.Equipments) }

// MarshalContraindication writes what is to be avoided.
func MarshalContraindication(v training.Contraindication) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalContraindication reads what is to be avoided.
func UnmarshalContraindication(v any) (training.Contraindication, error) {
	return enum(v, training.Contraindications)
}

// MarshalGoalKind writes what somebody trains for.
func MarshalGoalKind(v training.GoalKind) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalGoalKind reads what somebody trains for.
func UnmarshalGoalKind(v any) (training.GoalKind, error) { return enum(v, training.GoalKinds) }

// MarshalEventFormat writes a kind of race.
func MarshalEventFormat(v training.EventFormat) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalEventFormat reads a kind of race.
func UnmarshalEventFormat(v any) (training.EventFormat, error) { return enum(v, training.EventFormats) }

// MarshalStation writes a station of a race.
func MarshalStation(v training.Station) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalStation reads a station of a race.
func UnmarshalStation(v any) (training.Station, error) { return enum(v, training.Stations) }

// MarshalCondition writes what training has to heed.
func MarshalCondition(v training.Condition) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalCondition reads what training has to heed.
func UnmarshalCondition(v any) (training.Condition, error) { return enum(v, training.Conditions) }

// MarshalIntent writes what a step is for.
func MarshalIntent(v training.Intent) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalIntent reads what a step is for.
func UnmarshalIntent(v any) (training.Intent, error) { return enum(v, training.Intents) }

// MarshalStroke writes how a step is swum.
func MarshalStroke(v training.Stroke) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalStroke reads how a step is swum.
func UnmarshalStroke(v any) (training.Stroke, error) { return enum(v, training.Strokes) }

// MarshalSwimEquipment writes something to swim with.
func MarshalSwimEquipment(v training.SwimEquipment) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalSwimEquipment reads something to swim with.
func UnmarshalSwimEquipment(v any) (training.SwimEquipment, error) {
	return enum(v, training.SwimEquipments)
}

// MarshalPoolUnit writes what a pool is measured in.
func MarshalPoolUnit(v training.PoolUnit) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalPoolUnit reads what a pool is measured in.
func UnmarshalPoolUnit(v any) (training.PoolUnit, error) { return enum(v, training.PoolUnits) }

// MarshalTargetShape writes how a target runs over a step.
func MarshalTargetShape(v training.TargetShape) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalTargetShape reads how a target runs over a step.
func UnmarshalTargetShape(v any) (training.TargetShape, error) { return enum(v, training.TargetShapes) }

// MarshalZoneSystem writes whose zones a number is one of.
func MarshalZoneSystem(v training.ZoneSystem) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalZoneSystem reads whose zones a number is one of.
func UnmarshalZoneSystem(v any) (training.ZoneSystem, error) { return enum(v, training.ZoneSystems) }

// MarshalSetKind writes what a set is for.
func MarshalSetKind(v training.SetKind) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalSetKind reads what a set is for.
func UnmarshalSetKind(v any) (training.SetKind, error) { return enum(v, training.SetKinds) }

// MarshalBandStrength writes how strong a band is.
func MarshalBandStrength(v training.BandStrength) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalBandStrength reads how strong a band is.
func UnmarshalBandStrength(v any) (training.BandStrength, error) {
	return enum(v, training.BandStrengths)
}

// MarshalRepeatStyle writes how rounds are done.
func MarshalRepeatStyle(v training.RepeatStyle) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalRepeatStyle reads how rounds are done.
func UnmarshalRepeatStyle(v any) (training.RepeatStyle, error) { return enum(v, training.RepeatStyles) }

// MarshalSessionClass writes what a session may be exchanged for.
func MarshalSessionClass(v session.Class) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalSessionClass reads what a session may be exchanged for.
func UnmarshalSessionClass(v any) (session.Class, error) { return enum(v, session.Classes) }

// MarshalPhase writes where in a season a week stands.
func MarshalPhase(v session.Phase) graphql.Marshaler { return graphql.MarshalString(v.String()) }

// UnmarshalPhase reads where in a season a week stands.
func UnmarshalPhase(v any) (session.Phase, error) {
	for p := range session.PhaseCount {
		if v == p.String() {
			return p, nil
		}
	}
	return 0, fmt.Errorf("%.40q is no phase of a season", fmt.Sprint(v))
}

// MarshalWishKind writes what a wish asks.
func MarshalWishKind(v wish.Kind) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalWishKind reads what a wish asks.
func UnmarshalWishKind(v any) (wish.Kind, error) { return enum(v, wish.Kinds) }

// MarshalWishStrength writes how much a wish is meant.
func MarshalWishStrength(v wish.Strength) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalWishStrength reads how much a wish is meant.
func UnmarshalWishStrength(v any) (wish.Strength, error) { return enum(v, wish.Strengths) }

// MarshalWishSession writes a sort of session that a wish speaks of.
func MarshalWishSession(v wish.Session) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalWishSession reads a sort of session that a wish speaks of.
func UnmarshalWishSession(v any) (wish.Session, error) { return enum(v, wish.Sessions) }

// MarshalWishBound writes which way a limit bounds.
func MarshalWishBound(v wish.Bound) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalWishBound reads which way a limit bounds.
func UnmarshalWishBound(v any) (wish.Bound, error) { return enum(v, wish.Bounds) }

// MarshalWishPeriod writes over what a limit counts.
func MarshalWishPeriod(v wish.Period) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalWishPeriod reads over what a limit counts.
func UnmarshalWishPeriod(v any) (wish.Period, error) { return enum(v, wish.Periods) }

// MarshalThresholdKind writes what a threshold is of.
func MarshalThresholdKind(v training.ThresholdKind) graphql.Marshaler {
	return graphql.MarshalString(string(v))
}

// UnmarshalThresholdKind reads what a threshold is of.
func UnmarshalThresholdKind(v any) (training.ThresholdKind, error) {
	return enum(v, training.ThresholdKinds)
}
