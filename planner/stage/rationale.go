package stage

import (
	"slices"

	"fortnight/planner/state"
	"fortnight/reason"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// teller finds out what there is to say of the sessions and free days of one plan, and has it said.
type teller struct {
	*state.Fortnight
	all     []training.Session          // of the planned days, by date and start
	keys    map[training.SessionID]bool // that matter most, as the rules read them
	ledger  *training.Ledger
	before  []training.Bout // the first planned day
	whole   []training.Bout // once somebody asks for bouts
	writer  *reason.Writer  // of sessions
	rests   *reason.Writer
	rules   *rules.Evaluator // with all of them
	book    *session.LiftBook
	partial bool // days are still being filled: what depends on the others is not said
}

// oftenRest lets a free day be told in the same words in every week: what keeps it free is the same.
const oftenRest = 3

// newTeller tells of a plan with these sessions, by date and start.
func newTeller(f *state.Fortnight, all []training.Session, partial bool) *teller {
	t := &teller{
		Fortnight: f, all: all, ledger: f.Snapshot.Ledger(), writer: reason.NewWriter(f.Run.From, len(all)),
		rests: reason.NewWriter(f.Run.From, oftenRest*f.Run.Days), partial: partial,
		book: session.NewLiftBook(&f.Snapshot.Athlete.Profile, f.Run.From, training.LiftsDone(f.Snapshot.Sessions, f.Snapshot.Activities)),
	}
	for _, b := range t.ledger.Bouts() {
		if b.Date < f.Run.From {
			t.before = append(t.before, b)
		}
	}
	t.rules = rules.NewEvaluator(f.Whole(all))
	t.keys = t.rules.Keys()
	return t
}

// family is the family of a session's workout, empty for none.
func (t *teller) family(s *training.Session) session.ID {
	w, known := t.Workouts[s.WorkoutID]
	if !known {
		return session.ID(s.Family) // of what stands the calendar knows it
	}
	read, _ := t.Reading(&w)
	return read.Family
}

// why says why a session is there and stands on its day.
func (t *teller) why(s *training.Session) reason.Text {
	w, p := t.Workouts[s.WorkoutID], &t.Snapshot.Athlete.Profile
	family := t.family(s)
	facts := reason.Session{
		Date: s.Date, Start: s.Start, Title: s.Title, Family: family, Sport: s.Sport, Load: &s.Load, Pace: reason.Pace(&w, p, family), Key: t.keys[s.ID],
		Hard:  t.demands(s),
		Event: t.event(s), Wish: t.wished(s, &w),
	}
	if !t.partial {
		t.relate(&facts, s)
	}
	return t.writer.Session(&facts)
}

// relate adds what a session is beside the others.
func (t *teller) relate(facts *reason.Session, s *training.Session) {
	facts.Last, facts.Known, facts.Recent = t.last(s), t.Brief.Recalls(s.Sport), t.recent(s)
	facts.Kin, facts.Longer = t.kin(s, facts.Recent)
	facts.Risen, facts.Lifts = t.risen(s, facts.Last), t.lifts(s)
	facts.Weights = t.weights(s, facts.Lifts)
	facts.Goal, facts.Force = t.goalLift(s), t.Brief.Weeks[int(s.Date-t.Run.From)/7].Standing.Lifts
	facts.Longest = t.longest(s)
	facts.Before, facts.After = t.demandingBefore(s), t.demandingAfter(s)
	facts.Fresh = facts.Before != nil && facts.Before.Hours >= restedHours && s.Load.Demand.LowerBodySeconds > 0 && t.carried(s) <= freshLegs
	facts.Window, facts.UsualDay = t.window(s), t.usualDay(s)
}

// event is what a session leads to or comes from: what its week does, where that is of its sport or over.
func (t *teller) event(s *training.Session) *reason.Event {
	e := t.Brief.Weeks[int(s.Date-t.Run.From)/7].Standing.Event
	if e == nil || e.Name == "" || e.Date == s.Date {
		return nil
	}
	over, mixed := e.Date < s.Date, season.SportOf(e.Kind()) == training.MultiSport && s.Sport.Endurance()
	if !over && !mixed && s.Sport != season.SportOf(e.Kind()) && s.Sport != e.Sport {
		return nil
	}
	return &reason.Event{Name: e.Name, Date: e.Date}
}

// wished are the words of the wish that a session is here for.
func (t *teller) wished(s *training.Session, w *training.Workout) string {
	for i := range t.Wishes {
		if t.Wishes[i].Serves(s.Date, w) {
			return t.Wishes[i].Quote
		}
	}
	return ""
}

// last is the last session of the same family: of the plan, else of what was done.
func (t *teller) last(s *training.Session) *reason.Last {
	family := t.family(s)
	if family == "" {
		return nil
	}
	lifts, last := reason.Lifts(s.Title, family), (*reason.Last)(nil)
	take := func(l reason.Last) bool { // the last one, and of lifts that with the same
		l.Other = lifts != "" && reason.Lifts(l.Title, family) != lifts
		if last == nil || !l.Other {
			last = &l
		}
		return !l.Other
	}
	for i := len(t.all) - 1; i >= 0; i-- {
		if o := &t.all[i]; o.ID != s.ID && earlier(o, s) && t.family(o) == family && take(reason.Last{Date: o.Date, Title: o.Title, Minutes: MinutesOf(o.Load.DurationSeconds)}) {
			return last
		}
	}
	if p := t.Brief.Last[family]; p.Title != "" { // what nobody planned has none: it only looks like one of the family
		if take(reason.Last{Date: p.Date, Title: p.Title, Minutes: p.Minutes, Ahead: p.Ahead}) {
			return last
		}
	}
	for i := len(t.Snapshot.Sessions) - 1; i >= 0 && last != nil; i-- { // done before the other lifts
		o := &t.Snapshot.Sessions[i]
		if o.Status == training.Completed && o.Date < t.Run.From && session.ID(o.Family) == family &&
			take(reason.Last{Date: o.Date, Title: o.Title, Minutes: MinutesOf(o.Load.DurationSeconds)}) {
			break
		}
	}
	return last
}

// weights are what goes on the bar in a session by maximums that are not older than they are good for, of exercises of which nothing is known that was
// lifted.
func (t *teller) weights(s *training.Session, told []session.NextLift) []reason.Weight {
	if s.Sport != training.Strength || t.Prescribed().RIROnly {
		return nil
	}
	w, p := t.Workouts[s.WorkoutID], &t.Snapshot.Athlete.Profile
	known := t.book.Lifts(t.family(s), &w)
	var list []reason.Weight
	for _, at := range onBar(p, &w) {
		if slices.ContainsFunc(append(known, told...), func(l session.NextLift) bool { return l.Exercise == at.Exercise }) {
			continue
		}
		for i := range t.all {
			o := &t.all[i]
			if o.ID == s.ID || !earlier(o, s) || !slices.Contains(o.Load.Demand.Exercises, at.Exercise) {
				continue
			}
			before := t.Workouts[o.WorkoutID]
			for _, was := range onBar(p, &before) {
				if was.Exercise == at.Exercise {
					at.Was, at.On = was.Kilograms, o.Date
				}
			}
		}
		list = append(list, at)
	}
	return list
}

// goalLift is how a session trains the lift of the goal, nil where it does not.
func (t *teller) goalLift(s *training.Session) *reason.GoalLift {
	if s.Sport != training.Strength {
		return nil
	}
	w := t.Workouts[s.WorkoutID]
	return GoalLift(&t.Brief.Goal, &w)
}

// GoalLift is how a workout trains the first of a goal's lifts that it has, nil for none of them.
func GoalLift(g *season.Goal, w *training.Workout) *reason.GoalLift {
	for _, id := range g.Lifts {
		if sets, set := session.WorkSets(w, id); sets > 0 && set.Amount.Kind == training.Repetitions && set.Reserved() != nil {
			return &reason.GoalLift{Exercise: id, Sets: sets, Low: set.Amount.Low, High: set.Amount.High, Reserve: *set.Reserved()}
		}
	}
	return nil
}

// ByMaximum is what goes on the bar in the first work sets of a workout's exercise by the athlete's maximum, and false where that is not known.
func ByMaximum(f *state.Fortnight, w *training.Workout, exercise training.ExerciseID) (kilograms float64, known bool) {
	for _, at := range onBar(&f.Snapshot.Athlete.Profile, w) {
		if at.Exercise == exercise {
			return at.Kilograms, true
		}
	}
	return 0, false
}

// onBar are the weights that the athlete's maximums give the first work sets of a workout's exercises, in order.
func onBar(p *training.Profile, w *training.Workout) []reason.Weight {
	resolved := training.Resolve(w, p)
	var list []reason.Weight
	var look func(steps []training.ResolvedStep)
	look = func(steps []training.ResolvedStep) {
		for i := range steps {
			look(steps[i].Steps)
			step, lift := steps[i].Step.(training.StrengthStep)
			if !lift || slices.ContainsFunc(list, func(o reason.Weight) bool { return o.Exercise == step.ExerciseID }) {
				continue
			}
			max := slices.IndexFunc(p.OneRepMaxes, func(m training.OneRepMax) bool { return m.ExerciseID == step.ExerciseID })
			for j, set := range step.Sets {
				if on := steps[i].Sets[j].Kilograms; max >= 0 && on != nil && set.Kind == training.WorkSet {
					list = append(list, reason.Weight{Exercise: step.ExerciseID, Kilograms: *on, Max: p.OneRepMaxes[max].Kilograms})
					break
				}
			}
		}
	}
	for i := range resolved.Blocks {
		look(resolved.Blocks[i].Steps)
	}
	return list
}

// risen is the threshold for whose rise a session is lower on its ladder than the last of its family, nil where it is not, or for more than that.
func (t *teller) risen(s *training.Session, last *reason.Last) *session.Risen {
	family := t.family(s)
	r, harder := t.Brief.Risen[family]
	before := t.Brief.Last[family]
	if !harder || last == nil || last.Date != before.Date || before.Level == 0 {
		return nil
	}
	w := t.Workouts[s.WorkoutID]
	read, fits := t.Reading(&w)
	if !fits || read.Level != before.Level-r.Rungs {
		return nil
	}
	return &r
}

// lifts is what to lift in a session by what was lifted before the plan: of exercises that no session of the plan has before it, as nobody knows yet how
// those will go.
func (t *teller) lifts(s *training.Session) []session.NextLift {
	if len(s.Load.Demand.Exercises) == 0 {
		return nil
	}
	w := t.Workouts[s.WorkoutID]
	return slices.DeleteFunc(t.book.Lifts(t.family(s), &w), func(l session.NextLift) bool {
		return slices.ContainsFunc(t.all, func(o training.Session) bool {
			return o.ID != s.ID && earlier(&o, s) && slices.Contains(o.Load.Demand.Exercises, l.Exercise)
		})
	})
}

func earlier(a, b *training.Session) bool {
	return a.Date < b.Date || a.Date == b.Date && a.Start < b.Start
}

// MinutesOf are whole minutes, to the nearest.
func MinutesOf(seconds int) int { return (seconds + 30) / 60 }

// recentDays is how far back a long session is compared with what was done (coaching 2.6).
const recentDays = 30

// recent is the longest of a session's sport in the days before it, nil for none.
func (t *teller) recent(s *training.Session) *reason.Done {
	var longest *reason.Done
	bouts := t.bouts()
	for i := range bouts {
		b := &bouts[i]
		minutes := MinutesOf(b.DurationSeconds)
		if b.Sport != s.Sport || b.Date >= s.Date || b.Date < s.Date.AddDays(-recentDays) {
			continue
		}
		planned := b.Date >= t.Run.From
		if longest == nil || minutes > longest.Minutes || minutes == longest.Minutes && !planned { // of equals the last that was done: it is remembered
			longest = &reason.Done{Date: b.Date, Minutes: minutes, Planned: planned}
		}
	}
	return longest
}

// kin are the days of the others in the plan of a session's family, and of those of its sport that are as long as the longest before it.
func (t *teller) kin(s *training.Session, recent *reason.Done) (kin, longer []training.Date) {
	family := t.family(s)
	for i := range t.all {
		o := &t.all[i]
		if o.ID == s.ID {
			continue
		}
		if family != "" && t.family(o) == family {
			kin = append(kin, o.Date)
		}
		if recent != nil && o.Sport == s.Sport && MinutesOf(o.Load.DurationSeconds) >= recent.Minutes {
			longer = append(longer, o.Date)
		}
	}
	return kin, longer
}

// bouts are what was done, and then what is planned, by date and start.
func (t *teller) bouts() []training.Bout {
	if t.whole == nil {
		t.whole = make([]training.Bout, 0, len(t.before)+len(t.all))
		t.whole = append(t.whole, t.before...)
		for i := range t.all {
			t.whole = append(t.whole, t.all[i].Bout())
		}
	}
	return t.whole
}

// longest tells whether a session is the longest of its sport in its seven days, with others beside it and none as long.
func (t *teller) longest(s *training.Session) bool {
	f, known := session.Find(t.family(s))
	if known && f.Class != session.Long && f.ID != "X-BRICK" || !known && !t.keys[s.ID] {
		return false
	}
	others := 0
	for i := range t.all {
		o := &t.all[i]
		if o.ID == s.ID || o.Sport != s.Sport || int(o.Date-t.Run.From)/7 != int(s.Date-t.Run.From)/7 {
			continue
		}
		if o.Load.DurationSeconds >= s.Load.DurationSeconds {
			return false
		}
		others++
	}
	return others > 0 && s.Sport.Endurance()
}

// Of what others did to the body: how many days it is told, how many an event is, from how many hours the legs may be called fresh, and up to which load they are,
// in TSS: what an easy run of half an hour has left after a night.
const (
	neighbourDays = 3
	eventDays     = 6
	restedHours   = 48
	freshLegs     = 10
)

// demanding are the classes of sessions that others stand with regard to, whatever they come to in minutes.
var demanding = map[session.Class]bool{
	session.Long: true, session.Tempo: true, session.Threshold: true, session.VO2: true, session.Anaerobic: true, session.RaceSpecific: true, session.Test: true,
}

// light are the race-specific families that ask little: what wakes the body on the last days.
var light = map[session.ID]bool{"R-OPEN": true, "B-OPEN": true, "S-OPEN": true, "W-OPEN": true, "H-PRIME": true}

// demands tells whether a session asks so much that others stand with regard to it.
func (t *teller) demands(s *training.Session) bool {
	family := t.family(s)
	if light[family] {
		return false
	}
	f, known := session.Find(family)
	return hard(&s.Load.Demand) || known && demanding[f.Class] || !known && long(s.Sport, s.Load.DurationSeconds)
}

func hard(d *training.Demand) bool { return d.HighIntensity || d.HeavyLower || d.Moderate }

func long(sport training.Sport, seconds int) bool {
	least := wish.LongFrom(sport)
	return least > 0 && MinutesOf(seconds) >= least
}

// demanded tells of something that was done whether it asked as much.
func demanded(b *training.Bout) bool { return hard(&b.Demand) || long(b.Sport, b.DurationSeconds) }

// demandingBefore is the last demanding session before one, of the plan or done, in the days before it.
func (t *teller) demandingBefore(s *training.Session) *reason.Neighbour {
	zone := t.Snapshot.Athlete.Profile.Location()
	for i := len(t.all) - 1; i >= 0; i-- {
		if o := &t.all[i]; o.ID != s.ID && earlier(o, s) && s.Date-o.Date <= neighbourDays && t.demands(o) {
			return &reason.Neighbour{Name: t.name(o), Date: o.Date, Hours: int(s.StartsAt(zone).Sub(o.StartsAt(zone)).Hours() + .5)}
		}
	}
	for i := len(t.before) - 1; i >= 0; i-- {
		b := &t.before[i]
		if s.Date-b.Date > neighbourDays || !demanded(b) {
			continue
		}
		n := &reason.Neighbour{Name: nameOfBout(b), Date: b.Date}
		if b.StartKnown {
			n.Hours = int(s.StartsAt(zone).Sub(b.Date.At(b.Start, zone)).Hours() + .5)
		}
		return n
	}
	return nil
}

// demandingAfter is the next demanding session after one in the days after it.
func (t *teller) demandingAfter(s *training.Session) *reason.Neighbour {
	zone := t.Snapshot.Athlete.Profile.Location()
	for i := range t.all {
		if o := &t.all[i]; earlier(s, o) && o.Date-s.Date <= neighbourDays && t.demands(o) {
			return &reason.Neighbour{Name: t.name(o), Date: o.Date, Hours: int(o.StartsAt(zone).Sub(s.StartsAt(zone)).Hours() + .5)}
		}
	}
	return nil
}

func (t *teller) name(s *training.Session) string { return reason.Name(t.family(s), s.Sport, &s.Load) }

// nameOfBout is what something that was done is called: of what family it was is not known.
func nameOfBout(b *training.Bout) string {
	name := reason.Name("", b.Sport, &training.Load{Demand: b.Demand})
	if !b.Demand.HighIntensity && long(b.Sport, b.DurationSeconds) {
		return "long " + name
	}
	return name
}

// carried is what the legs bring along to a session, in TSS.
func (t *teller) carried(s *training.Session) float64 {
	zone := t.Snapshot.Athlete.Profile.Location()
	return training.LowerBodyFatigue(t.bouts(), s.Date.At(s.Start, zone), zone)
}

// window is how many minutes a session's day has at a stretch where no other day of its seven has room for it, else 0.
func (t *teller) window(s *training.Session) int {
	hours, minutes := t.Snapshot.Hours(), MinutesOf(s.Load.DurationSeconds)
	first := t.Run.From.AddDays(int(s.Date-t.Run.From) / 7 * 7)
	for date := first; date < first.AddDays(7) && date < t.Run.From.AddDays(t.Run.Days); date++ {
		if room, _ := hours.Room(date); date != s.Date && room >= minutes {
			return 0
		}
	}
	room, _ := hours.Room(s.Date)
	return room
}

// usualDays is how many of the last weeks are looked at for what is usual, and leastWeeks how many have to be known.
const (
	usualDays  = 6
	leastWeeks = 3
	usualShare = 0.6
)

// usualDay is how regularly the athlete trained in a session's sport on its day of the week before the plan: for its first seven days, and
// where it was most weeks.
func (t *teller) usualDay(s *training.Session) *reason.Usual {
	times, weeks := t.onDays(s.Date, func(b *training.Bout) bool { return b.Sport == s.Sport })
	if weeks < leastWeeks || float64(times) < usualShare*float64(weeks) {
		return nil
	}
	return &reason.Usual{Times: times, Weeks: weeks}
}

// onDays counts on how many of the last days of the week of one of the first seven planned days something like that was done, of those
// that are known.
func (t *teller) onDays(date training.Date, like func(*training.Bout) bool) (times, weeks int) {
	first, any := t.ledger.FirstDone()
	if !any || date >= t.Run.From.AddDays(7) {
		return 0, 0
	}
	for day := date.AddDays(-7); day >= first && weeks < usualDays; day = day.AddDays(-7) {
		if day >= t.Snapshot.Today {
			return 0, 0 // nobody knows yet
		}
		weeks++
		for i := range t.before {
			if b := &t.before[i]; b.Date == day && like(b) {
				times++
				break
			}
		}
	}
	return times, weeks
}

// whyRest says why a day stays free.
func (t *teller) whyRest(date training.Date) string {
	if why, free := whyNoLoad(t.Fortnight, date); free {
		return why
	}
	r := reason.Rest{Date: date}
	if t.cause(&r); r.Cause == reason.Chosen {
		t.surroundings(&r)
	}
	return t.rests.Rest(&r)
}

// cause finds what keeps a day free whatever the plan would want.
func (t *teller) cause(r *reason.Rest) {
	p := &t.Snapshot.Athlete.Profile
	for _, e := range p.Events {
		if e.Date == r.Date {
			r.Cause, r.Event = reason.RaceDay, &reason.Event{Name: e.Name, Date: e.Date}
			return
		}
	}
	room, _ := t.Snapshot.Hours().Room(r.Date)
	w, rests := t.Wishes.Rests(r.Date)
	until, keeps := t.LastKept()
	switch {
	case rests:
		r.Cause, r.Quote = restCauses[w.Kind], w.Quote
	case t.Brief.Days[int(r.Date-t.Run.From)].Ill:
		r.Cause = reason.Ill
	case t.GaveUp(r.Date):
		r.Cause = reason.GivenUp
	case room == 0 && p.AvailableSeconds(r.Date) == 0:
		r.Cause = reason.NoHours
	case room == 0:
		r.Cause = reason.Over
	case slices.Contains(t.Snapshot.LockedDays, r.Date):
		r.Cause = reason.Locked
	case keeps && r.Date <= until && !slices.Contains(t.Reopened(), r.Date):
		r.Cause, r.Until = reason.Standing, until
	}
}

var restCauses = map[wish.Kind]reason.Cause{wish.Rest: reason.Wished, wish.Unavailable: reason.Wished, wish.Race: reason.Racing}

// surroundings finds what lies around a day that the plan leaves free.
func (t *teller) surroundings(r *reason.Rest) {
	first := t.Run.From.AddDays(int(r.Date-t.Run.From) / 7 * 7)
	for i := range t.all {
		s := &t.all[i]
		if s.Date >= first && s.Date < first.AddDays(7) && s.Sport != training.Mobility {
			r.Sessions++
			r.Minutes += MinutesOf(s.Load.DurationSeconds)
		}
		switch {
		case !t.demands(s):
		case s.Date == r.Date-1:
			r.Before = &reason.Neighbour{Name: t.name(s), Date: s.Date}
		case s.Date == r.Date+1 && r.After == nil:
			r.After = &reason.Neighbour{Name: t.name(s), Date: s.Date}
		}
	}
	for i := range t.before {
		if b := &t.before[i]; b.Date == r.Date-1 && demanded(b) {
			r.Before = &reason.Neighbour{Name: nameOfBout(b), Date: b.Date}
		}
	}
	for _, e := range t.Snapshot.Athlete.Profile.Events {
		if near := max(e.Date-r.Date, r.Date-e.Date); e.Priority != training.EventC && near <= eventDays {
			r.Event = &reason.Event{Name: e.Name, Date: e.Date}
		}
	}
	if times, weeks := t.onDays(r.Date, func(b *training.Bout) bool { return b.Sport != training.Mobility }); times == 0 && weeks >= leastWeeks {
		r.Weeks = weeks
	}
	least := t.Brief.Weeks[int(r.Date-t.Run.From)/7].Least
	if r.Event == nil && r.Before == nil && r.After == nil && r.Weeks == 0 && r.Minutes < least { // the week would have room for it
		r.Rule = t.forbidden(r.Date)
	}
}

// forbidden is the HARD rule that even the shortest easy session on a free day would break, nil for none.
func (t *teller) forbidden(date training.Date) *reason.Forbidden {
	w, any := t.shortest()
	if !any {
		return nil
	}
	s := training.Session{Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load}
	s.ID, s.WorkoutID, s.Date, s.Status = "if it stood here", w.ID, date, training.Planned
	s.Start = t.Snapshot.Hours().StartOn(date, w, t.all)
	without := t.rules.Score().Hard
	t.rules.Add(&s)
	with := t.rules.Score().Hard
	t.rules.Remove(s.ID)
	if with <= without {
		return nil
	}
	broken := state.Worse(state.HardOf(t.Judged(t.all)), state.HardOf(t.Judged(append(slices.Clone(t.all), s))))
	if len(broken) == 0 {
		return nil
	}
	return &reason.Forbidden{
		Rule: string(broken[0].RuleID), Says: broken[0].Message, Session: t.name(&s), Minutes: MinutesOf(w.DurationSeconds),
	}
}

// shortest is the shortest easy endurance workout that the plan could have had.
func (t *teller) shortest() (shortest training.Workout, any bool) {
	for _, w := range t.Workouts {
		read, fits := t.Reading(&w)
		f, _ := session.Find(read.Family)
		if !fits || f.Class != session.Easy || !w.Sport.Endurance() || w.TSS <= 0 {
			continue
		}
		shorter := w.DurationSeconds < shortest.DurationSeconds || w.DurationSeconds == shortest.DurationSeconds && w.ID < shortest.ID
		if !any || shorter {
			shortest, any = w, true
		}
	}
	return shortest, any
}
