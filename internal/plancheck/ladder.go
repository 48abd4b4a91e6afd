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
