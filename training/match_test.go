package training

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// ridden is an activity of a day, of an external id where that is not empty, starting at a minute where that is not negative.
func ridden(day Date, name string, start, seconds int) *Activity {
	a := &Activity{ID: ActivityID(name), Date: day, Sport: Ride, DurationSeconds: seconds, TSS: 44}
	if name != "" {
		a.ExternalID = &name
	}
	if start >= 0 {
		at := LocalTime(start)
		a.Start = &at
	}
	return a
}

func rideAt(day Date, id string, start, seconds int) *Session {
	return &Session{
		PlannedSession: PlannedSession{ID: SessionID(id), Date: day, Start: LocalTime(start), Status: Planned}, Sport: Ride,
		Load: Load{DurationSeconds: seconds, TSS: 40},
	}
}

// doneAt is a session that was recorded as done at a minute of its day.
func doneAt(s *Session, seconds, minute int) *Session {
	s.Record(SessionResult{DurationSeconds: seconds, TSS: 40, CompletedAt: s.Date.Midnight().Add(time.Duration(minute) * time.Minute)})
	return s
}

// 12 §2: the tolerances that the schema states, from both sides.
func TestAnActivityFindsItsSession(t *testing.T) {
	const day = Date(20_000)
	other := ridden(day, "a:1", 420, 3600)
	other.Sport = Run
	linked, doubtful, apart, reopened := ridden(day, "a:1", 420, 3600), ridden(day, "a:1", 420, 3600), ridden(day, "a:1", 420, 3600), ridden(day, "a:1", 420, 3600)
	linked.SessionID, doubtful.DuplicateOf, apart.Matching, reopened.Matching = "x", "y", MatchNone, MatchCompleted
	skipped, taken := rideAt(day, "s", 420, 3600), rideAt(day, "s", 420, 3600)
	skipped.Status = Skipped
	brick, all := rideAt(day, "s", 420, 4800), ridden(day, "a:1", 420, 4900)
	brick.Load.Several, all.Sport = Measure(Ride, []Block{{Sport: Mobility}, {Sport: Ride}, {Sport: Strength}, {Sport: Ride}, {Sport: Run}}, Thresholds{}).Several, Other
	taken.Fulfil(ridden(day, "b:1", 420, 3600), time.Time{})
	for _, c := range []struct {
		name     string
		activity *Activity
		session  *Session
		want     bool
	}{
		{"the same", ridden(day, "a:1", 420, 3600), rideAt(day, "s", 420, 3600), true},
		{"a brick as one activity", all, brick, true},
		{"a brick as its ride", ridden(day, "a:1", 420, 3600), brick, true},
		{"several sports for one", all, rideAt(day, "s", 420, 4800), false},
		{"35 % longer", ridden(day, "a:1", 420, 4860), rideAt(day, "s", 420, 3600), true},
		{"more than 35 % longer", ridden(day, "a:1", 420, 4861), rideAt(day, "s", 420, 3600), false},
		{"35 % shorter", ridden(day, "a:1", 420, 2340), rideAt(day, "s", 420, 3600), true},
		{"more than 35 % shorter", ridden(day, "a:1", 420, 2339), rideAt(day, "s", 420, 3600), false},
		{"ten minutes longer", ridden(day, "a:1", 420, 1500), rideAt(day, "s", 420, 900), true},
		{"more than ten minutes longer", ridden(day, "a:1", 420, 1501), rideAt(day, "s", 420, 900), false},
		{"of another time of the day", ridden(day, "a:1", 1200, 3600), rideAt(day, "s", 420, 3600), true},
		{"of no known start", ridden(day, "a:1", -1, 3600), rideAt(day, "s", 420, 3600), true},
		{"of the next day", ridden(day+1, "a:1", 420, 3600), rideAt(day, "s", 420, 3600), false},
		{"of the next day, without a start", ridden(day+1, "a:1", -1, 3600), rideAt(day, "s", 420, 3600), false},
		{"three hours later, across midnight", ridden(day+1, "a:1", 30, 3600), rideAt(day, "s", 1290, 3600), true},
		{"more than three hours later, across midnight", ridden(day+1, "a:1", 31, 3600), rideAt(day, "s", 1290, 3600), false},
		{"of another sport", other, rideAt(day, "s", 420, 3600), false},
		{"of a session already", linked, rideAt(day, "s", 420, 3600), false},
		{"a possible duplicate", doubtful, rideAt(day, "s", 420, 3600), false},
		{"on its own", apart, rideAt(day, "s", 420, 3600), false},
		{"on its own, and it is done", apart, doneAt(rideAt(day, "s", 420, 3600), 3600, 500), false},
		{"of a reopened one", reopened, rideAt(day, "s", 420, 3600), false},
		{"of a reopened one that is done after all", reopened, doneAt(rideAt(day, "s", 420, 3600), 3600, 500), true},
		{"skipped", ridden(day, "a:1", 420, 3600), skipped, false},
		{"another's", ridden(day, "a:1", 420, 3600), taken, false},
		{"done, two minutes off", ridden(day, "a:1", 422, 3500), doneAt(rideAt(day, "s", 420, 3600), 3600, 500), true},
		{"as long as what was done", ridden(day, "a:1", 420, 1800), doneAt(rideAt(day, "s", 420, 3600), 1800, 500), true},
		{"as long as what was planned, not done", ridden(day, "a:1", 420, 3600), doneAt(rideAt(day, "s", 420, 3600), 1800, 500), false},
		{"begun three hours late, and after it was done", ridden(day, "a:1", 600, 3600), doneAt(rideAt(day, "s", 420, 3600), 3600, 500), true},
		{"begun later, and after it was done", ridden(day, "a:1", 601, 3600), doneAt(rideAt(day, "s", 420, 3600), 3600, 500), false},
		{"begun later, and done later", ridden(day, "a:1", 601, 3600), doneAt(rideAt(day, "s", 420, 3600), 3600, 700), true},
	} {
		pairs := Match([]*Activity{c.activity}, []*Session{c.session}, time.UTC)
		if (len(pairs) == 1) != c.want {
			t.Errorf("%s: %v, want %v", c.name, len(pairs) == 1, c.want)
		}
	}
}

// 12 §2: the tolerances are what they are said to be for sessions of every length, to the second.
func TestTolerancesToTheSecond(t *testing.T) {
	const day = Date(20_000)
	for length := 1720; length <= 40_000; length += 20 {
		off, s := length*35/100, rideAt(day, "s", 420, length)
		for _, c := range []struct {
			seconds int
			want    bool
		}{{length + off, true}, {length + off + 1, false}, {length - off, true}, {length - off - 1, false}} {
			if _, fits := ridden(day, "a:1", 420, c.seconds).fits(s, time.UTC); fits != c.want {
				t.Fatalf("%d s for %d s: %v", c.seconds, length, fits)
			}
		}
		long, short := ridden(day, "a:1", 420, length), ridden(day, "b:1", 420, length-length/10)
		if !long.MayBe(short) {
			t.Fatalf("%d and %d s", long.DurationSeconds, short.DurationSeconds)
		}
		if short.DurationSeconds--; long.MayBe(short) || short.MayBe(long) {
			t.Fatalf("%d and %d s", long.DurationSeconds, short.DurationSeconds)
		}
	}
}

func TestTheClosestPairsComeFirst(t *testing.T) {
	const day = Date(20_000)
	for _, c := range []struct {
		name       string
		activities []*Activity
		sessions   []*Session
		want       string
	}{
		{
			"two rides of a day, as they are",
			[]*Activity{ridden(day, "evening", 1083, 3600), ridden(day, "morning", 421, 3600)},
			[]*Session{rideAt(day, "s1", 420, 3600), rideAt(day, "s2", 1080, 3600)}, "[morning s1 evening s2]",
		},
		{
			"one recorded, the evening's, and the morning's done by hand",
			[]*Activity{ridden(day, "evening", 1083, 3600)},
			[]*Session{doneAt(rideAt(day, "s1", 420, 3600), 3600, 1200), rideAt(day, "s2", 1080, 3600)}, "[evening s2]",
		},
		{
			"of two as close, the one that is done",
			[]*Activity{ridden(day, "ride", -1, 3600)},
			[]*Session{rideAt(day, "s1", 420, 3600), doneAt(rideAt(day, "s2", 1080, 3600), 3600, 1200)}, "[ride s2]",
		},
		{
			"of two as close, the first",
			[]*Activity{ridden(day, "ride", -1, 3600)},
			[]*Session{rideAt(day, "s1", 420, 3600), rideAt(day, "s2", 1080, 3600)}, "[ride s1]",
		},
		{
			"one session, two rides: the closer",
			[]*Activity{ridden(day, "far", 700, 3600), ridden(day, "near", 425, 3600)},
			[]*Session{rideAt(day, "s1", 420, 3600)}, "[near s1]",
		},
	} {
		var got []string
		for _, p := range Match(c.activities, c.sessions, time.UTC) {
			got = append(got, *p.Activity.ExternalID+" "+string(p.Session.ID))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

// Whatever is matched is matched one to one, and the same in whatever order it comes where no two are as close.
func TestMatchIsOneToOne(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 2))
	for range 2000 {
		activities, sessions := make([]*Activity, random.IntN(6)), make([]*Session, random.IntN(6))
		for i := range activities {
			activities[i] = ridden(20_000+Date(random.IntN(2)), fmt.Sprint(i), random.IntN(1440), 1800+random.IntN(7200))
		}
		for i := range sessions {
			sessions[i] = rideAt(20_000+Date(random.IntN(2)), fmt.Sprint(i), random.IntN(1440), 1800+random.IntN(7200))
		}
		pairs := Match(activities, sessions, time.UTC)
		byActivity, bySession := map[*Activity]*Session{}, map[*Session]bool{}
		for _, p := range pairs {
			if byActivity[p.Activity] != nil || bySession[p.Session] {
				t.Fatalf("%v twice", p)
			}
			byActivity[p.Activity], bySession[p.Session] = p.Session, true
		}
		for _, a := range activities {
			for _, s := range sessions {
				if _, fits := a.fits(s, time.UTC); fits && byActivity[a] == nil && !bySession[s] {
					t.Fatalf("%s and %s are left", a.ID, s.ID)
				}
			}
		}
	}
}

// 12 §2: the same run from two sources.
func TestPossibleDuplicates(t *testing.T) {
	const day = Date(20_000)
	merged, run := ridden(day, "strava:1", 420, 3600), ridden(day, "strava:1", 420, 3600)
	merged.Aliases, run.Sport = []string{"Garmin:7"}, Run
	for _, c := range []struct {
		name string
		a, b *Activity
		want bool
	}{
		{"two sources", ridden(day, "garmin:1", 420, 3600), ridden(day, "strava:1", 420, 3600), true},
		{"fifteen minutes apart", ridden(day, "garmin:1", 420, 3600), ridden(day, "strava:1", 435, 3600), true},
		{"sixteen minutes apart", ridden(day, "garmin:1", 420, 3600), ridden(day, "strava:1", 436, 3600), false},
		{"across midnight", ridden(day, "garmin:1", 1439, 3600), ridden(day+1, "strava:1", 1, 3600), true},
		{"10 % shorter", ridden(day, "garmin:1", 420, 3600), ridden(day, "strava:1", 420, 3240), true},
		{"more than 10 % shorter", ridden(day, "garmin:1", 420, 3600), ridden(day, "strava:1", 420, 3239), false},
		{"an unknown start", ridden(day, "garmin:1", 420, 3600), ridden(day, "strava:1", -1, 3600), true},
		{"an unknown start of another day", ridden(day, "garmin:1", 420, 3600), ridden(day+1, "strava:1", -1, 3600), false},
		{"another sport", ridden(day, "garmin:1", 420, 3600), run, false},
		{"one source", ridden(day, "garmin:1", 420, 3600), ridden(day, "Garmin:2", 420, 3600), false},
		{"one source, which was merged", merged, ridden(day, "garmin:2", 420, 3600), false},
		{"no source named", ridden(day, "1", 420, 3600), ridden(day, "2", 420, 3600), false},
		{"one source named", ridden(day, "1", 420, 3600), ridden(day, "garmin:2", 420, 3600), true},
		{"one by hand", ridden(day, "", -1, 3600), ridden(day, "garmin:2", 420, 3600), true},
		{"two by hand", ridden(day, "", -1, 3600), ridden(day, "", -1, 3600), false},
		{"two by hand of one minute", ridden(day, "", 420, 3600), ridden(day, "", 420, 3500), true},
		{"two by hand of two minutes", ridden(day, "", 420, 3600), ridden(day, "", 421, 3600), false},
	} {
		if c.a.MayBe(c.b) != c.want || c.b.MayBe(c.a) != c.want {
			t.Errorf("%s: %v and %v, want %v", c.name, c.a.MayBe(c.b), c.b.MayBe(c.a), c.want)
		}
	}
}

// 12 §2: a session and its activity are one bout, on the activity's day, whichever of the two are looked at.
func TestASessionAndItsActivityAreOneBout(t *testing.T) {
	const day = Date(20_000)
	a, s := ridden(day+2, "garmin:1", 420, 3600), rideAt(day, "s", 420, 3000)
	a.SessionID = s.ID
	doneAt(s, 3000, 500)
	s.Fulfil(a, time.Time{})
	double := ridden(day+2, "strava:1", 420, 3600)
	double.DuplicateOf = a.ID
	bouts := Bouts(day+3, []Activity{*a, *double}, []Session{*s})
	if len(bouts) != 1 || bouts[0].Date != day+2 || bouts[0].TSS != 44 || bouts[0].SessionID != "s" {
		t.Errorf("%+v", bouts)
	}
	if bouts := Bouts(day+3, nil, []Session{*s}); len(bouts) != 0 {
		t.Errorf("without the activity: %+v", bouts)
	}
	s.Release()
	if bouts := Bouts(day+3, nil, []Session{*s}); len(bouts) != 1 || bouts[0].TSS != 40 {
		t.Errorf("by hand: %+v", bouts)
	}
}

// Starts lie apart as the clock of the athlete's zone makes them: three hours across a night that is an hour short are not four.
func TestStartsAreApartInRealTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	evening, start := DateOf(time.Date(2026, time.March, 28, 12, 0, 0, 0, time.UTC)), LocalTime(3*60+15)
	for zone, want := range map[*time.Location]int{berlin: 1, time.UTC: 0} {
		ride := &Activity{Date: evening + 1, Start: &start, Sport: Ride, DurationSeconds: 3600}
		planned := &Session{Sport: Ride, Load: Load{DurationSeconds: 3600}}
		planned.Date, planned.Start, planned.Status = evening, 23*60+30, Planned
		if pairs := Match([]*Activity{ride}, []*Session{planned}, zone); len(pairs) != want {
			t.Errorf("%s: %d pairs, want %d", zone, len(pairs), want)
		}
	}
}
