package gate

import (
	"slices"

	"fortnight/training"
)

// PartWords are the words, in English, German and Spanish and folded as package lexis folds, for a part of the body that a condition is of; none
// for a condition that is of no part.
func PartWords(c training.Condition) []string {
	return slices.DeleteFunc(forms(partWords[c]), func(word string) bool { return word[len(word)-1] == '*' })
}
