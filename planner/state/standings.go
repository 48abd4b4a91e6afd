package state

import (
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Standings are where the athlete stands in each family, by what was done before the plan.
func (f *Fortnight) Standings() map[session.ID]session.Standing {
	p := &f.Snapshot.Athlete.Profile
	history := season.Read(f.Snapshot.Ledger(), f.Run.From, nil, nil, nil)
	who := session.Who{Level: p.Level, Shares: history.Shares, At: p.Thresholds}
	who.CTL = season.AthleteOf(p, f.Snapshot.Ledger(), f.Run.From).CTL
	return session.Levels(f.done(), f.Run.From.AddDays(-1), who)
}

// done are the sessions and activities before the plan, as far as they say something of levels.
func (f *Fortnight) done() []session.Done {
	var list []session.Done
	for i := range f.Snapshot.Sessions {
		s := &f.Snapshot.Sessions[i]
		if s.Date >= f.Run.From || s.Family == "" || s.Status == training.Planned {
			continue
		}
		d := session.Done{Date: s.Date, Reading: session.Reading{Family: session.ID(s.Family), Level: s.FamilyLevel}, Skipped: s.Status == training.Skipped}
		if r := s.Result; r != nil {
			d.Share = min(1, float64(r.DurationSeconds)/float64(max(1, s.Load.DurationSeconds)))
			if r.CompletedShare != nil {
				d.Share = *r.CompletedShare
			}
			if r.RPE != nil {
				d.RPE = *r.RPE
			}
		}
		list = append(list, d)
	}
	for i := range f.Snapshot.Activities {
		a := &f.Snapshot.Activities[i]
		if a.Date >= f.Run.From || a.SessionID != "" || a.DuplicateOf != "" {
			continue
		}
		d := session.Done{Date: a.Date, Sport: a.Sport, DurationSeconds: a.DurationSeconds, Share: 1}
		if a.HighIntensitySeconds != nil {
			d.HighSeconds = *a.HighIntensitySeconds
		}
		switch {
		case a.IntensityFactor != nil:
			d.IntensityFactor = *a.IntensityFactor
		case a.PaceFactor != nil:
			d.IntensityFactor = *a.PaceFactor
		}
		list = append(list, d)
	}
	return list
}
