package planner_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fortnight/planner"
	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// A wish is met by all that it says: for each kind a wish that a plan meets is changed field by field to what the plan lacks, and is not met then.
func TestEveryFieldOfAWishTakesPart(t *testing.T) {
	f, err := planner.Proposed(context.Background(), newPlanner(triathlete()), request(14))
	if err != nil {
		t.Fatal(err)
	}
	sessions := f.Sessions()
	at := slices.IndexFunc(sessions, func(s training.Session) bool {
		return s.Sport == training.Run && s.Load.DistanceMeters != nil && s.Focus == training.FocusLong
	})
	if at < 0 {
		t.Fatal("no long run with a distance")
	}
	s := sessions[at]
	workout := f.Workouts.Of(&s)
	read, _ := session.LevelOf(*workout)
	var without []training.Date
	for _, d := range days14() {
		if !slices.ContainsFunc(sessions, func(o training.Session) bool { return o.Date == d && o.Sport == training.Run }) {
			without = append(without, d)
		}
	}
	count, minutes := 0, 0
	for i := range sessions {
		if (&wish.Wish{Sport: training.Run}).Is(f.Workouts.Of(&sessions[i])) {
			count++
			minutes += stage.MinutesOf(sessions[i].Load.DurationSeconds)
		}
	}
	day, all := []training.Date{s.Date}, days14()
	meters := int(*s.Load.DistanceMeters)
	wanted := wish.Wish{
		Sport: s.Sport, Session: wish.Long, Family: read.Family, Focus: s.Focus, Minutes: s.Load.DurationSeconds / 60, Meters: meters, From: s.Start, To: s.Start + 30, Dates: day,
	}
	lacksWanted := map[string]func(*wish.Wish){
		"session": func(w *wish.Wish) { w.Session = wish.Hard }, "familyId": func(w *wish.Wish) { w.Family = "W-2K" }, "focus": func(w *wish.Wish) { w.Focus = training.FocusTest },
		"sport": func(w *wish.Wish) { w.Sport = training.Kayak }, "minutes": func(w *wish.Wish) { w.Minutes += 60 }, "meters": func(w *wish.Wish) { w.Meters *= 2 },
		"from": func(w *wish.Wish) { w.From, w.To = s.Start+60, s.Start+90 }, "to": func(w *wish.Wish) { w.From, w.To = 0, s.Start },
		"each": func(w *wish.Wish) {
			w.Dates, w.Each = append(slices.Clone(without[:1]), s.Date), true
			slices.Sort(w.Dates)
		}, "dates": func(w *wish.Wish) { w.Dates = without[:1] },
	}
	move := wanted
	move.Away = without[:1]
	lacksMove := map[string]func(*wish.Wish){"away": func(w *wish.Wish) {
		*w = wish.Wish{Kind: wish.Move, Sport: training.Run, Dates: day, Away: []training.Date{another(sessions, s.Date)}}
	}}
	for name, lack := range lacksWanted {
		lacksMove[name] = lack
	}
	is := wish.Wish{Sport: s.Sport, Session: wish.Long, Family: read.Family, Focus: s.Focus}
	isNot := map[string]func(*wish.Wish){ // a wish against something is not met where the plan has it: from one that fits nothing, each field alone made to fit
		"session": func(w *wish.Wish) { w.Session = wish.Long }, "familyId": func(w *wish.Wish) { w.Family = read.Family }, "focus": func(w *wish.Wish) { w.Focus = s.Focus }, "sport": func(w *wish.Wish) { w.Sport = s.Sport },
		"dates": func(w *wish.Wish) { w.Dates = day },
	}
	off := map[string]func(*wish.Wish){
		"session": func(w *wish.Wish) { w.Session = wish.Hard }, "familyId": func(w *wish.Wish) { w.Family = "W-2K" }, "focus": func(w *wish.Wish) { w.Focus = training.FocusTest }, "sport": func(w *wish.Wish) { w.Sport = training.Kayak },
	}
	against := func(kind wish.Kind) func(field string) (met, unmet wish.Wish) {
		return func(field string) (met, unmet wish.Wish) {
			unmet = is
			unmet.Kind, unmet.Dates = kind, day
			met = unmet
			if field == "dates" {
				met.Dates = without[:1]
			} else {
				off[field](&met)
			}
			isNot[field](&unmet)
			return met, unmet
		}
	}
	from := func(kind wish.Kind, base wish.Wish, lacks map[string]func(*wish.Wish)) func(string) (wish.Wish, wish.Wish) {
		return func(field string) (met, unmet wish.Wish) {
			met, unmet = base, base
			met.Kind, unmet.Kind = kind, kind
			if lacks[field] == nil {
				t.Fatalf("%s has no case for %s", kind, field)
			}
			lacks[field](&unmet)
			return met, unmet
		}
	}
	few := func(w *wish.Wish) { w.Count = 1 }
	limit := wish.Wish{Sport: training.Run, Bound: wish.AtMost, Count: count, Per: wish.InAll, Dates: all}
	lacksLimit := map[string]func(*wish.Wish){
		"bound": func(w *wish.Wish) { w.Bound, w.Count = wish.AtLeast, count+1 }, "count": few, "per": func(w *wish.Wish) { w.Bound, w.Per = wish.Exactly, wish.PerWeek },
		"minutes": func(w *wish.Wish) { w.Count, w.Minutes = 0, minutes/2 }, "meters": func(w *wish.Wish) { w.Count, w.Meters = 0, 100 }, "sport": func(w *wish.Wish) { w.Sport, w.Bound = training.Kayak, wish.Exactly },
		"session": func(w *wish.Wish) { w.Session, w.Bound = wish.Long, wish.Exactly }, "familyId": func(w *wish.Wish) { w.Family, w.Bound = "R-VO2", wish.Exactly },
		"focus": func(w *wish.Wish) { w.Focus, w.Bound = training.FocusTest, wish.Exactly }, "dates": func(w *wish.Wish) { w.Dates, w.Bound = without[:1], wish.Exactly },
	}
	rests := wish.Wish{Count: 1, Bound: wish.AtLeast, Per: wish.PerWeek, Dates: all}
	lacksRests := map[string]func(*wish.Wish){
		"bound": func(w *wish.Wish) { w.Bound, w.Count = wish.Exactly, 6 }, "count": func(w *wish.Wish) { w.Count = 6 }, "per": func(w *wish.Wish) { w.Per, w.Bound = wish.InAll, wish.Exactly }, "dates": func(w *wish.Wish) { w.Dates, w.Per = day, wish.InAll },
	}
	race := wish.Wish{Sport: training.Run, Meters: 10_000, Priority: training.EventB, Format: training.Run10K, Dates: []training.Date{monday + 300}}
	lacksRace := map[string]func(*wish.Wish){
		"sport": func(w *wish.Wish) { w.Sport, w.Format = training.Ride, "" }, "meters": func(w *wish.Wish) { w.Meters = 5000 }, "priority": func(w *wish.Wish) { w.Priority = training.EventA },
		"format": func(w *wish.Wish) { w.Format = training.RunTrail }, "dates": func(w *wish.Wish) { w.Dates = []training.Date{monday + 200} },
	}
	ten, format := 10_000.0, training.Run10K
	f.Snapshot.Athlete.Profile.Events = []training.Event{{ID: "e", Name: "City 10", Sport: training.Run, Priority: training.EventB, DistanceMeters: &ten, Format: &format, Date: monday + 300}}
	cases := map[wish.Kind]func(string) (wish.Wish, wish.Wish){
		wish.Prefer: from(wish.Prefer, wanted, lacksWanted), wish.Require: from(wish.Require, wanted, lacksWanted), wish.Move: from(wish.Move, move, lacksMove), wish.Avoid: against(wish.Avoid),
		wish.Limit: from(wish.Limit, limit, lacksLimit), wish.RestDays: from(wish.RestDays, rests, lacksRests), wish.Race: from(wish.Race, race, lacksRace),
		wish.Rest: from(wish.Rest, wish.Wish{Dates: free(sessions)}, map[string]func(*wish.Wish){"dates": func(w *wish.Wish) { w.Dates = day }}),
		wish.Unavailable: from(wish.Unavailable, wish.Wish{From: s.Start - 120, To: s.Start - 90, Dates: day}, map[string]func(*wish.Wish){
			"from": func(w *wish.Wish) { w.From, w.To = s.Start, s.Start+10 }, "to": func(w *wish.Wish) { w.To = s.Start + 10 }, "dates": func(w *wish.Wish) { *w = wish.Wish{Kind: w.Kind, Dates: day} },
		}),
		wish.Note: from(wish.Note, wish.Wish{Sport: s.Sport, Session: wish.Long, Family: read.Family, Focus: s.Focus, Dates: day}, map[string]func(*wish.Wish){
			"session": off["session"], "familyId": off["familyId"], "focus": off["focus"], "sport": off["sport"], "dates": func(w *wish.Wish) { w.Dates = without[:1] },
		}),
		wish.Without: from(wish.Without, wish.Wish{Equipment: []training.Equipment{training.Kettlebell}, Dates: all}, map[string]func(*wish.Wish){
			"equipment": func(w *wish.Wish) { w.Equipment = []training.Equipment{training.SwimmingPool, training.OpenWater} }, "dates": nil,
		}),
	}
	for kind, of := range cases {
		fields := wish.Takes(kind)
		if kind != wish.Without {
			fields = append(fields, "dates")
		}
		for _, field := range fields {
			met, unmet := of(field)
			w := met
			if ok, why := stage.Met(f, &w); !ok {
				t.Errorf("%s, %s: %s is not met: %s", kind, field, met, why)
			}
			w = unmet
			if kind == wish.Without {
				f.Wishes = wish.Wishes{w}
			}
			if ok, why := stage.Met(f, &w); ok || why == "" {
				t.Errorf("%s, %s: %+v is met: %s", kind, field, unmet, why)
			}
			f.Wishes = nil
		}
	}
}

// another is a day with a run other than one.
func another(sessions []training.Session, than training.Date) training.Date {
	at := slices.IndexFunc(sessions, func(s training.Session) bool { return s.Sport == training.Run && s.Date != than })
	return sessions[at].Date
}

// free are the days without a session.
func free(sessions []training.Session) (list []training.Date) {
	for _, d := range days14() {
		if !slices.ContainsFunc(sessions, func(s training.Session) bool { return s.Date == d }) {
			list = append(list, d)
		}
	}
	return list
}

// A long run that the rules keep shorter than it is wished for is there, and is not what was asked for: the reason has both lengths.
func TestALongerRunThanTheRulesAllowIsNotMet(t *testing.T) {
	for _, w := range []wish.Wish{{Meters: 30_000}, {Minutes: 170}} {
		m, run := runner(), request(14)
		w.Kind, w.Strength, w.Sport, w.Session, w.Dates = wish.Require, wish.Must, training.Run, wish.Long, []training.Date{monday + 6}
		run.Wishes = wish.Wishes{w}
		plan(t, m, run)
		sound(t, m, run)
		h := m.outcome.Heard
		if len(h) != 1 || h[0].Met || !slices.ContainsFunc(m.after(), func(s training.Session) bool {
			return s.Date == monday+6 && s.Sport == training.Run && s.Focus == training.FocusLong
		}) {
			t.Errorf("%+v\n%s", h, m.table(run))
		}
		t.Log(h[0].Reason)
	}
	m, run := triathlete(), request(14)
	run.Wishes = wish.Wishes{{Kind: wish.Prefer, Sport: training.Ride, Session: wish.Easy, Minutes: 40, Dates: []training.Date{monday + 3}}}
	plan(t, m, run)
	if h := m.outcome.Heard; !h[0].Met {
		t.Errorf("%+v\n%s", h, m.table(run))
	}
}

// What is to lie days apart is not put twice on one day to get it all in, by words or by data, and whoever trains a lot has no two hard runs on one.
func TestDaysApartAreDays(t *testing.T) {
	for name, make := range map[string]func() *memory{"runner": runner, "triathlete": triathlete} {
		for _, change := range []func(*runs.Run){
			func(r *runs.Run) { r.Wish = "no back to back run days; at most 4 runs per week" },
			func(r *runs.Run) {
				r.Wishes = wish.Wishes{{Kind: wish.Spaced, Strength: wish.Must, Sport: training.Run, Dates: days14()}}
			},
		} {
			m, run := make(), request(14)
			change(&run)
			plan(t, m, run)
			sound(t, m, run)
			before := training.Date(0)
			for _, s := range m.after() {
				if s.Sport != training.Run {
					continue
				}
				if s.Date <= before+1 {
					t.Errorf("%s: runs on %s and %s\n%s", name, before, s.Date, m.table(run))
				}
				before = s.Date
			}
			for _, h := range m.outcome.Heard {
				if !h.Met {
					t.Errorf("%s: %s: %s", name, h.Wish, h.Reason)
				}
			}
		}
	}
}

// A race is not met with an open gate against it, and what is said of a part that is not understood is not put into the athlete's mouth.
func TestARaceBesideARestrictionIsWarnedOf(t *testing.T) {
	m := runner()
	wished(t, m, 14, "my knee hurts. parkrun on Saturday")
	at := slices.IndexFunc(m.outcome.Heard, func(h runs.Heard) bool { return h.Wish.Kind == wish.Race })
	if at < 0 || m.outcome.Heard[at].Met || !strings.Contains(m.outcome.Heard[at].Reason, "Do not race") || !strings.Contains(m.outcome.Heard[at].Reason, "knee") {
		t.Errorf("%+v", m.outcome.Heard)
	}
	m = runner()
	read := wished(t, m, 14, "parkrun")
	if want := "“parkrun” (on which day is it?)"; !strings.Contains(read.Message, want) || !strings.Contains(m.last(), want) {
		t.Errorf("%s; %s", read.Message, m.last())
	}
}
