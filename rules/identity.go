package rules

import (
	sessions "fortnight/session"
	"fortnight/training"
)

// IdentityOf is what [Input] asks of a workout: the family of sessions that its structure fits best and its level there, both empty where it
// fits none, and why it is never proposed to somebody, by what its lifts are and how they are loaded. A workout that says itself which family it
// is of is not read again. For one that was written as a dose of a family the dose says the first two better.
func IdentityOf(w training.Workout, who sessions.Lifter) *Identity {
	r, _ := sessions.Of(&w)
	of := &Identity{Family: r.Family, Level: r.Level}
	if reason, bad := sessions.Forbidden(w, who); bad {
		of.Forbidden = reason
	}
	return of
}
