package scalar

import (
	"math"
	"strconv"
	"testing"
)

func TestNumbersHaveNoMoreDecimalsThanTheyMean(t *testing.T) {
	sum := 0.1
	sum += 0.2 // as binary numbers add
	for _, test := range []struct {
		field string
		is    float64
		want  string
	}{
		{"tss", 113.52808655011087, "113.5"}, {"tss", sum, "0.3"}, {"tss", 50, "50"}, {"form", -0.04, "0"}, {"form", -11.96, "-12"},
		{"intensityFactor", 0.46686723891700266, "0.467"}, {"measured", 388.22740000002085, "388.2274"}, {"cost", sum, "0.3"},
		{"distanceMeters", 21097.5, "21097.5"}, {"tss", 12345678.987, "1.2345678987e+07"}, {"kilograms", sum, "0.30000000000000004"},
	} {
		if got := strconv.FormatFloat(Rounded(test.is, Decimals(test.field)), 'g', -1, 64); got != test.want {
			t.Errorf("%s: %v is %s, want %s", test.field, test.is, got, test.want)
		}
	}
	if x := Rounded(math.Inf(1), 1); !math.IsInf(x, 1) || !math.IsNaN(Rounded(math.NaN(), 1)) {
		t.Error("what is no number has become one")
	}
	if math.Signbit(Rounded(-0.04, 1)) {
		t.Error("there is a second zero")
	}
	for field, n := range decimals {
		if n < 0 || n >= len(scales) {
			t.Errorf("%s has %d decimals", field, n)
		}
	}
}
