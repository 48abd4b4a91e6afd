package solver

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"fortnight/rules"
	"fortnight/rules/catalogue"
	"fortnight/season"
)

// TermKind is what a part of a plan's cost is for.
type TermKind string

// The kinds, in the order of the bands of weights. ALIKE_WEEKS and STOOD are worth something: they take cost away.
const (
	TermWishes     TermKind = "WISHES"         // wishes that are not met, or gone against
	TermKeys       TermKind = "KEY_SESSIONS"   // key sessions and tests that a week is to hold and that are missing
	TermLong       TermKind = "LONG_SESSION"   // long sessions that are missing or of another length
	TermOthers     TermKind = "OTHER_SESSIONS" // other sessions that are missing, or easy ones of another length
	TermProgress   TermKind = "PROGRESSION"    // key and strength sessions that are off the step of their ladder
	TermUnasked    TermKind = "UNASKED"        // sessions that no week asks for
	TermMinutes    TermKind = "WEEK_MINUTES"   // minutes of the weeks, more or fewer than they are to come to
	TermIntensity  TermKind = "INTENSITY"      // too little easy time or too much hard time
	TermRule       TermKind = "RULE"           // a SOFT rule that is not met
	TermSpacing    TermKind = "SPACING"        // key sessions less than two days apart or after heavy legs of their day, quality on days in a row, two long days torn apart
	TermRegular    TermKind = "REGULAR_DAYS"   // sessions off the days on which they usually stand
	TermAlikeWeeks TermKind = "ALIKE_WEEKS"    // weeks that are like each other
	TermStood      TermKind = "STOOD"          // sessions that stood already and stay
	TermSecond     TermKind = "SECOND_SESSION" // second sessions on a day
	TermTwice      TermKind = "SPORT_TWICE"    // a sport twice on a day, or anything beside a long session
	TermTwoLifts   TermKind = "TWO_LIFTS"      // two lifts on a day
	TermNextDay    TermKind = "DAYS_IN_A_ROW"  // a novice's runs on days in a row
	TermTiredLegs  TermKind = "TIRED_LEGS"     // what the legs carry into key sessions for them
	TermWishLength TermKind = "WISHED_LENGTH"  // wished sessions of another length
	TermMeaning    TermKind = "MEANING"        // workouts that are unlike what was searched for in words
	TermSame       TermKind = "SAME_SESSION"   // a key session that is the same as another
	TermTie        TermKind = "TIE_BREAK"      // what the seed adds to tip ties
)

// TermKinds lists every kind, in the order in which terms are told.
var TermKinds = []TermKind{
	TermWishes, TermKeys, TermLong, TermOthers, TermProgress, TermUnasked, TermMinutes, TermIntensity, TermRule, TermSpacing, TermRegular,
	TermAlikeWeeks, TermStood, TermSecond, TermTwice, TermTwoLifts, TermNextDay, TermTiredLegs, TermWishLength, TermMeaning, TermSame, TermTie,
}

var termNames = map[TermKind]string{
	TermWishes: "wishes that are not met", TermKeys: "key sessions that are missing", TermLong: "the long session",
	TermOthers: "easy and other sessions", TermProgress: "progression of key and strength sessions", TermUnasked: "sessions that no week asks for",
	TermMinutes: "the minutes of the weeks", TermIntensity: "the shares of easy and hard time", TermSpacing: "key sessions less than two days apart or after heavy leg work of their day, quality on days in a row, and two long days that are torn apart",
	TermRegular: "regular days", TermAlikeWeeks: "weeks that are alike", TermSecond: "a second session on a day",
	TermStood: "what stood already and stays", TermTwice: "a sport twice on a day, or something beside the long session", TermTwoLifts: "two lifts on a day",
	TermNextDay: "runs on days in a row", TermTiredLegs: "legs that are tired before key sessions", TermWishLength: "the length of what is wished for",
	TermMeaning: "how well workouts fit the words searched for", TermSame: "the same key session again", TermTie: "the seed, between equals",
}

// Term is a part of what a plan costs beside HARD rules, or of the difference between two plans. RuleID is empty but of a RULE. Cost has no
// unit: what one band of the weights has to say outweighs all of those after it. It is negative where it is worth something.
type Term struct {
	Kind   TermKind `json:"kind"`
	RuleID rules.ID `json:"ruleId,omitempty"`
	Cost   float64  `json:"cost"`
}

// Name is the term in words.
func (t Term) Name() string {
	if t.Kind == TermRule {
		return fmt.Sprintf("%s, %s", t.RuleID, catalogue.RuleOf(t.RuleID).Title)
	}
	return termNames[t.Kind]
}

// Rule is the rule of a RULE, nil of another kind.
func (t Term) Rule() *catalogue.Rule {
	if t.Kind != TermRule {
		return nil
	}
	rule := catalogue.RuleOf(t.RuleID)
	return &rule
}

// Terms are what the plan costs as it stands, by what it is for, without those that cost nothing. Their sum is the cost of Value.
func (s *Solver) Terms() []Term {
	sums := tally{}
	s.show()
	whole := s.without(-1)
	for i, c := range whole.choices {
		s.tell(sums, c, whole.choices[:i])
	}
	for want := range s.problem.Wants {
		there := int(whole.there[want])
		sums.add(missingTerm(s.problem.Wants[want].Role), s.lackCost(want, there))
		sums.add(TermUnasked, s.surplusCost(want, there))
	}
	for w := range s.problem.Weeks {
		sums.add(TermMinutes, s.weekCost(w, whole.minutes[w]))
	}
	sums.add(TermSpacing, whole.days.cost()-s.inRow)
	sums.add(TermIntensity, s.shareCost(&whole.shares))
	sums.add(TermTiredLegs, tiredCost/100*whole.tired)
	sums.add(TermWishes, unmetCost*float64(len(s.wished)-bits.OnesCount32(whole.served)))
	for n := range s.problem.Limits {
		sums.add(TermWishes, s.limitCost(n, whole.bounded[n]))
	}
	for _, c := range s.rules.Costs() {
		sums[Term{Kind: TermRule, RuleID: c.Rule}] += ruleCost * c.Cost
	}
	return sums.terms()
}

// tell adds what a choice costs by itself and beside others.
func (s *Solver) tell(sums tally, c choice, others []choice) {
	o := c.option
	sums.add(offTerm(s.problem.Wants[o.want].Role), o.parts.off)
	sums.add(TermMeaning, o.parts.match)
	sums.add(TermTie, o.parts.noise)
	sums.add(TermWishLength, o.parts.length)
	sums.add(TermRegular, o.parts.irregular)
	sums.add(TermSecond, o.parts.second)
	sums.add(TermUnasked, o.parts.unasked)
	sums.add(TermWishes, o.parts.against)
	sums.add(TermStood, o.parts.stood)
	b := s.besides(c.day, o, others)
	for kind, only := range map[TermKind]besides{
		TermTwice: {twice: b.twice}, TermAlikeWeeks: {alike: b.alike}, TermSecond: {shared: b.shared}, TermTwoLifts: {lifts: b.lifts}, TermNextDay: {nextDay: b.nextDay},
		TermSpacing: {first: b.first, close: b.close, torn: b.torn, soon: b.soon}, TermSame: {same: b.same, again: b.again},
	} {
		sums.add(kind, only.cost())
	}
}

// missingTerm is what a missing session of a role counts as.
func missingTerm(role season.Role) TermKind {
	switch {
	case role == season.L:
		return TermLong
	case weightOf(role) > 1 && role != season.S && role != season.SShort && role != season.ML:
		return TermKeys
	}
	return TermOthers
}

// offTerm is what a dose of a role counts as that is off.
func offTerm(role season.Role) TermKind {
	switch {
	case role == season.L:
		return TermLong
	case offCost(role) == rungCost:
		return TermProgress
	}
	return TermOthers
}

// tally sums up costs by what they are for; the terms that are its keys have none.
type tally map[Term]float64

func (t tally) add(kind TermKind, cost float64) { t[Term{Kind: kind}] += cost }

// leastTerm is below which a term is nothing but rounding.
const leastTerm = 1e-9

// terms are those that are not nothing, in the order of kinds, rules by name.
func (t tally) terms() []Term {
	list := []Term{}
	for of, cost := range t {
		if cost > leastTerm || cost < -leastTerm {
			of.Cost = cost
			list = append(list, of)
		}
	}
	sortTerms(list)
	return list
}

// Differ are the terms by which a plan costs more than another, negative where it costs less, without those that are alike.
func Differ(than, is []Term) []Term {
	sums := tally{}
	for _, t := range is {
		sums[Term{Kind: t.Kind, RuleID: t.RuleID}] += t.Cost
	}
	for _, t := range than {
		sums[Term{Kind: t.Kind, RuleID: t.RuleID}] -= t.Cost
	}
	return sums.terms()
}

func sortTerms(list []Term) {
	slices.SortFunc(list, func(a, b Term) int {
		if a.Kind != b.Kind {
			return slices.Index(TermKinds, a.Kind) - slices.Index(TermKinds, b.Kind)
		}
		return cmp.Compare(a.RuleID, b.RuleID)
	})
}

// Sum is what terms come to.
func Sum(terms []Term) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += t.Cost
	}
	return sum
}
