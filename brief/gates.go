package brief

import (
	"slices"
	"strings"

	"fortnight/gate"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// recentRuns is for how many days a run counts as what an athlete does.
const recentRuns = 42

// Stated is what days from one on have to keep because of what an athlete states: conditions, restrictions that are open, with the soreness of the
// latest check-in before or on that day, and words of goal and wish, which tell how long ago a birth is.
func Stated(p *training.Profile, l *training.Ledger, checkIns []training.CheckIn, restrictions []training.Restriction, words string, from training.Date) gate.Bounds {
	conditions, known := gate.Stated(p.Conditions, restrictions, from)
	known.Words = words
	for _, bout := range l.Bouts() {
		ran := bout.Sport == training.Run && !bout.Planned && bout.Date < from && bout.Date >= from.AddDays(-recentRuns)
		known.Runs = known.Runs || ran
	}
	if c := latest(checkIns, from); c != nil {
		for _, s := range c.Soreness {
			known.Pain[s.MuscleGroup] = s.Level
		}
	}
	b := gate.Read(conditions, known)
	if p.Goal != nil && season.OnWheels(*p.Goal) {
		b.NoSports, b.Lifts = union(b.NoSports, ofLegs), withoutLegs(b.Lifts)
	}
	return b
}

// ofLegs are the sports that nobody does who sits in a wheelchair; a hand-cycle is ridden.
var ofLegs = []training.Sport{training.Run, training.Walk, training.Hike, training.Row, training.Elliptical, training.MultiSport}

// withoutLegs leaves of the families of strength, nil for all, those that ask nothing of the legs.
func withoutLegs(lifts []session.ID) []session.ID {
	const upper = session.ID("Q-UPPER")
	if lifts != nil && !slices.Contains(lifts, upper) {
		return []session.ID{}
	}
	return []session.ID{upper}
}

// union joins lists without repeating.
func union(a, b []training.Sport) []training.Sport {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(slices.Clip(a), s)
		}
	}
	return a
}

// Gates are Stated with what the latest check-in bans.
func Gates(p *training.Profile, l *training.Ledger, checkIns []training.CheckIn, restrictions []training.Restriction, words string, from training.Date) gate.Bounds {
	return banned(Stated(p, l, checkIns, restrictions, words, from), checkIns, from)
}

// banned adds what the check-in that holds on a day bans.
func banned(b gate.Bounds, checkIns []training.CheckIn, from training.Date) gate.Bounds {
	if c := latest(checkIns, from); c != nil {
		b.NoSports = append(slices.Clip(b.NoSports), c.BannedSports...)
		for _, region := range c.Banned {
			b.No = append(slices.Clip(b.No), regions[region]...)
		}
	}
	return b
}

// latest is the check-in that holds on a day, nil for none.
func latest(checkIns []training.CheckIn, day training.Date) *training.CheckIn {
	var last *training.CheckIn
	for i := range checkIns {
		if c := &checkIns[i]; c.Date <= day && (last == nil || c.Date > last.Date) {
			last = c
		}
	}
	return last
}

// gates are those of the planned days, with what a wish for all of them rules out.
func (in *Input) gates() gate.Bounds {
	b := Stated(in.Hours.Profile, in.Ledger, in.CheckIns, in.Restrictions, Words(in.Hours.Profile, in.Wishes), in.From)
	return RuledOut(b, in.CheckIns, in.Wishes, in.From, in.Days)
}

// Words are those of goal and wishes that tell how long ago a birth is.
func Words(p *training.Profile, wishes wish.Wishes) string {
	words := []string{""}
	if p.Goal != nil {
		words[0] = *p.Goal
	}
	for i := range wishes {
		words = append(words, wishes[i].Quote)
	}
	return strings.Join(words, ". ")
}

// RuledOut adds to what an athlete states what the latest check-in bans and a wish for all the days rules out.
func RuledOut(stated gate.Bounds, checkIns []training.CheckIn, wishes wish.Wishes, from training.Date, days int) gate.Bounds {
	b := banned(stated, checkIns, from)
	for _, w := range wishes {
		switch {
		case len(w.Dates) < days:
		case w.Kind == wish.Avoid && w.Session == "" && w.Family == "" && w.Focus == "" && w.Sport != "" && w.HowMuch() == wish.Must:
			b.NoSports = append(slices.Clip(b.NoSports), w.Sport)
		case w.Kind == wish.Spare:
			b.No = append(slices.Clip(b.No), regions[w.Region]...)
		}
	}
	return b
}

// instead is the sport that a wish puts in the place of another on all planned days: "swim instead of running". Empty for none.
func (in *Input) instead() training.Sport {
	for i := range in.Wishes {
		no := &in.Wishes[i]
		if no.Kind != wish.Avoid || no.Sport == "" || no.Quote == "" || len(no.Dates) < in.Days {
			continue
		}
		for j := range in.Wishes {
			w := &in.Wishes[j]
			if (w.Kind == wish.Prefer || w.Kind == wish.Require) && w.Quote == no.Quote && w.Sport.Endurance() && w.Sport != no.Sport && len(w.Dates) >= in.Days {
				return w.Sport
			}
		}
	}
	return ""
}

// regions are what of the families' contraindications a region stands for that is sore, hurt or to be spared.
var regions = map[training.MuscleGroup][]session.Contraindication{
	training.Legs: {session.NoKnee, session.NoAchilles, session.NoHamstring, session.NoImpact},
	training.Push: {session.NoShoulder}, training.Pull: {session.NoShoulder}, training.Core: {session.NoBack},
}

// hold lets an athlete keep what the gates ask for.
func hold(a *season.Athlete, g *gate.Bounds, from training.Date) {
	a.NoSports, a.EasySports, a.No, a.NoFamilies, a.Lifts = g.NoSports, g.EasySports, g.No, g.NoFamilies, g.Lifts
	a.NoHI, a.Volume, a.Longest = a.NoHI || g.NoHI, g.Share, g.MostMinutes
	a.Hurt, a.Postpartum = g.Hurt, g.Postpartum
	if g.ReturnDays > 0 {
		a.Return = &season.Returning{Until: from.AddDays(g.ReturnDays - 1), Share: g.ReturnShare, Sound: g.Sound}
	}
}

// afterReturn is how much of its minutes the week has in which a way back ends (coaching 7.2, rung 4).
const afterReturn = 0.9

// comeBack puts an athlete on the way back after an illness (RET-3) or days off (RET-2) that reaches into the planned days.
func (b *Brief) comeBack(a *season.Athlete, in *Input, e *rules.Evaluator) {
	last, share, days := -1, 0.0, min(len(b.Days), 7)
	for i := range b.Days {
		if b.Days[i].Share < 1 {
			last = i
		}
		if i < days {
			share += b.Days[i].Share / float64(days)
		}
	}
	if slices.ContainsFunc(b.Rungs, func(r gate.Rung) bool { return r.Share > 0 }) {
		share = 0 // the rungs say it day by day
	}
	if last >= 0 {
		returns(a, b.From.AddDays(last), share, afterReturn)
	}
	b.climb(a)
	off, first, load := e.AfterGap()
	begins := b.From.AddDays(first - 1)
	switch {
	case off == 0 || begins.AddDays(6) < b.From:
	case off < weekOff:
		if begins >= b.From {
			a.Paused = in.partOf(load, begins.AddDays(-off))
		}
	case off < longOff:
		returns(a, begins.AddDays(1), 0, in.partOf(load, begins.AddDays(-off)))
	case load < 0:
		returns(a, begins.AddDays(13), longestOffShare, longestOffShare+stepReturn)
	default:
		share := in.partOf(load, begins.AddDays(-off))
		returns(a, begins.AddDays(6), share, min(afterReturn, share+stepReturn))
	}
}

// rungs are those of what was cleared that days from the first planned one on stand on, as they are shown (gate.Rungs) and as RET-5 measures them.
func (in *Input) rungs() []gate.Rung {
	var list []gate.Rung
	for i := range in.Restrictions {
		for _, r := range gate.Rungs(&in.Restrictions[i]) {
			if r.Until >= in.From {
				list = append(list, r)
			}
		}
	}
	return list
}

// climb puts an athlete on the rungs of what was cleared: while nothing hard is allowed the week is one of coming back.
func (b *Brief) climb(a *season.Athlete) {
	for i := range b.Rungs {
		r := &b.Rungs[i]
		step := season.Rung{
			From: r.From, Until: r.Until, EasySports: r.Easy, NoHI: r.NoHard, Longest: r.Minutes, Walks: r.Walks, Share: r.Share, Turns: r.Turns, Apart: r.Apart,
		}
		if r.Reserve > 0 {
			step.Lifts = gate.Gentle()
		}
		for _, sport := range training.Sports {
			waits := r.Rest || r.NoRun && (sport == training.Run || sport == training.MultiSport) || r.Only != nil && sport != training.Mobility && !slices.Contains(r.Only, sport)
			if waits || r.Turns[1] > 0 && sport == training.MultiSport {
				step.NoSports = append(step.NoSports, sport)
			}
		}
		a.Rungs = append(a.Rungs, step)
		if r.Calm() {
			returns(a, r.Until, 0, afterReturn)
			a.Return.Sound = a.Return.Sound && !r.NoRun && r.Turns[1] == 0
		}
	}
}

// rungDay bounds a day by the rungs that it stands on: how many minutes a session may have at the most, no number for any, and whether nothing stands
// on it at all.
func (b *Brief) rungDay(date training.Date) (most int, rest bool) {
	for i := range b.Rungs {
		if r := &b.Rungs[i]; r.From <= date && date <= r.Until {
			rest = rest || r.Rest
			if r.Minutes > 0 && (most == 0 || r.Minutes < most) {
				most = r.Minutes
			}
		}
	}
	return most, rest
}

// Days off from which hard sessions wait, and those from which the first week is a way back, and how much of its minutes that has where nothing else bounds it.
const (
	weekOff         = 7
	longOff         = 14
	longestOffShare = 0.5
	stepReturn      = 0.25 // a week more of them: half to three quarters and on (coaching 7.2)
)

// returns adds a way back: its last day, its share of the usual minutes, 0 for all of them, and that of the week it ends in.
func returns(a *season.Athlete, until training.Date, share, after float64) {
	if a.Return == nil {
		a.Return = &season.Returning{Sound: true}
	}
	r := a.Return
	r.Until = max(r.Until, until)
	if r.After == 0 || after < r.After {
		r.After = after
	}
	if share > 0 && (r.Share == 0 || share < r.Share) {
		r.Share = share
	}
}

// partOf is what part of a usual week before a day a load is, at most all of it.
func (in *Input) partOf(load float64, before training.Date) float64 {
	usual := 0.0
	for back := 1; back <= usualDays; back++ {
		usual += in.Ledger.TSS(before.AddDays(-back))
	}
	if usual *= 7.0 / usualDays; usual <= load {
		return 1
	}
	return load / usual
}

// usualDays before days off are what was usual.
const usualDays = 28

// tell says in each week what the open gates leave out of it. Where no load is allowed nothing is to be held.
func tell(weeks []season.Week, g *gate.Bounds) {
	for i := range weeks {
		w := &weeks[i]
		if g.NoLoad {
			*w = season.Week{First: w.First, Standing: season.Standing{Phase: session.Return, Reason: g.Holds[0].Does}, Shares: season.Shares{Low: 100}}
		}
		for n := range g.Holds {
			h := &g.Holds[n]
			w.LeftOut = append(w.LeftOut, season.LeftOut{What: h.Because(), Why: h.Does})
		}
	}
}

// SportsDone are the sports that were done in the last six weeks before a day.
func SportsDone(l *training.Ledger, day training.Date) []training.Sport {
	var sports []training.Sport
	for _, b := range l.Bouts() {
		if !b.Planned && b.Date < day && b.Date >= day.AddDays(-recentRuns) && !slices.Contains(sports, b.Sport) {
			sports = append(sports, b.Sport)
		}
	}
	return sports
}

// Equipment is what an athlete has at hand on a day: what is stated, with the stations that there are to train at; nil where nothing is stated.
// A list of what one lifts with tells nothing of bicycle, pool and erg: those of the sports that are done are there too. All of it is where the
// athlete usually trains, not where other equipment is stated for the day.
func Equipment(p *training.Profile, done []training.Sport, day training.Date) []training.Equipment {
	have := p.EquipmentOn(day)
	away := slices.ContainsFunc(p.EquipmentOnDates, func(d training.EquipmentOnDates) bool { return d.From <= day && day <= d.To })
	if have == nil || away {
		return have
	}
	for _, s := range p.Stations {
		have = append(slices.Clip(have), stationGear[s]...)
	}
	if len(p.Equipment) == 0 || slices.ContainsFunc(have, training.Equipment.ForEndurance) { // nothing but the body, or a list that tells of more than lifts
		return have
	}
	for _, sport := range done { // who rides has a bicycle, also where only the dumbbells at home are told
		if gear := sportGear[sport]; gear != "" {
			have = append(slices.Clip(have), gear)
		}
	}
	return have
}

// sportGear is what a sport is done with.
var sportGear = map[training.Sport]training.Equipment{
	training.Ride: training.Bike, training.Swim: training.SwimmingPool, training.Row: training.Rower, training.SkiErg: training.SkiErgometer,
}

// stationGear is what stands at a station.
var stationGear = map[training.Station][]training.Equipment{
	training.StationSkiErg: {training.SkiErgometer}, training.StationSledPush: {training.Sled}, training.StationSledPull: {training.Sled},
	training.StationRowing: {training.Rower}, training.StationFarmersCarry: {training.Kettlebell}, training.StationSandbagLunges: {training.Sandbag},
	training.StationWallBalls: {training.MedicineBall},
}

// equip gives a season what is at hand on any of its days, and in each of its weeks.
func (in *Input) equip(ask *season.Input) {
	ask.Athlete.Gear = in.gearOf(0, in.Days)
	for first := 0; first < in.Days; first += 7 {
		ask.Gear = append(ask.Gear, in.gearOf(first, min(first+7, in.Days)))
	}
}

// gearOf is what is at hand on any of some days, nil where it is not known of one.
func (in *Input) gearOf(first, end int) []training.Equipment {
	all, done := []training.Equipment{}, SportsDone(in.Ledger, in.From)
	for day := first; day < end; day++ {
		date := in.From.AddDays(day)
		have := in.Wishes.AtHand(date, Equipment(in.Hours.Profile, done, date))
		if have == nil {
			return nil
		}
		for _, e := range have {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return all
}
