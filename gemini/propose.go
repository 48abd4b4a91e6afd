package gemini

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/google/generative-ai-go/genai"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// planData is what is sent for a proposal.
type planData struct {
	Athlete    athleteData     `json:"athlete"`
	Weeks      []weekData      `json:"weeks"`
	Days       []dayData       `json:"days"`
	Slots      []slotData      `json:"slots"`
	Candidates []candidateData `json:"candidates"`
	Wishes     []planWish      `json:"wishes,omitempty"`
	Before     []pickData      `json:"before,omitempty"`
	Broken     []brokenData    `json:"broken,omitempty"`
}

type athleteData struct {
	Level    training.Level    `json:"level"`
	Priority training.Priority `json:"priority"`
	Fitness  int               `json:"fitness"`
	Form     int               `json:"form"`
}

type weekData struct {
	Week     int           `json:"week"`
	Minutes  int           `json:"minutes"`
	Phase    string        `json:"phase"`
	Sessions []sessionData `json:"sessions"`
}

// sessionData is a session that a week is to hold.
type sessionData struct {
	Role    season.Role    `json:"role"`
	Sport   training.Sport `json:"sport"`
	Family  *string        `json:"family,omitempty"`
	Level   *int           `json:"level,omitempty"`
	Minutes int            `json:"minutes"`
}

type dayData struct {
	Day         int              `json:"day"`
	Weekday     training.Weekday `json:"weekday"`
	DaysToEvent *int             `json:"daysToEvent,omitempty"`
	Kept        []keptData       `json:"kept,omitempty"`
}

type keptData struct {
	Sport   training.Sport `json:"sport"`
	Focus   training.Focus `json:"focus"`
	Minutes int            `json:"minutes"`
	TSS     int            `json:"tss"`
	Hard    bool           `json:"hard,omitempty"`
}

type slotData struct {
	Slot       int   `json:"slot"`
	Day        int   `json:"day"`
	Candidates []int `json:"candidates"`
}

type candidateData struct {
	Number      int            `json:"number"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	Sport       training.Sport `json:"sport"`
	Focus       training.Focus `json:"focus"`
	Minutes     int            `json:"minutes"`
	TSS         int            `json:"tss"`
	HighMinutes int            `json:"highMinutes,omitempty"`
	HeavyLegs   bool           `json:"heavyLegs,omitempty"`
}

type planWish struct {
	Kind    wish.Kind            `json:"kind"`
	Session wish.Session         `json:"session,omitempty"`
	Sport   training.Sport       `json:"sport,omitempty"`
	Region  training.MuscleGroup `json:"region,omitempty"`
	Family  session.ID           `json:"family,omitempty"`
	Bound   wish.Bound           `json:"bound,omitempty"`
	Count   int                  `json:"count,omitempty"`
	Per     wish.Period          `json:"per,omitempty"`
	Days    []int                `json:"days"`
	Away    []int                `json:"awayDays,omitempty"`
	Minutes int                  `json:"minutes,omitempty"`
	Meters  int                  `json:"meters,omitempty"`
}

type pickData struct {
	Slot      int `json:"slot"`
	Candidate int `json:"candidate"`
}

type brokenData struct {
	Rule string `json:"rule"`
	Days []int  `json:"days"`
	What string `json:"what"`
}

// Propose is planner.Model's.
func (c *Client) Propose(ctx context.Context, q model.PlanQuestion, each func(model.Pick) error) (runs.Usage, error) {
	text, err := dataText(planOf(q))
	if err != nil {
		return runs.Usage{}, tooMuch(err)
	}
	return c.ask(ctx, question{instructions: proposeInstructions, data: text, form: planForm, spent: q.Spent}, func(text io.Reader) error {
		return decodePicks(text, 2*len(q.Slots)+8, each)
	})
}

func whole(x float64) int { return int(math.Round(x)) }

// planOf is the question as it is sent: rounded, its texts shortened, the wishes without the athlete's words.
func planOf(q model.PlanQuestion) planData {
	d := planData{
		Athlete: athleteData{q.Level, q.Priority, whole(q.Fitness), whole(q.Form)},
		Weeks:   []weekData{}, Days: []dayData{}, Slots: []slotData{}, Candidates: []candidateData{},
	}
	for i, w := range q.Weeks {
		week := weekData{i + 1, w.Minutes, w.Phase, []sessionData{}}
		for _, s := range w.Sessions {
			week.Sessions = append(week.Sessions, sessionData{s.Role, s.Sport, s.Family, s.Level, s.Minutes})
		}
		d.Weeks = append(d.Weeks, week)
	}
	for i, day := range q.Days {
		one := dayData{Day: i + 1, Weekday: day.Date.Weekday(), DaysToEvent: day.DaysToEvent}
		for _, k := range day.Kept {
			one.Kept = append(one.Kept, keptData{k.Sport, k.Focus, k.Minutes, whole(k.TSS), k.Hard})
		}
		d.Days = append(d.Days, one)
	}
	for _, s := range q.Slots {
		d.Slots = append(d.Slots, slotData{s.Number, s.Day, append([]int{}, s.Candidates...)})
	}
	for _, c := range q.Candidates {
		d.Candidates = append(d.Candidates, candidateData{
			c.Number, shorten(c.Title, maxTitleRunes), shorten(c.Description, maxDescriptionRunes), c.Sport, c.Focus, c.Minutes, whole(c.TSS),
			c.HighMinutes, c.HeavyLegs,
		})
	}
	for _, w := range q.Wishes {
		if w.Kind == wish.Gate || w.Kind == wish.Note || w.Kind == wish.Equip { // what may be picked has been chosen by them
			continue
		}
		one := planWish{
			Kind: w.Kind, Session: w.Session, Sport: w.Sport, Region: w.Region, Family: w.Family, Bound: w.Bound, Count: w.Count, Per: w.Per,
			Minutes: w.Minutes, Meters: w.Meters, Days: []int{},
		}
		for i, day := range q.Days {
			if w.On(day.Date) {
				one.Days = append(one.Days, i+1)
			}
			if slices.Contains(w.Away, day.Date) {
				one.Away = append(one.Away, i+1)
			}
		}
		d.Wishes = append(d.Wishes, one)
	}
	for _, p := range q.Standing {
		d.Before = append(d.Before, pickData{p.Slot, p.Candidate})
	}
	for _, b := range q.Broken {
		d.Broken = append(d.Broken, brokenData{b.RuleID, append([]int{}, b.Days...), shorten(b.Message, maxRuleRunes)})
	}
	return d
}

// planForm is the form of the answer.
var planForm = &genai.Schema{
	Type: genai.TypeObject, Required: []string{"picks"},
	Properties: map[string]*genai.Schema{
		"picks": {Type: genai.TypeArray, Items: &genai.Schema{
			Type: genai.TypeObject, Required: []string{"slot", "day", "candidate", "why"},
			Properties: map[string]*genai.Schema{
				"slot":      {Type: genai.TypeInteger},
				"day":       {Type: genai.TypeInteger},
				"candidate": {Type: genai.TypeInteger},
				"why":       {Type: genai.TypeString},
			},
		}},
	},
}

// decodePicks reads {"picks":[…]} and hands over each pick as soon as its text is complete, at most so many. A pick of another form is
// handed over as one for no slot, so that its loss is seen.
func decodePicks(text io.Reader, most int, each func(model.Pick) error) error {
	decoder := json.NewDecoder(text)
	for _, want := range []json.Token{json.Delim('{'), "picks", json.Delim('[')} {
		if got, err := decoder.Token(); err != nil {
			return err
		} else if got != want {
			return fmt.Errorf("the answer has %.40q where %v belongs", fmt.Sprint(got), want)
		}
	}
	for n := 0; decoder.More(); n++ {
		if n == most {
			return fmt.Errorf("the answer has more than %d picks", most)
		}
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return err
		}
		if err := each(pickOf(raw)); err != nil {
			return &stopped{err}
		}
	}
	for _, want := range []json.Token{json.Delim(']'), json.Delim('}')} {
		if got, err := decoder.Token(); err != nil {
			return err
		} else if got != want {
			return fmt.Errorf("the answer goes on with %.40q after its picks", fmt.Sprint(got))
		}
	}
	return nothingAfter(decoder)
}

func pickOf(raw json.RawMessage) model.Pick {
	var p struct {
		Slot      *int   `json:"slot"`
		Day       *int   `json:"day"`
		Candidate *int   `json:"candidate"`
		Why       string `json:"why"`
	}
	if err := json.Unmarshal(raw, &p); err != nil || p.Slot == nil || p.Day == nil || p.Candidate == nil {
		return model.Pick{}
	}
	return model.Pick{Slot: *p.Slot, Day: *p.Day, Candidate: *p.Candidate, Rationale: p.Why}
}
