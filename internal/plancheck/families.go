package plancheck

import (
	"strconv"
	"strings"
)

// family is what coaching 4 says of who may do a kind of session and when: Exp, No, Win and Gap. Win has its letters, B base to O off, as they stand there;
// what stands a number of days before a race has Before, what stands in a lighter week only has Eased.
type family struct {
	exp    byte // n anybody, i from 12 months in the sport, a from 36
	novice int  // up to which rung a novice may, 0 for as exp says
	months int  // of lifting
	no     string
	win    string
	gap    int
	before [2]int
	eased  bool
}

// The table of section 4, a family a line: id, exp, no, win, gap.
const table = `
R-REC n - BUSTRO 0
R-EASY n - BUSTRFO 0
R-STR n ach,ham BUSTO 2
R-WALK n - BUSTFO 2
R-STEADY i - BU 4
R-LONG n - BUSTO 6
R-ML i - BUS 5
R-LPROG i - US 13
R-LMP i - S 13
R-TRAIL n knee,ach BUSTO 6
R-B2B i bone US 13
R-TEMPO n3 - BUS 4
R-THR i2 - USO 5
R-FART n - BUO 4
R-HILL n3 ach BU 6
R-HSPR i ach,ham BU 5
R-VO2 i - US 6
R-REP i ham,ach US 7
R-RP5 i3 - S 6
R-RP10 i3 - S 6
R-RPH i3 - S 6
R-OPEN n - 1-3 0
R-SHARP n - 4-9 0
R-TEST i3 - eased 42
B-REC n - BUSTRO 0
B-EASY n - BUSTRFO 0
B-CAD n knee BUSTO 3
B-LONG n - BUSTO 6
B-TEMPO n - BU 3
B-SS i3 - BUS 3
B-THR i - US 4
B-OU i - US 6
B-TORQ i knee,back BU 6
B-VO2 i - USO 5
B-3015 a - US 5
B-ANA i - S 6
B-SPR i knee,ham BUS 4
B-RPTT i - S 6
B-RP70 i - S 6
B-LRP i - S 6
B-GROUP i - BUSTO 6
B-OPEN n - 1-3 0
B-TEST i9 - eased 42
S-REC n - BUSTRFO 0
S-TECH n - BUSTO 0
S-END n - BUSTO 1
S-LONG i - BUS 6
S-CSS i2 - BUS 3
S-VO2 i - US 4
S-SPR i - UST 3
S-RP i - S 4
S-OW i - ST 6
S-OPEN n - 1-3 0
S-TEST i - eased 42
W-REC n - BUSTRFO 0
W-EASY n - BUSTRFO 0
W-LONG i - BUSTO 5
W-UT1 n3 - BU 3
W-THR i - US 4
W-LINT i - US 5
W-2KI i - S 5
W-OPEN n - 1-3 0
W-TEST i9 - eased 42
K-EASY n sho,back BUSTO 0
K-INT i sho,back US 5
X-BRICK n imp BUS 6
X-BRP i imp S 10
X-LONGW a imp,bone US 13
H-TECH n back BU 4
H-STN n3 knee,back,sho US 5
H-COMP i imp,knee US 6
H-SLED i knee,ach US 5
H-ENG n back BUO 3
H-SIM i imp S 13
H-PRIME n - 2-3 0
Q-AA 0 - BFO 2
Q-FULL 0 - BUO 2
Q-STR 6 back,preg BU 2
Q-LOWER 3 - BUO 2
Q-UPPER 3 sho BUO 2
Q-SIZE 3 - OB 2
Q-PEAK 24 preg S 3
Q-MAIN 6 - UST 5
Q-POWER 12 back,ach US 3
Q-PLYO 6 imp,ach,knee,bone,preg BU 3
Q-PREV 0 - BUSTFO 1
Q-KB 0 back BUSTFO 2
Q-BODY 0 - BUSTFO 2
`

var families = read(table)

func read(text string) map[string]family {
	list := map[string]family{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		words := strings.Fields(line)
		f := family{exp: 'n', no: strings.Trim(words[2], "-")}
		if months, err := strconv.Atoi(words[1]); err == nil {
			f.months = months
		} else if f.exp = words[1][0]; len(words[1]) > 1 {
			f.novice = int(words[1][1] - '0')
		}
		if low, high, days := strings.Cut(words[3], "-"); days {
			f.before[0], _ = strconv.Atoi(low)
			f.before[1], _ = strconv.Atoi(high)
		} else if f.eased = words[3] == "eased"; !f.eased {
			f.win = words[3]
		}
		f.gap, _ = strconv.Atoi(words[4])
		switch {
		case strings.HasPrefix(words[0], "R-"): // every run has an impact, every swim asks the shoulder, every row the back
			f.no += ",imp"
		case strings.HasPrefix(words[0], "S-"):
			f.no += ",sho"
		case strings.HasPrefix(words[0], "W-"):
			f.no += ",back"
		}
		list[words[0]] = f
	}
	return list
}

// letters are the phases of section 4 by what clients call them.
var letters = map[string]string{"BASE": "B", "BUILD": "U", "SPECIFIC": "S", "TAPER": "T", "RECOVERY": "R", "RETURN": "F", "OFF": "O"}

// months is how long a sport has been done, as stated, else as a level has it.
func (c *checker) months(sport string) int {
	if months, stated := c.a.SportMonths[sport]; stated {
		return months
	}
	return []int{0, 12, 36}[c.a.Level]
}

// proposals are WHO-5 and WIN-1: each session that a plan proposes is of a family that the athlete has the experience for, that nothing he has forbids, in
// its window and far enough from the last of its kind.
func (c *checker) proposals() {
	for i := range c.plan {
		s := &c.plan[i]
		f, known := families[s.Family]
		if s.Locked || !known {
			continue
		}
		c.experience(s, &f)
		for _, no := range c.a.No {
			if strings.Contains(f.no, no) {
				c.fault("WHO-5: %s on day %d is not for somebody with %s", s.Family, c.day(*s), no)
			}
		}
		c.window(s, &f)
		for k := range c.plan[:i] {
			if o := &c.plan[k]; o.Family == s.Family && !o.Locked && c.day(*s)-c.day(*o) < f.gap {
				c.fault("WIN-1: %s on days %d and %d, %d are to lie between", s.Family, c.day(*o), c.day(*s), f.gap)
			}
		}
	}
}

func (c *checker) experience(s *Session, f *family) {
	sport := map[byte]string{'R': "RUN", 'B': "RIDE", 'S': "SWIM", 'W': "ROW", 'K': "SKI_ERG", 'X': "RUN", 'H': "RUN"}[s.Family[0]]
	novice := c.a.Level == 0 || c.months(sport) < 12
	switch {
	case s.Family[0] == 'Q':
		if months := c.a.LiftMonths; months < 0 && c.a.Level == 0 && f.months > 0 || months >= 0 && months < f.months {
			c.fault("WHO-5: %s on day %d of somebody who has lifted for %d months", s.Family, c.day(*s), months)
		}
	case novice && f.novice > 0:
		if s.Rung > f.novice {
			c.fault("WHO-5: rung %d of %s on day %d of a novice", s.Rung, s.Family, c.day(*s))
		}
	case novice && f.exp != 'n':
		c.fault("WHO-5: %s on day %d of a novice", s.Family, c.day(*s))
	case f.exp == 'a' && c.a.Level < 2 && c.months(sport) < 36 && s.Family != "B-3015" && c.leads() != "TRI_FULL":
		c.fault("WHO-5: %s on day %d of somebody of %d months", s.Family, c.day(*s), c.months(sport))
	}
	if newcomer := c.a.LiftMonths >= 0 && c.a.LiftMonths < 6 || c.a.LiftMonths < 0 && c.a.Level == 0; newcomer {
		for _, set := range s.Sets {
			if set.Fraction > .8+1e-9 || set.left() < 3-1e-9 {
				c.fault("WHO-5: %s on day %d asks somebody new to lifting for %.0f %% with %.1f in reserve", s.Family, c.day(*s), 100*set.Fraction, set.left())
				break
			}
		}
		if s.Jumps > 60 {
			c.fault("WHO-5: %d jumps on day %d of somebody new to them", s.Jumps, c.day(*s))
		}
	}
	for _, set := range s.Sets {
		if c.a.Pregnant && set.left() < 4-1e-9 {
			c.fault("WHO-5: %s on day %d leaves a pregnant athlete %.1f in reserve", s.Family, c.day(*s), set.left())
			break
		}
	}
}

// window is the part of WIN-1 that goes by phases, as the plan tells them of weeks: a day in a taper or in the recovery after a race is of these too.
func (c *checker) window(s *Session, f *family) {
	d := c.day(*s)
	w := c.week(d)
	if f.before[1] > 0 {
		for i := range c.a.Races {
			if left := c.day(Session{Start: c.a.Races[i].Day}) - d; left >= f.before[0] && left <= f.before[1] {
				return
			}
		}
		c.fault("WIN-1: %s on day %d, and no race %d to %d days later", s.Family, d, f.before[0], f.before[1])
		return
	}
	if w == nil {
		return
	}
	if f.eased {
		if !w.StepBack {
			c.fault("WIN-1: %s on day %d of a full week", s.Family, d)
		}
		return
	}
	open := letters[w.Phase]
	for i := range c.a.Weeks { // a week's phase is that of its fourth day
		if from := c.day(Session{Start: c.a.Weeks[i].First}); from-d <= 3 && d-from-6 <= 3 {
			open += letters[c.a.Weeks[i].Phase]
		}
	}
	if c.tapering(d) || c.tapering(d+3) {
		open += "TS"
	}
	if c.recovering(d) || c.recovering(d-3) {
		open += "RFB"
	}
	if strings.Contains(open, "T") {
		open += "S" // a short dose of what is specific sharpens
	}
	if strings.Contains(open, "F") {
		open += "R" // what is easier than easy stands where easy does
	}
	if strings.Contains(open, "O") {
		open += "B" // off and HEALTH take base's too
	}
	if s.Family == "Q-AA" && (c.a.Level == 0 || !c.lifted(56)) {
		return // section 5: who is new to lifting, or has not lifted for eight weeks, begins with it whatever the season
	}
	if !strings.ContainsAny(open, f.win) {
		c.fault("WIN-1: %s on day %d of %s", s.Family, d, w.Phase)
	}
}

// lifted tells whether anything was lifted in so many days before the plan.
func (c *checker) lifted(days int) bool {
	for i := range c.done {
		if s := &c.done[i]; s.Sport == "STRENGTH" && c.day(*s) > -days {
			return true
		}
	}
	return false
}
