package planner_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// racer is somebody with eight weeks behind him that fit an event.
type racer struct {
	name     string
	level    training.Level
	priority training.Priority
	sport    training.Sport // of the event
	format   training.EventFormat
	meters   float64
	seconds  int
	tss      float64 // of the race once it was run
	week     []did
}

func (r *racer) triathlete() bool {
	return slices.Contains([]training.EventFormat{training.TriSprint, training.TriOlympic, training.TriHalf, training.TriFull}, r.format)
}

// lifts tells of a race that is lifted.
func (r *racer) lifts() bool { return r.format == training.LiftMeet }

// early tells of the races whose last fortnight goes by days (coaching 6.2).
func (r *racer) early() bool {
	return slices.Contains([]training.EventFormat{training.RunMarathon, training.RunUltra, training.TriFull}, r.format)
}

// bands are the shares of V0 in the blocks of the days -21 to -15, -14 to -8 and -7 to -1 (coaching 6.2).
func (r *racer) bands() [3][2]float64 {
	switch r.format {
	case training.RunMarathon, training.RunUltra, training.TriFull:
		return [3][2]float64{{.75, .90}, {.55, .75}, {.25, .50}}
	case training.RunHalf, training.TriHalf:
		return [3][2]float64{{1, 1}, {.60, .80}, {.35, .60}}
	case training.RideFondo, training.RideCentury:
		return [3][2]float64{{1, 1}, {.70, .85}, {.35, .60}}
	}
	return [3][2]float64{{1, 1}, {.80, .95}, {.45, .70}}
}

// lastLong is how many days before the race the last long session may stand (coaching 6.2).
func (r *racer) lastLong() int {
	switch r.format {
	case training.RunHalf, training.TriHalf:
		return 10
	case training.RideFondo, training.RideCentury:
		return 9
	}
	return 8
}

// endurance is what a usual week has of it, in minutes.
func (r *racer) endurance() (minutes float64) {
	for _, d := range r.week {
		if d.sport.Endurance() {
			minutes += float64(d.minutes)
		}
	}
	return minutes
}

func (r *racer) longest(sport training.Sport) (minutes int) {
	for _, d := range r.week {
		if d.sport == sport {
			minutes = max(minutes, d.minutes)
		}
	}
	return minutes
}

// times is how often a week has a sport.
func (r *racer) times(sport training.Sport) (n int) {
	for _, d := range r.week {
		if d.sport == sport {
			n++
		}
	}
	return n
}

// start is the athlete on the day before a plan begins.
func (r *racer) start(from training.Date) *memory {
	run, ride, swim, erg := 290, 240, 105, 220
	if r.level == training.Novice {
		run, ride, swim, erg = 370, 170, 140, 160
	}
	m := somebody(r.level, r.priority, 36, training.Thresholds{ThresholdSecondsPerKilometer: &run, FTPWatts: &ride, CriticalSwimSecondsPer100Meters: &swim, RowFTPWatts: &erg})
	months := 48
	m.states(func(p *training.Profile) { p.StrengthExperienceMonths = &months })
	return m.lived(from, 8, even, 0, r.week...)
}

// event is the racer's race on a day.
func (r *racer) event(id training.EventID, priority training.EventPriority, on training.Date) training.Event {
	e := training.Event{ID: id, Name: "The " + r.name, Date: on, Sport: r.sport, Priority: priority, Format: &r.format}
	if r.meters > 0 {
		e.DistanceMeters = &r.meters
	}
	if r.seconds > 0 {
		e.ExpectedSeconds = &r.seconds
	}
	return e
}

var runnersWeek = []did{usually(tue, training.Run, 45).km(7.8), usually(wed, training.Run, 50).km(9).hard(12), usually(fri, training.Run, 40).km(7), usually(sun, training.Run, 75).km(13)}

var racers = []racer{
	{"5 km of a novice", training.Novice, training.PriorityEndurance, training.Run, training.Run5K, 5000, 0, 45, []did{
		usually(tue, training.Run, 30).km(4), usually(thu, training.Run, 30).km(4), usually(sun, training.Run, 40).km(5.4)}},
	{"10 km", training.Intermediate, training.PriorityEndurance, training.Run, training.Run10K, 10_000, 50 * 60, 85, runnersWeek},
	{"10 km of a hybrid", training.Intermediate, training.PriorityHybrid, training.Run, training.Run10K, 10_000, 50 * 60, 85, []did{
		usually(mon, training.Strength, 50).evening().sets(8), usually(tue, training.Run, 40).km(7), usually(wed, training.Run, 45).km(8).hard(12),
		usually(thu, training.Strength, 50).evening().sets(6), usually(sun, training.Run, 75).km(13)}},
	{"half marathon", training.Intermediate, training.PriorityEndurance, training.Run, training.RunHalf, 21_098, 110 * 60, 170, []did{
		usually(tue, training.Run, 50).km(8.8), usually(wed, training.Run, 55).km(10).hard(12), usually(fri, training.Run, 40).km(7), usually(sat, training.Strength, 35).sets(5),
		usually(sun, training.Run, 100).km(17)}},
	{"marathon", training.Intermediate, training.PriorityEndurance, training.Run, training.RunMarathon, 42_195, 235 * 60, 340, []did{
		usually(tue, training.Run, 55).km(9.5), usually(wed, training.Run, 65).km(11.5).hard(12), usually(thu, training.Run, 60).km(10), usually(sat, training.Run, 45).km(7.8),
		usually(sun, training.Run, 150).km(26)}},
	{"marathon of a novice", training.Novice, training.PriorityEndurance, training.Run, training.RunMarathon, 42_195, 0, 380, []did{
		usually(tue, training.Run, 45).km(6), usually(thu, training.Run, 45).km(6), usually(sat, training.Run, 35).km(4.6), usually(sun, training.Run, 140).km(19)}},
	{"50 km", training.Advanced, training.PriorityEndurance, training.Run, training.RunUltra, 50_000, 5 * 3600, 420, []did{
		usually(tue, training.Run, 60).km(11), usually(wed, training.Run, 70).km(13).hard(15), usually(thu, training.Run, 60).km(11), usually(sat, training.Run, 180).km(30),
		usually(sun, training.Run, 90).km(15)}},
	{"100 km", training.Advanced, training.PriorityEndurance, training.Run, training.RunUltra, 100_000, 10 * 3600, 600, []did{
		usually(tue, training.Run, 60).km(11), usually(tue, training.Strength, 30).evening().sets(4), usually(wed, training.Run, 75).km(14).hard(15), usually(thu, training.Run, 60).km(11),
		usually(fri, training.Run, 50).km(9), usually(sat, training.Run, 220).km(36), usually(sun, training.Run, 110).km(18)}},
	{"sprint triathlon", training.Novice, training.PriorityEndurance, training.Other, training.TriSprint, 25_750, 0, 110, []did{
		usually(mon, training.Swim, 35), usually(tue, training.Run, 35).km(4.8), usually(thu, training.Ride, 50), usually(sat, training.Ride, 75), usually(sun, training.Run, 45).km(6)}},
	{"olympic triathlon", training.Intermediate, training.PriorityEndurance, training.Other, training.TriOlympic, 51_500, 160 * 60, 210, []did{
		usually(mon, training.Swim, 45), usually(tue, training.Ride, 60).hard(12), usually(wed, training.Run, 45).km(8).hard(10), usually(thu, training.Swim, 45).hard(10),
		usually(thu, training.Run, 40).evening().km(7), usually(sat, training.Ride, 120), usually(sun, training.Run, 70).km(12)}},
	{"olympic triathlon, nine a week", training.Advanced, training.PriorityEndurance, training.Other, training.TriOlympic, 51_500, 135 * 60, 210, []did{
		usually(mon, training.Swim, 50), usually(tue, training.Ride, 70).hard(15), usually(tue, training.Swim, 45).evening(), usually(wed, training.Run, 50).km(10).hard(12),
		usually(thu, training.Swim, 50).hard(12), usually(thu, training.Ride, 60).evening(), usually(mon, training.Run, 45).evening().km(8.5), usually(sat, training.Ride, 150),
		usually(sun, training.Run, 80).km(15)}},
	{"middle distance", training.Intermediate, training.PriorityEndurance, training.Other, training.TriHalf, 113_000, 330 * 60, 340, []did{
		usually(mon, training.Swim, 50), usually(tue, training.Ride, 75).hard(12), usually(wed, training.Run, 55).km(9.5).hard(8), usually(thu, training.Swim, 50).hard(10),
		usually(thu, training.Run, 40).evening().km(7), usually(sat, training.Ride, 180), usually(sun, training.Run, 100).km(17)}},
	{"full distance", training.Intermediate, training.PriorityEndurance, training.Other, training.TriFull, 226_000, 12 * 3600, 580, []did{
		usually(mon, training.Swim, 55), usually(tue, training.Ride, 75).hard(10), usually(tue, training.Strength, 30).evening().sets(4), usually(wed, training.Run, 60).km(10.5),
		usually(thu, training.Swim, 60).hard(10), usually(thu, training.Ride, 60).evening(), usually(wed, training.Swim, 45).evening(), usually(sat, training.Ride, 280), usually(sun, training.Run, 135).km(23)}},
	{"criterium", training.Intermediate, training.PriorityEndurance, training.Ride, training.RideCrit, 40_000, 60 * 60, 90, []did{
		usually(tue, training.Ride, 70).hard(15), usually(thu, training.Ride, 70), usually(sat, training.Ride, 160), usually(sun, training.Ride, 90)}},
	{"time trial", training.Intermediate, training.PriorityEndurance, training.Ride, training.RideTT, 40_000, 62 * 60, 100, []did{
		usually(tue, training.Ride, 65).hard(15), usually(thu, training.Ride, 60).hard(10), usually(sat, training.Ride, 130), usually(sun, training.Ride, 60)}},
	{"gran fondo", training.Intermediate, training.PriorityEndurance, training.Ride, training.RideFondo, 130_000, 280 * 60, 250, []did{
		usually(tue, training.Ride, 65).hard(12), usually(wed, training.Strength, 40).evening().sets(6), usually(thu, training.Ride, 60), usually(sat, training.Ride, 210), usually(sun, training.Ride, 75)}},
	{"century", training.Intermediate, training.PriorityEndurance, training.Ride, training.RideCentury, 161_000, 350 * 60, 300, []did{
		usually(tue, training.Ride, 60), usually(thu, training.Ride, 60).hard(12), usually(sat, training.Ride, 240), usually(sun, training.Ride, 90)}},
	{"pool swim", training.Intermediate, training.PriorityEndurance, training.Swim, training.SwimPool, 1500, 0, 40, []did{
		usually(mon, training.Swim, 60).hard(10), usually(wed, training.Swim, 55), usually(fri, training.Swim, 60).hard(12), usually(sun, training.Swim, 70)}},
	{"2 km on the erg", training.Intermediate, training.PriorityEndurance, training.Row, training.Row2K, 2000, 7*60 + 20, 20, []did{
		usually(tue, training.Row, 50).hard(15), usually(wed, training.Row, 45), usually(fri, training.Strength, 45).evening().sets(6), usually(sat, training.Row, 45), usually(sun, training.Row, 60)}},
	{"HYROX", training.Intermediate, training.PriorityHybrid, training.Other, training.Hyrox, 0, 85 * 60, 130, []did{
		usually(mon, training.Strength, 50).evening().sets(8), usually(tue, training.Run, 50).km(8.6).hard(10), usually(wed, training.Run, 40).km(7), usually(thu, training.MultiSport, 50).evening().rung("H-STN", 3),
		usually(fri, training.Row, 40), usually(sun, training.Run, 75).km(13)}},
	{"meet", training.Advanced, training.PriorityStrength, training.Strength, training.LiftMeet, 0, 0, 70, []did{
		usually(mon, training.Strength, 75).evening().sets(10), usually(tue, training.Strength, 60).evening(), usually(wed, training.Walk, 40), usually(thu, training.Strength, 75).evening().sets(10),
		usually(sat, training.Strength, 60)}},
}

func racerNamed(name string) *racer {
	for i := range racers {
		if racers[i].name == name {
			return &racers[i]
		}
	}
	panic("no racer of a " + name)
}

// around is a coach's look at the days around a race: what the specification's section 6 and a coach's sense ask of them.
type around struct {
	*racer
	from, race training.Date
	priority   training.EventPriority
	m          *memory
	sessions   []training.Session // of the plan, the race itself left out
	said       []finding
}

func (v *around) object(area, format string, args ...any) {
	v.said = append(v.said, finding{area, fmt.Sprintf(format, args...)})
}

func minutesOf(s *training.Session) int { return s.Load.DurationSeconds / 60 }

// left is how many days before the race a session stands.
func (v *around) left(s *training.Session) int { return int(v.race - s.Date) }

func rested(s *training.Session) bool { return s.Sport == training.Mobility }

// taxing is what a coach calls a hard day: high intensity, a main set of moderate work, or a long session.
func (v *around) taxing(s *training.Session) bool { return v.key(s) || v.long(s) }

func (v *around) key(s *training.Session) bool {
	f, known := session.Find(session.ID(s.Family))
	opens := strings.HasSuffix(s.Family, "-OPEN") || f.ID == "H-PRIME"
	return s.Load.Demand.HighIntensity && s.Load.Demand.HighSeconds > 10*60 || known && !opens && slices.Contains([]session.Class{session.Tempo, session.Threshold, session.VO2, session.Anaerobic, session.RaceSpecific, session.Test}, f.Class)
}

func (v *around) long(s *training.Session) bool {
	least := map[training.Sport]int{training.Run: 70, training.Ride: 110, training.Swim: 75, training.Row: 70, training.MultiSport: 90}[s.Sport]
	return least > 0 && minutesOf(s) >= least && 100*minutesOf(s) >= 70*v.longest(s.Sport)
}

// before objects to the days up to the race.
func (v *around) before() {
	days := int(v.race - v.from)
	trained := map[training.Date]bool{}
	for i := range v.sessions {
		s := &v.sessions[i]
		if !rested(s) {
			trained[s.Date] = true
		}
		left, minutes := v.left(s), minutesOf(s)
		switch {
		case left == 0:
			v.object("race day", "%s beside the race", s.Title)
		case left < 0 || rested(s):
		case left <= 2 && v.priority == training.EventA && minutes > 40, left == 3 && minutes > max(50, map[training.Sport]int{training.Ride: 60}[s.Sport]):
			v.object("last days", "%d days before: %s, %d min", left, s.Title, minutes)
		case left <= 3 && v.key(s) && s.Load.Demand.HighSeconds > 10*60 && !(left == 3 && v.format == training.Row2K):
			v.object("last days", "%d days before: %s is hard", left, s.Title)
		}
		if v.priority != training.EventA || left < 1 || left > 7 {
			continue
		}
		f, _ := session.Find(session.ID(s.Family))
		long := map[training.Sport]int{training.Ride: 95, training.MultiSport: 75}[s.Sport]
		switch {
		case f.Class == session.Test || f.ID == "H-SIM" || f.ID == "Q-PLYO":
			v.object("never", "%d days before: %s", left, s.Title)
		case f.Class == session.Long || minutes > max(long, 65) && s.Sport.Endurance():
			v.object("never", "%d days before: %s is long, %d min", left, s.Title, minutes)
		case s.Load.Demand.HighSeconds > 12*60 && f.Class == session.VO2:
			v.object("never", "%d days before: %s has %d min hard", left, s.Title, s.Load.Demand.HighSeconds/60)
		case s.Load.Demand.HeavyLower && !(v.lifts() && left >= 5):
			v.object("never", "%d days before: %s is heavy", left, s.Title)
		}
	}
	if days >= 2 && days < 15 && v.priority == training.EventA && !v.lifts() {
		if one, two := trained[v.race-1], trained[v.race-2]; one == two {
			v.object("last days", "the days -2 and -1 are both alike: %t", one)
		}
	}
	v.shares()
	v.lastLongs()
	v.sports()
}

// shares compares the blocks before an A race with V0.
func (v *around) shares() {
	if v.priority != training.EventA || v.lifts() || v.endurance() < 120 {
		return
	}
	for k, band := range v.bands() {
		last := v.race.AddDays(-15 + 7*k)
		first := last.AddDays(-6)
		end := v.from.AddDays(13)
		planned := int(min(last, end)-max(first, v.from)) + 1
		if planned < 4 || last > end {
			continue
		}
		sum, left := 0.0, 0.0
		for i := range v.sessions {
			if s := &v.sessions[i]; s.Date >= first && s.Date <= last {
				sum += float64(s.Load.Demand.EnduranceSeconds) / 60
			}
		}
		done := 0.0
		for _, a := range v.m.snapshot.Activities {
			if a.Date >= first && a.Date <= last && a.Sport.Endurance() {
				done += float64(a.DurationSeconds) / 60
			}
		}
		for i := range v.m.snapshot.Sessions {
			if s := &v.m.snapshot.Sessions[i]; s.Status == training.Completed && s.Date >= first && s.Date <= last {
				done += float64(s.Load.Demand.EnduranceSeconds) / 60
			}
		}
		v0 := v.endurance()
		left = float64(planned) / 7
		low, high := min(band[0]-.05, left*band[0]+done/v0), max(band[1]+.05, done/v0+left*band[0]*.8)
		if band[0] == 1 {
			low, high = .85, 1.15
		}
		if share := (sum + done) / v0; share < low || share > high {
			v.object("share", "d -%d to -%d: %.2f of V0 with %.2f done, not %.2f to %.2f", v.race-first, v.race-last, share, done/v0, band[0], band[1])
		}
	}
}

// lastLongs looks for the last long session where the table has it.
func (v *around) lastLongs() {
	if v.priority != training.EventA || v.lifts() {
		return
	}
	sport := training.Run
	switch {
	case v.triathlete():
		sport = training.Ride
	case v.format != training.Hyrox:
		sport = v.sport
	}
	for i := range v.sessions {
		if s := &v.sessions[i]; v.left(s) > 0 && v.left(s) < v.lastLong() && (s.Sport == sport || s.Sport == training.MultiSport) && minutesOf(s) >= 75 &&
			100*minutesOf(s) > 85*v.longest(sport) {
			v.object("last long", "%d days before: %s, %d min", v.left(s), s.Title, minutesOf(s))
		}
	}
}

// sports looks for each sport of a triathlete.
func (v *around) sports() {
	if !v.triathlete() {
		return
	}
	count := map[training.Sport]int{}
	for i := range v.sessions {
		if s := &v.sessions[i]; v.left(s) > 0 {
			count[s.Sport]++
			if s.Load.Demand.RunSeconds > 0 && s.Sport != training.Run {
				count[training.Run]++
			}
			if s.Sport == training.MultiSport {
				count[training.Ride]++
			}
		}
	}
	days := min(14, int(v.race-v.from))
	for _, sport := range []training.Sport{training.Swim, training.Ride, training.Run} {
		usual := float64(v.times(sport)*days) / 7
		if days >= 6 && (count[sport] == 0 || float64(count[sport]) < .45*usual) {
			v.object("sports", "%d times %s in %d days, usual %.1f", count[sport], sport.Name(), days, usual)
		}
	}
}

// after objects to the days since the race.
func (v *around) after() {
	b := v.priority == training.EventB
	noRun, easy := 0, 2
	switch v.format {
	case training.Run10K, training.TriSprint:
		noRun, easy = 1, 4
	case training.RunHalf, training.TriOlympic:
		noRun, easy = 2, 7
	case training.Hyrox:
		noRun, easy = 2, 5
	case training.TriHalf:
		noRun, easy = 3, 9
	case training.RideFondo:
		noRun, easy = 3, 4
	case training.RideCentury:
		noRun, easy = 3, 6
	case training.RunMarathon:
		noRun, easy = 4, 14
	case training.TriFull:
		noRun, easy = 7, 18
	case training.RunUltra:
		if noRun, easy = 7, 18; v.meters >= 80_000 {
			noRun, easy = 10, 24
		}
	case training.LiftMeet:
		easy = 5
	}
	if v.level == training.Novice {
		noRun, easy = noRun+2, easy+2
	}
	if b {
		noRun, easy = (6*noRun+9)/10, (6*easy+9)/10
	}
	for i := range v.sessions {
		s := &v.sessions[i]
		since := -v.left(s)
		if since <= 0 {
			continue
		}
		if since <= noRun && s.Load.Demand.RunSeconds > 0 {
			v.object("after", "%d days after: %s", since, s.Title)
		}
		if since <= easy && (s.Load.Demand.HighIntensity || s.Load.Demand.HeavyLower || s.Load.Demand.Moderate && !v.lifts()) {
			v.object("after", "%d days after: %s is not easy", since, s.Title)
		}
	}
}

// days objects to what no week should have: empty days in a row, two key or long sessions on a day, hard days in a row, the same thing again and again.
func (v *around) days() {
	type day struct {
		sessions, taxing, hi int
		brick                bool
	}
	days := map[training.Date]day{}
	kinds := map[string][]training.Date{}
	for i := range v.sessions {
		s := &v.sessions[i]
		if rested(s) {
			continue
		}
		d := days[s.Date]
		d.sessions++
		if v.taxing(s) && s.Sport != training.Strength {
			d.taxing++
		}
		if s.Load.Demand.HighIntensity && s.Load.Demand.HighSeconds > 10*60 {
			d.hi++
		}
		d.brick = d.brick || strings.HasPrefix(s.Family, "X-BR") || s.Family == "X-LONGW"
		days[s.Date] = d
		if v.key(s) {
			kinds[s.Family] = append(kinds[s.Family], s.Date)
		}
	}
	days[v.race] = day{sessions: 1}
	for family, on := range kinds {
		if len(on) >= 4 {
			v.object("again", "%s %d times", family, len(on))
		}
	}
	for d := v.from; d < v.from.AddDays(14); d++ {
		at := days[d]
		left := int(v.race - d)
		if at.taxing > 1 {
			v.object("two hard", "%d days to the race: two key or long sessions on one day", left)
		}
		if at.brick && at.sessions > 1 {
			for i := range v.sessions {
				if s := &v.sessions[i]; s.Date == d && (s.Sport == training.Ride || s.Sport == training.Run) && !strings.HasPrefix(s.Family, "X-") {
					v.object("two hard", "%d days to the race: %s beside a brick", left, s.Title)
				}
			}
		}
		if at.hi > 0 && days[d+1].hi > 0 {
			v.object("hard days", "%d and %d days to the race are both hard", left, left-1)
		}
		if left > 0 && at.taxing > 0 && days[d+1].taxing > 0 && days[d+2].taxing > 0 {
			v.object("hard days", "%d, %d and %d days to the race are all hard or long", left, left-1, left-2)
		}
	}
	most := 2
	if len(v.week) <= 3 || v.lifts() {
		most = 3
	}
	recovers := v.early() || v.format == training.TriHalf
	empty := 0
	for d := v.from; d < v.from.AddDays(14); d++ {
		if days[d].sessions > 0 {
			empty = 0
			continue
		}
		left := int(v.race - d)
		if empty++; empty == most+1 && !(left < 0 && recovers && left > -14) && !(left < 0 && left > -4) {
			v.object("empty", "%d days without anything up to %d days to the race", empty, left)
		}
	}
}

// rows are the SOFT rules of a race that the plan breaks.
func (v *around) rows(run runs.Run) {
	after := v.m.snapshot
	after.Sessions = v.m.after()
	in := after.RulesInput(run.From, run.Days)
	in.Complete, in.TargetFitness, in.Before = true, run.TargetFitness, v.m.snapshot.Sessions
	for _, row := range rules.Check(in).Violations() {
		switch {
		case row.Severity == rules.Hard:
			v.object("HARD", "%s: %s", row.RuleID, row.Message)
		case row.RuleID == "TAP-5" && strings.Contains(row.Message, "at least"): // rest alone has reached what there was time for
		case strings.HasPrefix(string(row.RuleID), "TAP") || row.RuleID == "VOL-3" || row.RuleID == "VOL-2":
			v.object(string(row.RuleID), "%s", row.Message)
		}
	}
}

// seenAround is the plan of a racer from a day on, with what a coach says of it.
func seenAround(t *testing.T, r *racer, m *memory, from, race training.Date, priority training.EventPriority) *around {
	run := request(14)
	run.From = from
	return m.seen(t, r, run, race, priority)
}

// seen is what a coach says of a run.
func (m *memory) seen(t *testing.T, r *racer, run runs.Run, race training.Date, priority training.EventPriority) *around {
	from := run.From
	plan(t, m, run)
	v := &around{racer: r, from: from, race: race, priority: priority, m: m}
	if m.outcome.Status != runs.Succeeded {
		v.object("no plan", "%s", *m.outcome.Failure)
		return v
	}
	for _, s := range m.after() {
		if s.Date >= from && s.Status != training.Completed {
			v.sessions = append(v.sessions, s)
		}
	}
	v.days()
	if race >= from {
		v.before()
	}
	if race < from.AddDays(14) {
		v.after()
	}
	v.rows(run)
	return v
}

func (v *around) show(title string) {
	run := request(14)
	run.From = v.from
	fmt.Printf("\n== %s\n", title)
	for _, e := range v.m.events {
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
	fmt.Print(v.m.table(run))
	for _, f := range v.said {
		fmt.Printf("   ! %s: %s\n", f.area, f.text)
	}
}

// raced puts the race behind the athlete: done, with a lighter week before it.
func (r *racer) raced(m *memory, race training.Date) {
	kept := m.snapshot.Activities[:0]
	for _, a := range m.snapshot.Activities {
		left := int(race - a.Date)
		switch {
		case left <= 0 || left == 2:
			continue
		case left <= 7:
			a.DurationSeconds, a.TSS = a.DurationSeconds*6/10, a.TSS*.6
		}
		kept = append(kept, a)
	}
	seconds := max(r.seconds, 1800)
	start, meters := training.LocalTime(9*60), r.meters
	done := training.Activity{Date: race, Start: &start, Sport: r.sport, DurationSeconds: seconds, TSS: r.tss, LoadMethod: training.RPE}
	if meters > 0 {
		done.DistanceMeters = &meters
	}
	m.snapshot.Activities = append(kept, done)
	m.snapshot.Sessions = slices.DeleteFunc(m.snapshot.Sessions, func(s training.Session) bool { return s.Date >= race-2 })
}

// keptAfter is a racer's plan from some days after a B race on that keeps what a plan from the week before it has put there.
func (m *memory) keptAfter(t *testing.T, r *racer, race, from training.Date) *around {
	first := request(14)
	first.From = race.AddDays(-7)
	plan(t, m, first)
	m.snapshot.Sessions = m.after()
	for i := range m.snapshot.Sessions {
		if s := &m.snapshot.Sessions[i]; s.Date < from && s.Status == training.Planned {
			s.Status, s.Result = training.Completed, &training.SessionResult{DurationSeconds: s.Load.DurationSeconds, TSS: s.Load.TSS}
		}
	}
	start, meters := training.LocalTime(9*60), r.meters
	m.snapshot.Activities = append(m.snapshot.Activities,
		training.Activity{Date: race, Start: &start, Sport: r.sport, DurationSeconds: r.seconds, TSS: r.tss, LoadMethod: training.RPE, DistanceMeters: &meters})
	m.snapshot.Today, m.outcome, m.calendar, m.events = from-1, nil, nil, nil
	run := request(14)
	run.From, run.KeepPlanned = from, true
	return m.seen(t, r, run, race, training.EventB)
}

// Plans that begin up to three weeks before an A race, a B race on the way to one, and up to a fortnight after a race are what a coach would give. RACES=name
// shows those of one racer.
func TestPlansAroundRaces(t *testing.T) {
	withoutRace(t)
	race := monday.AddDays(34) // a Sunday
	tally, plans := map[string]int{}, 0
	step := many(1, 5, 9)
	free := 0
	see := func(title string, v *around) {
		plans++
		if want := os.Getenv("RACES"); want != "" && strings.Contains(title, want) {
			v.show(title)
		}
		if len(v.said) == 0 {
			free++
		}
		areas := map[string]bool{}
		for _, f := range v.said {
			areas[f.area] = true
			t.Logf("%s: %s: %s", title, f.area, f.text)
		}
		for area := range areas {
			tally[area]++
		}
	}
	for n := range racers {
		r := &racers[n]
		for d := 1 + n%step; d <= 21; d += step {
			from := race.AddDays(-d)
			m := r.start(from)
			m.snapshot.Athlete.Profile.Events = []training.Event{r.event("a", training.EventA, race)}
			see(fmt.Sprintf("%s, %d days before", r.name, d), seenAround(t, r, m, from, race, training.EventA))
		}
		for d := 1 + n%step; d <= 14; d += step {
			from := race.AddDays(d)
			m := r.start(from)
			m.snapshot.Athlete.Profile.Events = []training.Event{r.event("a", training.EventA, race)}
			r.raced(m, race)
			see(fmt.Sprintf("%s, %d days after", r.name, d), seenAround(t, r, m, from, race, training.EventA))
		}
		for d := 1 + n%step; d <= 14; d += step {
			from := race.AddDays(-d)
			m := r.start(from)
			m.snapshot.Athlete.Profile.Events = []training.Event{r.event("b", training.EventB, race), r.event("a", training.EventA, race.AddDays(35))}
			see(fmt.Sprintf("B %s, %d days before", r.name, d), seenAround(t, r, m, from, race, training.EventB))
		}
	}
	sprint, olympic := racerNamed("sprint triathlon"), racerNamed("olympic triathlon")
	for d := 1; d <= 14; d += step { // two races within a week
		from := race.AddDays(-d)
		m := olympic.start(from)
		m.snapshot.Athlete.Profile.Events = []training.Event{sprint.event("b", training.EventB, race), olympic.event("a", training.EventA, race+6)}
		see(fmt.Sprintf("B sprint on the way to an olympic triathlon six days later, %d days before", d), seenAround(t, olympic, m, from, race, training.EventB))
	}
	half := racerNamed("half marathon")
	for d := 1; d <= 7; d += min(step, 3) { // a plan that is kept, from the days after a B race on
		from := race.AddDays(d)
		m := half.start(race.AddDays(-7))
		m.snapshot.Athlete.Profile.Events = []training.Event{half.event("b", training.EventB, race), half.event("a", training.EventA, race.AddDays(35))}
		see(fmt.Sprintf("B half marathon, kept, %d days after", d), m.keptAfter(t, half, race, from))
	}
	var lines []string
	for area, count := range tally {
		lines = append(lines, fmt.Sprintf("%4d %s", count, area))
	}
	slices.Sort(lines)
	t.Logf("%d plans, %d without objection\n%s", plans, free, strings.Join(lines, "\n"))
	for _, area := range []string{"HARD", "no plan", "never", "race day", "after", "last long"} {
		if tally[area] > 0 {
			t.Errorf("%d plans: %s", tally[area], area)
		}
	}
	for area, most := range map[string]int{"two hard": 1, "hard days": 1, "sports": 1, "last days": 1, "again": 1, "VOL-3": 2, "TAP-1": 8, "share": 8, "empty": 10} { // in a hundred plans
		if 100*tally[area] > most*plans+100 {
			t.Errorf("%d of %d plans: %s", tally[area], plans, area)
		}
	}
	if 20*free < 13*plans {
		t.Errorf("only %d of %d plans are without objection", free, plans)
	}
}
