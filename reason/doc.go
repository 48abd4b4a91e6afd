// Package reason puts into words what a plan decides: why a session is there and stands on its day, why a day is free, what a week is for,
// what a fortnight is to do. Facts go in and text comes out: every clause says a fact that was given, so what is not known is not said.
//
// A Writer keeps a plan from repeating itself: no sentence stands twice in a week, and one that was not said before goes first. What the
// facts are is the caller's to find out; this package knows the families of sessions and the weeks of a season, and neither calendars nor
// stores nor clocks.
package reason
