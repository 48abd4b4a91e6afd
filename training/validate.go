package training

import (
	"fmt"
	"slices"
)

// Validate checks a workout: every fault, up to a hundred, with the path of its field in the input of the schema.
func (w Workout) Validate() error {
	v := validator{}
	CheckLine(&v.faults, "title", w.Title, 1, 120)
	CheckText(&v.faults, "description", w.Description, 0, 4000)
	if CheckCount(&v.faults, "tags", len(w.Tags), 0, 12) {
		for i, tag := range w.Tags {
			path := fmt.Sprintf("tags[%d]", i)
			if CheckLine(&v.faults, path, tag, 1, 40); slices.Contains(w.Tags[:i], tag) {
				v.faults.Add(path, fmt.Sprintf("%.40q is named twice", tag))
			}
		}
	}
	if CheckCount(&v.faults, "blocks", len(w.Blocks), 1, maxBlocks) {
		for i, b := range w.Blocks {
			v.block(fmt.Sprintf("blocks[%d]", i), b)
		}
	}
	if len(v.faults.Fields) == 0 {
		v.extent(w)
	}
	v.faults.Fields = v.faults.Fields[:min(len(v.faults.Fields), maxFaults)]
	return v.faults.Err()
}

func (v *validator) block(path string, b Block) {
	CheckLine(&v.faults, path+".name", b.Name, 1, 80)
	CheckInt(&v.faults, path+".repeats", &b.Repeats, 1, 50)
	if oneOf(v, path+".sport", b.Sport, Sports); b.Sport == MultiSport {
		v.faults.Add(path+".sport", "MULTI_SPORT is of a workout: each of its blocks has one sport")
	}
	if b.Pool != nil {
		v.pool(path+".pool", b.Sport, *b.Pool)
	}
	v.steps(path+".steps", b.Sport, b.Steps, 0)
}

func (v *validator) pool(path string, sport Sport, pool Pool) {
	if sport != Swim {
		v.faults.Add(path, fmt.Sprintf("goes with SWIM, not with %s", sport))
	}
	CheckFloat(&v.faults, path+".length", &pool.Length, 10, 100)
	oneOf(v, path+".unit", pool.Unit, PoolUnits)
}

func (v *validator) steps(path string, sport Sport, steps Steps, level int) {
	if !CheckCount(&v.faults, path, len(steps), 1, maxStepsOfList) {
		return
	}
	for i, step := range steps {
		if len(v.faults.Fields) >= maxFaults {
			return
		}
		at := fmt.Sprintf("%s[%d].%s", path, i, step.StepKind())
		switch s := step.(type) {
		case EnduranceStep:
			v.endurance(at, sport, s)
		case StrengthStep:
			v.strength(at, s)
		case RestStep:
			v.text(at, s.StepText)
			CheckInt(&v.faults, at+".durationSeconds", &s.DurationSeconds, 1, 7200)
		case RepeatStep:
			v.repeat(at, sport, s, level)
		}
	}
}

func (v *validator) repeat(at string, sport Sport, s RepeatStep, level int) {
	v.text(at, s.StepText)
	CheckInt(&v.faults, at+".repeats", &s.Repeats, 1, maxRepeats)
	oneOf(v, at+".style", s.Style, RepeatStyles)
	v.clock(at+".everySeconds", s.EverySeconds, s.Style == EMOM, s.Style == EMOM, 7200)
	v.clock(at+".capSeconds", s.CapSeconds, s.Style == AMRAP, s.Style == AMRAP || s.Style == ForTime, maxExpandedSeconds)
	if s.SkipLastRecovery && !endsInRecovery(s.Steps) {
		v.faults.Add(at+".skipLastRecovery", "needs two steps or more of which the last is a rest or of intent RECOVERY or REST")
	}
	if level == maxRepeatLevels {
		v.faults.Add(at, fmt.Sprintf("repeats nest at most %d levels deep", maxRepeatLevels))
		return
	}
	v.steps(at+".steps", sport, s.Steps, level+1)
	v.fits(at, s)
}

// fits refuses rounds that the clock of an EMOM or an AMRAP has no time for, whoever does them. Lifts are done as fast as it asks for, and a way,
// work or calories as fast as the athlete can; rests and what has a length last as long as they say.
func (v *validator) fits(at string, s RepeatStep) {
	switch once := s.Steps.leastSeconds(); {
	case s.Style == EMOM && once > s.EverySeconds:
		v.faults.Add(at+".everySeconds", fmt.Sprintf("%d is less than the rests and timed work of a round last, %d s", s.EverySeconds, once))
	case s.Style == AMRAP && s.leastOfRounds() > s.CapSeconds:
		v.faults.Add(at+".capSeconds", fmt.Sprintf("%d is less than the rests and timed work of %s last, %d s", s.CapSeconds,
			rounds(s.Repeats), s.leastOfRounds()))
	}
}

// leastSeconds is how long steps last at the least, however fast and strong one is.
func (s Steps) leastSeconds() int {
	total := 0
	for _, step := range s {
		switch s := step.(type) {
		case EnduranceStep:
			if !s.End.ByAthlete() {
				total += s.End.Seconds
			}
		case RestStep:
			total += s.DurationSeconds
		case RepeatStep:
			total += s.leastSeconds()
		}
	}
	return total
}

// leastSeconds is how long all rounds last at the least.
func (s *RepeatStep) leastSeconds() int {
	switch s.Style {
	case EMOM:
		return s.Repeats * s.EverySeconds
	case AMRAP:
		return max(s.CapSeconds, s.leastOfRounds())
	}
	return s.leastOfRounds()
}

// leastOfRounds is leastSeconds without a clock.
func (s *RepeatStep) leastOfRounds() int {
	return (s.Repeats-1)*s.Steps.leastSeconds() + s.ofRound(true).leastSeconds()
}

// clock checks a time that some styles of repeats have: needed, allowed, or not to be there.
func (v *validator) clock(path string, seconds int, needed, allowed bool, most int) {
	switch {
	case !allowed && seconds != 0:
		v.faults.Add(path, "does not go with this style")
	case needed && seconds == 0:
		v.faults.Add(path, fmt.Sprintf("is needed with this style, 1 to %d", most))
	case seconds != 0:
		CheckInt(&v.faults, path, &seconds, 1, most)
	}
}

// extent bounds what the repeats make of a workout: a day's length at reference thresholds, as many steps, and the size of what is stored.
func (v *validator) extent(w Workout) {
	seconds, steps := w.longestSeconds(), 0
	for _, b := range w.Blocks {
		steps += expanded(b.Steps) * b.Repeats
	}
	if seconds > maxExpandedSeconds {
		v.faults.Add("blocks", fmt.Sprintf("last %d s in all, repeats included; at most %d s are allowed", seconds, maxExpandedSeconds))
	}
	if steps > maxExpandedSteps {
		v.faults.Add("blocks", fmt.Sprintf("are %d steps in all, repeats included; at most %d are allowed", steps, maxExpandedSteps))
	}
	if text, err := EncodeBlocks(w.Blocks); err != nil || len(text) > MaxFormBytes {
		v.faults.Add("blocks", fmt.Sprintf("take %d bytes to store; at most %d are allowed", len(text), MaxFormBytes))
	}
}

// longestSeconds is how long a workout lasts at reference thresholds: with work that takes what is expected of it, or what it takes at the power of
// the reference athlete, whichever is more. For an athlete the one may say anything and the other counts.
func (w *Workout) longestSeconds() int {
	ftp, rowFTP := referenceFTPWatts, referenceRowFTPWatts
	longest := 0
	for _, known := range []Thresholds{{}, {FTPWatts: &ftp, RowFTPWatts: &rowFTP}} {
		y, seconds := yardstickOf(&known), 0
		for _, b := range w.Blocks {
			once, _ := y.stepsSeconds(b.Sport, b.Steps, 1)
			seconds += once * b.Repeats
		}
		longest = max(longest, seconds)
	}
	return longest
}

// expanded is how many steps a list has with its repeats written out.
func expanded(steps Steps) int {
	count := 0
	for _, step := range steps {
		if s, repeats := step.(RepeatStep); repeats {
			count += s.Repeats * expanded(s.Steps)
		} else {
			count++
		}
	}
	return count
}
