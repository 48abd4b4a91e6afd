package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// resting are the sessions after a race by the days since it: walks first, then what the legs carry without running, then a first run.
func (b *builder) resting(e *Event, most, noRun int) map[int]Slot {
	share := b.cal.row(e).after.volume[0]
	v0, m := b.v0Before(), b.enduranceSessions(e)
	count := min(max(2, round(float64(m)*(share+.35)*float64(most)/7)), most)
	each := 30
	if v0 > 0 {
		each = min(60, max(walkMinutes, toFive(share*v0*float64(most)/7/float64(count))))
	}
	days := map[int]Slot{}
	order, at := []int{1, 3, 4, 6, 2, 5, 7}, 0
	if over := max(0, int(b.in.From-e.Date)-1); over > 0 { // before the plan: what is left of them has its part
		count, order = max(1, round(float64(count*(most-over))/float64(most))), nil
		for first := over + 1; first <= over+2; first++ {
			for d := first; d <= most; d += 2 {
				order = append(order, d)
			}
		}
	}
	for _, d := range order {
		if d > most || at == count {
			continue
		}
		days[d] = b.restDay(e, d, noRun, each)
		at++
	}
	return days
}

// longRest is from how many days without running on a race takes so much out of the legs that a day lies between the first runs after it.
const longRest = 3

// longRecovery tells of a week that begins in the easy days after a race that asks for days without running, or lies in them.
func (b *builder) longRecovery() bool {
	for _, st := range []Standing{b.cal.On(b.week.First), b.standing} {
		if st.Phase == session.Recovery && st.Easy {
			noRun, _, _ := b.cal.Aftermath(st.Event)
			return noRun >= longRest
		}
	}
	return false
}

func (b *builder) restDay(e *Event, d, noRun, each int) Slot {
	sport := b.eventSport(e)
	s := Slot{Role: E, Why: fmt.Sprintf("%d days after %s", d, nameOf(e))}
	var want []session.ID
	switch {
	case triathlon(e.Kind()) && d >= 3: // by turns: the water carries first, then the bicycle
		want, s.Minutes = ids("S-REC", "B-REC", "A-WALK"), spinMinutes
		switch {
		case d == 6 && d > noRun:
			want = ids("R-REC", "A-WALK")
		case d%3 == 1:
			want = ids("B-REC", "S-REC", "A-WALK")
		}
	case d <= noRun && (sport == training.Run || triathlon(e.Kind())) && d < 4:
		want, s.Minutes = ids("A-WALK"), walkMinutes
	case d <= noRun && sport == training.Run:
		want, s.Minutes = ids("A-WALK"), spinMinutes
		if b.in.History.Counts[training.Ride] > 0 { // nobody takes up riding to get over a race
			want = ids("B-REC", "A-WALK")
		}
	case sport == training.Run:
		want, s.Minutes = ids("R-REC", "R-EASY", "A-WALK"), min(each, 30)
	case sport == training.Ride:
		want, s.Minutes = ids("B-REC", "B-EASY", "A-WALK"), each
	case sport == training.Swim:
		want, s.Minutes = ids("S-REC", "S-END", "A-WALK"), each
	case sport == training.Row:
		want, s.Minutes = ids("W-REC", "W-EASY", "A-WALK"), each
	default:
		want, s.Minutes = ids("A-WALK"), each
	}
	s.Families = slices.DeleteFunc(want, func(id session.ID) bool { f, _ := session.Find(id); return !b.athlete.may(f.Sport) })
	if len(s.Families) == 0 {
		s.Families = ids("A-WALK")
	}
	f, _ := session.Find(s.Families[0])
	s.Sport, s.Least, s.Most = f.Sport, max(10, s.Minutes-10), s.Minutes+10
	b.easyRung(&s)
	return s
}
