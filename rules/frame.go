package rules

import (
	"slices"
	"sort"
	"time"

	"fortnight/training"
)

// item is a bout as the rules see it. Days are counted as science §0 does: day 1 is the first planned one, day 0 the last of history.
type item struct {
	start, end int64 // minutes since 1970, as instants
	day        int
	sport      training.Sport
	seconds    int
	tss        float64
	meters     float64 // of running
	runSeconds int
	low        int // endurance seconds at low intensity
	endurance  int
	hi, mod    bool
	heavy      bool
	legSets    int  // hard sets for the legs
	legs       bool // endurance with the legs
	long       bool
	recovery   bool
	load       bool // counts against a rest day and as a session
	plan       bool // part of the plan that is judged, rather than done or from before it
	endures    bool // of an endurance sport
	lower      bool // of run, ride or row
	lifts      bool // of strength
	unsaid     bool // a lift of which nobody knows the patterns
	race       bool // at race pace
	late       bool // ends after 19:00
	high       int  // endurance seconds at high intensity
	legSeconds int  // endurance seconds with the legs
	reserve    int  // repetitions in reserve of the hardest leg set, 10 where there is none
	patterns   uint8
	flagged    bool // key, by athlete or coach
	key        bool // worked out by markKeys
	fixed      bool // locked, or on a locked day
	session    *training.Session
	groups     uint8 // muscle groups it loads, a bit each in the order of groupBits
}

// planned tells whether the item is part of the plan that is judged, rather than done or from before it.
func (i *item) planned() bool { return i.plan }

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
	thin   bool // fewer than 28 known days (DAT-1)
	known  int  // days in a row before day 1 whose load is known
	dark   bool // nothing at all is known of the load

	items  []item // sorted by start: history that the rules can reach, and the plan
	median map[training.Sport]float64
	base   training.State           // at the end of day 0
	ctl    [spanDays]float64        // at the end of each day, with the plan
	atl    [spanDays]float64        // of planned days
	empty  [spanDays]training.State // at the end of each day if nothing is planned
	done   [spanDays]float64        // load a day that no plan can change
	load   [spanDays]float64        // load a day with the plan
	events [spanDays]float64        // expected load of events, counted in CTL and ATL alone
	month  float64                  // mean of the four 7-day totals ending day 0
	peak   float64                  // hardest day of the 42 before day 1
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

	brokenOnly bool // nobody wants the rows that hold
	midnight   [spanDays]int64
	even       [spanDays]bool // the day has 24 hours
	daily      [spanDays]sums
	fixed      [spanDays]sums // of daily, what no plan can change
	weeks      [MaxDays + 1]sums
	weekTSS    [MaxDays + 1]float64
	lastWeek   sums             // of the days −6 to 0
	firsts     [MaxDays + 2]int // places of the first items of the days 0 to Days+1 or of later ones
	fixedWeeks [MaxDays + 1]sums
	plannedRun [spanDays]longestRun
	doneRun    [spanDays]longestRun
	runSums    [spanDays]runsUpTo
	names      [spanDays]string // of days, as messages have them; made when asked for
	weekNames  [spanDays]string // of the seven days that end on a day

	choosesSport bool    // swims, rides or rows as well (CON-7)
	builds       bool    // STR-1 is for this athlete
	strengthens  bool    // STR-2 is, in season
	usualLegSets float64 // a week, over the four before the plan
	runsSummed   int     // the first day whose running sum is not final
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
	f := &frame{in: in, zone: in.Profile.Location(), median: map[training.Sport]float64{}}
	bouts := training.Bouts(in.Today, in.Activities, in.Sessions)
	past := bouts[:0:0]
	for i := range bouts {
		if b := &bouts[i]; !b.Planned || b.Date < in.From {
			past = append(past, *b)
		}
	}
	f.readHistory(past)
	f.findGap()
	f.limits = newLimits(in.Profile, in.From, f.thin || f.back.gap > longGap, in.Overrides)
	f.readHours()
	f.readCheckIns()
	f.readRaces(past)
	f.readClock()
	f.addItems(past)
	f.emptyPlan()
	f.readBody()
	f.readComeback()
	f.readCuts()
	return f
}

// readHistory works out what is known of the load before day 1.
func (f *frame) readHistory(past []training.Bout) {
	yesterday := f.in.From.AddDays(-1)
	h := training.Daily(past, f.in.Today, yesterday.AddDays(f.in.Days))
	state, known := training.Seed(h.TSS[:h.Known], f.in.Profile.StartingFitness)
	f.dark = !known
	f.known = max(0, int(f.in.From-h.First))
	if h.Known == 0 {
		f.known = 0
	}
	f.thin = f.known < seedDays
	for at := range f.ctl { // before the first known day fitness is what it was seeded with
		f.ctl[at], f.empty[at] = state.Fitness, state
	}
	for i, tss := range h.TSS {
		day := int(h.First.AddDays(i)-f.in.From) + 1
		if day <= 0 {
			state = state.After(tss)
		}
		if at := index(day); at >= 0 && at < spanDays {
			f.done[at] = tss
			if day <= 0 {
				f.ctl[at] = state.Fitness
				f.empty[at] = state
				f.peak = max(f.peak, tss)
			}
		}
	}
	f.base = state
	for day := -27; day <= 0; day++ {
		f.month += f.done[index(day)] / 4
	}
	f.load = f.done
}

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
		windows, limited := f.in.Profile.Windows(date)
		h := &f.hours[day]
		h.limited, h.minutes = limited, float64(f.in.Profile.AvailableSeconds(date))/60
		for _, w := range windows {
			from := date.At(w.From, f.zone).Unix() / 60
			h.windows = append(h.windows, window{from: from, to: from + int64(w.Seconds()/60), sports: w.Sports, overnight: w.To < w.From})
		}
	}
}

// readCheckIns spreads illness over the sick day and the next, and bans to the next check-in that does not repeat them.
func (f *frame) readCheckIns() {
	checkIns := slices.Clone(f.in.CheckIns)
	sort.Slice(checkIns, func(i, j int) bool { return checkIns[i].Date < checkIns[j].Date })
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

// addItems takes in history as far back as a rule reaches for single sessions, and the plan.
func (f *frame) addItems(past []training.Bout) {
	durations := map[training.Sport][]float64{}
	for i := range past {
		b := &past[i]
		if b.Date >= f.in.From.AddDays(-seedDays) && b.Sport.Endurance() {
			durations[b.Sport] = append(durations[b.Sport], float64(b.DurationSeconds))
		}
	}
	for sport, list := range durations {
		slices.Sort(list)
		f.median[sport] = list[len(list)/2]
		f.choosesSport = f.choosesSport || sport != training.Run
	}
	for i := range past {
		if past[i].Date >= f.date(-itemDays) && past[i].Date <= f.date(f.in.Days) {
			f.items = append(f.items, f.itemOf(&past[i], nil))
		}
	}
	sort.SliceStable(f.items, func(i, j int) bool { return f.items[i].start < f.items[j].start })
	f.sumFixed()
	f.readStrength()
	for i := range f.in.Sessions {
		s := &f.in.Sessions[i]
		if s.Status == training.Planned && s.Date >= f.in.From && s.Date >= f.in.Today && s.Date < f.in.From.AddDays(f.in.Days) {
			f.insert(f.sessionItem(s))
		}
	}
}

func (f *frame) sessionItem(s *training.Session) item {
	b := s.Bout()
	i := f.itemOf(&b, s)
	i.fixed = s.Lock != nil || slices.Contains(f.in.LockedDays, s.Date)
	return i
}

// The shortest long sessions of each sport in seconds (science §0).
var longFrom = map[training.Sport]int{training.Run: 75 * 60, training.Ride: 120 * 60, training.Swim: 60 * 60, training.Row: 60 * 60}

func (f *frame) itemOf(b *training.Bout, s *training.Session) item {
	day := int(b.Date-f.in.From) + 1
	start, minutes := f.instant(day, b.Start), int64(b.DurationSeconds+59)/60
	d := &b.Demand
	i := item{
		start: start, end: start + minutes, day: day, sport: b.Sport, seconds: b.DurationSeconds,
		tss: b.TSS, meters: d.RunMeters, runSeconds: d.RunSeconds, low: d.LowSeconds, endurance: d.EnduranceSeconds, hi: d.HighIntensity,
		mod: d.Moderate, heavy: d.HeavyLower, legSets: b.HardLegSets, legs: d.LowerBodySeconds > 0, session: s, groups: groupsOf(b),
		load: b.Sport != training.Mobility && (b.TSS > 0 || s != nil),
	}
	if b.Sport == training.Run && i.meters == 0 {
		i.meters = b.DistanceMeters
	}
	if from, endures := longFrom[b.Sport]; endures {
		i.long = b.DurationSeconds >= from && float64(b.DurationSeconds) >= 1.5*f.median[b.Sport]
	}
	i.recovery = b.DurationSeconds <= 30*60 && b.TSS <= 20 && !d.HeavyLower && d.LowSeconds == d.EnduranceSeconds && d.EnduranceSeconds > 0
	i.flagged = s != nil && s.KeyFlagged
	i.plan = s != nil && day >= 1 && s.Status == training.Planned
	i.endures, i.lower, i.lifts = b.Sport.Endurance(), b.Sport.LowerBody(), b.Sport == training.Strength
	i.race, i.late = b.Focus == training.FocusRacePace, int64(b.Start)+minutes > eveningFrom
	i.high, i.legSeconds, i.reserve = d.HighSeconds, d.LowerBodySeconds, d.MinRepsInReserve
	i.patterns, i.unsaid = patternBits(d.Patterns), i.lifts && len(d.Patterns) == 0
	return i
}

var groupBits = map[training.MuscleGroup]uint8{training.Legs: 1, training.Push: 2, training.Pull: 4, training.Core: 8}

// groupsOf are the regions a bout loads: those of its lifts' patterns, and what its sport moves with.
func groupsOf(b *training.Bout) uint8 {
	var bits uint8
	for _, p := range b.Demand.Patterns {
		switch p {
		case training.PatternPush:
			bits |= groupBits[training.Push]
		case training.PatternPull:
			bits |= groupBits[training.Pull]
		case training.PatternCore:
			bits |= groupBits[training.Core]
		case training.PatternCarry:
			bits |= groupBits[training.Core] | groupBits[training.Pull]
		default:
			bits |= groupBits[training.Legs]
		}
	}
	if b.Demand.LowerBodySeconds > 0 || b.HardLegSets > 0 {
		bits |= groupBits[training.Legs]
	}
	if b.Sport == training.Swim || b.Sport == training.Row {
		bits |= groupBits[training.Pull]
	}
	return bits
}

// emptyPlan works out the state of each day if nothing were planned: what a plan cannot be blamed for.
func (f *frame) emptyPlan() {
	state := f.base
	for day := 1; day <= f.in.Days; day++ {
		at := index(day)
		state = state.After(f.done[at] + f.events[at])
		f.empty[at] = state
	}
}

// insert adds an item, keeping the order of starts.
func (f *frame) insert(i item) {
	at := sort.Search(len(f.items), func(n int) bool { return f.items[n].start > i.start })
	f.items = slices.Insert(f.items, at, i)
	f.resum(i.day)
}

// remove takes out the item of a session, and tells whether it was there.
func (f *frame) remove(id training.SessionID) bool {
	for n := range f.items {
		if s := f.items[n].session; s != nil && s.ID == id {
			day := f.items[n].day
			f.items = slices.Delete(f.items, n, n+1)
			f.resum(day)
			return true
		}
	}
	return false
}

// date is the calendar day of a day's number.
func (f *frame) date(day int) training.Date { return f.in.From.AddDays(day - 1) }
