package season

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// triathlonFloors are sessions of swim, ride and run by f, all of them with bricks counted twice.
func triathlonFloors(f int) [3]int {
	switch {
	case f <= 2:
		return [3]int{}
	case f == 3:
		return [3]int{1, 1, 1}
	case f == 4:
		return [3]int{1, 1, 2}
	case f == 5:
		return [3]int{1, 2, 2}
	case f == 6:
		return [3]int{2, 2, 2}
	case f == 7:
		return [3]int{2, 3, 2}
	case f == 8:
		return [3]int{2, 3, 3}
	}
	return [3]int{3, 3, 3}
}

var triathlonOrder = []training.Sport{training.Swim, training.Ride, training.Run}

// floorsFrom is from how many days on that do not go by a race a week has each sport of a triathlete.
const floorsFrom = 4

// setFloors notes the least sessions of each sport.
func (b *builder) setFloors() {
	if triathlon(b.format) && b.free < 7 && b.free >= floorsFrom && b.standing.Phase != session.Recovery && b.standing.Phase != session.Return {
		for _, sport := range triathlonOrder { // beside the days of a race each sport is there still
			if b.athlete.may(sport) {
				b.week.Floors[sport] = 1
			}
		}
	}
	if b.free < 7 || b.standing.Phase == session.Recovery || b.standing.Phase == session.Return {
		return
	}
	w := &b.week
	switch {
	case triathlon(b.format):
		floors := triathlonFloors(b.frequency())
		for i, sport := range triathlonOrder {
			if b.athlete.may(sport) {
				w.Floors[sport] = floors[i]
			}
		}
	case b.format == training.Hyrox && b.athlete.may(training.Run):
		w.Floors[training.Run] = b.hyroxRuns()
	}
	for _, sport := range b.in.Goal.Sports { // what is taken up has its session
		if b.in.Goal.Kind == training.GoalAddSport && sport.Endurance() && b.athlete.may(sport) {
			w.Floors[sport] = 1
		}
	}
	for sport, count := range b.history.Counts {
		if sport.Endurance() && count >= weekly && w.Floors[sport] == 0 && b.athlete.may(sport) {
			w.Floors[sport] = 1
		}
	}
}

// hyroxRuns is how many runs a HYROX athlete's week has at least: two, three from five sessions on where lifts, stations and the erg leave room
// for them.
func (b *builder) hyroxRuns() int {
	if b.n < 5 {
		return 2
	}
	room := 0
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		f, _ := session.Find(s.Family())
		if !s.lift() && s.Role != RaceDay && f.Sport != training.Strength {
			room++
		}
	}
	if others := b.sportsBeside(); len(others) > 0 && room < 5 {
		room--
	}
	return max(2, min(3, room))
}

// triathlonHas is how many sessions of swim, ride and run the week has so far, a brick one of each.
func (b *builder) triathlonHas() (has [3]int) {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if len(s.Families) == 0 {
			continue
		}
		if at := slices.Index(triathlonOrder, s.Sport); at >= 0 {
			has[at]++
		}
		if brick(s.Family()) { // race rhythm is ride and run by turns
			has[2]++
		}
	}
	return has
}

// byFloors are sports for the open sessions of a triathlete: the largest want first.
func (b *builder) byFloors(most int) []training.Sport {
	order, floors, has := triathlonOrder, triathlonFloors(b.frequency()), b.triathlonHas()
	var sports []training.Sport
	for range most {
		at := -1
		for i, sport := range order {
			if b.athlete.may(sport) && (at < 0 || floors[i]-has[i] > floors[at]-has[at]) {
				at = i
			}
		}
		if at < 0 { // none of the three is open
			sports = append(sports, b.main)
			continue
		}
		has[at]++
		sports = append(sports, order[at])
	}
	return sports
}

// eventShare is what part of the endurance sessions is of the event's own sport.
const eventShare = .6

// sportsBeside are the other endurance sports that the week is to have, the most frequent first.
func (b *builder) sportsBeside() []training.Sport {
	var all []training.Sport
	for _, sport := range b.in.Goal.Sports {
		if sport != b.main && sport.Endurance() && b.athlete.may(sport) {
			all = append(all, sport)
		}
	}
	counts := b.history.Counts
	var habits []training.Sport
	for _, sport := range training.Sports {
		often := counts[sport] >= weekly || counts[sport] >= fortnightly && b.i%2 == 0
		if sport != b.main && sport.Endurance() && often && b.athlete.may(sport) && !slices.Contains(all, sport) {
			habits = append(habits, sport)
		}
	}
	slices.SortStableFunc(habits, func(x, y training.Sport) int { return counts[y] - counts[x] })
	all = append(all, habits...)
	if b.format == training.Hyrox && len(all) == 0 && b.i%2 == 0 {
		for _, sport := range []training.Sport{training.Row, training.SkiErg} {
			if b.athlete.may(sport) {
				return []training.Sport{sport}
			}
		}
	}
	return all
}
