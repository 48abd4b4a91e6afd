// Package workouts keeps workouts, the shared ones and everybody's own, and finds them by meaning.
//
// A workout's id has one content for everybody at any time: a workout that changes leaves an archived copy to the sessions that are done.
// Vectors of several embedders are kept side by side and never compared. What is remembered of workouts goes by their revisions.
package workouts
