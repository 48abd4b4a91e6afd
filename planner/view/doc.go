// Package view is what is read of an athlete's calendar without a run: its days and weeks, the road to what the athlete trains for, what may stand in
// the place of a session, and what has changed on the calendar since a plan was made.
package view
