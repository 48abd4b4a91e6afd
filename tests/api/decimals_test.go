package api_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/graph/scalar"
)

// stated are the fields whose numbers are written as somebody stated them, or as they are made: of whole parts, or rounded where they are made.
var stated = []string{
	"ascentMeters", "bodyMassKilograms", "bodyweightKilograms", "completedShare", "confidence", "end", "estimatedOneRepMaxKilograms", "expectedTss",
	"fractionOfOneRepMax", "heightCentimeters", "high", "hoursPerWeek", "hrvRmssd", "kilograms", "length", "low", "meters", "offsetMeters", "rpe", "start",
	"startingFitness", "statedIntensityFactor", "targetFitness", "targetKilograms", "value", "was", "weeklyHours", "yards",
}

// Of each number that is answered somebody has decided how exact it is.
func TestEveryNumberHasItsDecimals(t *testing.T) {
	met := map[string]bool{}
	for _, d := range loadSchema(t).Types {
		for _, f := range d.Fields {
			if d.Kind == ast.Object && f.Type.Name() == "Float" {
				met[f.Name] = true
				if scalar.Decimals(f.Name) == scalar.Exact != slices.Contains(stated, f.Name) {
					t.Errorf("%s.%s: graph/scalar has no decimals for it, and it is not listed as stated, or both are so", d.Name, f.Name)
				}
			}
		}
	}
	for _, name := range stated {
		if !met[name] {
			t.Errorf("there is no number %s", name)
		}
	}
}

var decimal = regexp.MustCompile(`"(\w+)":(-?\d+\.(\d+)|-?[\d.]+e[-+]?\d+)[,}]`)

// decimals checks that the numbers of an answer are no more exact than their quantities, and counts those with decimals.
func (a answer) decimals(t testing.TB) (count int) {
	t.Helper()
	for _, m := range decimal.FindAllStringSubmatch(a.body, -1) {
		name := m[1][strings.LastIndex(m[1], "_")+1:] // an alias names the type before it
		if most := scalar.Decimals(name); most != scalar.Exact {
			if count++; len(m[3]) > most || m[3] == "" && !strings.Contains(m[2], "e-") {
				t.Errorf("%s is %s, with more than %d decimals", m[1], m[2], most)
			}
		}
	}
	return count
}
