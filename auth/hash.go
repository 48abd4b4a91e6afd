package auth

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/sync/semaphore"
)

// argonCost is what one hash costs: memory in KiB, passes over it, and lanes.
type argonCost struct {
	memory uint32
	passes uint32
	lanes  uint8
}

// hashCost is one of the argon2id choices of ASVS 5.0 appendix C, the one that takes the least memory of those with two passes.
var hashCost = argonCost{memory: 19 * 1024, passes: 2, lanes: 1}

const (
	saltBytes = 16
	hashBytes = 32
	// queuePerSlot is how many hashes may wait for each that runs. A hash takes about 25 ms, so the last in line waits about 0.8 s.
	queuePerSlot = 32
)

// Hasher hashes and verifies passwords, a bounded number at a time: each takes 19 MiB and a core.
type Hasher struct {
	queue, slots *semaphore.Weighted
	random       io.Reader
	derive       func(password, salt []byte, cost argonCost, length uint32) []byte
}

// NewHasher returns a hasher that runs at most concurrent hashes at a time, 1 or more, keeps 32 times as many waiting, and takes its
// salts from random.
func NewHasher(concurrent int, random io.Reader) *Hasher {
	n := int64(max(1, concurrent))
	return &Hasher{
		queue: semaphore.NewWeighted(n * (1 + queuePerSlot)), slots: semaphore.NewWeighted(n), random: random, derive: argon2id,
	}
}

func argon2id(password, salt []byte, cost argonCost, length uint32) []byte {
	return argon2.IDKey(password, salt, cost.passes, cost.memory, cost.lanes, length)
}

// Hash returns the PHC string of a password that [CheckPassword] allows: "$argon2id$v=19$m=19456,t=2,p=1$salt$hash". The error is
// [ErrBusy] where too many are waiting already, or that of ctx.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	secret, ok := canonical(password)
	if !ok {
		return "", errors.New("hash a password that was not checked")
	}
	salt := make([]byte, saltBytes)
	if _, err := io.ReadFull(h.random, salt); err != nil {
		return "", fmt.Errorf("read a salt: %w", err)
	}
	sum, err := h.run(ctx, secret, phc{hashCost, salt, make([]byte, hashBytes)})
	if err != nil {
		return "", err
	}
	return phc{hashCost, salt, sum}.String(), nil
}

// Verify tells whether the password is the one of the PHC string. An empty string stands for an account that does not exist: it takes
// as much work and the answer is false. A password over the size limit is wrong without any work. Errors are those of Hash, and a
// stored string that cannot be read.
func (h *Hasher) Verify(ctx context.Context, encoded, password string) (bool, error) {
	secret, ok := canonical(password)
	if !ok {
		return false, nil
	}
	stored := phc{hashCost, make([]byte, saltBytes), make([]byte, hashBytes)}
	if encoded != "" {
		var err error
		if stored, err = parsePHC(encoded); err != nil {
			return false, err
		}
	}
	sum, err := h.run(ctx, secret, stored)
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(sum, stored.sum) == 1 && encoded != "", nil
}

// run derives a hash of the cost, salt and length of like, when a slot is free.
func (h *Hasher) run(ctx context.Context, secret []byte, like phc) ([]byte, error) {
	if !h.queue.TryAcquire(1) {
		return nil, ErrBusy
	}
	defer h.queue.Release(1)
	if err := h.slots.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	defer h.slots.Release(1)
	return h.derive(secret, like.salt, like.cost, uint32(len(like.sum))), nil
}

// phc is an argon2id hash with what it took to make it, in the string format of the Password Hashing Competition.
type phc struct {
	cost argonCost
	salt []byte
	sum  []byte
}

const phcFormat = "$argon2id$v=19$m=%d,t=%d,p=%d$%s"

func (p phc) String() string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf(phcFormat, p.cost.memory, p.cost.passes, p.cost.lanes, b64.EncodeToString(p.salt)+"$"+b64.EncodeToString(p.sum))
}

// parsePHC reads a stored hash. Costs are bounded so that a damaged row is an error, never a panic or a gigabyte.
func parsePHC(encoded string) (phc, error) {
	bad := errors.New("the stored password hash is not an argon2id PHC string within bounds")
	if len(encoded) > 256 {
		return phc{}, bad
	}
	var p phc
	var rest string
	if _, err := fmt.Sscanf(encoded, phcFormat, &p.cost.memory, &p.cost.passes, &p.cost.lanes, &rest); err != nil {
		return phc{}, bad
	}
	salt, sum, _ := strings.Cut(rest, "$")
	var errSalt, errSum error
	p.salt, errSalt = base64.RawStdEncoding.DecodeString(salt)
	p.sum, errSum = base64.RawStdEncoding.DecodeString(sum)
	if errSalt != nil || errSum != nil || !p.bounded() || p.String() != encoded {
		return phc{}, bad
	}
	return p, nil
}

func (p phc) bounded() bool {
	within := func(n, low, high int) bool { return low <= n && n <= high }
	return within(int(p.cost.memory), 12*1024, 128*1024) && within(int(p.cost.passes), 1, 16) && within(int(p.cost.lanes), 1, 16) &&
		within(len(p.salt), saltBytes, 64) && within(len(p.sum), hashBytes, 64)
}
