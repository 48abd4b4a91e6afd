package brief

import (
	"math"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// Planned are the endurance sports that plans are made of. The others are done by themselves: they count, and nothing of them is proposed.
var Planned = [...]training.Sport{training.Run, training.Ride, training.Swim, training.Row}

// plans tells whether a sport is among them.
func plans(sport training.Sport) bool { return slices.Contains(Planned[:], sport) }

// sports are the endurance sports to plan, by their share of time in the six weeks before; where there is no history those that the
// athlete has an event or a threshold for, else running.
func (in *Input) sports() []Share {
	seconds := map[training.Sport]float64{}
	for _, b := range in.Ledger.Bouts() {
		if plans(b.Sport) && b.Date < in.From && b.Date >= in.From.AddDays(-rules.HistoryDays) {
			seconds[b.Sport] += float64(b.DurationSeconds)
		}
	}
	p := in.Hours.Profile
	for _, e := range p.Events {
		if plans(e.Sport) && e.Date >= in.From && seconds[e.Sport] == 0 {
			seconds[e.Sport] = 3600
		}
	}
	if len(seconds) == 0 {
		for sport, known := range map[training.Sport]bool{
			training.Run: p.ThresholdSecondsPerKilometer != nil, training.Ride: p.FTPWatts != nil,
			training.Swim: p.CriticalSwimSecondsPer100Meters != nil, training.Row: p.RowFTPWatts != nil,
		} {
			if known {
				seconds[sport] = 3600
			}
		}
	}
	if len(seconds) == 0 {
		seconds[training.Run] = 3600
	}
	total := 0.0
	for _, s := range seconds {
		total += s
	}
	var list []Share
	for _, sport := range Planned { // in a fixed order
		if s := seconds[sport]; s > 0.04*total {
			list = append(list, Share{sport, s / total})
		}
	}
	slices.SortStableFunc(list, func(a, b Share) int { return int(math.Copysign(1, b.Share-a.Share)) })
	return list
}

// liftsAWeek is how many strength sessions a week should have.
func (in *Input) liftsAWeek() int {
	switch in.Hours.Profile.Priority {
	case training.PriorityStrength:
		return 3
	case training.PriorityHybrid:
		return 2
	}
	return 1
}
