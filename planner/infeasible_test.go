package planner_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/training"
)

// overwish locks some sessions of an athlete anywhere, and wants more fitness than can be had at times.
func overwish(random *rand.Rand, m *memory, run *runs.Run) {
	for range random.IntN(6) {
		w := m.library[random.IntN(len(m.library))]
		m.lock(1+random.IntN(run.Days), fmt.Sprintf("%02d:00", 5+random.IntN(15)), w.Title)
	}
	if random.IntN(3) == 0 {
		wanted := 20 + 100*random.Float64()
		run.TargetFitness = &wanted
	}
	if random.IntN(4) == 0 {
		m.snapshot.CheckIns = []training.CheckIn{{Date: monday.AddDays(random.IntN(3) - 1), Sick: true}}
	}
}

// proven tells why a conflict set does not prove that no plan keeps the rules: its sessions are all kept ones and by themselves break its
// rule, or its goal is missed.
func proven(m *memory, run runs.Run, set rules.ConflictSet) error {
	if len(set.RuleIDs) == 0 || set.Message == "" {
		return fmt.Errorf("a set without a rule or a message: %+v", set)
	}
	alone := m.snapshot
	alone.Sessions = nil
	for _, s := range set.Sessions {
		at := slices.IndexFunc(m.snapshot.Sessions, func(o training.Session) bool { return o.ID == s.ID })
		if at < 0 || m.snapshot.Sessions[at].Lock == nil {
			return fmt.Errorf("%s is not locked", s.ID)
		}
		alone.Sessions = append(alone.Sessions, m.snapshot.Sessions[at])
	}
	in := alone.RulesInput(run.From, run.Days)
	in.TargetFitness, in.Workouts = run.TargetFitness, m.lockedFamilies(run)
	for _, v := range rules.Check(in).Violations() {
		if v.Severity == rules.Hard && v.RuleID == set.RuleIDs[0] {
			return nil
		}
	}
	return fmt.Errorf("%v holds with these sessions alone", set.RuleIDs)
}

// lockedFamilies are what the workouts of the library are to the athlete of a run, as far as they are locked.
func (m *memory) lockedFamilies(run runs.Run) map[training.WorkoutID]*rules.Identity {
	f := state.Fortnight{Horizon: state.Horizon{Run: run, Snapshot: m.snapshot}}
	b, err := brief.New(f.BriefInput(f.Input(f.Locked())))
	if err != nil {
		panic(err)
	}
	f.Brief = b
	return f.LockedInput(m.library).Workouts
}

// neverProposed tells whether a run failed because a lock alone is what is never proposed to the athlete (WHO-5).
func neverProposed(t *testing.T, m *memory, run runs.Run) bool {
	failed, ended := m.events[len(m.events)-1].(*runs.RunFailed)
	if !ended || failed.Code != "CONFLICT" {
		return false
	}
	for _, set := range failed.Certificate.Conflicts {
		if set.RuleIDs[0] != "WHO-5" {
			return false
		}
		if err := proven(m, run, set); err != nil {
			t.Error(err)
		}
	}
	return true
}

// Whatever is wished for, a run ends with a plan that keeps every HARD rule or with a proof that there is none.
func TestEveryInfeasibleWishIsProven(t *testing.T) {
	n := many(300, 60, 10)
	random := rand.New(rand.NewPCG(31, 32))
	refused := map[runs.FailureCode]int{}
	for i := range n {
		m, run := randomAthlete(random), request(7+random.IntN(15))
		run.Seed = i
		overwish(random, m, &run)
		plan(t, m, run)
		failed, ended := m.events[len(m.events)-1].(*runs.RunFailed)
		if !ended {
			if faults := append(m.faults(run), m.hard(run)...); len(faults) > 0 {
				t.Errorf("athlete %d: %v\n%s", i, faults, m.table(run))
			}
			continue
		}
		refused[failed.Code]++
		if failed.Code == "INSUFFICIENT_DATA" {
			continue
		}
		if failed.Certificate == nil || len(failed.Certificate.Conflicts) == 0 {
			t.Errorf("athlete %d: %s without a conflict set: %s", i, failed.Code, failed.Message)
			continue
		}
		for _, set := range failed.Certificate.Conflicts {
			if err := proven(m, run, set); err != nil {
				t.Errorf("athlete %d: %s: %v", i, failed.Code, err)
			}
		}
	}
	if len(refused) < 3 && n > 100 || refused["CONFLICT"] == 0 {
		t.Errorf("too few kinds of refusal: %v", refused)
	}
}
