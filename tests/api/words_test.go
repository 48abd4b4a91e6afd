package api_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What is said of a session is true of the data as it stands: it names no pace by a threshold that is another now, no event that is gone or called otherwise, and
// the stream of the calendar's changes tells whoever shows it.
func TestWhatIsSaidIsTrueOfTheData(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	var saved struct {
		SaveEvent struct{ Event struct{ ID string } }
	}
	c.ask(t, `mutation { saveEvent(input: {name: "Lake 10 km", date: "2026-12-13", sport: RUN, priority: A, format: RUN_10K}) { event { id } } }`, nil, &saved)
	c.plan(t, vars{"seed": 3})
	words := func() (all []string) {
		t.Helper()
		var data struct {
			Calendar struct {
				Days []struct {
					Sessions []struct {
						Status    string
						Rationale *string
					}
				}
			}
		}
		c.ask(t, `query($d: Date!) { calendar(from: $d, days: 28) { days { sessions { status rationale } } } }`, vars{"d": today}, &data)
		for _, d := range data.Calendar.Days {
			for _, s := range d.Sessions {
				if s.Rationale != nil && s.Status == "PLANNED" {
					all = append(all, *s.Rationale)
				}
			}
		}
		return all
	}
	paced := regexp.MustCompile(`\d/km|\d W\b|/100 m`)
	says := func(named func(string) bool) bool { return slices.ContainsFunc(words(), named) }
	race := func(text string) bool { return strings.Contains(text, "Lake 10 km") }
	if !says(race) || !says(paced.MatchString) {
		t.Fatalf("nothing is said that may become untrue: %q", words())
	}
	count := len(words())
	c.ask(t, `mutation { updateProfile(input: {ftpWatts: 231, thresholdSecondsPerKilometer: 251, criticalSwimSecondsPer100Meters: 91}) { user { id } } }`, nil, new(any))
	if says(paced.MatchString) {
		t.Errorf("by other thresholds it is said %q", words())
	}
	c.ask(t, `mutation($id: ID!) { saveEvent(input: {id: $id, priority: B}) { event { id } } }`, vars{"id": saved.SaveEvent.Event.ID}, new(any))
	if !says(race) {
		t.Error("an event that stands where it stood is said no more")
	}
	c.ask(t, `mutation($id: ID!) { removeEvent(input: {id: $id}) { event { id } } }`, vars{"id": saved.SaveEvent.Event.ID}, new(any))
	if says(race) {
		t.Errorf("without the event it is said %q", words())
	}
	if now := words(); len(now) != count || slices.Contains(now, "") {
		t.Errorf("of %d sessions there is said %q", count, now)
	}
}
