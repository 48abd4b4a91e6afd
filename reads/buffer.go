package reads

import (
	"bytes"
	"context"
	"sync"
)

// lead is what stands before the data in the body of an answer without errors. Where a query's data is written into a Buffer there is room
// for it already, so that the body is not copied once more.
const lead = `{"data":`

// maxKept is the largest buffer that is kept for another answer: larger ones are rare, and few of them would hold much.
const maxKept = 1 << 20

// Buffer is the memory that an answer is written into.
type Buffer struct{ bytes []byte }

var buffers = sync.Pool{New: func() any { return new(Buffer) }}

// NewBuffer is an empty buffer, until Release.
func NewBuffer() *Buffer {
	b := buffers.Get().(*Buffer)
	b.bytes = append(b.bytes[:0], lead...)
	return b
}

// Release gives the buffer, and all that was written into it, back.
func (b *Buffer) Release() {
	if cap(b.bytes) <= maxKept {
		buffers.Put(b)
	}
}

// Body is the body of an answer that has that data and nothing else, if the data was written into this buffer.
func (b *Buffer) Body(data []byte) (body []byte, is bool) {
	if len(data) == 0 || len(b.bytes) != len(lead)+len(data) || !bytes.HasPrefix(b.bytes, []byte(lead)) || &b.bytes[len(lead)] != &data[0] {
		return nil, false
	}
	b.bytes = append(b.bytes, '}')
	return b.bytes, true
}

type bufferKey struct{}

// WithBuffer has the data of the next query be written into a buffer.
func WithBuffer(ctx context.Context, b *Buffer) context.Context {
	return context.WithValue(ctx, bufferKey{}, b)
}

func bufferOf(ctx context.Context) *Buffer {
	if b, is := ctx.Value(bufferKey{}).(*Buffer); is {
		return b
	}
	return &Buffer{bytes: []byte(lead)}
}
