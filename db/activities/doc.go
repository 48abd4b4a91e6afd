// Package activities keeps what athletes did: activities, and what became of planned sessions. One training counts once; what fulfils what is
// decided by package training, in memory, over what is around the days in question.
package activities
