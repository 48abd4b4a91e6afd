package conflict

import (
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// Bounds of an explanation.
const (
	MaxSets       = 24
	maxSetsOfRule = 8
)

// search looks for the smallest sets of planned sessions that break a HARD rule, together with history, hours, events and check-ins.
type search struct {
	*trials
	frame   *frame.Frame // of the calendar as a whole
	planned []*training.Session
}

func newSearch(t *trials, f *frame.Frame) *search {
	x := &search{trials: t, frame: f}
	for n := range f.Items {
		if i := &f.Items[n]; i.Planned {
			x.planned = append(x.planned, i.Session)
		}
	}
	unlockedFirst(x.planned)
	return x
}

// unlockedFirst puts first what is dropped first: where locks alone clash the set is made of locks.
func unlockedFirst(list []*training.Session) {
	slices.SortStableFunc(list, func(a, b *training.Session) int { return int(frame.One(a.Lock != nil) - frame.One(b.Lock != nil)) })
}

// clashes finds a set for every broken row, and then the others of each rule.
func (x *search) clashes(broken []frame.Row) []clash {
	var rules []catalogue.Code
	quests, lists := map[catalogue.Code]quest{}, map[catalogue.Code][]clash{}
	for n := range broken {
		r := &broken[n]
		if len(lists[r.Rule]) >= maxSetsOfRule {
			continue
		}
		q, begun := quests[r.Rule]
		if !begun {
			q, lists[r.Rule] = x.begin(r.Rule)
			quests[r.Rule], rules = q, append(rules, r.Rule)
		}
		if !q.skips(r) {
			lists[r.Rule] = x.fromRow(q, lists[r.Rule], r)
		}
	}
	var list []clash
	for _, rule := range rules {
		list = append(list, x.others(quests[rule], lists[rule])...)
	}
	x.cut = x.cut || len(list) > MaxSets
	return list[:min(len(list), MaxSets)]
}

// begin tries no sessions at all: what is broken then is a clash without any.
func (x *search) begin(rule catalogue.Code) (quest, []clash) {
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
func (x *search) fromRow(q quest, list []clash, r *frame.Row) []clash {
	var sessions []*training.Session
	for _, i := range x.frame.ItemsOf(r) {
		sessions = append(sessions, i.Session)
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
func (x *search) others(q quest, list []clash) []clash {
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
		if fresh := !known(list, set.members); x.left <= 0 || fresh && len(list) == maxSetsOfRule {
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
func (x *search) setBeside(q quest, list []clash, aside uint64) (clash, bool) {
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

func (x *search) bit(s *training.Session) uint64 { return 1 << slices.Index(x.planned, s) }

// smallest is a deletion filter: it drops one session after the other as long as the rest breaks the rule. It goes round until nothing can
// be dropped, because dropping one can make another a key session.
func (x *search) smallest(q quest, members []*training.Session) (set []*training.Session, partial bool) {
	for dropped := true; dropped; {
		dropped = false
		for n := 0; n < len(members); {
			if x.left <= 0 {
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
func (x *search) clash(q quest, members []*training.Session, partial bool) clash {
	w := watch{quest: q, wantsWords: true}
	x.try(members, &w)
	return clash{
		quest: q, atLeast: w.worst.AtLeast, members: members, message: w.message, last: x.frame.Date(w.worst.To), event: w.worst.Event,
		partial:  partial,
		measured: w.worst.Measured, limit: w.worst.Limit,
	}
}
