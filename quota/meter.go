package quota

import (
	"context"
	"sync/atomic"
	"time"
)

// Meter is how long somebody waited for places, in which nothing was worked for him.
type Meter struct{ waited atomic.Int64 }

type meterKey struct{}

// WithMeter returns a context in which waiting for places is counted.
func WithMeter(ctx context.Context) (context.Context, *Meter) {
	m := &Meter{}
	return context.WithValue(ctx, meterKey{}, m), m
}

// Waited is for how long those with the meter's context waited, one after the other.
func (m *Meter) Waited() time.Duration { return time.Duration(m.waited.Load()) }

// waitedSince counts the time since an instant.
func waitedSince(ctx context.Context, began time.Time) {
	if m, metered := ctx.Value(meterKey{}).(*Meter); metered {
		m.waited.Add(int64(time.Since(began)))
	}
}
