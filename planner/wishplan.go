package planner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/training"
	"fortnight/wish"
)

// wishProgress is what is recorded of the athlete's wish. It is read once in a run.
type wishProgress struct {
	WishRead      bool        `json:"wishRead,omitempty"`
	Wishes        wish.Wishes `json:"wishes,omitempty"`
	NotUnderstood []string    `json:"notUnderstood,omitempty"`
	Contradicting []string    `json:"contradicting,omitempty"` // quotes that are not followed because they contradict each other
}

// understand reads the wish, with the model where the run has one, and records what was read before anything is made of it.
func (j *journey) understand(ctx context.Context) error {
	if j.run.Wish == "" || j.state.WishRead {
		return nil
	}
	wishes, left := wish.ReadClauses(j.run.Wish, j.snapshot.Today, j.run.From, j.run.Days)
	j.state.Wishes, j.state.NotUnderstood = wishes, left
	var events []Event
	if j.run.Engine == Gemini {
		var err error
		if events, err = j.askWish(ctx, wishes); err != nil {
			return err
		}
	}
	j.state.WishRead = true
	var clashes []wish.Clash
	j.state.Wishes, clashes = j.state.Wishes.Settle()
	for _, c := range clashes {
		j.state.Contradicting = append(j.state.Contradicting, c.Quotes...)
	}
	read := &WishRead{Wishes: append([]wish.Wish{}, j.state.Wishes...), NotUnderstood: append([]string{}, wish.NotFollowed(j.state.NotUnderstood, clashes)...)}
	read.EventHead = j.head(Analyze, prose.Clip(wishMessage(j.state.Wishes, j.state.NotUnderstood, clashes), maxMessageRunes))
	return j.record(ctx, append(events, read)...)
}

// maxMessageRunes is how long a message may get that is put together from an athlete's or a model's words.
const maxMessageRunes = 1500

func wishMessage(wishes wish.Wishes, left []string, clashes []wish.Clash) string {
	parts := make([]string, len(wishes))
	for i, w := range wishes {
		parts[i] = w.String()
	}
	message := "Read in the wish: " + strings.Join(parts, "; ") + "."
	if len(wishes) == 0 {
		message = "Nothing was read in the wish that a plan can follow."
	}
	for _, c := range clashes {
		message += " " + c.String() + "."
	}
	if len(left) > 0 {
		message += " Not understood: “" + strings.Join(left, "”, “") + "”; the search for workouts reads it all the same."
	}
	return message
}

// whyWished says that a day is free by the athlete's wish.
func (j *journey) whyWished(date training.Date) (string, bool) {
	w, rests := j.state.Wishes.Rests(date)
	if !rests {
		return "", false
	}
	reason := map[wish.Kind]string{
		wish.Rest: "The day is free, as wished", wish.Race: "A race is on this day", wish.Unwell: "No training while unwell",
	}[w.Kind]
	return fmt.Sprintf("%s: “%s”.", reason, w.Quote), true
}

// gives says which wish a session that stays goes against.
func (j *journey) gives(s *training.Session) string {
	w, against := j.state.Wishes.Against(s.Date, j.workouts.Of(s))
	if !against {
		return ""
	}
	return fmt.Sprintf(" What stands goes before the wish: %s.", w)
}

// unmet says at the end which wishes for something were not met, and sends whoever is unwell to a physician.
func (j *journey) unmet() string {
	if len(j.state.Wishes) == 0 {
		return ""
	}
	message, sessions := "", j.sessions()
	for _, w := range j.state.Wishes {
		served := slices.ContainsFunc(sessions, func(s training.Session) bool {
			return w.Serves(s.Date, j.workouts.Of(&s))
		})
		if w.Kind == wish.Prefer && !served && len(message) < maxMessageRunes/2 {
			message += fmt.Sprintf(" Not met: %s.", w)
		}
	}
	if j.state.Wishes.Unwell() {
		message += " Symptoms as you write of them are not for a plan to judge: ask a physician before you train again."
	}
	return message
}
