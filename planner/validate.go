package planner

import (
	"context"
	"fmt"
	"math"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// maxRounds is how often a proposal is repaired before the run gives up. The rounds of a model are counted apart.
const maxRounds = 3

// validate has the rules judge the whole proposal, and tells each rule in its tightest window and each that is broken.
func (j *journey) validate(ctx context.Context) ([]Event, error) {
	if err := j.load(ctx); err != nil {
		return nil, err
	}
	in := j.whole(j.sessions())
	in.Before = j.some(func(*training.Session) bool { return true })
	certificate, err := Judge(ctx, j.planner.Store, j.run.AthleteID, in)
	if err != nil {
		return nil, fmt.Errorf("judge the proposal: %w", err)
	}
	events := j.checked(certificate)
	j.state.Valid = !impossible(certificate)
	if j.state.Valid {
		j.state.Certificate = &certificate
		return events, nil
	}
	j.state.Certificate = &rules.Certificate{Checks: hardOf(certificate)} // all that a repair needs
	empty := len(j.state.Draft) == len(j.locked()) && !j.resolves()
	if j.state.Rounds == maxRounds || empty {
		certificate.Verdict = rules.Infeasible
		return nil, &failure{"INFEASIBLE", infeasibleMessage(certificate), &certificate}
	}
	return events, nil
}

// hardOf are the HARD rules that a certificate says are broken.
func hardOf(c rules.Certificate) []rules.RuleCheck {
	return slices.DeleteFunc(c.Violations(), func(v rules.RuleCheck) bool { return v.Severity != rules.Hard })
}

func infeasibleMessage(c rules.Certificate) string {
	message := "No plan for these days keeps every HARD rule."
	for i, set := range c.Conflicts {
		if i == 3 {
			break
		}
		message += " " + set.Message
	}
	return message
}

func (j *journey) checked(c rules.Certificate) []Event {
	tightest := map[rules.ID]int{}
	var order []rules.ID
	for i := range c.Checks {
		check := &c.Checks[i]
		best, seen := tightest[check.RuleID]
		if !seen {
			order = append(order, check.RuleID)
		}
		if !seen || tighter(check, &c.Checks[best]) {
			tightest[check.RuleID] = i
		}
	}
	var shown []int
	for _, id := range order {
		if c := &c.Checks[tightest[id]]; c.Measured != nil || !c.Passed { // what a rule does not speak of is in the certificate alone
			shown = append(shown, tightest[id])
		}
	}
	for i := range c.Checks {
		if check := &c.Checks[i]; !check.Passed && !check.InsufficientData && check.Severity == rules.Hard && !slices.Contains(shown, i) {
			shown = append(shown, i)
		}
	}
	events := make([]Event, len(shown))
	for n, i := range shown {
		check := c.Checks[i]
		events[n] = &RuleChecked{EventHead: j.head(Validate, checkMessage(&check)), Check: check}
	}
	return events
}

func checkMessage(c *rules.RuleCheck) string {
	verdict := "holds"
	switch {
	case c.InsufficientData:
		verdict = "cannot be measured"
	case !c.Passed && c.Severity == rules.Hard:
		verdict = "is broken"
	case !c.Passed:
		verdict = "is not met"
	}
	return fmt.Sprintf("%s %s. %s", c.RuleID, verdict, c.Message)
}

// tighter tells whether a check has less room than another: broken before held, then the smaller margin for its limit.
func tighter(a, b *rules.RuleCheck) bool {
	if a.InsufficientData != b.InsufficientData {
		return b.InsufficientData
	}
	if a.Passed != b.Passed {
		return !a.Passed
	}
	return room(a) < room(b)
}

func room(c *rules.RuleCheck) float64 {
	if c.Margin == nil {
		return math.Inf(1)
	}
	return *c.Margin / math.Max(1, math.Abs(c.Limit))
}

// repair mends the proposal: the model its own while it has rounds left, then code. That changes as little as will do: while a HARD rule
// is broken, the one change of one session that leaves the fewest broken is made — another workout in its place, else another day, else
// none. Where that is not enough for a model's proposal, the solver plans anew.
func (j *journey) repair(ctx context.Context) ([]Event, error) {
	if err := j.load(ctx); err != nil {
		return nil, err
	}
	if j.mends() {
		return j.mend(ctx)
	}
	var events []Event
	if j.model() && len(j.state.Picks) > 0 {
		broken := j.brokenOn(j.run.From)
		reason := fmt.Sprintf("The language model's proposal still breaks a rule after %d more rounds: %s", j.state.ModelRounds, checkMessage(&broken))
		events = append(events, j.giveUp(Repair, reason))
	}
	j.state.Rounds++
	r := newRepairer(j)
	events = append(events, r.mend()...)
	j.state.Draft = j.draft(append(j.locked(), r.sessions...))
	if r.rules.Score().Hard > 0 && j.resolves() {
		events = append(events, j.resolve()...)
	}
	return events, nil
}

// resolves tells whether the solver may yet plan anew what a model proposed.
func (j *journey) resolves() bool { return len(j.state.Picks) > 0 && !j.state.Resolved }

// resolve has the solver plan without the model's picks.
func (j *journey) resolve() []Event {
	j.state.Picks, j.state.Resolved = nil, true
	s := newSolver(j)
	s.solve()
	j.state.Draft = j.draft(append(j.kept(), s.plan()...))
	return j.proposed(Repair)
}

// repairer holds the draft while it is changed.
type repairer struct {
	j        *journey
	rules    *rules.Evaluator
	sessions []training.Session // the draft's that may be changed
}

func newRepairer(j *journey) *repairer {
	fixed := map[training.SessionID]bool{}
	for _, s := range j.locked() {
		fixed[s.ID] = true
	}
	r := &repairer{j: j, rules: rules.NewEvaluator(j.whole(j.locked()))}
	for _, s := range j.sessions() {
		if !fixed[s.ID] {
			r.sessions = append(r.sessions, s)
		}
	}
	for i := range r.sessions {
		r.rules.Add(&r.sessions[i])
	}
	return r
}

// mend changes one session after the other as long as that leaves fewer HARD rules broken.
func (r *repairer) mend() []Event {
	var events []Event
	for range len(r.j.state.Draft) + rules.MaxDays {
		before := r.rules.Score()
		if before.Hard == 0 {
			break
		}
		event, changed := r.step(before)
		if !changed {
			break
		}
		events = append(events, event)
	}
	return events
}

// step makes the best single change.
func (r *repairer) step(before rules.Score) (Event, bool) {
	because := r.because()
	best, at := before, -1
	var change training.Session
	removed := false
	for i := range r.sessions {
		old := r.sessions[i]
		r.rules.Remove(old.ID)
		for _, candidate := range r.changes(&old) {
			r.rules.Add(&candidate)
			if score := r.rules.Score(); score.Hard < best.Hard || score.Hard == best.Hard && score.Better(best) && at >= 0 && !removed {
				best, at, change, removed = score, i, candidate, false
			}
			r.rules.Remove(candidate.ID)
		}
		if score := r.rules.Score(); score.Hard < best.Hard {
			best, at, removed = score, i, true
		}
		r.rules.Add(&r.sessions[i])
	}
	if at < 0 {
		return nil, false
	}
	old := r.sessions[at]
	r.rules.Remove(old.ID)
	event := &SessionReplaced{Date: old.Date, Before: old.WorkoutID, Because: because}
	if removed {
		r.sessions = slices.Delete(r.sessions, at, at+1)
		event.EventHead = r.j.head(Repair, fmt.Sprintf("%s: %s is taken away, because %s", day(old.Date), old.Title, checkMessage(&because)))
	} else {
		r.sessions[at] = change
		event.After = change.WorkoutID
		event.EventHead = r.j.head(Repair, fmt.Sprintf("%s: %s gives way to %s on %s, because %s", day(old.Date), old.Title, change.Title, day(change.Date), checkMessage(&because)))
	}
	r.reload()
	return event, true
}

// reload gives the evaluator the sessions afresh: their places in memory have changed.
func (r *repairer) reload() {
	r.rules = rules.NewEvaluator(r.j.whole(r.j.locked()))
	for i := range r.sessions {
		r.rules.Add(&r.sessions[i])
	}
}

// because is the first HARD rule that is broken.
func (r *repairer) because() rules.RuleCheck {
	in := r.j.whole(append(r.j.locked(), r.sessions...))
	for _, c := range rules.Check(in).Violations() {
		if c.Severity == rules.Hard {
			return c
		}
	}
	return rules.RuleCheck{}
}

// changes are a session's: each other workout that the library offered for its kind of day and that is no longer, and each other day.
func (r *repairer) changes(old *training.Session) []training.Session {
	var list []training.Session
	for _, o := range r.j.state.Offers {
		for _, m := range o.Matches {
			w := r.j.workouts[m.WorkoutID]
			if w.ID == "" || w.ID == old.WorkoutID || w.DurationSeconds > old.Load.DurationSeconds || len(list) > 40 || old.RunID != r.j.run.ID {
				continue
			}
			if !r.allows(old.Date, &w, old) {
				continue
			}
			s := *old
			s.WorkoutID, s.Title, s.Sport, s.Focus, s.Load = w.ID, w.Title, w.Sport, w.Focus, w.Load
			list = append(list, s)
		}
	}
	for d := range r.j.run.Days {
		s := *old
		s.Date = r.j.run.From.AddDays(d)
		if s.Date == old.Date || s.Date < r.j.snapshot.Today || slices.Contains(r.j.snapshot.LockedDays, s.Date) {
			continue
		}
		fits := r.j.snapshot.ahead(&s) && rules.Fits(r.j.snapshot.Athlete.Profile, s.Date, s.Start, s.Sport, s.Load.DurationSeconds)
		if fits && r.allows(s.Date, r.j.workoutOf(&s), old) {
			list = append(list, s)
		}
	}
	return list
}

// allows tells whether the wish allows a workout on a day in place of a session.
func (r *repairer) allows(date training.Date, w *training.Workout, instead *training.Session) bool {
	if len(r.j.state.Wishes) == 0 {
		return true
	}
	standing := r.j.locked()
	for i := range r.sessions {
		if r.sessions[i].ID != instead.ID {
			standing = append(standing, r.sessions[i])
		}
	}
	return r.j.state.Wishes.allows(date, w, standing)
}
