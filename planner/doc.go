// Package planner is the agent: it takes a run from an athlete's wish to a committed fortnight through the stages ANALYZE, RETRIEVE,
// PROPOSE, VALIDATE ⇄ REPAIR and COMMIT, and records every decision on the way as an event.
//
// Whoever proposes, package rules decides: a proposal that breaks a HARD rule is repaired or the run fails with the conflict named. A run
// is durable: what a stage decided is stored before the next begins, so another process can go on where one stopped. Given the same
// inputs and seed the plan is the same.
//
// The package has a floor for each thing, and each reads only those below it: runs is what a run is and tells, model what a language model is
// asked, state what the stages hand on, stage what each of them does, view what is read of a calendar without a run, whynot why a plan does not
// have something. Here is what puts the stages in order: runner keeps and records what they hand on, consult and the modelpropose files ask the
// language model, stages is the pipeline read top to bottom, candidates makes other fortnights of the same run, and worker takes runs off the
// queue. What weeks are to hold, what may stand for it, what puts it on days, why it is there, what was wished for and when there is time are
// packages of their own: brief over season and gate, prescribe, solver, reason, wish and hours.
package planner
