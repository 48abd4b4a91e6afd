// Package planner is the agent: it takes a run from an athlete's wish to a committed fortnight through the stages ANALYZE, RETRIEVE,
// PROPOSE, VALIDATE ⇄ REPAIR and COMMIT, and records every decision on the way as an event.
//
// Whoever proposes, package rules decides: a proposal that breaks a HARD rule is repaired or the run fails with the conflict named. A run
// is durable: what a stage decided is stored before the next begins, so another process can go on where one stopped. Given the same
// inputs and seed the plan is the same.
package planner
