package planner

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"fortnight/training"
)

// ReviewWishes keeps of a model's reading what can be so: known kinds, sports, regions and days of the plan, lengths within bounds, and
// words that stand in the wish. Everything else is dropped and told.
func ReviewWishes(q WishQuestion, a WishAnswer) (wishes Wishes, notUnderstood []string, findings []Finding) {
	words := plainWords(q.Text)
	for i, reading := range a.Wishes {
		if len(wishes) == maxWishes {
			reason := fmt.Sprintf("%d more wishes were read than the %d that a plan takes.", len(a.Wishes)-i, maxWishes)
			findings = append(findings, Finding{Dropped: true, Reason: reason})
			break
		}
		wish, reason := reading.review(q, words)
		if reason != "" {
			findings = append(findings, Finding{Dropped: true, Reason: fmt.Sprintf("A wish read as %s was left out: %s.", known(reading.Kind), reason)})
			continue
		}
		wishes = append(wishes, wish)
	}
	for _, text := range a.NotUnderstood {
		if text = clip(text, maxNotReadRunes); text != "" && strings.Contains(words, plainWords(text)) && len(notUnderstood) < maxNotRead {
			notUnderstood = append(notUnderstood, text)
		}
	}
	return wishes, notUnderstood, findings
}

// known is a kind's name, which is safe to show only where it is one.
func known(k WishKind) string {
	if slices.Contains(WishKinds, k) {
		return string(k)
	}
	return "something unknown"
}

func (r WishReading) review(q WishQuestion, words string) (Wish, string) {
	w := Wish{Kind: r.Kind, Quote: clip(r.Quote, maxQuoteRunes)}
	if !slices.Contains(WishKinds, r.Kind) {
		return w, "there is no such kind of wish"
	}
	if quote := plainWords(r.Quote); quote == "" || !strings.Contains(words, quote) {
		return w, "its words do not stand in the wish"
	}
	for _, n := range r.Days {
		if n < 1 || n > q.Days {
			return w, "it speaks of a day outside the plan"
		}
		w.Dates = append(w.Dates, q.From.AddDays(n-1))
	}
	slices.Sort(w.Dates)
	if w.Dates = slices.Compact(w.Dates); len(w.Dates) == 0 {
		return w, "it speaks of no day"
	}
	return r.fields(w)
}

// fields takes over the fields that belong to the kind.
func (r WishReading) fields(w Wish) (Wish, string) {
	sport, session := r.Sport, r.Session
	if sport != "" && !slices.Contains(training.Sports, sport) {
		return w, "there is no such sport"
	}
	if !slices.Contains([]WishSession{"", WishLong, WishHard, WishEasy}, session) {
		return w, "there is no such sort of session"
	}
	inBounds := r.Minutes >= minWishMinutes && r.Minutes <= maxWishMinutes
	switch w.Kind {
	case WishAvoid, WishPrefer:
		if sport == "" && session == "" {
			return w, "it names neither a sport nor a sort of session"
		}
		w.Sport, w.Session = sport, session
		if w.Kind == WishPrefer && inBounds {
			w.Minutes = r.Minutes
		}
	case WishMaxMinutes:
		if !inBounds {
			return w, fmt.Sprintf("its length is not %d to %d min", minWishMinutes, maxWishMinutes)
		}
		w.Sport, w.Minutes = sport, r.Minutes
	case WishSpare:
		if _, there := patternsOf[r.Region]; !there {
			return w, "there is no such part of the body"
		}
		w.Region = r.Region
	case WishRace:
		if len(w.Dates) != 1 {
			return w, "a race is on one day"
		}
		w.Sport = sport
	}
	return w, ""
}

// plainWords is a text in small letters with single spaces and without what is no letter or digit, for comparing quotes.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// clip is a text on one line without control and format characters, at most so many runes.
func clip(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return strings.TrimSpace(string(runes[:min(len(runes), most)]))
}

// Reviewer judges the picks of one answer against the question: an unknown slot or candidate, a candidate that was not offered there, a
// wrong day and a second pick for a slot are dropped; prose is kept as far as its numbers are the data's.
type Reviewer struct {
	question   PlanQuestion
	slots      map[int]QuestionSlot
	candidates map[int]QuestionCandidate
	taken      map[int]bool
	picked     map[int]int // day to candidates picked, for one workout twice on a day
}

// NewReviewer reviews answers to a question.
func NewReviewer(q PlanQuestion) *Reviewer {
	r := &Reviewer{question: q, slots: map[int]QuestionSlot{}, candidates: map[int]QuestionCandidate{}, taken: map[int]bool{}, picked: map[int]int{}}
	for _, s := range q.Slots {
		r.slots[s.Number] = s
	}
	for _, c := range q.Candidates {
		r.candidates[c.Number] = c
	}
	return r
}

// Take is the pick as it may be used, what was dropped or corrected, and whether anything of it is left. A rationale that is empty
// afterwards is for the caller to write.
func (r *Reviewer) Take(p Pick) (Pick, []Finding, bool) {
	slot, there := r.slots[p.Slot]
	if !there {
		return Pick{}, []Finding{{Dropped: true, Reason: "The model filled a slot that does not exist."}}, false
	}
	date := r.question.Days[slot.Day-1].Date
	if reason := r.refuse(p, slot); reason != "" {
		return Pick{}, []Finding{{Date: &date, Dropped: true, Reason: reason}}, false
	}
	r.taken[p.Slot], r.picked[slot.Day] = true, p.Candidate
	text, reasons := prose(p.Rationale, r.facts(slot, p.Candidate))
	var findings []Finding
	for _, reason := range reasons {
		findings = append(findings, Finding{Date: &date, Reason: reason})
	}
	p.Rationale = text
	return p, findings, true
}

func (r *Reviewer) refuse(p Pick, slot QuestionSlot) string {
	on := day(r.question.Days[slot.Day-1].Date)
	candidate, there := r.candidates[p.Candidate]
	switch {
	case r.taken[p.Slot]:
		return fmt.Sprintf("%s: the model filled the slot twice; the first holds.", on)
	case p.Day != slot.Day:
		return fmt.Sprintf("%s: the model took the slot for another day's.", on)
	case p.Candidate == 0:
		return ""
	case !there:
		return fmt.Sprintf("%s: the model chose a workout that does not exist.", on)
	case !slices.Contains(slot.Candidates, p.Candidate):
		return fmt.Sprintf("%s: “%s” was not offered for this slot.", on, clip(candidate.Title, 120))
	case r.picked[slot.Day] == p.Candidate:
		return fmt.Sprintf("%s: “%s” twice on one day.", on, clip(candidate.Title, 120))
	}
	return ""
}

// Missing are the numbers of the slots that nothing was taken for, in the question's order.
func (r *Reviewer) Missing() []int {
	var list []int
	for _, s := range r.question.Slots {
		if !r.taken[s.Number] {
			list = append(list, s.Number)
		}
	}
	return list
}
