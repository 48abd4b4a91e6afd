// Package live tells those who wait in a process what others have written: over one connection that listens to notifications, which only say
// that there is something to read. That connection also proves that the process lives.
package live
