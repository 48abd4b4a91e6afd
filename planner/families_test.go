package planner_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// Whoever trains, with whatever there is and for however long he has: no session of a plan is of a family outside its window, beyond his experience or
// without what it needs, and there are no more lifts than places for them. It is read here from what families say of themselves.
func TestFamiliesOfManyAthletes(t *testing.T) {
	withoutRace(t)
	n := many(1000, 60, 20)
	random := rand.New(rand.NewPCG(14, 5))
	seen := map[session.ID]bool{}
	for _, a := range athletes.Make(n, 14, monday) {
		equip(&a.Profile, random)
		m, run := synthetic(&a), request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("%s: %s", a.Name, *m.outcome.Failure)
			continue
		}
		workouts, sessions := m.planned()
		for i := range workouts {
			read, known := session.Of(&workouts[i])
			f, _ := session.Find(read.Family)
			if !known {
				continue
			}
			seen[f.ID] = true
			for _, fault := range []string{
				beyond(&a.Profile, &f, read.Level), without(&a, &workouts[i], &f, sessions[i].Date), outside(m, &a.Profile, &f, sessions[i].Date),
			} {
				if fault != "" {
					t.Errorf("%s: %s on %s: %s", a.Name, workouts[i].Title, sessions[i].Date, fault)
				}
			}
		}
		if fault := m.overfull(sessions, workouts); fault != "" {
			t.Errorf("%s: %s", a.Name, fault)
		}
	}
	if len(seen) < 25 {
		t.Errorf("only %d families are planned", len(seen))
	}
}

// equip gives an athlete some of all equipment, other equipment for some days, and months of experience; each of it or nothing.
func equip(p *training.Profile, random *rand.Rand) {
	some := func(share int) []training.Equipment {
		list := []training.Equipment{}
		for _, e := range training.Equipments {
			if e != training.NoEquipment && random.IntN(share) == 0 {
				list = append(list, e)
			}
		}
		return list
	}
	if random.IntN(3) > 0 {
		p.Equipment = some(2)
	}
	if random.IntN(3) == 0 {
		from := monday.AddDays(random.IntN(8))
		p.EquipmentOnDates = []training.EquipmentOnDates{{From: from, To: from.AddDays(random.IntN(5)), Equipment: some(5)}}
	}
	for _, sport := range []training.Sport{training.Run, training.Ride, training.Swim, training.Row} {
		if random.IntN(3) == 0 {
			p.SportExperienceMonths = append(p.SportExperienceMonths, training.SportExperience{Sport: sport, Months: random.IntN(50)})
		}
	}
	if random.IntN(2) == 0 {
		p.StrengthExperienceMonths = new(random.IntN(40))
	}
}

// beyond says what of a family's experience an athlete lacks, empty for nothing.
func beyond(p *training.Profile, f *session.Family, level int) string {
	months := func(sport training.Sport) int {
		least := map[training.Level]int{training.Novice: 0, training.Intermediate: 12, training.Advanced: 36}[p.Level]
		for _, of := range p.SportExperienceMonths {
			if of.Sport == sport {
				return min(of.Months, max(least, 11)) // the level says the rest
			}
		}
		return least
	}
	a, age := &f.Access, 30
	if p.BirthDate != nil {
		age = int(monday-*p.BirthDate) * 100 / 36525
	}
	novice := p.Level == training.Novice || months(f.Base()) < 12
	switch {
	case p.StrengthExperienceMonths != nil && *p.StrengthExperienceMonths < a.LiftMonths:
		return fmt.Sprintf("%d months of lifting of %d", *p.StrengthExperienceMonths, a.LiftMonths)
	case months(training.Run) < a.RunMonths:
		return fmt.Sprintf("%d months of running of %d", months(training.Run), a.RunMonths)
	case a.NotYouth && age < 18, a.NotMasters60 && age >= 61:
		return "not at that age"
	case a.From != training.Novice && a.From != "" && novice && level > a.NoviceUpTo:
		return fmt.Sprintf("level %d of a novice", level)
	case a.From == training.Advanced && p.Level != training.Advanced && a.After == "":
		return "for the advanced"
	}
	return ""
}

// without says what a session needs that is not there on its day, empty for nothing. Who has done a sport has what it is done with, where he usually trains.
func without(a *athletes.Athlete, w *training.Workout, f *session.Family, day training.Date) string {
	p := &a.Profile
	have := p.EquipmentOn(day)
	if have == nil {
		return ""
	}
	away := slices.ContainsFunc(p.EquipmentOnDates, func(d training.EquipmentOnDates) bool { return d.From <= day && day <= d.To })
	did := func(sport training.Sport) bool {
		return !away && slices.ContainsFunc(a.Activities, func(o training.Activity) bool { return o.Sport == sport })
	}
	for _, need := range []struct {
		sport training.Sport
		any   []training.Equipment
	}{
		{training.Ride, []training.Equipment{training.Bike, training.Trainer}}, {training.Swim, []training.Equipment{training.SwimmingPool, training.OpenWater}},
		{training.Row, []training.Equipment{training.Rower, training.RowingBoat}}, {training.SkiErg, []training.Equipment{training.SkiErgometer, training.Skis}},
	} {
		if has(w, need.sport) && !did(need.sport) && !slices.ContainsFunc(need.any, func(e training.Equipment) bool { return slices.Contains(have, e) }) {
			return "nothing to " + need.sport.Name() + " with"
		}
	}
	for _, e := range exercises(w) {
		ways := append([][]training.Equipment{e.Equipment}, e.EquipmentInstead...)
		if !slices.ContainsFunc(ways, func(way []training.Equipment) bool {
			return !slices.ContainsFunc(way, func(need training.Equipment) bool {
				return !slices.Contains(have, need) && !(need == training.Rower && did(training.Row))
			})
		}) {
			return "nothing for " + e.Name
		}
	}
	if f.ID == "S-OW" && !slices.Contains(have, training.OpenWater) {
		return "no open water"
	}
	return ""
}

// outside says what of its window a session is outside of, empty for nothing.
func outside(m *memory, p *training.Profile, f *session.Family, day training.Date) string {
	if f.Days != (session.Span{}) && !slices.ContainsFunc(p.Events, func(e training.Event) bool {
		return int(e.Date-day) >= f.Days.Low && int(e.Date-day) <= f.Days.High
	}) {
		return "no race so near"
	}
	at := m.week(day)
	if at == nil {
		return ""
	}
	if f.StepBack && !at.StepBack {
		return "no lighter week"
	}
	open := f.Windows.Has(at.Phase) || at.Phase == session.Taper && f.Windows.Has(session.Specific) // a short dose of what is specific sharpens
	if f.Days == (session.Span{}) && !f.StepBack && f.Windows != 0 && !open && !slices.ContainsFunc(at.Sessions, func(s runs.SessionTarget) bool {
		return s.Family != nil && *s.Family == string(f.ID)
	}) {
		return "not in " + at.Phase.String()
	}
	return ""
}

// week is what was decided for the week of a day, nil for nothing.
func (m *memory) week(day training.Date) *runs.WeekTarget {
	for _, e := range m.events {
		if told, is := e.(*runs.TargetsSet); is {
			for i := range told.Weeks {
				if w := &told.Weeks[i]; w.StartsOn <= day && day < w.StartsOn.AddDays(7) {
					return w
				}
			}
		}
	}
	return nil
}

// overfull says in which week there are more lifts than places for them, empty for none.
func (m *memory) overfull(sessions []training.Session, workouts []training.Workout) string {
	lifts := map[training.Date]int{}
	for i := range sessions {
		read, _ := session.Of(&workouts[i])
		f, _ := session.Find(read.Family)
		small := f.Class == session.Mobility || f.ID == "Q-PREV" && workouts[i].DurationSeconds <= 20*60
		if w := m.week(sessions[i].Date); w != nil && sessions[i].Sport == training.Strength && !small {
			lifts[w.StartsOn]++
		}
	}
	for first, count := range lifts {
		places := 0
		for _, s := range m.week(first).Sessions {
			if s.Sport == training.Strength {
				places++
			}
		}
		if count > places {
			return fmt.Sprintf("%d lifts in %d places in the week of %s", count, places, first)
		}
	}
	return ""
}
