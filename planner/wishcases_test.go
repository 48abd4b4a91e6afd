package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/season"
	"fortnight/training"
	"fortnight/wish"
)

// with is whether some session of a plan is so.
func with(m *memory, is func(training.Session) bool) bool { return slices.ContainsFunc(m.after(), is) }

// count is how many sessions of a plan are so.
func count(m *memory, is func(training.Session) bool) (n int) {
	for _, s := range m.after() {
		if is(s) {
			n++
		}
	}
	return n
}

func of(sport training.Sport, days ...int) func(training.Session) bool {
	return func(s training.Session) bool {
		return s.Sport == sport && (len(days) == 0 || slices.Contains(days, int(s.Date-monday)+1))
	}
}

// What real athletes wrote, and what has to be true of the plan that follows (plan from Monday, said the day before).
func TestWishesOfRealLife(t *testing.T) {
	hard := func(s training.Session) bool { return s.Load.Demand.HighIntensity }
	for _, c := range []struct {
		wish string
		bad  func(m *memory) string
	}{
		{"knee pain, so please avoid running for a week", func(m *memory) string {
			return when(with(m, of(training.Run)), "runs") // the knee stays a gate until it is cleared
		}},
		{"doctor said no running for 2 weeks", func(m *memory) string { return when(with(m, of(training.Run)), "runs") }},
		{"swap my Tuesday run with a swim", func(m *memory) string {
			return when(with(m, of(training.Run, 2)) || !with(m, of(training.Swim, 2)), "no swim in place of the run on Tuesday")
		}},
		{"dont forget the long run on Sunday", func(m *memory) string {
			return when(!with(m, func(s training.Session) bool {
				return s.Sport == training.Run && s.Date == monday+6 && s.Load.DurationSeconds >= 75*60
			}) && !strings.Contains(m.last(), "Not met: a long run on Sun 6 Dec"), "no long run on Sunday, and nobody says why")
		}},
		{"had chest pain yesterday during intervals", func(m *memory) string {
			return when(len(m.after()) > 0 || !strings.Contains(m.last(), "doctor today"), "not an empty plan that sends to a doctor")
		}},
		{"chest pains yesterday", func(m *memory) string { return when(len(m.after()) > 0, "sessions") }},
		{"stress fracture, no impact", func(m *memory) string {
			return when(with(m, func(s training.Session) bool {
				return s.Load.Demand.RunSeconds > 0 || s.Load.Demand.PlyometricContact > 0
			}), "impact")
		}},
		{"sick today", func(m *memory) string {
			return when(with(m, func(s training.Session) bool { return s.Date == monday }) || len(m.after()) == 0 || with(m, hard), "no way back in steps")
		}},
		{"no yoga please", func(m *memory) string {
			return when(with(m, of(training.Mobility)) || !with(m, of(training.Strength)), "yoga, or no lifts")
		}},
		{"two strength sessions max", func(m *memory) string {
			for w := range 2 {
				if n := count(m, func(s training.Session) bool { return s.Sport == training.Strength && int(s.Date-monday)/7 == w }); n > 2 {
					return "more than two lifts in a week"
				}
			}
			return ""
		}},
		{"no more than one hard day", func(m *memory) string {
			for w := range 2 {
				if n := count(m, func(s training.Session) bool {
					return (hard(s) || s.Load.Demand.HeavyLower) && int(s.Date-monday)/7 == w
				}); n > 1 {
					return "more than one hard session in a week"
				}
			}
			return ""
		}},
		{"no bike until next Wednesday", func(m *memory) string { return when(with(m, of(training.Ride, 1, 2)), "a ride before Wednesday") }},
		{"away Thu–Sun next week", func(m *memory) string {
			return when(with(m, func(s training.Session) bool { return s.Date >= monday+3 && s.Date <= monday+6 }) || len(m.after()) < 4, "sessions while away, or none at all")
		}},
		{"travelling Tue–Thu with running shoes", func(m *memory) string {
			return when(with(m, func(s training.Session) bool {
				return s.Date >= monday+1 && s.Date <= monday+3 && s.Sport != training.Run && s.Sport != training.Mobility && s.Sport != training.Walk
			}), "anything but runs")
		}},
		{"group ride Wednesday evening", func(m *memory) string {
			return when(!with(m, func(s training.Session) bool {
				return s.Sport == training.Ride && s.Date == monday+2 && s.Start >= 17*60
			}), "no ride on Wednesday from 17:00")
		}},
		{"long ride on satuday", func(m *memory) string {
			return when(!with(m, func(s training.Session) bool {
				return s.Sport == training.Ride && s.Date == monday+5 && s.Load.DurationSeconds >= 120*60
			}), "no long ride on Saturday")
		}},
		{"keine Läufe am Mittwoch", func(m *memory) string { return when(with(m, of(training.Run, 3)), "a run on Wednesday") }},
		{"sin correr esta semana", func(m *memory) string { return when(with(m, of(training.Run, 1, 2, 3, 4, 5, 6, 7)), "a run") }},
		{"only run on soft ground", func(m *memory) string {
			for _, s := range m.after() {
				if noted := s.Rationale != nil && strings.Contains(*s.Rationale, "soft ground"); noted != (s.Load.Demand.RunSeconds > 0) {
					return "not noted on runs alone"
				}
			}
			return ""
		}},
		{"easy week please", func(m *memory) string {
			weeks := eventsOf[*runs.TargetsSet](m)[0].Weeks
			return when(with(m, func(s training.Session) bool { return hard(s) && s.Date < monday+7 }) || weeks[0].Minutes >= weeks[1].Minutes, "the first week is not easy")
		}},
		{"only after 18:00 on weekdays", func(m *memory) string {
			return when(with(m, func(s training.Session) bool {
				day := int(s.Date-monday) % 7
				return day < 5 && s.Start < 18*60
			}), "something before 18:00")
		}},
		{"home workouts with dumbbells, no gym equipment", func(m *memory) string {
			return when(!with(m, of(training.Strength)), "no strength")
		}},
		{"hyrox session on Saturday", func(m *memory) string {
			return when(!with(m, of(training.MultiSport, 6)) && !strings.Contains(m.last(), "Not met"), "no session of stations on Saturday, and nobody says why")
		}},
		{"I did a marathon last Sunday", func(m *memory) string {
			return when(with(m, func(s training.Session) bool { return s.Sport == training.Run && hard(s) && s.Date < monday+7 }), "hard running in the week after a marathon")
		}},
		{"I want to run 10 km on Friday", func(m *memory) string {
			return when(!with(m, of(training.Run, 5)) && !strings.Contains(m.last(), "Not met"), "no run on Friday, and nobody says why")
		}},
	} {
		m := triathlete()
		wished(t, m, 14, c.wish)
		if bad := c.bad(m); bad != "" {
			t.Errorf("%s: %s; %s\n%s", c.wish, bad, m.last(), m.table(request(14)))
		}
	}
}

func when(is bool, what string) string {
	if is {
		return what
	}
	return ""
}

// What is stated as data is followed as words are, and every wish of a run says what became of it.
func TestWishesAsData(t *testing.T) {
	m, run := triathlete(), request(14)
	run.Wishes = wish.Wishes{
		{Kind: wish.Avoid, Sport: training.Run, Dates: []training.Date{monday, monday + 1}},
		{Kind: wish.Limit, Bound: wish.AtMost, Per: wish.PerWeek, Count: 1, Sport: training.Swim, Dates: days14()},
	}
	run.Wish = "long ride on Sunday; 10 km on Friday"
	plan(t, m, run)
	if with(m, of(training.Run, 1, 2)) {
		t.Error("runs on days without")
	}
	heard := m.outcome.Heard
	if len(heard) != 3 || !heard[0].Stated || heard[2].Stated || heard[2].Wish.Quote != "long ride on Sunday" {
		t.Fatalf("%+v", heard)
	}
	for _, h := range heard {
		if h.Reason == "" {
			t.Errorf("%s: nothing is said of it", h.Wish)
		}
	}
	if q := m.outcome.Questions; len(q) != 1 || len(q[0].Readings) != 3 || q[0].Taken != -1 {
		t.Errorf("%+v", q)
	}
}

func days14() []training.Date {
	var list []training.Date
	for i := range 14 {
		list = append(list, monday.AddDays(i))
	}
	return list
}

// A long session that is wished for on a day is the week's own, as long as it is for the athlete, and no easy session of an hour more.
func TestALongSessionOnAnotherDay(t *testing.T) {
	withoutRace(t)
	tried := 0
	for _, a := range athletes.Make(24, 4, monday) {
		if len(a.Profile.Availability) > 0 || len(a.Profile.Events) > 0 && a.Profile.Events[0].Date < monday+20 {
			continue
		}
		m, run := synthetic(&a), request(14)
		run.Wish = "long session on Saturday"
		plan(t, m, run)
		long := 0
		for _, slot := range briefOf(t, m).Weeks[0].Slots {
			if slot.Role == season.L && slot.Sport != training.Walk {
				long = slot.Minutes
			}
		}
		if long == 0 {
			continue
		}
		tried++
		met := slices.ContainsFunc(m.stands(monday+5, monday+5), func(s stood) bool {
			return s.Focus == training.FocusLong || s.family == "X-BRICK"
		})
		if !met {
			t.Errorf("%s: the long session of %d min is not on Saturday:\n%s", a.Name, long, m.table(run))
		}
	}
	if tried < 8 {
		t.Errorf("%d athletes have a long session", tried)
	}
}

// "The race" of a wish is the athlete's next event.
func TestTheRaceOfAWishIsTheNextEvent(t *testing.T) {
	a := athletes.Make(1, 4, monday)[0]
	a.Profile.Events = []training.Event{{ID: "e2", Name: "Marathon", Date: monday + 90, Sport: training.Run, Priority: training.EventA}, {ID: "e1", Name: "10 km", Date: monday + 9, Sport: training.Run, Priority: training.EventB}}
	m, run := synthetic(&a), request(14)
	run.Wish = "nothing hard the day before the race"
	plan(t, m, run)
	heard := m.outcome.Heard
	if len(heard) != 1 || heard[0].Wish.Kind != wish.Avoid || heard[0].Wish.Session != wish.Hard || !slices.Equal(heard[0].Wish.Dates, []training.Date{monday + 8}) {
		t.Errorf("%+v", heard)
	}
}
