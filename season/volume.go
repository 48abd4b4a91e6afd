package season

import (
	"math"
	"slices"

	"fortnight/training"
)

// Shares of how minutes change (coaching 2.5). stepBack is the middle of .75 to .80.
const (
	growth         = 1.05
	growthNovice   = 1.08 // of a novice under twoHours
	growthAdvanced = 1.03
	growthHealth   = 1.10
	twoHours       = 120
	seasonRise     = 1.35 // of the mean at the season's start, for athletes who state no hours
	stepBack       = .775
	maintained     = .85 // of the mean of six blocks
	maintainedLong = .50 // of a week that keeps what is there, the long session at most; a part of the last one would shrink from plan to plan
	offSeason      = .60
	isLoading      = .95 // of the best of four blocks
	threeHours     = 180
)

// Loading tells whether a block, the newest first, was a full one: not eased and at least .95 of the best of the four that end with it.
func Loading(blocks []Block) bool {
	if len(blocks) == 0 || blocks[0].Eased {
		return false
	}
	best := 0
	for _, b := range blocks[:min(4, len(blocks))] {
		best = max(best, b.Minutes)
	}
	return blocks[0].Minutes > 0 && float64(blocks[0].Minutes) >= isLoading*float64(best)
}

// LW is the minutes of the latest loading block of the last six, the newest first: what a week of this athlete holds. With none of them it
// is their mean, 0 without history and after six weeks of nothing. Whole weeks off are not among the six: what a week held before them is what a way back
// has its share of.
func LW(blocks []Block) float64 {
	if empty(blocks[:min(6, len(blocks))]) {
		return 0
	}
	blocks = slices.DeleteFunc(slices.Clone(blocks), func(b Block) bool { return b.Minutes == 0 })
	six := blocks[:min(6, len(blocks))]
	sum := 0
	for i := range six {
		if Loading(blocks[i:]) {
			return float64(blocks[i].Minutes)
		}
		sum += blocks[i].Minutes
	}
	return float64(sum) / float64(len(six))
}

// empty tells whether nothing was done in any of some blocks.
func empty(blocks []Block) bool {
	return !slices.ContainsFunc(blocks, func(b Block) bool { return b.Minutes > 0 })
}

// V0 is the endurance minutes of a week that tapers and recoveries are shares of: the mean of the best three of the last four blocks that
// were not eased, the newest first and what is eased before them left out; 0 without.
func V0(blocks []Block) float64 {
	for len(blocks) > 0 && blocks[0].Eased {
		blocks = blocks[1:]
	}
	var minutes []int
	for _, b := range blocks[:min(4, len(blocks))] {
		if !b.Eased {
			minutes = append(minutes, b.Endurance)
		}
	}
	slices.Sort(minutes)
	if len(minutes) > 3 {
		minutes = minutes[len(minutes)-3:]
	}
	sum := 0
	for _, m := range minutes {
		sum += m
	}
	return float64(sum) / math.Max(1, float64(len(minutes)))
}

// stepBackDue tells whether the next week is to be an easier one: after three loading blocks in a row, two from 60 years and for an
// advanced athlete of more than twelve hours; never for a novice under three hours.
func stepBackDue(a *Athlete, blocks []Block) bool {
	lw := LW(blocks)
	if novice(a) && lw < threeHours || a.thin() || a.Return != nil || a.After > 0 {
		return false
	}
	return loadingInARow(blocks) >= stepBackWeeks(a, blocks)
}

// stepBackAfter is after how many loading blocks a step-back follows, of most athletes.
const stepBackAfter = 3

// stepBackWeeks is after how many it follows: two from 60 years and for an advanced athlete of more than twelve hours.
func stepBackWeeks(a *Athlete, blocks []Block) int {
	if a.Age >= heavyAge || advanced(a) && LW(blocks) > 12*60 {
		return stepBackAfter - 1
	}
	return stepBackAfter
}

// loadingInARow is how many of the latest blocks in a row were loading ones.
func loadingInARow(blocks []Block) int {
	n := 0
	for n < len(blocks) && Loading(blocks[n:]) {
		n++
	}
	return n
}

// volume is what a week's minutes are to be.
type volume struct {
	Minutes   float64
	Full      float64 // what they would be in a week that is no easier one
	SteppedOn bool    // an easier week
	GrowsBy   float64
}

// weekMinutes is how many minutes the next week is to hold outside tapers and recoveries: seasonMean is the mean at the season's start.
func weekMinutes(a *Athlete, goal training.GoalKind, blocks []Block, seasonMean float64, stated float64) volume {
	lw := LW(blocks)
	if a.beginner() {
		return volume{Minutes: beginnerMinutes(blocks)}
	}
	if lw == 0 || a.KnownDays < 7 { // some days are no usual week
		return volume{Minutes: max(lw, firstWeek(a, stated))}
	}
	v := volume{GrowsBy: growthOf(a, goal, lw)}
	v.Minutes = v.GrowsBy * lw
	switch {
	case goal == training.GoalMaintain:
		return volume{Minutes: min(maintained*seasonMean, growth*lw)}
	case stated > 0:
		v.Minutes = min(stated*60, v.Minutes)
	case forHealth(goal) && lw < healthMost: // what health asks for is no season: it is reached by a tenth a week
	case seasonMean > 0 && goal != training.GoalReturn:
		v.Minutes = min(v.Minutes, max(seasonRise*seasonMean, lw))
	}
	if stepBackDue(a, blocks) && goal != training.GoalReturn { // a way back is steps already
		v.SteppedOn, v.Full, v.Minutes = true, v.Minutes, min(v.Minutes, stepBack*lw)
	}
	if a.Youth() {
		v.Minutes, v.Full = min(v.Minutes, float64(a.Age)*60), min(v.Full, float64(a.Age)*60)
	}
	if a.thin() { // a few days that were logged are no week: more than a first one would have is what was done, and a little
		v.Minutes = max(firstWeek(a, stated), min(v.Minutes, float64(blocks[0].Minutes+thinStep)))
	}
	return v
}

// healthMost is up to how many minutes a week grow that are for health (coaching 1.1).
const healthMost = 300

// forHealth tells of a goal that knows no seasons.
func forHealth(goal training.GoalKind) bool {
	return goal == training.GoalHealth || goal == training.GoalWeight
}

func growthOf(a *Athlete, goal training.GoalKind, lw float64) float64 {
	switch {
	case a.expects():
		return 1
	case forHealth(goal):
		if lw >= healthMost {
			return 1
		}
		return growthHealth
	case novice(a) && lw < twoHours:
		return growthNovice
	case advanced(a):
		return growthAdvanced
	}
	return growth
}

// The weeks of a beginner of whom nothing is known (coaching 2.6): the first 60 to 90 minutes, then at most 15 more, the fourth at most 120.
const (
	beginnerFirst = 75
	beginnerStep  = 10
	beginnerMost  = 120
)

func beginnerMinutes(blocks []Block) float64 {
	if len(blocks) == 0 || blocks[0].Minutes == 0 {
		return beginnerFirst
	}
	return min(beginnerMost, float64(blocks[0].Minutes)+beginnerStep)
}

// thinStep is how many minutes more than the seven days before a week may have that is planned while little is known (coaching 2.6, 12).
const thinStep = 15

// firstWeek is that of an athlete without history.
func firstWeek(a *Athlete, stated float64) float64 {
	most := ofThree(a.Level, [3]float64{90, 150, 240})
	if stated > 0 {
		return min(most, stated*60)
	}
	return most
}
