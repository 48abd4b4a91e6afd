package frame

import (
	"math"
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// upTo are the bouts, which are in order, up to a day.
func upTo(last training.Date, bouts []training.Bout) []training.Bout {
	n, _ := slices.BinarySearchFunc(bouts, last, func(b training.Bout, last training.Date) int {
		if b.Date > last {
			return 1
		}
		return -1
	})
	return bouts[:n:n]
}

// readHistory works out what is known of the load before day 1, and what no plan can change of the days from it on.
func (f *Frame) readHistory(ledger *training.Ledger) {
	f.lit, f.Stated = never, -SpanDays
	if date, known := ledger.Begins(); known {
		f.lit = int(date-f.Input.From) + 1
		date, _ = ledger.Restarts()
		f.Stated = max(f.Stated, int(date-f.Input.From)+1)
	}
	if first, any := ledger.FirstDone(); any {
		f.Known = max(0, int(f.Input.From-first))
	}
	f.Days = min(HistoryDays, ledger.KnownDays(f.Input.From))
	f.Thin = f.Days < catalogue.SeedDays
	f.Load = ledger.LoadState(f.Input.From, f.Input.Days)
	f.Idle = f.Load
	for day := 1 - HistoryDays; day <= f.Input.Days; day++ {
		f.Events[Index(day)] = ledger.ExpectedTSS(f.Date(day))
	}
	for day := 1 - HistoryDays; day <= 0; day++ {
		f.Peak = max(f.Peak, f.Idle.TSS(day))
	}
	for last := -21; last <= 0; last += 7 {
		f.Month += f.Idle.WeekTSS(last) / 4
	}
}

// Of what a week's load is compared with (coaching §8, LD-3).
const (
	baseWeeks = 5
	bestWeeks = 3
)

// readBase works out the mean load of the best three of the five weeks before the plan that were not eased; where all were, of all.
func (f *Frame) readBase() {
	var all, full []float64
	for w := range baseWeeks {
		if last := -7 * w; f.Known >= 7*w+7 {
			all = append(all, f.Idle.WeekTSS(last))
			if !f.EasedBlock(last) {
				full = append(full, f.Idle.WeekTSS(last))
			}
		}
	}
	if len(full) == 0 {
		full = all
	}
	slices.Sort(full)
	full = full[max(0, len(full)-bestWeeks):]
	for _, tss := range full {
		f.Base += tss / float64(len(full))
	}
}

// readClock works out when days begin.
func (f *Frame) readClock() {
	next := f.Date(-ItemDays).At(0, f.Zone).Unix() / 60
	for day := -ItemDays; day <= f.Input.Days; day++ {
		at := Index(day)
		f.midnight[at] = next
		next = f.Date(day+1).At(0, f.Zone).Unix() / 60
		f.even[at] = next-f.midnight[at] == 24*60
	}
}

// readHours works out the windows of each planned day and of the day before the first, which may reach past midnight.
func (f *Frame) readHours() {
	for day := 0; day <= f.Input.Days; day++ {
		date := f.Date(day)
		spans, limited := f.Input.Profile.Hours(date)
		h := &f.Hours[day]
		if h.Limited, h.Minutes = limited, float64(f.Input.Profile.AvailableSeconds(date))/60; !limited {
			continue
		}
		ends := date.AddDays(1).At(0, f.Zone)
		for _, s := range spans {
			h.windows = append(h.windows, window{from: s.From.Unix() / 60, to: s.To.Unix() / 60, sports: s.Sports, overnight: s.To.After(ends)})
		}
	}
}

// legSetsFloor is how many more hard leg sets a week than usual are always allowed (STR-5), and FirstLegSets how many whoever has had none may have: what
// a first lift may hold by itself (SPK-1).
const (
	legSetsFloor = 4
	FirstLegSets = 6
)

// readStrength works out for whom STR-1 and STR-2 are: strength is built where it is a goal and kept where it is one or was trained in the
// four weeks before the plan.
func (f *Frame) readStrength() {
	f.Builds = f.Season.Priority() != training.PriorityEndurance
	f.LiftPlaces = f.liftPlaces()
	month := f.Span(&f.Fixed, 1-catalogue.SeedDays, 0)
	f.Strengthens = f.Builds || month.Lifts > 0
	f.UsualLegSets = float64(month.LegSets) / 4
	f.MostLegSets = max(f.Limits.LegSetsRise*f.UsualLegSets, f.UsualLegSets+legSetsFloor, FirstLegSets)
}

// manyLifts is no bound on lifts: of an athlete whose weeks nobody knows.
const manyLifts = 7

// liftPlaces is how many lifts a week has places for in base on the way to what comes next, by how many sessions it has. Where the goal is muscle one
// is enough: of that the sets of a week are what counts, and they may stand in one session.
func (f *Frame) liftPlaces() float64 {
	n := f.Season.Sessions()
	if f.Season.goal.Kind == training.GoalMuscle {
		return 1
	}
	if n == 0 {
		return manyLifts
	}
	c := f.Season.Calendar
	return float64(c.AskedLifts(&season.Standing{Phase: session.Base, Event: c.Aim(f.Input.From)}, n))
}

// readCuts counts what the proposal found on the calendar.
func (f *Frame) readCuts() {
	var next training.Date = math.MaxInt32
	for i := range f.Input.Profile.Events {
		if e := &f.Input.Profile.Events[i]; e.Priority != training.EventC && e.Date >= f.Input.From && e.Date < next {
			next, f.Cuts.Goal = e.Date, e.Sport
		}
	}
	for n := range f.Input.Before {
		s := &f.Input.Before[n]
		if s.Status != training.Planned || s.Date < f.Input.From || s.Date >= f.Input.From.AddDays(f.Input.Days) {
			continue
		}
		i := f.SessionItem(s)
		if w := (i.Day - 1) / 7; w < len(f.Cuts.Weeks) && i.Load {
			f.Cuts.Known = true
			f.Cuts.Weeks[w].Add(&i, f.Cuts.Goal)
		}
	}
}

// KnowsThreshold tells whether any threshold of an endurance sport is known.
func KnowsThreshold(p *training.Profile) bool {
	return p.FTPWatts != nil || p.RowFTPWatts != nil || p.ThresholdSecondsPerKilometer != nil || p.CriticalSwimSecondsPer100Meters != nil
}
