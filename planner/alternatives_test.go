package planner_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/library"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

func alternatives(t *testing.T, m *memory, id training.SessionID, candidates []solver.Candidate, limit int) []training.WorkoutMatch {
	t.Helper()
	found, err := view.Alternatives(t.Context(), m.snapshot, id, candidates, limit)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// everything offers the whole library, as a search of no text would.
func everything(m *memory) []solver.Candidate {
	var list []solver.Candidate
	for _, w := range m.library {
		list = append(list, solver.Candidate{Workout: w.For(m.snapshot.Athlete.Profile.Thresholds), Match: training.WorkoutMatch{WorkoutID: w.ID, Score: 0.5}})
	}
	return list
}

func hardRows(in rules.Input) int {
	n := 0
	for _, v := range rules.Check(in).Violations() {
		if v.Severity == rules.Hard {
			n++
		}
	}
	return n
}

func TestAlternativesKeepEveryHardRule(t *testing.T) {
	m := timeCrunchedCyclist()
	plan(t, m, request(14))
	m.snapshot.Sessions = m.after()
	m.snapshot.Today = monday
	found := 0
	for i, s := range m.snapshot.Sessions {
		if s.Status != training.Planned || s.Date < monday {
			continue
		}
		from, days := view.AlternativeDays(m.snapshot.Today, s.Date)
		in := m.snapshot.RulesInput(from, days)
		now := hardRows(in)
		for _, match := range alternatives(t, m, s.ID, everything(m), 5) {
			found++
			at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == match.WorkoutID })
			w := m.library[at].For(m.snapshot.Athlete.Profile.Thresholds)
			in.Sessions = slices.Clone(m.snapshot.Sessions)
			other := &in.Sessions[i]
			other.WorkoutID, other.Title, other.Sport, other.Focus, other.Load = w.ID, w.Title, w.Sport, w.Focus, w.Load
			if hard := hardRows(in); hard > now || w.ID == s.WorkoutID {
				t.Errorf("%s %s: %s breaks %d HARD rows, before %d", s.Date, s.Title, w.Title, hard, now)
			}
			if len(match.Reasons) < 2 || !strings.Contains(match.Reasons[0], "TSS in place of") || match.AthleteID != s.AthleteID {
				t.Errorf("%s: %q", w.Title, match.Reasons)
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d alternatives were found", found)
	}
}

// What a reason says of the rules is what the certificate of the fortnight says once the session is replaced: that the days behind it hold nothing yet
// says nothing of its last sessions.
func TestAlternativesSayWhatTheCertificateWill(t *testing.T) {
	const worse = "no longer meets "
	rows := func(in rules.Input) map[string]int {
		broken := map[string]int{}
		for _, v := range rules.Check(in).Violations() {
			broken[string(v.RuleID)]++
		}
		return broken
	}
	late := 0
	for _, a := range athletes.Make(12, 3, monday) {
		m := synthetic(&a)
		plan(t, m, request(14))
		m.snapshot.Sessions, m.snapshot.Today = m.after(), monday
		in := m.snapshot.RulesInput(monday, 14)
		before := rows(in)
		for i, s := range m.snapshot.Sessions {
			if s.Status != training.Planned || s.Date < monday {
				continue
			}
			for _, match := range alternatives(t, m, s.ID, everything(m), 10) {
				at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == match.WorkoutID })
				w := m.library[at].For(m.snapshot.Athlete.Profile.Thresholds)
				in.Sessions = slices.Clone(m.snapshot.Sessions)
				other := &in.Sessions[i]
				other.WorkoutID, other.Title, other.Sport, other.Focus, other.Load = w.ID, w.Title, w.Sport, w.Focus, w.Load
				after := rows(in)
				if s.Date >= monday+7 {
					late++
				}
				for _, reason := range match.Reasons {
					list, found := strings.CutPrefix(reason, worse)
					for _, id := range strings.Split(list, ", ") {
						if found && !slices.Contains(ofProposals, rules.ID(id)) && after[id] <= before[id] {
							t.Errorf("%s, %s in place of %s: %q, and the certificate has %d rows of it, before %d", s.Date, w.Title, s.Title, reason, after[id], before[id])
						}
					}
				}
			}
		}
	}
	if late < 50 {
		t.Errorf("only %d alternatives of the second week were found", late)
	}
}

func TestAlternativesOfNothing(t *testing.T) {
	m := timeCrunchedCyclist()
	if found, err := view.Alternatives(t.Context(), m.snapshot, "no such session", everything(m), 3); len(found) != 0 || err != nil {
		t.Errorf("got %v", found)
	}
}

func TestAlternativeNeed(t *testing.T) {
	m := timeCrunchedCyclist()
	need := view.AlternativeNeed(m.snapshot, monday.AddDays(1), training.Workout{Title: "Over-unders", Sport: training.Ride})
	if need.MaxSeconds != 60*60 || !slices.Contains(need.Sports, training.Ride) || slices.Contains(need.Sports, training.Swim) {
		t.Errorf("got %+v", need)
	}
}

// Alternatives are of the session's swap class and then of the classes beside it, say which, and are none that are never proposed to the athlete.
func TestAlternativesAreLikeForLike(t *testing.T) {
	m := timeCrunchedCyclist()
	plan(t, m, request(14))
	m.snapshot.Sessions = m.after()
	m.snapshot.Today = monday
	known := map[training.WorkoutID]*training.Workout{}
	for i := range m.library {
		known[m.library[i].ID] = &m.library[i]
	}
	found := map[session.Class]int{}
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		if s.Status != training.Planned || s.Date < monday {
			continue
		}
		read, fits := session.LevelOf(*known[s.WorkoutID])
		if !fits {
			continue
		}
		s.Family, s.FamilyLevel = string(read.Family), read.Level
		f, _ := session.Find(read.Family)
		alike, near := session.Swaps(read.Family)
		beside, told := false, map[string]bool{}
		twice := everything(m)
		for _, c := range everything(m) { // as lifts are, for several kits
			c.Workout.ID, c.Match.WorkoutID = "", ""
			twice = append(twice, c)
		}
		for _, match := range alternatives(t, m, s.ID, twice, 5) {
			if known[match.WorkoutID] == nil || told[match.Reasons[0]+known[match.WorkoutID].Title] {
				t.Errorf("%s: %v is offered twice", s.Title, match.Reasons)
				continue
			}
			told[match.Reasons[0]+known[match.WorkoutID].Title] = true
			is, _ := session.LevelOf(*known[match.WorkoutID])
			switch {
			case slices.Contains(alike, is.Family):
				found[f.Class]++
				if beside {
					t.Errorf("%s: %s comes after what is beside it", s.Title, known[match.WorkoutID].Title)
				}
			case slices.Contains(near, is.Family):
				beside = true
			default:
				t.Errorf("%s: %s is offered, of %s", s.Title, known[match.WorkoutID].Title, is.Family)
			}
			other, _ := session.Find(is.Family)
			says := " in place of " + f.Title
			if is.Family == f.ID {
				says = fmt.Sprintf("%s, level %d of %d in place of level %d", f.Title, is.Level, f.Rungs, read.Level)
			}
			if told := is.Family != f.ID || f.Rungs > 0; told && (!strings.HasPrefix(match.Reasons[1], other.Title) || !strings.Contains(match.Reasons[1], says)) {
				t.Errorf("%s for %s: %q", known[match.WorkoutID].Title, s.Title, match.Reasons)
			}
			if why, bad := session.Forbidden(*known[match.WorkoutID], session.Lifter{Level: m.snapshot.Athlete.Profile.Level, Months: 12}); bad {
				t.Errorf("%s for %s: %s", known[match.WorkoutID].Title, s.Title, why)
			}
		}
	}
	if len(found) < 3 {
		t.Errorf("alternatives of %v", found)
	}
}

// Of the same family the alternatives nearest to the session's rung and length come first, whatever else is as long as it.
func TestAlternativesAreOfNearRungs(t *testing.T) {
	for _, c := range []struct {
		family  session.ID
		rung    int
		minutes int
	}{{"B-SS", 4, 60}, {"B-TEMPO", 3, 60}, {"B-THR", 6, 60}} {
		f, _ := session.Find(c.family)
		m := timeCrunchedCyclist()
		who := session.Dose{Family: c.family, For: training.Advanced, At: m.snapshot.Athlete.Profile.Thresholds}
		m.library, m.snapshot.Today = nil, monday
		add := func(level, minutes int) training.Workout {
			d := who
			d.Level, d.Minutes = level, minutes
			w := f.Write(d)
			if !slices.ContainsFunc(m.library, func(l training.Workout) bool { return l.ID == w.ID }) {
				m.library = append(m.library, w)
			}
			return w
		}
		for level := f.Rungs; level > 0; level-- { // the farthest as long as the session, and the near ones shorter too
			add(level, c.minutes)
			add(level, 0)
		}
		was := add(c.rung, c.minutes)
		m.snapshot.Sessions = []training.Session{{
			PlannedSession: training.PlannedSession{ID: "s", AthleteID: m.snapshot.Athlete.ID, Date: monday.AddDays(1), Start: 6 * 60, WorkoutID: was.ID, Status: training.Planned},
			Title:          was.Title, Sport: was.Sport, Focus: was.Focus, Load: was.Load, Family: string(c.family), FamilyLevel: c.rung,
		}}
		last := 0
		found := alternatives(t, m, "s", everything(m), 4)
		for _, match := range found {
			at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == match.WorkoutID })
			is, _ := session.LevelOf(m.library[at])
			off := max(is.Level-c.rung, c.rung-is.Level)
			if off < last-1 {
				t.Errorf("%s for %s: rung %d, after one that is %d off", m.library[at].Title, was.Title, is.Level, last)
			}
			last = max(last, off)
		}
		if len(found) < 3 {
			t.Errorf("%d alternatives for %s", len(found), was.Title)
		}
	}
}

// What a coach offers in place of a session: of about its load, no harder than a rung more, run and walk to nobody who runs an hour, and the second of
// two long days only behind a first. Thirty pairs of a family and an athlete.
func TestAlternativesAreWhatACoachWouldOffer(t *testing.T) {
	hour := func() *memory {
		m := athlete(training.Intermediate, training.PriorityEndurance)
		threshold(300)(m)
		return m.past(2, training.Run, 60, 52, km(10)).past(4, training.Run, 65, 55, km(11)).past(6, training.Ride, 90, 60).past(8, training.Run, 90, 80, km(15)).past(9, training.Swim, 40, 30)
	}
	starter := func() *memory {
		m := athlete(training.Novice, training.PriorityEndurance)
		return m.past(3, training.Walk, 30, 15).past(5, training.Run, 20, 12, km(2.5)).past(7, training.Walk, 40, 20)
	}
	strong := func() *memory {
		m := athlete(training.Advanced, training.PriorityEndurance)
		threshold(240)(m)
		months := 60
		m.snapshot.Athlete.Profile.StrengthExperienceMonths = &months
		return m.past(1, training.Run, 120, 110, km(26)).past(3, training.Run, 70, 65, km(14)).past(5, training.Ride, 180, 130).past(6, training.Row, 60, 50).past(8, training.Swim, 60, 50)
	}
	offered, all := 0, library.Rendered()
	for name, c := range map[string]struct {
		make     func() *memory
		families []session.ID
	}{
		"an hour of running": {hour, []session.ID{"R-EASY", "R-REC", "R-LONG", "R-TEMPO", "R-THR", "R-VO2", "R-HILL", "R-STR", "B-EASY", "B-SS", "S-END", "Q-FULL"}},
		"a starter":          {starter, []session.ID{"R-WALK", "A-WALK", "B-EASY", "R-EASY", "Q-AA", "S-TECH", "Q-BODY"}},
		"somebody strong":    {strong, []session.ID{"R-LONG", "R-LPROG", "R-RP10", "B-THR", "B-LONG", "W-THR", "W-EASY", "S-CSS", "Q-STR", "Q-POWER", "H-STN"}},
	} {
		for _, id := range c.families {
			m := c.make()
			m.snapshot.Today = monday
			f, _ := session.Find(id)
			was := f.Write(session.Dose{Family: id, Level: min(3, f.Rungs), For: m.snapshot.Athlete.Profile.Level, Who: session.Lifter{Level: m.snapshot.Athlete.Profile.Level, Months: 40}, At: m.snapshot.Athlete.Profile.Thresholds})
			alike, near := session.Swaps(id)
			m.library = []training.Workout{was}
			for i := range all { // what a search finds: some of each kind
				if read, _ := session.Of(&all[i]); i%5 < 2 && (slices.Contains(alike, read.Family) || slices.Contains(near, read.Family) || read.Family == "R-WALK" || read.Family == "R-B2B") {
					m.library = append(m.library, all[i])
				}
			}
			m.snapshot.Sessions = []training.Session{{
				PlannedSession: training.PlannedSession{ID: "s", AthleteID: m.snapshot.Athlete.ID, Date: monday.AddDays(1), Start: 6 * 60, WorkoutID: was.ID, Status: training.Planned},
				Title:          was.Title, Sport: was.Sport, Focus: was.Focus, Load: was.Load, Family: string(id), FamilyLevel: min(3, f.Rungs),
			}}
			for _, match := range alternatives(t, m, "s", everything(m), 8) {
				offered++
				at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == match.WorkoutID })
				w := m.library[at].For(m.snapshot.Athlete.Profile.Thresholds)
				is, _ := session.Of(&w)
				t.Logf("%s, %s (%.0f TSS): %s (%.0f TSS)", name, was.Title, was.TSS, w.Title, w.TSS)
				other, _ := session.Find(is.Family)
				switch {
				case name == "a starter" && is.Family != id && (other.Access.From != training.Novice && other.Access.From != "" && is.Level > other.Access.NoviceUpTo || is.Level > 4):
					t.Errorf("%s: %s of level %d in place of %s", name, w.Title, is.Level, was.Title)
				case is.Family == "R-WALK" && name != "a starter", is.Family == "R-B2B", is.Family == "X-LONGW":
					t.Errorf("%s: %s in place of %s", name, w.Title, was.Title)
				case math.Abs(w.TSS-was.TSS) > 0.5*math.Max(20, was.TSS)+0.5:
					t.Errorf("%s: %s of %.0f TSS in place of %s of %.0f", name, w.Title, w.TSS, was.Title, was.TSS)
				case is.Family == id && is.Level > min(3, f.Rungs)+1:
					t.Errorf("%s: %s is %d rungs above %s", name, w.Title, is.Level-min(3, f.Rungs), was.Title)
				}
			}
		}
	}
	if offered < 60 {
		t.Errorf("%d alternatives in all", offered)
	}
}

// Behind a long day the second of two may stand in for a long run, and only there.
func TestTheSecondLongDayStandsBehindAFirst(t *testing.T) {
	for _, c := range []struct {
		minutes int
		offered bool
	}{{150, true}, {40, false}, {0, false}} {
		m := athlete(training.Advanced, training.PriorityEndurance)
		threshold(240)(m)
		m.races("Ultra", training.Run, training.RunUltra, monday+35, 0, 60_000)
		m.past(2, training.Run, 150, 130, km(30)).past(9, training.Run, 150, 130, km(30)).past(4, training.Run, 90, 80, km(18))
		m.snapshot.Today = monday
		long, _ := session.Find("R-LONG")
		second, _ := session.Find("R-B2B")
		was := long.Write(session.Dose{Minutes: 75, For: training.Advanced, At: m.snapshot.Athlete.Profile.Thresholds})
		other := second.Write(session.Dose{Minutes: 75, For: training.Advanced, At: m.snapshot.Athlete.Profile.Thresholds})
		m.library = []training.Workout{was, other}
		put := func(id training.SessionID, day int, w training.Workout) {
			read, _ := session.Of(&w)
			m.snapshot.Sessions = append(m.snapshot.Sessions, training.Session{
				PlannedSession: training.PlannedSession{ID: id, AthleteID: m.snapshot.Athlete.ID, Date: monday.AddDays(day), Start: 6 * 60, WorkoutID: w.ID, Status: training.Planned},
				Title:          w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load, Family: string(read.Family),
			})
		}
		put("s", 6, was)
		if c.minutes > 0 {
			put("first", 5, long.Write(session.Dose{Minutes: c.minutes, For: training.Advanced, At: m.snapshot.Athlete.Profile.Thresholds}))
		}
		if found := alternatives(t, m, "s", everything(m), 3); (len(found) > 0) != c.offered {
			t.Errorf("%d min the day before: %d offered", c.minutes, len(found))
		}
	}
}
