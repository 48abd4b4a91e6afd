package frame

// Days are counted from the first planned one, day 1; the last of history is day 0.
const (
	// SpanDays are the days that a frame knows: history, the planned days at most, and the day before history.
	SpanDays = HistoryDays + MaxDays + 1
	// ItemDays is how many days before day 0 a rule reaches for single sessions.
	ItemDays = 29
	// RunReachDays is how many days before a planned one runs count (VOL-2).
	RunReachDays = ItemDays + 1
	// recentDays is how many days before day 1 a session can be that is too near a planned one: more than any limit in hours has.
	recentDays = 7
	// never is a day after all that are planned.
	never = SpanDays
)

// Index is the place of a day in arrays of SpanDays.
func Index(day int) int { return day + HistoryDays }
