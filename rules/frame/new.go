package frame

import (
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/training"
)

// New prepares an input; the frame keeps the pointer. Its sessions are the plan to start from.
func New(in *Input) *Frame {
	f := &Frame{Input: in, Zone: in.Profile.Location(), median: map[training.Sport]float64{}, Changed: EveryConcern}
	f.readFamilies()
	bouts := training.WithoutPlan(training.Bouts(in.Today, in.Activities, in.Sessions), in.From)
	profile := f.expecting(bouts)
	ledger := training.LedgerOf(profile, in.Today, in.Past, bouts)
	past := upTo(in.From.AddDays(in.Days-1), ledger.Bouts())
	f.readHistory(ledger)
	f.readCheckIns()
	f.readGates()
	f.readSeason(profile, ledger)
	f.readBase()
	f.findGap()
	f.Limits = catalogue.NewLimits(in.Profile, in.From, f.Thin || f.Comeback.Gap > longGap, in.Overrides)
	f.readHours()
	f.readRaces(profile, past)
	f.readClock()
	f.readRunning(past)
	f.addItems(past)
	f.readBody()
	f.readComeback()
	f.readTapers()
	f.readCuts()
	f.readDeload()
	f.readLight()
	f.readFloors()
	return f
}

// addItems takes in history as far back as a rule reaches for single sessions, and the plan.
func (f *Frame) addItems(past []training.Bout) {
	durations := map[training.Sport][]float64{}
	f.liftsUnknown = f.Thin
	for i := range past {
		b := &past[i]
		f.Completed += int(One(!b.Planned && b.Sport != training.Mobility))
		if b.Date < f.Input.From.AddDays(-catalogue.SeedDays) {
			continue
		}
		f.accustomed = append(f.accustomed, b.Demand.EccentricLegs...)
		f.liftsUnknown = f.liftsUnknown || b.Sport == training.Strength && len(b.Demand.Patterns) == 0
		if b.Sport.Endurance() {
			durations[b.Sport] = append(durations[b.Sport], float64(b.DurationSeconds))
		}
	}
	for sport, list := range durations {
		slices.Sort(list)
		f.median[sport] = list[len(list)/2]
		f.ChoosesSport = f.ChoosesSport || sport != training.Run
	}
	f.Items = make([]Item, 0, len(past)+len(f.Input.Sessions)+1)
	for i := range past {
		if past[i].Date >= f.Date(-ItemDays) && past[i].Date <= f.Date(f.Input.Days) {
			f.Items = append(f.Items, f.itemOf(&past[i], nil))
		}
	}
	f.recognise()
	slices.SortStableFunc(f.Items, func(a, b Item) int { return inOrder(&a, &b) })
	f.Recent = f.firstOf(1 - recentDays)
	f.sumFixed()
	f.readStrength()
	for i := range f.Input.Sessions {
		s := &f.Input.Sessions[i]
		if s.Status == training.Planned && s.Date >= f.Input.From && s.Date >= f.Input.Today && s.Date < f.Input.From.AddDays(f.Input.Days) {
			f.Add(s)
		}
	}
}
