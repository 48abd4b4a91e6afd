package runs

import (
	"context"
	"encoding/json"

	"fortnight/training"
)

// Queue hands out runs that wait for a worker, or whose worker died.
type Queue interface {
	// Claim takes the oldest such run, or waits until there is one or ctx ends. Progress is what was recorded last, nil at first.
	Claim(ctx context.Context) (run Run, progress json.RawMessage, lease Lease, err error)
	// Heartbeat keeps a lease; ErrLeaseLost and ErrCancelRequested as in Store.
	Heartbeat(ctx context.Context, lease Lease) error
}

// Bell is a Queue that tells at once when something of a run is to be looked at; without it the next heartbeat finds out.
type Bell interface {
	// Told returns what rings when somebody has asked to cancel the run, and how to listen no longer.
	Told(run training.RunID) (ring <-chan struct{}, stop func())
}
