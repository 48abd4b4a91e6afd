package reads

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/graph/scalar"
)

// full says, before each object of a list, that the answer is larger than it may be already: then nothing more needs to be written.
func (x *run) full(to []byte) bool {
	x.tooLarge = x.tooLarge || len(to) > x.most
	return x.tooLarge
}

// here is the path to a field that is being written.
func (x *run) here(f *field) []step {
	path := slices.Clone(x.path)
	if !f.composite {
		path = append(path, step{field: f})
	}
	return path
}

// fail writes null in the place of a field that could not be got.
func (x *run) fail(to []byte, f *field, err error) []byte {
	path := x.here(f)
	if p, is := err.(panicked); is {
		err = p.error
	} else {
		err = graphql.AddFieldLocationToError(along(x.ctx, path), err)
	}
	x.failures = append(x.failures, failure{path, err})
	return append(to, null...)
}

var errNull = errors.New("the requested element is null which the schema does not allow")

// missing notes that a value is null that must not be.
func (x *run) missing(f *field) { x.failures = append(x.failures, failure{x.here(f), errNull}) }

var errNotFinite = errors.New("cannot marshal infinite no NaN float values")

// appendFloat appends a number, with the decimals that its field has. One that JSON does not have is null, with an error, and does not make null what it is part of.
func (x *run) appendFloat(to []byte, f *field, v float64) []byte {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		x.failures = append(x.failures, failure{x.here(f), errNotFinite})
		return append(to, null...)
	}
	return strconv.AppendFloat(to, scalar.Rounded(v, f.decimals), 'g', -1, 64)
}

func (x *run) appendContextMarshaler(to []byte, f *field, m graphql.ContextMarshaler) []byte {
	buffer := bytes.NewBuffer(to)
	path := x.here(f)
	if err := m.MarshalGQLContext(along(x.ctx, path), buffer); err != nil {
		x.failures = append(x.failures, failure{path, err})
		return append(to, null...)
	}
	return buffer.Bytes()
}
