package wish

import (
	"slices"
	"strings"
	"testing"

	"fortnight/gate"
	"fortnight/training"
)

// No word that wishes are made of is taken for a misspelt one of the body: "rodillo" is no knee, "trote" no illness.
func TestWordsOfWishesAreNoneOfTheBody(t *testing.T) {
	var list []string
	for _, line := range phrases {
		list = append(list, line)
	}
	list = append(list, neutral)
	known := gate.Words()
	slices.Sort(known)
	for _, line := range list {
		for _, word := range strings.Fields(strings.ReplaceAll(line, "|", " ")) {
			if _, is := slices.BinarySearch(known, word); is {
				continue
			}
			for _, m := range gate.Hear("sore " + word) {
				if m.Unsure && m.Condition != training.Hurt {
					t.Errorf("%s is heard as %s", word, m.Condition)
				}
			}
		}
	}
}
