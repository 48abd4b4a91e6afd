package planner_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/reason"
	"fortnight/session"
	"fortnight/training"
)

// witness reads a plan's words and looks each claim up in the data, by ways of its own.
type witness struct {
	m        *memory
	run      runs.Run
	sessions []training.Session // of the calendar after the run
	faults   []string
	claims   map[string]int
	day      training.Date // that is read
}

func newWitness(m *memory, run runs.Run) *witness {
	return &witness{m: m, run: run, sessions: m.after(), claims: map[string]int{}}
}

func (w *witness) fault(format string, args ...any) {
	w.faults = append(w.faults, prose.Day(w.day)+": "+fmt.Sprintf(format, args...))
}

// sentencesOf splits a text where a sentence ends.
func sentencesOf(text string) []string {
	list := strings.SplitAfter(text, ". ")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

func (w *witness) readAll() {
	said := map[training.Date][]string{}
	counts := map[string]int{}
	for _, p := range w.m.outcome.Proposal {
		if p.Made == "" {
			continue
		}
		at := slices.IndexFunc(w.sessions, func(s training.Session) bool { return s.ID == p.ID })
		list := sentencesOf(p.Rationale)
		w.day = p.Date
		if most := 5 + w.onBar(list); len(list) < 2 || len(list) > most {
			w.fault("%d sentences: %q", len(list), p.Rationale)
		}
		w.heading(&w.sessions[at], list[0])
		for _, s := range list[1:] {
			w.sentence(&w.sessions[at], s)
		}
		said[p.Date] = append(said[p.Date], list...)
		for _, s := range list {
			counts[s]++
		}
	}
	for _, c := range w.m.outcome.Changes {
		if w.day = c.Date; c.Reason == "" {
			w.fault("a change, %s, without a reason", c.Kind)
		}
	}
	for s, n := range counts {
		if n > 1 && 3*n > len(w.m.outcome.Proposal) {
			w.fault("%q stands %d times among %d sessions", s, n, len(w.m.outcome.Proposal))
		}
	}
	for _, e := range w.m.events {
		switch e := e.(type) {
		case *runs.RestProposed:
			w.day = e.Date
			if slices.ContainsFunc(w.sessions, func(s training.Session) bool { return s.Date == e.Date }) {
				continue // a repair has put something there
			}
			if e.Rationale == "" {
				w.fault("no reason for a free day")
			}
			for _, s := range sentencesOf(e.Rationale) {
				w.rest(e.Date, s)
				said[e.Date] = append(said[e.Date], s)
			}
		case *runs.TargetsSet:
			w.day = w.run.From
			w.weeks(e)
			w.targets(e)
		case *runs.RunSucceeded:
			w.day = w.run.From
			w.end(e)
		}
	}
	w.twice(said)
}

// twice finds sentences that stand twice in seven days.
func (w *witness) twice(said map[training.Date][]string) {
	seen := map[string]training.Date{}
	for d := w.run.From; d < w.run.From.AddDays(w.run.Days); d++ {
		for _, s := range said[d] {
			if before, again := seen[s]; again && (before-w.run.From)/7 == (d-w.run.From)/7 {
				w.day = d
				w.fault("%q stands twice in a week", s)
			}
			seen[s] = d
		}
	}
}

// kinds of claims, each with the way to look it up. Rare ones need not come in a hundred plans.
type claimKind struct {
	name    string
	pattern *regexp.Regexp
	rare    bool
	holds   func(w *witness, s *training.Session, m []string) bool
}

const (
	dayName  = `(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)`
	whose    = `(` + `(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|the same day)` + `)'s ([^.]+?)`
	dayShort = `([A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2})`
)

var claimKinds = []claimKind{
	{"days to the event", regexp.MustCompile(`^[^0-9]+, (\d+) (day|week)s? (before|after) (.+)\.$`), false, (*witness).eventAway},
	{"longest", regexp.MustCompile(`^(?:It is the week's longest|No other) (.+?)(?: of the week is as long)?\.$`), false, (*witness).longestOfWeek},
	{"window", regexp.MustCompile(`^` + dayName + ` is the one day of the week with room for it: (\d+) min\.$`), true, (*witness).onlyWindow},
	{"fresh", regexp.MustCompile(`^Fresh legs on ` + dayName + `: (\d+) h after ` + whose + `\.$`), false, (*witness).freshAfter},
	{"hours after", regexp.MustCompile(`^` + dayName + `: (\d+) h after ` + whose + `\.$`), false, (*witness).hoursAfter},
	{"hours until", regexp.MustCompile(`^(\d+) h (?:are|is) left until ` + whose + `\.$`), false, (*witness).hoursUntil},
	{"between", regexp.MustCompile(`^(Easy|Lifting) between ` + whose + ` and ` + whose + `\.$`), false, (*witness).between},
	{"after", regexp.MustCompile(`^(Easy|Lifting) after ` + whose + `\.$`), false, (*witness).after},
	{"ahead", regexp.MustCompile(`^(Easy|Lifting) ahead of ` + whose + `\.$`), false, (*witness).ahead},
	{"usual", regexp.MustCompile(`^You (\w+) on (\d) of the last (\d) ` + dayName + `s\.$`), false, (*witness).usual},
	{"wish", regexp.MustCompile(`^(?:You asked for it|` + dayName + `'s is by your wish): “(.+)”\.$`), false, (*witness).wish},
	{"as before", regexp.MustCompile(`^As on ` + dayShort + `: [^0-9]+\.$`), true, func(w *witness, s *training.Session, m []string) bool {
		last := w.lastOf(s)
		return last != nil && prose.Day(last.Date) == m[1]
	}},
	{"by a maximum", regexp.MustCompile(`^(.+) ([\d.]+) kg, (\d+) % of your ([\d.]+) kg\.$`), true, (*witness).byMaximum},
	{"beside the last time", regexp.MustCompile(`^(.+) ([\d.]+) kg, (?:([\d.]+) kg (more|less) than|as) on ` + dayShort + `(?:: [^0-9]+)?\.$`), true, (*witness).besideLast},
	{"the lift of the goal", regexp.MustCompile(`^Your ([a-z -]+?)(?: on ` + dayName + `)?: (\d+) × (\d+)(?:–(\d+))? with (\d+) in reserve\.$`), true, (*witness).goalLift},
	{"fuel", regexp.MustCompile(`^It lasts (\d+) min: take 30 to 60 g of carbohydrate an hour\.$`), false, (*witness).fuel},
}

// names are kinds of races and sessions that have a number in them.
var names = regexp.MustCompile(`\b(5|10|2) km (race|row)\b`)

func (w *witness) sentence(s *training.Session, text string) {
	bare := names.ReplaceAllString(text, "$2")
	for _, k := range claimKinds {
		m := k.pattern.FindStringSubmatch(text)
		if m == nil {
			m = k.pattern.FindStringSubmatch(bare)
		}
		if m != nil {
			w.claims[k.name]++
			if !k.holds(w, s, m) {
				w.fault("%q is not true of %s %s", text, s.Start, s.Title)
			}
			return
		}
	}
	if !slices.Contains(reason.Aims(w.family(s), s.Sport, &s.Load), strings.TrimSuffix(text, ".")) {
		w.fault("nobody checks %q", text)
	}
}

func (w *witness) eventAway(s *training.Session, m []string) bool {
	n, _ := strconv.Atoi(m[1])
	for _, e := range w.m.snapshot.Athlete.Profile.Events {
		days := int(e.Date - s.Date)
		if m[3] == "after" {
			days = -days
		}
		if e.Name == m[4] && (m[2] == "day" && days == n && days < 21 || m[2] == "week" && days >= 21 && math.Abs(float64(days)/7-float64(n)) <= 0.5) {
			return true
		}
	}
	return false
}

var sportNouns = map[training.Sport]string{
	training.Run: "run", training.Ride: "ride", training.Swim: "swim", training.Row: "row", training.Walk: "walk", training.Hike: "hike", training.SkiErg: "ski erg",
}

func (w *witness) longestOfWeek(s *training.Session, m []string) bool {
	if sportNouns[s.Sport] != m[1] {
		return false
	}
	others := 0
	for _, o := range w.sessions {
		if o.ID != s.ID && o.Sport == s.Sport && (o.Date-w.run.From)/7 == (s.Date-w.run.From)/7 && o.Date >= w.run.From {
			if o.Load.DurationSeconds >= s.Load.DurationSeconds {
				return false
			}
			others++
		}
	}
	return others > 0
}

func (w *witness) onlyWindow(s *training.Session, m []string) bool {
	room := func(day training.Weekday) (longest int) {
		for _, a := range w.m.snapshot.Athlete.Profile.Availability {
			if a.Weekday == day {
				longest = max(longest, int(a.To-a.From))
			}
		}
		return longest
	}
	if len(w.m.snapshot.Athlete.Profile.Availability) == 0 || !w.named(s.Date, m[1]) || fmt.Sprint(room(s.Date.Weekday())) != m[2] {
		return false
	}
	for d := s.Date - 6; d <= s.Date+6; d++ {
		inWeek := d >= w.run.From && d < w.run.From.AddDays(w.run.Days) && (d-w.run.From)/7 == (s.Date-w.run.From)/7
		if inWeek && d != s.Date && 60*room(d.Weekday()) >= s.Load.DurationSeconds {
			return false
		}
	}
	return true
}

func (w *witness) named(d training.Date, name string) bool {
	return d.Midnight().Weekday().String() == name
}

// dated is the day of a name near another day, in a direction.
func (w *witness) dated(from training.Date, name string, step training.Date) training.Date {
	if name == "the same day" {
		return from
	}
	d := from + step
	for !w.named(d, name) {
		d += step
	}
	return d
}

// done is what was done or is planned: a session of the calendar or an activity.
type done struct {
	date    training.Date
	start   training.LocalTime
	sport   training.Sport
	title   string // empty of an activity
	session *training.Session
	hard    bool // intervals, tempo, heavy legs
	minutes int
}

func (w *witness) everything() []done {
	var list []done
	for i := range w.sessions {
		s := &w.sessions[i]
		d := &s.Load.Demand
		list = append(list, done{s.Date, s.Start, s.Sport, s.Title, s, d.HighIntensity || d.Moderate || d.HeavyLower, (s.Load.DurationSeconds + 30) / 60})
	}
	for i := range w.m.snapshot.Activities {
		a := &w.m.snapshot.Activities[i]
		list = append(list, done{date: a.Date, start: *a.Start, sport: a.Sport, minutes: (a.DurationSeconds + 30) / 60})
	}
	return list
}

// otherNames are those of families that no coach calls by their titles.
var otherNames = map[session.ID]string{"Q-AA": "first-lifts session", "H-TECH": "station session", "H-ENG": "engine session", "H-COMP": "compromised run"}

// called tells whether something may go by a name: that of its family, else that of its sport.
func (w *witness) called(d *done, name string) bool {
	if d.session != nil {
		id := w.family(d.session)
		if done := d.date < w.run.From; id != "" && (!done || w.goesBy(id, name)) { // what was done may go by its sport as well
			return w.goesBy(id, name)
		}
	}
	if d.sport == training.Strength {
		return name == "heavy lifting" || name == "strength session"
	}
	return sportNouns[d.sport] != "" && strings.HasSuffix(name, sportNouns[d.sport])
}

// goesBy tells whether a family may go by a name: all the words of its title are in it.
func (w *witness) goesBy(id session.ID, name string) bool {
	tokens := func(text string) []string {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '-' })
	}
	if other := otherNames[id]; other != "" {
		return name == other
	}
	f, known := session.Find(id)
	for _, word := range tokens(strings.TrimSuffix(f.Title, " with")) {
		if !slices.Contains(tokens(name), word) {
			return false
		}
	}
	return known
}

// family is the family of a session's workout.
func (w *witness) family(s *training.Session) session.ID {
	for i := range w.m.library {
		if w.m.library[i].ID == s.WorkoutID {
			if read, known := session.LevelOf(w.m.library[i]); known {
				return read.Family
			}
		}
	}
	return ""
}

// clock is how many hours into time something begins.
func (d *done) clock() float64 {
	zone := training.Profile{TimeZone: "Europe/Berlin"}.Location()
	return d.date.At(d.start, zone).Sub(monday.Midnight()).Hours()
}

// find is something of a day that goes by a name and begins so many hours before a session, or after it where they are negative.
func (w *witness) find(s *training.Session, day training.Date, name string, hours float64) *done {
	here := done{date: s.Date, start: s.Start}
	for _, d := range w.everything() {
		if d.date == day && w.called(&d, name) && math.Abs(here.clock()-d.clock()-hours) <= 0.5 {
			return &d
		}
	}
	return nil
}

// on tells whether a day has something that goes by a name.
func (w *witness) on(day training.Date, name string) bool {
	return slices.ContainsFunc(w.everything(), func(d done) bool { return d.date == day && w.called(&d, name) })
}

// hardBetween tells whether a hard session of the plan lies between two times, ends excluded.
func (w *witness) hardBetween(from, to float64) bool {
	return slices.ContainsFunc(w.everything(), func(d done) bool { return d.hard && d.clock() > from+0.01 && d.clock() < to-0.01 })
}

func (w *witness) hoursAfter(s *training.Session, m []string) bool {
	hours, _ := strconv.ParseFloat(m[2], 64)
	before := w.find(s, w.dated(s.Date, m[3], -1), m[4], hours)
	here := done{date: s.Date, start: s.Start}
	return w.named(s.Date, m[1]) && before != nil && hours > 0 && !w.hardBetween(before.clock(), here.clock())
}

// freshAfter asks for two days without anything hard, heavy or long.
func (w *witness) freshAfter(s *training.Session, m []string) bool {
	here := done{date: s.Date, start: s.Start}
	for _, d := range w.everything() {
		if before := here.clock() - d.clock(); before > 0.01 && before < 47.5 && (d.hard || d.minutes >= 90 || d.title == "" && d.minutes >= 75 && d.sport == training.Run) {
			return false
		}
	}
	return w.hoursAfter(s, m) && here.clock() > 0
}

func (w *witness) hoursUntil(s *training.Session, m []string) bool {
	hours, _ := strconv.ParseFloat(m[1], 64)
	after := w.find(s, w.dated(s.Date, m[2], 1), m[3], -hours)
	here := done{date: s.Date, start: s.Start}
	return after != nil && hours > 0 && !w.hardBetween(here.clock(), after.clock())
}

func (w *witness) easy(s *training.Session, word string) bool {
	d := &s.Load.Demand
	return !d.HighIntensity && !d.HeavyLower && !d.Moderate && (word == "Lifting") == (s.Sport == training.Strength)
}

func (w *witness) between(s *training.Session, m []string) bool {
	before, after := w.dated(s.Date, m[2], -1), w.dated(s.Date, m[4], 1)
	return w.easy(s, m[1]) && s.Date-before <= 2 && after-s.Date <= 2 && w.on(before, m[3]) && w.on(after, m[5])
}

func (w *witness) after(s *training.Session, m []string) bool {
	before := w.dated(s.Date, m[2], -1)
	return w.easy(s, m[1]) && s.Date-before <= 1 && w.on(before, m[3])
}

func (w *witness) ahead(s *training.Session, m []string) bool {
	after := w.dated(s.Date, m[2], 1)
	return w.easy(s, m[1]) && after-s.Date <= 1 && w.on(after, m[3])
}

func (w *witness) usual(s *training.Session, m []string) bool {
	verbs := map[string]training.Sport{"ran": training.Run, "rode": training.Ride, "swam": training.Swim, "rowed": training.Row, "walked": training.Walk, "lifted": training.Strength}
	times, of := 0, int(m[3][0]-'0')
	for k := 1; k <= of; k++ {
		if slices.ContainsFunc(w.everything(), func(d done) bool { return d.date == s.Date.AddDays(-7*k) && d.date < w.run.From && d.sport == s.Sport }) {
			times++
		}
	}
	return w.named(s.Date, m[4]) && verbs[m[1]] == s.Sport && fmt.Sprint(times) == m[2]
}

func (w *witness) wish(s *training.Session, m []string) bool {
	return strings.Contains(w.run.Wish, m[2]) && (m[1] == "" || w.named(s.Date, m[1]))
}

func (w *witness) fuel(s *training.Session, m []string) bool {
	return fmt.Sprint((s.Load.DurationSeconds+30)/60) == m[1] && s.Load.DurationSeconds > 90*60 && s.Sport.Endurance()
}

var (
	pacePattern = regexp.MustCompile(`^(?:(?:, the work)? at |, )(?:(\d+):(\d\d)–(\d+):(\d\d)/(km|100 m|500 m)|(\d+)–(\d+) W|effort (\d+) of 10)`)
	lastTime    = regexp.MustCompile(`^, last time (.+) on ` + dayShort + `$`)
	lastDone    = regexp.MustCompile(`^, last done on ` + dayShort + `( with other lifts)?$`)
	sameAs      = regexp.MustCompile(`^, the same as on ` + dayShort + `$`)
	thanLast    = regexp.MustCompile(`^, (?:(\d+) min (longer|shorter) than|as long as) on ` + dayShort + `$`)
	thanLongest = regexp.MustCompile(`^, (?:(\d+) min (longer|shorter) than|as long as) the longest (.+?) of (?:the )?30 days( before it)?, (on|planned for) ` + dayShort + `$`)
)

// heading reads what a session is: its title, how hard it is, and what is new beside the last of its family.
func (w *witness) heading(s *training.Session, text string) {
	text = strings.TrimSuffix(text, ".")
	rest, is := w.untitled(s, text)
	if !is {
		w.fault("%q is not %q", text, s.Title)
		return
	}
	if m := pacePattern.FindStringSubmatch(rest); m != nil {
		w.claims["pace"]++
		if !w.paced(s, m) {
			w.fault("%q: its pace is none of %s", text, s.Title)
		}
		rest = rest[len(m[0]):]
	}
	if rest == "" {
		return
	}
	w.claims["last time"]++
	if !w.compared(s, rest) {
		w.fault("%q: “%s” is not true", text, rest)
	}
}

// untitled is what follows a session's title in a text, and false where it does not begin with it. The day may stand in it or after it.
func (w *witness) untitled(s *training.Session, text string) (string, bool) {
	for _, day := range []string{fmt.Sprintf(" on %s at %s", prose.Day(s.Date), s.Start), " on " + s.Date.Midnight().Weekday().String(), ""} {
		text, said := strings.Replace(text, day, "", 1), strings.Contains(text, day)
		if !said {
			continue
		}
		if rest, is := strings.CutPrefix(text, s.Title); is {
			return rest, true
		}
		f, _ := session.Find(w.family(s))
		dose := strings.TrimPrefix(s.Title, f.Title)
		if rest, is := strings.CutPrefix(text, f.Title+": "+strings.TrimLeft(dose, " ,")); is {
			return rest, true
		}
	}
	return "", false
}

// paced tells whether a range of pace or power is that of a step of the workout at the athlete's threshold.
func (w *witness) paced(s *training.Session, m []string) bool {
	p := w.m.snapshot.Athlete.Profile.Thresholds
	number := func(i int) float64 { n, _ := strconv.ParseFloat(m[i], 64); return n }
	low, high := 60*number(1)+number(2), 60*number(3)+number(4)
	if m[6] != "" {
		low, high = number(6), number(7)
	}
	at := slices.IndexFunc(w.m.library, func(l training.Workout) bool { return l.ID == s.WorkoutID })
	hardest := w.hardest(&w.m.library[at])
	from, to := hardest.Start, hardest.End
	if hardest.Shape == training.Steady {
		width := 0.02
		if m[6] != "" || m[5] == "500 m" {
			width = 0.03
		}
		from, to = hardest.Start*(1-width), hardest.Start*(1+width)
	}
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1 }
	switch {
	case m[8] != "":
		return hardest.Kind != training.OfThreshold && math.Abs(number(8)-(hardest.Start+hardest.End)/2) <= 0.5
	case m[6] != "" && s.Sport == training.Ride:
		return near(low, from*float64(*p.FTPWatts)) && near(high, to*float64(*p.FTPWatts))
	case m[5] == "500 m":
		seconds := func(share float64) float64 { return 500 * math.Cbrt(2.8/(share*float64(*p.RowFTPWatts))) }
		return near(low, seconds(to)) && near(high, seconds(from))
	case m[5] == "km":
		return near(low, float64(*p.ThresholdSecondsPerKilometer)/to) && near(high, float64(*p.ThresholdSecondsPerKilometer)/from)
	case m[5] == "100 m":
		return near(low, float64(*p.CriticalSwimSecondsPer100Meters)/to) && near(high, float64(*p.CriticalSwimSecondsPer100Meters)/from)
	}
	return false
}

// hardest is the target of a workout that is work and asks for most, warm-up, recoveries and cool-down left out.
func (w *witness) hardest(of *training.Workout) (best training.Target) {
	most := -1.0
	var look func(steps training.Steps)
	look = func(steps training.Steps) {
		for _, step := range steps {
			switch s := step.(type) {
			case training.RepeatStep:
				look(s.Steps)
			case training.EnduranceStep:
				if s.Intent != training.IntentWork && s.Intent != "" {
					continue
				}
				asks := (s.Target.Start + s.Target.End) / 2
				if s.Target.Kind != training.OfThreshold { // an effort of 8 is as much as 1.05 of threshold
					asks = 0.25 + asks/10
				}
				if asks > most {
					most, best = asks, s.Target
				}
			}
		}
	}
	for i := range of.Blocks {
		look(of.Blocks[i].Steps)
	}
	return best
}

// lastOf is the last session of the same family before one, done or planned.
func (w *witness) lastOf(s *training.Session) *training.Session {
	var last *training.Session
	for i := range w.sessions {
		o := &w.sessions[i]
		if o.Date < w.run.From && o.Status != training.Completed {
			continue
		}
		if (o.Date < s.Date || o.Date == s.Date && o.Start < s.Start) && w.family(o) == w.family(s) && w.family(s) != "" && (last == nil || w.nearer(s, o, last)) {
			last = o
		}
	}
	return last
}

// nearer tells whether a session says more of what is new in one than another: it is later, and of lifts one with the same before one with others.
func (w *witness) nearer(s, o, than *training.Session) bool {
	same := func(x *training.Session) bool { return lifting(s.Title) == "" || lifting(x.Title) == lifting(s.Title) }
	inPlan := func(x *training.Session) bool { return x.Date >= w.run.From }
	if same(o) != same(than) && (inPlan(o) || !inPlan(than) || same(than)) {
		return same(o)
	}
	return o.Date >= than.Date
}

// lifting are the lifts that a title names, empty where it names none.
func lifting(title string) string {
	if lifts, _, dosed := strings.Cut(title, " – "); dosed && strings.Contains(lifts, ":") {
		return lifts
	}
	return ""
}

// first tells whether nothing of a session's family was ever done: nothing is older than what is known, and of all that was done in its sport
// the family is known.
func (w *witness) first(s *training.Session) bool {
	if w.lastOf(s) != nil || len(w.m.snapshot.Past) > 0 {
		return false
	}
	for _, d := range w.everything() {
		if d.date < w.run.From && d.sport == s.Sport && d.session == nil {
			return false
		}
	}
	return true
}

// amount is what a title ends with: how much there is to do.
func amount(title string) string {
	if at := strings.LastIndex(title, " – "); at >= 0 {
		return title[at+len(" – "):]
	}
	if at := strings.IndexAny(title, "0123456789"); at >= 0 {
		return title[at:]
	}
	return title
}

func (w *witness) compared(s *training.Session, rest string) bool {
	last := w.lastOf(s)
	if rest == ", your first on record" {
		return w.first(s)
	}
	if m := thanLongest.FindStringSubmatch(rest); m != nil {
		return last == nil && m[3] == sportNouns[s.Sport] && w.longestOfThirty(s, m)
	}
	if last == nil {
		return false
	}
	longer := (s.Load.DurationSeconds+30)/60 - (last.Load.DurationSeconds+30)/60
	if m := lastTime.FindStringSubmatch(rest); m != nil {
		return m[2] == prose.Day(last.Date) && strings.HasSuffix(last.Title, m[1])
	}
	if m := lastDone.FindStringSubmatch(rest); m != nil {
		return m[1] == prose.Day(last.Date) && (m[2] != "") == (lifting(s.Title) != "" && lifting(s.Title) != lifting(last.Title))
	}
	if m := sameAs.FindStringSubmatch(rest); m != nil {
		return m[1] == prose.Day(last.Date) && amount(last.Title) == amount(s.Title)
	}
	if m := thanLast.FindStringSubmatch(rest); m != nil {
		return m[3] == prose.Day(last.Date) && compares(m, longer)
	}
	return false
}

// compares tells whether “5 min longer”, “5 min shorter” or neither is so.
func compares(m []string, longer int) bool {
	n, _ := strconv.Atoi(m[1])
	switch m[2] {
	case "longer":
		return n > 0 && longer == n
	case "shorter":
		return n > 0 && longer == -n
	}
	return longer == 0
}

func (w *witness) longestOfThirty(s *training.Session, m []string) bool {
	longest, days := 0, []string{} // several may be as long
	done := m[5] == "on"
	if done != (m[4] == "") {
		return false
	}
	for _, d := range w.everything() {
		if d.sport != s.Sport || d.date >= s.Date || d.date < s.Date.AddDays(-30) || d.minutes < longest {
			continue
		}
		if d.minutes > longest {
			longest, days = d.minutes, nil
		}
		if done == (d.date < w.run.From) { // what is planned was not run yet
			days = append(days, prose.Day(d.date))
		}
	}
	return slices.Contains(days, m[6]) && compares(m, (s.Load.DurationSeconds+30)/60-longest)
}
