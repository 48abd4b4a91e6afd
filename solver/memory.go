package solver

import (
	"sync"

	"fortnight/rules"
)

// memory is what a search has found out about plans. It undoes most of what it tries, and so comes by the same plans again and again: what
// they cost by the rules, and what is best in a slot beside certain others, is worked out once.
//
// Plans are known by the marks of what is chosen in them, exclusive or (Zobrist 1970). Two plans of a search that share 64 bits are not to be
// expected in any number of searches that will ever be made, and would cost it a good move and nothing else.
type memory struct {
	drawn  uint64 // the state from which marks are drawn
	plan   uint64 // of the options that are chosen
	placed uint64 // of their placings

	*tables        // nil but for while it searches
	settled uint64 // the plan that nothing changes any more
	judged  int    // how many plans the rules were asked about
}

// tables are what a search keeps of plans: what they cost by the rules, and what is best in a slot beside certain others.
type tables struct {
	scores   *table[judgement]   // by the marks of what is placed
	improved *table[improvement] // by those of the other slots' options and of the slot
}

// idle are the tables of searches that are done.
var idle = sync.Pool{New: func() any { return &tables{newTable[judgement](), newTable[improvement]()} }}

// judgement is what the rules say of a plan: all of it, or a score that the plan is no better than. With its mark it is half a line of a
// processor's cache: most of the time that it takes to look one up is for reading it.
type judgement struct {
	excess, cost float64
	hard         int32
	whole        bool
}

func judgementOf(s rules.Score, whole bool) judgement {
	return judgement{s.Excess, s.Cost, int32(s.Hard), whole}
}

func (j *judgement) score() rules.Score {
	return rules.Score{Hard: int(j.hard), Excess: j.excess, Cost: j.cost}
}

// improvement is the best that a slot may hold, −1 for nothing, and what the plan is worth with it.
type improvement struct {
	option int
	value  value
}

// newMark draws a mark (splitmix64; Steele, Lea and Flood 2014).
func (m *memory) newMark() uint64 {
	m.drawn += 0x9e3779b97f4a7c15
	x := m.drawn
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// begin begins a search, which knows nothing yet: slots may have got other options since the last one.
func (m *memory) begin() {
	m.tables, m.settled, m.judged = idle.Get().(*tables), m.newMark(), 0
}

// end forgets what the search has found out, and leaves the room for that to the next.
func (m *memory) end() {
	m.scores.empty()
	m.improved.empty()
	idle.Put(m.tables)
	m.tables = nil
}

// flip takes an option into the plan's marks, or out of them.
func (m *memory) flip(o *option) {
	m.plan ^= o.mark
	m.placed ^= o.placing.mark
}
