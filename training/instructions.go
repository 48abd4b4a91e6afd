package training

import (
	"fmt"
	"strings"
)

// Instructions are a workout in words, one line a step as a coach would write it on a board: "4 × 8 min at 88–94 % of FTP, 3 min at 55 %". Blocks of
// more than one part begin with their name. They say what everybody's workout says; those of a [ResolvedWorkout] say it in the athlete's
// own watts, paces, beats and kilograms.
func (w *Workout) Instructions() []string {
	scribe := instructor{}
	for i := range w.Blocks {
		b := &w.Blocks[i]
		scribe.block(b, neutralSteps(b.Sport, b.Steps), len(w.Blocks) > 1)
	}
	return scribe.lines
}

// Instructions are the athlete's.
func (r *ResolvedWorkout) Instructions() []string {
	scribe := instructor{}
	for i := range r.Blocks {
		scribe.block(r.Blocks[i].Block, r.Blocks[i].Steps, len(r.Blocks) > 1)
	}
	return scribe.lines
}

// neutralSteps are steps of which nothing is worked out but how long they last for anybody.
func neutralSteps(sport Sport, steps Steps) []ResolvedStep {
	reference := yardstickOf(&Thresholds{})
	list := make([]ResolvedStep, len(steps))
	for i, step := range steps {
		list[i].Step = step
		switch s := step.(type) {
		case EnduranceStep:
			list[i].DurationSeconds = reference.seconds(sport, &s)
		case RepeatStep:
			list[i].Steps = neutralSteps(sport, s.Steps)
		}
	}
	return list
}

func (in *instructor) block(b *Block, steps []ResolvedStep, named bool) {
	in.name, in.sport, in.pool = b.Name, b.Sport, b.Pool
	head, indent := b.Name, 0
	if b.Pool != nil {
		head += fmt.Sprintf(" (%s %s pool)", decimal(b.Pool.Length, 2), unitOf(b.Pool))
	}
	if b.Repeats > 1 {
		head += fmt.Sprintf(", %d times", b.Repeats)
	}
	if named || head != b.Name {
		in.lines, indent = append(in.lines, head+":"), 1
	}
	in.steps(steps, indent)
}

func (in *instructor) steps(steps []ResolvedStep, indent int) {
	for i := range steps {
		in.step(&steps[i], indent)
	}
}

func (in *instructor) step(r *ResolvedStep, indent int) {
	s, repeats := r.Step.(RepeatStep)
	if !repeats {
		in.line(indent, in.words(r)+notes(textOf(r.Step)))
		return
	}
	label := s.ownLabel()
	if inline, short := in.inline(&s, r.Steps); short {
		in.line(indent, before(label)+inline+notes(&s.StepText))
		return
	}
	in.line(indent, s.heading()+inBrackets(label)+":"+strings.TrimPrefix(notes(&s.StepText), ":"))
	in.steps(r.Steps, indent+1)
	if s.SkipLastRecovery {
		in.line(indent+1, s.withoutLast())
	}
}

func (in *instructor) line(indent int, text string) {
	in.lines = append(in.lines, strings.Repeat("  ", indent)+text)
}

// inline writes a repeat of one step of endurance, or of one and what follows it, in one line. A threshold is named once.
func (in *instructor) inline(s *RepeatStep, steps []ResolvedStep) (string, bool) {
	plain := s.Style == Rounds || s.Style == ""
	if !plain || len(steps) > 2 || len(steps) == 0 {
		return "", false
	}
	for i := range steps {
		_, lasts := steps[i].Step.(EnduranceStep)
		_, rests := steps[i].Step.(RestStep)
		if !lasts && !rests || textOf(steps[i].Step).Notes != nil || in.unmeasured() {
			return "", false
		}
	}
	first := in.words(&steps[0])
	text := first
	if s.Repeats > 1 {
		text = fmt.Sprintf("%d × %s", s.Repeats, first)
	}
	if len(steps) == 2 {
		text += ", " + in.unnamed(first, in.words(&steps[1]))
	}
	if s.SkipLastRecovery {
		text += ", " + s.withoutLast()
	}
	return text, true
}

// unnamed is what comes after other words that name the threshold already.
func (in *instructor) unnamed(earlier, words string) string {
	name := " %" + thresholdName(in.sport)
	if !strings.Contains(earlier, name) {
		return words
	}
	return strings.Replace(words, name, " %", 1)
}

func (s *RepeatStep) withoutLast() string {
	if _, rests := s.Steps[len(s.Steps)-1].(RestStep); rests {
		return "without the last rest"
	}
	return "without the last recovery"
}

// heading is how a repeat is done.
func (s *RepeatStep) heading() string {
	switch s.Style {
	case EMOM:
		every := clock(s.EverySeconds)
		if s.EverySeconds == 60 {
			every = "minute"
		}
		return fmt.Sprintf("Every %s, %s", every, howOften(s.Repeats))
	case AMRAP:
		return fmt.Sprintf("As many rounds as possible in %s, about %d", clock(s.CapSeconds), s.Repeats)
	case ForTime:
		head := "For time"
		if s.Repeats > 1 {
			head = rounds(s.Repeats) + " for time"
		}
		if s.CapSeconds > 0 {
			head += ", at most " + clock(s.CapSeconds)
		}
		return head
	case Superset:
		return "Superset, " + rounds(s.Repeats)
	case Circuit:
		return "Circuit, " + rounds(s.Repeats)
	}
	if s.Repeats == 1 {
		return "Once"
	}
	return howOften(s.Repeats)
}

func textOf(step Step) *StepText {
	switch s := step.(type) {
	case EnduranceStep:
		return &s.StepText
	case StrengthStep:
		return &s.StepText
	case RestStep:
		return &s.StepText
	case RepeatStep:
		return &s.StepText
	}
	return &StepText{}
}

func (in *instructor) words(r *ResolvedStep) string {
	label := in.label(textOf(r.Step))
	switch s := r.Step.(type) {
	case EnduranceStep:
		in.yards = s.End.Unit == Yards || in.pool != nil && in.pool.Unit == Yards
		if in.unmeasured() {
			return before(label) + in.endurance(&s, r) + in.cues(s.Cues)
		}
		return in.endurance(&s, r) + in.cues(s.Cues) + inBrackets(label)
	case StrengthStep:
		return in.strength(&s, r) + inBrackets(label)
	case RestStep:
		if s.Open {
			return fmt.Sprintf("rest until ready, about %s", clock(s.DurationSeconds)) + inBrackets(label)
		}
		return clock(s.DurationSeconds) + " rest" + inBrackets(label)
	}
	return ""
}
