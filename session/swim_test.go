package session

import (
	"testing"

	"fortnight/training"
)

// A long swim that is a few minutes longer has more metres in its main set, not a longer warm-up alone.
func TestALongerLongSwimHasMoreMetres(t *testing.T) {
	f, _ := Find("S-LONG")
	css := 105
	at := training.Thresholds{CriticalSwimSecondsPer100Meters: &css}
	main := func(minutes int) (meters float64) {
		w := f.Write(Dose{Family: f.ID, Minutes: minutes, For: training.Intermediate, At: at})
		for _, b := range w.Blocks {
			for _, s := range b.Steps {
				if r, is := s.(training.RepeatStep); is && len(r.Steps) > 0 {
					if step, is := r.Steps[0].(training.EnduranceStep); is {
						meters = max(meters, float64(r.Repeats)*step.End.Meters)
					}
				}
			}
		}
		return meters
	}
	for minutes := 45; minutes+10 <= 95; minutes += 5 {
		if was, is := main(minutes), main(minutes+10); is < was+100 {
			t.Errorf("%d min hold %.0f m, %d min %.0f m", minutes, was, minutes+10, is)
		}
	}
}
