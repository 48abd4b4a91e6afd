package stage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/reason"
	"fortnight/rules"
	"fortnight/training"
)

// whyGone says what it rests on that a session that stood is not in the plan as it stood: what a repair found, else the HARD rule that it
// would break beside the plan — illness and hours first —, the wish, the SOFT rule that would be met less, or what its day and week are
// meant for. Instead is what the plan has in its place, empty for nothing.
func whyGone(f *state.Fortnight, s *training.Session, instead training.SessionID) string {
	if why := f.Grounds[s.ID]; why != "" {
		return why
	}
	if why := outdated(f, s); why != "" {
		return why
	}
	plan := f.Sessions()
	with := slices.DeleteFunc(slices.Clone(plan), func(o training.Session) bool { return o.ID == s.ID || o.ID == instead })
	beside := slices.Clone(with)
	was := *s
	was.ID += " as it stood"
	now, then := f.Judged(plan), f.Judged(append(with, was))
	hard := state.Worse(state.HardOf(now), state.HardOf(then))
	slices.SortStableFunc(hard, func(a, b rules.RuleCheck) int { return cmp.Compare(force(a.RuleID), force(b.RuleID)) })
	taken := ""
	if len(hard) > 0 && force(hard[0].RuleID) < otherForce {
		if taken = takenBy(f, &hard[0], s, beside); taken == "" {
			return hard[0].Reason()
		}
	}
	if why := cmp.Or(WishAgainst(f, s, beside), taken); why != "" {
		return why
	}
	if len(hard) > 0 {
		return "Beside the new plan it would break " + hard[0].Reason()
	}
	if soft := state.Worse(state.SoftOf(now), state.SoftOf(then)); len(soft) > 0 {
		return "Beside the new plan it would not meet " + soft[0].Reason()
	}
	return meantFor(f, s)
}

// outdated says which event leaves no room for a session that a request to keep what is planned did not keep for it, empty for none: whatever else it would
// break beside the new plan, that is why it was not kept.
func outdated(f *state.Fortnight, s *training.Session) string {
	if !f.Run.KeepPlanned || !slices.Contains(f.Forbidden, s.ID) {
		return ""
	}
	if because, _ := f.Against(s); because != "" {
		return ""
	}
	if event := f.Outdated(s); event != "" {
		return fmt.Sprintf("It stands too near to %s.", event)
	}
	return ""
}

// takenBy says what has the place of a session that would not fit beside it: what the plan puts on its day. It is empty where the hours are
// too short for other reasons.
func takenBy(f *state.Fortnight, broken *rules.RuleCheck, s *training.Session, beside []training.Session) string {
	if !strings.HasPrefix(string(broken.RuleID), "AVL") {
		return ""
	}
	at := slices.IndexFunc(beside, func(o training.Session) bool { return o.Date == s.Date && !f.Fixed(&o) })
	if at < 0 {
		return ""
	}
	return fmt.Sprintf("%s is meant for something else now: %s.", prose.Day(s.Date), beside[at].Title)
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

// WishAgainst says which wish a session goes against, empty where none.
func WishAgainst(f *state.Fortnight, s *training.Session, standing []training.Session) string {
	w := f.Workouts.Of(s)
	if wish, against := f.Wishes.Against(s.Date, w); against {
		return fmt.Sprintf("The wish “%s”: %s.", wish.Quote, wish)
	}
	if !f.Wishes.Allows(s.Date, w, standing) {
		return fmt.Sprintf("The wish leaves less time on %s than the %s it takes.", prose.Day(s.Date), prose.Minutes(s.Load.DurationSeconds))
	}
	return ""
}

// meantFor says what the week of a session is to hold, which another plan serves better.
func meantFor(f *state.Fortnight, s *training.Session) string {
	at := int(s.Date-f.Run.From) / 7
	w, minutes := &f.Brief.Weeks[at], 0
	for _, o := range f.Sessions() {
		if int(o.Date-f.Run.From)/7 == at && o.Sport != training.Mobility {
			minutes += MinutesOf(o.Load.DurationSeconds)
		}
	}
	if minutes+MinutesOf(s.Load.DurationSeconds) <= w.Most {
		return fmt.Sprintf("The week is meant for %s, and what stands in it now serves that better.", reason.PhaseName(w))
	}
	return fmt.Sprintf("The week is meant for %s and about %d min; without this session it has %d.", reason.PhaseName(w), w.Minutes, minutes)
}
