// Package queue keeps the runs of planners and their events.
//
// Runs are a queue: a worker holds a run by a lease that it must renew, by the lock of its number, which is gone with its connection,
// and by a token that refuses what an earlier worker writes. Notifications only say that there is something to read.
package queue
