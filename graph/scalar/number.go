package scalar

import (
	"context"
	"io"
	"math"

	"github.com/99designs/gqlgen/graphql"
)

// Exact is the number of decimals of a quantity that is written as it is: what somebody stated is read back as it was stated.
const Exact = -1

// decimals is how many decimals a quantity that is worked out is written with, by the name that it has in every type: no more than it means,
// and enough that what is told of it stays true. What a rule measured and its limit are as exact as the hash of their certificate, so that
// neither passes the other; costs, which have no unit, are rid of what binary numbers add alone, so that terms still come to their sum.
var decimals = map[string]int{
	"tss": 1, "fitness": 1, "fatigue": 1, "form": 1, "strain": 1, "lowerBodyLoad": 1, "distanceMeters": 1, "longMeters": 1, "workMeters": 1,
	"monotony": 2, "intensityFactor": 3, "lowIntensityShare": 3, "rose": 4, "score": 4,
	"measured": 6, "limit": 6, "margin": 6,
	"cost": 9,
}

// Decimals is how many decimals a field's number is written with, or Exact.
func Decimals(field string) int {
	if n, is := decimals[field]; is {
		return n
	}
	return Exact
}

// widest is the greatest number that is rounded: beyond it a number has no ninth decimal.
const widest = 1e6

var scales = [...]float64{1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}

// Rounded is a number with so many decimals, 0 to 9, or as it is with Exact. Of zeros there is one.
func Rounded(x float64, decimals int) float64 {
	if decimals == Exact || math.Abs(x) > widest {
		return x
	}
	if x = math.Round(x*scales[decimals]) / scales[decimals]; x == 0 {
		return 0
	}
	return x
}

// number is written as the field that it is the value of has it.
type number float64

func (n number) MarshalGQLContext(ctx context.Context, w io.Writer) error {
	at := graphql.GetFieldContext(ctx)
	for at != nil && at.Field.Field == nil { // an item of a list
		at = at.Parent
	}
	x := float64(n)
	if at != nil {
		x = Rounded(x, Decimals(at.Field.Name))
	}
	return graphql.MarshalFloatContext(x).MarshalGQLContext(ctx, w)
}
