package resolvers

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fortnight/db"
	"fortnight/training"
)

// replaced are lists that leave out something that stands in those that they replace, by their paths.
type replaced []string

// by notes a list that replaces another one. What is sent again, and more beside it, takes nothing away.
func by[T any](r *replaced, path string, before, after []T) {
	now := texts(after)
	if slices.ContainsFunc(texts(before), func(one string) bool { return !slices.Contains(now, one) }) {
		*r = append(*r, path)
	}
}

// checkReplaced is an *training.InputError where a user was changed into one who cannot be, and where the change leaves something out of a list by an act that
// does not say which one it saw.
func (r *Resolver) checkReplaced(ctx context.Context, before *training.Profile, user *training.User) error {
	if err := user.Validate(r.today(user.Profile)); err != nil {
		return err
	}
	return db.CheckSeen(ctx, replacedIn(before, &user.Profile)...)
}

// replacedIn are the lists of a profile that a change leaves something out of: what stands in one for an exercise, a sport or a kind of equipment may be stated anew.
func replacedIn(before, after *training.Profile) (r replaced) {
	by(&r, "availability", before.Availability, after.Availability)
	by(&r, "dateAvailability", before.DateAvailability, after.DateAvailability)
	exercise := func(m training.OneRepMax) string { return string(m.ExerciseID) }
	by(&r, "oneRepMaxes", of(before.OneRepMaxes, exercise), of(after.OneRepMaxes, exercise))
	equipment := func(s training.EquipmentStep) string { return string(s.Equipment) }
	by(&r, "loadSteps", of(before.LoadSteps, equipment), of(after.LoadSteps, equipment))
	experienced := func(e training.SportExperience) string { return string(e.Sport) }
	by(&r, "sportExperienceMonths", of(before.SportExperienceMonths, experienced), of(after.SportExperienceMonths, experienced))
	longest := func(l training.LongestSession) string { return string(l.Sport) }
	by(&r, "longestSessions", of(before.LongestSessions, longest), of(after.LongestSessions, longest))
	by(&r, "conditions", before.Conditions, after.Conditions)
	by(&r, "availableEquipment", before.Equipment, after.Equipment)
	by(&r, "stations", before.Stations, after.Stations)
	by(&r, "equipmentOnDates", before.EquipmentOnDates, after.EquipmentOnDates)
	return r
}

// of are what the elements of a list are about.
func of[T any](list []T, about func(T) string) []string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = about(list[i])
	}
	return all
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
