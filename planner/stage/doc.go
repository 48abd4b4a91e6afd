// Package stage is the work of a run's stages: each is a function from what was handed on to what it decides and the events that tell it.
//
//	Analyze    what is kept, and what the weeks are to hold        judged locks, a brief
//	Understood what the wish says                                 settled wishes
//	Retrieve   what the library has for the weeks                 offers
//	Propose    what the search of Problem comes to                a proposal with its reasons
//	Validate   what the rules say of the proposal                 a verdict
//	Repair     the fewest changes that mend it                    another proposal
//	Changes    what the plan does to the calendar                 changes, and at the end what is unmet
//
// Ways are the problems of other fortnights, in which something gives way; Ask is the question to a language model about the slots of a search.
package stage
