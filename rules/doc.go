// Package rules says what a fortnight of training must not do: each rule with its limit, its evidence and its source, measured over
// every window it applies to.
//
// Whatever proposes a plan, [Check] decides: it returns a [Certificate] with one [RuleCheck] for every rule and window, and, where locks,
// events, availability or check-ins cannot hold together, the smallest sets that clash. A rule that lacks the history it needs says so
// and is never a pass. The package has no clock and does no input or output.
//
// It composes what lies below it, each importing only those before it: catalogue, the rules themselves; frame, what is measured; family,
// one family of rules a file; conflict, what clashes and the ways out.
package rules
