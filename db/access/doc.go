// Package access says who may reach an athlete's data, and holds the lock under which it changes.
//
// A viewer is who asks. Every statement about an athlete's data holds the condition that the athlete is the viewer or granted the
// viewer; what fails it is [postgres.ErrNotFound], as what does not exist. A change of what feeds an athlete's plan locks the athlete's
// calendar first and gives it its next revision last, so such changes come one after the other and a plan can tell whether it is out of date.
package access
