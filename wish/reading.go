package wish

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/training"
)

// Reading is one wish as a language model read it: a claim, see Review. Days are numbers of days of the plan, from 1; Away likewise.
type Reading struct {
	Wish

	Days     []int
	AwayDays []int
	Date     training.Date // of a RACE on no day of the plan, 0 for none
}

// Review keeps of a model's reading of a text, for days planned days from from, what can be so: known kinds, sports, regions and days of
// the plan, lengths within bounds, and words that stand in the text; of left, what the model says it did not understand, words of the text
// too. Everything else is refused, each with why in a sentence. At most 24 wishes and 12 texts that were not understood are left.
func Review(text string, from training.Date, days int, readings []Reading, left []string) (wishes Wishes, notUnderstood, refused []string) {
	words := prose.Plain(text)
	for i, reading := range readings {
		if len(wishes) == maxWishes {
			refused = append(refused, fmt.Sprintf("%d more wishes were read than the %d that a plan takes.", len(readings)-i, maxWishes))
			break
		}
		wish, reason := reading.review(from, days, words)
		if reason != "" {
			refused = append(refused, fmt.Sprintf("A wish read as %s was left out: %s.", known(reading.Kind), reason))
			continue
		}
		wishes = append(wishes, wish)
	}
	for _, part := range left {
		if part = prose.Clip(part, maxNotReadRunes); part != "" && strings.Contains(words, prose.Plain(part)) {
			notUnderstood = append(notUnderstood, part)
		}
	}
	return wishes, fewest(notUnderstood), refused
}

// known is a kind's name, which is safe to show only where it is one.
func known(k Kind) string {
	if slices.Contains(Kinds, k) {
		return string(k)
	}
	return "something unknown"
}

func (r Reading) review(from training.Date, days int, words string) (Wish, string) {
	w := r.Wish
	w.Quote, w.Confidence, w.Dates, w.Away = prose.Clip(r.Quote, maxQuoteRunes), modelConfidence, nil, nil
	if !slices.Contains(Kinds, r.Kind) {
		return w, "there is no such kind of wish"
	}
	if quote := prose.Plain(r.Quote); quote == "" || !strings.Contains(words, quote) {
		return w, "its words do not stand in the wish"
	}
	for list, numbers := range map[*[]training.Date][]int{&w.Dates: r.Days, &w.Away: r.AwayDays} {
		for _, n := range numbers {
			if n < 1 || n > days {
				return w, "it speaks of a day outside the plan"
			}
			*list = append(*list, from.AddDays(n-1))
		}
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	if r.Kind == Race && len(w.Dates) == 0 && r.Date != 0 {
		w.Dates = []training.Date{r.Date} // Check knows how far away it may be
	}
	if len(w.Dates) == 0 {
		return w, "it speaks of no day"
	}
	w.trim()
	var faults training.InputError
	w.Check(&faults, "", from, days)
	if err := faults.Err(); err != nil {
		return w, strings.TrimSuffix(err.Error(), ".")
	}
	return w, ""
}

// modelConfidence is how sure a model's reading is that the code has found nothing against.
const modelConfidence = 0.85

// trim leaves out the fields that do not belong to the kind, and those that are out of bounds and may be left out.
func (w *Wish) trim() {
	if w.Strength == "" || !slices.Contains(Strengths, w.Strength) {
		w.Strength = StrengthOf(w.Kind)
	}
	for _, f := range w.useless() {
		f.clear(w)
	}
	if w.Positive() && !lengthInBounds(w.Minutes) {
		w.Minutes = 0
	}
}
