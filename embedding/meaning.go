package embedding

// nearness is how near another concept is: 0.2 to 0.8, below zero where one speaks against the other.
type nearness struct {
	concept int
	weight  float64
}

// role is what a phrase does in a sentence, besides naming concepts.
type role uint8

const (
	denies    role = 1 << iota // what follows is not wanted
	continues                  // a denial also holds for what follows
	turns                      // a denial ends here
	plain                      // looks like a denial and is none
	idle                       // says nothing
	passes                     // what follows was before or comes after, and is not what is asked for
)

var roles = map[string]role{"!not": denies, "!or": continues, "!but": turns, "!plain": plain, "!stop": idle, "!around": passes}

// meaning is all that a phrase says.
type meaning struct {
	concepts []int
	parts    []int // concepts of the shorter phrases within it, unless it has them itself: "long row" is of rowing too
	role     role
}
