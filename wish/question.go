package wish

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/gate"
	"fortnight/prose"
	"fortnight/training"
)

// MaxQuestions is how many questions a plan asks back.
const MaxQuestions = 3

// Question is about words that can be read in several ways. Readings are two to four; Taken is the number of the one that the plan goes by, from
// 0, -1 for none of them.
type Question struct {
	Words    string           `json:"words"`
	Asks     string           `json:"asks"`
	Readings []Interpretation `json:"readings"`
	Taken    int              `json:"taken"`
}

// Interpretation is one way to read some words: what it says, and the wishes that it is.
type Interpretation struct {
	Says   string `json:"says"`
	Wishes []Wish `json:"wishes"`
}

// taken says which reading was followed.
func (q *Question) String() string {
	if q.Taken < 0 {
		return fmt.Sprintf("“%s” can be read in %d ways, and none was followed. %s", q.Words, len(q.Readings), q.Asks)
	}
	return fmt.Sprintf("“%s” was read as %s. %s", q.Words, q.Readings[q.Taken].Says, q.Asks)
}

// questions are those about a clause, with what was read in it.
func (r *reader) questions(c *clause, read Wishes) []Question {
	if len(read) == 0 && len(c.meters)+len(c.counts)+len(c.partly) == 0 {
		return nil // what most clauses are that ask for nothing
	}
	words := prose.Clip(r.quote(c), maxQuoteRunes)
	as := func(kind Kind, says string, w Wish) Interpretation {
		w.Kind, w.Strength, w.Quote, w.Confidence = kind, StrengthOf(kind), words, sure
		if w.Dates == nil {
			w.Dates = r.on(c)
		}
		return Interpretation{Says: says, Wishes: Wishes{w}}
	}
	switch {
	case len(read) == 0 && c.of != nil && len(c.partly) == 1:
		return []Question{r.thingQuestion(words, c)}
	case len(read) == 0 && len(c.maybe) > 0 && len(c.partly) > 0 && len(c.partly) <= mostPartly:
		return []Question{r.daysQuestion(words, c)}
	case len(read) == 0 && len(c.partly) > 0 && len(c.partly) <= mostPartly && !c.partly.hasKind(Race) && c.loose == 0:
		return []Question{partQuestion(words, c.partly)}
	case len(read) == 1 && read[0].Kind == Race && read[0].Confidence == leastSure && len(c.dates) == 0 && r.inMonth(c) == read[0].Dates[0]:
		return []Question{r.monthQuestion(c, read[0])}
	case len(read) == 1 && read[0].Kind == Race && read[0].Priority == "" && read[0].Dates[0] >= r.from:
		return []Question{raceQuestion(read[0])}
	case len(read) == 0 && len(c.counts) == 1 && c.is("rest") && !c.is("no", "if", "vague", "perweek", "more", "less") && len(c.dates) == 0 && c.strange == 0 && len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters) == 0 && c.counts[0].is <= mostRests && c.counts[0].is < r.days:
		w := Wish{Count: c.counts[0].is, Bound: AtLeast}
		week, all := w, w
		week.Per, all.Per = PerWeek, InAll
		return []Question{{Words: words, Asks: "A week, or in all?", Taken: -1, Readings: []Interpretation{as(RestDays, "a week", week), as(RestDays, "in all", all)}}}
	case len(read) == 0 && len(c.meters) == 1 && len(c.things) == 0 && !c.is("no", "race", "if", "vague") && c.meters[0] >= leastMeters && c.meters[0] <= mostMeters && len(c.dates) > 0 && !c.opened:
		q := Question{Words: words, Asks: "In which sport?", Taken: -1}
		for _, sport := range []training.Sport{training.Run, training.Ride, training.Swim} {
			q.Readings = append(q.Readings, as(Prefer, sport.Name(), Wish{Sport: sport, Meters: c.meters[0]}))
		}
		return []Question{q}
	case len(read) == 0 && len(c.counts) == 1 && len(c.named()) == 1 && !c.is("no", "if", "vague", "perweek") && len(c.dates) == 0 && c.strange == 0 && len(c.minutes)+len(c.meters) == 0:
		w := narrowed(Wish{Count: c.counts[0].is, Bound: Exactly}, c.named()[0])
		week, all := w, w
		week.Per, all.Per = PerWeek, InAll
		return []Question{{Words: words, Asks: "A week, or in all?", Taken: -1, Readings: []Interpretation{as(Limit, "a week", week), as(Limit, "in all", all)}}}
	case len(read) > 0 && c.until && read[0].Kind == Avoid && len(c.dates) > 1:
		with := slices.Clone(read)
		for i := range with {
			with[i].Dates = c.dates
		}
		return []Question{{
			Words: words, Asks: "Is it well again on the last day?", Taken: 0,
			Readings: []Interpretation{{"up to the day before " + prose.Day(c.dates[len(c.dates)-1]), read}, {"with " + prose.Day(c.dates[len(c.dates)-1]), with}},
		}}
	case len(read) > 0 && c.saysThisWeek(r) && mondayOf(r.from) != r.from && (read[0].Kind == Avoid || read[0].Kind == Ease || read[0].Kind == Rest):
		short := slices.Clone(read)
		for i := range short {
			short[i].Dates = r.between(r.from, mondayOf(r.from)+6, 0).dates
		}
		return []Question{{
			Words: words, Asks: "The next seven days, or up to Sunday?", Taken: 0,
			Readings: []Interpretation{{"the next seven days", read}, {"up to " + prose.Day(mondayOf(r.from)+6), short}},
		}}
	}
	return nil
}

// mostPartly is of how many wishes a question is that asks whether they are all that is meant.
const mostPartly = 3

// partQuestion asks whether what was read of some words is what is meant: something in them was left over that may change it. Until it is answered nothing of it
// is followed.
func partQuestion(words string, part Wishes) Question {
	says := make([]string, len(part))
	for i := range part {
		says[i] = part[i].String()
	}
	return Question{Words: words, Asks: "Not all of it is understood. What is meant?", Taken: -1, Readings: []Interpretation{{strings.Join(says, "; "), part}, {"something else", Wishes{}}}}
}

// monthQuestion asks on which day a race is of which the month is told.
func (r *reader) monthQuestion(c *clause, race Wish) Question {
	q := Question{Words: race.Quote, Asks: "On which day is it?", Taken: -1}
	for number := 1; number <= 4; number++ {
		w := race
		day := r.sundayOf(r.monthOf(c), number)
		if day == 0 {
			continue
		}
		if day == race.Dates[0] {
			q.Taken = len(q.Readings)
		}
		w.Dates, w.Confidence = []training.Date{day}, sure
		q.Readings = append(q.Readings, Interpretation{Says: prose.Day(day), Wishes: Wishes{w}})
	}
	return q
}

// raceQuestion asks how much a race counts. Until it is answered it counts as a B event, or as whoever knows the athlete's other events says.
func raceQuestion(race Wish) Question {
	q := Question{Words: race.Quote, Asks: "How much does the race count?", Taken: slices.Index(training.EventPriorities, training.EventB)}
	says := map[training.EventPriority]string{training.EventA: "the race that all leads to", training.EventB: "one to be fresh for", training.EventC: "one that is trained through"}
	for _, p := range training.EventPriorities {
		w := race
		w.Priority = p
		q.Readings = append(q.Readings, Interpretation{Says: says[p], Wishes: Wishes{w}})
	}
	return q
}

// OfRace is the race that a question asks the priority of, nil for any other question.
func (q *Question) OfRace() *Wish {
	if len(q.Readings) == 0 || len(q.Readings[0].Wishes) == 0 || q.Readings[0].Wishes[0].Kind != Race {
		return nil
	}
	return &q.Readings[0].Wishes[0]
}

// thingQuestion asks of what some words are that name nothing.
func (r *reader) thingQuestion(words string, c *clause) Question {
	of := narrowedTo(c.partly, c.of)
	return Question{Words: words, Asks: "Of what?", Taken: -1, Readings: []Interpretation{{of[0].String(), of}, {c.partly[0].String(), c.partly}}}
}

// daysQuestion asks of which days some words are that name none.
func (r *reader) daysQuestion(words string, c *clause) Question {
	those := r.scoped(c.partly, c.maybe)
	return Question{Words: words, Asks: "On which days?", Taken: -1, Readings: []Interpretation{{"on " + daysOf(c.maybe), those}, {"on all days", c.partly}}}
}

// saysThisWeek tells whether a clause is about this week alone.
func (c *clause) saysThisWeek(r *reader) bool {
	return len(c.spans) == 1 && slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "thisweek" })
}

// bodyQuestions ask where it hurts.
func bodyQuestions(opened []gate.Mention, dates []training.Date, text string) []Question {
	for _, m := range opened {
		if m.Condition != training.Hurt {
			continue
		}
		q := Question{Words: prose.Clip(text[m.From:m.To], maxQuoteRunes), Asks: "Where does it hurt?", Taken: -1}
		for _, place := range []struct {
			condition training.Condition
			says      string
		}{{training.HurtFoot, "the foot or ankle"}, {training.HurtKnee, "the knee"}, {training.HurtBack, "the back"}, {training.HurtShoulder, "the shoulder"}} {
			w := Wish{Kind: Gate, Strength: Must, Condition: place.condition, Dates: dates, Quote: q.Words, Confidence: sure}
			q.Readings = append(q.Readings, Interpretation{Says: place.says, Wishes: Wishes{w}})
		}
		return []Question{q}
	}
	return nil
}
