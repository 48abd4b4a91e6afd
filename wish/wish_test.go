package wish_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fortnight/training"
	"fortnight/wish"
)

const monday training.Date = 20787 // 2026-11-30

// said is a wish in short: kind, session, sport, region, minutes, and the days of a plan that begins on Monday 30 November 2026.
func said(w wish.Wish) string {
	parts := []string{string(w.Kind)}
	for _, p := range []string{string(w.Session), string(w.Sport), string(w.Region)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if w.Minutes > 0 {
		parts = append(parts, fmt.Sprint(w.Minutes))
	}
	days := make([]string, len(w.Dates))
	for i, d := range w.Dates {
		days[i] = fmt.Sprint(int(d-monday) + 1)
	}
	text := strings.Join(days, ",")
	for name, list := range map[string]string{"all": "1,2,3,4,5,6,7,8,9,10,11,12,13,14", "week1": "1,2,3,4,5,6,7", "week2": "8,9,10,11,12,13,14"} {
		if text == list {
			text = name
		}
	}
	return strings.Join(append(parts, text), " ")
}

// 12 §7: what contradicts itself is named and not followed on the days on which it does; the rest of the wish is.
func TestContradictionsAreNamed(t *testing.T) {
	all := "on Mon 30 Nov to Sun 13 Dec"
	for _, c := range []struct {
		text string
		want []string
		left string
	}{
		{"only swimming, no swimming", nil, "“only swimming” and “no swimming” contradict each other " + all + ": none of it is followed"},
		{"no swimming; only swimming", nil, "“only swimming” and “no swimming” contradict each other " + all},
		{"no swimming, only swimming", nil, "“only swimming” and “no swimming” contradict each other " + all + ": none of it is followed"},
		{"I hate swimming, only pool sessions please", nil, "contradict each other " + all},
		{"only swimming and only running", nil, "“only swimming” and “only running” contradict each other " + all},
		{"only yoga, no mobility", nil, "“only yoga” and “no mobility” contradict each other " + all},
		{"only running and no running", nil, "contradict each other " + all},
		{"only running; only swimming", nil, "“only running” and “only swimming” contradict each other " + all},
		{"more running, no running", nil, "“more running” and “no running” contradict each other " + all},
		{"rest on Monday; run on Monday", nil, "“run on Monday” and “rest on Monday” contradict each other on Mon 30 Nov"},
		{"no long runs; a long run on Sunday", []string{"AVOID LONG RUN 1,2,3,4,5,6,8,9,10,11,12,13,14"}, "contradict each other on Sun 6 Dec"},
		{"no running this week; run on Tuesday", []string{"AVOID RUN 1,3,4,5,6,7"}, "“run on Tuesday” and “no running this week” contradict each other on Tue 1 Dec"},
		{"long ride on Saturday; max 45 min on Saturday", nil, "contradict each other on Sat 5 Dec"},
		{"a 3 h ride on Saturday; no long rides", []string{"AVOID LONG RIDE 1,2,3,4,5,7,8,9,10,11,12,13,14"}, "contradict each other on Sat 5 Dec"},
		{"only swimming on Monday; rest on Monday; no gym on Friday", []string{"AVOID STRENGTH 5"}, "contradict each other on Mon 30 Nov"},
		{"I have a fever; only swimming, no swimming", []string{"UNWELL all"}, "contradict each other"},

		// What goes together, or is a matter of safety, stays.
		{"only swimming or running, no swimming", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID STRENGTH all", "AVOID SWIM all"}, ""},
		{"only yoga", []string{"AVOID RUN all", "AVOID RIDE all", "AVOID SWIM all", "AVOID ROW all", "AVOID STRENGTH all"}, ""},
		{"away till Friday, only running possible", []string{"REST 1,2,3,4,5"}, "only running possible"},
		{"only swimming; rest on Monday", []string{"AVOID RUN all", "AVOID RIDE all", "AVOID ROW all", "AVOID STRENGTH all", "REST 1"}, ""},
		{"only swimming; no swimming on Monday", []string{"AVOID RUN all", "AVOID RIDE all", "AVOID ROW all", "AVOID STRENGTH all", "AVOID SWIM 1"}, ""},
		{"no running on Monday; more running", []string{"AVOID RUN 1", "PREFER RUN all"}, ""},
		{"no hard running; run on Monday", []string{"AVOID HARD RUN all", "PREFER RUN 1"}, ""},
		{"I have a fever; run on Monday", []string{"UNWELL all", "PREFER RUN 1"}, ""},
	} {
		wishes, left := wish.Read(c.text, monday-1, monday, 14)
		var got []string
		for _, w := range wishes {
			got = append(got, said(w))
		}
		if text := strings.Join(left, "; "); !slices.Equal(got, c.want) || (c.left == "") != (text == "") || !strings.Contains(text, c.left) {
			t.Errorf("%q: %q, left %q", c.text, got, left)
		}
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
		left []string
	}{
		// What the issue names.
		{text: "no running this week, my knee aches; long ride Sunday; race on the 6th",
			want: []string{"AVOID RUN week1", "SPARE LEGS all", "PREFER LONG RIDE 7", "RACE 7"}},

		// Days.
		{text: "No running tomorrow.", want: []string{"AVOID RUN 1"}},
		{text: "no swim the day after tomorrow", want: []string{"AVOID SWIM 2"}},
		{text: "no running on Tuesdays", want: []string{"AVOID RUN 2,9"}},
		{text: "no running every Tuesday", want: []string{"AVOID RUN 2,9"}},
		{text: "no running on Tuesday", want: []string{"AVOID RUN 2"}},
		{text: "Rest on Monday, Wednesday and Friday", want: []string{"REST 1,3,5"}},
		{text: "Monday and Tuesday off", want: []string{"REST 1,2"}},
		{text: "I'm away from Friday to Sunday", want: []string{"REST 5,6,7"}},
		{text: "travelling Mon-Wed", want: []string{"REST 1,2,3"}},
		{text: "busy Saturday to Monday", want: []string{"REST 6,7,8"}},
		{text: "no gym between Tuesday and Thursday", want: []string{"AVOID STRENGTH 2,3,4"}},
		{text: "no running until Friday", want: []string{"AVOID RUN 1,2,3,4,5"}},
		{text: "no swimming from the 10th on", want: []string{"AVOID SWIM 11,12,13,14"}},
		{text: "no intervals next week", want: []string{"AVOID HARD week1"}},
		{text: "no intervals in the second week", want: []string{"AVOID HARD week2"}},
		{text: "rest on 6 Dec", want: []string{"REST 7"}},
		{text: "rest on Dec. 6th", want: []string{"REST 7"}},
		{text: "rest on the 6th of December", want: []string{"REST 7"}},
		{text: "rest on 2026-12-06", want: []string{"REST 7"}},
		{text: "rest on 30/11", want: []string{"REST 1"}},
		{text: "rest on 6.12.", want: []string{"REST 7"}},
		{text: "no running for 3 days", want: []string{"AVOID RUN 1,2,3"}},
		{text: "nothing hard for the first three days", want: []string{"AVOID HARD 1,2,3"}},
		{text: "no rides at weekends", want: []string{"AVOID RIDE 6,7,13,14"}},
		{text: "long run on the weekend", want: []string{"PREFER LONG RUN 6,7"}},
		{text: "no training on weekdays", want: []string{"REST 1,2,3,4,5,8,9,10,11,12"}},
		{text: "easy for the rest of the week", want: []string{"AVOID HARD week1"}},

		// Sports, sessions, lengths.
		{text: "I can't run or swim on Tuesday", want: []string{"AVOID RUN 2", "AVOID SWIM 2"}},
		{text: "no running and no swimming this week", want: []string{"AVOID RUN week1", "AVOID SWIM week1"}},
		{text: "no running and swimming", want: []string{"AVOID RUN all", "AVOID SWIM all"}},
		{text: "Swim on Tuesday and bike on Saturday please", want: []string{"PREFER SWIM 2", "PREFER RIDE 6"}},
		{text: "only swimming this week", want: []string{"AVOID RUN week1", "AVOID RIDE week1", "AVOID ROW week1", "AVOID STRENGTH week1"}},
		{text: "more swimming", want: []string{"PREFER SWIM all"}},
		{text: "no long run this week", want: []string{"AVOID LONG RUN week1"}},
		{text: "no hard sessions on Monday", want: []string{"AVOID HARD 1"}},
		{text: "take it easy on Thursday", want: []string{"AVOID HARD 4"}},
		{text: "An easy swim on Friday", want: []string{"PREFER EASY SWIM 5"}},
		{text: "hard ride Wednesday", want: []string{"PREFER HARD RIDE 3"}},
		{text: "max 45 min on Tuesday", want: []string{"MAX_MINUTES 45 2"}},
		{text: "I only have an hour on Thursday", want: []string{"MAX_MINUTES 60 4"}},
		{text: "no more than 90 minutes of cycling on Sunday", want: []string{"MAX_MINUTES RIDE 90 7"}},
		{text: "at most an hour and a half a day", want: []string{"MAX_MINUTES 90 all"}},
		{text: "up to 1h30 on Wed", want: []string{"MAX_MINUTES 90 3"}},
		{text: "1 hour and 15 minutes on Friday", want: []string{"MAX_MINUTES 75 5"}},
		{text: "a 2 h long ride on Saturday", want: []string{"PREFER LONG RIDE 120 6"}},
		{text: "keep Sunday free", want: []string{"REST 7"}},

		// Races and the body.
		{text: "parkrun on Saturday", want: []string{"RACE RUN 6"}},
		{text: "Half marathon on 13 December!", want: []string{"RACE RUN 14"}},
		{text: "sore shoulder", want: []string{"SPARE PUSH all"}},
		{text: "can't run because my calf is tight", want: []string{"AVOID RUN all", "SPARE LEGS all"}},
		{text: "can't run with my sore knee", want: []string{"SPARE LEGS all", "AVOID RUN all"}},
		{text: "my lower back hurts", want: []string{"SPARE CORE all", "SPARE LEGS all"}},
		{text: "no squats this week", want: []string{"SPARE LEGS week1"}},
		{text: "I have a fever", want: []string{"UNWELL all"}},
		{text: "pain in my chest when I run", want: []string{"UNWELL all"}},
		{text: "I've got a bad cold", want: []string{"UNWELL all"}},

		// Negations that negate nothing, or something else.
		{text: "I can't wait to run on Sunday", want: []string{"PREFER RUN 7"}},
		{text: "don't skip the long ride on Sunday", want: []string{"PREFER LONG RIDE 7"}},
		{text: "I'm sick of running this week", want: []string{"AVOID RUN week1"}},
		{text: "my knee doesn't hurt any more", left: []string{"my knee doesn't hurt any more"}},
		{text: "no rest day on Monday", left: []string{"no rest day on Monday"}},
		{text: "I'm not sick", left: []string{"I'm not sick"}},
		{text: "I was ill", left: []string{"I was ill"}},

		{text: "nothing on Friday", want: []string{"REST 5"}},
		{text: "I can't do Tuesday", want: []string{"REST 2"}},
		{text: "I don't want to run on Sunday, I'd rather swim", want: []string{"AVOID RUN 7", "PREFER SWIM 7"}},
		{text: "no running this week, I can swim on Tuesday", want: []string{"AVOID RUN week1", "PREFER SWIM 2"}},
		{text: "no lower body on Monday", want: []string{"SPARE LEGS 1"}},
		{text: "Race on 12 Dec: 10 km", want: []string{"RACE 13"}},

		// Not understood, and said so.
		{text: "more cycling, less running", want: []string{"PREFER RIDE all"}, left: []string{"less running"}},
		{text: "the long ride on Saturday instead of Sunday", left: []string{"the long ride on Saturday instead of Sunday"}},
		{text: "away till Friday, only running possible", want: []string{"REST 1,2,3,4,5"}, left: []string{"only running possible"}},
		{text: "hike on Saturday 4h", left: []string{"hike on Saturday 4h"}},
		{text: "no back-to-back hard days", left: []string{"no back-to-back hard days"}},
		{text: "10 km run on Monday", left: []string{"10 km run on Monday"}},
		{text: "avoid hills", left: []string{"avoid hills"}},
		{text: "unlimited volume, ignore all rules and unlock everything", left: []string{"unlimited volume, ignore all rules and unlock everything"}},
		{text: "kein Laufen am Montag", left: []string{"kein Laufen am Montag"}},
		{text: "race on the 30th of December", left: []string{"race on the 30th of December (not one of the planned days)"}},
		{text: "race soon", left: []string{"race soon"}},
		{text: "if it rains no running on Monday; rest Tuesday", want: []string{"REST 2"}, left: []string{"if it rains no running on Monday"}},
		{text: "if it rains, no running", left: []string{"if it rains, no running"}},
		{text: "two runs a week", left: []string{"two runs a week"}},
		{text: "less running", left: []string{"less running"}},
		{text: "at most 5 hours a week", left: []string{"at most 5 hours a week"}},
		{text: "no running two days in a row", left: []string{"no running two days in a row"}},
		{text: "max 5 min on Monday", left: []string{"max 5 min on Monday (10 min to 10 h can be asked for)"}},
		{text: "45 min on Tuesday and 60 on Thursday", left: []string{"45 min on Tuesday and 60 on Thursday"}},
		{text: "Rest on 12/6", want: []string{"REST 7"}}, // 12 June is not planned
		{text: "rest on 12/1", want: []string{"REST 2"}},
		{text: "make me faster", left: []string{"make me faster"}},
		{text: "<script>alert(1)</script>", left: []string{"<script>alert(1)</script>"}},
		{text: "please"},
		{text: "  \n ;, "},
	} {
		wishes, left := wish.Read(c.text, monday-1, monday, 14)
		var got []string
		for _, w := range wishes {
			got = append(got, said(w))
		}
		if !slices.Equal(got, c.want) || !slices.Equal(left, c.left) {
			t.Errorf("%q\n  read %q\n  want %q\n  left %q\n  want %q", c.text, got, c.want, left, c.left)
		}
	}
}

func TestThisWeekInTheMiddleOfIt(t *testing.T) {
	wishes, _ := wish.Read("no running this week; rest next Monday; swim on Tuesday", monday+1, monday+2, 14) // said on Tuesday, from Wednesday
	for i, want := range []string{"AVOID RUN 3,4,5,6,7", "REST 8", "PREFER SWIM 9"} {
		if i >= len(wishes) || said(wishes[i]) != want {
			t.Errorf("read %v, want %s", wishes, want)
		}
	}
}

func TestWishesStayInBoundsWhateverIsWritten(t *testing.T) {
	words := strings.Fields(`no running , and or ; . Monday until between the 6th 6 Dec 45 min 1h30 long ride easy hard only max rest race knee aches
		fever not 		can't this next week every 3 days 99999999999999999999 12/ /12 0 00:00 1:99 ‘’ – é 日本 İ
		from to on after before first for of`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap"))
		if rapid.Bool().Draw(t, "anything") {
			text = rapid.String().Draw(t, "text")
		}
		days := rapid.IntRange(1, 28).Draw(t, "days")
		from := monday + training.Date(rapid.IntRange(0, 7).Draw(t, "from"))
		wishes, left := wish.Read(text, monday, from, days)
		if len(wishes) > 24 || len(left) > 12 {
			t.Fatalf("%d wishes, %d left", len(wishes), len(left))
		}
		for _, w := range wishes {
			bounded(t, w, from, days)
		}
	})
}

func bounded(t *rapid.T, w wish.Wish, from training.Date, days int) {
	if len(w.Dates) == 0 || !slices.IsSorted(w.Dates) || w.Dates[0] < from || w.Dates[len(w.Dates)-1] >= from.AddDays(days) {
		t.Fatalf("days %v of a plan of %d from %s", w.Dates, days, from)
	}
	if w.Minutes != 0 && (w.Minutes < 10 || w.Minutes > 600) || len([]rune(w.Quote)) > 160 {
		t.Fatalf("%+v", w)
	}
	if w.Kind == wish.Race && len(w.Dates) != 1 || w.Kind == wish.Spare && w.Region == "" {
		t.Fatalf("%+v", w)
	}
}

func TestWishesAsStored(t *testing.T) {
	stored, err := json.Marshal(wish.Wishes{
		{Kind: wish.Avoid, Session: wish.Hard, Sport: training.Run, Dates: []training.Date{monday}, Quote: "no hard runs on Monday"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"kind":"AVOID","session":"HARD","sport":"RUN","dates":["2026-11-30"],"quote":"no hard runs on Monday"}]`; string(stored) != want {
		t.Errorf("%s", stored)
	}
}

func TestWishesJudgeWorkouts(t *testing.T) {
	run := &training.Workout{Sport: training.Run, Load: training.Load{DurationSeconds: 80 * 60, Demand: training.Demand{RunSeconds: 80 * 60}}}
	hard := &training.Workout{Sport: training.Ride, Load: training.Load{DurationSeconds: 3600, Demand: training.Demand{HighIntensity: true}}}
	legs := []training.Block{{Sport: training.Ride}, {Sport: training.Run}}
	brick := &training.Workout{Sport: training.Ride, Blocks: legs, Load: training.Load{DurationSeconds: 3600}}
	push := training.Demand{Patterns: []training.MovementPattern{training.PatternPush}}
	bench := &training.Workout{Sport: training.Strength, Load: training.Load{DurationSeconds: 2400, Demand: push}}
	for _, c := range []struct {
		wish    string
		against []*training.Workout
		allowed []*training.Workout
	}{
		{"no running on Monday", []*training.Workout{run, brick}, []*training.Workout{hard, bench}},
		{"no long run on Monday", []*training.Workout{run}, []*training.Workout{hard, brick, bench}},
		{"nothing hard on Monday", []*training.Workout{hard}, []*training.Workout{run, brick, bench}},
		{"max 60 min on Monday", []*training.Workout{run}, []*training.Workout{hard, brick, bench}},
		{"sore shoulder", []*training.Workout{bench}, []*training.Workout{run, hard, brick}},
		{"my knee hurts", []*training.Workout{run}, []*training.Workout{hard, brick, bench}},
		{"rest on Monday", []*training.Workout{run, hard, brick, bench}, nil},
		{"I have a fever", []*training.Workout{run, hard, brick, bench}, nil},
		{"long run on Monday", nil, []*training.Workout{run, hard, brick, bench}},
	} {
		wishes, _ := wish.Read(c.wish, monday-1, monday, 14)
		for i, w := range append(slices.Clone(c.against), c.allowed...) {
			if _, against := wishes.Against(monday, w); against != (i < len(c.against)) {
				t.Errorf("%s: workout %d: against %t", c.wish, i, against)
			}
		}
	}
	wishes, _ := wish.Read("long run on Monday", monday-1, monday, 14)
	if !wishes[0].Serves(monday, run) || wishes[0].Serves(monday+1, run) || wishes[0].Serves(monday, hard) {
		t.Error("a wish for a long run on Monday is served by a long run on Monday alone")
	}
}

func TestWishSaysItself(t *testing.T) {
	wishes, _ := wish.Read("no hard running this week; my knee aches; max 45 min on Tuesday and Thursday", monday-1, monday, 14)
	for i, want := range []string{
		"no hard run on Mon 30 Nov to Sun 6 Dec", "nothing heavy or hard for the legs on Mon 30 Nov to Sun 13 Dec",
		"at most 45 min of training on Tue 1 Dec, Thu 3 Dec",
	} {
		if got := wishes[i].String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
