// Package journal writes acts on calendars and takes them back.
//
// A session, an activity, a lock of a day: what an act changes are images of them before and after. One function checks and writes them,
// forward and back, and notes the act.
package journal
