package rules

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

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

// advice is what only a row that is broken has to say, and none is what only a row without a limit above zero has.
var (
	advice = regexp.MustCompile(`plan a test|by feel|make it|should be (easy|apart)|should be rest|other way round|would spare|is better|beyond the longest run`)
	none   = regexp.MustCompile(`none (may|should) be`)
)

// What holds is not told what to do about it, nor that nothing was allowed where something is.
func TestAdviceIsForWhatIsBroken(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 13))
	given, allowed := map[string]int{}, 0
	for n := range 400 {
		for _, c := range Check(anybody(random, n)).Checks {
			switch words := advice.FindString(c.Message); {
			case words != "" && c.Passed:
				t.Errorf("%s holds: %s", c.RuleID, c.Message)
			case words != "":
				given[words]++
			}
			if none.MatchString(c.Message) && c.Limit > 0 {
				t.Errorf("%s has the limit %v: %s", c.RuleID, c.Limit, c.Message)
			}
			if c.RuleID == "INT-6" && strings.Contains(c.Message, "no more") {
				allowed++
			}
		}
	}
	if len(given) < 8 || allowed == 0 {
		t.Errorf("advice that was given: %v; %d rows of INT-6 allow what is done", given, allowed)
	}
}

// anybody is an athlete of a random kind with random sessions, some of them locked or done, and check-ins.
func anybody(random *rand.Rand, n int) Input {
	in := input()
	in.MaxTrials = 1 // what clashes is not asked
	in.Profile.Level = training.Levels[n%len(training.Levels)]
	in.Profile.Priority = &training.Priorities[n/3%len(training.Priorities)]
	if n%5 > 0 {
		measured := monday.AddDays(-random.IntN(120))
		in.Profile.MeasuredOn = &measured
	}
	event(1+random.IntN(16), training.EventB)(&in)
	in.Profile.Events[0].Name = "Race"
	for day := -30; day <= 1; day++ {
		c := training.CheckIn{Date: monday.AddDays(day - 1)}
		hrv, slept := 60+20*random.Float64()-float64(n%2*max(0, day+8)), 4*3600+random.IntN(5*3600)
		c.HRVRMSSD, c.SleepSeconds = &hrv, &slept
		if random.IntN(6) == 0 {
			c.Soreness = []training.Soreness{{MuscleGroup: training.Legs, Level: 8}}
		}
		in.CheckIns = append(in.CheckIns, c)
	}
	for range 14 {
		s := richSession(random)
		if random.IntN(3) == 0 {
			locked(&s)
		}
		in.Sessions = append(in.Sessions, s)
	}
	latest := 0
	if n%2 == 0 { // half of the days are over
		in.Today, latest = monday+4, 5
	}
	in.Sessions = slices.DeleteFunc(in.Sessions, func(s training.Session) bool { return s.Date < in.Today })
	for range 6 {
		high := 1200
		done(latest-random.IntN(5), training.Activity{
			Sport: []training.Sport{run, ride}[random.IntN(2)], DurationSeconds: 3600 + random.IntN(7200), TSS: 80, HighIntensitySeconds: &high,
		})(&in)
	}
	return in
}
