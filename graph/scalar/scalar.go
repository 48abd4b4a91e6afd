// Package scalar reads and writes the scalars of the schema that gqlgen does not know, or knows otherwise than they are here.
package scalar

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/training"
)

// Checks say what is wrong with a text for the scalars that GraphQL does not define, by their names; nil where it is right.
var Checks = map[string]func(text string) error{
	"Date":      func(text string) error { _, err := UnmarshalDate(text); return err },
	"LocalTime": func(text string) error { _, err := UnmarshalLocalTime(text); return err },
	"DateTime":  func(text string) error { _, err := UnmarshalDateTime(text); return err },
}

// MarshalDate writes a day as "2026-11-25".
func MarshalDate(d training.Date) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalDate reads a day from its ISO 8601 form.
func UnmarshalDate(v any) (training.Date, error) {
	text, ok := v.(string)
	if !ok {
		return 0, fmt.Errorf("%v is not a calendar day such as \"2026-11-25\"", v)
	}
	return training.ParseDate(text)
}

// MarshalLocalTime writes a wall-clock time as "06:30".
func MarshalLocalTime(t training.LocalTime) graphql.Marshaler {
	return graphql.MarshalString(t.String())
}

// UnmarshalLocalTime reads a wall-clock time from its "06:30" form.
func UnmarshalLocalTime(v any) (training.LocalTime, error) {
	text, ok := v.(string)
	if !ok {
		return 0, fmt.Errorf("%v is not a wall-clock time such as \"06:30\"", v)
	}
	return training.ParseLocalTime(text)
}

// MarshalDateTime writes an instant in UTC, RFC 3339.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.MarshalString(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads an RFC 3339 instant.
func UnmarshalDateTime(v any) (time.Time, error) {
	text, ok := v.(string)
	if !ok {
		return time.Time{}, fmt.Errorf("%v is not an instant such as \"2026-11-25T06:30:00Z\"", v)
	}
	var t time.Time
	if err := t.UnmarshalText([]byte(text)); err != nil { // which, unlike time.Parse, takes nothing but RFC 3339
		return time.Time{}, fmt.Errorf("%.40q is not an instant such as \"2026-11-25T06:30:00Z\"", text)
	}
	return t, nil
}

// MarshalInt writes a whole number.
func MarshalInt(i int) graphql.Marshaler { return graphql.MarshalInt(i) }

// UnmarshalInt reads a whole number of 32 bits, as GraphQL has it; what is larger or has a fraction is an error.
func UnmarshalInt(v any) (int, error) {
	var n int64
	var err error
	switch v := v.(type) {
	case json.Number:
		n, err = strconv.ParseInt(v.String(), 10, 32)
	case int64:
		n = v
	case int:
		n = int64(v)
	default:
		return 0, fmt.Errorf("%v is not a whole number", v)
	}
	if err != nil || n > math.MaxInt32 || n < math.MinInt32 {
		return 0, fmt.Errorf("%.40v is not a whole number of 32 bits", v)
	}
	return int(n), nil
}

// MarshalFloat writes a number, with the decimals that its field has.
func MarshalFloat(x float64) graphql.ContextMarshaler { return number(x) }

// UnmarshalFloat reads a number. Of zeros there is one: what has a sign would be the same number and another text.
func UnmarshalFloat(ctx context.Context, v any) (float64, error) {
	x, err := graphql.UnmarshalFloatContext(ctx, v)
	if x == 0 {
		return 0, err
	}
	return x, err
}
