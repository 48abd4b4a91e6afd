package training

import "testing"

func TestStrengthApart(t *testing.T) {
	const today = Date(20787)
	run := Bout{Date: today - 2, Sport: Run, TSS: 50, DurationSeconds: 3600}
	lift := Bout{Date: today - 1, Sport: Strength, TSS: 40, DurationSeconds: 3600}
	p := NewProfile("UTC")
	if !p.StrengthInFitness() {
		t.Error("by default strength counts")
	}
	with := LedgerOf(&p, today, nil, []Bout{run, lift}).Fitness(today-2, today)
	p.StrengthApart = true
	apart := LedgerOf(&p, today, nil, []Bout{run, lift}).Fitness(today-2, today)
	rested := lift
	rested.TSS = 0
	alone := LedgerOf(&p, today, nil, []Bout{run, rested}).Fitness(today-2, today)
	for i := range apart {
		if apart[i].Fitness != alone[i].Fitness || apart[i].Fatigue != alone[i].Fatigue || apart[i].Fitness >= with[i].Fitness {
			t.Errorf("day %d: %+v, without strength %+v, with it %+v", i, apart[i], alone[i], with[i])
		}
		if apart[i].TSS != with[i].TSS {
			t.Errorf("day %d: the load shown is %.0f, want %.0f", i, apart[i].TSS, with[i].TSS)
		}
	}
}
