// Package season decides what a coach decides before putting sessions on days: what the athlete trains for, where in the season a day
// stands, how many minutes a week holds, which sessions it holds and how long the long one is, and what happens before and after a race.
//
// It follows the coaching specification: sections 1 and 2, 3.3, 6 and its vectors in 11 and 12; docs/coaching.md tells where that was read
// one way and not another. The package is pure: plain values in, typed values out, neither store nor clock. A solver puts the slots on
// days, an API shows them, texts give their reasons.
//
// Words of the package: D is the days to an event, 0 on its day; a block is seven days, counted from the first planned day and back from
// it, never a calendar week; an eased block is lighter on purpose or by misfortune; a loading block is one that is not; LW is the minutes
// of the latest loading block; V0 the endurance minutes that tapers and recoveries are shares of.
package season
