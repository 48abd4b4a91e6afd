package workouts

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// maxReasonWords bounds the words that a reason repeats.
const maxReasonWords = 5

// asked is what a search was for, in words and figures.
type asked struct {
	text       string
	lacks      []string // concepts that the text says are not at hand
	sports     []training.Sport
	minSeconds int // 0 for no limit
	maxSeconds int // 0 for no limit
}

// asker tells of each workout why it was found.
type asker struct {
	asked

	says
}

func (store *Memory) asker(a asked) asker {
	known, said := store.texts.Get(a.text)
	if !said {
		known = store.says(a.text)
		store.texts.Add(a.text, known)
	}
	if len(a.lacks) > 0 { // "a bench" is mostly said of one with a barbell
		known.about = slices.DeleteFunc(slices.Clone(known.about), func(concept string) bool { return slices.Contains(a.lacks, concept) })
	}
	return asker{a, known}
}

// match is a row as it was found; seconds is how long the workout takes for whom it was found.
func (a asker) match(r matchRow, seconds int) training.WorkoutMatch {
	return training.WorkoutMatch{WorkoutID: r.ID, Score: score(r), Reasons: a.reasons(r, score(r), seconds)}
}

// score is similarity as it is told, 0 to 1.
func score(r matchRow) float64 { return min(max(r.similarity, 0), 1) }

// reasons say why a workout was found: how near its meaning is, what it is about as was asked, its sport and its duration where they were
// asked for, and which words of the text are its own.
func (a asker) reasons(w matchRow, score float64, seconds int) []string {
	var found []string
	say := func(is bool, format string, values ...any) {
		if is {
			found = append(found, fmt.Sprintf(format, values...))
		}
	}
	own := w.says()
	shared, said := common(a.about, own.about), common(a.words, own.words)
	say(a.text != "", "%.0f %% alike in meaning", 100*score)
	say(len(shared) > 0, "about %s", strings.Join(shared, ", "))
	say(len(a.sports) > 0, "%s, as asked", strings.ToLower(strings.ReplaceAll(string(w.Sport), "_", " ")))
	say(a.minSeconds > 0 || a.maxSeconds > 0, "%d min, %s", (seconds+30)/60, a.span())
	say(len(said) > 0, "says %s", strings.Join(said, ", "))
	return found
}

// span is the duration that was asked for.
func (a asker) span() string {
	least, most := (a.minSeconds+59)/60, a.maxSeconds/60
	switch {
	case a.maxSeconds == 0:
		return fmt.Sprintf("at least the %d asked for", least)
	case least <= 1:
		return fmt.Sprintf("within the %d asked for", most)
	}
	return fmt.Sprintf("within the %d to %d asked for", least, most)
}

// common are the first of a list, each once, that another has too.
func common(list, other []string) []string {
	var shared []string
	for _, word := range list {
		if slices.Contains(other, word) && !slices.Contains(shared, word) && len(shared) < maxReasonWords {
			shared = append(shared, word)
		}
	}
	return shared
}
