package rules

import (
	"slices"

	"fortnight/training"
)

// Bounds of an explanation. A trial judges one calendar, in some microseconds; two fifths of them are kept for repairs.
const (
	DefaultTrials = 3000
	maxSets       = 24
	maxSetsOfRule = 8
)

// explainer looks for the smallest sets of planned sessions that break a HARD rule, together with history, hours, events and check-ins.
type explainer struct {
	in      Input
	frame   *frame     // of the calendar as a whole
	alone   *Evaluator // of the sessions under trial
	planned []*training.Session
	trials  int  // left
	cut     bool // not all could be tried
}

// clash is a smallest set, with what it broke in words.
type clash struct {
	quest
	members []*training.Session
	message string
	last    training.Date // of the window
	event   *training.Event
	partial bool // not proven smallest

	atLeast         bool
	measured, limit float64 // what the members by themselves come to
}

// explain finds the sets that break HARD rules and ways out of each, and tells whether the trials were too few for all of them.
func explain(in Input, f *frame, broken []row) (sets []ConflictSet, partial bool) {
	x := newExplainer(in, f)
	reserve := x.trials * 2 / 5
	x.trials -= reserve
	clashes := x.clashes(broken)
	x.trials += reserve
	r := newRepairer(x)
	for n := range clashes {
		set := clashes[n].set(r.repairs(&clashes[n], len(clashes)-n))
		if clashes[n].rule == goalFitness {
			f.reachOfGoal(&set, clashes[n].limit)
		}
		sets = append(sets, set)
	}
	return sets, x.cut
}

func newExplainer(in Input, f *frame) *explainer {
	x := &explainer{in: in, frame: f, trials: in.MaxTrials}
	if x.trials <= 0 {
		x.trials = DefaultTrials
	}
	for n := range f.items {
		if i := &f.items[n]; i.plan {
			x.planned = append(x.planned, i.session)
		}
	}
	unlockedFirst(x.planned)
	in.Sessions = unplanned(&in)
	x.alone = NewEvaluator(in)
	return x
}

// unlockedFirst puts first what is dropped first: where locks alone clash the set is made of locks.
func unlockedFirst(list []*training.Session) {
	slices.SortStableFunc(list, func(a, b *training.Session) int { return int(one(a.Lock != nil) - one(b.Lock != nil)) })
}

// unplanned are the sessions that are no part of the plan.
func unplanned(in *Input) []training.Session {
	var list []training.Session
	for i := range in.Sessions {
		if s := &in.Sessions[i]; s.Status != training.Planned || s.Date < in.From || s.Date < in.Today {
			list = append(list, *s)
		}
	}
	return list
}

// clashes finds a set for every broken row, and then the others of each rule.
func (x *explainer) clashes(broken []row) []clash {
	var rules []code
	quests, lists := map[code]quest{}, map[code][]clash{}
	for n := range broken {
		r := &broken[n]
		if len(lists[r.rule]) >= maxSetsOfRule {
			continue
		}
		q, begun := quests[r.rule]
		if !begun {
			q, lists[r.rule] = x.begin(r.rule)
			quests[r.rule], rules = q, append(rules, r.rule)
		}
		if !q.skips(r) {
			lists[r.rule] = x.fromRow(q, lists[r.rule], r)
		}
	}
	var list []clash
	for _, rule := range rules {
		list = append(list, x.others(quests[rule], lists[rule])...)
	}
	x.cut = x.cut || len(list) > maxSets
	return list[:min(len(list), maxSets)]
}

// begin tries no sessions at all: what is broken then is a clash without any.
func (x *explainer) begin(rule code) (quest, []clash) {
	var list []clash
	q := quest{rule: rule}
	for range 2 {
		if !x.breaks(q, nil) {
			break
		}
		c := x.clash(q, nil, false)
		q.underEver, q.overAlways = q.underEver || c.atLeast, q.overAlways || !c.atLeast
		list = append(list, c)
	}
	return q, list
}

// fromRow adds the smallest set among the sessions of a broken row. Where those do not break the rule by themselves, because others make
// one of them a key session, it is looked for among all.
func (x *explainer) fromRow(q quest, list []clash, r *row) []clash {
	var sessions []*training.Session
	for _, i := range x.frame.itemsOf(r) {
		sessions = append(sessions, i.session)
	}
	unlockedFirst(sessions)
	if !x.breaks(q, sessions) {
		if sessions = x.planned; !x.breaks(q, sessions) {
			return list
		}
	}
	members, partial := x.smallest(q, sessions)
	if known(list, members) {
		return list
	}
	return append(list, x.clash(q, members, partial))
}

func known(list []clash, members []*training.Session) bool {
	return slices.ContainsFunc(list, func(c clash) bool { return sameSet(c.members, members) })
}

func sameSet(a, b []*training.Session) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(s *training.Session) bool { return !slices.Contains(b, s) })
}

// others finds the further sets of a rule: those that are left when one member of each known set is put aside (Reiter 1987, a tree of
// hitting sets). What is put aside is a bit for each planned session.
func (x *explainer) others(q quest, list []clash) []clash {
	if q.overAlways && q.underEver {
		return list
	}
	if len(x.planned) > 64 {
		x.cut = true
		return list
	}
	queue, seen := []uint64{0}, map[uint64]bool{}
	for len(queue) > 0 {
		aside := queue[0]
		queue = queue[1:]
		set, found := x.setBeside(q, list, aside)
		if !found {
			continue
		}
		if fresh := !known(list, set.members); x.trials <= 0 || fresh && len(list) == maxSetsOfRule {
			x.cut = true
			return list
		} else if fresh {
			list = append(list, set)
		}
		for _, member := range set.members {
			if next := aside | x.bit(member); !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return list
}

// setBeside is a known set without what is put aside, or else a new one.
func (x *explainer) setBeside(q quest, list []clash, aside uint64) (clash, bool) {
	for _, c := range list {
		if len(c.members) > 0 && !slices.ContainsFunc(c.members, func(m *training.Session) bool { return aside&x.bit(m) != 0 }) {
			return c, true
		}
	}
	var left []*training.Session
	for _, m := range x.planned {
		if aside&x.bit(m) == 0 {
			left = append(left, m)
		}
	}
	if !x.breaks(q, left) {
		return clash{}, false
	}
	members, partial := x.smallest(q, left)
	return x.clash(q, members, partial), true
}

func (x *explainer) bit(s *training.Session) uint64 { return 1 << slices.Index(x.planned, s) }

// smallest is a deletion filter: it drops one session after the other as long as the rest breaks the rule. It goes round until nothing can
// be dropped, because dropping one can make another a key session.
func (x *explainer) smallest(q quest, members []*training.Session) (set []*training.Session, partial bool) {
	for dropped := true; dropped; {
		dropped = false
		for n := 0; n < len(members); {
			if x.trials <= 0 {
				x.cut = true
				return members, true
			}
			if rest := slices.Delete(slices.Clone(members), n, n+1); x.breaks(q, rest) {
				members, dropped = rest, true
			} else {
				n++
			}
		}
	}
	return members, false
}

// clash puts a set into words: those of the worst row that it breaks by itself.
func (x *explainer) clash(q quest, members []*training.Session, partial bool) clash {
	w := watch{quest: q, wantsWords: true}
	x.try(members, &w)
	return clash{
		quest: q, atLeast: w.worst.atLeast, members: members, message: w.message, last: x.frame.date(w.worst.to), event: w.worst.event, partial: partial,
		measured: w.worst.measured, limit: w.worst.limit,
	}
}
