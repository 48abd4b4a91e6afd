package planner_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fortnight/planner"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/training"
	"fortnight/wish"
)

// claimed is what a reason says that stands on a day: "Long run on Sun 6 Dec".
var claimed = regexp.MustCompile(`^([A-Z][^.:]*?) (?:stands (?:at [0-9:]+ )?on|on) ((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]+ [A-Z][a-z]+)`)

// standsThere tells whether each session that a reason names stands in the plan on the day that it says.
func standsThere(reason string, sessions []training.Session) error {
	if strings.HasPrefix(reason, "Nothing is planned on ") {
		return nil
	}
	for _, m := range claimed.FindAllStringSubmatch(strings.TrimPrefix(reason, "The plan has "), -1) {
		if !slices.ContainsFunc(sessions, func(s training.Session) bool { return s.Title == m[1] && prose.Day(s.Date) == m[2] }) {
			return fmt.Errorf("no %q on %s", m[1], m[2])
		}
	}
	return nil
}

// What is said of a wish that a plan does not meet is there for each kind, and true of the plan: sessions that it names stand where it says, numbers are those of the
// plan, and what is said to be in the way is.
func TestWhyAWishIsNotMetIsTrue(t *testing.T) {
	f, err := planner.Proposed(context.Background(), newPlanner(triathlete()), request(14))
	if err != nil {
		t.Fatal(err)
	}
	sessions := f.Sessions()
	find := func(such func(s training.Session) bool) training.Session {
		at := slices.IndexFunc(sessions, such)
		if at < 0 {
			t.Fatal("the plan has no such session")
		}
		return sessions[at]
	}
	long := find(func(s training.Session) bool { return s.Sport == training.Run && s.Focus == training.FocusLong })
	hard := find(func(s training.Session) bool { return s.Load.Demand.HighIntensity })
	ride := find(func(s training.Session) bool { return s.Sport == training.Ride })
	on := func(dates ...training.Date) []training.Date { return dates }
	runs, runMinutes, trained := 0, 0, map[training.Date]bool{}
	for i := range sessions {
		if s := &sessions[i]; (&wish.Wish{Sport: training.Run}).Is(f.Workouts.Of(s)) {
			runs++
			runMinutes += stage.MinutesOf(s.Load.DurationSeconds)
		}
		if sessions[i].Sport != training.Mobility {
			trained[sessions[i].Date] = true
		}
	}
	noRun := slices.DeleteFunc(days14(), func(d training.Date) bool {
		return slices.ContainsFunc(sessions, func(s training.Session) bool { return s.Date == d && s.Sport == training.Run })
	})
	without := func(w wish.Wish) func() { // what is at hand goes by the wishes
		return func() { f.Wishes = wish.Wishes{w} }
	}
	pool := wish.Wish{Kind: wish.Without, Equipment: []training.Equipment{training.SwimmingPool, training.OpenWater}, Dates: days14()}
	swim := find(func(s training.Session) bool { return s.Sport == training.Swim })
	room := func(date training.Date) int {
		minutes, _ := f.Snapshot.Hours().Room(date)
		return minutes
	}
	for name, c := range map[string]struct {
		wish   wish.Wish
		before func()
		says   string // in the reason
	}{
		"PREFER in another sport's place": {wish: wish.Wish{Kind: wish.Prefer, Sport: training.Run, Session: wish.Long, Family: "R-VO2", Dates: on(long.Date)}, says: long.Title + " on " + prose.Day(long.Date) + ", which is not what is asked for"},
		"PREFER at another time": {wish: wish.Wish{Kind: wish.Prefer, Sport: training.Run, From: long.Start + 60, To: long.Start + 90, Dates: on(long.Date)},
			says: fmt.Sprintf("begins at %s and not from %s to %s", long.Start, long.Start+60, long.Start+90)},
		"PREFER of another length": {wish: wish.Wish{Kind: wish.Prefer, Sport: training.Run, Minutes: long.Load.DurationSeconds/60 + 60, Dates: on(long.Date)},
			says: "has " + prose.Minutes(long.Load.DurationSeconds) + " and not " + prose.Minutes(long.Load.DurationSeconds+3600)},
		"PREFER of more than a day has room for": {wish: wish.Wish{Kind: wish.Prefer, Sport: training.Kayak, Minutes: room(monday) + 30, Dates: on(monday)}, says: fmt.Sprintf("There is room for %d min at the most.", room(monday))},
		"REQUIRE where nothing like it stands":   {wish: wish.Wish{Kind: wish.Require, Sport: training.Kayak, Dates: on(monday)}},
		"REQUIRE without what it needs":          {wish: wish.Wish{Kind: wish.Require, Sport: training.Swim, Dates: noSwim(sessions)[:1]}, before: without(pool), says: "pool"},
		"MOVE to where it is not":                {wish: wish.Wish{Kind: wish.Move, Sport: training.Run, Dates: noRun[:1], Away: on(long.Date)}},
		"MOVE of whatever is planned":            {wish: wish.Wish{Kind: wish.Move, Dates: on(monday + 1), Away: on(monday)}, says: "Nothing is planned on " + prose.Day(monday)},
		"AVOID":                                  {wish: wish.Wish{Kind: wish.Avoid, Sport: training.Ride, Dates: on(ride.Date)}, says: "stands on " + prose.Day(ride.Date)},
		"REST":                                   {wish: wish.Wish{Kind: wish.Rest, Dates: on(long.Date)}, says: "stands on " + prose.Day(long.Date)},
		"EASE":                                   {wish: wish.Wish{Kind: wish.Ease, Dates: on(hard.Date)}, says: hard.Title + " stands on " + prose.Day(hard.Date)},
		"SPARE":                                  {wish: wish.Wish{Kind: wish.Spare, Region: training.Legs, Dates: on(long.Date)}, says: "stands on " + prose.Day(long.Date)},
		"UNAVAILABLE":                            {wish: wish.Wish{Kind: wish.Unavailable, Dates: on(ride.Date)}, says: "stands on " + prose.Day(ride.Date)},
		"UNAVAILABLE at a time":                  {wish: wish.Wish{Kind: wish.Unavailable, From: long.Start, To: long.Start + 10, Dates: on(long.Date)}, says: fmt.Sprintf("%s stands at %s on %s", long.Title, long.Start, prose.Day(long.Date))},
		"LIMIT of sessions":                      {wish: wish.Wish{Kind: wish.Limit, Sport: training.Run, Bound: wish.AtMost, Count: 1, Per: wish.InAll, Dates: days14()}, says: fmt.Sprintf("%d sessions from %s", runs, prose.Day(monday))},
		"LIMIT of minutes":                       {wish: wish.Wish{Kind: wish.Limit, Sport: training.Run, Bound: wish.AtMost, Minutes: 60, Per: wish.InAll, Dates: days14()}, says: fmt.Sprintf("%d min from %s", runMinutes, prose.Day(monday))},
		"LIMIT of a day":                         {wish: wish.Wish{Kind: wish.Limit, Bound: wish.AtMost, Minutes: 20, Per: wish.PerDay, Dates: on(long.Date)}, says: "stands on " + prose.Day(long.Date)},
		"LIMIT of days in a row":                 {wish: wish.Wish{Kind: wish.Limit, Bound: wish.AtMost, Count: 1, Per: wish.InARow, Dates: days14()}, says: "on more than 1 day in a row"},
		"REST_DAYS":                              {wish: wish.Wish{Kind: wish.RestDays, Bound: wish.AtLeast, Count: 14 - len(trained) + 1, Per: wish.InAll, Dates: days14()}, says: fmt.Sprintf("%d days with training from %s", len(trained), prose.Day(monday))},
		"APART":                                  {wish: wish.Wish{Kind: wish.Spaced, Dates: days14()}, says: "twice on a day or on two days in a row"},
		"EASY_BEFORE":                            {wish: wish.Wish{Kind: wish.EasyBefore, Dates: days14()}, says: "Something hard stands on the day before"},
		"LESS":                                   {wish: wish.Wish{Kind: wish.Less, Dates: on(monday)}, says: "fewer than four days of a week"},
		"MORE":                                   {wish: wish.Wish{Kind: wish.More, Dates: on(monday)}, says: "fewer than four days of a week"},
		"EQUIPMENT":                              {wish: wish.Wish{Kind: wish.Equip, Equipment: []training.Equipment{training.Treadmill}, Dates: days14()}, before: without(wish.Wish{Kind: wish.Equip, Equipment: []training.Equipment{training.Treadmill}, Dates: days14()}), says: "and what stands goes before the wish"},
		"WITHOUT":                                {wish: pool, before: without(pool), says: swim.Title + " stands on "},
		"NOTE":                                   {wish: wish.Wish{Kind: wish.Note, Sport: training.Kayak, Dates: days14()}, says: "nothing that it could stand with"},
	} {
		f.Wishes = nil
		if c.before != nil {
			c.before()
		}
		met, why := stage.Met(f, &c.wish)
		if met || why == "" || !strings.Contains(why, c.says) {
			t.Errorf("%s: met %v, %q, want it to say %q", name, met, why, c.says)
		}
		if err := standsThere(why, sessions); err != nil {
			t.Errorf("%s: %q: %v", name, why, err)
		}
		f.Wishes = nil
	}
}

// noSwim are the days without a swim.
func noSwim(sessions []training.Session) []training.Date {
	return slices.DeleteFunc(days14(), func(d training.Date) bool {
		return slices.ContainsFunc(sessions, func(s training.Session) bool { return s.Date == d && s.Sport == training.Swim })
	})
}

// Of several conditions the one that rules out what is wished for is the reason, not the gravest.
func TestTheConditionThatRulesOutAWishIsItsReason(t *testing.T) {
	m := triathlete()
	m.snapshot.Athlete.Profile.Conditions = []training.Condition{training.BetaBlocker, training.HurtKnee, training.HurtShoulder}
	run := request(14)
	run.Wishes = wish.Wishes{
		{Kind: wish.Prefer, Strength: wish.Liked, Sport: training.Run, Dates: days14()[:7]},
		{Kind: wish.Prefer, Strength: wish.Liked, Sport: training.Swim, Dates: days14()[:7]},
	}
	plan(t, m, run)
	for i, want := range []string{"Because of a sore knee: no run.", "Because of a sore shoulder: no swim."} {
		if h := m.outcome.Heard[i]; h.Met || !strings.HasSuffix(h.Reason, want) {
			t.Errorf("%s: met %v: %q, want %q", h.Wish, h.Met, h.Reason, want)
		}
	}
}

// A day that another wish keeps free takes nothing, and weeks that do not come to what they were to have say both numbers.
func TestWhyWeeksAndDaysAreNotAsWished(t *testing.T) {
	m, run := triathlete(), request(14)
	run.Wishes = wish.Wishes{
		{Kind: wish.Rest, Strength: wish.Must, Dates: []training.Date{monday + 2}},
		{Kind: wish.Prefer, Strength: wish.Liked, Sport: training.Row, Dates: []training.Date{monday + 2}},
	}
	plan(t, m, run)
	if h := m.outcome.Heard; len(h) == 2 && (h[1].Met || !strings.Contains(h[1].Reason, "takes nothing new")) {
		t.Errorf("%+v", h)
	}
	f, err := planner.Proposed(context.Background(), newPlanner(triathlete()), request(14))
	if err != nil {
		t.Fatal(err)
	}
	f.Brief.Weeks[0].Minutes *= 2
	_, why := stage.Met(f, &wish.Wish{Kind: wish.More, Dates: days14()})
	m2 := regexp.MustCompile(`has (\d+) min, where (\d+) were to be reached`).FindStringSubmatch(why)
	if m2 == nil || m2[1] != strconv.Itoa(weekMinutes(f, monday)) || m2[2] != strconv.Itoa(f.Brief.Weeks[0].Minutes) {
		t.Errorf("%q, where the week has %d min", why, weekMinutes(f, monday))
	}
}

// weekMinutes are the minutes of a week of a plan, stretching left out.
func weekMinutes(f *state.Fortnight, first training.Date) (minutes int) {
	for _, s := range f.Sessions() {
		if s.Sport != training.Mobility && s.Date >= first && s.Date < first+7 {
			minutes += stage.MinutesOf(s.Load.DurationSeconds)
		}
	}
	return minutes
}
