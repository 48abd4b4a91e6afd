package view

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// AttentionKind is what about an athlete wants looking at.
type AttentionKind string

// What wants looking at, the most urgent first.
const (
	AttentionRestriction  AttentionKind = "RESTRICTION"
	AttentionIllness      AttentionKind = "ILLNESS"
	AttentionBrokenRule   AttentionKind = "BROKEN_RULE"
	AttentionMissedKey    AttentionKind = "MISSED_KEY_SESSION"
	AttentionRunFailed    AttentionKind = "RUN_FAILED"
	AttentionNothingAhead AttentionKind = "NOTHING_PLANNED"
)

// Attention is something about an athlete that wants looking at, and what it is about.
type Attention struct {
	Kind        AttentionKind
	Date        training.Date // of what happened, or the first day that it is about
	Message     string
	Session     training.SessionID    // empty for none
	RunID       training.RunID        // empty for none
	Restriction *training.Restriction // nil for none
}

// What is looked at: days behind today, days ahead of it, and among how many of them there is to be something planned.
const (
	AttentionDaysBack  = 7
	AttentionDaysAhead = 14
	plannedWithin      = 7
)

// AttentionTo is what about an athlete wants looking at, the most urgent first and of a kind the oldest. The snapshot is of
// AttentionDaysAhead days from today, broken are the rules that the calendar of these days breaks, and last is the athlete's newest run,
// nil for none, or for one that failed by what is Mended.
func AttentionTo(s runs.Snapshot, broken []rules.RuleCheck, last *runs.Run) []Attention {
	list := []Attention{}
	for i := range s.Restrictions {
		if r := &s.Restrictions[i]; r.Open() && r.ID != "" {
			list = append(list, Attention{
				Kind: AttentionRestriction, Date: r.SaidOn, Restriction: r, Message: fmt.Sprintf("What was said on %s holds still: %s.", prose.Day(r.SaidOn), restricted(r)),
			})
		}
	}
	if at := len(s.CheckIns) - 1; at >= 0 && s.CheckIns[at].Sick && s.CheckIns[at].Date >= s.Today.AddDays(-AttentionDaysBack) {
		list = append(list, Attention{
			Kind: AttentionIllness, Date: s.CheckIns[at].Date, Message: fmt.Sprintf("Ill by the check-in of %s, the newest one.", prose.Day(s.CheckIns[at].Date)),
		})
	}
	for i := range broken {
		if b := &broken[i]; b.Severity == rules.Hard {
			a := Attention{Kind: AttentionBrokenRule, Date: b.From, Message: b.Message}
			if len(b.Sessions) == 1 {
				a.Session = b.Sessions[0].ID
			}
			list = append(list, a)
		}
	}
	list = append(list, missedKeys(&s)...)
	if last != nil && last.Status == runs.Failed && last.Failure != nil && training.DateOf(last.CreatedAt.In(s.Athlete.Profile.Location())) >= s.Today.AddDays(-AttentionDaysBack) {
		list = append(list, Attention{
			Kind: AttentionRunFailed, Date: training.DateOf(last.CreatedAt.In(s.Athlete.Profile.Location())), RunID: last.ID, Message: "The newest plan failed: " + *last.Failure,
		})
	}
	if !slices.ContainsFunc(s.Sessions, func(p training.Session) bool {
		return p.Status == training.Planned && p.Date >= s.Today && p.Date < s.Today.AddDays(plannedWithin)
	}) {
		list = append(list, Attention{Kind: AttentionNothingAhead, Date: s.Today, Message: fmt.Sprintf("Nothing is planned for %d days from today.", plannedWithin)})
	}
	return list
}

// Mended tells whether what a run failed by is there no more, by the HARD rules that the calendar of the days ahead breaks: its conflicts are of sessions of
// these days, and those of none of them break the rule of their set together any more.
func Mended(failed *rules.Certificate, s *runs.Snapshot, broken []rules.RuleCheck) bool {
	return failed != nil && len(failed.Conflicts) > 0 && !slices.ContainsFunc(failed.Conflicts, func(set rules.ConflictSet) bool {
		return len(set.RuleIDs) != 1 || len(set.Sessions) == 0 || stillClash(&set, s, broken)
	})
}

// stillClash tells whether the sessions of a set break its rule together, or stand where nobody looks.
func stillClash(set *rules.ConflictSet, s *runs.Snapshot, broken []rules.RuleCheck) bool {
	if slices.ContainsFunc(set.Sessions, func(p training.PlannedSession) bool {
		return p.Date < s.Today || p.Date >= s.Today.AddDays(AttentionDaysAhead)
	}) {
		return true
	}
	return slices.ContainsFunc(broken, func(b rules.RuleCheck) bool {
		return b.Severity == rules.Hard && b.RuleID == set.RuleIDs[0] && !slices.ContainsFunc(set.Sessions, func(p training.PlannedSession) bool {
			return !slices.ContainsFunc(b.Sessions, func(o training.PlannedSession) bool { return o.ID == p.ID })
		})
	})
}

// restricted is a restriction as somebody said it, or what it is.
func restricted(r *training.Restriction) string {
	if r.Words != "" {
		return fmt.Sprintf("%q", r.Words)
	}
	return strings.ToLower(strings.ReplaceAll(string(r.Condition), "_", " "))
}

// missedKeys are the key sessions of the days behind that were skipped or left undone.
func missedKeys(s *runs.Snapshot) []Attention {
	var list []Attention
	for i := range s.Sessions {
		p := &s.Sessions[i]
		if !p.Key || p.Status == training.Completed || p.Date >= s.Today || p.Date < s.Today.AddDays(-AttentionDaysBack) {
			continue
		}
		became := "was not done"
		if p.Status == training.Skipped {
			became = "was skipped"
		}
		list = append(list, Attention{
			Kind: AttentionMissedKey, Date: p.Date, Session: p.ID, Message: fmt.Sprintf("The key session of %s %s: %s.", prose.Day(p.Date), became, p.Title),
		})
	}
	return list
}
