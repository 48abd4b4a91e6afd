package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"fortnight/training"
)

// Terminal is where the demo prints; Color says that it understands colours.
type Terminal struct {
	Out   io.Writer
	Color bool
}

const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	cyan   = "36"
)

func (t Terminal) paint(color, text string) string {
	if !t.Color {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

func (t Terminal) printf(format string, args ...any) { fmt.Fprintf(t.Out, format, args...) }

// Run signs up an athlete, plans a fortnight and shows it: the decisions as they stream, a line each, then the days as a table.
func Run(ctx context.Context, client *Client, who Login, today training.Date, t Terminal) error {
	t.printf("%s %s\n", t.paint(dim, "signing up"), who.Email)
	token, err := SignUp(ctx, client, who)
	if err != nil {
		return fmt.Errorf("sign up: %w", err)
	}
	client.Token = token
	t.printf("%s\n", t.paint(dim, "describing the athlete: thresholds, hours to train in, six weeks of history, two locks"))
	if err := Describe(ctx, client, today); err != nil {
		return fmt.Errorf("describe the athlete: %w", err)
	}
	from := today.AddDays(1)
	run, err := generate(ctx, client, from)
	if err != nil {
		return fmt.Errorf("generate a plan: %w", err)
	}
	if err := watch(ctx, client, run, t); err != nil {
		return fmt.Errorf("watch the run: %w", err)
	}
	return showCalendar(ctx, client, from, t)
}

func generate(ctx context.Context, client *Client, from training.Date) (runID string, err error) {
	var data struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	err = client.Do(ctx, `mutation Plan($input: GeneratePlanInput!) { generatePlan(input: $input) { run { id } } }`,
		map[string]any{"input": map[string]any{
			"from": from.String(), "wish": "no running on Wednesdays; a long ride on Saturday", "seed": 1, "idempotencyKey": "demo-" + from.String(),
		}}, &data)
	return data.GeneratePlan.Run.ID, err
}

type event struct {
	Type     string `json:"__typename"`
	Sequence int
	Stage    string
	At       time.Time
	Message  string
	Check    *struct{ Passed bool }
}

// watch prints a run's decisions as they come, and returns an error where the run ends without a plan.
func watch(ctx context.Context, client *Client, runID string, t Terminal) error {
	const query = `subscription Watch($runId: ID!) {
  planEvents(runId: $runId) { __typename sequence stage at message ... on RuleChecked { check { passed } } }
}`
	var last event
	stage := ""
	err := client.Subscribe(ctx, query, map[string]any{"runId": runID}, func(raw json.RawMessage) error {
		var data struct{ PlanEvents event }
		if err := json.Unmarshal(raw, &data); err != nil {
			return err
		}
		last = data.PlanEvents
		if last.Stage != stage {
			stage = last.Stage
			t.printf("\n%s\n", t.paint(bold, stage))
		}
		t.printf("%s %s\n", t.paint(dim, fmt.Sprintf("%4d", last.Sequence)), t.paint(last.color(), last.Message))
		return nil
	})
	if err == nil && last.Type != "RunSucceeded" {
		err = fmt.Errorf("the run ended with %s: %s", last.Type, last.Message)
	}
	return err
}

func (e event) color() string {
	switch e.Type {
	case "StageStarted", "StageFinished", "CandidatesRetrieved":
		return dim
	case "LockKept", "TargetsSet", "WishRead":
		return cyan
	case "SessionProposed", "RunSucceeded":
		return green
	case "SessionReplaced", "EngineFellBack", "ModelCorrected":
		return yellow
	case "RunFailed", "RunCancelled":
		return red
	case "RuleChecked":
		if e.Check != nil && !e.Check.Passed {
			return yellow
		}
	}
	return "0"
}

type day struct {
	Date     training.Date
	TSS      float64
	Fitness  *struct{ Fitness, Fatigue, Form float64 }
	Sessions []struct {
		Start    training.LocalTime
		Lock     *string
		Key      bool
		Workout  struct{ Title, Sport string }
		Resolved struct {
			DurationSeconds int
			TSS             float64
		}
	}
}

func showCalendar(ctx context.Context, client *Client, from training.Date, t Terminal) error {
	var data struct {
		Calendar struct {
			Days        []day
			Certificate struct {
				Verdict string
				Hash    string
				Checks  []struct{ Passed bool }
			}
		}
	}
	err := client.Do(ctx, `query Fortnight($from: Date!) {
  calendar(from: $from) {
    days { date tss fitness { fitness fatigue form } sessions { start lock key workout { title sport } resolved { durationSeconds tss } } }
    certificate { verdict hash checks { passed } }
  }
}`, map[string]any{"from": from.String()}, &data)
	if err != nil {
		return fmt.Errorf("read the calendar: %w", err)
	}
	t.printf("\n%s\n", t.paint(bold, fmt.Sprintf("%-10s %-5s %-9s %-44s %5s %5s  %7s %7s %5s", "day", "start", "sport", "workout", "min", "TSS", "fitness", "fatigue", "form")))
	for _, d := range data.Calendar.Days {
		t.showDay(d)
	}
	c := data.Calendar.Certificate
	passed := 0
	for _, check := range c.Checks {
		if check.Passed {
			passed++
		}
	}
	t.printf("\n%s: %d of %d checks hold. Certificate %.12s…\n", t.paint(green, c.Verdict), passed, len(c.Checks), c.Hash)
	return nil
}

func (t Terminal) showDay(d day) {
	state := ""
	if d.Fitness != nil {
		state = fmt.Sprintf("%7.1f %7.1f %+5.1f", d.Fitness.Fitness, d.Fitness.Fatigue, d.Fitness.Form)
	}
	label := d.Date.Midnight().Format("Mon 2 Jan")
	if len(d.Sessions) == 0 {
		t.printf("%-10s %s  %s\n", label, t.paint(dim, fmt.Sprintf("%-5s %-9s %-44s %5s %5s", "", "", "rest", "", "")), state)
	}
	for i, s := range d.Sessions {
		title := shorten(s.Workout.Title, titleWidth)
		if s.Lock != nil {
			title = shorten(s.Workout.Title, titleWidth-len(locked)) + locked
		}
		if i > 0 {
			label, state = "", ""
		}
		row := fmt.Sprintf("%-5s %-9s %-44s %5d %5.0f", s.Start, strings.ToLower(s.Workout.Sport), title, (s.Resolved.DurationSeconds+30)/60, s.Resolved.TSS)
		if s.Lock != nil {
			row = t.paint(cyan, row)
		}
		t.printf("%-10s %s  %s\n", label, row, state)
	}
}

const (
	titleWidth = 44
	locked     = " (locked)"
)

// shorten cuts a text to so many characters, the last of which then is an ellipsis.
func shorten(text string, width int) string {
	if letters := []rune(text); len(letters) > width {
		return string(letters[:width-1]) + "…"
	}
	return text
}
