// Package prescribe writes what may stand for the sessions of a week: each slot of a season's week as workouts at the rung and the length
// that it asks for, then what comes near where hours or rules leave no room for that. It is pure: season and athlete in, workouts out.
package prescribe
