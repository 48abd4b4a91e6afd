package session

import (
	"slices"
	"strings"

	"fortnight/training"
)

// gearOf is what a sport needs, any one of the list; sports that are not in it need nothing.
var gearOf = map[training.Sport][]training.Equipment{
	training.Ride: {training.Bike, training.Trainer}, training.Swim: {training.SwimmingPool, training.OpenWater},
	training.Row: {training.Rower, training.RowingBoat}, training.SkiErg: {training.SkiErgometer, training.Skis},
	training.Elliptical: {training.EllipticalMachine}, training.Kayak: {training.KayakBoat},
}

// EquippedFor tells whether a sport can be done with some equipment, all that is at hand; nil is not known, and assumed to be enough.
func EquippedFor(sport training.Sport, have []training.Equipment) bool {
	need := gearOf[sport]
	return have == nil || len(need) == 0 || slices.ContainsFunc(need, func(e training.Equipment) bool { return slices.Contains(have, e) })
}

// doing is a sport that needs something as it is done, in words: "for riding".
var doing = map[training.Sport]string{
	training.Ride: "riding", training.Swim: "swimming", training.Row: "rowing", training.SkiErg: "the ski erg", training.Elliptical: "the elliptical", training.Kayak: "kayaking",
}

// Lacks says what a sport needs that is not among some equipment, all that is at hand, and whether anything is; nil is not known, and assumed to be
// enough.
func Lacks(sport training.Sport, have []training.Equipment) (what string, missing bool) {
	if EquippedFor(sport, have) {
		return "", false
	}
	words := make([]string, len(gearOf[sport]))
	for i, e := range gearOf[sport] {
		words[i] = strings.ToLower(strings.ReplaceAll(string(e), "_", " "))
	}
	return nothingFor(doing[sport]) + ": no " + strings.Join(words, ", no "), true
}

func nothingFor(what string) string { return "there is nothing at hand for " + what }

func hasAll(have, need []training.Equipment) bool {
	return !slices.ContainsFunc(need, func(e training.Equipment) bool { return !slices.Contains(have, e) })
}

// KitOf is the kit that some equipment, all that is at hand, is nearest to; nil is not known and counts as a gym. What is at hand besides goes
// into a dose's Extra.
func KitOf(have []training.Equipment) Kit {
	switch {
	case have == nil:
		return Gym
	case slices.Contains(have, training.Dumbbells):
		return Dumbbells
	case slices.Contains(have, training.Kettlebell):
		return Kettlebells
	}
	return Bodyweight
}
