package plancheck

import "math"

// aftermath is what the days after a race are to be (coaching 6.3): until when nothing is run, and until when all is easy.
type aftermath struct{ noRun, easy int }

var aftermaths = map[string]aftermath{
	"RUN_5K": {0, 2}, "RIDE_TT": {0, 2}, "RIDE_CRIT": {0, 2}, "ROW_2K": {0, 2}, "ROW_5K": {0, 2}, "SWIM_POOL": {0, 2}, "SWIM_OPEN": {0, 2},
	"RUN_10K": {1, 4}, "TRI_SPRINT": {1, 4}, "RUN_HALF": {2, 7}, "TRI_OLYMPIC": {2, 7}, "HYROX": {2, 5},
	"TRI_HALF": {3, 9}, "RIDE_FONDO": {1, 4}, "RIDE_CENTURY": {1, 6}, "RUN_MARATHON": {4, 14}, "TRI_FULL": {7, 18},
}

// after is TAP-7, measured for the formats that the table names.
func (c *checker) after() {
	for _, r := range c.a.Races {
		rest, known := aftermaths[r.Format]
		if !known || r.Priority == "C" {
			continue
		}
		if c.a.Masters || c.a.Level == 0 {
			if rest.easy += 2; rest.noRun > 0 || r.Sport != "RIDE" {
				rest.noRun += 2
			}
		}
		if r.Priority == "B" {
			rest.noRun, rest.easy = int(math.Ceil(.6*float64(rest.noRun))), int(math.Ceil(.6*float64(rest.easy)))
		}
		day := c.day(Session{Start: r.Day})
		for i := range c.plan {
			s := &c.plan[i]
			since := c.day(*s) - day
			switch {
			case since <= 0 || s.Locked || c.raced(*s):
			case since <= rest.noRun && s.run() > 0 && r.Sport != "RIDE":
				c.fault("TAP-7: %s, %d days after %s", s.Name, since, r.Format)
			case since <= rest.easy && (s.HI || s.Moderate || s.Heavy):
				c.fault("TAP-7: %s is not easy, %d days after %s", s.Name, since, r.Format)
			}
		}
	}
}

// before is TAP-4: no heavy legs in the days before an event, counted by the calendar (coaching 12). What lifts itself lifts up to four days before.
func (c *checker) before() {
	for _, r := range c.a.Races {
		none := 0
		switch {
		case r.Priority == "B":
			none = 3
		case r.Priority != "A", r.Format == "":
		case r.Format == "LIFT_MEET" || r.Format == "LIFT_1RM":
			none = 4
		case r.Format == "RUN_MARATHON" || r.Format == "TRI_FULL" || r.Format == "RUN_ULTRA":
			none = 10
		default:
			none = 7
		}
		for i := range c.plan {
			s := &c.plan[i]
			if left := c.day(Session{Start: r.Day}) - c.day(*s); left > 0 && left <= none && s.Heavy && !s.Locked {
				c.fault("TAP-4: %s, %d days before %s", s.Name, left, r.Format)
			}
		}
	}
}

// gap is the part of RET-2 that counts days: after a week and more without anything nothing is hard for some. They are counted from the first day that is
// planned again: what is free from there on is planned rest, and no day off. A race in between has days of its own.
func (c *checker) gap() {
	if len(c.done) == 0 || len(c.plan) == 0 {
		return
	}
	last, first := c.day(c.done[len(c.done)-1]), c.day(c.plan[0])
	for _, r := range c.a.Races {
		if d := c.day(Session{Start: r.Day}); d <= first && d >= last-21 {
			return
		}
	}
	off, easy := -last, 0
	switch {
	case off > 28:
		easy = 10
	case off > 20:
		easy = 7
	case off > 13:
		easy = 4
	case off > 6:
		easy = 2
	}
	for i := range c.plan {
		if s := &c.plan[i]; s.HI && c.day(*s) <= easy && !s.Locked && !c.raced(*s) {
			c.fault("RET-2: %s on day %d after %d days off", s.Name, c.day(*s), off)
		}
	}
}

// Of youth: until which age a long run has an hour at most, and how long it is after that.
const (
	grown    = 18
	hourOnly = 15
)

// youth is WHO-3: hours a week up to the age, long runs by it, at most 80 % of a maximum and three repetitions in reserve.
func (c *checker) youth() {
	if c.a.Age == 0 || c.a.Age >= grown {
		return
	}
	longest := 90.0
	if c.a.Age < hourOnly {
		longest = 60
	}
	for d := 1; d <= c.days; d++ {
		planned, all := 0.0, 0.0
		for i := range c.all {
			if s := &c.all[i]; s.Sport != "MOBILITY" && c.day(*s) > d-7 && c.day(*s) <= d {
				hours := s.End.Sub(s.Start).Hours()
				if all += hours; !s.Done && !s.Locked {
					planned += hours
				}
			}
		}
		if planned > 0 && all > float64(c.a.Age)+.01 {
			c.fault("WHO-3: %.1f h in the seven days to day %d at %d years", all, d, c.a.Age)
		}
	}
	for i := range c.plan {
		s := &c.plan[i]
		if s.Locked {
			continue
		}
		if s.run() > longest+slackMinutes && !c.raced(*s) {
			c.fault("WHO-3: %s has %.0f min of running at %d years", s.Name, s.run(), c.a.Age)
		}
		for _, set := range s.Sets {
			if set.Fraction > .8+1e-9 || set.left() < 3-1e-9 {
				c.fault("WHO-3: %s asks for %.0f %% with %.1f in reserve", s.Name, 100*set.Fraction, set.left())
				break
			}
		}
	}
}
