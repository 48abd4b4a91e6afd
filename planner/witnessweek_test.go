package planner_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// toldKinds are the sentences that stand beside what the weeks are to hold and at the end of a run, each with the way to look it up: of what is looked
// up elsewhere that it is of that kind. A sentence of none of them has nobody who checks it.
var toldKinds = []struct {
	name    string
	pattern *regexp.Regexp
	holds   func(w *witness, e *runs.TargetsSet, m []string) bool
}{
	{"because of a condition", regexp.MustCompile(`^Because of ([^0-9]+): (.+)\.$`), (*witness).because},
	{"the goal on a day", goalOn, nil}, // by goal
	{"a goal in words", regexp.MustCompile(`^Your goal, “(.+)”, is read as [^0-9]+\.$`), func(w *witness, _ *runs.TargetsSet, m []string) bool {
		p := &w.m.snapshot.Athlete.Profile
		return p.Goal != nil && strings.HasPrefix(*p.Goal, strings.TrimSuffix(m[1], "…"))
	}},
	{"a race that was", regexp.MustCompile(`^(.+?)(?:, read as .+,)? was on [A-Z][a-z]{2} (\d+ [A-Z][a-z]{2} \d{4}), (\d+) (day|week)s? ago\.$`), func(w *witness, _ *runs.TargetsSet, m []string) bool {
		return w.eventOn(m[1], m[2])
	}},
	{"a race on the first day", regexp.MustCompile(`^The goal is (.+?)(?:, read as .+,)? on the first day\.$`), func(w *witness, _ *runs.TargetsSet, m []string) bool { return w.event(m[1], w.run.From) }},
	{"what is kept while pregnant", regexp.MustCompile(`^The plan keeps what is there while you are pregnant, and builds nothing new\.$`), func(w *witness, _ *runs.TargetsSet, _ []string) bool {
		p, is := &w.m.snapshot.Athlete.Profile, func(r training.Restriction) bool { return r.Condition == training.Pregnant && r.ClearedOn == nil }
		said := regexp.MustCompile(`(?i)pregnan|expecting|schwanger|embaraz`).MatchString(w.run.Wish + " " + deref(p.Goal))
		return said || slices.Contains(p.Conditions, training.Pregnant) || slices.ContainsFunc(w.m.snapshot.Restrictions, is)
	}},
	{"a goal of fields", regexp.MustCompile(`^The goal is [^0-9]+\.$`), func(w *witness, _ *runs.TargetsSet, _ []string) bool {
		return w.m.snapshot.Athlete.Profile.TrainingGoal != nil || w.run.Goal != nil
	}},
	{"no goal", regexp.MustCompile(`^No event and no goal are set: the plan is for .+\.$`), func(w *witness, _ *runs.TargetsSet, _ []string) bool {
		p := &w.m.snapshot.Athlete.Profile
		return p.Goal == nil && p.TrainingGoal == nil && w.run.Goal == nil
	}},
	{"the long session", regexp.MustCompile(`^` + longToPeak.String() + `(?:, in the week from .+)?\.$`), nil}, // by goal
	{"a week", regexp.MustCompile(`^Week (\d+) from ` + dayShort + `: (.+)\.$`), (*witness).phase},
	{"the week's minutes", regexp.MustCompile(`^` + comesTo.String() + `$`), nil}, // by weeks
	{"what to keep", regexp.MustCompile(`^` + keepOne.String() + `$`), nil},       // by weeks
	{"what is left out", regexp.MustCompile(`^Left out: (.+)\.$`), (*witness).leftOut},
	{"of the goal", regexp.MustCompile(`^Of the goal: (.+)\.$`), (*witness).ofTheGoal},
}

// goalWaits is a goal that is not trained for yet.
var goalWaits = regexp.MustCompile(`^.+ waits: (?:the weeks lead to (.+), for an event that is near goes before another goal|while you are pregnant the weeks keep what is there, and nothing is built)$`)

// because asks for a condition or a check-in, and that no session of the plan is of a sport that is said to be out.
func (w *witness) because(_ *runs.TargetsSet, m []string) bool {
	if len(w.m.snapshot.Athlete.Profile.Conditions)+len(w.m.snapshot.Restrictions)+len(w.m.snapshot.CheckIns) == 0 {
		return false
	}
	for words, sport := range map[string]training.Sport{"running": training.Run, "swimming": training.Swim, "riding": training.Ride, "rowing": training.Row} {
		out := regexp.MustCompile(`\bno ([a-z ]+, |[a-z ]+ (?:and|or) )*` + words + `\b`).MatchString(m[2])
		if out && slices.ContainsFunc(w.sessions, func(s training.Session) bool {
			return s.Date >= w.run.From && s.Date < w.run.From.AddDays(w.run.Days) && s.Sport == sport && s.Lock == nil
		}) {
			return false
		}
	}
	return true
}

var andMore = regexp.MustCompile(`^and (\d+) more$`)

// leftOut asks for each thing that is said to be left out in one week's list, and that no more of it is there than is said.
func (w *witness) leftOut(e *runs.TargetsSet, m []string) bool {
	parts := strings.Split(m[1], "; ")
	return slices.ContainsFunc(e.Weeks, func(k runs.WeekTarget) bool {
		more := 0
		for _, part := range parts {
			if n := andMore.FindStringSubmatch(part); n != nil {
				more, _ = strconv.Atoi(n[1])
			} else if !slices.Contains(k.LeftOut, part) {
				return false
			}
		}
		minutes, left := regexp.MustCompile(`(\d+) min more, as`).FindStringSubmatch(m[1]), 0
		if minutes != nil { // what has no session is what the week's sessions lack of its minutes, or was taken off it
			left, _ = strconv.Atoi(minutes[1])
		}
		return len(parts)+more <= len(k.LeftOut)+1 && left >= 0 && (minutes == nil || left > 15)
	})
}

var (
	reaches   = regexp.MustCompile(`^at safe steps the long session reaches (\d+) min`)
	tooFast   = regexp.MustCompile(`^(\d+):(\d\d):(\d\d) is faster than the threshold lets expect, (\d+):(\d\d):(\d\d)`)
	nearOther = regexp.MustCompile(`^(.+) is close before another A event`)
	capped    = regexp.MustCompile(`^at (\d+) years the training is for`)
)

// ofTheGoal looks up each note: a long session that is short is at least that of the plan's weeks, a time too fast is below the one that is expected, an
// event that is close before another is one of two A events, and of words that say nothing the goal says so too.
func (w *witness) ofTheGoal(e *runs.TargetsSet, m []string) bool {
	if e.Goal.Note == nil || *e.Goal.Note != m[1] {
		return false
	}
	clock := func(m []string) int {
		h, _ := strconv.Atoi(m[0])
		minutes, _ := strconv.Atoi(m[1])
		s, _ := strconv.Atoi(m[2])
		return 3600*h + 60*minutes + s
	}
	p := &w.m.snapshot.Athlete.Profile
	for _, note := range strings.Split(m[1], "; ") {
		if r := reaches.FindStringSubmatch(note); r != nil {
			best, _ := strconv.Atoi(r[1])
			for i := range e.Weeks {
				if l := e.Weeks[i].LongMinutes; l != nil && *l > best {
					return false
				}
			}
			continue
		}
		if f := tooFast.FindStringSubmatch(note); f != nil {
			if clock(f[1:4]) >= clock(f[4:7]) {
				return false
			}
			continue
		}
		if n := nearOther.FindStringSubmatch(note); n != nil {
			a := 0
			for i := range p.Events {
				if p.Events[i].Priority == training.EventA {
					a++
				}
			}
			if a < 2 || !slices.ContainsFunc(p.Events, func(e training.Event) bool { return e.Name == n[1] }) {
				return false
			}
			continue
		}
		if c := capped.FindStringSubmatch(note); c != nil {
			years, _ := strconv.Atoi(c[1])
			if p.BirthDate == nil || years >= 18 || int(w.run.From-*p.BirthDate)/365 < years || int(w.run.From-*p.BirthDate)/366 > years {
				return false
			}
			continue
		}
		if strings.HasPrefix(note, "nothing in ") {
			if e.Goal.Understood || p.Goal == nil {
				return false
			}
			continue
		}
		if f := goalWaits.FindStringSubmatch(note); f != nil {
			if f[1] != "" && !slices.ContainsFunc(p.Events, func(e training.Event) bool { return e.Name == f[1] }) {
				return false
			}
			continue
		}
		if strings.HasPrefix(note, "hours and sessions a week are kept") {
			continue
		}
		if strings.HasPrefix(note, "less than the event") || strings.HasPrefix(note, "a later date") {
			continue
		}
		return false // nobody checks it
	}
	return true
}

func (w *witness) eventOn(name, date string) bool {
	return slices.ContainsFunc(w.m.snapshot.Athlete.Profile.Events, func(e training.Event) bool { return e.Name == name && e.Date.Midnight().Format("2 Jan 2006") == date })
}

// cutOff is how much shorter than the longest a message may be that was cut off between words.
const cutOff = 40

// targets reads every sentence of what the weeks are to hold.
func (w *witness) targets(e *runs.TargetsSet) {
	list := sentencesOf(e.Message)
	if utf8.RuneCountInString(e.Message) > runs.MaxMessageRunes-cutOff { // the end of a long message is cut off
		list = list[:len(list)-1]
	}
	for _, text := range list {
		at := slices.IndexFunc(toldKinds, func(k struct {
			name    string
			pattern *regexp.Regexp
			holds   func(w *witness, e *runs.TargetsSet, m []string) bool
		}) bool {
			return k.pattern.MatchString(text)
		})
		if at < 0 {
			w.fault("nobody checks %q", text)
			continue
		}
		k := toldKinds[at]
		w.claims[k.name]++
		if k.holds != nil && !k.holds(w, e, k.pattern.FindStringSubmatch(text)) {
			w.fault("%q is not true of the weeks", text)
		}
	}
}

// phaseWords are the phases as they are said.
var phaseWords = map[session.Phase]string{
	session.Base: "base", session.Build: "build", session.Specific: "race-specific work", session.Taper: "taper", session.Recovery: "recovery",
	session.Return: "return", session.Off: "maintenance",
}

var (
	stepsBack = regexp.MustCompile(`; a step-back week after (?:(\d+) full weeks?, so that the body takes in what they have asked of it|two long days in a row, so that the legs come round)$`)
	fromEvent = regexp.MustCompile(`, (\d+) (day|week)s? (before|after) ([^:;]+?)(?::|;|$)`)
)

// phase looks up where a week is said to stand: its phase, how far its event is, and whether and after what it steps back.
func (w *witness) phase(e *runs.TargetsSet, m []string) bool {
	n, _ := strconv.Atoi(m[1])
	if n < 1 || n > len(e.Weeks) || prose.Day(e.Weeks[n-1].StartsOn) != m[2] {
		return false
	}
	week, text := &e.Weeks[n-1], m[3]
	if strings.HasPrefix(text, "a test week: ") {
		return slices.ContainsFunc(week.Sessions, func(s runs.SessionTarget) bool { return s.Role == "TEST" }) || week.StepBack
	}
	back := stepsBack.FindStringSubmatch(text)
	if !strings.HasPrefix(text, phaseWords[week.Phase]) || (back != nil) != week.StepBack {
		return false
	}
	if back != nil && back[1] != "" && !w.fullWeeks(e, n, back[1]) {
		return false
	}
	if away := fromEvent.FindStringSubmatch(text); away != nil {
		at := &training.Session{}
		at.Date = week.StartsOn
		return w.eventAway(at, away)
	}
	return true
}

// lightly is below which part of the best of the weeks around it nobody calls a week full, what was planned of it counted to the minute.
const lightly = 0.88

// fullWeeks tells whether so many weeks before the n-th of the plan were full ones.
func (w *witness) fullWeeks(e *runs.TargetsSet, n int, said string) bool {
	minutes := func(back int) float64 { // of the week so many before the n-th
		if i := n - 1 - back; i >= 0 {
			return float64(e.Weeks[i].Minutes)
		}
		first, sum := e.Weeks[n-1].StartsOn.AddDays(-7*back), 0
		for _, d := range w.everything() {
			if d.date >= first && d.date < first.AddDays(7) && d.sport != training.Mobility {
				sum += d.minutes
			}
		}
		return float64(sum)
	}
	for back := 1; fmt.Sprint(back-1) != said; back++ {
		best := 0.0
		for other := back; other < back+4; other++ {
			best = math.Max(best, minutes(other))
		}
		if back > 12 || minutes(back) < lightly*best {
			return false
		}
	}
	return true
}

var (
	stands   = regexp.MustCompile(`^The plan stands on the calendar: (\d+) sessions? added or moved, (\d+) taken away\.$`)
	unmet    = regexp.MustCompile(`^Not met: .+`)
	unheard  = regexp.MustCompile(`^Not understood: “(.+)”\.$`)
	advising = regexp.MustCompile(`^(?:Because of .+|See a .+|[A-Z][^0-9]+)\.$`)
)

// end reads every sentence of how a run ended: of what is not understood, that the words are of the wish; of sessions, how many there are.
func (w *witness) end(e *runs.RunSucceeded) {
	unmets := false
	for _, text := range sentencesOf(e.Message) {
		switch m := stands.FindStringSubmatch(text); {
		case m != nil:
			made := 0
			for _, c := range w.m.outcome.Changes {
				if c.Kind == runs.Added || c.Kind == runs.Replaced || c.Kind == runs.Moved {
					made++
				}
			}
			if w.claims["what the plan does"]++; m[1] != fmt.Sprint(made) {
				w.fault("%q: %d are", text, made)
			}
		case unmet.MatchString(text):
			unmets = true
			w.claims["what is not met"]++
		case unheard.MatchString(text):
			for _, words := range strings.Split(unheard.FindStringSubmatch(text)[1], "”, “") {
				if !strings.Contains(w.run.Wish, words) {
					w.fault("%q: nobody said that", text)
				}
			}
			w.claims["what is not understood"]++
		case unmets, advising.MatchString(text): // why a wish is not met, and what a condition asks for: held by tests of their own
		default:
			w.fault("nobody checks %q", text)
		}
	}
}
