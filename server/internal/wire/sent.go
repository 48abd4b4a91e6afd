package wire

import "context"

type sentKey struct{}

// WithSent returns a context that knows what was taken for reading a request, in points, as far as it has been read.
func WithSent(ctx context.Context, points *int) context.Context {
	return context.WithValue(ctx, sentKey{}, points)
}

// Sent is what was taken for reading a request, in points.
func Sent(ctx context.Context) int {
	if points, known := ctx.Value(sentKey{}).(*int); known {
		return *points
	}
	return 0
}
