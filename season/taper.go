package season

import (
	"fortnight/training"
)

// Where in the band of a block before a race its minutes are: in the middle, and the nearer to its top the more load the athlete is used to, as rest makes
// those far fresher than they need to be.
const (
	middleOfBand = .5
	higherInBand = .4 // at most
	fitFrom      = 50 // CTL
	fitFull      = 80
)

// inBand is the share of V0 that a block before a race is to have; all of it where the specification has no band.
func (b *builder) inBand(band [2]float64) float64 {
	if band[1] == 0 {
		return 1
	}
	fit := min(1, max(0, (b.athlete.CTL-fitFrom)/(fitFull-fitFrom)))
	return band[0] + (middleOfBand+higherInBand*fit)*(band[1]-band[0])
}

// bandsFrom is how many days before a race the specification has the first of its bands.
const bandsFrom = 21

// bandAt is the band of the block that a day so long before a race lies in; the zero one for all of V0.
func (r *row) bandAt(left int) [2]float64 {
	if left < 1 || left > bandsFrom {
		return [2]float64{}
	}
	return r.bands[3-(left+6)/7]
}

// shareBeforeB is what part of V0 a week before a B race has that the season leads to.
const shareBeforeB = .85

// taperMinutes is a week before a race: seven times what its days have at the mean that do not go by the race, each by the band of its block; lifts come on
// top of V0, which has none.
func (b *builder) taperMinutes(v0, lw float64) float64 {
	lifts, e := max(0, lw-v0), b.standing.Event
	if e.Priority == training.EventB {
		return shareBeforeB * (v0 + lifts)
	}
	sum, days := 0.0, 0.0
	for d := range 7 {
		day := b.week.First.AddDays(d)
		if left := int(e.Date - day); left > 0 && !b.goesByRace(d) {
			sum, days = sum+b.taperDay(e, day, v0)+b.inBand(b.row.bandAt(left))*lifts/7, days+1
		}
	}
	if days == 0 {
		return b.inBand(b.row.bandAt(b.standing.D)) * (v0 + lifts)
	}
	return 7 * sum / days
}

// Bounds of what the rest of a block has whose beginning lies behind, of what it would have without that.
const (
	leastOfRest = .7
	mostOfRest  = 1.1
)

// taperDay is what a day before a race may have: the part of its block's that such a day of the week usually has, and where the block began before the week
// of what is left of it.
func (b *builder) taperDay(e *Event, day training.Date, v0 float64) float64 {
	left, usual := int(e.Date-day), b.usualDays()
	of := func(from, to training.Date) (part float64) {
		for d := from; d <= to; d++ {
			part += usual[d.Weekday()]
		}
		return part
	}
	band := b.row.bandAt(left)
	if band[1] == 0 {
		return v0 * of(day, day)
	}
	ends := e.Date.AddDays(-(left-1)/7*7 - 1)
	begins := ends.AddDays(-6)
	first := max(begins, b.week.First)
	whole := b.inBand(band) * v0
	open := of(first, ends)
	rest := whole * open
	if first > begins {
		rest = min(mostOfRest*rest, max(leastOfRest*rest, whole-b.enduranceBetween(begins, first)))
	}
	return rest * of(day, day) / open
}

// usualDays is what part of a week's endurance its days have by habit; all the same of who has none.
func (b *builder) usualDays() map[training.Weekday]float64 {
	days, sum := map[training.Weekday]float64{}, 0.0
	for _, e := range b.in.History.Efforts {
		if e.Date >= b.in.From.AddDays(-7*habitWeeks) && e.Date < b.in.From && !e.Race && isEndurance(e.Sport) {
			days[e.Date.Weekday()] += float64(e.Minutes)
			sum += float64(e.Minutes)
		}
	}
	for _, day := range training.Weekdays { // what is planned moves by a day or two, so that half of it is the same on each
		if sum == 0 {
			days[day] = 1. / 7
			continue
		}
		days[day] = (days[day]/sum + 1./7) / 2
	}
	return days
}

// isEndurance tells whether a session of a sport counts in V0.
func isEndurance(sport training.Sport) bool { return sport.Endurance() || sport == training.MultiSport }

// enduranceBetween are the minutes of endurance from a day to before another one: those that were done, and of the week before what is to be.
func (b *builder) enduranceBetween(from, to training.Date) float64 {
	sum := 0.0
	for _, e := range b.in.History.Efforts {
		if e.Date >= from && e.Date < to && e.Date < b.in.From && isEndurance(e.Sport) {
			sum += float64(e.Minutes)
		}
	}
	if b.before == nil {
		return sum
	}
	for i := range b.before.Slots {
		s := &b.before.Slots[i]
		if s.lift() || s.Role == Care || s.Role == RaceDay {
			continue
		}
		first, last := b.in.From.AddDays(s.First-1), b.in.From.AddDays(s.Last-1)
		if s.Role == L && s.First != s.Last {
			if day := b.plan.usualLongDay(b.before.First); day >= first && day <= last {
				first, last = day, day
			}
		}
		if days := int(min(last, to-1)-max(first, from)) + 1; days > 0 {
			sum += float64(s.Minutes*days) / float64(last-first+1)
		}
	}
	return sum
}

// withinBand shortens what is planned before a race of the block that ends so many days before it, where days of the block that were done already leave it no
// more than that: easy days first, then the sharpener and the long session.
func (b *builder) withinBand(e *Event, plan map[int]Slot, near int) {
	far := near + 6
	begins := e.Date.AddDays(-far)
	row := b.cal.row(e)
	v0, band := b.v0Before(), row.bandAt(near)
	if e.Priority != training.EventA || v0 == 0 || band[1] == 0 || b.in.From <= begins {
		return
	}
	to := int(e.Date - b.in.From)
	if to < near {
		return
	}
	done := b.enduranceBetween(begins, b.in.From)
	over := done - band[1]*v0
	for d := near; d <= min(far, to); d++ {
		if s := plan[d]; !s.lift() {
			over += float64(s.Minutes)
		}
	}
	cutDays(plan, near, min(far, to), int(over+.5), false)
}
