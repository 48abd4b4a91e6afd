package plancheck

import (
	"strings"
	"time"
)

// Cleared is what an athlete had and stated to be over: what it was, as clients spell it ("HURT_CALF"), the days on which it began and was cleared.
// A zero Birth is a birth of which nobody said when it was.
type Cleared struct {
	What         string
	Began, Over  time.Time
	Birth        time.Time
	UsualRunning float64 // minutes of running in a usual week before, 0 for unknown
	UsualOfArms  float64 // of swimming, rowing, skiing and paddling
}

// may is what one day of a way back allows, from the text of coaching 7.2 and 7.3: minutes that are negative are not bounded.
type may struct {
	nothing         bool
	hard            bool    // high intensity, heavy legs
	easy            string  // sports in which all is easy, "*" for every
	run             float64 // minutes in a session, negative for any
	walked          bool    // running is by turns with walking
	everyOther      bool
	minutes         float64
	walks           float64 // 0 for any
	only            string
	reserve         float64
	running, byArms float64 // part of the usual week, 0 for all
	jumps           bool
}

func freely() may { return may{hard: true, run: -1, minutes: -1, jumps: true} }

// stage is some days of a ladder.
type stage struct {
	days int
	may  may
}

// turns is running by turns with walking: the most that is run in a session.
func turns(run, part float64) may {
	return may{easy: "RUN", run: run, walked: true, everyOther: true, minutes: -1, running: part}
}

func noRunning() may { return may{run: 0, minutes: -1} }

func easyRunning(part float64) may {
	return may{easy: "RUN", run: -1, minutes: -1, running: part, jumps: true}
}

const arms = "SWIM ROW SKI_ERG KAYAK"

// stages is the ladder after something that held for some days.
func (c *Cleared) stages() []stage {
	held := between(c.Began, c.Over)
	hurt := func() []stage {
		switch {
		case held <= 3:
			return []stage{{1, noRunning()}, {2, turns(20, 0)}, {4, easyRunning(.75)}}
		case held <= 14:
			return []stage{{3, may{run: 0, minutes: -1, walks: 30}}, {6, turns(9, 0)}, {7, turns(20, .5)}, {14, easyRunning(.75)}}
		}
		return []stage{{7, noRunning()}, {14, turns(20, 0)}, {21, easyRunning(.75)}}
	}
	rest := func(days int) []stage {
		if days > held {
			return []stage{{days - held, may{nothing: true}}}
		}
		return nil
	}
	lasting := func(minutes float64) may { return may{easy: "*", run: -1, minutes: minutes, jumps: true} }
	switch c.What {
	case "FEVER", "FLU", "VOMITING", "ANTIBIOTICS", "ILL_BELOW_NECK":
		easy, calm := may{easy: "*", run: -1, minutes: -1, jumps: true}, may{run: -1, minutes: -1, jumps: true}
		if held <= 2 {
			return []stage{{1, easy}, {2, calm}}
		}
		return []stage{{3, easy}, {8, calm}}
	case "COVID":
		hour := lasting(60)
		hour.easy = ""
		return append(rest(10), stage{2, lasting(15)}, stage{2, lasting(30)}, stage{1, lasting(45)}, stage{2, hour})
	case "CONCUSSION", "HIT_HEAD":
		return append(rest(2),
			stage{1, may{easy: "*", only: "WALK ELLIPTICAL", run: -1, minutes: 30}}, stage{1, may{easy: "*", only: "WALK ELLIPTICAL RUN ROW SKI_ERG", run: -1, minutes: 45}},
			stage{1, may{only: "WALK ELLIPTICAL RUN ROW SKI_ERG STRENGTH", run: -1, minutes: -1, reserve: 4, jumps: true}})
	case "STRESS_FRACTURE", "STRESS_REACTION", "SHIN_PINPOINT_PAIN", "NIGHT_PAIN", "HOPPING_GROIN_PAIN":
		half := may{easy: "RUN", run: 30, everyOther: true, minutes: -1}
		return []stage{{7, may{run: 0, minutes: -1, walks: 45}}, {21, turns(9, 0)}, {14, half}, {14, easyRunning(.5)}}
	case "HURT_SHOULDER", "HURT_ELBOW", "HURT_WRIST":
		arm := func(easy string, reserve, part float64) may {
			return may{hard: true, easy: easy, run: -1, minutes: -1, reserve: reserve, byArms: part, jumps: true}
		}
		if held <= 3 {
			return []stage{{1, arm(arms, 4, .5)}, {1, arm(arms, 3, .5)}, {1, arm("", 2, .75)}}
		}
		return []stage{{3, arm(arms, 4, .5)}, {6, arm(arms, 3, .5)}, {7, arm("", 2, .75)}}
	case "POSTPARTUM", "CAESAREAN":
		var list []stage
		weeks := 12
		if c.What == "CAESAREAN" {
			weeks += 4
		}
		if !c.Birth.IsZero() {
			if wait := 7*weeks - between(c.Birth, c.Over); wait > 0 {
				list = append(list, stage{wait, may{easy: "*", only: "WALK RIDE SWIM STRENGTH", minutes: 40, reserve: 4}})
			}
		}
		for _, run := range []float64{8, 9, 9, 16, 16, 16, 20, 20, 25, 30} { // run and walk, a rung a week
			m := turns(run, 0)
			m.reserve = 4
			list = append(list, stage{7, m})
		}
		return list
	case "OPERATION", "ACL_SURGERY", "JOINT_REPLACEMENT":
		return []stage{{7, noRunning()}, {14, turns(20, 0)}, {21, easyRunning(.75)}}
	}
	if strings.HasPrefix(c.What, "HURT") || c.What == "LEAKING" || c.What == "PROLAPSE" {
		return hurt()
	}
	return nil
}

// between is how many days lie between two.
func between(a, b time.Time) int {
	day := func(t time.Time) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(day(b).Sub(day(a)).Hours() / 24)
}

// climb holds the plan to the ways back after what was cleared.
func (c *checker) climb() {
	for n := range c.a.Cleared {
		had := &c.a.Cleared[n]
		day := between(c.first, had.Over) + 1
		for _, s := range had.stages() {
			for i := range c.plan {
				if d := c.day(c.plan[i]); d >= day && d < day+s.days {
					c.allowed(had, &s.may, &c.plan[i])
				}
			}
			c.together(had, &s.may, day, day+s.days-1)
			day += s.days
		}
	}
}

// allowed holds one session to a day of a way back.
func (c *checker) allowed(had *Cleared, m *may, s *Session) {
	wrong := func(what string) { c.fault("%s on day %d after %s: %s", s.Name, c.day(*s), had.What, what) }
	minutes := s.End.Sub(s.Start).Minutes()
	easy := m.easy == "*" || m.easy != "" && (strings.Contains(m.easy, s.Sport) || s.RunMinutes > 0 && m.easy == "RUN")
	switch {
	case s.Sport == "MOBILITY":
	case m.nothing:
		wrong("a day of rest")
	case !m.hard && (s.HI || s.Heavy):
		wrong("hard")
	case easy && (s.HI || s.Heavy || s.Moderate):
		wrong("not easy")
	case m.run >= 0 && s.RunMinutes > m.run+.01:
		wrong("too much running")
	case m.walked && s.RunMinutes > 0 && s.WalkMinutes < s.RunMinutes/4:
		wrong("no walking between")
	case m.walks > 0 && s.Sport == "WALK" && minutes > m.walks+1:
		wrong("too long a walk")
	case m.only != "" && !strings.Contains(m.only, s.Sport):
		wrong("a sport that waits")
	case !m.jumps && s.Jumps > 0:
		wrong("jumps")
	}
	for _, set := range s.Sets {
		if set.left() < m.reserve-.5 {
			wrong("too near failure")
			break
		}
	}
}

// together holds the days of a stage to what they may have together: a day between two runs, and a part of the usual week.
func (c *checker) together(had *Cleared, m *may, from, to int) {
	ran := map[int]bool{}
	planned := map[int]bool{}
	for i := range c.all {
		s := &c.all[i]
		if s.RunMinutes > 0 || s.Done && s.Sport == "RUN" {
			ran[c.day(*s)] = true
			planned[c.day(*s)] = planned[c.day(*s)] || !s.Done
		}
	}
	for d := max(from, 1); m.minutes >= 0 && !m.nothing && d <= min(to, c.days); d++ {
		sum, done := 0.0, 0.0
		for i := range c.all {
			if s := &c.all[i]; c.day(*s) == d && s.Sport != "STRENGTH" && s.Sport != "MOBILITY" {
				minutes := s.End.Sub(s.Start).Minutes()
				if sum += minutes; s.Done {
					done += minutes
				}
			}
		}
		if sum > max(m.minutes, done)+1 {
			c.fault("%.0f min on day %d after %s", sum, d, had.What)
		}
	}
	for d := max(from, 1); m.everyOther && d <= min(to, c.days); d++ {
		if ran[d] && ran[d-1] && (planned[d] || planned[d-1]) {
			c.fault("runs on days %d and %d after %s", d-1, d, had.What)
		}
	}
	part := func(sports string, share, usual float64) {
		for d := max(from, 1); share > 0 && usual > 0 && d <= min(to, c.days); d++ {
			sum, done := 0.0, 0.0
			for i := range c.all {
				if s := &c.all[i]; strings.Contains(sports, s.Sport) && c.day(*s) >= max(d-6, from) && c.day(*s) <= d {
					minutes := s.End.Sub(s.Start).Minutes()
					if sum += minutes; s.Done {
						done += minutes
					}
				}
			}
			if sum > max(share*usual, 60, done)+.01 {
				c.fault("%.0f min of %s to day %d after %s, of %.0f usual", sum, sports, d, had.What, usual)
			}
		}
	}
	part("RUN", m.running, had.UsualRunning)
	part(arms, m.byArms, had.UsualOfArms)
}
