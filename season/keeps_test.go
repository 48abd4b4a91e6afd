package season

import (
	"slices"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// keeper keeps what is there; its key sessions of the weeks before are known.
func keeper(sport training.Sport, last map[session.ID]training.Date) Input {
	in := runner(training.Run10K, 100)
	in.Events, in.Goal = nil, Goal{Kind: training.GoalMaintain, Sports: []training.Sport{sport}}
	in.History = past(day1, 6, 300, 0, 5, sport, Effort{Sport: sport, Minutes: 85})
	in.History.Last = last
	return in
}

// Who keeps what is there does so by sessions of several kinds: the one that was done longest ago comes first, for a fortnight.
func TestWhatIsKeptIsKeptByTurns(t *testing.T) {
	ago := func(days int) training.Date { return day1.AddDays(-days) }
	for name, c := range map[string]struct {
		sport training.Sport
		last  map[session.ID]training.Date
		want  session.ID
	}{
		"tempo rides before":       {training.Ride, map[session.ID]training.Date{"B-TEMPO": ago(4)}, "B-SS"},
		"sweet spot before":        {training.Ride, map[session.ID]training.Date{"B-TEMPO": ago(18), "B-SS": ago(4)}, "B-TEMPO"},
		"tempo and hills before":   {training.Run, map[session.ID]training.Date{"R-TEMPO": ago(18), "R-HILL": ago(4)}, "R-THR"},
		"threshold runs and hills": {training.Run, map[session.ID]training.Date{"R-TEMPO": ago(32), "R-HILL": ago(18), "R-THR": ago(4)}, "R-TEMPO"},
	} {
		weeks := planned(t, keeper(c.sport, c.last)).Weeks
		for i := range 2 {
			at := slices.IndexFunc(weeks[i].Slots, func(s Slot) bool { return s.Role == K })
			if at < 0 || weeks[i].Slots[at].Family() != c.want {
				t.Errorf("%s, week %d: %s, want %s", name, i+1, shown(&weeks[i]), c.want)
			}
		}
	}
	expecting := keeper(training.Ride, map[session.ID]training.Date{"B-TEMPO": ago(4)})
	expecting.Athlete.No = []session.Contraindication{session.NoPregnancy}
	for _, s := range planned(t, expecting).Weeks[0].Slots {
		if s.Role == K && s.Family() != "B-TEMPO" {
			t.Errorf("with child: %s", s.Family())
		}
	}
}
