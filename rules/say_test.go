package rules

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

func TestSay(t *testing.T) {
	for _, c := range []struct {
		prefix, form string
		numbers      []float64
		want         string
	}{
		{"On Mon", " %0 %{day|days} of %1 h, %+ and %2.", []float64{1, 2.25, -0.5, 0.125}, "On Mon 1 day of 2.2 h, -0.5 and 0.12."},
		{"", "%0 %{day is|days are}; %+", []float64{0, 3}, "0 days are; +3.0"},
		{"", "%0 %% easy", []float64{75}, "75 % easy"},
		{"100 % {fun}", " %1 h", []float64{-0.04}, "100 % {fun} 0.0 h"},
		{"", "%0 %{day|days}", []float64{1.4}, "1 day"},
		{"there", " %[is|are] %0 %{day|days}, %[is|are] %0", []float64{1, 2}, "there is 1 day, are 2"},
		{"", "%+", []float64{-0.01}, "+0.0"},
	} {
		if got := new(frame).say(c.prefix, c.form, c.numbers...); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Whatever is measured, it reads as people say it.
func TestMessagesReadWell(t *testing.T) {
	bad := regexp.MustCompile(
		`\b1 (days|sessions|sets|repetitions)\b|[02-9] (day|session|set|repetition)\b|overlap by 0 min` +
			`|lies 0 min|are 1 [a-z]| -\d[\d.]* h\b|-0(\.0+)?[ ;]|NaN|Inf|[{}]|%!|: measured`,
	)
	random := rand.New(rand.NewPCG(10, 11))
	messages := 0
	for range 60 {
		in := input()
		for range 12 {
			in.Sessions = append(in.Sessions, richSession(random))
		}
		event(1+random.IntN(20), "A")(&in)
		in.Profile.Events[0].Name = "Race"
		for _, c := range Check(in).Checks {
			messages++
			if bad.MatchString(c.Message) || c.Message == "" {
				t.Errorf("%s: %s", c.RuleID, c.Message)
			}
		}
	}
	if messages < 10_000 {
		t.Errorf("only %d messages were read", messages)
	}
}
