package rules

import (
	"slices"
	"strings"
	"time"

	"fortnight/training"
)

// Spans of days.
const (
	spanDays = HistoryDays + MaxDays + 1
	seedDays = 28
)

// frame is an input prepared for judging: everything that a plan cannot change is worked out once, and what it can change is kept by
// day. Index of a day d in the arrays is d + HistoryDays.
type frame struct {
	in     *Input
	zone   *time.Location
	limits limits
	thin   bool // fewer than 28 days of history are known (DAT-1)
	days   int  // of history that are known, of the 42 before day 1
	known  int  // days in a row before day 1 whose load is known or planned
	lit    int  // the first day at whose start the fitness is known
	stated int  // the last day whose fitness does not follow from the day before

	items  []item // sorted by start: history that the rules can reach, and the plan
	median map[training.Sport]float64
	load   training.LoadState // with the plan
	idle   training.LoadState // without it: what no plan can change
	events [spanDays]float64  // expected load of events, counted in CTL and ATL alone
	month  float64            // mean of the four 7-day totals ending day 0
	peak   float64            // hardest day of the 42 before day 1
	banned [spanDays]uint8
	sports [spanDays][]training.Sport
	sick   [spanDays]bool
	hours  [MaxDays + 1]hours // of days 0 to Days

	races []race // events that the days bend to, and their trace
	past  [spanDays]volume
	total [spanDays]volume // past and plan together
	body  body
	back  comeback
	cuts  cuts

	changed    Concern // what edits since the last judging are a concern of
	byFlag     bool    // key sessions are those flagged
	brokenOnly bool    // nobody wants the rows that hold
	midnight   [spanDays]int64
	even       [spanDays]bool // the day has 24 hours
	daily      [spanDays]sums
	fixed      [spanDays]sums // of daily, what no plan can change
	weeks      [MaxDays + 1]sums
	lastWeek   sums             // of the days −6 to 0
	recent     int              // the place of the first item of the recent days
	dirty      int              // the first day whose sums an edit has changed since the last judging
	firsts     [MaxDays + 2]int // places of the first items of the days 0 to Days+1 or of later ones
	fixedWeeks [MaxDays + 1]sums
	plannedRun [spanDays]longestRun
	doneRun    [spanDays]longestRun
	runSums    [spanDays]runsUpTo
	names      [spanDays]string          // of days, as messages have them; made when asked for
	weekNames  [spanDays]string          // of the seven days that end on a day
	picked     []*item                   // the last answer of itemsOf
	sessions   []training.PlannedSession // of the plan, in their order; made when asked for
	words      strings.Builder           // room for messages

	accustomed   []training.ExerciseID // eccentric exercises for the legs in the 28 days before the plan
	liftsUnknown bool                  // nobody knows what all lifts of those days were
	choosesSport bool                  // swims, rides or rows as well (CON-7)
	builds       bool                  // STR-1 is for this athlete
	strengthens  bool                  // STR-2 is, in season
	usualLegSets float64               // a week, over the four before the plan
	mostLegSets  float64               // that those let a week have (STR-5)
	light        [MaxDays + 1]string   // why the seven days that end on a day may be light
	runsSummed   int                   // the first day whose running sum is not final
}

// hours are when the athlete can train on a day.
type hours struct {
	limited bool
	minutes float64
	windows []window
}

// window is one of them, in minutes as items count them.
type window struct {
	from, to  int64
	sports    []training.Sport
	overnight bool
}

func index(day int) int { return day + HistoryDays }

func newFrame(in *Input) *frame {
	f := &frame{in: in, zone: in.Profile.Location(), median: map[training.Sport]float64{}, changed: everyConcern}
	ledger := training.LedgerBefore(&in.Profile, in.Today, in.From, in.Past, in.Activities, in.Sessions)
	past := upTo(in.From.AddDays(in.Days-1), ledger.Bouts())
	f.readHistory(ledger)
	f.findGap()
	f.limits = newLimits(in.Profile, in.From, f.thin || f.back.gap > longGap, in.Overrides)
	f.readHours()
	f.readCheckIns()
	f.readRaces(past)
	f.readClock()
	f.addItems(past)
	f.readBody()
	f.readComeback()
	f.readTapers()
	f.readCuts()
	f.readLight()
	return f
}

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

// never is a day after all that are planned.
const never = spanDays

// readHistory works out what is known of the load before day 1, and what no plan can change of the days from it on.
func (f *frame) readHistory(ledger *training.Ledger) {
	f.lit, f.stated = never, -spanDays
	if date, known := ledger.Begins(); known {
		f.lit = int(date-f.in.From) + 1
		date, _ = ledger.Restarts()
		f.stated = max(f.stated, int(date-f.in.From)+1)
	}
	if first, any := ledger.FirstDone(); any {
		f.known = max(0, int(f.in.From-first))
	}
	f.days = min(HistoryDays, ledger.KnownDays(f.in.From))
	f.thin = f.days < seedDays
	f.load = ledger.LoadState(f.in.From, f.in.Days)
	f.idle = f.load
	for day := 1 - HistoryDays; day <= f.in.Days; day++ {
		f.events[index(day)] = ledger.ExpectedTSS(f.date(day))
	}
	for day := 1 - HistoryDays; day <= 0; day++ {
		f.peak = max(f.peak, f.idle.TSS(day))
	}
	for last := -21; last <= 0; last += 7 {
		f.month += f.idle.WeekTSS(last) / 4
	}
}

// dark tells whether nothing is known of the fitness at the start of a day.
func (f *frame) dark(day int) bool { return day < f.lit }

// readClock works out when days begin.
func (f *frame) readClock() {
	next := f.date(-itemDays).At(0, f.zone).Unix() / 60
	for day := -itemDays; day <= f.in.Days; day++ {
		at := index(day)
		f.midnight[at] = next
		next = f.date(day+1).At(0, f.zone).Unix() / 60
		f.even[at] = next-f.midnight[at] == 24*60
	}
}

// instant is a time of a day in minutes since 1970.
func (f *frame) instant(day int, at training.LocalTime) int64 {
	if day >= -itemDays && day <= f.in.Days && f.even[index(day)] {
		return f.midnight[index(day)] + int64(at)
	}
	return f.date(day).At(at, f.zone).Unix() / 60
}

// readHours works out the windows of each planned day and of the day before the first, which may reach past midnight.
func (f *frame) readHours() {
	for day := 0; day <= f.in.Days; day++ {
		date := f.date(day)
		spans, limited := f.in.Profile.Hours(date)
		h := &f.hours[day]
		if h.limited, h.minutes = limited, float64(f.in.Profile.AvailableSeconds(date))/60; !limited {
			continue
		}
		ends := date.AddDays(1).At(0, f.zone)
		for _, s := range spans {
			h.windows = append(h.windows, window{from: s.From.Unix() / 60, to: s.To.Unix() / 60, sports: s.Sports, overnight: s.To.After(ends)})
		}
	}
}

// readCheckIns spreads illness over the sick day and the next, and bans to the next check-in that does not repeat them.
func (f *frame) readCheckIns() {
	checkIns := sortedCheckIns(f.in.CheckIns)
	for i, c := range checkIns {
		day := int(c.Date-f.in.From) + 1
		for d := day; c.Sick && d <= day+1; d++ {
			if at := index(d); at >= 0 && at < spanDays {
				f.sick[at] = true
			}
		}
		until := f.in.Days
		if i+1 < len(checkIns) {
			until = int(checkIns[i+1].Date - f.in.From)
		}
		for d := max(day, 1); d <= min(until, f.in.Days); d++ {
			for _, group := range c.Banned {
				f.banned[index(d)] |= groupBits[group]
			}
			f.sports[index(d)] = c.BannedSports
		}
	}
}

// itemDays is how many days before day 0 a rule reaches for single sessions (VOL-2: 30 days before day 1).
const itemDays = 29

// recentDays is how many days before day 1 a session can be that is too near a planned one: more than any limit in hours has.
const recentDays = 7

// near is the place of the first item that can be too near a planned one; where rows that hold are wanted too, of the first of all.
func (f *frame) near() int {
	if f.brokenOnly {
		return f.recent
	}
	return 0
}

// addItems takes in history as far back as a rule reaches for single sessions, and the plan.
func (f *frame) addItems(past []training.Bout) {
	durations := map[training.Sport][]float64{}
	f.liftsUnknown = f.thin
	for i := range past {
		b := &past[i]
		if b.Date < f.in.From.AddDays(-seedDays) {
			continue
		}
		f.accustomed = append(f.accustomed, b.Demand.EccentricLegs...)
		f.liftsUnknown = f.liftsUnknown || b.Sport == training.Strength && len(b.Demand.Patterns) == 0
		if b.Sport.Endurance() {
			durations[b.Sport] = append(durations[b.Sport], float64(b.DurationSeconds))
		}
	}
	for sport, list := range durations {
		slices.Sort(list)
		f.median[sport] = list[len(list)/2]
		f.choosesSport = f.choosesSport || sport != training.Run
	}
	f.items = make([]item, 0, len(past)+len(f.in.Sessions)+1)
	for i := range past {
		if past[i].Date >= f.date(-itemDays) && past[i].Date <= f.date(f.in.Days) {
			f.items = append(f.items, f.itemOf(&past[i], nil))
		}
	}
	slices.SortStableFunc(f.items, func(a, b item) int { return inOrder(&a, &b) })
	f.recent = f.firstOf(1 - recentDays)
	f.sumFixed()
	f.readStrength()
	for i := range f.in.Sessions {
		s := &f.in.Sessions[i]
		if s.Status == training.Planned && s.Date >= f.in.From && s.Date >= f.in.Today && s.Date < f.in.From.AddDays(f.in.Days) {
			f.insert(f.sessionItem(s))
		}
	}
}

// date is the calendar day of a day's number.
func (f *frame) date(day int) training.Date { return f.in.From.AddDays(day - 1) }
