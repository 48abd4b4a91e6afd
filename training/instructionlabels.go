package training

import (
	"slices"
	"strconv"
	"strings"
)

// intentWords are what a step without a label is for, where the rest of its line does not tell.
var intentWords = map[Intent]string{IntentWarmUp: "warm-up", IntentCoolDown: "cool-down", IntentTransition: "transition"}

// label is what a step calls itself, or what it is for; empty where that would say again what the block's name or the line says.
func (in *instructor) label(t *StepText) string {
	if t.Label == nil || *t.Label == "" {
		return intentWords[t.Intent]
	}
	if strings.EqualFold(*t.Label, in.name) || strings.EqualFold(*t.Label, "rest") {
		return ""
	}
	return *t.Label
}

func inBrackets(label string) string {
	if label == "" {
		return ""
	}
	return " (" + label + ")"
}

// before is a label that stands before what it names.
func before(label string) string {
	if label == "" {
		return ""
	}
	return label + ": "
}

func notes(t *StepText) string {
	if t.Notes == nil || *t.Notes == "" {
		return ""
	}
	return ": " + strings.Join(strings.Fields(*t.Notes), " ") // a step is one line
}

// numberWords are the numbers that people write out.
var numberWords = []string{"", "once", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// ownLabel is the label of a repeat without how it is done and the number of its rounds at the end, which its line begins with.
func (s *RepeatStep) ownLabel() string {
	if s.Label == nil {
		return ""
	}
	label := *s.Label
	head, last := "", label
	if i := strings.LastIndex(last, ","); i >= 0 {
		head, last = last[:i], last[i+1:]
	}
	if s.saysRounds(strings.ToLower(strings.TrimSpace(last))) {
		label = head
	}
	if strings.EqualFold(label, string(s.Style)) {
		return ""
	}
	return label
}

func (s *RepeatStep) saysRounds(text string) bool {
	number, unit, _ := strings.Cut(text, " ")
	switch unit {
	case "":
		return text == "once" && s.Repeats == 1 || text == "twice" && s.Repeats == 2
	case "times", "sets", "rounds", "goes":
		return slices.Index(numberWords, number) == s.Repeats || number == strconv.Itoa(s.Repeats)
	}
	return false
}
