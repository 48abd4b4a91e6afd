// Package library holds the workouts that every athlete shares: those made by hand, each of them source code, and those rendered from the
// families of package session. Nothing about their load is typed in.
//
// A recipe says what to do. [Workouts] turns recipes into workouts with an identity derived from the recipe's slug, so that the same
// recipe is the same row on every machine, and with the load that package training measures.
//
// Intensities follow the bands of package training. Easy running is 0.70 to 0.78 of threshold speed, easy riding 0.60 to 0.70 of FTP,
// easy rowing 0.60 to 0.68 of row FTP, easy swimming 0.75 to 0.86 of critical swim speed.
package library
