package runs

import (
	"context"
	"encoding/json"
)

// Queue hands out runs that wait for a worker, or whose worker died.
type Queue interface {
	// Claim takes the oldest such run, or waits until there is one or ctx ends. Progress is what was recorded last, nil at first.
	Claim(ctx context.Context) (run Run, progress json.RawMessage, lease Lease, err error)
	// Heartbeat keeps a lease; ErrLeaseLost and ErrCancelRequested as in Store.
	Heartbeat(ctx context.Context, lease Lease) error
}
