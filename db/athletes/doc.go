// Package athletes keeps users as others know them: profiles with events, check-ins and limits of the own, and which coaches an athlete has
// granted. How much of a user somebody sees goes by the two of them alone.
package athletes
