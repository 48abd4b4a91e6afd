package rules

import (
	"math"
	"slices"
	"testing"

	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
	sessions "fortnight/session"
	"fortnight/training"
)

// decided is what the plan's two weeks are to hold.
func decided(change func(*WeekTarget)) func(*Input) {
	return func(in *Input) {
		for w := range 2 {
			t := WeekTarget{First: monday.AddDays(7 * w)}
			change(&t)
			in.Weeks = append(in.Weeks, t)
		}
	}
}

// Coaching §8 FIL-1: lifts stand in places for them or nowhere.
func TestNoLiftsAsFilling(t *testing.T) {
	places := func(n int) func(*Input) { return decided(func(w *WeekTarget) { w.Lifts = &n }) }
	lift := func(day int, options ...option) training.Session {
		return session(day, "18:00", gym, append([]option{dosed("Q-FULL", 1)}, options...)...)
	}
	prevention := session(4, "18:00", gym, dosed("Q-PREV", 1), minutes(20))
	longer := session(4, "18:00", gym, dosed("Q-PREV", 1), minutes(21))
	try(t, []ruleCase{
		{"two in two places", "FIL-1", Hard, "limit", input(lift(2), lift(5)), all(known, places(2))},
		{"a third", "FIL-1", Hard, "broken", input(lift(2), lift(4), lift(6)), all(known, places(2))},
		{"one a week in each", "FIL-1", Hard, "limit", input(lift(2), lift(9)), all(known, places(1))},
		{"40 free minutes, the place is taken, coaching 11", "FIL-1", Hard, "broken", input(lift(2), lift(4, minutes(40))), all(known, places(1))},
		{"prevention needs none", "FIL-1", Hard, "limit", input(lift(2), prevention), all(known, places(1))},
		{"nor does the pelvic floor", "FIL-1", Hard, "limit", input(lift(2), session(4, "18:00", gym, dosed("Q-PELV", 1))), all(known, places(1))},
		{"but a longer one does", "FIL-1", Hard, "broken", input(lift(2), longer), all(known, places(1))},
		{"mobility needs none", "FIL-1", Hard, "limit", input(lift(2), session(4, "18:00", stick)), all(known, places(1))},
		{"locks stay", "FIL-1", Hard, "limit", input(lift(2, locked), lift(4, locked)), all(known, places(1))},
		{"and leave no more room", "FIL-1", Hard, "broken", input(lift(2, locked), lift(4, locked), lift(6)), all(known, places(1))},
		{"nothing was decided", "FIL-1", Hard, "none", input(lift(2), lift(4), lift(6)), known},
	})
}

// Coaching §8 WIN-1.
func TestInItsSeason(t *testing.T) {
	of := func(day int, id sessions.ID, options ...option) training.Session {
		return session(day, "07:00", run, append([]option{dosed(id, 1), minutes(30), meters(5000)}, options...)...)
	}
	wish := decided(func(w *WeekTarget) { w.Wished = []sessions.ID{"R-VO2"} })
	eased := decided(func(w *WeekTarget) { w.StepBack = true })
	try(t, []ruleCase{
		{"tempo in base", "WIN-1", Hard, "limit", input(of(2, "R-TEMPO")), known},
		{"VO2 in base", "WIN-1", Hard, "broken", input(of(2, "R-VO2")), known},
		{"VO2 that is wished for", "WIN-1", Hard, "none", input(of(2, "R-VO2")), all(known, wish)},
		{"VO2 that is locked", "WIN-1", Soft, "broken", input(of(2, "R-VO2", locked)), known},
		{"a lock that is wished for", "WIN-1", Soft, "none", input(of(2, "R-VO2", locked)), all(known, wish)},
		{"a lock three days after another", "WIN-1", Soft, "broken", input(of(2, "R-TEMPO", locked), of(5, "R-TEMPO", locked)), known},
		{"three days before a lock", "WIN-1", Hard, "broken", input(of(2, "R-TEMPO"), of(5, "R-TEMPO", locked)), known},
		{"three days after a lock", "WIN-1", Hard, "broken", input(of(2, "R-TEMPO", locked), of(5, "R-TEMPO")), known},
		{"a lock nobody has looked at", "WIN-1", Soft, "none", input(of(2, "R-VO2", locked)), nil},
		{"VO2 in build", "WIN-1", Hard, "limit", input(of(2, "R-VO2")), all(known, marathonOn(60))},
		{"tempo after a race", "WIN-1", Hard, "broken", input(of(13, "R-TEMPO")), all(known, marathonOn(1))},
		{"race pace of ten kilometres in its weeks", "WIN-1", Hard, "limit", input(of(2, "R-RP10")), all(known, raceOf(30, run, training.EventA, 10_000))},
		{"the same in a taper, as sharpening", "WIN-1", Hard, "limit", input(of(2, "R-RP10")), all(known, raceOf(7, run, training.EventA, 10_000))},
		{"an opener two days before", "WIN-1", Hard, "limit", input(of(5, "R-OPEN")), all(known, raceOf(7, run, training.EventA, 10_000))},
		{"four days before", "WIN-1", Hard, "broken", input(of(3, "R-OPEN")), all(known, raceOf(7, run, training.EventA, 10_000))},
		{"a test", "WIN-1", Hard, "broken", input(of(3, "R-TEST")), known},
		{"in a lighter week", "WIN-1", Hard, "limit", input(of(3, "R-TEST")), all(known, eased)},
		{"four days between two of tempo", "WIN-1", Hard, "limit", input(of(2, "R-TEMPO"), of(6, "R-TEMPO")), known},
		{"three", "WIN-1", Hard, "broken", input(of(2, "R-TEMPO"), of(5, "R-TEMPO")), known},
		{"three after one that is done", "WIN-1", Hard, "broken", input(of(1, "R-TEMPO")), func(in *Input) {
			s := of(-2, "R-TEMPO")
			s.Status = training.Completed
			in.Sessions = append(in.Sessions, s)
			known(in)
		}},
		{"easy runs every day", "WIN-1", Hard, "limit", input(of(2, "R-EASY"), of(3, "R-EASY")), known},
		{"nobody has looked", "WIN-1", Hard, "none", input(of(2, "R-VO2")), nil},
	})
}

// What is asked of proposals is asked, on a calendar, of what a person has put there, and SOFT.
func TestByHand(t *testing.T) {
	of := func(day int, id sessions.ID, options ...option) training.Session {
		return session(day, "07:00", run, append([]option{dosed(id, 1), minutes(30), meters(5000)}, options...)...)
	}
	hands := func(days ...int) func(*Input) {
		return func(in *Input) {
			in.ByHand = map[Put]*Identity{}
			for i := range in.Sessions {
				s := &in.Sessions[i]
				s.ID = training.SessionID(s.Date.String() + s.Start.String())
				if slices.Contains(days, int(s.Date-monday)+1) {
					in.ByHand[Put{Session: s.ID, Workout: s.WorkoutID}] = in.Workouts[s.WorkoutID]
				}
			}
		}
	}
	lift := func(day int) training.Session { return session(day, "18:00", gym, dosed("Q-FULL", 1)) }
	places := decided(func(w *WeekTarget) { w.Lifts = new(1) })
	never := session(3, "07:00", gym, func(s *training.Session) { s.WorkoutID = "never" })
	tired := input(session(2, "18:00", gym, heavy, dosed("Q-FULL", 1)), session(3, "07:00", training.MultiSport, dosed("H-STN", 1)))
	try(t, []ruleCase{
		{"VO2 in base by hand", "WIN-1", Soft, "broken", input(of(2, "R-VO2")), all(known, hands(2))},
		{"is no bar", "WIN-1", Hard, "none", input(of(2, "R-VO2")), all(known, hands(2))},
		{"by a plan", "WIN-1", Soft, "limit", input(of(2, "R-VO2"), of(9, "R-EASY")), all(known, hands(9))},
		{"tempo by hand three days after a plan's", "WIN-1", Soft, "broken", input(of(2, "R-TEMPO"), of(5, "R-TEMPO")), all(known, hands(5))},
		{"three days before one", "WIN-1", Soft, "broken", input(of(2, "R-TEMPO"), of(5, "R-TEMPO")), all(known, hands(2))},
		{"two of a plan's", "WIN-1", Soft, "limit", input(of(2, "R-TEMPO"), of(5, "R-TEMPO"), of(9, "R-EASY")), all(known, hands(9))},
		{"a forbidden workout by hand", "WHO-5", Soft, "broken", input(never), all(known, hands(3))},
		{"is no bar", "WHO-5", Hard, "none", input(never), all(known, hands(3))},
		{"by a plan", "WHO-5", Soft, "none", input(never, of(9, "R-EASY")), all(known, hands())},
		{"stations by hand on tired legs", "WHO-5", Soft, "broken", tired, all(known, hands(3))},
		{"a lift by hand before a plan's stations", "WHO-5", Soft, "broken", tired, all(known, hands(2))},
		{"a lift by hand more than there are places", "FIL-1", Soft, "broken", input(lift(2), lift(5)), all(known, places, hands(5))},
		{"in the place", "FIL-1", Soft, "limit", input(lift(2)), all(known, places, hands(2))},
		{"lifts of a plan", "FIL-1", Soft, "limit", input(lift(2), lift(5), of(9, "R-EASY")), all(known, places, hands(9))},
	})
}

// Coaching §8 MIN-1, BUD-1 and LD-8.
func TestFloorsAndMinutes(t *testing.T) {
	floors := decided(func(w *WeekTarget) { w.Floors = map[training.Sport]int{run: 2, swim: 1} })
	budget := decided(func(w *WeekTarget) { w.Minutes = 300 })
	lighter := decided(func(w *WeekTarget) { w.Minutes, w.StepBack = 300, true })
	brick := session(3, "07:00", training.MultiSport, minutes(80))
	brick.Load.Demand.RunSeconds = 1200
	triple := []training.Session{session(1, "07:00", run), brick, session(6, "07:00", swim)}
	next := []training.Session{session(8, "07:00", run), session(10, "07:00", run), session(12, "07:00", swim)}
	weeks := func(first, second int) Input { return input(append(daily(1, 5, first), daily(8, 12, second)...)...) }
	try(t, []ruleCase{
		{"two runs, one off the bicycle, and a swim", "MIN-1", Soft, "limit", input(append(triple, next...)...), all(floors, complete)},
		{"a swim less", "MIN-1", Soft, "broken", input(append(triple[:2:2], next...)...), all(floors, complete)},
		{"that may still come", "MIN-1", Soft, "none", input(append(triple[:2:2], next...)...), floors},

		{"as decided", "BUD-1", Soft, "holds", weeks(60, 60), all(budget, complete)},
		{"7 % more", "BUD-1", Soft, "limit", input(append(daily(1, 5, 60, minutes(60)), append(daily(8, 12, 60), session(6, "07:00", ride, minutes(21)))...)...), all(budget, complete)},
		{"more", "BUD-1", Soft, "broken", weeks(65, 60), all(budget, complete)},
		{"5 % less in all", "BUD-1", Soft, "limit", weeks(57, 57), all(budget, complete)},
		{"less", "BUD-1", Soft, "broken", weeks(56, 57), all(budget, complete)},
		{"that may still come", "BUD-1", Soft, "holds", weeks(56, 57), budget},
		{"a race is no part of it", "BUD-1", Soft, "holds", input(append(append(daily(1, 5, 60), daily(8, 12, 60)...), session(14, "07:00", ride, minutes(300)))...), all(budget, complete, event(14, training.EventC))},
		{"nor is the pelvic floor", "BUD-1", Soft, "holds", input(append(append(daily(1, 5, 60), daily(8, 12, 60)...), session(6, "07:00", gym, dosed("Q-PELV", 1), minutes(25)))...), all(known, budget, complete)},
		{"nothing decided", "BUD-1", Soft, "none", weeks(90, 60), complete},
	})
	target := func(in Input, change func(*Input)) (broken bool) {
		change(&in)
		list := rows{}
		family.Judge(frame.New(&in), &list)
		for _, r := range list {
			broken = broken || r.Rule == catalogue.LD8 && r.Note == frame.TargetNote && r.Broken()
		}
		return broken
	}
	for _, c := range []struct {
		name   string
		length int
		change func(*Input)
		want   bool
	}{
		{"0.93 of the minutes", 56, all(budget, complete), false}, {"0.92", 55, all(budget, complete), true},
		{"a lighter week", 40, all(lighter, complete), false}, {"after a race", 40, all(budget, complete, marathonOn(-2)), false},
	} {
		if got := target(weeks(c.length, c.length), c.change); got != c.want {
			t.Errorf("%s: broken %v", c.name, got)
		}
	}
}

// Coaching §8 PRG-1 and 9.1: one rung off costs 0.4 of what two do, and a long session by how far it is off.
func TestTheRungThatIsNext(t *testing.T) {
	cost := func(in Input) (cost float64) {
		list := rows{}
		family.Judge(frame.New(&in), &list)
		for _, r := range list {
			if r.Rule == catalogue.PRG1 {
				cost += r.Cost() * r.Excess()
			}
		}
		return cost
	}
	rung := decided(func(w *WeekTarget) { w.Rungs = []RungTarget{{Family: "R-TEMPO", Level: 4}} })
	long := decided(func(w *WeekTarget) { w.Long = &LongTarget{Sport: run, Meters: 20_000} })
	byTime := decided(func(w *WeekTarget) { w.Long = &LongTarget{Sport: ride, Minutes: 100} })
	tempo := func(level int) Input { return input(session(3, "07:00", run, dosed("R-TEMPO", level))) }
	for _, c := range []struct {
		name   string
		in     Input
		change func(*Input)
		want   float64
	}{
		{"the rung", tempo(4), rung, 0}, {"one off", tempo(5), rung, 1.2}, {"two off", tempo(2), rung, 3}, {"four off", tempo(8), rung, 3},
		{"another family", input(session(3, "07:00", run, dosed("R-THR", 8))), rung, 0},
		{"the long run", input(longRun(6, 20_000), longRun(2, 5000)), long, 0}, {"5 % off", input(longRun(6, 21_000)), long, 0},
		{"10 % off", input(longRun(6, 18_000)), long, 0.75}, {"15 % off", input(longRun(6, 17_000)), long, 1.5},
		{"30 % off", input(longRun(6, 14_000)), long, 3}, {"half", input(longRun(6, 10_000)), long, 3},
		{"a ride by time", input(session(6, "07:00", ride, minutes(85))), byTime, 1.5},
	} {
		c.change(&c.in)
		known(&c.in)
		if got := cost(c.in); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
