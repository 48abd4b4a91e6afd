package wish

import (
	"slices"
	"testing"

	"fortnight/training"
)

// Each word of the grammar is a thing, a day or a time of it, or is known to turn a meaning or to leave it: none is read over because nobody thought of it.
func TestEveryWordTurnsAMeaningOrLeavesIt(t *testing.T) {
	calendar := wordSet("today tomorrow overmorrow weekdays weekends weekend fortnight everyday restofweek thisweek nextweek firstweek secondweek")
	for word := range phrases {
		_, turns := turning[word]
		name, _ := weekdayNamed(word)
		thing := sportOf[word] != "" || familyOf[word] != "" || sessionOf[word] != "" || equipmentOf[word] != "" || word == "longrun"
		if known := turns || neverTurns[word] || thing || name != "" || calendar[word] || windows[word].is() || word == leftOut; !known {
			t.Errorf("%q is neither among the words that turn a meaning nor among those that leave it", word)
		}
		if turns && neverTurns[word] {
			t.Errorf("%q turns a meaning and leaves it", word)
		}
	}
	for word, kinds := range turning {
		for _, kind := range kinds {
			if !slices.Contains(Kinds, kind) {
				t.Errorf("%q is told by %q, which is no kind of wish", word, kind)
			}
		}
	}
}

// A reading that leaves a word out that may turn the meaning is none, and is asked about; it is never followed.
func TestWhatIsReadInPartIsAsked(t *testing.T) {
	const monday training.Date = 20787
	for text, says := range map[string]string{
		"skip the next run": "no running on Mon 30 Nov to Sun 13 Dec", "run after the swim on Tuesday": "a run on Tue 1 Dec; a swim on Tue 1 Dec", "yoga first on Monday": "a mobility session on Mon 30 Nov",
	} {
		u := Understand(text, monday-1, monday, 14, false)
		if len(u.Wishes) > 0 || len(u.NotUnderstood) != 1 || len(u.Questions) != 1 {
			t.Errorf("%q: %v, left %q, asks %v", text, u.Wishes, u.NotUnderstood, u.Questions)
			continue
		}
		q := u.Questions[0]
		if q.Taken != -1 || len(q.Readings) != 2 || q.Readings[0].Says != says || len(q.Readings[0].Wishes) == 0 || q.Readings[1].Wishes == nil || len(q.Readings[1].Wishes) > 0 {
			t.Errorf("%q: asks %+v", text, q)
		}
		for _, w := range q.Readings[0].Wishes {
			faults := training.InputError{}
			if w.Check(&faults, "", monday, 14); faults.Err() != nil {
				t.Errorf("%q: %v", text, faults.Err())
			}
		}
	}
}

// "The race" is the one that the text tells of, or the next of the athlete's events; where there is none it is asked for.
func TestTheDayBeforeARaceThatIsKnown(t *testing.T) {
	const monday training.Date = 20787
	for text, days := range map[string][]training.Date{
		"nothing hard the day before the race": {monday + 8}, "rest the day before my race": {monday + 8}, "race on Saturday. Rest the day before the race": {monday + 4},
	} {
		u := Understand(text, monday-1, monday, 14, false, monday-20, monday+9, monday+12)
		if len(u.NotUnderstood) > 0 || len(u.Wishes) == 0 || !slices.ContainsFunc(u.Wishes, func(w Wish) bool { return slices.Equal(w.Dates, days) && (w.Kind == Rest || w.Kind == Avoid) }) {
			t.Errorf("%q: %v, left %q", text, u.Wishes, u.NotUnderstood)
		}
	}
	if u := Understand("nothing hard the day before the race", monday-1, monday, 14, false, monday-20); len(u.Wishes) > 0 || len(u.NotUnderstood) != 1 {
		t.Errorf("before a race that is over: %v", u.Wishes)
	}
}

// A plan of few days has no more free ones than it has.
func TestFreeDaysAreWithinThePlan(t *testing.T) {
	const monday training.Date = 20787
	for days, want := range map[int]int{1: 0, 2: 1, 14: 1} {
		if u := Understand("at least 5 days of training a week", monday-1, monday, days, false); len(u.Wishes) != want {
			t.Errorf("of %d days: %v", days, u.Wishes)
		}
	}
}
