package conflict

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// rows are all rows of a frame in words.
type rows []string

func (r *rows) Take(row frame.Row) {
	*r = append(*r, fmt.Sprintf("%s %s %d %d %g %g", row.Rule.ID(), row.Severity, row.From, row.To, row.Measured, row.Limit))
}

// What is tried is judged alike whatever was tried before it, also where one session is there as it is and then as it would be.
func TestTrialsDoNotGoByWhatWasTriedBefore(t *testing.T) {
	const monday = training.Date(20786)
	profile := training.NewProfile("Europe/Berlin")
	in := frame.Input{Today: monday - 1, From: monday, Since: monday, Days: 14, Profile: profile}
	sports := []training.Sport{training.Run, training.Ride, training.Strength, training.Swim}
	var planned []*training.Session
	for n := range 30 {
		s := &training.Session{PlannedSession: training.PlannedSession{
			ID: training.SessionID(fmt.Sprint(n)), Date: monday.AddDays(n % 14), Start: training.LocalTime(420 + 60*(n%5)), Status: training.Planned,
		}, Title: "s", Sport: sports[n%4]}
		s.Load = training.Load{TSS: float64(30 + n), DurationSeconds: 60 * (30 + 5*n)}
		s.Load.Demand = training.Demand{EnduranceSeconds: s.Load.DurationSeconds, HighSeconds: 60 * (n % 9), HighIntensity: n%3 == 0, HeavyLower: n%4 == 2, LeastReserve: n % 4}
		planned = append(planned, s)
	}
	random := rand.New(rand.NewPCG(1, 2))
	kept, broken := newTrials(in), 0
	for try := range 300 {
		var sessions []*training.Session
		for _, s := range planned {
			switch random.IntN(4) {
			case 0:
				sessions = append(sessions, s)
			case 1:
				other := *s
				other.Start += training.LocalTime(30 * random.IntN(4))
				sessions = append(sessions, &other)
			}
		}
		if try%3 == 0 { // and nearly what was tried before
			sessions = append([]*training.Session(nil), kept.on...)
			if len(sessions) > 0 {
				at := random.IntN(len(sessions))
				sessions = append(sessions[:at], sessions[at+1:]...)
			}
		}
		fresh := newTrials(in)
		kept.put(sessions)
		fresh.put(sessions)
		var one, other rows
		rule := catalogue.Code(random.IntN(int(catalogue.Count)))
		family.JudgeFamily(kept.alone, rule, &one)
		family.JudgeFamily(fresh.alone, rule, &other)
		broken += len(one)
		if fmt.Sprint(one) != fmt.Sprint(other) {
			t.Fatalf("try %d of %s with %d sessions: %v, and afresh %v", try, rule.ID(), len(sessions), one, other)
		}
	}
	if broken < 300 {
		t.Errorf("%d rows are broken: nothing was judged", broken)
	}
}
