package gemini

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/google/generative-ai-go/genai"
	"google.golang.org/api/option"

	"fortnight/planner/model"
	"fortnight/planner/runs"
)

// Client asks the service. It is safe for concurrent use.
type Client struct {
	config    Config
	service   *genai.Client
	transport *transport
	jitter    func() float64
	sleep     func(context.Context, time.Duration) error
}

var _ model.Model = (*Client)(nil)

// New makes a client; it sends nothing yet. Jitter gives numbers from 0 to below 1 that spread the attempts of many processes; sleep
// waits, or returns ctx's error once ctx ends: see Sleep.
func New(ctx context.Context, c Config, jitter func() float64, sleep func(context.Context, time.Duration) error) (*Client, error) {
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("gemini: %w", err)
	}
	t, err := newTransport(c)
	if err != nil {
		return nil, fmt.Errorf("gemini: endpoint: %w", err)
	}
	// A redirect would carry the athlete's data elsewhere. WithHTTPClient drops a WithAPIKey, which would put the key into every URL.
	web := &http.Client{Transport: t, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	service, err := genai.NewClient(ctx, option.WithHTTPClient(web), option.WithoutAuthentication(), option.WithEndpoint(c.Endpoint))
	if err != nil {
		return nil, fmt.Errorf("gemini: %s", t.hide(err.Error()))
	}
	return &Client{config: c, service: service, transport: t, jitter: jitter, sleep: sleep}, nil
}

// Close gives back what the client holds.
func (c *Client) Close() error { return c.service.Close() }

// Describe is planner.Model's.
func (c *Client) Describe() runs.ModelInfo {
	return runs.ModelInfo{Name: c.config.Model, PromptVersion: PromptVersion}
}

// Sleep waits on the wall clock.
func Sleep(ctx context.Context, length time.Duration) error {
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
