package season

import (
	"maps"
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// plan is a season under way: what was done and what has been planned since.
type plan struct {
	in     *Input
	cal    *Calendar
	format training.EventFormat // whose row it goes by
	row    row
	main   training.Sport
	n      int

	history History
	last    map[session.ID]training.Date
	stands  map[session.ID]session.Standing // before the plan
	levels  map[session.ID]int              // reached by what was done or planned; what is not in it was never seen
	seen    map[session.ID]bool             // planned before in this plan
	mean    float64
	before  *Week
	kept    map[Role]session.ID // of the week before
}

func newPlan(in *Input) *plan {
	if in.Since == 0 || in.Since > in.From {
		in.Since = in.From
	}
	p := &plan{in: in, history: in.History, last: map[session.ID]training.Date{}, levels: map[session.ID]int{}, seen: map[session.ID]bool{},
		mean: in.SeasonMean}
	p.history.Blocks, p.history.Efforts = slices.Clone(in.History.Blocks), slices.Clone(in.History.Efforts)
	p.takesUp()
	p.stands = Levels(in)
	for id, s := range p.stands {
		if s.LastDone != 0 {
			p.last[id] = s.LastDone
		}
		if s.Level > 0 && s.Evidence.Kind != session.Assumed {
			p.levels[id] = s.Level
		}
	}
	maps.Copy(p.last, in.History.Last)
	if p.mean == 0 {
		p.mean = in.History.MeanMinutes()
	}
	in.Athlete.Priority = Priority(in.Athlete.Priority, &in.Goal, in.Events, &in.History, in.From)
	if e := nextEvent(in.Events, in.From); e != nil && e.Kind() == training.Duathlon { // as a triathlon without its swim
		in.Athlete.NoSports = append(slices.Clone(in.Athlete.NoSports), training.Swim)
	}
	p.cal = NewCalendar(&in.Athlete, &in.Goal, in.Events, &in.History, &in.Racer, in.Since)
	p.format, p.row = p.aim()
	p.main = p.mainSport()
	p.n = p.sessions()
	return p
}

// aim is what the season's rows go by: the event, else the goal's, else that of the sport.
func (p *plan) aim() (training.EventFormat, row) {
	e := p.cal.Aim(p.in.From)
	if e == nil {
		if last := p.cal.lastA(p.in.From); last != nil {
			if _, after := p.cal.afterRace(p.in.From); after {
				e = last
			}
		}
	}
	if e != nil {
		return like(p.cal.trainedFor(e)), p.cal.row(e)
	}
	g := &p.in.Goal
	if p.cal.liftsLead(nil) {
		return training.Lift1RM, rowOf(training.Lift1RM, 0, 0)
	}
	if g.Format != "" && SportOf(g.Format) != training.Strength { // a lift beside endurance does not shape the season
		return like(g.Format, g.DistanceMeters, g.TargetSeconds), rowOf(g.Format, g.DistanceMeters, g.TargetSeconds)
	}
	f := p.waveFormat()
	r := rowOf(f, 0, 0)
	if f == training.RideFondo {
		r.peaks = map[training.Sport][3]peak{training.Ride: min3(150, 180, 180)}
	}
	return f, r
}

// waveFormat is what a season without an event goes by (coaching 1.2).
func (p *plan) waveFormat() training.EventFormat {
	shares, goal := p.history.Shares, p.in.Goal.Kind
	if goal == training.GoalReturn || (goal == training.GoalHealth || goal == training.GoalWeight) && !p.cal.trained() {
		return training.OtherFormat
	}
	if shares[training.Run] >= .15 && shares[training.Ride] >= .15 && shares[training.Swim] >= .15 {
		return training.TriOlympic
	}
	if main := p.mainOf(); SportOf(usualFormat(main)) == main && main != training.Walk { // who walks has nothing to peak for
		return usualFormat(main)
	}
	return training.OtherFormat
}

// mainOf is the endurance sport of the athlete: that of the goal, else the one with most time. Who takes up another sport keeps the own one.
func (p *plan) mainOf() training.Sport {
	if own := p.ownSport(); own != "" {
		return own
	}
	if s := p.insteadOfMain(); s != "" {
		return s
	}
	for _, s := range p.in.Goal.Sports {
		if s.Endurance() && p.in.Athlete.may(s) && p.theirs(s) {
			return s
		}
	}
	for _, s := range p.history.Sports() {
		if s.Endurance() && p.in.Athlete.may(s) {
			return s
		}
	}
	for _, s := range []training.Sport{training.Walk, training.Ride, training.Swim, training.Row} {
		if p.in.Athlete.may(s) {
			return s
		}
	}
	return training.Walk
}

// ownSport is the endurance sport that somebody who takes up another one does every week already, the one with most time; empty for others.
func (p *plan) ownSport() training.Sport {
	if p.in.Goal.Kind != training.GoalAddSport {
		return ""
	}
	for _, s := range p.history.Sports() {
		if s.Endurance() && s != training.Walk && p.history.Counts[s] >= weekly && p.in.Athlete.may(s) && !slices.Contains(p.in.Goal.Sports, s) {
			return s
		}
	}
	return ""
}

// insteadOfMain is the sport that an athlete wants in the place of the one that would be trained most and is ruled out; empty where nothing is said of it.
func (p *plan) insteadOfMain() training.Sport {
	a := &p.in.Athlete
	if a.Instead == "" || !a.Instead.Endurance() || !a.may(a.Instead) {
		return ""
	}
	for _, s := range append(slices.Clone(p.in.Goal.Sports), p.history.Sports()...) {
		if s.Endurance() {
			if slices.Contains(a.NoSports, s) {
				return a.Instead
			}
			return ""
		}
	}
	return ""
}

// takesUp makes somebody a novice in the sports that a goal adds, or a wish puts in the place of another, and nobody has seen or heard of: the weeks begin
// with what newcomers do.
func (p *plan) takesUp() {
	var sports []training.Sport
	if p.in.Goal.Kind == training.GoalAddSport {
		sports = append(sports, p.in.Goal.Sports...)
	}
	if p.in.Athlete.Instead != "" {
		sports = append(sports, p.in.Athlete.Instead)
	}
	if len(sports) == 0 {
		return
	}
	months := maps.Clone(p.in.Athlete.SportMonths)
	for _, s := range sports {
		if _, said := months[s]; !said && p.history.Counts[s] == 0 && s.Endurance() {
			if months == nil {
				months = map[training.Sport]int{}
			}
			months[s] = 0
		}
	}
	p.in.Athlete.SportMonths = months
}

func (p *plan) mainSport() training.Sport {
	for _, s := range sportsOf(p.format) {
		if p.in.Athlete.may(s) && p.theirs(s) {
			return s
		}
	}
	return p.mainOf()
}

// theirs tells whether a sport that stands in for skiing is one that the athlete does: it is nobody's own goal. All others are where they are asked for.
func (p *plan) theirs(s training.Sport) bool {
	return p.in.Goal.Format != training.SkiXC || len(p.history.Apart)+len(p.history.Counts) == 0 || p.history.Counts[s] > 0
}

// Sessions of a week where neither the athlete nor the history says.
const (
	usualNovice = 3
	usualOthers = 5
)

// sessions is n: as stated, else the habit, with one more for a sport that is added to it, within what age allows.
func (p *plan) sessions() int {
	a := &p.in.Athlete
	n := a.SessionsPerWeek
	if n == 0 {
		n = p.in.Goal.SessionsPerWeek
	}
	usual := usualOthers
	if novice(a) {
		usual = usualNovice
	}
	if n == 0 {
		if n = p.history.Habit(); n == 0 && len(p.history.Apart) > 0 && !a.thin() {
			n = 1 // beside what cannot be planned
		} else if a.thin() { // days that were logged are no habit yet
			n = max(n, usual)
		}
		if p.walksAlone() { // whose walks of less than half an hour are what there is, and no way to the shops
			n = max(n, round(float64(p.history.Counts[training.Walk])/sixWeeks))
		}
		if n > 0 && p.adds() {
			n++
		}
	}
	if n == 0 {
		n = usual
	}
	if a.beginner() {
		n = min(n, 4)
	}
	return min(n, maxSession)
}

// sixWeeks are those that History.Counts is of.
const sixWeeks = 6

// walksAlone tells whether walking every week is all that the athlete has done lately.
func (p *plan) walksAlone() bool {
	return p.history.Counts[training.Walk] >= weekly && !slices.ContainsFunc(p.history.Sports(), func(s training.Sport) bool { return s.Endurance() && s != training.Walk })
}

// roomIn is how many sessions the i-th week has: n, or fewer where its days have room for fewer.
func (p *plan) roomIn(i int) int { return min(p.n, p.room(i)) }

// room is how many sessions the days of the i-th week have room for, with what is locked.
func (p *plan) room(i int) int {
	if 7*i+7 > len(p.in.Rooms) {
		return math.MaxInt
	}
	room, longest := 0, 7*i
	for d := 7 * i; d < 7*i+7; d++ {
		room += p.in.Rooms[d]
		if len(p.in.Windows) > d && p.in.Windows[d] > p.in.Windows[longest] {
			longest = d
		}
	}
	room -= max(0, p.in.Rooms[longest]-1) // the day of the long session takes nothing beside it
	for _, l := range p.in.Locks {
		if (l.Day-1)/7 == i {
			room++
		}
	}
	return room
}

// stated is the hours a week that the athlete has, 0 for not said.
func (p *plan) stated() float64 {
	if h := p.in.Athlete.HoursPerWeek; h > 0 {
		return h
	}
	return p.in.Goal.HoursPerWeek
}

// adds tells whether the goal is a sport that is not done every week yet.
func (p *plan) adds() bool {
	return p.in.Goal.Kind == training.GoalAddSport && slices.ContainsFunc(p.in.Goal.Sports, func(s training.Sport) bool { return p.history.Counts[s] < weekly })
}

// length is how many weeks can be seen.
func (p *plan) length() int {
	weeks := p.in.Days/7 + waveWeeks
	if e := p.cal.Aim(p.in.From); e != nil {
		weeks = int(e.Date-p.in.From)/7 + 1
	}
	return min(max(weeks, p.in.Days/7), maxWeeks)
}

// trainingWeek is which week of training a planned one is for a novice, 0 for unknown.
func (p *plan) trainingWeek(i int) int {
	if w := p.in.Athlete.TrainingWeek; w > 0 {
		return w + i
	}
	return 0
}

// afterReturn is up to how many days after a way back the week begins that leads on from it: with part of its minutes and one key session.
const afterReturn = 7

// Of a second such week: by how much more of LW it has, and how much at most (coaching 7.2, rung 4).
const (
	afterStep = .25
	mostAfter = .9
)

// athleteIn is the athlete of a week: a novice grows older in training, and who was on a way back is over it.
func (p *plan) athleteIn(i int) *Athlete {
	a, first := p.in.Athlete, p.in.From.AddDays(7*i)
	// As the week's phase goes by its fourth day. Who comes from nothing goes on as he began.
	if r := a.Return; r != nil && first.AddDays(3) > r.Until && LW(p.in.History.Blocks) > 0 {
		a.Return = nil
		switch {
		case first > r.Until.AddDays(afterReturn):
		case first > r.Until && first.AddDays(3-7) > r.Until: // the week that it ends in was one like this already
			a.After = min(mostAfter, r.After+afterStep)
		default:
			a.After = r.After
		}
	}
	a.TrainingWeek = p.trainingWeek(i)
	if i < len(p.in.Gear) {
		a.Gear = p.in.Gear[i]
	}
	a.climb(first)
	return &a
}

// novice tells whether the athlete is one in the sport of the season.
func (p *plan) novice() bool { return p.in.Athlete.LevelIn(p.main) == training.Novice }
