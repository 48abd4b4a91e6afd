package brief

import (
	"slices"
	"strings"

	"fortnight/gate"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// recentRuns is for how many days a run counts as what an athlete does.
const recentRuns = 42

// Gates is what days from one on have to keep because of what an athlete states: conditions, the latest check-in before or on that day, and
// words of goal and wish.
func Gates(p *training.Profile, l *training.Ledger, checkIns []training.CheckIn, words string, from training.Date) gate.Bounds {
	known := gate.Known{Words: words, Pain: map[training.MuscleGroup]int{}}
	for _, bout := range l.Bouts() {
		ran := bout.Sport == training.Run && !bout.Planned && bout.Date < from && bout.Date >= from.AddDays(-recentRuns)
		known.Runs = known.Runs || ran
	}
	c := latest(checkIns, from)
	if c != nil {
		for _, s := range c.Soreness {
			known.Pain[s.MuscleGroup] = s.Level
		}
	}
	b := gate.Read(p.Conditions, known)
	if c != nil {
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
	words := []string{in.words()}
	for _, w := range in.Wishes {
		words = append(words, w.Quote)
	}
	b := Gates(in.Hours.Profile, in.Ledger, in.CheckIns, strings.Join(words, ". "), in.From)
	for _, w := range in.Wishes {
		switch {
		case len(w.Dates) < in.Days:
		case w.Kind == wish.Avoid && w.Session == "" && w.Sport != "":
			b.NoSports = append(slices.Clip(b.NoSports), w.Sport)
		case w.Kind == wish.Spare:
			b.No = append(slices.Clip(b.No), regions[w.Region]...)
		}
	}
	return b
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
		a.Return = &season.Returning{Until: from.AddDays(g.ReturnDays - 1), Share: g.ReturnShare}
	}
}

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

// Equipment is what an athlete has at hand on a day, with the stations that there are to train at; nil where it is not known. Stations stand
// where the athlete usually trains, not where other equipment is stated for the day.
func Equipment(p *training.Profile, day training.Date) []training.Equipment {
	have := p.EquipmentOn(day)
	away := slices.ContainsFunc(p.EquipmentOnDates, func(d training.EquipmentOnDates) bool { return d.From <= day && day <= d.To })
	if have == nil || away {
		return have
	}
	for _, s := range p.Stations {
		have = append(slices.Clip(have), stationGear[s]...)
	}
	return have
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
	all := []training.Equipment{}
	for day := first; day < end; day++ {
		have := Equipment(in.Hours.Profile, in.From.AddDays(day))
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
