package season

import (
	"cmp"
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// HistoryBlocks is how many blocks back a season looks.
const HistoryBlocks = 8

// Block is what seven days held.
type Block struct {
	Minutes   int // of all but mobility
	Endurance int // of all endurance sports
	BySport   map[training.Sport]int
	RunMeters float64
	TSS       float64
	Sessions  int // a brick is one; mobility and walks under 30 minutes are none
	Strengths int
	Eased     bool // lighter on purpose or by misfortune: step-back, taper, race recovery, illness, travel, return
	Known     bool // of days that lie within what is known of the athlete
}

// Effort is one session of a sport, done or planned before, as far as long sessions grow from it.
type Effort struct {
	Date    training.Date
	Sport   training.Sport
	Minutes int
	Meters  float64 // 0 for unknown
	Race    bool
}

// History is what was done before the first planned day.
type History struct {
	From     training.Date // the first planned day
	Blocks   []Block       // the newest first, at most HistoryBlocks
	Efforts  []Effort      // of the last 60 days
	Last     map[session.ID]training.Date
	Shares   map[training.Sport]float64 // of the endurance minutes of 42 days
	Counts   map[training.Sport]int     // sessions in 42 days
	Apart    map[training.Sport]int     // of those the sports that cannot be planned, which nothing else here counts
	LongDay  training.Weekday           // usual one, empty for none, as below
	KeyDays  []training.Weekday         // the two most usual
	LiftDays []training.Weekday         // the most usual, as many as there are lifts in a week
}

// Read counts what a ledger holds before the first planned day. Eased are the days that were lighter for a known reason, races those of
// races; last says when each family was done, which is read from the workouts elsewhere.
func Read(l *training.Ledger, from training.Date, eased, races map[training.Date]bool, last map[session.ID]training.Date) History {
	h := History{From: from, Last: last, Shares: map[training.Sport]float64{}, Counts: map[training.Sport]int{}}
	first, any := l.FirstDone()
	for i := range HistoryBlocks {
		start := from.AddDays(-7 * (i + 1))
		if !any || start.AddDays(6) < first {
			break
		}
		h.Blocks = append(h.Blocks, Block{BySport: map[training.Sport]int{}, Known: start >= first, Eased: mostly(start, eased)})
	}
	days := weekdays{}
	for _, b := range l.Bouts() {
		if b.Date < from {
			h.add(&b, races[b.Date], &days)
		}
	}
	sum := 0.0
	for _, minutes := range h.Shares {
		sum += minutes
	}
	for sport := range h.Shares {
		h.Shares[sport] /= math.Max(sum, 1)
	}
	h.LongDay, h.KeyDays, h.LiftDays = days.usual(h.mean(func(b *Block) float64 { return float64(b.Strengths) }))
	return h
}

func mostly(start training.Date, eased map[training.Date]bool) bool {
	n := 0
	for d := range 7 {
		if eased[start.AddDays(d)] {
			n++
		}
	}
	return n >= 4
}

// add counts a bout before the first planned day.
func (h *History) add(b *training.Bout, race bool, days *weekdays) {
	minutes, back := b.DurationSeconds/60, int(h.From-b.Date)
	parts := partsOf(b)
	if Apart(b.Sport) && len(parts) == 1 {
		h.setApart(b.Sport, back)
		return
	}
	days.add(b, back)
	if back <= 60 {
		for _, p := range parts {
			h.Efforts = append(h.Efforts, Effort{Date: b.Date, Sport: p.sport, Minutes: p.minutes, Meters: p.meters, Race: race})
		}
	}
	if back <= 42 {
		for _, p := range parts {
			if p.sport.Endurance() {
				h.Shares[p.sport] += float64(p.minutes)
			}
			h.Counts[p.sport]++
		}
	}
	if at := (back - 1) / 7; at < len(h.Blocks) && b.InWeek() {
		h.Blocks[at].add(b, parts, minutes)
	}
}

func (k *Block) add(b *training.Bout, parts []part, minutes int) {
	k.Minutes += minutes
	k.TSS += b.TSS
	for _, p := range parts {
		k.BySport[p.sport] += p.minutes
		if p.sport != training.Strength {
			k.Endurance += p.minutes
		}
		if p.sport == training.Run {
			k.RunMeters += p.meters
		}
	}
	if b.Sport == training.Strength {
		k.Strengths++
	}
	if b.Sport != training.Walk || minutes >= 30 {
		k.Sessions++
	}
}

type part struct {
	sport   training.Sport
	minutes int
	meters  float64
}

// partsOf splits a brick into its ride and its run, each with its own minutes, and takes what is run between stations from them.
func partsOf(b *training.Bout) []part {
	run := b.Demand.RunSeconds / 60
	off := part{training.Run, run, b.Demand.RunMeters}
	switch ridden := b.RiddenSeconds() / 60; {
	case run == 0 || run*60 >= b.DurationSeconds:
	case ridden > 0:
		return []part{{training.Ride, ridden, 0}, off}
	case b.Sport == training.MultiSport:
		return []part{{b.Sport, b.DurationSeconds/60 - run, 0}, off}
	}
	return []part{{b.Sport, b.DurationSeconds / 60, b.DistanceMeters}}
}

// habitWeeks is over how many weeks a habit is looked for.
const habitWeeks = 6

// weekdays counts on which days of the week what kind of session was done in the last 42 days, and which session of each week was the long one.
type weekdays struct {
	key, lift [7]int
	long      [habitWeeks]struct{ minutes, at int }
}

func (w *weekdays) add(b *training.Bout, back int) {
	if back > 7*habitWeeks {
		return
	}
	at := slices.Index(training.Weekdays, b.Date.Weekday())
	switch {
	case b.Sport == training.Strength:
		w.lift[at]++
	case b.Focus == training.FocusLong:
		w.longest(back, at, b.DurationSeconds/60)
	case b.Demand.HighIntensity || b.Demand.Moderate:
		w.key[at]++
	case b.Sport.Endurance() || b.Sport == training.MultiSport: // most of what is done has no focus that anybody has written down
		w.longest(back, at, b.DurationSeconds/60)
	}
}

func (w *weekdays) longest(back, at, minutes int) {
	if l := &w.long[(back-1)/7]; minutes > l.minutes {
		l.minutes, l.at = minutes, at
	}
}

func (w *weekdays) usual(lifts float64) (long training.Weekday, key, lift []training.Weekday) {
	var days [7]int
	for _, l := range w.long {
		if l.minutes > 0 {
			days[l.at]++
		}
	}
	if best := top(days, 1); len(best) > 0 {
		long = best[0]
	}
	return long, top(w.key, 2), top(w.lift, int(math.Round(lifts)))
}

// top are the days with the most, at most n, in the order of the week; days with a single one are no habit.
func top(count [7]int, n int) []training.Weekday {
	var best []training.Weekday
	for range min(n, 7) {
		at := 0
		for d, c := range count {
			if c > count[at] {
				at = d
			}
		}
		if count[at] < 2 {
			break
		}
		best = append(best, training.Weekdays[at])
		count[at] = 0
	}
	slices.SortFunc(best, func(a, b training.Weekday) int {
		return slices.Index(training.Weekdays, a) - slices.Index(training.Weekdays, b)
	})
	return best
}

// mean is that of the last six known blocks.
func (h *History) mean(of func(*Block) float64) float64 {
	sum, n := 0.0, 0
	for i := range h.Blocks[:min(len(h.Blocks), 6)] {
		sum += of(&h.Blocks[i])
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// MeanMinutes is the mean of the last six blocks.
func (h *History) MeanMinutes() float64 {
	return h.mean(func(b *Block) float64 { return float64(b.Minutes) })
}

// Habit is how many sessions a week has had, rounded, 0 without history. Weeks off, those of an illness and lighter ones say nothing of it: it is that of the
// weeks whose minutes the next one goes by (LW), or fewer sessions would have to hold the minutes of more.
func (h *History) Habit() int {
	sum, weeks, full := 0, 0, lighterWeek*LW(h.Blocks)
	for i := range h.Blocks[:min(len(h.Blocks), 6)] {
		if b := &h.Blocks[i]; b.Sessions > 0 && !b.Eased && float64(b.Minutes) >= full {
			sum, weeks = sum+b.Sessions, weeks+1
		}
	}
	if weeks == 0 {
		return int(math.Round(h.mean(func(b *Block) float64 { return float64(b.Sessions) })))
	}
	return int(math.Round(float64(sum) / float64(weeks)))
}

// weeksWith is in how many of the last six blocks a sport was done.
func (h *History) weeksWith(sport training.Sport) int {
	n := 0
	for i := range h.Blocks[:min(len(h.Blocks), 6)] {
		if h.Blocks[i].BySport[sport] > 0 {
			n++
		}
	}
	return n
}

// raceCounts is what share of the longest training of 60 days a race counts for at most.
const raceCounts = 1.1

// Longest is the longest session of a sport in some days before a day; a race counts at most 1.1 times the longest training of 60 days.
// Its Minutes are 0 where there was none.
func (h *History) Longest(sport training.Sport, before training.Date, days int) Effort {
	var best, training60 Effort
	for _, e := range h.Efforts {
		if e.Sport == sport && !e.Race && e.Date < before && e.Date >= before.AddDays(-60) && e.Minutes > training60.Minutes {
			training60 = e
		}
	}
	for _, e := range h.Efforts {
		if e.Sport != sport || e.Date >= before || e.Date < before.AddDays(-days) {
			continue
		}
		if most := int(raceCounts * float64(training60.Minutes)); e.Race && training60.Minutes > 0 && e.Minutes > most {
			e.Minutes, e.Meters = most, training60.Meters*raceCounts
		}
		if e.Minutes > best.Minutes {
			best = e
		}
	}
	return best
}

// SinceLast is how many days before a day a sport was last done, and false where it was not in 60 days.
func (h *History) SinceLast(sport training.Sport, before training.Date) (days int, known bool) {
	for _, e := range h.Efforts {
		if since := int(before - e.Date); e.Sport == sport && since > 0 && (!known || since < days) {
			days, known = since, true
		}
	}
	return days, known
}

// MainSport is that with most minutes in 42 days, empty without history.
func (h *History) MainSport() training.Sport {
	var best training.Sport
	for _, sport := range training.Sports {
		if s := h.Shares[sport]; s > 0 && (best == "" || s > h.Shares[best]) {
			best = sport
		}
	}
	return best
}

// Sports are those of 42 days, the most done first.
func (h *History) Sports() []training.Sport {
	var list []training.Sport
	for _, sport := range training.Sports {
		if h.Shares[sport] > 0 {
			list = append(list, sport)
		}
	}
	slices.SortStableFunc(list, func(a, b training.Sport) int { return cmp.Compare(h.Shares[b], h.Shares[a]) })
	return list
}
