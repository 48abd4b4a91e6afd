package compose

import (
	"crypto/sha1"
	"fmt"
)

// UUID is the name-based UUID of version 5 (RFC 9562 §5.5): the first 16 bytes of SHA-1 over namespace and name, marked.
func UUID(namespace [16]byte, name string) string {
	sum := sha1.Sum(append(namespace[:], name...))
	u := sum[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[0:4], u[4:6], u[6:8], u[8:10], u[10:16])
}
