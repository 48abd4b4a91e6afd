package solver

import (
	"math"

	"fortnight/rules"
)

// around is what the choices of all slots but one are known by.
func (s *Solver) around(n int) uint64 {
	slot := &s.slots[n]
	if slot.chosen < 0 {
		return s.plan ^ slot.mark
	}
	return s.plan ^ slot.mark ^ slot.options[slot.chosen].mark
}

// judge is what the rules say of the plan, as far as it takes to see that it is no better than a limit.
func (s *Solver) judge(limit rules.Score) rules.Score {
	if limit.Better(rules.Score{}) {
		return rules.Score{} // whatever the rules say
	}
	at := 0
	if s.tables != nil {
		place, there := s.scores.find(s.placed)
		if known := &s.scores.places[place].value; there && (known.whole || limit.Better(known.score())) {
			return known.score()
		}
		at = place
	}
	s.show()
	s.judged++
	score, whole := s.rules.ScoreUpTo(limit)
	if s.tables != nil {
		s.scores.put(at, s.placed, judgementOf(score, whole))
	}
	return score
}

// show lets the evaluator have the plan as it is.
func (s *Solver) show() {
	for n := range s.slots {
		slot := &s.slots[n]
		var is *placing
		if slot.chosen >= 0 {
			is = slot.options[slot.chosen].placing
		}
		switch was := slot.judged; {
		case was == is:
			continue
		case is == nil:
			s.rules.Withdraw(&was.prepared)
		case was == nil:
			s.rules.Put(&is.prepared)
		default:
			s.rules.Replace(&was.prepared, &is.prepared)
		}
		slot.judged = is
	}
}

// valueUpTo judges the plan as it is, which costs so much beside the rules, as far as it takes to see that it is no better than the best.
func (s *Solver) valueUpTo(best value, own float64) value {
	limit := best.rules
	limit.Cost = (best.cost - own) / ruleCost
	return value{rules: s.judge(limit)}.with(own)
}

// stopped tells whether nobody wants the plan any more.
func (s *Solver) stopped() bool { return s.problem.Rules.Stopped() }

// choose gives a slot an option, −1 for none. The rules hear of it when they are asked.
func (s *Solver) choose(n, option int) {
	slot := &s.slots[n]
	if slot.chosen == option {
		return
	}
	if slot.chosen >= 0 {
		s.flip(&slot.options[slot.chosen])
	}
	if slot.chosen = option; option >= 0 {
		s.flip(&slot.options[option])
	}
}

// value judges the plan as it is.
func (s *Solver) value() value {
	return value{rules: s.judge(rules.Score{Hard: math.MaxInt})}.with(s.ownCost())
}
