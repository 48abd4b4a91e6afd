package planner_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/library"
	"fortnight/planner/runs"
	"fortnight/training"
)

// synthetic is the snapshot of a synthetic athlete on the day before a Monday.
func synthetic(a *athletes.Athlete) *memory { return syntheticOn(a, monday-1) }

// syntheticOn is that of any day.
func syntheticOn(a *athletes.Athlete, today training.Date) *memory {
	return &memory{
		library: library.Workouts(),
		snapshot: runs.Snapshot{
			Athlete: training.User{ID: "athlete", Name: a.Name, Profile: a.Profile}, Revision: 1, Today: today, Activities: a.Activities, CheckIns: a.CheckIns,
		},
	}
}

// finding is what a coach would object to in a plan.
type finding struct{ area, text string }

// review is a coach's look at a fortnight, by the steps of its workouts and the weeks before, with no look at how it came about.
type review struct {
	a        *athletes.Athlete
	from     training.Date
	sessions []training.Session
	found    []finding
}

func (r *review) object(area, format string, args ...any) {
	r.found = append(r.found, finding{area, fmt.Sprintf(format, args...)})
}

func (r *review) week(w int) []training.Session {
	var list []training.Session
	for _, s := range r.sessions {
		if s.Date >= r.from.AddDays(7*w) && s.Date < r.from.AddDays(7*w+7) {
			list = append(list, s)
		}
	}
	return list
}

// before are the minutes, sessions and the longest session of a usual week by sport.
func (r *review) before() (minutes, count, longest map[training.Sport]float64, total float64) {
	minutes, count, longest = map[training.Sport]float64{}, map[training.Sport]float64{}, map[training.Sport]float64{}
	for _, h := range r.a.Habit {
		minutes[h.Sport] += float64(h.Minutes)
		count[h.Sport]++
		total += float64(h.Minutes)
	}
	for _, done := range r.a.Activities {
		longest[done.Sport] = max(longest[done.Sport], float64(done.DurationSeconds)/60)
	}
	return minutes, count, longest, total
}

// race is how many days from the first day the event is, −1 without one.
func (r *review) race() int {
	if len(r.a.Profile.Events) == 0 {
		return -1
	}
	return int(r.a.Profile.Events[0].Date - r.from)
}

func (r *review) all() []finding {
	minutes, count, longest, total := r.before()
	hardest := map[training.Level]int{training.Novice: 1, training.Intermediate: 2, training.Advanced: 3}[r.a.Profile.Level]
	race := r.race()
	var low, endurance float64
	fewer := map[training.Sport]int{}
	for w := range 2 {
		var sum, hi, lifts float64
		keyed := false
		sports, by := map[training.Sport]float64{}, map[training.Sport]float64{}
		for _, s := range r.week(w) {
			m := float64(s.Load.DurationSeconds) / 60
			if s.Sport != training.Mobility { // it costs no minutes of the week (coaching 0)
				sum += m
			}
			sports[s.Sport]++
			by[s.Sport] += m
			if run := float64(s.Load.Demand.RunSeconds) / 60; run > 0 && s.Sport != training.Run && s.Sport.Endurance() { // a brick is one ride and one run
				sports[training.Run]++
				by[s.Sport], by[training.Run] = by[s.Sport]-run, by[training.Run]+run
			}
			if s.Load.Demand.HighIntensity {
				hi++
			}
			if s.Load.Demand.HighIntensity || s.Load.Demand.Moderate || s.Focus == training.FocusVO2Max || s.Focus == training.FocusTempo || s.Focus == training.FocusThreshold {
				keyed = true
			}
			if s.Sport == training.Strength && m > 20 {
				lifts++
			}
			low += float64(s.Load.Demand.LowSeconds) / 60
			endurance += float64(s.Load.Demand.EnduranceSeconds) / 60
			if m < 19 && s.Sport != training.Mobility {
				r.object("token", "%s of %.0f min", s.Title, m)
			}
			if long := longest[s.Sport]; s.Sport.Endurance() && long > 0 && m > max(1.25*long, long+20) {
				r.object("too long", "%s of %.0f min, longest %.0f", s.Title, m, long)
			}
			erg := r.a.Kind == "HYROX" && (s.Sport == training.Row || s.Sport == training.SkiErg) // both are in the race (coaching 2.3)
			if s.Sport.Endurance() && s.Sport != training.Walk && count[s.Sport] == 0 && total > 0 && !erg {
				r.object("alien sport", "%s", s.Title)
			}
		}
		bent := race >= 0 && race < 7*(w+1)+14
		if total > 0 && !bent && (sum < 0.7*total || sum > 1.2*total) {
			r.object("volume", "week %d has %.0f min, usual %.0f", w+1, sum, total)
		}
		if int(hi) > hardest {
			r.object("hard", "week %d has %.0f hard sessions", w+1, hi)
		}
		if total > 0 && !keyed && r.a.Profile.Level != training.Novice && !bent && !liftsFirst(&r.a.Profile) {
			r.object("no key", "week %d has no key session", w+1)
		}
		if usual := count[training.Strength]; lifts > usual+1 {
			r.object("lifts", "week %d has %.0f lifts, usual %.0f", w+1, lifts, usual)
		} else if usual >= 2 && lifts < usual-1 {
			r.object("lifts", "week %d has %.0f lifts, usual %.0f", w+1, lifts, usual)
		}
		for _, sport := range training.Sports {
			if bent || count[sport] == 0 || sport == training.Strength {
				continue
			}
			if sports[sport] == 0 {
				r.object("dropped sport", "week %d has no %s", w+1, sport.Name())
			} else if off := by[sport]/sum - minutes[sport]/total; math.Abs(off) > 0.2 {
				r.object("share", "week %d: %s %+.0f points", w+1, sport.Name(), 100*off)
			}
			switch off := sports[sport] - count[sport]; {
			case math.Abs(off) > 1:
				r.object("frequency", "week %d: %s %.0f times, usual %.0f", w+1, sport.Name(), sports[sport], count[sport])
			case off <= -1:
				if fewer[sport]++; fewer[sport] == 2 {
					r.object("frequency", "%s once less than usual in both weeks", sport.Name())
				}
			}
		}
	}
	if total > 0 && endurance > 0 && race < 0 && r.a.Profile.Level != training.Novice && (low/endurance < 0.68 || low/endurance > 0.99) {
		r.object("intensity", "%.0f %% easy", 100*low/endurance)
	}
	r.long(longest)
	r.days()
	r.shape()
	return r.found
}

// long looks at the longest session of the main sport: there, as long as usual, growing or stepping back.
func (r *review) long(longest map[training.Sport]float64) {
	race := r.race()
	minutes, _, _, _ := r.before()
	main, most := training.Sport(""), 0.0
	for _, sport := range training.Sports {
		if sport.Endurance() && minutes[sport] > most {
			main, most = sport, minutes[sport]
		}
	}
	if main == "" || race >= 0 && race < 24 || liftsFirst(&r.a.Profile) {
		return
	}
	for w := range 2 {
		best := 0.0
		for _, s := range r.week(w) {
			if s.Sport == main {
				best = max(best, float64(s.Load.DurationSeconds)/60)
			}
		}
		if best < 0.7*longest[main] {
			r.object("short long", "week %d: longest %s %.0f min, known %.0f", w+1, main.Name(), best, longest[main])
		}
	}
}

// days looks at hard days in a row and the last days before a race.
func (r *review) days() {
	hard, quality := map[training.Date]bool{}, map[training.Date]bool{}
	race := r.race()
	for _, s := range r.sessions {
		if s.Load.Demand.HighIntensity {
			hard[s.Date] = true
		}
		if s.Load.Demand.HighIntensity || s.Load.Demand.Moderate || s.Load.Demand.HeavyLower {
			quality[s.Date] = true
		}
		away := race - int(s.Date-r.from)
		if race >= 0 && away >= 1 && away <= 3 && (s.Load.Demand.HeavyLower || s.Load.Demand.HighSeconds > 600 || s.Load.DurationSeconds > 50*60) {
			r.object("race week", "%d days before: %s %d min", away, s.Title, s.Load.DurationSeconds/60)
		}
		if race >= 0 && away <= -1 && away >= -3 && (s.Load.Demand.HighIntensity || s.Load.Demand.HeavyLower) {
			r.object("after race", "%d days after: %s", -away, s.Title)
		}
		if race >= 0 && away == 0 {
			r.object("race week", "on the race day: %s", s.Title)
		}
		if r.a.Profile.Level == training.Novice && s.Load.Demand.HighIntensity && r.a.Kind != "5 km" && r.a.Kind != "runner without a race" {
			r.object("novice", "%s", s.Title)
		}
	}
	for d := r.from; d < r.from.AddDays(13); d++ {
		if hard[d] && hard[d+1] {
			r.object("two hard days", "%s and the next", d)
		}
		if quality[d] && quality[d+1] && quality[d+2] {
			r.object("three quality days", "from %s", d)
		}
	}
}

// shape looks at how alike the two weeks are, and the usual days.
func (r *review) shape() {
	if race := r.race(); race >= 0 && race < 21 {
		return
	}
	slot := func(s training.Session) string { return fmt.Sprint(s.Date.Weekday(), s.Sport) }
	one, both := map[string]bool{}, 0
	for _, s := range r.week(0) {
		one[slot(s)] = true
	}
	two := map[string]bool{}
	for _, s := range r.week(1) {
		two[slot(s)] = true
	}
	for k := range two {
		if one[k] {
			both++
		}
	}
	if union := len(one) + len(two) - both; union > 0 && float64(both)/float64(union) < 0.6 {
		r.object("weeks differ", "%d of %d places", both, union)
	}
	usual := map[training.Weekday]bool{}
	for _, h := range r.a.Habit {
		usual[h.Weekday] = true
	}
	strange := 0
	for _, s := range r.sessions {
		if !usual[s.Date.Weekday()] {
			strange++
		}
	}
	if len(usual) > 0 && strange > 2 {
		r.object("unusual days", "%d sessions on days that are usually free", strange)
	}
}

// reviewed is the fortnight of an athlete from a day on, and what a coach says of it.
func reviewed(t *testing.T, a *athletes.Athlete, from training.Date) (*memory, runs.Run, *review) {
	m, run, r := syntheticOn(a, from-1), request(14), &review{a: a, from: from}
	run.From, run.Wish = from, a.Wish
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		r.object("no plan", "%s", *m.outcome.Failure)
		return m, run, r
	}
	if hard := m.hard(run); len(hard) > 0 {
		r.object("HARD", "%v", hard)
	}
	r.sessions = m.after()
	r.all()
	return m, run, r
}

// Weeks begin on any day, and not every watch tells distances: neither changes what a coach would say, and long sessions keep their day.
func TestCoachReviewOfAnyDay(t *testing.T) {
	withoutRace(t)
	n := many(140, 56, 14)
	free, longs, kept := 0, 0, 0
	for k := range 7 {
		from := monday.AddDays(k)
		for i, a := range athletes.Make(n, 2, from) {
			if i%7 != k {
				continue
			}
			if i%2 == 1 {
				for n := range a.Activities {
					a.Activities[n].DistanceMeters = nil
				}
			}
			_, _, r := reviewed(t, &a, from)
			if len(r.found) == 0 {
				free++
			}
			all, right := r.longDays()
			longs, kept = longs+all, kept+right
			for _, f := range r.found {
				t.Logf("%s from %s: %s: %s", a.Name, from.Weekday(), f.area, f.text)
			}
		}
	}
	t.Logf("%d fortnights, %d without objection; %d of %d long sessions on their usual day", n, free, kept, longs)
	if 4*free < 3*n {
		t.Errorf("only %d of %d fortnights are without objection", free, n)
	}
	if 100*kept < 85*longs {
		t.Errorf("only %d of %d long sessions are on their usual day", kept, longs)
	}
}

// longDays are how many of the fortnight's weeks have a long session of each sport whose easy session is the longest of a usual week, and how many
// of them on its day. A race within three weeks moves them.
func (r *review) longDays() (all, kept int) {
	for _, sport := range training.Sports {
		usual, second := athletes.Habit{}, 0
		for _, h := range r.a.Habit {
			switch {
			case h.Sport != sport || !sport.Endurance():
			case h.High == 0 && h.Minutes > usual.Minutes:
				usual, second = h, usual.Minutes
			default:
				second = max(second, h.Minutes)
			}
		}
		if 5*usual.Minutes <= 6*second || second == 0 || r.race() >= 0 && r.race() <= 21 { // of two that are alike neither is the long one
			continue
		}
		for w := range 2 {
			var long *training.Session
			for _, s := range r.week(w) {
				if s.Sport == sport && (long == nil || s.Load.DurationSeconds > long.Load.DurationSeconds) {
					long = &s
				}
			}
			if long == nil {
				continue
			}
			if all++; long.Date.Weekday() == usual.Weekday {
				kept++
			}
		}
	}
	return all, kept
}

// A coach's objections over many athletes, by kind of athlete and of objection. COACH=1 shows the plans.
func TestCoachReview(t *testing.T) {
	withoutRace(t)
	n := many(240, 120, 24)
	tally, perKind := map[string]int{}, map[string]int{}
	free := 0
	for i, a := range athletes.Make(n, 1, monday) {
		m, run, r := reviewed(t, &a, monday)
		if len(r.found) == 0 {
			free++
		}
		areas := map[string]bool{}
		for _, f := range r.found {
			areas[f.area] = true
		}
		for area := range areas {
			tally[area]++
			perKind[a.Kind]++
		}
		if os.Getenv("COACH") != "" && i < 48 {
			fmt.Printf("\n== %d %s\n", i, a.Name)
			for _, e := range m.events {
				if told, is := e.(*runs.TargetsSet); is {
					for _, w := range told.Weeks {
						fmt.Printf("   %s %s %d min (%d-%d) long %d back %t:", w.Phase, w.Reason, w.Minutes, w.LeastMinutes, w.MostMinutes, deref(w.LongMinutes), w.StepBack)
						for _, s := range w.Sessions {
							fmt.Printf(" [%s %s %s L%d %d]", s.Role, s.Sport, deref(s.Family), deref(s.Level), s.Minutes)
						}
						fmt.Printf(" left %v\n", w.LeftOut)
					}
				}
			}
			fmt.Print(m.table(run))
			for _, f := range r.found {
				fmt.Printf("   ! %s: %s\n", f.area, f.text)
			}
		}
	}
	var lines []string
	for area, count := range tally {
		lines = append(lines, fmt.Sprintf("%5.1f %% %s", 100*float64(count)/float64(n), area))
	}
	slices.Sort(lines)
	slices.Reverse(lines)
	if 4*free < 3*n {
		t.Errorf("only %d of %d fortnights are without objection", free, n)
	}
	t.Logf("%d athletes, %d without objection\n%s\n%v", n, free, strings.Join(lines, "\n"), perKind)
}

func deref[T any](p *T) (value T) {
	if p != nil {
		value = *p
	}
	return value
}

// liftsFirst tells whether an athlete says that strength comes first.
func liftsFirst(p *training.Profile) bool {
	return p.Priority != nil && *p.Priority == training.PriorityStrength
}
