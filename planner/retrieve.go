package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// offer is what the library has for one need; days with the same need share it.
type offer struct {
	Kind    brief.Kind              `json:"kind"`
	Sport   training.Sport          `json:"sport"`
	Minutes int                     `json:"minutes"`         // the longest that fits
	Least   int                     `json:"least,omitempty"` // the shortest that is the long session wished for
	Query   string                  `json:"query"`
	Matches []training.WorkoutMatch `json:"matches"`
}

// How many candidates a need asks for, and how many of them an event lists.
const (
	offerSize  = 12
	shownOffer = 5
)

// retrieve asks the library once for all distinct needs of the days, and says what it found for each, with the days that have it.
func (j *journey) retrieve(ctx context.Context) ([]Event, error) {
	dates := j.needs()
	if err := j.search(ctx, dates); err != nil {
		return nil, err
	}
	var events []Event
	for at := range j.state.Offers {
		o := &j.state.Offers[at]
		if len(dates[at]) > 0 && len(o.Matches) > 0 {
			events = append(events, j.found(dates[at], o))
		}
		for i := range o.Matches {
			o.Matches[i].Reasons = nil // they are told; nothing that follows asks for them
		}
	}
	return events, nil
}

// needs notes an offer for each distinct need of the days, and tells the days that each is for by the index of its offer.
func (j *journey) needs() map[int][]training.Date {
	problem, dates := j.problem(), map[int][]training.Date{}
	for i, d := range j.state.Brief.Days {
		for _, need := range problem.Needs(i) {
			at := j.offer(need)
			if need.Kind == d.Kind {
				dates[at] = append(dates[at], j.run.From.AddDays(i))
			}
		}
	}
	return dates
}

// found tells what fits a need. The event is dated the first day that has it.
func (j *journey) found(dates []training.Date, o *offer) Event {
	matches := slices.Clone(o.Matches[:min(len(o.Matches), shownOffer)])
	names := make([]string, len(dates))
	for i, date := range dates {
		names[i] = prose.Day(date)
	}
	message := fmt.Sprintf("%s of up to %d min, for %s: %d found, best “%s”.", o.name(), o.Minutes, strings.Join(names, ", "), len(o.Matches),
		j.workouts[matches[0].WorkoutID].Title)
	return &CandidatesRetrieved{EventHead: j.head(Retrieve, message), Date: dates[0], Query: o.Query, Candidates: matches}
}

// name is the need in two or three words.
func (o *offer) name() string {
	if o.Kind == brief.Lift {
		return "Strength session"
	}
	return strings.ToUpper(string(o.Kind[:1])) + string(o.Kind[1:]) + " " + o.Sport.Name()
}

// offer is the index of a need's offer.
func (j *journey) offer(need solver.Need) int {
	for i := range j.state.Offers {
		if j.state.Offers[i].need() == need {
			return i
		}
	}
	o := offer{Kind: need.Kind, Sport: need.Sport, Minutes: need.Most, Least: need.Least, Query: j.words(need.Kind, need.Sport, need.Most)}
	j.state.Offers = append(j.state.Offers, o)
	return len(j.state.Offers) - 1
}

// need is what an offer is for.
func (o *offer) need() solver.Need {
	return solver.Need{Kind: o.Kind, Sport: o.Sport, Least: o.Least, Most: o.Minutes}
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

// search fills the offers. Those that are for a day are told of, with why they were found.
func (j *journey) search(ctx context.Context, dates map[int][]training.Date) error {
	needs := make([]Need, len(j.state.Offers))
	for i := range needs {
		needs[i] = j.state.Offers[i].asks()
		if len(dates[i]) > 0 {
			needs[i].Told = shownOffer
		}
	}
	found, err := j.planner.Store.SearchAll(ctx, j.run.AthleteID, j.snapshot.Athlete.Profile, needs, offerSize)
	if err != nil {
		return fmt.Errorf("search the library: %w", err)
	}
	for i, candidates := range found {
		for _, c := range candidates {
			j.workouts[c.Workout.ID] = c.Workout
			j.state.Offers[i].Matches = append(j.state.Offers[i].Matches, c.Match)
		}
	}
	return nil
}

var leastMinutes = map[brief.Kind]int{brief.Easy: brief.EasyMinutes, brief.Long: brief.LongMinutes, brief.Hard: brief.HardMinutes - 5, brief.Lift: 15}

var kindWords = map[brief.Kind]string{
	brief.Easy: "easy aerobic endurance, low intensity", brief.Long: "long steady endurance", brief.Hard: "hard intervals at threshold or above",
	brief.Lift: "strength training with hard sets",
}

// words is a need in words: what the session is for, and the athlete's wish.
func (j *journey) words(k brief.Kind, sport training.Sport, minutes int) string {
	parts := []string{fmt.Sprintf("%s, %s, up to %d min", kindWords[k], sport.Name(), minutes)}
	if j.snapshot.Athlete.Profile.Level == training.Novice {
		parts = append(parts, "for a beginner")
	}
	if wish := j.wishWords(); wish != "" {
		parts = append(parts, wish)
	}
	return strings.Join(parts, "; ")
}

// wishWords are the words of the wish without those that contradict each other.
func (j *journey) wishWords() string {
	words := prose.Clip(j.run.Wish, len(j.run.Wish)) // as quotes are clipped
	for _, quote := range j.state.Contradicting {
		words = strings.Replace(words, strings.TrimSpace(quote), "", 1)
	}
	return strings.Trim(words, " ,;.!?\n")
}

// What an athlete of whom no load is known may be asked for at once.
const (
	unknownRunSeconds = 40 * 60
	unknownTSS        = 45
)

// suits tells whether a workout is for this athlete: no test that nobody asked for, no sport that the athlete does not do, nothing made
// for a race that is not wanted, nothing big where nothing is known, and no set that a novice may not do (WHO-2).
func (j *journey) suits(w *training.Workout) bool {
	novice := j.snapshot.Athlete.Profile.Level == training.Novice
	if w.Focus == training.FocusTest || novice && w.Demand.LeastReserve < rules.NoviceReserve {
		return false
	}
	for _, b := range w.Blocks {
		if b.Sport.Endurance() && !j.does(b.Sport) {
			return false
		}
	}
	if slices.Contains(w.Tags, "hyrox") && !j.mentions("hyrox") {
		return false
	}
	if !j.state.Brief.Known && (w.Demand.RunSeconds > unknownRunSeconds || w.TSS > unknownTSS) {
		return false
	}
	return true
}

func (j *journey) does(sport training.Sport) bool {
	return slices.Contains(j.state.Brief.Wished, sport) || slices.ContainsFunc(j.state.Brief.Sports, func(s brief.Share) bool { return s.Sport == sport })
}

// mentions tells whether goal, wish or an event has a word in it.
func (j *journey) mentions(word string) bool {
	p := &j.snapshot.Athlete.Profile
	texts := []string{j.run.Wish}
	if p.Goal != nil {
		texts = append(texts, *p.Goal)
	}
	for _, e := range p.Events {
		texts = append(texts, e.Name)
	}
	return strings.Contains(strings.ToLower(strings.Join(texts, " ")), word)
}

// load reads the workouts that a resumed run knows by id alone.
func (j *journey) load(ctx context.Context) error {
	var ids []training.WorkoutID
	missing := func(id training.WorkoutID) {
		if _, known := j.workouts[id]; !known && id != "" {
			ids = append(ids, id)
			j.workouts[id] = training.Workout{}
		}
	}
	for _, o := range j.state.Offers {
		for _, m := range o.Matches {
			missing(m.WorkoutID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := j.planner.Store.Workouts(ctx, j.run.AthleteID, j.snapshot.Athlete.Profile, ids)
	if err != nil {
		return fmt.Errorf("read workouts: %w", err)
	}
	for _, id := range ids {
		delete(j.workouts, id)
	}
	for _, w := range found {
		j.workouts[w.ID] = w
	}
	return nil
}
