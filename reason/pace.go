package reason

import (
	"fmt"

	"fortnight/session"
	"fortnight/training"
)

// paced are the classes whose main set has one pace or power that is worth saying.
var paced = map[session.Class]bool{
	session.Tempo: true, session.Threshold: true, session.VO2: true, session.Anaerobic: true, session.RaceSpecific: true,
}

// Pace is how hard a workout's main set is for an athlete: "4:39–4:50/km", "238–252 W", or the effort where no threshold is known. It is
// empty for easy and long sessions, for lifts, and for what has several sports.
func Pace(w *training.Workout, p *training.Profile, f session.ID) string {
	family, known := session.Find(f)
	if !known || !paced[family.Class] || family.Sport != w.Sport || !w.Sport.Endurance() {
		return ""
	}
	var m main
	resolved := training.Resolve(w, p)
	for i := range resolved.Blocks {
		if resolved.Blocks[i].Block.Sport != w.Sport {
			return ""
		}
		m.look(resolved.Blocks[i].Steps)
	}
	if m.target == nil {
		return ""
	}
	return said(m.target)
}

// main is the hardest target of a workout, warm-up, recoveries and cool-down left out.
type main struct {
	target *training.ResolvedTarget
	effort float64
}

func (m *main) look(steps []training.ResolvedStep) {
	for i := range steps {
		s := &steps[i]
		m.look(s.Steps)
		step, endurance := s.Step.(training.EnduranceStep)
		if !endurance || s.Target == nil || step.Intent != training.IntentWork && step.Intent != "" {
			continue
		}
		if s.Target.RPE != nil && *s.Target.RPE > m.effort {
			m.target, m.effort = s.Target, *s.Target.RPE
		}
	}
}

// said is a target in words.
func said(t *training.ResolvedTarget) string {
	switch {
	case t.SecondsPerKilometer != nil:
		return clock(t.SecondsPerKilometer) + "/km"
	case t.SecondsPer100Meters != nil:
		return clock(t.SecondsPer100Meters) + "/100 m"
	case t.SecondsPer500Meters != nil:
		return clock(t.SecondsPer500Meters) + "/500 m"
	case t.Watts != nil:
		return fmt.Sprintf("%d–%d W", t.Watts.Low, t.Watts.High)
	case t.RPE != nil:
		return fmt.Sprintf("effort %.0f of 10", *t.RPE)
	}
	return ""
}

func clock(r *training.IntRange) string {
	at := func(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }
	if r.Low == r.High {
		return at(r.Low)
	}
	return at(r.Low) + "–" + at(r.High)
}
