package athletes

import "fortnight/db/postgres"

// Profiles are athletes and coaches: their profiles, events, check-ins and own limits, and who may see whom.
type Profiles struct{ db *postgres.DB }

// New are the profiles of a database.
func New(db *postgres.DB) *Profiles { return &Profiles{db} }
