package training

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestExercisesDocument holds docs/exercises.md to the catalogue.
func TestExercisesDocument(t *testing.T) {
	const name = "../docs/exercises.md"
	page := exercisesPage()
	if *update {
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(name); err != nil {
		t.Fatal(err)
	} else if string(text) != page {
		t.Errorf("docs/exercises.md is not what the catalogue says now: go test ./training -update, and read what changed")
	}
}

const exercisesHead = `# Exercises

The catalogue of %d exercises, by pattern, as ` + "`exercises`" + ` answers it. A test renders this page anew and compares.

Needs: all of what is named, or all of what stands behind the next "or"; "–" is the body, the floor and what every home has. Level is the least at
which an exercise is offered. Counted in repetitions unless a hold (s) or a way (m) is named. Not with: where it hurts, or what has to be left out; a hurt
"achilles" is also foot, shin and calf, "hamstring" also hip and groin, "shoulder" also elbow and wrist, "wrist"
also elbow and hand. Next: what follows when it has become easy; what an
exercise follows is what to go back to.
`

func exercisesPage() string {
	var page strings.Builder
	fmt.Fprintf(&page, exercisesHead, len(catalogue))
	for _, pattern := range MovementPatterns {
		rows := chosen(func(e *Exercise) bool { return e.Pattern == pattern })
		fmt.Fprintf(&page, "\n## %s (%d)\n\n", spelled(pattern), len(rows))
		page.WriteString("| exercise | id | trains | needs | level | how | not with | next |\n|---|---|---|---|---|---|---|---|\n")
		for _, e := range rows {
			fmt.Fprintf(&page, "| %s | `%s` | %s | %s | %s | %s | %s | %s |\n", e.Name, e.ID, joined(e.Muscles), needs(&e), spelled(e.Level), marks(&e),
				joined(e.Contraindications), following(&e))
		}
	}
	return page.String()
}

func needs(e *Exercise) string {
	forms := []string{joined(e.Equipment)}
	for _, form := range e.EquipmentInstead {
		forms = append(forms, joined(form))
	}
	return strings.NewReplacer(", ", " + ", "none", "–").Replace(strings.Join(forms, " or "))
}

// marks are what else is to be known of an exercise.
func marks(e *Exercise) string {
	var list []string
	add := func(is bool, mark string) {
		if is {
			list = append(list, mark)
		}
	}
	add(e.CountedIn == CountSeconds, "s")
	add(e.CountedIn == CountMeters, "m")
	add(e.Unilateral, "one side")
	add(e.Isolation, "isolation")
	add(len(e.Patterns) > 1, "also "+joined(e.Patterns[1:]))
	add(e.Direction != DirectionStraight, spelled(e.Direction))
	add(e.ContactsPerRep > 0, fmt.Sprintf("lands %d×", e.ContactsPerRep))
	add(e.Eccentric, "eccentric")
	add(e.OlympicLift, "Olympic lift")
	add(e.PowerLift, "power lift")
	add(e.LeastLiftingMonths() > 0, fmt.Sprintf("after %d months of lifting", e.LeastLiftingMonths()))
	return strings.Join(list, ", ")
}

func following(e *Exercise) string {
	var ids []string
	for _, p := range e.Progressions() {
		ids = append(ids, "`"+string(p.ID)+"`")
	}
	return strings.Join(ids, " ")
}

func joined[T ~string](values []T) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = spelled(v)
	}
	return strings.Join(list, ", ")
}

// spelled is a value of an enum in words.
func spelled[T ~string](value T) string {
	return strings.ToLower(strings.ReplaceAll(string(value), "_", " "))
}
