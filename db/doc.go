// Package db keeps everything in PostgreSQL, through bun: one table a file, each with its row, its statements and who may see what.
//
// A viewer is who asks. Every statement about an athlete's data holds the condition that the athlete is the viewer or granted the
// viewer; what fails it is [ErrNotFound], as what does not exist. A change of what feeds an athlete's plan locks the athlete's calendar
// first and gives it its next revision last, so such changes come one after the other and a plan can tell whether it is out of date.
//
// A session, a lock of a day: what an act on a calendar changes are images of them before and after. One function writes them, forward and
// back, and notes the act. A workout that changes leaves an archived copy to the sessions that are done.
//
// Runs are a queue: a worker holds a run by a lease that it must renew, by the lock of its number, which is gone with its connection,
// and by a token that refuses what an earlier worker writes. Notifications only say that there is something to read.
package db
