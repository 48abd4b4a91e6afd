package gemini

import (
	"context"
	"errors"
	"io"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/generative-ai-go/genai"
	"google.golang.org/api/googleapi"
	"google.golang.org/api/iterator"

	"fortnight/planner/model"
	"fortnight/planner/runs"
)

// maxAnswerBytes is how much text of an answer is read: ten times what a plan of 28 days takes.
const maxAnswerBytes = 256 << 10

var (
	errForeign = errors.New("the answer has a part that was not asked for")
	errTooLong = errors.New("the call took too long")
	errStalled = errors.New("the answer stalled")
	errTooBig  = errors.New("the answer is too long")
	errCut     = errors.New("the answer ran out of tokens")
	errEmpty   = errors.New("the answer is empty")
)

// stopped carries an error of the caller's own function.
type stopped struct{ err error }

func (s *stopped) Error() string { return s.err.Error() }

// exchange is one request and its answer, an io.Reader of the answer's text.
type exchange struct {
	client   *Client
	question question
	output   int

	answer  *genai.GenerateContentResponseIterator
	stall   *time.Timer
	pending string // text not read yet
	text    int    // bytes of text so far
	finish  genai.FinishReason
	tokens  *genai.UsageMetadata
	sent    atomic.Bool // the whole request went out: from here on the service may be at work
	refused bool        // with an HTTP status: no work was done
	failed  error       // what ended the stream, other than its end
	done    bool
}

func (a *exchange) run(ctx context.Context, read func(io.Reader) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil) // closes the answer's body where it was not read to its end
	limit := a.client.config.StallTimeout
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		WroteRequest: func(w httptrace.WroteRequestInfo) {
			if w.Err == nil {
				a.sent.Store(true)
			}
		},
		GotFirstResponseByte: func() { a.sent.Store(true) }, // may come before the other
	})
	a.stall = time.AfterFunc(limit, func() { stop(errStalled) })
	defer a.stall.Stop()

	model := a.client.service.GenerativeModel(a.client.config.Model)
	output := int32(a.output)
	model.GenerationConfig = genai.GenerationConfig{MaxOutputTokens: &output, ResponseMIMEType: "application/json", ResponseSchema: a.question.form}
	model.SystemInstruction = genai.NewUserContent(genai.Text(a.question.instructions))
	a.answer = model.GenerateContentStream(ctx, genai.Text(a.question.data))
	a.stall.Stop()
	err := read(a)
	if err == nil {
		return a.rest()
	}
	if context.Cause(ctx) != nil {
		return context.Cause(ctx)
	}
	return err
}

// Read gives the answer's text as it comes.
func (a *exchange) Read(into []byte) (int, error) {
	for a.pending == "" {
		if err := a.next(); err != nil {
			return 0, err
		}
	}
	n := copy(into, a.pending)
	a.pending = a.pending[n:]
	return n, nil
}

// next reads one piece of the answer.
func (a *exchange) next() error {
	if a.failed != nil {
		return a.failed
	}
	if a.done {
		return io.EOF
	}
	a.stall.Reset(a.client.config.StallTimeout)
	piece, err := a.piece()
	a.stall.Stop()
	switch {
	case errors.Is(err, iterator.Done):
		a.done = true
		return a.ended()
	case err != nil:
		a.failed, a.refused = err, errors.As(err, new(*googleapi.Error))
		return err
	}
	a.take(piece)
	if a.text > maxAnswerBytes {
		a.failed = errTooBig
	}
	return a.failed
}

// piece is the next one of the stream. The client library panics over some parts that are never asked for, such as function responses.
func (a *exchange) piece() (piece *genai.GenerateContentResponse, err error) {
	defer func() {
		if recover() != nil {
			piece, err = nil, errForeign
		}
	}()
	piece, err = a.answer.Next()
	if err != nil && strings.HasPrefix(err.Error(), "unknown Part.Data type") {
		err = errForeign
	}
	return piece, err
}

func (a *exchange) take(piece *genai.GenerateContentResponse) {
	if piece.UsageMetadata != nil {
		a.tokens = piece.UsageMetadata
	}
	for _, candidate := range piece.Candidates[:min(1, len(piece.Candidates))] { // one is asked for
		a.finish = max(a.finish, candidate.FinishReason)
		if candidate.Content == nil {
			continue
		}
		for _, part := range candidate.Content.Parts {
			if text, isText := part.(genai.Text); isText {
				a.pending += string(text)
				a.text += len(text)
			}
		}
	}
}

// ended says what the end of the stream means.
func (a *exchange) ended() error {
	switch {
	case a.finish == genai.FinishReasonMaxTokens:
		a.failed = errCut
	case a.text == 0:
		a.failed = errEmpty
	default:
		return io.EOF
	}
	return a.failed
}

// rest reads on to the end, where the usage stands. The answer is complete by now: that the connection breaks here does no harm, but
// more text, or the safety filter, says that it was none.
func (a *exchange) rest() error {
	left, err := io.ReadAll(a)
	var blocked *genai.BlockedError
	switch {
	case strings.TrimSpace(string(left)) != "":
		return errors.New("text follows the answer")
	case errors.As(err, &blocked):
		return err
	}
	return nil
}

// usage is what the service says that the attempt used, or an estimate where it may have worked without saying so.
func (a *exchange) usage() runs.Usage {
	u := runs.Usage{Requests: 1}
	if a.refused || !a.sent.Load() {
		return u
	}
	if a.tokens != nil {
		u.InputTokens = max(0, int(a.tokens.PromptTokenCount))
		u.OutputTokens = max(int(a.tokens.TotalTokenCount)-u.InputTokens, int(a.tokens.CandidatesTokenCount), 0)
	}
	if a.tokens == nil || !a.done {
		u.InputTokens, u.OutputTokens, u.Estimated = max(u.InputTokens, a.question.inputTokens()), max(u.OutputTokens, a.text/3), true
	}
	return u
}

// question is one request: what to do, the data to do it with, and the form of the answer.
type question struct {
	instructions string
	data         string
	form         *genai.Schema
	spent        model.Spent
}

// inputTokens is an upper estimate: English takes some four bytes a token, JSON with its digits and brackets less.
func (q *question) inputTokens() int { return (len(q.instructions) + len(q.data)) / 3 }
