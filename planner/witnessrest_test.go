package planner_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// restKinds are what may be said of a free day, each with the way to look it up.
var restKinds = []struct {
	name    string
	pattern *regexp.Regexp
	holds   func(w *witness, d training.Date, m []string) bool
}{
	{"event", regexp.MustCompile(`^(.+) is on this ` + dayName + `\.$`), func(w *witness, d training.Date, m []string) bool {
		return w.named(d, m[2]) && w.event(m[1], d)
	}},
	{"near an event", regexp.MustCompile(`^Rest, (\d) days? (before|after) (.+)\.$`), func(w *witness, d training.Date, m []string) bool {
		n, _ := strconv.Atoi(m[1])
		if m[2] == "after" {
			n = -n
		}
		return w.event(m[3], d.AddDays(n))
	}},
	{"wish for rest", regexp.MustCompile(`^(?:You asked for a free )?` + dayName + `(?: is free, as you asked)?: “(.+)”\.$`), func(w *witness, d training.Date, m []string) bool {
		return w.named(d, m[1]) && strings.Contains(w.run.Wish, m[2]) && strings.Contains(m[2], "rest")
	}},
	{"ill", regexp.MustCompile(`^(?:Nothing on )?` + dayName + `(?:, as your check-in says that you are ill| is for getting well, by your check-in)\.$`), func(w *witness, d training.Date, m []string) bool {
		return w.named(d, m[1]) && slices.ContainsFunc(w.m.snapshot.CheckIns, func(c training.CheckIn) bool { return c.Sick && c.Date >= d-14 && c.Date <= d })
	}},
	{"no hours", regexp.MustCompile(`^(?:You have no hours to train in on ` + dayShort + `|No hours on ` + dayName + `|Your ` + dayName + ` has no time for training)\.$`), func(w *witness, d training.Date, m []string) bool {
		p := &w.m.snapshot.Athlete.Profile
		none := len(p.Availability) > 0 && !slices.ContainsFunc(p.Availability, func(a training.AvailabilityWindow) bool { return a.Weekday == d.Weekday() })
		return none && (m[1] == "" || m[1] == prose.Day(d)) && (m[2]+m[3] == "" || w.named(d, m[2]+m[3]))
	}},
	{"locked", regexp.MustCompile(`^You locked ` + dayName + `\.$`), func(w *witness, d training.Date, m []string) bool {
		return w.named(d, m[1]) && slices.Contains(w.m.snapshot.LockedDays, d)
	}},
	{"rest between", regexp.MustCompile(`^(?:A free day|` + dayName + ` makes room) between ` + whose + ` and ` + whose + `\.$`), func(w *witness, d training.Date, m []string) bool {
		return (m[1] == "" || w.named(d, m[1])) && w.named(d-1, m[2]) && w.on(d-1, m[3]) && w.named(d+1, m[4]) && w.on(d+1, m[5])
	}},
	{"rest ahead", regexp.MustCompile(`^(?:Rest ahead of|` + dayName + ` is free so that) ` + whose + `(?: finds you rested)?\.$`), func(w *witness, d training.Date, m []string) bool {
		return (m[1] == "" || w.named(d, m[1])) && w.named(d+1, m[2]) && w.on(d+1, m[3])
	}},
	{"rest after", regexp.MustCompile(`^(?:Rest after|` + dayName + ` gives you time to get over) ` + whose + `\.$`), func(w *witness, d training.Date, m []string) bool {
		return (m[1] == "" || w.named(d, m[1])) && w.named(d-1, m[2]) && w.on(d-1, m[3])
	}},
	{"usual rest", regexp.MustCompile(`^(?:` + dayName + ` is a day off as before: none of the last (\d) had a session|You have not trained on a ` + dayName + ` in the last (\d) weeks|A free ` + dayName + `, as in the last (\d) weeks)\.$`), func(w *witness, d training.Date, m []string) bool {
		weeks, _ := strconv.Atoi(m[2] + m[4] + m[6])
		for k := 1; k <= weeks; k++ {
			if slices.ContainsFunc(w.everything(), func(o done) bool { return o.date == d.AddDays(-7*k) && o.sport != training.Mobility }) {
				return false
			}
		}
		return weeks >= 3 && w.named(d, m[1]+m[3]+m[5])
	}},
	{"the week's minutes", regexp.MustCompile(`^(?:Free: the week has (\d+) sessions?, (\d+) min, on other days|The week's (\d+) min stand on other days than ` + dayName + `|Nothing on ` + dayName + `: (\d+) sessions?, (\d+) min in all, stand around it)\.$`), func(w *witness, d training.Date, m []string) bool {
		count, minutes := w.week(d)
		said := m[2] + m[3] + m[7]
		return said == fmt.Sprint(minutes) && (m[1]+m[6] == "" || m[1]+m[6] == fmt.Sprint(count)) && (m[4]+m[5] == "" || w.named(d, m[4]+m[5]))
	}},
	{"a rule", regexp.MustCompile(`^` + dayName + ` stays free by rule ([A-Z]+-\d+): even with the shortest (.+), (\d+) min, .+\.$`), func(w *witness, d training.Date, m []string) bool {
		return w.named(d, m[1]) && w.wouldBreak(d, m[2], m[3], m[4])
	}},
	{"an empty week", regexp.MustCompile(`^` + dayName + `(?: is free: none of these seven days has a session| has no session, as the whole week has none)\.$`), func(w *witness, d training.Date, m []string) bool {
		count, _ := w.week(d)
		return w.named(d, m[1]) && count == 0
	}},
}

func (w *witness) event(name string, on training.Date) bool {
	return slices.ContainsFunc(w.m.snapshot.Athlete.Profile.Events, func(e training.Event) bool { return e.Name == name && e.Date == on })
}

// week is how many sessions and minutes the seven days of a day have, mobility left out.
func (w *witness) week(d training.Date) (count, minutes int) {
	for _, s := range w.sessions {
		if s.Date >= w.run.From && (s.Date-w.run.From)/7 == (d-w.run.From)/7 && s.Sport != training.Mobility {
			count++
			minutes += (s.Load.DurationSeconds + 30) / 60
		}
	}
	return count, minutes
}

// wouldBreak tells whether a workout that goes by a name and has so many minutes would break a HARD rule on a day.
func (w *witness) wouldBreak(d training.Date, rule, name, minutes string) bool {
	p := &w.m.snapshot.Athlete.Profile
	workouts := slices.Clone(w.m.library)
	length, _ := strconv.Atoi(minutes)
	for _, f := range session.All() { // what would be written for the athlete
		for level := 0; f.Class == session.Easy && w.goesBy(f.ID, name) && level <= f.Rungs; level++ {
			for more := range 7 { // metres come in whole lengths, so that less may be written than was asked for
				for _, share := range []float64{1, 0.65, 0.45} { // of a usual week, of one that steps back, and of race week
					workouts = append(workouts, f.Write(session.Dose{
						Family: f.ID, Level: level, Minutes: length + more, Share: share, For: p.Level, At: p.Thresholds,
					}))
				}
			}
		}
	}
	for i := range workouts {
		l := workouts[i].For(p.Thresholds)
		s := training.Session{Title: l.Title, Sport: l.Sport, Focus: l.Focus, Load: l.Load}
		s.ID, s.WorkoutID, s.Date, s.Start, s.Status = "what if", l.ID, d, 13*60, training.Planned
		if read, _ := session.LevelOf(l); fmt.Sprint((l.DurationSeconds+30)/60) != minutes || !w.goesBy(read.Family, name) {
			continue
		}
		in := w.m.snapshot.RulesInput(w.run.From, w.run.Days)
		in.Complete, in.Sessions = true, append(slices.Clone(w.sessions), s)
		for _, v := range rules.Check(in).Violations() {
			if v.Severity == rules.Hard && string(v.RuleID) == rule {
				return true
			}
		}
	}
	return false
}

func (w *witness) rest(d training.Date, text string) {
	for _, k := range restKinds {
		if m := k.pattern.FindStringSubmatch(text); m != nil {
			w.claims[k.name]++
			if !k.holds(w, d, m) {
				w.fault("%q is not true of this free day", text)
			}
			return
		}
	}
	w.fault("nobody checks %q", text)
}

var (
	goalOn     = regexp.MustCompile(`^The goal is (.+?)(?:, read as .+,)? on [A-Z][a-z]{2} (\d+ [A-Z][a-z]{2} \d{4}), (\d+) (day|week)s? away\.$`)
	comesTo    = regexp.MustCompile(`It aims at (\d+) min(?:, (\d+) (more|fewer) than the (\d+) of the week before|, as many as the week before)?(?:, (\d+) of them still to be done)?\.`)
	keepOne    = regexp.MustCompile(`The one to keep is (.+?)(?: of about (\d+) min)?(?:; if time is short, (.+?) of about (\d+) min goes first)?\.`)
	longToPeak = regexp.MustCompile(`(?:The long session is at its longest with this week's (\d+) min|The long session is (\d+) min now and (\d+) min at its longest)`)
)

// weeks reads what is said of the weeks beside what they are to hold.
func (w *witness) weeks(e *runs.TargetsSet) {
	before, ahead := 0, 0
	for _, a := range w.m.snapshot.Activities {
		if a.Date >= w.run.From-7 && a.Date < w.run.From {
			before += a.DurationSeconds
		}
	}
	for i := range w.sessions {
		if s := &w.sessions[i]; s.Status == training.Completed && s.Date >= w.run.From-7 && s.Date < w.run.From && s.Sport != training.Mobility {
			before += s.Load.DurationSeconds
		}
		if s := &w.sessions[i]; s.Status == training.Planned && s.Date >= w.m.snapshot.Today && s.Date >= w.run.From-7 && s.Date < w.run.From && s.Sport != training.Mobility {
			before += s.Load.DurationSeconds
			ahead += s.Load.DurationSeconds
		}
	}
	before, ahead = (before+30)/60, (ahead+30)/60
	all := comesTo.FindAllStringSubmatch(e.Message, -1)
	kept := keepOne.FindAllStringSubmatch(e.Message, -1)
	if len(all) != len(e.Weeks) {
		w.fault("%d weeks have their minutes said, of %d: %s", len(all), len(e.Weeks), e.Message)
		return
	}
	for i := range e.Weeks {
		week := &e.Weeks[i]
		said, minutes := all[i], (week.Minutes+2)/5*5
		off := minutes - before
		sign := "more"
		if off < 0 {
			sign, off = "fewer", -off
		}
		if said[1] != fmt.Sprint(minutes) || said[2] != "" && (said[2] != fmt.Sprint(off) || said[3] != sign || said[4] != fmt.Sprint(before)) || before > 0 && off > 0 && said[2] == "" {
			w.fault("%q: the week has %d min, the one before %d", said[0], minutes, before)
		}
		if still := map[bool]string{true: fmt.Sprint(ahead)}[ahead > 0]; said[5] != still {
			w.fault("%q: %d min of the week before are still to be done", said[0], ahead)
		}
		before, ahead = minutes, 0
		w.claims["week minutes"]++
		if i < len(kept) && len(kept) == len(e.Weeks) {
			for _, about := range []string{kept[i][2], kept[i][4]} {
				if about != "" && !slices.ContainsFunc(week.Sessions, func(s runs.SessionTarget) bool { return fmt.Sprint((s.Minutes+2)/5*5) == about }) {
					w.fault("%q: no session of the week has %s min", kept[i][0], about)
				}
			}
			w.claims["the one to keep"]++
		}
	}
	w.goal(e)
}

func (w *witness) goal(e *runs.TargetsSet) {
	first := sentencesOf(e.Message)[0]
	if m := goalOn.FindStringSubmatch(first); m != nil {
		w.claims["goal"]++
		at := slices.IndexFunc(w.m.snapshot.Athlete.Profile.Events, func(e training.Event) bool {
			return e.Name == m[1] && e.Date.Midnight().Format("2 Jan 2006") == m[2]
		})
		if at < 0 {
			w.fault("%q: there is no such event", first)
			return
		}
		days, _ := strconv.Atoi(m[3])
		if m[4] == "week" {
			days *= 7
		}
		if off := int(w.m.snapshot.Athlete.Profile.Events[at].Date-w.run.From) - days; m[4] == "day" && off != 0 || off > 3 || off < -3 {
			w.fault("%q is not as far away", first)
		}
	}
	if m := longToPeak.FindStringSubmatch(e.Message); m != nil {
		if now := m[1] + m[2]; e.Weeks[0].LongMinutes == nil || fmt.Sprint((*e.Weeks[0].LongMinutes+2)/5*5) != now {
			w.fault("%q is not the first week's long session", m[0])
		}
		if now, _ := strconv.Atoi(m[2]); m[3] != "" {
			if peak, _ := strconv.Atoi(m[3]); peak <= now {
				w.fault("%q is no peak", m[0])
			}
		}
	}
}

// shown are a plan's words to be read by people.
func (w *witness) shown(name string) string {
	var out strings.Builder
	fmt.Fprintf(&out, "\n== %s %q\n", name, w.run.Wish)
	for _, e := range w.m.events {
		switch e := e.(type) {
		case *runs.TargetsSet, *runs.RestProposed, *runs.SessionProposed, *runs.RunSucceeded, *runs.WishRead:
			fmt.Fprintln(&out, "  ", e.Head().Message)
		}
	}
	return out.String()
}
