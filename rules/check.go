package rules

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"

	"fortnight/training"
)

// rows collects what judge measures.
type rows []row

func (r *rows) take(one row) { *r = append(*r, one) }

// Check measures every rule over every window and names what cannot hold together.
func Check(in Input) Certificate {
	f := newFrame(&in)
	all := make(rows, 0, 32*in.Days)
	f.judge(&all)
	checks := make([]RuleCheck, 0, len(all)+len(catalogue))
	checks = append(checks, lockChecks(&in)...)
	checks = append(checks, f.historyCheck())
	seen := map[ID]bool{"LCK-1": true, "DAT-1": true}
	figures := make([]figure, len(all))
	for i := range all {
		r := &all[i]
		if i == 0 || r.rule != all[i-1].rule {
			seen[r.rule] = true
		}
		checks = append(checks, f.check(r, &figures[i]))
	}
	checks = append(checks, f.untouched(seen)...)
	c := Certificate{Checks: checks, Conflicts: []ConflictSet{}}
	if hardBroken(checks) {
		c.Conflicts, c.Partial = explain(in, f, all)
		c.Conflicts = append(lockSets(checks), c.Conflicts...)
	}
	c.Checks = append(c.Checks, f.locksCheck(c.Conflicts))
	c.Verdict = f.verdict(checks, c.Conflicts)
	c.Hash = hash(&in, checks)
	return c
}

func hardBroken(checks []RuleCheck) bool {
	for i := range checks {
		if c := &checks[i]; c.Severity == Hard && !c.Passed && !c.InsufficientData {
			return true
		}
	}
	return false
}

func (f *frame) verdict(checks []RuleCheck, sets []ConflictSet) Verdict {
	if outOfReach := func(s ConflictSet) bool { return len(s.RuleIDs) > 1 }; len(sets) == 1 && outOfReach(sets[0]) {
		return Infeasible
	}
	if hardBroken(checks) {
		return Conflict
	}
	p := &f.in.Profile
	if f.dark && p.FTPWatts == nil && p.RowFTPWatts == nil && p.ThresholdSecondsPerKilometer == nil && p.CriticalSwimSecondsPer100Meters == nil {
		return InsufficientData
	}
	if f.thin {
		return FeasibleWithWarnings
	}
	for i := range checks {
		if c := &checks[i]; c.Severity == Soft && !c.Passed && !c.InsufficientData {
			return FeasibleWithWarnings
		}
	}
	return Feasible
}

// figure is what a check points to: a whole certificate's are made at once.
type figure struct{ measured, margin float64 }

// check puts a row into words.
func (f *frame) check(r *row, numbers *figure) RuleCheck {
	c := RuleCheck{
		RuleID: r.rule, Severity: r.severity, From: f.date(r.from), To: f.date(r.to), Limit: r.limit, Overridden: r.own,
		Passed: !r.unknown && !r.broken(), InsufficientData: r.unknown, Sessions: f.sessionsOf(r), Message: f.message(r),
	}
	if !r.unknown {
		numbers.measured, numbers.margin = r.measured, r.limit-r.measured
		if r.atLeast {
			numbers.margin = -numbers.margin
		}
		c.Measured, c.Margin = &numbers.measured, &numbers.margin
	}
	return c
}

// sessionsOf are the planned sessions that a row rests on.
func (f *frame) sessionsOf(r *row) []training.PlannedSession {
	items := f.itemsOf(r)
	list := make([]training.PlannedSession, len(items))
	for n, i := range items {
		list[n] = i.session.PlannedSession
	}
	return list
}

func (f *frame) itemsOf(r *row) []*item {
	var list []*item
	if r.a != nil || r.b != nil {
		for _, i := range []*item{r.a, r.b} {
			if i != nil && i.planned() {
				list = append(list, i)
			}
		}
		return list
	}
	if r.from != r.to && !r.broken() {
		return nil
	}
	for n := range f.items {
		if i := &f.items[n]; i.planned() && i.day >= r.from && i.day <= r.to && (r.pick == nil && i.day < r.to || r.pick != nil && r.pick(i)) {
			list = append(list, i)
		}
	}
	return list
}

// historyCheck is DAT-1.
func (f *frame) historyCheck() RuleCheck {
	known := float64(min(f.known, HistoryDays))
	margin := known - seedDays
	message := fmt.Sprintf("%.0f days of history are known.", known)
	if f.thin {
		message = fmt.Sprintf("Only %.0f days of history are known, %d are needed: the limits of load are those of a novice.", known, seedDays)
	}
	return RuleCheck{
		RuleID: "DAT-1", Severity: Advisory, From: f.date(1 - HistoryDays), To: f.date(0), Measured: &known, Limit: seedDays, Margin: &margin,
		Passed: !f.thin, Sessions: []training.PlannedSession{}, Message: message,
	}
}

// locksCheck is LCK-2: how many of the conflict sets are made of locked sessions alone.
func (f *frame) locksCheck(sets []ConflictSet) RuleCheck {
	clashes := 0.0
	for _, set := range sets {
		locked := len(set.Sessions) > 0 && set.RuleIDs[0] != "LCK-1"
		for _, s := range set.Sessions {
			locked = locked && s.Lock != nil
		}
		if locked {
			clashes++
		}
	}
	margin, message := -clashes, "No locks contradict each other."
	if clashes > 0 {
		message = fmt.Sprintf("%.0f conflict sets are made of locks alone.", clashes)
	}
	return RuleCheck{
		RuleID: "LCK-2", Severity: Hard, From: f.date(1), To: f.date(f.in.Days), Measured: &clashes, Margin: &margin, Passed: clashes == 0,
		Sessions: []training.PlannedSession{}, Message: message,
	}
}

// untouched are the rules that found nothing to measure in these days.
func (f *frame) untouched(seen map[ID]bool) []RuleCheck {
	var checks []RuleCheck
	for i := range catalogue {
		e := &catalogue[i]
		if seen[e.id] || e.id == "GOAL" || e.id == "LCK-2" {
			continue
		}
		c := RuleCheck{
			RuleID: e.id, Severity: e.severity, From: f.date(1), To: f.date(f.in.Days), Passed: true, Sessions: []training.PlannedSession{},
			Message: "Nothing in these days that the rule speaks of.",
		}
		if e.limit != nil {
			c.Limit = e.limit(&f.limits)
		}
		checks = append(checks, c)
	}
	return checks
}

// hash binds a certificate to what it was made of: the input, the calendar's revision with it, and the checks.
func hash(in *Input, checks []RuleCheck) string {
	sum := sha256.New()
	encoder := json.NewEncoder(sum)
	for _, part := range []any{in.Revision, in.Today, in.From, in.Days, in.Profile, in.CheckIns, in.LockedDays, in.Overrides, in.TargetFitness, in.Missed, in.Complete} {
		if encoder.Encode(part) != nil {
			return ""
		}
	}
	var text []byte
	for i := range in.Sessions {
		s := &in.Sessions[i]
		text = appendText(text[:0], string(s.ID), string(s.WorkoutID), string(s.Status))
		sum.Write(appendNumbers(text, float64(s.Date), float64(s.Start), s.Load.TSS))
	}
	for i := range checks {
		c := &checks[i]
		text = appendText(text[:0], string(c.RuleID), string(c.Severity))
		text = appendNumbers(text, float64(c.From), float64(c.To), c.Limit)
		if c.Measured != nil {
			text = appendNumbers(text, *c.Measured)
		}
		text = appendText(text, c.Message)
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// appendText ends each text with its length, so that no two lists of texts read alike.
func appendText(to []byte, texts ...string) []byte {
	for _, text := range texts {
		to = append(to, text...)
		to = binary.LittleEndian.AppendUint32(to, uint32(len(text)))
	}
	return to
}

func appendNumbers(to []byte, numbers ...float64) []byte {
	for _, x := range numbers {
		to = binary.LittleEndian.AppendUint64(to, math.Float64bits(x))
	}
	return to
}
