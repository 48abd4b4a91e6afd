// Package planner is the agent: it takes a run from an athlete's wish to a committed fortnight through the stages ANALYZE, RETRIEVE,
// PROPOSE, VALIDATE ⇄ REPAIR and COMMIT, and records every decision on the way as an event.
//
// Whoever proposes, package rules decides: a proposal that breaks a HARD rule is repaired or the run fails with the conflict named. A run
// is durable: what a stage decided is stored before the next begins, so another process can go on where one stopped. Given the same
// inputs and seed the plan is the same.
//
// To be read in this order: run, event, model and store are what others see; horizon (days) is what a plan starts from, progress what is
// recorded of it, fortnight both together, which the stages read. Each stage is a function from it to what it decides and the events that
// tell it: analyze, understand, retrieve, validate, repair; draft, rationale, ground and verdict put decisions into words. runner keeps and
// records what they hand on; consult and the modelpropose files are the language model's part; stages puts all in order. Ways are other
// fortnights that differ in what gives way, whynot answers why a plan does not have something, road shows the weeks beyond the plan. What weeks
// are to hold, what may stand for it, what puts it on days, why it is there, what was wished for and when there is time are packages of their
// own: brief over season and gate, prescribe, solver, reason, wish and hours.
package planner
