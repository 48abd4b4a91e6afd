package planner

import (
	"context"
	"fmt"
	"slices"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// analyze says what is locked, what is wished for and what the body can take: the days' targets.
func (j *journey) analyze(ctx context.Context) ([]Event, error) {
	locked := j.input(j.locked())
	certificate, err := Judge(ctx, j.planner.Store, j.run.AthleteID, locked)
	if err != nil {
		return nil, fmt.Errorf("judge the locks: %w", err)
	}
	switch {
	case certificate.Verdict == rules.Infeasible:
		return nil, &failure{"INFEASIBLE", infeasibleMessage(certificate), &certificate}
	case impossible(certificate) && !goalAlone(certificate):
		return nil, &failure{"CONFLICT", conflictMessage(certificate), &certificate}
	}
	if err := j.understand(ctx); err != nil {
		return nil, err
	}
	var events []Event
	for _, s := range j.kept() {
		events = append(events, &LockKept{EventHead: j.head(Analyze, keptMessage(&s)+j.gives(&s)), Session: s.PlannedSession})
	}
	b := brief.New(j.briefInput(locked))
	if j.run.TargetFitness != nil && !b.Known {
		return nil, &failure{"INSUFFICIENT_DATA", noFitness, &certificate}
	}
	j.state.Brief = b
	j.state.Targets = j.targets(b)
	events = append(events, &TargetsSet{EventHead: j.head(Analyze, b.Message()), Targets: j.state.Targets})
	return events, nil
}

// briefInput is what the days are shaped from.
func (j *journey) briefInput(locked rules.Input) brief.Input {
	kept := j.kept()
	in := brief.Input{
		From: j.run.From, Days: j.run.Days, Hours: j.snapshot.Hours(), Ledger: j.snapshot.Ledger(), Locked: locked, Standing: j.input(kept),
		Kept: kept, LockedDays: j.snapshot.LockedDays, Wishes: j.state.Wishes, TargetFitness: j.run.TargetFitness,
	}
	for i := range j.run.Days {
		if date := j.run.From.AddDays(i); j.gaveUp(date) {
			in.GaveUp = append(in.GaveUp, date)
		}
	}
	if last, any := j.lastKept(); any {
		in.FullUntil = last
	}
	return in
}

// targets are a brief's days as clients see them.
func (j *journey) targets(b *brief.Brief) []DayTarget {
	targets := make([]DayTarget, len(b.Days))
	for i, d := range b.Days {
		targets[i] = DayTarget{Date: j.run.From.AddDays(i), TSS: d.TSS, Focus: d.Foci(), Rest: d.TSS == 0}
	}
	return targets
}

const noFitness = "A fitness is wanted, and nothing is known of what it is now: import activities or state a startingFitness."

// impossible tells whether a certificate forbids to write a calendar.
func impossible(c rules.Certificate) bool {
	return c.Verdict == rules.Conflict || c.Verdict == rules.Infeasible
}

// goalAlone tells whether nothing but the goal is missed: with no plan yet it always is.
func goalAlone(c rules.Certificate) bool {
	for _, v := range c.Violations() {
		if v.Severity == rules.Hard && v.RuleID != "GOAL" {
			return false
		}
	}
	return true
}

func keptMessage(s *training.Session) string {
	why := "is planned already and stays"
	switch {
	case s.Status == training.Completed:
		why = "is done"
	case s.Lock != nil:
		why = "is locked"
	}
	return fmt.Sprintf("%s %s, %s (%s, %.0f TSS), %s.", prose.Day(s.Date), s.Start, s.Title, prose.Minutes(s.Load.DurationSeconds), s.Load.TSS, why)
}

func conflictMessage(c rules.Certificate) string {
	message := "What is locked cannot hold together."
	for i, set := range c.Conflicts {
		if i == 3 {
			return message + fmt.Sprintf(" And %d more.", len(c.Conflicts)-i)
		}
		message += " " + set.Message
	}
	return message
}

// inDays tells whether a session stands on one of the days that are planned.
func (j *journey) inDays(s *training.Session) bool {
	return s.Date >= j.run.From && s.Date < j.run.From.AddDays(j.run.Days)
}

// fixed tells whether no planner may touch a session: it is done, locked, before today, or on a locked day. A lock of any scope is kept
// whole: what it leaves open is the athlete's to change.
func (j *journey) fixed(s *training.Session) bool {
	return s.Status != training.Planned || s.Lock != nil || s.Date < j.snapshot.Today || slices.Contains(j.snapshot.LockedDays, s.Date)
}

// skipped tells whether a session was given up: it stays on the calendar as it is and is no part of any plan.
func skipped(s *training.Session) bool { return s.Status == training.Skipped }

// locked are the sessions of the planned days that stay whatever is proposed.
func (j *journey) locked() []training.Session {
	return j.some(func(s *training.Session) bool { return j.fixed(s) && !skipped(s) })
}

// kept are the locked ones and, where the request asks for it, all that is planned.
func (j *journey) kept() []training.Session {
	return j.some(func(s *training.Session) bool { return (j.fixed(s) || j.run.KeepPlanned) && !skipped(s) })
}

// gaveUp tells whether a session of a planned day was skipped: the day takes nothing new in its place.
func (j *journey) gaveUp(date training.Date) bool {
	return len(j.some(func(s *training.Session) bool { return skipped(s) && s.Date == date })) > 0
}

func (j *journey) some(want func(*training.Session) bool) []training.Session {
	var list []training.Session
	for i := range j.snapshot.Sessions {
		if s := &j.snapshot.Sessions[i]; j.inDays(s) && want(s) {
			list = append(list, *s)
		}
	}
	return list
}

// input is what the rules look at with these sessions on the planned days, beside those that were skipped.
func (j *journey) input(sessions []training.Session) rules.Input {
	in := j.snapshot.RulesInput(j.run.From, j.run.Days)
	in.TargetFitness = j.run.TargetFitness
	in.Sessions = nil
	for _, s := range j.snapshot.Sessions {
		if !j.inDays(&s) || skipped(&s) {
			in.Sessions = append(in.Sessions, s)
		}
	}
	in.Sessions = append(in.Sessions, sessions...)
	return in
}

// whole is what the rules look at when nothing is added to these sessions any more.
func (j *journey) whole(sessions []training.Session) rules.Input {
	in := j.input(sessions)
	in.Complete = true
	if last, any := j.lastKept(); any {
		in.FullUntil = last
	}
	return in
}

// lastKept is the day up to which a request to keep what is planned leaves the days as they are, and whether there is one.
func (j *journey) lastKept() (last training.Date, any bool) {
	if !j.run.KeepPlanned {
		return 0, false
	}
	for _, s := range j.kept() {
		if s.Status == training.Planned {
			last, any = max(last, s.Date), true
		}
	}
	return last, any
}

// counted is the load of a session that counts against budgets.
func (j *journey) counted(s *training.Session) float64 {
	return j.snapshot.Athlete.Profile.CountedTSS(s.Sport, s.Load.TSS)
}
