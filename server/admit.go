package server

import (
	"io"
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/quota"
	"fortnight/server/graphqlhttp"
	"fortnight/server/internal/wire"
)

// Bytes of bodies that are held at once: in all, and by one address. One address has room for more half-sent bodies than one party needs,
// and others have as much again.
const (
	bodyBytes          = 128 << 20
	bodyBytesOfAddress = 48 << 20
)

// admit bounds the memory that bodies take together, counted as they arrive: who announces much and sends nothing holds nothing. Where there
// is no room for more of a body, that request is answered with 503. What arrives is paid for as it does, before anybody looks at it: where nothing is left
// to whoever asks, no more of it is read.
func admit(bodies *quota.Slots, network func(*http.Request) string, budgets budgets, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := &countedBody{
			ReadCloser: r.Body, slots: bodies, share: quota.Share{Key: network(r), Most: bodyBytesOfAddress},
			paid:  new(int), // which a stream knows for as long as it is open
			spend: func(points int) *gqlerror.Error { return budgets.spend(r.Context(), points) },
		}
		defer body.giveBack()
		if refused := body.pay(len(r.URL.RawQuery)); refused != nil {
			graphqlhttp.WriteError(w, r, graphqlhttp.StatusOf(refused), refused)
			return
		}
		counted := r.WithContext(wire.WithSent(r.Context(), body.paid))
		counted.Body = body
		next.ServeHTTP(w, counted)
	})
}

// countedBody takes a slot for every byte that was read of a body, and points for them.
type countedBody struct {
	io.ReadCloser
	slots *quota.Slots
	share quota.Share
	held  []func()
	spend func(points int) *gqlerror.Error // of whoever asks
	bytes int                              // of the request, its URL's parameters among them
	paid  *int                             // points
}

func (b *countedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if n == 0 {
		return n, err
	}
	giveBack, taken := b.slots.Take(n, b.share)
	if !taken {
		return 0, graphqlhttp.ErrCrowded
	}
	b.held = append(b.held, giveBack)
	if refused := b.pay(n); refused != nil {
		return 0, refused
	}
	return n, err
}

// pay takes points for more bytes of a request.
func (b *countedBody) pay(more int) *gqlerror.Error {
	b.bytes += more
	points := b.bytes/sentBytesOfPoint - *b.paid
	if points == 0 {
		return nil
	}
	if refused := b.spend(points); refused != nil {
		return refused
	}
	*b.paid += points
	return nil
}

func (b *countedBody) giveBack() {
	for _, giveBack := range b.held {
		giveBack()
	}
}
