package server

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/sync/semaphore"

	"fortnight/server/graphqlhttp"
	"fortnight/server/internal/wire"
)

const (
	smallBody  = 64 << 10 // bytes; nearly every request is smaller, and none of those waits
	bodyBudget = 32 << 20 // bytes of larger bodies that are held at once
	admitWait  = 2 * time.Second
)

// admit bounds the memory that large bodies take together: a request waits for its share, and gets 503 after admitWait. A body of
// unknown length counts as the largest.
func admit(next http.Handler) http.Handler {
	budget := semaphore.NewWeighted(bodyBudget)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		share := r.ContentLength
		if share < 0 || share > graphqlhttp.MaxBodyBytes {
			share = graphqlhttp.MaxBodyBytes
		}
		if share <= smallBody || graphqlhttp.IsStream(r) {
			next.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), admitWait)
		err := budget.Acquire(ctx, share)
		cancel()
		if err != nil {
			w.Header().Set("Retry-After", "2")
			graphqlhttp.WriteError(w, r, http.StatusServiceUnavailable, wire.Errorf(wire.CodeUnavailable, "too many large requests: try again"))
			return
		}
		defer budget.Release(share)
		next.ServeHTTP(w, r)
	})
}
