package gemini

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"fortnight/library"
	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/season"
	"fortnight/training"
	"fortnight/wish"
)

// smokeDays is how long the smoke run's plan is.
const smokeDays = 7

// Smoke asks the real service to read one wish and to propose one week of the shared library for an athlete who does not exist, prints
// what it said, how long that took and what it cost, and fails where either call failed or a slot stayed open. From is the plan's first
// day.
func Smoke(ctx context.Context, c *Client, from training.Date, now func() time.Time, out io.Writer) error {
	info := c.Describe()
	fmt.Fprintf(out, "model %s, instructions %s\n", info.Name, info.PromptVersion)
	began := now()
	question := model.WishQuestion{
		Today: from - 1, From: from, Days: smokeDays,
		Text: "No running tomorrow, my calf is tight; long ride on Sunday, and surprise me!",
	}
	answer, used, err := c.ReadWish(ctx, question)
	if err != nil {
		return fmt.Errorf("read a wish: %w", err)
	}
	wishes, left, refused := wish.Review(question.Text, question.From, question.Days, answer.Wishes, answer.NotUnderstood)
	for _, w := range wishes {
		fmt.Fprintf(out, "  read: %s\n", w)
	}
	fmt.Fprintf(out, "  not understood: %q\n", left)
	for _, reason := range refused {
		fmt.Fprintf(out, "  review: %s\n", reason)
	}

	q := smokeQuestion(from)
	q.Wishes, q.Spent = wishes, model.Spent{Run: used.Tokens(), Day: used.Tokens()}
	reviewer := model.NewReviewer(q)
	more, err := c.Propose(ctx, q, func(raw model.Pick) error {
		p, findings, ok := reviewer.Take(raw)
		if ok {
			fmt.Fprintf(out, "  %5.1f s  day %d: %s. %s\n", now().Sub(began).Seconds(), p.Day, titleOf(q, p.Candidate), p.Rationale)
		}
		show(out, findings)
		return nil
	})
	if err != nil {
		return fmt.Errorf("propose: %w", err)
	}
	used = used.Plus(more)
	fmt.Fprintf(out, "%.1f s, %d requests, %d tokens in, %d out, %s\n",
		now().Sub(began).Seconds(), used.Requests, used.InputTokens, used.OutputTokens, c.cost(used))
	if open := reviewer.Missing(); len(open) > 0 {
		return fmt.Errorf("propose: slots %v stayed open", open)
	}
	return nil
}

// cost is what usage costs at the configured prices.
func (c *Client) cost(u runs.Usage) string {
	if c.config.InputPrice == 0 && c.config.OutputPrice == 0 {
		return "cost unknown: no prices are set"
	}
	return fmt.Sprintf("$%.4f", (float64(u.InputTokens)*c.config.InputPrice+float64(u.OutputTokens)*c.config.OutputPrice)/1e6)
}

func show(out io.Writer, findings []runs.Finding) {
	for _, f := range findings {
		fmt.Fprintf(out, "  review: %s\n", f.Reason)
	}
}

func titleOf(q model.PlanQuestion, number int) string {
	for _, c := range q.Candidates {
		if c.Number == number {
			return c.Title
		}
	}
	return "rest"
}

// smokeQuestion offers every slot of a week the workouts of the shared library that are of its kind, six at most.
func smokeQuestion(from training.Date) model.PlanQuestion {
	profile := training.NewProfile("UTC")
	profile.Level = training.Intermediate
	ftp, threshold := 240, 300
	profile.FTPWatts, profile.ThresholdSecondsPerKilometer = &ftp, &threshold
	q := model.PlanQuestion{
		Level: profile.Level, Priority: training.PriorityEndurance, Fitness: 45, Form: -4, Weeks: []model.QuestionWeek{{Minutes: 330, Phase: "BUILD", Sessions: smokeSessions}},
	}
	foci := [][]training.Focus{
		{training.FocusEndurance}, {training.FocusThreshold, training.FocusVO2Max}, nil, {training.FocusMaxStrength}, {training.FocusEndurance}, nil,
		{training.FocusLong},
	}
	for n := range smokeDays {
		q.Days = append(q.Days, model.QuestionDay{Date: from.AddDays(n)})
		slot := model.QuestionSlot{Number: n + 1, Day: n + 1}
		for _, focus := range foci[n] {
			slot.Candidates = append(slot.Candidates, offer(&q, profile, focus, 6-len(slot.Candidates))...)
		}
		q.Slots = append(q.Slots, slot)
	}
	return q
}

// smokeSessions are what the week of the question is to hold.
var smokeSessions = []runs.SessionTarget{
	{Role: season.K, Sport: training.Run, Minutes: 50}, {Role: season.L, Sport: training.Run, Minutes: 90},
	{Role: season.E, Sport: training.Run, Minutes: 45}, {Role: season.S, Sport: training.Strength, Minutes: 45},
}

// offer adds the library's first workouts with a focus to the candidates, and returns their numbers.
func offer(q *model.PlanQuestion, profile training.Profile, focus training.Focus, most int) []int {
	var numbers []int
	for _, w := range library.Workouts() {
		if w.Focus != focus || len(numbers) == most || w.Sport != training.Run && w.Sport != training.Ride && w.Sport != training.Strength {
			continue
		}
		w = w.For(profile.Thresholds)
		number := len(q.Candidates) + 1
		for _, c := range q.Candidates {
			if strings.EqualFold(c.Title, w.Title) {
				number = c.Number
			}
		}
		if number > len(q.Candidates) {
			q.Candidates = append(q.Candidates, model.QuestionCandidate{
				Number: number, Title: w.Title, Description: w.Description, Sport: w.Sport, Focus: w.Focus, Minutes: (w.DurationSeconds + 30) / 60,
				TSS: w.TSS, HighMinutes: (w.Demand.HighSeconds + 30) / 60, HeavyLegs: w.Demand.HeavyLower,
			})
		}
		numbers = append(numbers, number)
	}
	return numbers
}
