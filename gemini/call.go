package gemini

import (
	"context"
	"errors"
	"io"
	"time"

	"fortnight/planner/runs"
)

// leastOutput is the fewest tokens worth asking an answer for.
const leastOutput = 512

// ask sends a question and hands the text of its answer to read while it arrives. It tries again where that is of use and nothing of
// the answer has been read yet.
func (c *Client) ask(ctx context.Context, q question, read func(io.Reader) error) (runs.Usage, error) {
	timed, cancel := context.WithTimeoutCause(ctx, c.config.CallTimeout, errTooLong)
	defer cancel()
	var used runs.Usage
	for attempt := 1; ; attempt++ {
		output := c.affordable(q, used)
		if output < leastOutput {
			return used, overBudget(c.config)
		}
		a := &exchange{client: c, question: q, output: output}
		err := a.run(timed, read)
		used = used.Plus(a.usage())
		if err == nil {
			return used, nil
		}
		if ctx.Err() != nil {
			return used, ctx.Err()
		}
		var stop *stopped
		if errors.As(err, &stop) {
			return used, stop.err
		}
		fault, retry := c.judge(timed, a, err)
		if !retry.ok || a.text > 0 || attempt == c.config.Attempts {
			return used, fault
		}
		if !c.pause(timed, attempt, retry.after) {
			if ctx.Err() != nil {
				return used, ctx.Err()
			}
			return used, fault
		}
	}
}

// affordable is how many tokens an answer may have within the budgets.
func (c *Client) affordable(q question, used runs.Usage) int {
	left := min(c.config.RunTokens-q.spent.Run, c.config.DayTokens-q.spent.Day) - used.Tokens() - q.inputTokens()
	return min(left, c.config.OutputTokens)
}

// pause waits before the next attempt, and tells whether there is time for one: at least as long as the service asks for, spread by up
// to a half.
func (c *Client) pause(ctx context.Context, attempt int, hint time.Duration) bool {
	delay := max(hint, min(c.config.RetryDelay<<(attempt-1), MaxRetryDelay))
	if hint > MaxRetryDelay {
		return false
	}
	delay += time.Duration(c.jitter() * float64(delay) / 2)
	if deadline, limited := ctx.Deadline(); limited && time.Until(deadline) < delay {
		return false
	}
	return c.sleep(ctx, delay) == nil
}
