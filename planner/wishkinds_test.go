package planner_test

import (
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
	"fortnight/wish"
)

// dated are the days of a plan, from 1, with training that is so; stretching is none.
func dated(m *memory, is func(training.Session) bool) map[int]bool {
	days := map[int]bool{}
	for _, s := range m.after() {
		if s.Sport != training.Mobility && is(s) {
			days[int(s.Date-monday)+1] = true
		}
	}
	return days
}

func any14(training.Session) bool { return true }

// What is bounded by days and weeks is kept, or it is said why not.
func TestWishesForDaysAndWeeks(t *testing.T) {
	for _, c := range []struct {
		wish string
		bad  func(m *memory) string
	}{
		{"two rest days a week", func(m *memory) string {
			for w := range 2 {
				n := 0
				for day := range dated(m, any14) {
					if (day-1)/7 == w {
						n++
					}
				}
				if n > 5 {
					return "fewer than two days without training in a week"
				}
			}
			return ""
		}},
		{"never run two days in a row", func(m *memory) string {
			days := dated(m, of(training.Run))
			for day := range days {
				if days[day+1] {
					return "runs on two days in a row"
				}
			}
			return ""
		}},
		{"3 to 4 hours a week", func(m *memory) string {
			for w := range 2 {
				minutes := 0
				for _, s := range m.after() {
					if int(s.Date-monday)/7 == w {
						minutes += (s.Load.DurationSeconds + 30) / 60
					}
				}
				if minutes < 180-30 || minutes > 240+30 {
					return "a week of another length"
				}
			}
			return ""
		}},
		{"hotel gym with treadmill Tue to Thu", func(m *memory) string {
			return when(with(m, of(training.Ride, 2, 3, 4)) || with(m, of(training.Swim, 2, 3, 4)) || with(m, of(training.Row, 2, 3, 4)), "what there is nothing for in a hotel")
		}},
		{"no bike trainer, no bike at all until Friday", func(m *memory) string {
			return when(with(m, of(training.Ride, 1, 2, 3, 4)), "a ride without a bicycle")
		}},
	} {
		m := triathlete()
		wished(t, m, 14, c.wish)
		if bad := c.bad(m); bad != "" {
			t.Errorf("%s: %s; %s\n%s", c.wish, bad, m.last(), m.table(request(14)))
		}
		for _, h := range m.outcome.Heard {
			if !h.Met || h.Reason == "" {
				t.Errorf("%s: %s: %s", c.wish, h.Wish, h.Reason)
			}
		}
	}
}

// Gear that is not there keeps away what needs it, whatever the profile lists to lift with.
func TestWithoutGearOfEndurance(t *testing.T) {
	m, run := triathlete(), request(14)
	m.snapshot.Athlete.Profile.Equipment = []training.Equipment{training.Dumbbells} // of what is ridden and swum with it tells nothing
	run.Wishes = wish.Wishes{{Kind: wish.Without, Equipment: []training.Equipment{training.SwimmingPool, training.OpenWater}, Dates: days14()}}
	plan(t, m, run)
	if with(m, of(training.Swim)) || !with(m, of(training.Ride)) {
		t.Errorf("swims, or no ride:\n%s", m.table(run))
	}
	run.Wishes = wish.Wishes{{Kind: wish.Equip, Equipment: []training.Equipment{training.Kettlebell}, Dates: days14()}}
	m = triathlete()
	m.snapshot.Athlete.Profile.Equipment = []training.Equipment{training.Dumbbells}
	plan(t, m, run)
	if !with(m, of(training.Swim)) || !with(m, of(training.Ride)) {
		t.Errorf("what there is to lift took what there is to swim and ride with:\n%s", m.table(run))
	}
}

// A race that the wish speaks of is planned for as an event, and the run says so and asks how much it counts.
func TestARaceAheadInTheWish(t *testing.T) {
	for _, c := range []struct {
		wish     string
		priority training.EventPriority
		day      int // from 1
	}{{"marathon in two weeks", training.EventA, 14}, {"10k race on the 12th", training.EventB, 13}} {
		m := triathlete()
		m.snapshot.Athlete.Profile.Events = nil
		wished(t, m, 14, c.wish)
		q := m.outcome.Questions
		if len(q) != 1 || training.EventPriorities[q[0].Taken] != c.priority {
			t.Errorf("%s: %+v", c.wish, q)
		}
		h := m.outcome.Heard
		if len(h) != 1 || !h[0].Met || !strings.Contains(h[0].Reason, "priority "+string(c.priority)) {
			t.Errorf("%s: %+v", c.wish, h)
		}
		if with(m, func(s training.Session) bool { return int(s.Date-monday)+1 == c.day }) {
			t.Errorf("%s: a session on the day of the race", c.wish)
		}
		if with(m, func(s training.Session) bool {
			return int(s.Date-monday)+1 >= c.day-2 && int(s.Date-monday)+1 < c.day && (s.Load.Demand.HeavyLower || s.Load.DurationSeconds > 60*60)
		}) {
			t.Errorf("%s: not fresh:\n%s", c.wish, m.table(request(14)))
		}
		weeks := eventsOf[*runs.TargetsSet](m)[0].Weeks
		if weeks[1].Minutes >= weeks[0].Minutes {
			t.Errorf("%s: %d min and then %d", c.wish, weeks[0].Minutes, weeks[1].Minutes)
		}
	}
}
