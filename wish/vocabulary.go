package wish

import (
	"maps"
	"strings"

	"fortnight/training"
)

// Said are the phrases, in English, German and Spanish and folded as package lexis folds, that wishes read as one word of theirs: of "treadmill"
// also "laufband" and "cinta de correr". A word that wishes do not know has none.
func Said(word string) []string {
	var list []string
	for _, text := range strings.Split(phrases[word], "|") {
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			list = append(list, text)
		}
	}
	return list
}

// Gear is what is trained with, by the word of which Said tells the phrases.
func Gear() map[string]training.Equipment {
	all := maps.Clone(equipmentOf)
	maps.Copy(all, machineOf)
	return all
}
