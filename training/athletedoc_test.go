package training

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestAthleteDocument holds docs/athlete.md to the bounds and lists of the program.
func TestAthleteDocument(t *testing.T) {
	const name = "../docs/athlete.md"
	page := athletePage()
	if *update {
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(name); err != nil {
		t.Fatal(err)
	} else if string(text) != page {
		t.Errorf("docs/athlete.md is not what the program says now: go test ./training -update, and read what changed")
	}
}

const athleteHead = `# What there is to say of an athlete

` + "`updateProfile`" + ` takes it, ` + "`setAvailability`" + ` the hours, ` + "`saveEvent`" + ` the races, ` + "`checkIn`" + ` how a day is. What is absent stays as it is; null withdraws a
value, after which it is unknown and never guessed, and is refused of what cannot be unknown; a list replaces the whole list. A fault is named by
its path, and then nothing is changed.
The athlete and the coaches that the athlete granted may read it and change it, nobody else. A test renders this page anew and compares.

## Goal

In words it is ` + "`goal`" + `, as data ` + "`trainingGoal`" + `; each is said in one place and neither is made of the other. Kinds: %s.

- RACE, FINISH and TIME need an ` + "`eventId`" + `, a ` + "`format`" + ` or ` + "`distanceMeters`" + `; TIME needs ` + "`targetSeconds`" + ` (1 to %d) or ` + "`targetWatts`" + ` (1 to %d) besides.
- TEST needs a format, a distance, an exercise or sports; ADD_SPORT the sports to take up. The others need nothing.
- An event is one of the athlete's. It says format, distance and day, so that these are not given beside it, and when it is removed the goal goes.
- A day (` + "`by`" + `) is not over when it is stated and at most two years ahead. Later it may be over; the goal stays until it is changed.
- Kilograms (1 to %d) are of an exercise. Hours a week are %g to %d, sessions 1 to %d, as those of the profile are.

## Equipment

` + "`availableEquipment`" + ` that is null is unknown; an empty list is nothing but the body, the floor and what every home has, which is why NONE is not in the
list. ` + "`stations`" + ` of a HYROX race are likewise unknown or none. ` + "`equipmentOnDates`" + `, at most %d stretches of at most %d days, replaces it on
its days; no day is in two of them.

GYM is what every gym has for lifting, and stands for %s. What else there is, is named by itself: %s are of exercises, %s of endurance.

Who names OPEN_WATER may be given sessions there, each of which says that nobody swims in it alone. Unknown equipment is taken for enough of everything else,
but not for that: a pool is all that such a plan needs.

## Experience

Months are those of the day on which they were stated, 0 to %d; they do not grow by themselves. Those of lifting are
` + "`strengthExperienceMonths`" + `, those of other sports ` + "`sportExperienceMonths`" + `. A longest session has seconds (%d to %d), metres (1 to %d), or both,
and a day that is not to come.

## Conditions

Each stays until it is taken out of the list. They describe and are no diagnosis; a clearance by a physician is ` + "`awaitsClearance`" + `. %s.

## Events

A format goes with a sport. An event's ` + "`expectedSeconds`" + ` are 1 to %d, its ` + "`ascentMeters`" + ` 0 to %d.

| format | sports |
|---|---|
`

func athletePage() string {
	var page strings.Builder
	beside := without(without(ofExercises, ofGym), []Equipment{NoEquipment})
	fmt.Fprintf(&page, athleteHead, listed(GoalKinds), maxEventSeconds, maxGoalWatts, maxOneRepKilograms, leastWeeklyHours, maxWeeklyHours, maxSessionsPerWeek,
		MaxEquipmentOnDates, maxEquipmentDays, listed(ofGym), listed(beside), listed(ofEndurance), maxExperienceMonths, leastLongestDuration, maxLongestSeconds,
		maxLongestMeters, listed(Conditions), maxEventSeconds, maxEventAscent)
	for _, format := range EventFormats {
		sports := listed(format.Sports())
		if format == OtherFormat {
			sports = "any"
		}
		fmt.Fprintf(&page, "| %s | %s |\n", format, sports)
	}
	return page.String()
}

// without is the first list without what is in the second.
func without[T comparable](all, some []T) []T {
	var left []T
	for _, one := range all {
		if !within([]T{one}, some) {
			left = append(left, one)
		}
	}
	return left
}
