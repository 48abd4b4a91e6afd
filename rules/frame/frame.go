// Package frame is what the rules look at, measured: an [Input] becomes a [Frame], whose history, hours, check-ins and events no plan can
// change, and whose items and daily sums follow each edit of the plan. A rule over a window is a [Row].
package frame

import (
	"time"

	"fortnight/gate"
	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

// Frame is an input prepared for judging: everything that a plan cannot change is worked out once, and what it can change is kept by
// day. Index of a day d in the arrays is d + HistoryDays.
type Frame struct {
	words

	Input  *Input
	Zone   *time.Location
	Limits catalogue.Limits
	Thin   bool // fewer than 28 days of history are known (DAT-1)
	Days   int  // of history that are known, of the 42 before day 1
	Known  int  // days in a row before day 1 whose load is known or planned
	lit    int  // the first day at whose start the fitness is known
	Stated int  // the last day whose fitness does not follow from the day before

	Completed int    // sessions that are known to be done
	Items     []Item // sorted by start: history that the rules can reach, and the plan
	median    map[training.Sport]float64
	Load      training.LoadState // with the plan
	Idle      training.LoadState // without it: what no plan can change
	Events    [SpanDays]float64  // expected load of events, counted in CTL and ATL alone
	Month     float64            // mean of the four 7-day totals ending day 0
	Base      float64            // weekly load of the best three of the five weeks before day 1 that were not eased
	Peak      float64            // hardest day of the 42 before day 1
	Banned    [SpanDays]uint8
	Sports    [SpanDays][]training.Sport
	Sick      [SpanDays]bool
	Hours     [MaxDays + 1]Hours // of days 0 to Days

	families         map[session.ID]*known // of Input.Workouts
	Season           Season
	Running          Running
	Races            []Race                   // events that the days bend to, and their trace
	raced, racedIdle [SpanDays]training.State // what races add to fitness, with the plan and without
	followed         bool                     // they are known
	Past             Volumes
	Total            Volumes // past and plan together
	Body             Body
	Comeback         Comeback
	Cuts             Cuts
	Floors           [][]Floor // of Input.Weeks, in their order

	Changed    Concern // what edits since the last judging are a concern of
	BrokenOnly bool    // nobody wants the rows that hold
	midnight   [SpanDays]int64
	even       [SpanDays]bool // the day has 24 hours
	Daily      [SpanDays]Sums
	Fixed      [SpanDays]Sums // of daily, what no plan can change
	Weeks      [MaxDays + 1]Sums
	lastWeek   Sums             // of the days −6 to 0
	Recent     int              // the place of the first item of the recent days
	dirty      int              // the first day whose sums an edit has changed since the last judging
	Firsts     [MaxDays + 2]int // places of the first items of the days 0 to Days+1 or of later ones
	FixedWeeks [MaxDays + 1]Sums
	PlannedRun [SpanDays]LongestRun
	DoneRun    [SpanDays]LongestRun
	names      [SpanDays]string          // of days, as messages have them; made when asked for
	weekNames  [SpanDays]string          // of the seven days that end on a day
	picked     []*Item                   // the last answer of ItemsOf
	sessions   []training.PlannedSession // of the plan, in their order; made when asked for

	accustomed   []training.ExerciseID // eccentric exercises for the legs in the 28 days before the plan
	liftsUnknown bool                  // nobody knows what all lifts of those days were
	ChoosesSport bool                  // swims, rides or rows as well (CON-7)
	Builds       bool                  // STR-1 is for this athlete
	LiftPlaces   float64               // of a week in base, as many as there are sessions for (STR-1)
	Strengthens  bool                  // STR-2 is, in season
	UsualLegSets float64               // a week, over the four before the plan
	MostLegSets  float64               // that those let a week have (STR-5)
	Gates        gate.Bounds           // what conditions keep back
	Light        [MaxDays + 1]string   // why the seven days that end on a day may be light
}

// Dark tells whether nothing is known of the fitness at the start of a day.
func (f *Frame) Dark(day int) bool { return day < f.lit }

// Instant is a time of a day in minutes since 1970.
func (f *Frame) Instant(day int, at training.LocalTime) int64 {
	if day >= -ItemDays && day <= f.Input.Days && f.even[Index(day)] {
		return f.midnight[Index(day)] + int64(at)
	}
	return f.Date(day).At(at, f.Zone).Unix() / 60
}

// Date is the calendar day of a day's number.
func (f *Frame) Date(day int) training.Date { return f.Input.From.AddDays(day - 1) }

// Floor is how many sessions of a sport a week is to hold at the least, with the sport in words.
type Floor struct {
	Sport uint16 // its bit of [Item.Floors]
	Name  string
	Least int
}
