package rules

import "fortnight/training"

// row is one rule over one window, before anybody asks for words.
type row struct {
	severity Severity
	from, to int // days
	measured float64
	limit    float64
	rule     code
	atLeast  bool // measured must reach the limit, not stay below it
	unknown  bool // there is not enough history to say
	missing  bool // what the rule asks for is not there at all: it is broken, and no number says by how much
	own      bool // the limit is the athlete's own
	a, b     *item
	pick     func(*item) bool // which sessions of the window it rests on, where they are not a and b
	event    *training.Event  // that the row is about
	weight   float64          // what breaking it costs where that is not what the rule's evidence says
	note     string           // which of a rule's limits it is, or why none is asked for
}

// slack forgives rounding: what is this close to a limit keeps it.
const slack = 1e-9

func (r *row) broken() bool {
	if r.unknown || r.missing {
		return r.missing
	}
	if r.atLeast {
		return r.measured < r.limit-slack
	}
	return r.measured > r.limit+slack
}

// excess is how far a broken row is beyond its limit as a share of it; with limit 0 the excess itself (science §0b). Where something is
// missing nobody can say, and it costs nothing.
func (r *row) excess() float64 {
	if r.missing {
		return 0
	}
	excess := r.measured - r.limit
	if r.atLeast {
		excess = -excess
	}
	if excess <= slack {
		return 0
	}
	if size := abs(r.limit); size > slack {
		return excess / size
	}
	return excess
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// sink takes rows.
type sink interface{ take(row) }

func (f *frame) judge(out sink) {
	f.prepare()
	for _, family := range families {
		family.measure(f, out)
	}
}

// prepare works out what the families share.
func (f *frame) prepare() {
	f.findDays()
	f.markKeys()
	f.placeRaces()
	f.sumWeeks()
	f.dirty = f.in.Days + 1
}

// bound gives a row the limit in force and takes it.
func (f *frame) bound(out sink, r *row) {
	r.limit, r.own = f.limits.own(r.rule, r.severity, r.limit, r.atLeast)
	if !f.brokenOnly || r.broken() {
		out.take(*r)
	}
}

// emit takes a row whose limit is the one in force.
func (f *frame) emit(out sink, r *row) {
	if !f.brokenOnly || r.broken() {
		r.own = f.limits.owns(r.rule, r.severity)
		out.take(*r)
	}
}

// markKeys works out which items are key: exactly the flagged ones where anything is flagged, else every HI and the longest endurance
// session of each seven days (science §0b).
func (f *frame) markKeys() {
	planned := f.items[f.firsts[1]:]
	byFlag := false
	for n := range planned {
		byFlag = byFlag || planned[n].flagged
	}
	marks := planned // what lies before the plan is marked once
	if f.changed == everyConcern || byFlag != f.byFlag {
		marks, f.byFlag = f.items, byFlag
	}
	var longest [MaxDays/7 + 1]*item
	for n := range planned {
		i := &planned[n]
		if byFlag || i.endurance == 0 || !i.endures {
			continue
		}
		if week := (i.day - 1) / 7; longest[week] == nil || i.seconds > longest[week].seconds {
			longest[week] = i
		}
	}
	for n := range marks {
		i := &marks[n]
		key := byFlag && i.flagged || !byFlag && (i.hi || i.day >= 1 && longest[(i.day-1)/7] == i)
		if key != i.key {
			i.key = key
			f.changed |= keyConcern
		}
	}
}
