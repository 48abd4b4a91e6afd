package library

import (
	"crypto/sha1"
	"fmt"

	"fortnight/training"
)

// namespace is what the identities of shared workouts are derived in. It never changes: plans refer to workouts by identity.
var namespace = [16]byte{0x2f, 0x6b, 0x1c, 0x9e, 0x53, 0x0d, 0x4a, 0x87, 0x9b, 0x41, 0x6e, 0x0a, 0xd2, 0x7c, 0x35, 0xf8}

// workoutID is the identity that a slug stands for.
func workoutID(slug string) training.WorkoutID {
	return training.WorkoutID(nameUUID(namespace, slug))
}

// nameUUID is the name-based UUID of version 5 (RFC 9562 §5.5): the first 16 bytes of SHA-1 over namespace and name, marked.
func nameUUID(namespace [16]byte, name string) string {
	sum := sha1.Sum(append(namespace[:], name...))
	u := sum[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[0:4], u[4:6], u[6:8], u[8:10], u[10:16])
}
