package reads

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/graph/scalar"
)

func TestTextIsWrittenAsGqlgenDoes(t *testing.T) {
	texts := []string{"", "plain", "ä 漢 🚣", "\"\\\t\r\n\b\f\x00\x1f\x7f", "</script>\u2028", "\xff\xfe broken"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		bytes := make([]byte, random.IntN(40))
		for i := range bytes {
			bytes[i] = byte(random.IntN(256) >> random.IntN(4))
		}
		texts = append(texts, string(bytes))
	}
	for _, text := range texts {
		var want bytes.Buffer
		graphql.MarshalString(text).MarshalGQL(&want)
		if got := appendText(nil, text); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%q: %s, want %s", text, got, want.Bytes())
		}
	}
}

func TestNumbersAreWrittenAsGqlgenDoes(t *testing.T) {
	numbers := []float64{0, 1, -1, 0.1, 1e6, 1e20, 1e21, 1e-5, 123456789.125, math.MaxFloat64, math.SmallestNonzeroFloat64}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		numbers = append(numbers, math.Float64frombits(random.Uint64()), math.Round(random.Float64()*1e5)/100)
	}
	for _, number := range numbers {
		if math.IsNaN(number) || math.IsInf(number, 0) {
			continue
		}
		var want bytes.Buffer
		if err := graphql.MarshalFloatContext(number).MarshalGQLContext(t.Context(), &want); err != nil {
			t.Fatal(err)
		}
		if got := (&run{}).appendFloat(nil, &field{decimals: scalar.Exact}, number); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%v: %s, want %s", number, got, want.Bytes())
		}
	}
}
