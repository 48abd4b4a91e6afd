// Package drain waits for what a server has begun and goes on without the requests that began it.
package drain

import (
	"context"
	"sync"
)

// Wait returns when all have ended, or with the error of ctx.
func Wait(ctx context.Context, all *sync.WaitGroup) error {
	done := make(chan struct{})
	go func() {
		all.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
