package training

import "slices"

// Bounds of events, and of a goal that says what an event would.
const (
	maxEventSeconds = 604_800
	maxEventMeters  = 1_000_000
	maxEventAscent  = 30_000
	maxDaysAhead    = 731
)

// Event is a race or test the plan bends to. Name is 1 to 120 characters, ExpectedTSS 0 to 2,000, DistanceMeters 0 to 1,000,000. Format is one
// that goes with the sport, ExpectedSeconds is how long it is expected to take, 1 to 604,800, and AscentMeters what it climbs, 0 to 30,000.
type Event struct {
	ID              EventID       `json:"id"`
	Name            string        `json:"name"`
	Date            Date          `json:"date"`
	Sport           Sport         `json:"sport"`
	Priority        EventPriority `json:"priority"`
	ExpectedTSS     *float64      `json:"expectedTss,omitempty"`
	DistanceMeters  *float64      `json:"distanceMeters,omitempty"`
	Format          *EventFormat  `json:"format,omitempty"`
	ExpectedSeconds *int          `json:"expectedSeconds,omitempty"`
	AscentMeters    *float64      `json:"ascentMeters,omitempty"`
}

// Validate checks an event: every fault with the path of its field. Events lie at most ten years back and two years ahead of today.
func (e Event) Validate(today Date) error {
	var faults InputError
	CheckLine(&faults, "name", e.Name, 1, 120)
	CheckFloat(&faults, "expectedTss", e.ExpectedTSS, 0, 2000)
	CheckFloat(&faults, "distanceMeters", e.DistanceMeters, 0, maxEventMeters)
	CheckInt(&faults, "expectedSeconds", e.ExpectedSeconds, 1, maxEventSeconds)
	CheckFloat(&faults, "ascentMeters", e.AscentMeters, 0, maxEventAscent)
	CheckDate(&faults, "date", e.Date, today.AddDays(-3653), today.AddDays(maxDaysAhead))
	if e.Format != nil {
		CheckFormat(&faults, "format", *e.Format, e.Sport)
	}
	return faults.Err()
}

// EventDays are the days of the athlete's events, the earliest first.
func (p *Profile) EventDays() []Date {
	days := make([]Date, 0, len(p.Events))
	for i := range p.Events {
		days = append(days, p.Events[i].Date)
	}
	slices.Sort(days)
	return days
}
