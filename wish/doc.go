// Package wish turns what an athlete writes into typed wishes: which sport, which sort of session, how long, on which of the planned days.
//
// Read goes by a word list and guesses nothing; Review judges what a language model has read of the same words. Wishes then answer what
// they allow on a day, what serves them and where they contradict themselves. A wish only takes possibilities away or orders them: none
// loosens a rule.
package wish
