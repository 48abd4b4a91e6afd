package rules

import (
	"strings"
	"testing"

	"fortnight/training"
)

// jogs are a day's run each, in kilometres, from a day on; 0 is a day without.
func jogs(from int, kilometers ...float64) []training.Session {
	var list []training.Session
	for i, km := range kilometers {
		if km > 0 {
			list = append(list, session(from+i, "07:00", run, meters(1000*km)))
		}
	}
	return list
}

func TestVolumeRules(t *testing.T) {
	untold := jogs(11, 1, 1, 1, 30) // by time all are alike
	untold[0].Load.Demand.RunMeters = 0
	try(t, []ruleCase{
		{"half of four runs, coaching 11", "VOL-1", Soft, "holds", input(jogs(11, 8, 8, 10, 26)...), nil},
		{"0.55 of four", "VOL-1", Soft, "limit", input(jogs(11, 3, 3, 3, 11)...), nil},
		{"more, coaching 11", "VOL-1", Soft, "broken", input(jogs(11, 6, 6, 8, 28)...), nil},
		{"by time where a distance is missing", "VOL-1", Soft, "holds", input(untold...), nil},
		{"0.45 of five", "VOL-1", Soft, "limit", input(jogs(10, 5.5, 5.5, 5.5, 5.5, 18)...), nil},
		{"more than that of five", "VOL-1", Soft, "broken", input(jogs(10, 5.5, 5.5, 5.5, 5.5, 18.1)...), nil},
		{"0.32 of six", "VOL-1", Soft, "limit", input(jogs(9, 6.8, 6.8, 6.8, 6.8, 6.8, 16)...), nil},
		{"more than that of six", "VOL-1", Soft, "broken", input(jogs(9, 6.8, 6.8, 6.8, 6.8, 6.8, 16.1)...), nil},
		{"0.30 of seven", "VOL-1", Soft, "limit", input(jogs(8, 7, 7, 7, 7, 7, 7, 18)...), nil},
		{"more than that of seven", "VOL-1", Soft, "broken", input(jogs(8, 7, 7, 7, 7, 7, 7, 18.1)...), nil},
		{"three runs have no limit", "VOL-1", Soft, "none", input(jogs(12, 5, 5, 30)...), nil},
		{"run and walk", "VOL-1", Soft, "none", input(session(11, "07:00", run, walks(600, 600)), session(12, "07:00", run, meters(3000)), session(13, "07:00", run, meters(3000)), session(14, "07:00", run, meters(14000))), nil},
		{"before a race", "VOL-1", Soft, "none", input(jogs(11, 6, 6, 8, 28)...), marathonOn(20)},
		{"two long days", "VOL-1", Soft, "limit", input(append(jogs(10, 2.5, 0, 2.5), longRun(13, 8000), longRun(14, 7000))...), nil},
		{"more than two long days may have", "VOL-1", Soft, "broken", input(append(jogs(10, 2.5, 0, 2.5), longRun(13, 8000), longRun(14, 7100))...), nil},
		{"three hours", "VOL-1", Soft, "broken", input(session(14, "07:00", run, minutes(181), meters(0))), nil},
		{"five for an ultra", "VOL-1", Soft, "none", input(session(14, "07:00", run, minutes(181), meters(0))), ultraOn(60)},
		{"a longer habit", "VOL-1", Soft, "none", input(session(14, "07:00", run, minutes(190), meters(0))), done(-5, training.Activity{Sport: run, DurationSeconds: 190 * 60, TSS: 150})},
		{"an own share", "VOL-1", Soft, "limit", input(jogs(11, 5, 5, 5, 22.5)...), own("VOL-1", 0.6)},
		{"a longest run that is done", "VOL-1", Soft, "none", input(jogs(1, 9)...), nil},
		{"too little history", "VOL-1", Soft, "unknown", input(jogs(1, 10, 10)...), thin(3)},

		{"1.25 times", "VOL-3", Soft, "limit", input(jogs(1, 12.5, 0, 12.5, 0, 12.5, 12.5)...), nil},
		{"more", "VOL-3", Soft, "broken", input(jogs(1, 12.5, 0, 12.5, 0, 12.5, 12.6)...), nil},
		{"as always", "VOL-3", Soft, "holds", input(jogs(1, 10, 0, 10, 0, 10, 10)...), nil},
		{"60 km after 50, 55 and 40, coaching 11", "VOL-3", Soft, "holds", input(jogs(1, 15, 0, 15, 0, 15, 15)...), runWeeks(50, 55, 40)},
		{"62 km after them", "VOL-3", Soft, "broken", input(jogs(1, 15.5, 0, 15.5, 0, 15.5, 15.5)...), runWeeks(50, 55, 40)},
		{"the best three of six", "VOL-3", Soft, "holds", input(jogs(1, 15, 0, 15, 0, 15, 15)...), runWeeks(50, 55, 40, 0, 0, 20)},
		{"1.5 times", "VOL-3", Hard, "limit", input(jogs(1, 15, 0, 15, 0, 15, 15)...), nil},
		{"more than that", "VOL-3", Hard, "broken", input(jogs(1, 15, 0, 15, 0, 15, 15.1)...), nil},
		{"a week of the plan counts for the next", "VOL-3", Soft, "limit", input(append(jogs(1, 11.5, 0, 11.5, 0, 11.5, 11.5), jogs(8, 13, 0, 13, 0, 13, 13.5)...)...), nil},
		{"an own limit", "VOL-3", Soft, "limit", input(jogs(1, 11, 0, 11, 0, 11, 11)...), own("VOL-3", 1.1)},
		{"an own limit loosens no HARD one", "VOL-3", Hard, "broken", input(jogs(1, 15, 0, 15, 0, 15, 15.1)...), own("VOL-3", 1.5)},
		{"too little history", "VOL-3", Soft, "unknown", input(jogs(1, 5)...), thin(20)},
		{"nothing to compare with", "VOL-3", Soft, "none", input(jogs(1, 5)...), func(in *Input) {
			for i := range in.Activities {
				in.Activities[i].Sport = ride
			}
		}},

		{"four days", "VOL-4", Soft, "limit", input(jogs(3, 5, 5, 5, 5)...), nil},
		{"five days", "VOL-4", Soft, "broken", input(jogs(3, 5, 5, 5, 5, 5)...), nil},
		{"three days of a novice", "VOL-4", Soft, "broken", input(jogs(3, 5, 5, 5)...), level(training.Novice)},
		{"four days from 50 years on", "VOL-4", Soft, "broken", input(jogs(3, 5, 5, 5, 5)...), func(in *Input) {
			birth := monday.AddDays(-55 * 366)
			in.Profile.BirthDate = &birth
		}},
		{
			"days of history count", "VOL-4", Soft, "broken", input(jogs(1, 5, 5, 5, 5)...),
			done(0, training.Activity{Sport: run, DurationSeconds: 1800, TSS: 30}),
		},
		{"an own limit", "VOL-4", Soft, "limit", input(jogs(3, 5, 5, 5, 5, 5)...), own("VOL-4", 5)},
		{"too little history", "VOL-4", Soft, "unknown", input(jogs(1, 5)...), thin(5)},
	})
}

// Little running may grow faster: below 25 km by 1.4, and below 15 km under no HARD limit.
func TestLittleRunning(t *testing.T) {
	few := func(in *Input) {
		for i := range in.Activities {
			short := 5000.0 // 20 km a week
			in.Activities[i].DistanceMeters = &short
		}
	}
	fewer := func(in *Input) {
		for i := range in.Activities {
			short := 3500.0 // 14 km a week
			in.Activities[i].DistanceMeters = &short
		}
	}
	try(t, []ruleCase{
		{"1.4 times 20 km", "VOL-3", Soft, "limit", input(jogs(1, 7, 0, 7, 0, 7, 7)...), few},
		{"more", "VOL-3", Soft, "broken", input(jogs(1, 7, 0, 7, 0, 7, 7.1)...), few},
		{"1.5 times 20 km", "VOL-3", Hard, "limit", input(jogs(1, 7.5, 0, 7.5, 0, 7.5, 7.5)...), few},
		{"no HARD limit below 15 km", "VOL-3", Hard, "none", input(jogs(8, 7, 0, 7, 0, 7, 7)...), fewer},
	})
}

// Runs that are locked for the second week clash with nothing while the first is empty: the best three weeks are those of history.
func TestRunningMayStillCome(t *testing.T) {
	try(t, []ruleCase{
		{"after an empty week", "VOL-3", Hard, "holds", input(jogs(8, 10, 0, 10, 0, 10, 10)...), nil},
		{"too much in any case", "VOL-3", Hard, "broken", input(jogs(8, 15, 0, 15, 0, 15, 15.1)...), nil},
	})
}

// Run and walk has a ladder of its own, which begins where there was no running: it is no week of running to compare with one.
func TestRunAndWalkIsNoSpikeOfAWeek(t *testing.T) {
	const seconds = 30 * 60
	first := []training.Session{session(1, "07:00", run, walks(480, 1320)), session(8, "07:00", run, walks(540, 1260)), session(11, "07:00", run, walks(seconds, 0))}
	noRuns := func(in *Input) {
		for i := range in.Activities {
			in.Activities[i].Sport = ride
		}
	}
	try(t, []ruleCase{
		{"steps of its ladder", "VOL-3", Soft, "none", input(first[:2]...), noRuns},
		{"beside a run", "VOL-3", Soft, "broken", input(first...), noRuns},
	})
}

// walks makes a session of so many seconds of running and of walking.
func walks(running, walking int) option {
	return func(s *training.Session) {
		minutes((running + walking) / 60)(s)
		s.Load.Demand.RunSeconds, s.Load.Demand.WalkSeconds = running, walking
	}
}

func longRun(d int, far float64) training.Session {
	return session(d, "07:00", run, minutes(80), meters(far))
}

func raceOf(day int, sport training.Sport, p training.EventPriority, meters float64) func(*Input) {
	return func(in *Input) {
		event(day, p)(in)
		e := &in.Profile.Events[len(in.Profile.Events)-1]
		e.Sport, e.DistanceMeters = sport, &meters
	}
}

func marathonOn(day int) func(*Input) { return raceOf(day, run, training.EventA, 42_195) }

func ultraOn(day int) func(*Input) { return raceOf(day, run, training.EventA, 50_000) }

// runWeeks is a history of weeks with so many kilometres each in four runs, the last one first.
func runWeeks(kilometers ...float64) func(*Input) {
	return func(in *Input) {
		in.Activities = nil
		for n, km := range kilometers {
			for _, back := range []int{7, 5, 4, 2} {
				each := 1000 * km / 4
				a := training.Activity{Date: monday.AddDays(-back - 7*n), Sport: run, DurationSeconds: 3600, TSS: 50, DistanceMeters: &each}
				if km == 0 {
					a.Sport, a.DistanceMeters = ride, nil
				}
				in.Activities = append(in.Activities, a)
			}
		}
	}
}

// Coaching §8 and §12, VOL-2.
func TestSingleRuns(t *testing.T) {
	ran := func(day int, kilometers float64, length int) func(*Input) {
		return func(in *Input) {
			a := training.Activity{Sport: run, DurationSeconds: 60 * length, TSS: 60}
			if far := 1000 * kilometers; far > 0 {
				a.DistanceMeters = &far
			}
			done(day, a)(in)
		}
	}
	none := func(in *Input) {
		for i := range in.Activities {
			in.Activities[i].Sport, in.Activities[i].DistanceMeters = ride, nil
		}
	}
	only := func(kilometers float64, length int) func(*Input) { return all(none, ran(-10, kilometers, length)) }
	byTime := func(day, length int) training.Session { return session(day, "07:00", run, minutes(length), meters(0)) }
	far := func(day int, kilometers float64) training.Session { return jogs(day, kilometers)[0] }
	both := func(day int, kilometers float64, length int) training.Session {
		return session(day, "07:00", run, minutes(length), meters(1000*kilometers))
	}
	halfRaced := all(none, ran(-20, 14, 84), ran(-3, 21.1, 110), raceOf(-3, run, training.EventC, 21_100))
	afterMarathon := func(more ...func(*Input)) func(*Input) {
		return all(append([]func(*Input){none, ran(-30, 32, 190), ran(-3, 42.2, 230), raceOf(-3, run, training.EventA, 42_195)}, more...)...)
	}
	longDays := all(none, ran(-10, 0, 240), ran(-12, 0, 60), ran(-14, 0, 60))
	try(t, []ruleCase{
		{"18 km: 19.8", "VOL-2", Hard, "limit", input(far(2, 19.8)), only(18, 110)},
		{"18 km: more", "VOL-2", Hard, "broken", input(far(2, 19.9)), only(18, 110)},
		{"8 km: 9", "VOL-2", Hard, "limit", input(far(2, 9)), only(8, 50)},
		{"8 km: more", "VOL-2", Hard, "broken", input(far(2, 9.1)), only(8, 50)},
		{"28 min: 34", "VOL-2", Hard, "limit", input(byTime(2, 34)), only(0, 28)},
		{"28 min: 35", "VOL-2", Hard, "broken", input(byTime(2, 35)), only(0, 28)},
		{"the plan's runs count", "VOL-2", Hard, "limit", input(far(2, 9), far(5, 10)), only(8, 50)},
		{"none in 30 days", "VOL-2", Hard, "limit", input(far(2, 5)), none},
		{"a longest without a distance: it goes by time", "VOL-2", Hard, "limit", input(both(2, 5, 30), both(5, 22, 132)), only(0, 120)},
		{"and is broken by time", "VOL-2", Hard, "broken", input(both(2, 5, 30), both(5, 22, 133)), only(0, 120)},
		{"a shorter one without a distance changes nothing", "VOL-2", Hard, "broken", input(both(2, 19.9, 115)), all(only(18, 110), ran(-5, 0, 60))},
		{"a longer one without a distance does", "VOL-2", Hard, "holds", input(both(2, 19.9, 140)), all(only(18, 110), ran(-5, 0, 130))},
		{"run and walk up to half an hour", "VOL-2", Hard, "none", input(session(2, "07:00", run, walks(1800, 600))), only(0, 10)},
		{"run and walk of more", "VOL-2", Hard, "broken", input(session(2, "07:00", run, walks(1860, 600))), only(0, 10)},
		{"half an hour with hardly a walk", "VOL-2", Hard, "broken", input(session(2, "07:00", run, walks(1800, 300))), only(0, 10)},
		{"a half marathon on a longest of 14: 16.9", "VOL-2", Hard, "holds", input(far(10, 16.9)), halfRaced},
		{"17 km", "VOL-2", Hard, "broken", input(far(10, 17)), halfRaced},
		{"day 5 after a marathon, longest 32: 16", "VOL-2", Hard, "limit", input(far(2, 16)), afterMarathon()},
		{"more", "VOL-2", Hard, "broken", input(far(2, 16.1)), afterMarathon()},
		{"training without a distance, a race with one: half of its time", "VOL-2", Hard, "limit", input(both(2, 15.5, 95)),
			all(none, ran(-30, 0, 190), ran(-3, 42.2, 230), raceOf(-3, run, training.EventA, 42_195))},
		{"more than half of its time", "VOL-2", Hard, "broken", input(both(2, 15.5, 96)),
			all(none, ran(-30, 0, 190), ran(-3, 42.2, 230), raceOf(-3, run, training.EventA, 42_195))},
		{"13 days after the first run", "VOL-2", Hard, "broken", input(far(2, 4), far(15, 16.1)), all(afterMarathon(), days(28))},
		{"14 days after it the 30 days count again", "VOL-2", Hard, "holds", input(far(2, 4), far(16, 16.1)), all(afterMarathon(), days(28))},
		{"three months of running: 3 km", "VOL-2", Hard, "limit", input(far(2, 3)), all(none, months(run, 3))},
		{"more", "VOL-2", Hard, "broken", input(far(2, 3.1)), all(none, months(run, 3))},
		{"a stated longest of 15 km counts 12", "VOL-2", Hard, "limit", input(far(2, 13.2)), all(none, states(run, 90, 15_000, -5))},
		{"more", "VOL-2", Hard, "broken", input(far(2, 13.3)), all(none, states(run, 90, 15_000, -5))},
		{"one of five weeks ago does not", "VOL-2", Hard, "broken", input(far(2, 5.1)), all(none, states(run, 90, 15_000, -35))},
		{"a race itself", "VOL-2", Hard, "none", input(far(5, 42.2)), marathonOn(5)},
		{"day two: 0.65 of day one", "VOL-2", Hard, "limit", input(byTime(2, 240), byTime(3, 156)), longDays},
		{"more on day two", "VOL-2", Hard, "broken", input(byTime(2, 240), byTime(3, 157)), longDays},
		{"no long run on day two", "VOL-2", Hard, "holds", input(byTime(2, 100), byTime(3, 70)), longDays},
	})
}

// months is for how long the athlete has done a sport.
func months(sport training.Sport, n int) func(*Input) {
	return func(in *Input) {
		in.Profile.SportExperienceMonths = append(in.Profile.SportExperienceMonths, training.SportExperience{Sport: sport, Months: n})
	}
}

// states is a longest session as the athlete states it.
func states(sport training.Sport, length int, meters float64, day int) func(*Input) {
	return func(in *Input) {
		seconds := 60 * length
		l := training.LongestSession{Sport: sport, Seconds: &seconds, Date: monday.AddDays(day - 1)}
		if meters > 0 {
			l.Meters = &meters
		}
		in.Profile.LongestSessions = append(in.Profile.LongestSessions, l)
	}
}

func days(n int) func(*Input) { return func(in *Input) { in.Days = n } }

// Coaching §8, SPK-1.
func TestSpikesOfOtherSports(t *testing.T) {
	swam := func(kilometers float64) func(*Input) {
		far := 1000 * kilometers
		return done(-10, training.Activity{Sport: swim, DurationSeconds: 1800, DistanceMeters: &far, TSS: 30})
	}
	trained := func(sport training.Sport, length int) func(*Input) {
		return done(-10, training.Activity{Sport: sport, DurationSeconds: 60 * length, TSS: 40})
	}
	lifts := func(sets ...int) func(*Input) {
		return func(in *Input) {
			for n := range sets {
				done(-2-5*n, training.Activity{Sport: gym, DurationSeconds: 3000, TSS: 30, HardLegSets: &sets[n]})(in)
			}
		}
	}
	of := func(sport training.Sport, length int, options ...option) Input {
		return input(session(2, "07:00", sport, append([]option{minutes(length)}, options...)...))
	}
	far := func(meters float64) option {
		return func(s *training.Session) { s.Load.DistanceMeters = &meters }
	}
	brick := func(riding, running int) Input {
		s := session(2, "07:00", training.MultiSport, minutes(riding+running))
		s.Load.Demand.RunSeconds, s.Load.Several = running*60, true
		return input(s)
	}
	filed := func(sport training.Sport, in Input) Input { // a brick's workout may be one of its ride's sport
		in.Sessions[0].Sport = sport
		return in
	}
	lift := func(legs, sets, reserve int) Input {
		return input(session(2, "07:00", gym, func(s *training.Session) {
			s.Load.HardLegSets, s.Load.Demand.Sets = legs, sets
			s.Load.Demand.MinRepsInReserve, s.Load.Demand.LeastReserve = reserve, reserve
		}))
	}
	novice := level(training.Novice)
	row, walk := training.Row, training.Walk
	locks := of(ride, 200)
	locked(&locks.Sessions[0])
	try(t, []ruleCase{
		{"ride 120: 150", "SPK-1", Soft, "limit", of(ride, 150), trained(ride, 120)},
		{"ride 120: more", "SPK-1", Soft, "broken", of(ride, 151), trained(ride, 120)},
		{"ride 60: 80", "SPK-1", Soft, "limit", of(ride, 80), trained(ride, 60)},
		{"HARD for a novice", "SPK-1", Hard, "broken", of(ride, 81), all(trained(ride, 60), novice)},
		{"swim 1000 m: 1300", "SPK-1", Soft, "limit", of(swim, 30, far(1300)), swam(1)},
		{"swim 1000 m: more", "SPK-1", Soft, "broken", of(swim, 30, far(1301)), swam(1)},
		{"swim by time: 30 min, 37.5", "SPK-1", Soft, "broken", of(swim, 38), trained(swim, 30)},
		{"row 50: 60", "SPK-1", Soft, "limit", of(row, 60), trained(row, 50)},
		{"row 30: 38", "SPK-1", Soft, "limit", of(row, 38), trained(row, 30)},
		{"row never, novice: 12", "SPK-1", Hard, "limit", of(row, 12), novice},
		{"row never, novice: more", "SPK-1", Hard, "broken", of(row, 13), novice},
		{"walk 60: 80", "SPK-1", Soft, "limit", of(walk, 80), trained(walk, 60)},
		{"ride never: 45", "SPK-1", Soft, "limit", of(ride, 45), nil},
		{"ride never: more", "SPK-1", Soft, "broken", of(ride, 46), nil},
		{"a stated longest of 150 min counts 120", "SPK-1", Soft, "limit", of(ride, 150), states(ride, 150, 0, -5)},
		{"HARD for who is new to the sport", "SPK-1", Hard, "broken", of(ride, 31), months(ride, 3)},
		{"a lock", "SPK-1", Soft, "none", locks, nil},
		{"a race", "SPK-1", Soft, "none", of(ride, 240), event(2, training.EventA)},
		{"run off the bicycle: 15", "SPK-1", Soft, "limit", brick(60, 15), trained(ride, 60)},
		{"run off the bicycle: more", "SPK-1", Soft, "broken", brick(60, 16), trained(ride, 60)},
		{"novices: 10", "SPK-1", Hard, "broken", brick(60, 11), all(trained(ride, 60), novice)},
		{"a brick is as long as its ride", "SPK-1", Soft, "limit", filed(ride, brick(80, 10)), trained(ride, 60)},
		{"the ride of a brick: more", "SPK-1", Soft, "broken", filed(ride, brick(81, 10)), trained(ride, 60)},
		{"a brick in six weeks", "SPK-1", Soft, "holds", brick(60, 16), all(trained(ride, 60), trained(run, 20))},
		{"four leg sets more than the last three", "SPK-1", Soft, "limit", lift(10, 20, 2), lifts(6, 6, 6, 20)},
		{"five", "SPK-1", Soft, "broken", lift(11, 20, 2), lifts(6, 6, 6, 20)},
		{"a first lift", "SPK-1", Soft, "limit", lift(6, 14, 3), nil},
		{"a first lift: seven for the legs", "SPK-1", Soft, "broken", lift(7, 14, 3), nil},
		{"a first lift: fifteen sets", "SPK-1", Soft, "broken", lift(6, 15, 3), nil},
		{"a first lift: two in reserve", "SPK-1", Soft, "broken", lift(6, 14, 2), nil},
		{"HARD after days off", "SPK-1", Hard, "broken", of(ride, 126), all(steady(9), done(-20, training.Activity{Sport: ride, DurationSeconds: 6000, TSS: 60}))},
		{"too little history", "SPK-1", Soft, "unknown", of(ride, 46), thin(5)},
	})
}

// A lock that is far beyond the longest run says so.
func TestStrongSpike(t *testing.T) {
	for _, c := range []struct {
		meters float64
		lock   option
		want   bool
	}{{13_100, locked, true}, {12_900, locked, false}, {13_100, meters(13_100), false}} {
		said := false
		for _, check := range Check(input(session(2, "07:00", run, meters(c.meters), c.lock))).Violations() {
			said = said || check.RuleID == "VOL-2" && strings.Contains(check.Message, "strong")
		}
		if said != c.want {
			t.Errorf("%.0f m: strong %v", c.meters, said)
		}
	}
}
