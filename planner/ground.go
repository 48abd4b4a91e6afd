package planner

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// grounds are what it rests on that sessions which stood were moved or taken away, in words, by their ids.
type grounds map[training.SessionID]string

// ground notes which rule a repair moved or took a session away for.
func (j *journey) ground(id training.SessionID, because rules.RuleCheck) {
	if j.state.Grounds == nil {
		j.state.Grounds = grounds{}
	}
	if j.state.Grounds[id] == "" {
		j.state.Grounds[id] = because.Reason()
	}
}

// breaks are the HARD rows that a plan breaks with some sessions on its days.
func (j *journey) breaks(sessions []training.Session) []rules.RuleCheck {
	return hardOf(j.judged(sessions))
}

// judged is what the rules say of some sessions on the days. Conflicts are not looked for.
func (j *journey) judged(sessions []training.Session) rules.Certificate {
	in := j.whole(sessions)
	in.MaxTrials = 1
	return rules.Check(in)
}

// cured is the row that a change mends: the first of the broken ones that holds afterwards, else the first that is broken by less.
func cured(before, after []rules.RuleCheck) rules.RuleCheck {
	still := func(c *rules.RuleCheck, more bool) bool {
		return slices.ContainsFunc(after, func(a rules.RuleCheck) bool {
			return a.RuleID == c.RuleID && a.From == c.From && a.To == c.To && (!more || a.Margin == nil || c.Margin == nil || *a.Margin <= *c.Margin)
		})
	}
	for _, more := range []bool{false, true} {
		for i := range before {
			if !still(&before[i], more) {
				return before[i]
			}
		}
	}
	return before[0]
}

// restsOn is the broken row that a session takes part in, else the first.
func restsOn(s *training.Session, broken []rules.RuleCheck) rules.RuleCheck {
	at := slices.IndexFunc(broken, func(c rules.RuleCheck) bool {
		return slices.ContainsFunc(c.Sessions, func(p training.PlannedSession) bool { return p.ID == s.ID })
	})
	if at < 0 {
		at = slices.IndexFunc(broken, func(c rules.RuleCheck) bool { return c.From <= s.Date && s.Date <= c.To })
	}
	return broken[max(0, at)]
}

// whyGone says what it rests on that a session that stood is not in the plan as it stood: what a repair found, else the HARD rule that it
// would break beside the plan — illness and hours first —, the wish, the SOFT rule that would be met less, or what its day and week are
// meant for. Instead is what the plan has in its place, empty for nothing.
func (j *journey) whyGone(s *training.Session, instead training.SessionID) string {
	if why := j.state.Grounds[s.ID]; why != "" {
		return why
	}
	plan := j.sessions()
	with := slices.DeleteFunc(slices.Clone(plan), func(o training.Session) bool { return o.ID == s.ID || o.ID == instead })
	beside := slices.Clone(with)
	was := *s
	was.ID += " as it stood"
	now, then := j.judged(plan), j.judged(append(with, was))
	hard := worse(hardOf(now), hardOf(then))
	slices.SortStableFunc(hard, func(a, b rules.RuleCheck) int { return cmp.Compare(force(a.RuleID), force(b.RuleID)) })
	if len(hard) > 0 && force(hard[0].RuleID) < otherForce {
		return hard[0].Reason()
	}
	if why := j.wishAgainst(s, beside); why != "" {
		return why
	}
	if len(hard) > 0 {
		return "Beside the new plan it would break " + hard[0].Reason()
	}
	if soft := worse(softOf(now), softOf(then)); len(soft) > 0 {
		return "Beside the new plan it would not meet " + soft[0].Reason()
	}
	return j.meantFor(s)
}

// otherForce is the place in the order of force of a rule that is neither of illness nor of hours (science §3: RED, LCK and AVL, HARD).
const otherForce = 2

func force(id rules.ID) int {
	for n, family := range []string{"RED", "AVL"} {
		if strings.HasPrefix(string(id), family) {
			return n
		}
	}
	return otherForce
}

func softOf(c rules.Certificate) []rules.RuleCheck {
	return slices.DeleteFunc(c.Violations(), func(v rules.RuleCheck) bool { return v.Severity != rules.Soft })
}

// worse are the rows that are broken after a change and were not before, or were by less.
func worse(before, after []rules.RuleCheck) []rules.RuleCheck {
	return slices.DeleteFunc(slices.Clone(after), func(c rules.RuleCheck) bool {
		return slices.ContainsFunc(before, func(b rules.RuleCheck) bool {
			return b.RuleID == c.RuleID && b.From == c.From && b.To == c.To && (b.Margin == nil || c.Margin == nil || *b.Margin <= *c.Margin+1e-9)
		})
	})
}

// wishAgainst says which wish a session goes against, empty where none.
func (j *journey) wishAgainst(s *training.Session, standing []training.Session) string {
	w := j.workouts.Of(s)
	if wish, against := j.state.Wishes.Against(s.Date, w); against {
		return fmt.Sprintf("The wish “%s”: %s.", wish.Quote, wish)
	}
	if !j.state.Wishes.Allows(s.Date, w, standing) {
		return fmt.Sprintf("The wish leaves less time on %s than the %s it takes.", prose.Day(s.Date), prose.Minutes(s.Load.DurationSeconds))
	}
	return ""
}

// meantFor says what the day and the week of a session are meant for, which another plan serves better.
func (j *journey) meantFor(s *training.Session) string {
	n := int(s.Date - j.run.From)
	d, w := j.state.Brief.Days[n], j.state.Brief.Weeks[n/7]
	purpose := map[brief.Kind]string{brief.Rest: "rest", brief.Easy: "easy training", brief.Long: "the long session", brief.Hard: "a hard session", brief.Lift: "strength"}[d.Kind]
	return fmt.Sprintf("%s is meant for %s with %.0f TSS in a week of %.0f TSS (%s); this had %.0f TSS.", prose.Day(s.Date), purpose, d.TSS, w.Budget, w.Phase,
		s.Load.TSS)
}
