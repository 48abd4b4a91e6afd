package auth

// Scope is what a personal token may do for its account.
type Scope string

// READ is part of every token: it reads and watches what the account may see. WRITE changes profile, calendar, activities and workouts. PLAN starts plan
// runs, stops them, puts their plans onto a calendar and off it, and takes that back. What is about the account itself, and about who may see it, no token may.
const (
	ScopeRead  Scope = "READ"
	ScopeWrite Scope = "WRITE"
	ScopePlan  Scope = "PLAN"
)

// Scopes are all there are.
var Scopes = []Scope{ScopeRead, ScopeWrite, ScopePlan}
