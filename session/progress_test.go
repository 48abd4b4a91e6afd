package session

import "testing"

func TestProgress(t *testing.T) {
	five, twelve := Aim{3, Span{5, 5}, 2}, Aim{3, Span{8, 12}, 2}
	sets := func(reserve int, reps ...int) Lifted { return Lifted{Reps: reps, Reserve: reserve} }
	for _, c := range []struct {
		name string
		e    Emphasis
		legs bool
		aim  Aim
		last []Lifted
		want Step
	}{
		{"nothing known", MaxStrength, true, five, nil, Step{Span{5, 5}, 0}},
		{"one more left", MaxStrength, true, five, []Lifted{sets(3, 5, 5, 5)}, Step{Span{5, 5}, 0.025}},
		{"as planned", MaxStrength, true, five, []Lifted{sets(2, 5, 5, 5)}, Step{Span{5, 5}, 0}},
		{"one fewer left", MaxStrength, true, five, []Lifted{sets(1, 5, 5, 5)}, Step{Span{5, 5}, 0}},
		{"two fewer left", MaxStrength, true, five, []Lifted{sets(0, 5, 5, 5)}, Step{Span{5, 5}, -0.05}},
		{"one missed and one fewer left", MaxStrength, true, five, []Lifted{sets(1, 5, 5, 4)}, Step{Span{5, 5}, -0.05}},
		{"10 to 12", Adaptation, false, Aim{2, Span{10, 10}, 4}, []Lifted{sets(4, 10, 10)}, Step{Span{12, 12}, 0}},
		{"14 to 15", Adaptation, false, Aim{2, Span{14, 14}, 4}, []Lifted{sets(5, 14, 14)}, Step{Span{15, 15}, 0}},
		{"15, arms", Adaptation, false, Aim{2, Span{15, 15}, 4}, []Lifted{sets(4, 15, 15)}, Step{Span{10, 10}, 0.025}},
		{"15, legs", Adaptation, true, Aim{2, Span{15, 15}, 4}, []Lifted{sets(4, 15, 15)}, Step{Span{10, 10}, 0.05}},
		{"too hard to go on", Adaptation, true, Aim{2, Span{12, 12}, 4}, []Lifted{sets(3, 12, 12)}, Step{Span{12, 12}, 0}},
		{"once at the top", Size, false, twelve, []Lifted{sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0}},
		{"twice at the top, arms", Size, false, twelve, []Lifted{sets(2, 12, 12, 12), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0.025}},
		{"twice at the top, legs", Size, true, twelve, []Lifted{sets(2, 12, 12, 12), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0.05}},
		{"a set short of it", Size, true, twelve, []Lifted{sets(2, 12, 12, 11), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0}},
		{"a set left out", Size, true, twelve, []Lifted{sets(2, 12, 12), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0}},
		{"power", Power, true, Aim{3, Span{4, 4}, 6}, []Lifted{sets(9, 4, 4, 4)}, Step{Span{4, 4}, 0}},
		{"maintenance", Maintain, true, five, []Lifted{sets(4, 5, 5, 5)}, Step{Span{5, 5}, 0}},
	} {
		if got := Progress(c.e, c.legs, c.aim, c.last...); got != c.want {
			t.Errorf("%s: %+v, not %+v", c.name, got, c.want)
		}
	}
}
