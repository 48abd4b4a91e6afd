package brief

import (
	"slices"
	"testing"

	"fortnight/hours"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

const monday training.Date = 20787 // 2026-11-30

// somebody has run and ridden twice a week for six weeks, the last but one of them with less.
func somebody(change func(*training.Profile)) Input {
	p := training.NewProfile("Europe/Berlin")
	p.Level = training.Intermediate
	change(&p)
	var done []training.Activity
	for week := range 6 {
		for back, sport := range map[int]training.Sport{2: training.Run, 3: training.Ride, 5: training.Run, 6: training.Ride} {
			minutes := 60
			if week == 1 {
				minutes = 40
			}
			done = append(done, training.Activity{Date: monday.AddDays(-back - 7*week), Sport: sport, DurationSeconds: 60 * minutes, TSS: 50})
		}
	}
	slices.SortFunc(done, func(a, b training.Activity) int { return int(a.Date - b.Date) })
	return Input{
		From: monday, Days: 14, Hours: hours.Hours{Profile: &p, Today: monday - 1}, Ledger: training.NewLedger(&p, monday-1, nil, done, nil),
		Locked: rules.Input{Today: monday - 1, From: monday, Days: 14, Profile: p, Activities: done},
	}
}

func brief(t *testing.T, in Input) *Brief {
	t.Helper()
	b, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestGatesReadWhatIsKnown(t *testing.T) {
	in := somebody(func(p *training.Profile) { p.Conditions = []training.Condition{training.HurtKnee, training.Pregnant} })
	in.CheckIns = []training.CheckIn{
		{Date: monday - 9, Soreness: []training.Soreness{{MuscleGroup: training.Legs, Level: 9}}},
		{Date: monday - 1, Soreness: []training.Soreness{{MuscleGroup: training.Legs, Level: 4}}, Banned: []training.MuscleGroup{training.Push}, BannedSports: []training.Sport{training.Row}},
		{Date: monday + 20, BannedSports: []training.Sport{training.Ride}},
	}
	in.Wishes = wish.Wishes{
		{Kind: wish.Avoid, Sport: training.Swim, Dates: days(14)}, {Kind: wish.Avoid, Sport: training.Walk, Dates: days(3)},
		{Kind: wish.Spare, Region: training.Core, Dates: days(14)},
	}
	g := brief(t, in).Gates
	if g.Share != 0.6 || slices.Contains(g.NoSports, training.Walk) || slices.Contains(g.NoSports, training.Ride) {
		t.Errorf("the latest check-in says 4 of 10: %+v", g)
	}
	for _, sport := range []training.Sport{training.Run, training.Row, training.Swim} {
		if !slices.Contains(g.NoSports, sport) {
			t.Errorf("%s is not ruled out", sport)
		}
	}
	for _, no := range []session.Contraindication{session.NoKnee, session.NoShoulder, session.NoBack, session.NoPregnancy} {
		if !slices.Contains(g.No, no) {
			t.Errorf("%s is not spared", no)
		}
	}
	in = somebody(func(p *training.Profile) { p.Conditions = []training.Condition{training.Pregnant} })
	if g := brief(t, in).Gates; slices.Contains(g.NoSports, training.Run) {
		t.Error("running is nothing new")
	}
}

func days(n int) []training.Date {
	var list []training.Date
	for i := range n {
		list = append(list, monday.AddDays(i))
	}
	return list
}

// A goal of weight is not followed where energy lacks, and the weeks have seven tenths of what was usual.
func TestWeeksKeepGates(t *testing.T) {
	goal := func(p *training.Profile) {
		months := 24
		p.TrainingGoal, p.StrengthExperienceMonths = &training.Goal{Kind: training.GoalWeight}, &months
	}
	free := brief(t, somebody(goal))
	held := brief(t, somebody(func(p *training.Profile) {
		goal(p)
		p.Conditions = []training.Condition{training.REDS}
	}))
	if free.Goal.Kind != training.GoalWeight || held.Goal.Kind != training.GoalHealth {
		t.Errorf("the goal is %s, and %s where energy lacks", free.Goal.Kind, held.Goal.Kind)
	}
	if with, without := held.Weeks[0].Minutes, free.Weeks[0].Minutes; with > 168 || without < 180 { // the next is a lighter one anyway
		t.Errorf("the first week has %d of 240 min, without a gate %d", with, without)
	}
}

func TestEquipment(t *testing.T) {
	p := training.NewProfile("Europe/Berlin")
	if Equipment(&p, nil, monday) != nil {
		t.Error("what nobody said is known")
	}
	p.Equipment, p.Stations = []training.Equipment{training.Dumbbells}, []training.Station{training.StationSledPush}
	p.EquipmentOnDates = []training.EquipmentOnDates{{From: monday + 2, To: monday + 3, Equipment: []training.Equipment{training.Treadmill}}}
	for _, row := range []struct {
		day  training.Date
		have []training.Equipment
	}{
		{monday, []training.Equipment{training.NoEquipment, training.Dumbbells, training.Sled}},
		{monday + 2, []training.Equipment{training.NoEquipment, training.Treadmill}},
		{monday + 4, []training.Equipment{training.NoEquipment, training.Dumbbells, training.Sled}},
	} {
		if have := Equipment(&p, nil, row.day); !slices.Equal(have, row.have) {
			t.Errorf("on %s there are %v, not %v", row.day, have, row.have)
		}
	}
	if have := Equipment(&p, []training.Sport{training.Run, training.Ride}, monday); !slices.Contains(have, training.Bike) {
		t.Errorf("who rides has no bicycle but %v", have)
	}
	if have := Equipment(&p, []training.Sport{training.Ride}, monday+2); slices.Contains(have, training.Bike) {
		t.Errorf("away there are %v", have)
	}
	p.Equipment = append(p.Equipment, training.Trainer)
	if have := Equipment(&p, []training.Sport{training.Ride, training.Swim}, monday); slices.Contains(have, training.Bike) || slices.Contains(have, training.SwimmingPool) {
		t.Errorf("who tells of a trainer has %v", have)
	}
	p.Equipment = []training.Equipment{}
	if have := Equipment(&p, []training.Sport{training.Ride}, monday); slices.Contains(have, training.Bike) {
		t.Errorf("who has nothing has %v", have)
	}
	p.Equipment = []training.Equipment{training.Dumbbells, training.Trainer}
	p.Equipment = p.Equipment[:1]
	cyclist := func(p *training.Profile) {
		p.TrainingGoal = &training.Goal{Kind: training.GoalHealth, Sports: []training.Sport{training.Ride}}
	}
	in := somebody(func(p *training.Profile) {
		cyclist(p)
		p.EquipmentOnDates = []training.EquipmentOnDates{{From: monday, To: monday + 6, Equipment: []training.Equipment{training.Treadmill}}}
	})
	if away, home := in.gearOf(0, 7), in.gearOf(0, 14); !slices.Equal(away, []training.Equipment{training.NoEquipment, training.Treadmill}) || home != nil {
		t.Errorf("away there are %v, in all %v", away, home)
	}
	rides := func(b *Brief) bool {
		return slices.ContainsFunc(b.Weeks[0].Slots, func(s season.Slot) bool { return s.Sport == training.Ride })
	}
	if rides(brief(t, in)) || !rides(brief(t, somebody(cyclist))) {
		t.Error("a week away from the bike holds a ride, or one at home holds none")
	}
}

// An injury that kept from running has a way back once it is over, by how long it lasted; one that did not has none, nor has a niggle.
func TestAWayBackAfterAnInjury(t *testing.T) {
	for name, c := range map[string]struct {
		condition  training.Condition
		said, over int // days before the plan
		phases     [2]session.Phase
	}{
		"ten days of a sore Achilles, over since yesterday":    {training.HurtAchilles, 11, 1, [2]session.Phase{session.Return, session.Return}},
		"ten days, over for nine":                              {training.HurtAchilles, 19, 9, [2]session.Phase{session.Return, session.Base}},
		"four weeks, over for nine days":                       {training.HurtAchilles, 37, 9, [2]session.Phase{session.Return, session.Return}},
		"four weeks of a stress fracture, over for five weeks": {training.StressFracture, 64, 36, [2]session.Phase{session.Return, session.Base}},
		"ten days, over for three weeks":                       {training.HurtAchilles, 31, 21, [2]session.Phase{session.Base, session.Base}},
		"two days":                                             {training.HurtAchilles, 3, 1, [2]session.Phase{session.Base, session.Base}},
		"a wrist, which never ran":                             {training.HurtWrist, 20, 1, [2]session.Phase{session.Base, session.Base}},
	} {
		in := somebody(func(*training.Profile) {})
		cleared := (monday - training.Date(c.over)).At(9*60, in.Hours.Profile.Location())
		in.Restrictions = []training.Restriction{{Condition: c.condition, SaidOn: monday - training.Date(c.said), ClearedAt: &cleared}}
		b := brief(t, in)
		for i := range b.Weeks {
			w := &b.Weeks[i]
			if back := c.phases[i] == session.Return; back != (w.Standing.Phase == session.Return) {
				t.Errorf("%s: week %d is %s", name, i+1, w.Standing.Phase)
			}
			for n := range w.Slots {
				s := &w.Slots[n]
				if w.Standing.Phase == session.Return && s.Sport == training.Run && s.Family() != "R-WALK" {
					t.Errorf("%s: %s in week %d of a way back", name, s.Family(), i+1)
				}
				if (s.Role == season.K || s.Role == season.K2) && w.Standing.Phase == session.Return {
					t.Errorf("%s: a key session in week %d of a way back", name, i+1)
				}
			}
		}
	}
}
