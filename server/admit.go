package server

import (
	"io"
	"net/http"

	"fortnight/quota"
	"fortnight/server/graphqlhttp"
)

// Bytes of bodies that are held at once: in all, and by one address. One address has room for more half-sent bodies than one party needs,
// and others have as much again.
const (
	bodyBytes          = 128 << 20
	bodyBytesOfAddress = 48 << 20
)

// admit bounds the memory that bodies take together, counted as they arrive: who announces much and sends nothing holds nothing. Where there
// is no room for more of a body, that request is answered with 503.
func admit(bodies *quota.Slots, network func(*http.Request) string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := &countedBody{ReadCloser: r.Body, slots: bodies, share: quota.Share{Key: network(r), Most: bodyBytesOfAddress}}
		defer body.giveBack()
		counted := *r
		counted.Body = body
		next.ServeHTTP(w, &counted)
	})
}

// countedBody takes a slot for every byte that was read of a body.
type countedBody struct {
	io.ReadCloser
	slots *quota.Slots
	share quota.Share
	held  []func()
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
	return n, err
}

func (b *countedBody) giveBack() {
	for _, giveBack := range b.held {
		giveBack()
	}
}
