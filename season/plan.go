package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Weeks is a season as far as it can be seen: the planned weeks, then those to the event in less detail, as they would be if all went as
// planned.
type Weeks struct {
	Format training.EventFormat // of what the athlete trains for
	Main   training.Sport
	Aim    *Event                          // that the first week leads to; nil for none
	First  training.Priority               // what wins where strength and endurance compete
	Stands map[session.ID]session.Standing // where the athlete stands before the first week, as Levels says
	Weeks  []Week
	Notes  []Note
}

// Plan decides what each week from the first planned day on is to hold. The weeks after the planned ones are a preview, up to the event or
// eight weeks. Bad input is an error with its fields.
func Plan(in Input) (Weeks, error) {
	if err := in.validate(); err != nil {
		return Weeks{}, err
	}
	p := newPlan(&in)
	weeks := Weeks{Format: p.format, Main: p.main, Aim: p.cal.Aim(in.From), First: in.Athlete.Priority, Stands: p.stands}
	weeks.Weeks = p.weeks(p.length())
	weeks.Notes = p.notes(weeks.Weeks)
	return weeks, nil
}

// Planned is what the planned weeks are to hold: what Plan says of them, without the weeks after them. Bad input is an error with its fields.
func Planned(in Input) ([]Week, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	return newPlan(&in).weeks(in.Days / 7), nil
}

// weeks are the first so many, each by what those before it hold.
func (p *plan) weeks(count int) []Week {
	list := make([]Week, count)
	for i := range list {
		list[i] = p.week(i)
		list[i].Preview = 7*i >= p.in.Days
		p.become(&list[i])
	}
	return list
}

// Standings tells where the planned weeks stand: what Plan says of them, without deciding what they hold. Bad input is an error with its
// fields.
func Standings(in Input) ([]Standing, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	p := newPlan(&in)
	list := make([]Standing, in.Days/7)
	for i := range list {
		list[i] = p.standing(i)
	}
	return list, nil
}

// standing is where the i-th week from the first planned day on stands.
func (p *plan) standing(i int) Standing { return p.cal.OfBlock(p.in.From.AddDays(7 * i)) }

// week is what the i-th week from the first planned day on holds.
func (p *plan) week(i int) Week {
	first := p.in.From.AddDays(7 * i)
	st := p.standing(i)
	b := &builder{plan: p, i: i, athlete: p.athleteIn(i), standing: st, n: p.roomIn(i), free: 7}
	b.week = Week{First: first, Standing: st, Sessions: b.n, Floors: map[training.Sport]int{}}
	if b.n < p.n {
		b.week.leaveOut(fmt.Sprintf("%d of %d sessions", p.n-b.n, p.n), "the days have room for %d", b.n)
	}
	b.choose = chooser{athlete: b.athlete, learns: b.athlete.LearnsLifts(), format: p.format, phase: b.standing.familyPhase(), off: st.Phase == session.Off, from: p.in.From, ends: first.AddDays(6),
		last: p.last, levels: p.levels, test: st.Test}
	if over := b.overRecovery(); over > 0 {
		ends := p.cal.On(first.AddDays(6))
		b.choose.phase, b.choose.off = ends.familyPhase(), ends.Phase == session.Off
	}
	b.volume()
	b.raceDays()
	b.liftOn()
	b.roles()
	b.waitForRecovery()
	b.families()
	b.sweep()
	b.keysWithinLong()
	b.minutes()
	b.locks()
	b.makeRoom()
	b.windows()
	b.longIsLongest()
	b.rungs()
	b.care()
	b.levelEach()
	b.finish()
	return b.week
}

// families decides sport and family of each open slot, the most important first.
func (b *builder) families() {
	for _, role := range []Role{L, ML} { // before the keys: of a triathlete they say which sports are left
		for i := range b.week.Slots {
			switch s := &b.week.Slots[i]; {
			case s.Role != role || len(s.Families) > 0:
			case role == L:
				b.longOf(s, b.main)
			default:
				b.mediumLong(s)
			}
		}
	}
	b.keys()
	b.leaveSecondDay()
	b.lifts()
	b.easy()
}

// become counts a week as done: what comes after it goes by it.
func (p *plan) become(w *Week) {
	b := Block{Minutes: w.Planned(), BySport: map[training.Sport]int{}, Known: true, Sessions: w.Sessions}
	b.Eased = w.StepBack || w.Standing.Test || w.Standing.Phase == session.Taper || w.Standing.Phase == session.Recovery || w.Standing.Phase == session.Return
	p.kept = map[Role]session.ID{}
	for j := range w.Slots {
		s := &w.Slots[j]
		if s.Role == Care || s.Role == RaceDay {
			continue
		}
		b.count(s)
		p.do(s, w.First)
		if _, known := p.kept[s.Role]; !known {
			p.kept[s.Role] = s.Family()
		}
	}
	p.history.Blocks = slices.Insert(p.history.Blocks, 0, b)
	if len(p.history.Blocks) > HistoryBlocks {
		p.history.Blocks = p.history.Blocks[:HistoryBlocks]
	}
	p.before = w
}

func (b *Block) count(s *Slot) {
	if s.lift() {
		b.Strengths++
		return
	}
	b.Endurance += s.Minutes
	b.BySport[s.Sport] += s.Minutes - s.Run
	if s.Run > 0 {
		b.BySport[training.Run] += s.Run
	}
}

// do counts a slot as done in the middle of its week, a long one on its usual day, else at the end.
func (p *plan) do(s *Slot, first training.Date) {
	day := first.AddDays(3)
	if s.Family() != "" {
		p.last[s.Family()] = day
		if s.Level > 0 {
			p.levels[s.Family()] = s.Level
			p.seen[s.Family()] = true
		}
	}
	if s.Role == L || s.Role == ML {
		day = p.usualLongDay(first)
	}
	p.history.Efforts = append(p.history.Efforts, Effort{Date: day, Sport: s.Sport, Minutes: s.Minutes - s.Run, Meters: s.Meters})
	if s.Run > 0 {
		p.history.Efforts = append(p.history.Efforts, Effort{Date: day, Sport: training.Run, Minutes: s.Run})
	}
}

// sweep takes out what has no family or is of a sport that is ruled out: where nothing is open, nothing stands.
func (b *builder) sweep() {
	kept := b.week.Slots[:0]
	for _, s := range b.week.Slots {
		f, _ := session.Find(s.Family())
		if s.Role == RaceDay || s.Family() != "" && b.athlete.may(f.Sport) && (s.Run == 0 || b.athlete.may(training.Run)) {
			kept = append(kept, s)
		} else {
			b.week.leaveOut("a session", "no sport that it could be of is open")
		}
	}
	b.week.Slots = kept
}

// finish tells what a solver and texts have to keep beside the slots.
func (b *builder) finish() {
	w := &b.week
	w.HIMost = b.hiMost()
	for i := range w.Slots { // a gate's limit is shorter than what is worth the way
		if s := &w.Slots[i]; b.athlete.Longest > 0 && s.Lock == 0 && s.Sport.Endurance() {
			s.Minutes = min(s.Minutes, b.athlete.Longest)
		}
	}
	// Days that go by a race have what they have, what has no room is left off, and run and walk is as long as its rung.
	if planned := w.Planned(); b.free < 7 || planned < w.Minutes || b.taken("R-WALK") && (b.stated() == 0 || float64(planned) <= 60*b.stated()) {
		w.Minutes = planned
	}
	w.Apart = b.longRecovery()
	for d := range 7 {
		day := w.First.AddDays(d)
		st := b.cal.On(day)
		if st.Easy || b.cal.EasyAfterC(day) {
			w.Easy = append(w.Easy, 7*b.i+d+1)
		}
		if st.NoRun {
			w.NoRun = append(w.NoRun, 7*b.i+d+1)
		}
	}
	w.Least, w.Most = round(.93*float64(w.Minutes)), round(1.07*float64(w.Minutes))
	w.Shares = sharesOf(b.format, b.standing.Phase, b.novice() && b.athlete.TrainingWeek > 0 && b.athlete.TrainingWeek <= 8, w.Minutes)
	for i := range w.Slots {
		if s := &w.Slots[i]; s.Role == L {
			w.Long, w.LongFar = s.Minutes, s.Meters
		}
	}
}
