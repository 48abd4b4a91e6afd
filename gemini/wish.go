package gemini

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/google/generative-ai-go/genai"

	"fortnight/planner/model"
	"fortnight/planner/runs"
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

func tooMuch(err error) error {
	return &model.Error{Fault: model.OverBudget, Message: "There is more to ask the language model than it takes at once.", Err: err}
}

// wishForm is the form of the answer. The service knows no bounds of numbers or lists; wish.Review does.
var wishForm = &genai.Schema{
	Type: genai.TypeObject, Required: []string{"wishes", "notUnderstood"},
	Properties: map[string]*genai.Schema{
		"wishes": {Type: genai.TypeArray, Items: &genai.Schema{
			Type: genai.TypeObject, Required: []string{"kind", "days", "quote"},
			Properties: map[string]*genai.Schema{
				"kind":    choice(wish.Kinds...),
				"session": choice(wish.Long, wish.Hard, wish.Easy),
				"sport":   choice(training.Sports...),
				"region":  choice(training.Legs, training.Push, training.Pull, training.Core),
				"days":    {Type: genai.TypeArray, Items: &genai.Schema{Type: genai.TypeInteger}},
				"minutes": {Type: genai.TypeInteger},
				"quote":   {Type: genai.TypeString},
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
			Kind    wish.Kind            `json:"kind"`
			Session wish.Session         `json:"session"`
			Sport   training.Sport       `json:"sport"`
			Region  training.MuscleGroup `json:"region"`
			Days    []int                `json:"days"`
			Minutes int                  `json:"minutes"`
			Quote   string               `json:"quote"`
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
		result.Wishes = append(result.Wishes, wish.Reading(w))
	}
	return result, nil
}
