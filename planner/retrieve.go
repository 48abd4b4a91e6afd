package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"fortnight/prose"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// How many candidates a need asks for, and how many of them an event lists.
const (
	offerSize  = 12
	shownOffer = 5
)

// offer is what the library has for one of the sessions that the weeks are to hold, in the order of those.
type offer struct {
	Query   string                  `json:"query"`
	Matches []training.WorkoutMatch `json:"matches"`
}

// retrieved is what the library has for the weeks, and the workouts that it names.
type retrieved struct {
	offers   []offer
	workouts solver.Workouts
}

// retrieve asks the library once for all that the weeks are to hold, and says what it found for each.
func retrieve(ctx context.Context, library Searcher, f *fortnight) (retrieved, []Event, error) {
	list := f.asked()
	needs := make([]Need, len(list))
	for i := range list {
		needs[i] = f.need(&list[i])
	}
	r := retrieved{offers: make([]offer, len(list)), workouts: solver.Workouts{}}
	answers, err := library.SearchAll(ctx, f.run.AthleteID, f.snapshot.Athlete.Profile, needs, offerSize)
	if err != nil {
		return r, nil, fmt.Errorf("search the library: %w", err)
	}
	var events []Event
	for i, candidates := range answers {
		o := &r.offers[i]
		o.Query = needs[i].Text
		for _, c := range candidates {
			r.workouts[c.Workout.ID] = c.Workout
			o.Matches = append(o.Matches, c.Match)
		}
		if len(o.Matches) > 0 {
			events = append(events, f.found(&list[i], o, r.workouts[o.Matches[0].WorkoutID].Title))
		}
		for m := range o.Matches {
			o.Matches[m].Reasons = nil // they are told; nothing that follows asks for them
		}
	}
	return r, events, nil
}

// need is what a session that a week is to hold asks of the library.
func (f *fortnight) need(a *asked) Need {
	s := &a.slot
	n := Need{Sports: []training.Sport{s.Sport}, MinSeconds: 60 * s.Least, MaxSeconds: 60 * max(s.Most, s.Minutes), Told: shownOffer}
	words := []string{}
	for _, id := range s.Families {
		family, known := session.Find(id)
		if !known {
			continue
		}
		if !slices.Contains(n.Foci, family.Focus) {
			n.Foci = append(n.Foci, family.Focus)
		}
		if len(words) == 0 {
			words = append(words, family.Title, strings.ToLower(family.Purpose))
			n.Sports[0] = family.Sport
		}
	}
	words = append(words, s.Sport.Name(), fmt.Sprintf("%d min", s.Minutes))
	if f.snapshot.Athlete.Profile.Level == training.Novice {
		words = append(words, "for a beginner")
	}
	if wish := f.wishWords(); wish != "" {
		words = append(words, wish)
	}
	n.Text = strings.Join(words, ", ")
	return n
}

// found tells what the library has for a session of a week. The event is dated the first day that may have it.
func (f *fortnight) found(a *asked, o *offer, best string) Event {
	matches := slices.Clone(o.Matches[:min(len(o.Matches), shownOffer)])
	first := f.run.From.AddDays(max(a.slot.First, 1) - 1)
	message := fmt.Sprintf("%s of about %d min, for the week from %s: %d found, best “%s”.", nameOf(&a.slot), a.slot.Minutes, prose.Day(f.run.From.AddDays(7*a.week)),
		len(o.Matches), best)
	return &CandidatesRetrieved{EventHead: head(Retrieve, message), Date: first, Query: o.Query, Candidates: matches}
}

// nameOf is a slot in a few words: what it is in the week, and its family.
func nameOf(s *season.Slot) string {
	name := roleNames[s.Role]
	if family, known := session.Find(s.Family()); known {
		name += ", " + inside(family.Title)
	}
	return name
}

// inside is a title as it is written within a sentence: FTP and VO2max stay as they are.
func inside(title string) string {
	if len(title) < 2 || unicode.IsUpper(rune(title[1])) {
		return title
	}
	return strings.ToLower(title[:1]) + title[1:]
}

var roleNames = map[season.Role]string{
	season.K: "Key session", season.K2: "Second key session", season.L: "Long session", season.ML: "Medium-long session", season.E: "Easy session",
	season.EPlus: "Easy session with something quick in it", season.S: "Strength session", season.SShort: "Short strength session",
	season.RaceDay: "Race", season.Open: "Openers", season.Sharp: "Last sharp session", season.Care: "Care", season.TestRole: "Test",
}

// wishWords are the words of the wish without those that contradict each other.
func (f *fortnight) wishWords() string {
	words := prose.Clip(f.run.Wish, len(f.run.Wish)) // as quotes are clipped
	for _, quote := range f.Contradicting {
		words = strings.Replace(words, strings.TrimSpace(quote), "", 1)
	}
	return strings.Trim(words, " ,;.!?\n")
}
