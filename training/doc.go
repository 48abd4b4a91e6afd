// Package training is the vocabulary of Fortnight: workouts, the people who do them, the days they stand on, and the load they bring.
//
// A [Workout] is the instructions, made of [Block]s, made of [Step]s. A [PlannedSession] puts a workout on a day. A [SessionResult] is
// what happened, and an [Activity] is anything that was done, planned or not. Intensity is always a fraction of the sport's threshold:
// 0.75 is 75 % of FTP (ride, row), of threshold speed (run), of critical swim speed (swim). Load is training stress, written TSS.
//
// The package reads no clock, does no input or output and needs the standard library alone: days, thresholds and the day that counts
// as today are arguments.
package training
