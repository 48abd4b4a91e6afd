package rules

import "fortnight/training"

// quest is a rule whose sets are looked for. Where no session at all is enough to break its upper limits or its lower ones, those are no
// concern of a set.
type quest struct {
	rule       code
	overAlways bool
	underEver  bool
}

// skips tells whether a row is of limits that are broken without a session.
func (q quest) skips(r *row) bool { return r.atLeast && q.underEver || !r.atLeast && q.overAlways }

// breaks tries sessions by themselves.
func (x *explainer) breaks(q quest, sessions []*training.Session) bool {
	w := watch{quest: q}
	x.try(sessions, &w)
	return w.broken
}

func (x *explainer) try(sessions []*training.Session, w *watch) {
	x.trials--
	for _, s := range sessions {
		x.alone.Add(s)
	}
	x.alone.frame.judgeFamily(w.rule, w)
	if w.broken && w.wantsWords {
		w.message = x.alone.frame.message(&w.worst)
	}
	for _, s := range sessions {
		x.alone.Remove(s.ID)
	}
}

// judgeFamily measures the rules of one family, or all where it is none of these.
func (f *frame) judgeFamily(rule code, out sink) {
	f.prepare()
	switch rule.family() {
	case "AVL":
		f.availability(out)
	case "LD-":
		f.loadRules(out)
	case "INT":
		f.intensity(out)
	case "CON", "STR":
		f.concurrent(out)
		f.legSpacing(out)
		f.strength(out)
		f.freshLegs(out)
	case "RST":
		f.rest(out)
	case "VOL":
		f.volume(out)
	case "TAP":
		f.taper(out)
	case "RED":
		f.readiness(out)
	case "RET":
		f.comingBack(out)
	case "WHO":
		f.athlete(out)
	default:
		f.judge(out)
	}
}

// watch looks out for broken HARD rows of one rule, and keeps the worst.
type watch struct {
	quest
	broken, wantsWords bool
	worst              row
	message            string
}

func (w *watch) take(r row) {
	if r.severity != Hard || r.rule != w.rule || w.skips(&r) || !r.broken() {
		return
	}
	if !w.broken || r.excess() > w.worst.excess() {
		w.worst = r
	}
	w.broken = true
}
