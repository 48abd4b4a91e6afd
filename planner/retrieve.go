package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/solver"
	"fortnight/training"
)

// How many candidates a need asks for, and how many of them an event lists.
const (
	offerSize  = 12
	shownOffer = 5
)

// retrieved is what the library has for the days, and the workouts that it names.
type retrieved struct {
	offers   []offer
	workouts solver.Workouts
}

// retrieve asks the library once for all distinct needs of the days, and says what it found for each, with the days that have it.
func retrieve(ctx context.Context, library Searcher, f *fortnight) (retrieved, []Event, error) {
	offers, dates := f.needs()
	r, err := search(ctx, library, f, offers, dates)
	if err != nil {
		return r, nil, err
	}
	var events []Event
	for at := range r.offers {
		o := &r.offers[at]
		if len(dates[at]) > 0 && len(o.Matches) > 0 {
			events = append(events, found(dates[at], o, r.workouts[o.Matches[0].WorkoutID].Title))
		}
		for i := range o.Matches {
			o.Matches[i].Reasons = nil // they are told; nothing that follows asks for them
		}
	}
	return r, events, nil
}

// needs are an offer for each distinct need of the days, without its matches, and the days that each is for by the index of its offer.
func (f *fortnight) needs() (offers []offer, dates map[int][]training.Date) {
	problem := f.open()
	dates = map[int][]training.Date{}
	for i, d := range f.Brief.Days {
		for _, need := range problem.Needs(i) {
			at := slices.IndexFunc(offers, func(o offer) bool { return o.need() == need })
			if at < 0 {
				at = len(offers)
				offers = append(offers, offer{
					Kind: need.Kind, Sport: need.Sport, Minutes: need.Most, Least: need.Least, Query: f.words(need.Kind, need.Sport, need.Most),
				})
			}
			if need.Kind == d.Kind {
				dates[at] = append(dates[at], f.run.From.AddDays(i))
			}
		}
	}
	return offers, dates
}

// found tells what fits a need. The event is dated the first day that has it.
func found(dates []training.Date, o *offer, best string) Event {
	matches := slices.Clone(o.Matches[:min(len(o.Matches), shownOffer)])
	names := make([]string, len(dates))
	for i, date := range dates {
		names[i] = prose.Day(date)
	}
	message := fmt.Sprintf("%s of up to %d min, for %s: %d found, best “%s”.", o.name(), o.Minutes, strings.Join(names, ", "), len(o.Matches), best)
	return &CandidatesRetrieved{EventHead: head(Retrieve, message), Date: dates[0], Query: o.Query, Candidates: matches}
}

// name is the need in two or three words.
func (o *offer) name() string {
	if o.Kind == brief.Lift {
		return "Strength session"
	}
	return strings.ToUpper(string(o.Kind[:1])) + string(o.Kind[1:]) + " " + o.Sport.Name()
}

// asks is what an offer asks of the library.
func (o *offer) asks() Need {
	need := Need{
		Sports: []training.Sport{o.Sport}, Foci: o.Kind.Foci(), MinSeconds: max(leastMinutes[o.Kind], o.Least) * 60,
		MaxSeconds: o.Minutes * 60, Text: o.Query,
	}
	if o.Kind == brief.Hard {
		need.Foci = append(need.Foci[:len(need.Foci):len(need.Foci)], training.FocusAnaerobic, training.FocusRacePace)
	}
	return need
}

// search fills offers. Those that are for a day are told of, with why they were found.
func search(ctx context.Context, library Searcher, f *fortnight, offers []offer, dates map[int][]training.Date) (retrieved, error) {
	needs := make([]Need, len(offers))
	for i := range needs {
		needs[i] = offers[i].asks()
		if len(dates[i]) > 0 {
			needs[i].Told = shownOffer
		}
	}
	r := retrieved{offers: offers, workouts: solver.Workouts{}}
	found, err := library.SearchAll(ctx, f.run.AthleteID, f.snapshot.Athlete.Profile, needs, offerSize)
	if err != nil {
		return r, fmt.Errorf("search the library: %w", err)
	}
	for i, candidates := range found {
		for _, c := range candidates {
			r.workouts[c.Workout.ID] = c.Workout
			r.offers[i].Matches = append(r.offers[i].Matches, c.Match)
		}
	}
	return r, nil
}

var leastMinutes = map[brief.Kind]int{brief.Easy: brief.EasyMinutes, brief.Long: brief.LongMinutes, brief.Hard: brief.HardMinutes - 5, brief.Lift: 15}

var kindWords = map[brief.Kind]string{
	brief.Easy: "easy aerobic endurance, low intensity", brief.Long: "long steady endurance", brief.Hard: "hard intervals at threshold or above",
	brief.Lift: "strength training with hard sets",
}

// words is a need in words: what the session is for, and the athlete's wish.
func (f *fortnight) words(k brief.Kind, sport training.Sport, minutes int) string {
	parts := []string{fmt.Sprintf("%s, %s, up to %d min", kindWords[k], sport.Name(), minutes)}
	if f.snapshot.Athlete.Profile.Level == training.Novice {
		parts = append(parts, "for a beginner")
	}
	if wish := f.wishWords(); wish != "" {
		parts = append(parts, wish)
	}
	return strings.Join(parts, "; ")
}

// wishWords are the words of the wish without those that contradict each other.
func (f *fortnight) wishWords() string {
	words := prose.Clip(f.run.Wish, len(f.run.Wish)) // as quotes are clipped
	for _, quote := range f.Contradicting {
		words = strings.Replace(words, strings.TrimSpace(quote), "", 1)
	}
	return strings.Trim(words, " ,;.!?\n")
}
