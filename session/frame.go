package session

import (
	"math"

	"fortnight/training"
)

// course is how sessions of a sport begin and end, and what fills them up where the main set leaves time.
type course struct {
	sport      training.Sport
	warm, cool stretch
	hardWarm   int // seconds of warm-up that are usual before HIGH work, for all but novices
	warmUp     func(seconds int, d *Dose, hard bool) training.Block
	easy       func(seconds int, d *Dose) training.Block
	coolDown   func(seconds int, d *Dose) training.Block

	pool   *training.Pool                                                                  // where the main set is swum, nil outside pools
	metres func(d *Dose) (warm, cool stretch)                                              // how long the metres before and after it may last
	swum   func(spare int, d *Dose, hard, late bool, main training.Block) []training.Block // the session around it, with so many seconds beside it
}

// stretch is how long a part of a session may be, in seconds.
type stretch struct{ least, usual, most int }

// noviceShare is how much of a novice's session the main set may be; the rest is easy (coaching specification, section 4).
const noviceShare = 0.4

// shortest is the share of the lower end of a family's minutes that novices, returners and step-backs may go down to.
const shortest = 0.6

// share says how much of a session is what: seconds of each part.
type share struct{ warm, easy, cool int }

// fit gives a main set of so many seconds, rests included, the session around it: as long as the dose asks for, less what is no half minute, where
// that is enough and the family allows it, and else as long as its rung usually is.
func (c *course) fit(f *Family, d *Dose, main, work int, hard bool) share {
	warms, cools := c.frame(d)
	warm := warms.usual
	if hard && d.For != training.Novice {
		warm = max(warm, c.hardWarm)
	}
	least := main + warms.least + cools.least
	if d.For == training.Novice && work > 0 {
		least = max(least, int(float64(work)/noviceShare))
	}
	total := f.whole(d, least, main+warm+cools.usual)
	if c.pool != nil && total == f.Minutes.Low*minute { // a length more rather than less than the least
		total += minute - 1
	}
	return c.split(total-main, warm)
}

// frame is how long warm-up and cool-down of a dose may be: in a pool as long as their metres last.
func (c *course) frame(d *Dose) (warm, cool stretch) {
	if c.pool != nil {
		return c.metres(d)
	}
	return c.warm, c.cool
}

// whole is the length of the session in seconds, of which least are needed and usual would be usual.
func (f *Family) whole(d *Dose, least, usual int) int {
	minutes := d.Minutes
	if minutes == 0 {
		minutes = max(f.Minutes.Low, upToFive(usual))
	}
	low := f.Minutes.Low
	if f.Shorter == "" {
		low = int(math.Ceil(shortest * float64(low)))
	}
	minutes = min(max(minutes, low), f.Minutes.High)
	if minutes*minute < least {
		minutes = upToFive(least)
		if minutes > f.Minutes.High { // the top of a ladder: no longer than it has to be
			minutes = max(f.Minutes.High, (least+minute-1)/minute)
		}
	}
	return minutes * minute
}

// leastEasy is how much easy time, in seconds, is a part of its own: less of it makes the warm-up and the cool-down longer.
const leastEasy = 3 * minute

// half is the least that a coach divides a minute of easy time into.
const half = minute / 2

// split shares out what the main set leaves, in whole minutes and at the end half a one: what is less is left off, so that in minutes the session is as
// long as it was to be, and nothing ends after 7:13.
func (c *course) split(spare, warm int) share {
	odd := spare % minute / half * half
	spare = spare / minute * minute
	s := share{warm: warm, cool: c.cool.usual}
	switch extra := spare - warm - c.cool.usual; {
	case extra >= leastEasy:
		s.easy = extra
	case extra >= 0:
		s.warm += min(extra, max(0, c.warm.most-warm))
		s.cool = spare - s.warm
	default:
		s.warm = max(c.warm.least, spare-min(c.cool.usual, max(c.cool.least, spare-warm)))
		s.cool = max(minute, spare-s.warm)
	}
	if c.pool == nil { // where it goes by lengths
		s.cool += odd
	}
	return s
}

// around puts a main set into its session. Easy time comes after it, as tired legs go on easily and fresh ones work, or before it where the
// work is meant for the end.
func (c *course) around(s share, d *Dose, hard, late bool, main training.Block) []training.Block {
	main.Pool = c.pool
	if c.pool != nil {
		return c.swum(s.warm+s.easy+s.cool, d, hard, late, main)
	}
	blocks := []training.Block{c.warmUp(s.warm, d, hard), main}
	if s.easy > 0 {
		easy := c.easy(s.easy, d)
		if late {
			blocks = []training.Block{blocks[0], easy, main}
		} else {
			blocks = append(blocks, easy)
		}
	}
	return append(blocks, c.coolDown(s.cool, d))
}

// level is the dose's within 1 to count.
func (d *Dose) level(count int) int { return min(max(d.Level, 1), count) }

// part is the share of the repeats that is asked for.
func (d *Dose) part() float64 {
	if d.Share <= 0 || d.Share >= 1 {
		return 1
	}
	return max(0.5, d.Share)
}
