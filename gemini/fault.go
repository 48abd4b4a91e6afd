package gemini

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/google/generative-ai-go/genai"
	"github.com/googleapis/gax-go/v2/apierror"
	"google.golang.org/api/googleapi"

	"fortnight/planner/model"
)

// again tells whether another attempt may help, and how long the service wants to be left alone before.
type again struct {
	ok    bool
	after time.Duration
}

// judge says what an attempt's error means.
func (c *Client) judge(ctx context.Context, a *exchange, err error) (*model.Error, again) {
	logged := errors.New(c.transport.hide(shorten(err.Error(), 300)))
	fault := func(f model.Fault, message string) *model.Error {
		return &model.Error{Fault: f, Message: message, Err: logged}
	}
	var blocked *genai.BlockedError
	var web *googleapi.Error
	switch {
	case errors.Is(err, errTooLong) || errors.Is(context.Cause(ctx), errTooLong):
		return fault(model.Unavailable, "The language model took too long."), again{}
	case errors.Is(err, errStalled):
		return fault(model.Unavailable, "The language model stopped in the middle of its answer."), again{ok: true}
	case errors.As(err, &blocked):
		return fault(model.Refused, "The language model's safety filter held the answer back."), again{}
	case errors.As(err, &web):
		return c.status(err, web)
	case errors.Is(err, errCut), errors.Is(err, errTooBig):
		return fault(model.Garbled, "The language model's answer was too long."), again{}
	case errors.Is(err, errEmpty):
		return fault(model.Garbled, "The language model answered nothing."), again{}
	case a.failed != nil && !notJSON(err):
		return fault(model.Unavailable, "The connection to the language model broke."), again{ok: true}
	}
	return fault(model.Garbled, "The language model's answer was not in the form asked for."), again{}
}

// notJSON tells whether the service sent something that is not its own format, which another attempt does not mend. The client library has no
// types for some of these errors.
func notJSON(err error) bool {
	var syntax *json.SyntaxError
	text := err.Error()
	return errors.Is(err, errForeign) || errors.As(err, &syntax) ||
		strings.Contains(text, "proto:") || strings.Contains(text, "unexpected opening token")
}

// status says what an HTTP status other than 200 means.
func (c *Client) status(err error, web *googleapi.Error) (*model.Error, again) {
	logged := fmt.Errorf("HTTP %d: %s", web.Code, c.transport.hide(shorten(web.Message, 200)))
	unavailable := func(message string) *model.Error {
		return &model.Error{Fault: model.Unavailable, Message: message, Err: logged}
	}
	switch {
	case web.Code == http.StatusTooManyRequests:
		return unavailable("The language model has more to do than it may; its quota is used up for now."), again{ok: true, after: hint(err, web)}
	case web.Code >= 500:
		return unavailable("The language model is not available at the moment."), again{ok: true, after: hint(err, web)}
	}
	return &model.Error{
		Fault: model.Misconfigured, Err: logged,
		Message: "The language model does not accept how it is asked; this is for the operator to mend.",
	}, again{}
}

// hint is the pause that the service asks for, in the error's details or in a header.
func hint(err error, web *googleapi.Error) time.Duration {
	var api *apierror.APIError
	if errors.As(err, &api) {
		if info := api.Details().RetryInfo; info != nil && info.GetRetryDelay().IsValid() {
			return max(0, info.GetRetryDelay().AsDuration())
		}
	}
	if seconds, err := strconv.Atoi(web.Header.Get("Retry-After")); err == nil && seconds > 0 && seconds < 1<<20 {
		return time.Duration(seconds) * time.Second
	}
	return 0
}

func overBudget(c Config) error {
	return &model.Error{
		Fault:   model.OverBudget,
		Message: fmt.Sprintf("The language model's budget of %d tokens a run and %d a day is used up.", c.RunTokens, c.DayTokens),
	}
}

// shorten is a text on one line, at most so many runes.
func shorten(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return string(runes[:min(len(runes), most)])
}
