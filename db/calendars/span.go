package calendars

import (
	"fortnight/rules"
	"fortnight/training"
)

// wholeDays is how far back from today what was done is read with all that is known of it; of what was done before, the load alone.
const wholeDays = 400

// span is what a snapshot reads of a calendar: loads up to its oldest day, what was done from there on, all else from its first.
type span struct{ oldest, first, last training.Date }

// spanOf reaches to today at least: the seed of fitness rests on days that may come after those that are looked at.
func spanOf(today, from training.Date, days int) span {
	first := min(from, today).AddDays(-rules.HistoryDays)
	return span{oldest: min(first, today.AddDays(-wholeDays)), first: first, last: max(today, from.AddDays(days-1))}
}
