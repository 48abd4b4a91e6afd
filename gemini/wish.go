package gemini

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/google/generative-ai-go/genai"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// Bounds of the texts that are sent, in characters.
const (
	maxWishRunes        = 500
	maxTitleRunes       = 120
	maxDescriptionRunes = 240
	maxRuleRunes        = 200
)

// wishData is what is sent with a wish.
type wishData struct {
	Today string    `json:"today"`
	Days  []wishDay `json:"days"`
	Wish  string    `json:"wish"`
}

type wishDay struct {
	Day     int              `json:"day"`
	Date    training.Date    `json:"date"`
	Weekday training.Weekday `json:"weekday"`
}

// ReadWish is planner.Model's.
func (c *Client) ReadWish(ctx context.Context, q model.WishQuestion) (model.WishAnswer, runs.Usage, error) {
	data := wishData{Today: fmt.Sprintf("%s %s", q.Today.Weekday(), q.Today), Wish: shorten(q.Text, maxWishRunes)}
	for n := range q.Days {
		date := q.From.AddDays(n)
		data.Days = append(data.Days, wishDay{Day: n + 1, Date: date, Weekday: date.Weekday()})
	}
	text, err := dataText(data)
	if err != nil {
		return model.WishAnswer{}, runs.Usage{}, tooMuch(err)
	}
	var answer model.WishAnswer
	used, err := c.ask(ctx, question{instructions: wishInstructions, data: text, form: wishForm, spent: q.Spent}, func(text io.Reader) error {
		var err error
		answer, err = decodeWish(text)
		return err
	})
	if err != nil {
		return model.WishAnswer{}, used, err
	}
	return answer, used, nil
}

// wishForm is the form of the answer. The service knows no bounds of numbers or lists; wish.Review does.
var wishForm = &genai.Schema{
	Type: genai.TypeObject, Required: []string{"wishes", "notUnderstood"},
	Properties: map[string]*genai.Schema{
		"wishes": {Type: genai.TypeArray, Items: &genai.Schema{
			Type: genai.TypeObject, Required: []string{"kind", "days", "quote"},
			Properties: map[string]*genai.Schema{
				"kind":      choice(wish.Kinds...),
				"strength":  choice(wish.Strengths...),
				"session":   choice(wish.Sessions...),
				"family":    {Type: genai.TypeString},
				"sport":     choice(training.Sports...),
				"region":    choice(training.Legs, training.Push, training.Pull, training.Core),
				"condition": choice(training.Conditions...),
				"bound":     choice(wish.Bounds...),
				"count":     {Type: genai.TypeInteger},
				"per":       choice(wish.Periods...),
				"days":      {Type: genai.TypeArray, Items: &genai.Schema{Type: genai.TypeInteger}},
				"awayDays":  {Type: genai.TypeArray, Items: &genai.Schema{Type: genai.TypeInteger}},
				"each":      {Type: genai.TypeBoolean},
				"minutes":   {Type: genai.TypeInteger},
				"meters":    {Type: genai.TypeInteger},
				"date":      {Type: genai.TypeString},
				"priority":  choice(training.EventPriorities...),
				"format":    choice(training.EventFormats...),
				"from":      {Type: genai.TypeString},
				"to":        {Type: genai.TypeString},
				"equipment": {Type: genai.TypeArray, Items: choice(training.Equipments...)},
				"quote":     {Type: genai.TypeString},
			},
		}},
		"notUnderstood": {Type: genai.TypeArray, Items: &genai.Schema{Type: genai.TypeString}},
	},
}

func choice[T ~string](values ...T) *genai.Schema {
	s := &genai.Schema{Type: genai.TypeString, Format: "enum"}
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	return s
}

// decodeWish reads an answer. What is in it is not judged here.
func decodeWish(text io.Reader) (model.WishAnswer, error) {
	var answer struct {
		Wishes *[]struct {
			Kind      wish.Kind              `json:"kind"`
			Strength  wish.Strength          `json:"strength"`
			Session   wish.Session           `json:"session"`
			Family    session.ID             `json:"family"`
			Sport     training.Sport         `json:"sport"`
			Region    training.MuscleGroup   `json:"region"`
			Condition training.Condition     `json:"condition"`
			Bound     wish.Bound             `json:"bound"`
			Count     int                    `json:"count"`
			Per       wish.Period            `json:"per"`
			Days      []int                  `json:"days"`
			AwayDays  []int                  `json:"awayDays"`
			Each      bool                   `json:"each"`
			Minutes   int                    `json:"minutes"`
			Meters    int                    `json:"meters"`
			Date      string                 `json:"date"`
			Priority  training.EventPriority `json:"priority"`
			Format    training.EventFormat   `json:"format"`
			From      string                 `json:"from"`
			To        string                 `json:"to"`
			Equipment []training.Equipment   `json:"equipment"`
			Quote     string                 `json:"quote"`
		} `json:"wishes"`
		NotUnderstood []string `json:"notUnderstood"`
	}
	decoder := json.NewDecoder(text)
	if err := decoder.Decode(&answer); err != nil {
		return model.WishAnswer{}, err
	}
	if err := nothingAfter(decoder); err != nil {
		return model.WishAnswer{}, err
	}
	if answer.Wishes == nil {
		return model.WishAnswer{}, fmt.Errorf("the answer has no wishes")
	}
	result := model.WishAnswer{NotUnderstood: answer.NotUnderstood}
	for _, w := range *answer.Wishes {
		one := wish.Wish{
			Kind: w.Kind, Strength: w.Strength, Session: w.Session, Family: w.Family, Sport: w.Sport, Region: w.Region, Condition: w.Condition, Bound: w.Bound,
			Priority: w.Priority, Format: w.Format, Count: w.Count, Per: w.Per, Each: w.Each, Minutes: w.Minutes, Meters: w.Meters, Equipment: w.Equipment, Quote: w.Quote,
		}
		one.From, _ = training.ParseLocalTime(w.From) // what is no time is none
		one.To, _ = training.ParseLocalTime(w.To)
		date, _ := training.ParseDate(w.Date)
		result.Wishes = append(result.Wishes, wish.Reading{Wish: one, Days: w.Days, AwayDays: w.AwayDays, Date: date})
	}
	return result, nil
}
