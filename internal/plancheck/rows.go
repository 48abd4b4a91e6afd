package plancheck

import (
	"math"
	"sort"
	"strings"
)

// Row is one measurement of a rule: of the days From to To, 1 for the first of the plan, in the rule's unit. Least tells that the limit is the
// least that is wanted, else it is the most.
type Row struct {
	Rule            string
	Hard            bool
	From, To        int
	Measured, Limit float64
	Least           bool
}

// Broken tells whether what was measured is on the wrong side of the limit.
func (r *Row) Broken() bool {
	if r.Least {
		return r.Measured < r.Limit-1e-9
	}
	return r.Measured > r.Limit+1e-9
}

func (c *checker) most(rule string, from, to int, measured, limit float64) {
	c.rows = append(c.rows, Row{Rule: rule, From: from, To: to, Measured: measured, Limit: limit})
}

func (c *checker) least(rule string, from, to int, measured, limit float64) {
	c.rows = append(c.rows, Row{Rule: rule, From: from, To: to, Measured: measured, Limit: limit, Least: true})
}

// endurance are a session's minutes of endurance.
func (s *Session) endurance() float64 {
	switch {
	case s.Sport == "STRENGTH" || s.Sport == "MOBILITY":
		return 0
	case s.Low+s.Middle+s.High > 0:
		return s.Low + s.Middle + s.High
	}
	return s.minutes()
}

func (s *Session) minutes() float64 { return s.End.Sub(s.Start).Minutes() }

// counts tells whether a session is one of a week's: no mobility, and no walk of less than half an hour (coaching 0).
func (s *Session) counts() bool {
	return s.Sport != "MOBILITY" && !(s.Sport == "WALK" && s.minutes() < 30)
}

// between are the sessions of some days, done or planned.
func (c *checker) between(from, to int) (list []*Session) {
	for i := range c.all {
		if d := c.day(c.all[i]); d >= from && d <= to {
			list = append(list, &c.all[i])
		}
	}
	return list
}

// planned tells whether anything of some days is still to be done.
func planned(list []*Session) bool {
	for _, s := range list {
		if !s.Done {
			return true
		}
	}
	return false
}

// tapers are the days before a race that its taper has, by format; in brackets 1.2 has those of an advanced athlete with a fitness of 70 and more.
var tapers = map[string][2]int{
	"RUN_5K": {7, 10}, "RUN_10K": {7, 10}, "RUN_HALF": {10, 14}, "RUN_MARATHON": {14, 14}, "RUN_ULTRA": {14, 21}, "RIDE_TT": {7, 10}, "RIDE_CRIT": {7, 10},
	"RIDE_ROAD": {7, 10}, "RIDE_FONDO": {7, 10}, "RIDE_CENTURY": {7, 10}, "TRI_SPRINT": {7, 10}, "TRI_OLYMPIC": {7, 10}, "TRI_HALF": {10, 14}, "TRI_FULL": {14, 21},
	"HYROX": {7, 10}, "ROW_2K": {7, 7}, "ROW_5K": {7, 7}, "SWIM_POOL": {7, 14}, "SWIM_OPEN": {7, 14}, "LIFT_MEET": {7, 7}, "LIFT_1RM": {7, 7},
}

// taperDays is how long the taper of a race is, 0 for a C race; a B race has three easy days.
func (c *checker) taperDays(r *Race) int {
	switch days, known := tapers[r.Format]; {
	case r.Priority == "B":
		return 3
	case r.Priority != "A":
		return 0
	case !known:
		return 7
	case r.Format == "RUN_MARATHON" && (c.a.Level == 0 || c.weeklyKilometres() >= 80):
		return 21
	case c.a.Level == 2 && c.fitness(0) >= 70:
		return days[1]
	default:
		return days[0]
	}
}

// weeklyKilometres is how far a week of the last six runs, by the best three.
func (c *checker) weeklyKilometres() float64 {
	var weeks []float64
	list := c.efforts("RUN")
	for back := range 6 {
		sum := 0.0
		for _, e := range list {
			if e.day > -7*back-7 && e.day <= -7*back {
				sum += e.meters / 1000
			}
		}
		weeks = append(weeks, sum)
	}
	return bestThree(weeks)
}

// bestThree is the mean of the three largest, or of all where there are fewer.
func bestThree(list []float64) float64 {
	list = append([]float64(nil), list...)
	sort.Sort(sort.Reverse(sort.Float64Slice(list)))
	list = list[:min(3, len(list))]
	sum := 0.0
	for _, x := range list {
		sum += x / float64(len(list))
	}
	return sum
}

// tapering tells whether a day lies in the taper of a race, and recovering whether it lies in the recovery after one.
func (c *checker) tapering(d int) bool {
	for i := range c.a.Races {
		r := &c.a.Races[i]
		if left := c.day(Session{Start: r.Day}) - d; left >= 0 && left <= c.taperDays(r) {
			return true
		}
	}
	return false
}

// fullWeeks is from which day after a race weeks are full again (coaching 6.3).
var fullWeeks = map[string]int{
	"RUN_5K": 4, "RIDE_TT": 4, "RIDE_CRIT": 4, "ROW_2K": 4, "ROW_5K": 4, "SWIM_POOL": 4, "SWIM_OPEN": 4, "RUN_10K": 8, "TRI_SPRINT": 8,
	"RUN_HALF": 12, "TRI_OLYMPIC": 12, "HYROX": 12, "TRI_HALF": 16, "RIDE_FONDO": 16, "RIDE_CENTURY": 16, "RUN_MARATHON": 24, "TRI_FULL": 28, "RUN_ULTRA": 35,
	"LIFT_MEET": 8, "LIFT_1RM": 8,
}

func (c *checker) recovering(d int) bool {
	for i := range c.a.Races {
		r := &c.a.Races[i]
		full := fullWeeks[r.Format]
		switch {
		case r.Priority == "C":
			full = 0
		case full == 0:
			full = r.Full
		case c.a.Masters || c.a.Level == 0:
			full += 2
		}
		if r.Priority == "B" {
			full = int(math.Ceil(.6 * float64(full)))
		}
		if since := d - c.day(Session{Start: r.Day}); since > 0 && since <= full {
			return true
		}
	}
	return false
}

// week is what the plan says of the week of a day, nil for nothing.
func (c *checker) week(d int) *Week {
	for i := range c.a.Weeks {
		if from := c.day(Session{Start: c.a.Weeks[i].First}); d >= from && d < from+7 {
			return &c.a.Weeks[i]
		}
	}
	return nil
}

// phases tells whether all days from one to another stand in one of some phases, as the plan says.
func (c *checker) phases(from, to int, of string) bool {
	for d := max(from, 1); d <= to; d++ {
		if w := c.week(d); w == nil || !strings.Contains(of, w.Phase) {
			return false
		}
	}
	return true
}

// eased are the days said to be light: with the taper and the recovery of a race among them.
func (c *checker) eased(d int) bool {
	for _, day := range c.a.Eased {
		if c.day(Session{Start: day}) == d {
			return true
		}
	}
	return c.tapering(d) || c.recovering(d) || c.off(d)
}

// off tells whether a day before the plan is one of seven or more without load in a row.
func (c *checker) off(d int) bool {
	start, known := c.start()
	if !known || d < start || d > 0 || c.daily(d, false) > 0 {
		return false
	}
	from, to := d, d
	for from > start && c.daily(from-1, false) == 0 {
		from--
	}
	for to < 0 && c.daily(to+1, false) == 0 {
		to++
	}
	return to-from+1 >= 7
}

// easedBlock tells whether four days or more of the seven up to one were eased.
func (c *checker) easedBlock(last int) bool {
	light := 0
	for d := last - 6; d <= last; d++ {
		if c.eased(d) {
			light++
		}
	}
	return light >= 4
}
