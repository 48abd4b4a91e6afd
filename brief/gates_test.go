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

// What was cleared has a way back, the one that is shown: by how long it lasted, and none where it never was so.
func TestAWayBackAfterWhatWasCleared(t *testing.T) {
	const back, base = session.Return, session.Base
	for name, c := range map[string]struct {
		condition  training.Condition
		said, over int // days before the plan
		ending     training.RestrictionEnding
		phases     [2]session.Phase
		turns      [2]int // the highest rung of run and walk in each week, 0 for none, -1 for no running at all
	}{
		"ten days of a sore Achilles, over since yesterday":    {training.HurtAchilles, 11, 1, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{3, 3}},
		"ten days, over for nine":                              {training.HurtAchilles, 19, 9, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{8, 0}},
		"four weeks, over for nine days":                       {training.HurtAchilles, 37, 9, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{7, 7}},
		"four weeks of a stress fracture, over for a day":      {training.StressFracture, 29, 1, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{2, 2}},
		"four weeks of a stress fracture, over for five weeks": {training.StressFracture, 64, 36, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{0, 0}},
		"ten days, over for four weeks":                        {training.HurtAchilles, 38, 28, training.RestrictionOver, [2]session.Phase{base, base}, [2]int{0, 0}},
		"two days":                                             {training.HurtAchilles, 3, 1, training.RestrictionOver, [2]session.Phase{back, base}, [2]int{8, 0}},
		"misread":                                              {training.HurtAchilles, 3, 1, training.RestrictionNeverSo, [2]session.Phase{base, base}, [2]int{0, 0}},
		"an operation":                                         {training.Operation, 20, 0, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{-1, 7}},
		"a birth":                                              {training.Postpartum, 90, 0, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{1, 2}},
		"a concussion of five days":                            {training.Concussion, 5, 0, training.RestrictionOver, [2]session.Phase{base, base}, [2]int{0, 0}},
		"covid, cleared too soon":                              {training.Covid, 3, 0, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{0, 0}},
		"a flu":                                                {training.Flu, 6, 0, training.RestrictionOver, [2]session.Phase{back, back}, [2]int{0, 0}},
		"a wrist, which never ran":                             {training.HurtWrist, 20, 1, training.RestrictionOver, [2]session.Phase{base, base}, [2]int{0, 0}},
	} {
		in := somebody(func(*training.Profile) {})
		said := training.Restriction{Condition: c.condition, SaidOn: monday - training.Date(c.said)}
		in.Restrictions = []training.Restriction{said.Cleared(monday-training.Date(c.over), c.ending)}
		in.Locked.Cleared = slices.DeleteFunc(slices.Clone(in.Restrictions), func(r training.Restriction) bool { return !r.Over() })
		b := brief(t, in)
		for i := range b.Weeks {
			w := &b.Weeks[i]
			if (c.phases[i] == back) != (w.Standing.Phase == back) {
				t.Errorf("%s: week %d is %s", name, i+1, w.Standing.Phase)
			}
			for n := range w.Slots {
				s := &w.Slots[n]
				by := s.Family() == "R-WALK"
				switch {
				case s.Sport != training.Run:
				case c.turns[i] < 0, c.turns[i] > 0 != by, by && s.Level > c.turns[i]:
					t.Errorf("%s: %s L%d in week %d", name, s.Family(), s.Level, i+1)
				}
				if (s.Role == season.K || s.Role == season.K2) && w.Standing.Phase == back {
					t.Errorf("%s: a key session in week %d of a way back", name, i+1)
				}
			}
		}
	}
}

// "Swim instead of running" names the sport that takes the other's place; words apart, or for some of the days, name none.
func TestASportThatAWishPutsInThePlaceOfAnother(t *testing.T) {
	no := wish.Wish{Kind: wish.Avoid, Sport: training.Run, Quote: "swim instead of running"}
	yes := wish.Wish{Kind: wish.Prefer, Sport: training.Swim, Quote: "swim instead of running"}
	for name, c := range map[string]struct {
		days  int
		quote string
		want  training.Sport
	}{
		"one sentence": {14, yes.Quote, training.Swim}, "two": {14, "I like swimming", ""}, "on one day": {1, yes.Quote, ""},
	} {
		in := Input{Days: 14, Wishes: []wish.Wish{no, yes}}
		in.Wishes[0].Dates, in.Wishes[1].Dates, in.Wishes[1].Quote = days(c.days), days(c.days), c.quote
		if got := in.instead(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
