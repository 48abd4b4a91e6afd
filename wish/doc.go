// Package wish turns what an athlete writes into typed wishes: what, how much of it, and on which of the planned days.
//
// Understand reads words with a grammar of its own and guesses nothing (docs/wishes.md): scan.go translates them phrase by phrase into a small
// vocabulary that English, German and Spanish share (words.go), clause.go splits them where a new thing begins and reads amounts, days (date.go) and
// times of day (timeofday.go), joint.go says which parts are one clause, share.go what clauses have of their neighbours, meaning.go what each
// may be, what takes away first, and scope.go what each leaves open beside its neighbours. What concerns the body package gate has heard before.
// Review judges what a language model has read of the same words, Check what was stated as data. Wishes then answer what they allow on a day,
// what serves them and where they contradict themselves. A wish only takes possibilities away or orders them: none loosens a rule.
package wish
