package resolvers

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// checkReplaced adds a fault where a list that replaces another one leaves out something that stands in that, by an act that does not say which one it saw:
// who has not seen it, as it was added meanwhile, would take it away without a word. What is sent again, and more beside it, takes nothing away.
func checkReplaced[T any](faults *training.InputError, path string, before, after []T, seen bool) {
	now := texts(after)
	if !seen && slices.ContainsFunc(texts(before), func(one string) bool { return !slices.Contains(now, one) }) {
		faults.Add("revision", fmt.Sprintf("is needed, or unchangedSince, where %s leaves out what stands there: the revision of the calendar with which it was read", path))
	}
}

// texts are the elements of a list as they are stored; a list within that is nil is as good as an empty one.
func texts[T any](list []T) []string {
	all := make([]string, len(list))
	for i := range list {
		text, err := json.Marshal(list[i])
		if err != nil {
			panic(err) // what is stored so always can be
		}
		all[i] = strings.ReplaceAll(string(text), "[]", "null")
	}
	return all
}
