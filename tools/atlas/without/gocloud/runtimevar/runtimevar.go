// Package runtimevar stands where gocloud.dev/runtimevar would: the Atlas command reads secrets of cloud vendors through it,
// which this project never does, and the real one brings three cloud vendors' clients into the build.
// A configuration that asks for such a secret is refused with ErrLeftOut.
package runtimevar

import (
	"context"
	"errors"
)

// ErrLeftOut is the answer to every variable.
var ErrLeftOut = errors.New("this build of atlas reads no cloud secrets: use getenv() in atlas.hcl")

// Snapshot is the value of a variable at one moment.
type Snapshot struct{ Value any }

// Variable is a value that is read from a cloud vendor; there are none.
type Variable struct{}

// OpenVariable refuses every address with ErrLeftOut.
func OpenVariable(context.Context, string) (*Variable, error) { return nil, ErrLeftOut }

// Latest refuses with ErrLeftOut.
func (*Variable) Latest(context.Context) (Snapshot, error) { return Snapshot{}, ErrLeftOut }

// Close has nothing to let go.
func (*Variable) Close() error { return nil }
