package stage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// How many candidates a need asks for, and how many of them an event lists.
const (
	offerSize  = 12
	shownOffer = 5
)

// Retrieved is what the library has for the weeks, and the workouts that it names.
type Retrieved struct {
	Offers   []state.Offer
	Workouts solver.Workouts
}

// Retrieve asks the library once for all that the weeks are to hold, and says what it found for each.
func Retrieve(ctx context.Context, library runs.Searcher, f *state.Fortnight) (Retrieved, []runs.Event, error) {
	list := askedFor(f)
	needs := make([]runs.Need, len(list))
	for i := range list {
		needs[i] = need(f, &list[i])
	}
	r := Retrieved{Offers: make([]state.Offer, len(list)), Workouts: solver.Workouts{}}
	answers, err := library.SearchAll(ctx, f.Run.AthleteID, f.Snapshot.Athlete.Profile, needs, offerSize)
	if err != nil {
		return r, nil, fmt.Errorf("search the library: %w", err)
	}
	var events []runs.Event
	for i, candidates := range answers {
		o := &r.Offers[i]
		o.Query = needs[i].Text
		for _, c := range candidates {
			r.Workouts[c.Workout.ID] = c.Workout
			o.Matches = append(o.Matches, c.Match)
		}
		if len(o.Matches) > 0 {
			events = append(events, found(f, &list[i], o, r.Workouts[o.Matches[0].WorkoutID].Title))
		}
		for m := range o.Matches {
			o.Matches[m].Reasons = nil // they are told; nothing that follows asks for them
		}
	}
	return r, events, nil
}

// need is what a session that a week is to hold asks of the library.
func need(f *state.Fortnight, a *asked) runs.Need {
	s := &a.slot
	n := runs.Need{Sports: []training.Sport{s.Sport}, MinSeconds: 60 * s.Least, MaxSeconds: 60 * max(s.Most, s.Minutes), Told: shownOffer}
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
	if f.Snapshot.Athlete.Profile.Level == training.Novice {
		words = append(words, "for a beginner")
	}
	if wish := wishWords(f); wish != "" {
		words = append(words, wish)
	}
	n.Text = strings.Join(words, ", ")
	return n
}

// found tells what the library has for a session of a week. The event is dated the first day that may have it.
func found(f *state.Fortnight, a *asked, o *state.Offer, best string) runs.Event {
	matches := slices.Clone(o.Matches[:min(len(o.Matches), shownOffer)])
	first := f.Run.From.AddDays(max(a.slot.First, 1) - 1)
	message := fmt.Sprintf("%s of about %d min, for the week from %s: %d found, best “%s”.", NameOf(&a.slot), a.slot.Minutes, prose.Day(f.Run.From.AddDays(7*a.week)),
		len(o.Matches), best)
	return &runs.CandidatesRetrieved{EventHead: runs.Head(runs.Retrieve, message), Date: first, Query: o.Query, Candidates: matches}
}

// wishWords are the words of the wish without those that contradict each other.
func wishWords(f *state.Fortnight) string {
	words := prose.Clip(f.Run.Wish, len(f.Run.Wish)) // as quotes are clipped
	for _, quote := range f.Contradicting {
		words = strings.Replace(words, strings.TrimSpace(quote), "", 1)
	}
	return strings.Trim(words, " ,;.!?\n")
}
