package api_test

import (
	"slices"
	"testing"

	"fortnight/training"
)

type attention struct {
	Kind, Message, Date string
	Session             *struct{ ID string }
	Run                 *struct{ ID string }
	Restriction         *struct{ Words string }
}

// wants is what a coach reads of the first of the athletes.
func (c *client) wants(t testing.TB) []attention {
	t.Helper()
	var data struct {
		Athletes struct {
			Nodes []struct{ Attention []attention }
		}
	}
	c.ask(t, `{ athletes { nodes { attention { kind message date session { id } run { id } restriction { words } } } } }`, nil, &data)
	return data.Athletes.Nodes[0].Attention
}

func kindsOf(list []attention) (kinds []string) {
	for _, a := range list {
		kinds = append(kinds, a.Kind)
	}
	return slices.Compact(kinds)
}

// A coach sees what wants looking at: the most urgent first, each with what it is about, and no more of it once it is mended.
func TestWhatWantsAttention(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	if got := kindsOf(coach.wants(t)); !slices.Equal(got, []string{"NOTHING_PLANNED"}) {
		t.Errorf("of an empty calendar %v", got)
	}
	workout := c.createWorkout(t, "key run")
	missed := c.schedule(t, c.id, workout, today-2, "07:00")
	w.text(t, `UPDATE planned_sessions SET key = true WHERE id = $1 RETURNING ''`, missed)
	c.schedule(t, c.id, workout, today+1, "07:00")
	c.ask(t, `mutation($d: Date!) { checkIn(input: {date: $d, sick: true, note: "knee pain on the stairs"}) { checkIn { sick } } }`, vars{"d": today.String()}, new(any))
	got := coach.wants(t)
	if kinds := kindsOf(got); !slices.Equal(kinds, []string{"RESTRICTION", "ILLNESS", "BROKEN_RULE", "MISSED_KEY_SESSION"}) &&
		!slices.Equal(kinds, []string{"RESTRICTION", "ILLNESS", "MISSED_KEY_SESSION"}) {
		t.Errorf("got %+v", got)
	}
	if first, last := got[0], got[len(got)-1]; first.Restriction == nil || last.Session == nil || last.Session.ID != missed || last.Date != (today-2).String() {
		t.Errorf("the first is %+v, the last %+v", first, last)
	}
	c.ask(t, `mutation($d: Date!) { checkIn(input: {date: $d, sick: false}) { checkIn { sick } } }`, vars{"d": today.String()}, new(any))
	if slices.Contains(kindsOf(coach.wants(t)), "ILLNESS") {
		t.Error("somebody well is ill")
	}
}

// A run tells all of its inputs, and its days in one call.
func TestARunTellsItsInputsAndItsDays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, events := c.plan(t, vars{"days": 9, "keepPlanned": true, "targetFitness": 41.5, "idempotencyKey": "k", "wish": "swim on Monday"})
	whole(t, events, 1)
	var data struct {
		PlanRun struct {
			KeepPlanned, Apply   bool
			TargetFitness        float64
			IdempotencyKey, Wish string
			From                 string
			Calendar             struct {
				From string
				Days []struct{ Date string }
			}
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { keepPlanned apply targetFitness idempotencyKey wish from calendar { from days { date } } } }`, vars{"id": run}, &data)
	if r := data.PlanRun; !r.KeepPlanned || !r.Apply || r.TargetFitness != 41.5 || r.IdempotencyKey != "k" || r.Wish != "swim on Monday" || r.Calendar.From != r.From ||
		len(r.Calendar.Days) != 9 {
		t.Errorf("got %+v", r)
	}
}
