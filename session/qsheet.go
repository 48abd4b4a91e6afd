package session

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fortnight/compose"
	"fortnight/training"
)

// entry is a place in a strength session before its exercise is chosen.
type entry struct {
	menu    menu
	sets    int
	reps    Span     // of repetitions; holds and ways have their own amounts
	percent float64  // of the one-repetition maximum where the exercise has one that is known, 0 for none
	reserve int      // repetitions
	rest    int      // seconds after a set
	ramp    int      // warm-up sets before it, 0 to 3
	pair    bool     // a superset with the part that follows
	extra   bool     // only where the minutes allow it
	lands   int      // contacts of a set of jumps, in place of repetitions; 0 where it goes by these
	cues    []string // what may be said of the exercise, the best first: see cued
}

// sheet is a strength session before it is written for an athlete: what a coach has in the head.
type sheet struct {
	name     string // "Maximal strength"
	dose     string // "3 × 5", empty for none
	why      string // a sentence or two
	tags     []string
	raise    string // what the session begins with, empty for what most do
	loosen   string
	tempo    *training.Tempo
	parts    []entry
	fixed    int  // exercises whose sets are the dose, 0 for the first alone
	lettered bool // it has an A and a B
	most     bool // it asks for all that goes: a test
	minutes  Span
	usual    int // minutes, where nobody says how many
}

// UnloadShare is the share of the sets that stays in a week of unloading; the load is kept, and one repetition more is left.
const UnloadShare = 0.6

// Bounds of what fits a session to its minutes.
const (
	leastRestShare = 0.6
	mostRestShare  = 1.35
	longestRest    = 240
	mostCoolDown   = 6 * minute
	leastWarmUp    = 8 * minute
	mostWarmUp     = 10 * minute
	shortWarmUp    = 5 * minute // of less than shortSession, unless it jumps
	shortSession   = 20 * minute
	firstLifts     = 3 // whose sets are the dose
	keptUnits      = 2 // a session is never cut below them
	leastSets      = 2
	mostLegSets    = 12 // of a session (science STR-4)
)

// unit is an exercise of a session, or a superset of two, with as many sets each.
type unit struct {
	lifts []training.StrengthStep // the last group of sets is the work
	sets  int
	extra bool
	legs  int  // of its exercises that count as hard work for the legs
	fresh bool // one of them is new
}

// seconds is how long its steps take.
func (u *unit) seconds() int {
	total := 0
	for i := range u.lifts {
		s := u.lifts[i]
		last := len(s.Sets) - 1
		work := [1]training.StrengthSet{s.Sets[last]}
		s.Sets = s.Sets[:last]
		total += s.DurationSeconds()
		work[0].Count, s.Sets = u.sets, work[:]
		total += s.DurationSeconds()
	}
	return total
}

// resting is how many of its seconds are rest after sets of work.
func (u *unit) resting() int {
	rest := 0
	for i := range u.lifts {
		rest += u.sets * u.work(i).RestSeconds
	}
	return rest
}

func (u *unit) work(i int) *training.StrengthSet {
	return &u.lifts[i].Sets[len(u.lifts[i].Sets)-1]
}

// steps writes it: the warm-up sets of a superset come before its rounds.
func (u *unit) steps() training.Steps {
	if len(u.lifts) == 1 {
		s := u.lifts[0]
		s.Sets = append([]training.StrengthSet(nil), s.Sets...)
		s.Sets[len(s.Sets)-1].Count = u.sets
		return training.Steps{s}
	}
	var before, round training.Steps
	for _, s := range u.lifts {
		last := len(s.Sets) - 1
		if last > 0 {
			ramp := s
			ramp.Sets, ramp.Notes = s.Sets[:last:last], nil
			before = append(before, ramp)
		}
		s.Sets = []training.StrengthSet{s.Sets[last]}
		s.Sets[0].Count = 1
		round = append(round, s)
	}
	label := fmt.Sprintf("Superset, %s", times(u.sets))
	return append(before, training.RepeatStep{StepText: training.StepText{Label: &label}, Repeats: u.sets, Style: training.Superset, Steps: round})
}

// times says how often.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return count(n) + " times"
}

// count writes a small number as a word.
func count(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// write makes the workout of a sheet for an athlete.
func (s sheet) write(own *Family, d Dose) training.Workout {
	f := s.fitted(d)
	trunkLast(f.units)
	return own.workout(d, s.title(d, &f), s.describe(d, &f), s.tags, s.assemble(&f))
}

// fitted is the session as long as it is to be. In a lighter week it has so much of the sets that it has in others.
func (s sheet) fitted(d Dose) fitting {
	target, sets := s.target(d), math.MaxInt
	if share := d.part(); share < 1 {
		whole := d
		whole.Share, whole.Minutes = 0, target/minute
		f := s.fitted(whole)
		sets = max(keptUnits*leastSets, int(math.Round(share*float64(f.sets()))))
	}
	units := s.choose(d)
	s.limit(d, sets, units)
	f := fitting{
		units: compact(units), warm: s.warm(target), target: target, fixed: max(1, s.fixed), counted: d.Sets > 0 || sets < math.MaxInt, most: sets,
	}
	f.fit()
	return f
}

// sets are those of work in all.
func (f *fitting) sets() (n int) {
	for i := range f.units {
		n += len(f.units[i].lifts) * f.units[i].sets
	}
	return n
}

// warm is how many seconds there are before the first set at the least: in a short session fewer, but for jumps, which nobody begins cold.
func (s sheet) warm(target int) int {
	if target < shortSession && s.fixed == 0 {
		return shortWarmUp
	}
	return leastWarmUp
}

// target is how many seconds a session is to last.
func (s sheet) target(d Dose) int {
	minutes := d.Minutes
	if minutes == 0 {
		minutes = s.usual
	}
	least := s.minutes.Low
	if d.For == training.Novice || d.For == "" || d.part() < 1 || d.lifter().PostpartumWeek > 0 {
		least = int(math.Ceil(0.6 * float64(least)))
	}
	return 60 * min(max(minutes, least), s.minutes.High)
}

// choose takes an exercise for each part; a part that nothing is allowed for is left out.
func (s sheet) choose(d Dose) []unit {
	taken := map[training.ExerciseID]bool{}
	var units []unit
	joins := false
	for i := range s.parts {
		p := &s.parts[i]
		e, instead, found := p.menu.choose(d, taken)
		if !found {
			joins = false
			continue
		}
		step := s.lift(d, p, &e)
		step.Alternatives = instead
		hard := 0
		if set := &step.Sets[len(step.Sets)-1]; e.LowerBody() && *set.Load.RepsInReserve <= 4 {
			hard = 1
		}
		sets := s.sets(d, p, &e)
		if last := len(units) - 1; joins && last >= 0 && units[last].sets == sets && units[last].extra == p.extra {
			units[last].lifts = append(units[last].lifts, step)
			units[last].work(0).RestSeconds = 15
			units[last].legs += hard
			units[last].fresh = units[last].fresh || d.unknown(e.ID)
			joins = false
			continue
		}
		units = append(units, unit{lifts: []training.StrengthStep{step}, sets: sets, extra: p.extra, legs: hard, fresh: d.unknown(e.ID)})
		joins = p.pair
	}
	if len(units) == 0 { // it asks for nothing that anybody has to leave out
		s.parts = []entry{{menu: menu{"bird-dog", "clamshell"}, sets: 3, reps: Span{8, 8}, reserve: 5, rest: 45}}
		return s.choose(d)
	}
	if !slices.ContainsFunc(units, func(u unit) bool { return !u.extra }) {
		units[0].extra = false // something has to be done
	}
	return units
}

// sets is how many there are of a part: fewer in a step-back week, and half of them, but two, of what is new.
func (s sheet) sets(d Dose, p *entry, e *training.Exercise) int {
	sets := p.sets
	if d.part() < 1 {
		sets = max(min(sets, leastSets), int(math.Round(float64(sets)*d.part())))
	}
	if d.unknown(e.ID) {
		sets = min(sets, max(leastSets, (sets+1)/2))
	}
	return sets
}

// lift writes the sets of an exercise, warm-up sets first.
func (s sheet) lift(d Dose, p *entry, e *training.Exercise) training.StrengthStep {
	who := d.lifter()
	reserve := max(p.reserve, who.LeastReserve())
	if d.part() < 1 {
		reserve = min(5, reserve+1)
	}
	step := training.StrengthStep{ExerciseID: e.ID, PerSide: e.Unilateral}
	if s.tempo != nil && e.CountedIn == training.CountRepetitions {
		tempo := *s.tempo
		step.Tempo = &tempo
	}
	if cue := p.cue(e.ID); cue != "" {
		step.Notes = &cue
	}
	amount := p.amount(e)
	load := training.StrengthLoad{RepsInReserve: &reserve}
	if p.percent > 0 && !d.RIROnly && barred(e) {
		fraction := min(p.percent/100, who.MostFraction(e))
		if reserve > p.reserve && d.part() == 1 {
			fraction = min(fraction, math.Floor(100/(1+float64(p.reps.High+reserve)/30))/100)
		}
		load.FractionOfOneRepMax = &fraction
	}
	step.Sets = append(ramps(p.ramp, e, load), training.StrengthSet{Count: 1, Kind: training.WorkSet, Amount: amount, Load: load, RestSeconds: p.rest})
	return step
}

// amount is how much of an exercise a set is.
func (p *entry) amount(e *training.Exercise) training.SetAmount {
	switch e.CountedIn {
	case training.CountSeconds:
		return training.SetAmount{Kind: training.Hold, Low: holdSeconds, High: holdSeconds}
	case training.CountMeters:
		meters := float64(wayMeters)
		if e.Unilateral {
			meters /= 2
		}
		return training.SetAmount{Kind: training.Carry, Meters: meters}
	}
	if p.lands > 0 {
		each := max(1, e.ContactsPerRep)
		if e.Unilateral {
			each *= 2
		}
		return training.Reps(p.lands / each)
	}
	return training.SetAmount{Kind: training.Repetitions, Low: p.reps.Low, High: p.reps.High}
}

// ramps are the warm-up sets of a loaded exercise, from light to nearly the weight of the day.
func ramps(n int, e *training.Exercise, work training.StrengthLoad) []training.StrengthSet {
	if n == 0 || e.ContactsPerRep > 0 || e.Loading != training.LoadingWeight || e.CountedIn != training.CountRepetitions {
		return nil
	}
	steps := []struct {
		reps, reserve, rest int
		share               float64
	}{{8, 10, 40, 0.5}, {5, 8, 50, 0.7}, {3, 6, 60, 0.85}}
	var sets []training.StrengthSet
	for _, r := range steps[:min(n, len(steps))] {
		load := training.StrengthLoad{RepsInReserve: &r.reserve}
		if work.FractionOfOneRepMax != nil {
			fraction := math.Round(20*r.share**work.FractionOfOneRepMax) / 20
			load = training.StrengthLoad{FractionOfOneRepMax: &fraction}
		}
		sets = append(sets, training.StrengthSet{Count: 1, Kind: training.WarmUpSet, Amount: training.Reps(r.reps), Load: load, RestSeconds: r.rest})
	}
	return sets
}

// limit takes sets away where a dose has fewer than the sheet: of what has to be done in a lighter week, of the legs and of all.
func (s sheet) limit(d Dose, sets int, units []unit) {
	cut(units, sets, func(u *unit) int {
		if u.extra {
			return 0
		}
		return len(u.lifts)
	})
	most := mostLegSets
	if d.LegSets > 0 {
		most = min(most, d.LegSets)
	}
	cut(units, most, func(u *unit) int { return u.legs })
	if d.Sets > 0 {
		cut(units, d.Sets, func(u *unit) int { return len(u.lifts) })
	}
}

// cut takes sets away from the end until there are at most some, as a unit counts: first of what may be left out, then of all. A lift keeps two sets or
// is left out, and the first one stays as long as there is nothing else.
func cut(units []unit, most int, of func(*unit) int) {
	over := -most
	for i := range units {
		over += units[i].sets * of(&units[i])
	}
	take := func(u *unit, sets int) {
		u.sets -= sets
		over -= sets * of(u)
	}
	down := func(first int, extra, whole bool) {
		for i := len(units) - 1; i >= first; i-- {
			u := &units[i]
			if over <= 0 || of(u) == 0 || extra && !u.extra {
				continue
			}
			switch needed := (over + of(u) - 1) / of(u); {
			case u.sets-needed >= leastSets:
				take(u, needed)
			case !whole:
				take(u, max(0, u.sets-leastSets))
			case !lastOf(units, i):
				take(u, u.sets)
			}
		}
	}
	down(1, true, true)
	down(1, false, false)
	down(1, false, true)
	down(0, false, false)
	down(0, false, true)
}

// lastOf tells whether nothing but one of the units has sets left.
func lastOf(units []unit, one int) bool {
	for i := range units {
		if i != one && units[i].sets > 0 && !units[i].extra {
			return false
		}
	}
	return true
}

// compact leaves out what has no sets left.
func compact(units []unit) []unit {
	kept := units[:0]
	for _, u := range units {
		if u.sets > 0 {
			kept = append(kept, u)
		}
	}
	return kept
}

// trunkLast puts the exercises for the trunk behind all others, which need a fresh one; a session that begins with the trunk is about it.
func trunkLast(units []unit) {
	trunk := func(u *unit) int {
		if e, _ := training.FindExercise(u.lifts[0].ExerciseID); e.Pattern == training.PatternCore && len(u.lifts) == 1 {
			return 1
		}
		return 0
	}
	if trunk(&units[0]) == 0 {
		slices.SortStableFunc(units, func(a, b unit) int { return trunk(&a) - trunk(&b) })
	}
}

// fitting brings a session to its length.
type fitting struct {
	units      []unit // those that are in, first
	spare      []unit
	warm, cool int
	target     int
	fixed      int
	counted    bool // there are to be no more sets
	most       int  // of them in all
}

func (f *fitting) total() int {
	total := f.warm + f.cool
	for i := range f.units {
		total += f.units[i].seconds()
	}
	return total
}

// fit takes what has to be there, shortens it where it is too long, and fills up what is left: with further exercises, longer rests, an easy
// end and a longer warm-up. The sets of the first exercise stay as they are: they are the dose.
func (f *fitting) fit() {
	all := f.units
	f.units = nil
	for _, u := range all {
		if u.extra {
			f.spare = append(f.spare, u)
		} else {
			f.units = append(f.units, u)
		}
	}
	f.shorten()
	f.lengthen()
}

func (f *fitting) shorten() {
	if f.total() > f.target {
		f.rests(leastRestShare)
	}
	for n := len(f.units) - 1; n >= f.fixed && f.total() > f.target; n-- {
		for f.units[n].sets > leastSets && f.total() > f.target {
			f.units[n].sets--
		}
	}
	for len(f.units) > max(keptUnits, f.fixed) && f.total() > f.target {
		f.units = f.units[:len(f.units)-1]
	}
}

func (f *fitting) lengthen() {
	for _, u := range f.spare {
		f.units = append(f.units, u)
		if f.total() > f.target || f.sets() > f.most {
			f.units = f.units[:len(f.units)-1]
		}
	}
	for n := len(f.units) - 1; n >= firstLifts && !f.counted; n-- { // more of what comes last, as long as it is much too short
		u := &f.units[n]
		for gap := f.target - f.total(); u.sets < 4 && u.legs == 0 && !u.fresh && gap > 8*60 && gap >= u.seconds()/u.sets; gap = f.target - f.total() {
			u.sets++
		}
	}
	if f.total() < f.target-minute {
		f.rests(mostRestShare)
	}
	f.ease()
}

// ease gives what is left, in halves of a minute, to an easy end and then in whole minutes to the warm-up, to this alone where it is but
// a minute.
func (f *fitting) ease() {
	left := max(0, f.target-f.total())
	odd := left % minute / half * half
	left = left / minute * minute
	longest := mostWarmUp - f.warm
	if f.warm < leastWarmUp { // a short session
		longest = 0
	}
	if f.cool = min(mostCoolDown, left); f.cool == minute && longest > 0 {
		f.cool = 0
	}
	f.warm += min(longest, left-f.cool)
	switch {
	case f.cool > 0:
		f.cool += odd
	case f.warm < mostWarmUp && longest > 0:
		f.warm += odd
	}
}

// rests lengthens or shortens every rest alike, as far as needed and at most by a share.
func (f *fitting) rests(most float64) {
	resting := 0
	for i := range f.units {
		resting += f.units[i].resting()
	}
	if resting == 0 {
		return
	}
	share := 1 + float64(f.target-f.total())/float64(resting)
	share = min(max(share, leastRestShare), mostRestShare)
	if (share > 1) != (most > 1) {
		return
	}
	for i := range f.units {
		for j := range f.units[i].lifts {
			set := f.units[i].work(j)
			set.RestSeconds = min(longestRest, restOf(share*float64(set.RestSeconds)))
		}
	}
}

// restOf is a rest as people count it: in quarters of a minute, below a minute in five seconds.
func restOf(seconds float64) int {
	unit := 15.0
	if seconds < minute {
		unit = 5
	}
	return int(seconds/unit) * int(unit)
}

// assemble writes the session down.
func (s sheet) assemble(f *fitting) []training.Block {
	var main training.Steps
	for i := range f.units {
		main = append(main, f.units[i].steps()...)
	}
	blocks := []training.Block{s.opening(f.warm), compose.Block("Lifts", training.Strength, main...)}
	if f.cool > 0 {
		blocks = append(blocks, compose.Block("Ease out", training.Mobility, compose.Pose("Stretch what has worked, breathe slowly", f.cool)))
	}
	return blocks
}

// opening is the time before the first set.
func (s sheet) opening(seconds int) training.Block {
	raise := (seconds + minute) / 2 / minute * minute
	loosen := s.loosen
	if loosen == "" {
		loosen = "Hips, ankles, shoulders and upper back"
	}
	first := s.raise
	if first == "" {
		first = "Easy bike, row or brisk walk"
	}
	return compose.Block("Warm-up", training.Mobility, compose.Pose(first, raise), compose.Pose(loosen, seconds-raise))
}

// title is what the session is, with its first exercises and its dose.
func (s sheet) title(d Dose, f *fitting) string {
	title := s.name
	if s.lettered {
		title += " " + string(rune('A'+d.Shape%2))
	}
	var names []string
	for i := range f.units {
		for j := range f.units[i].lifts {
			e, _ := training.FindExercise(f.units[i].lifts[j].ExerciseID)
			name := called(&e)
			if slices.Contains(d.Lifts, e.ID) { // the athlete's own is called by its name
				name = lowered(e.Name)
			}
			if len(names) < 3 && !strings.Contains(strings.Join(names, ","), name) {
				names = append(names, name)
			}
		}
	}
	if len(names) > 0 {
		title += ": " + strings.Join(names, ", ")
	}
	if dose := s.done(f); dose != "" {
		title += " – " + dose
	}
	return title
}

// done is the dose as the first exercise has it: what is new, a week of unloading and limits leave fewer sets, and where nothing that is to be lifted may
// be, what takes its place has repetitions of its own.
func (s sheet) done(f *fitting) string {
	_, asked, found := strings.Cut(s.dose, " × ")
	if !found || len(f.units) == 0 {
		return s.dose
	}
	is := f.units[0].work(0).Amount
	if is.Kind != training.Repetitions {
		return fmt.Sprintf("%d × %s", f.units[0].sets, asked)
	}
	done := scheme{sets: f.units[0].sets, reps: Span{is.Low, is.High}}.String()
	if _, how, said := strings.Cut(asked, " "); said {
		done += " " + how
	}
	return done
}

// describe says what it is for and how heavy it is.
func (s sheet) describe(d Dose, f *fitting) string {
	text := s.why
	reserve, percent, weights := 10, false, false
	for i := range f.units {
		for j := range f.units[i].lifts {
			set := f.units[i].work(j)
			reserve = min(reserve, *set.Load.RepsInReserve)
			percent = percent || set.Load.FractionOfOneRepMax != nil
			e, _ := training.FindExercise(f.units[i].lifts[j].ExerciseID)
			weights = weights || e.Loading == training.LoadingWeight
		}
	}
	left := count(reserve) + " good repetitions"
	if reserve == 1 {
		left = "one good repetition"
	}
	switch {
	case s.most: // as much as goes
	case percent:
		text += " Percentages are of your one-repetition maximum; end every set with at least " + left + " left."
	case d.part() < 1:
		text += " An easier week: fewer sets, and at least " + left + " left in each."
	case reserve > 4: // nothing is heavy
	case weights:
		text += " Choose weights that leave at least " + left + " at the end of every set."
	default:
		text += " End every set with at least " + left + " left; where more are left, take the harder form."
	}
	return text
}

// cue is the first of what may be said at a place that suits the exercise that takes it, empty where nothing does.
func (p *entry) cue(id training.ExerciseID) string {
	for _, cue := range p.cues {
		menus, listed := cued[cue]
		if listed && (menus == nil || slices.ContainsFunc(menus, func(m menu) bool { return slices.Contains(m, id) })) {
			return cue
		}
	}
	return ""
}
