package planner

import (
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// standings are where the athlete stands in each family, by what was done before the plan.
func (f *fortnight) standings() map[session.ID]session.Standing {
	p := &f.snapshot.Athlete.Profile
	history := season.Read(f.snapshot.Ledger(), f.run.From, nil, nil, nil)
	who := session.Who{Level: p.Level, Shares: history.Shares, At: p.Thresholds}
	who.CTL = season.AthleteOf(p, f.snapshot.Ledger(), f.run.From).CTL
	return session.Levels(f.done(), f.run.From.AddDays(-1), who)
}

// done are the sessions and activities before the plan, as far as they say something of levels.
func (f *fortnight) done() []session.Done {
	var list []session.Done
	for i := range f.snapshot.Sessions {
		s := &f.snapshot.Sessions[i]
		if s.Date >= f.run.From || s.Family == "" || s.Status == training.Planned {
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
	for i := range f.snapshot.Activities {
		a := &f.snapshot.Activities[i]
		if a.Date >= f.run.From || a.SessionID != "" || a.DuplicateOf != "" {
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
