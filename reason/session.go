package reason

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// Session is what is known of a planned session. Nil and zero facts are unknown, and nothing is said of them.
type Session struct {
	Date    training.Date
	Start   training.LocalTime
	Title   string
	Family  session.ID // empty where the workout belongs to none
	Sport   training.Sport
	Load    *training.Load
	Pace    string             // of the main set, see [Pace]
	Key     bool               // it is one of those that matter most
	Hard    bool               // it asks so much that others stand with regard to it
	Longest bool               // it is the longest of its sport in the seven days that it lies in, and not the only one
	Last    *Last              // the last of its family before it
	Kin     []training.Date    // the days of the others of its family in the plan: moved, they are the last or are not
	Risen   *session.Risen     // a threshold that has risen since Last, for which the session is as many rungs lower as that costs
	Known   bool               // families of what was done are known, so that one without a Last is the athlete's first
	Recent  *Done              // the longest of its sport in the thirty days before it, for long sessions
	Longer  []training.Date    // the days of those of its sport in the plan that are as long as Recent
	Lifts   []session.NextLift // what to lift of its exercises that were lifted before it, and of no session of the plan before
	Weights []Weight           // of exercises that are not among Lifts
	Goal    *GoalLift          // the lift of the athlete's goal, where the session trains it
	Force   bool               // the lifts lead the season
	Event   *Event             // that it prepares, or that it comes after
	Wish    string             // the athlete's words that it is here for

	Before   *Neighbour // the last demanding session before it
	After    *Neighbour // the next demanding one
	Fresh    bool       // the legs have got over what was before: only with a Before, or with nothing demanding in days
	Window   int        // minutes that its day has at a stretch, where no other day of its week has room for it
	UsualDay *Usual
}

// Last is the last session of a family.
type Last struct {
	Date    training.Date
	Title   string
	Minutes int  // 0 for unknown
	Other   bool // of other lifts: how much it was says nothing of this one
	Ahead   bool // it stood on the calendar before the plan, and is still to be done
}

// Done is a session that was done, or is planned, before another.
type Done struct {
	Date    training.Date
	Minutes int
	Planned bool // it is still to be done
}

// Neighbour is a demanding session near another. Hours are from start to start, 0 where a start is unknown.
type Neighbour struct {
	Name  string // "threshold run"
	Date  training.Date
	Hours int
}

// Usual is in how many of the last weeks the athlete trained in a sport on a day of the week.
type Usual struct{ Times, Weeks int }

// Text is what is said of a session: all of it, and what of that holds wherever it and the sessions that it speaks of stand. Of are the days of those,
// in order: it holds as long as nothing is put there, moved or taken away. Rests is what else it rests on, in order; Bare holds whatever becomes of that.
type Text struct {
	Says, Alone, Bare string
	Of                []training.Date
	Rests             []training.Ground
}

// add puts a sentence behind the others.
func (t *Text) add(o option) {
	bare := o.alone
	if len(o.rests) > 0 {
		bare = o.bare
	}
	t.Says, t.Alone, t.Bare = join(t.Says, o.text), join(t.Alone, o.alone), join(t.Bare, bare)
	t.Of, t.Rests = append(t.Of, o.of...), append(t.Rests, o.rests...)
}

// Session is why a session is there and why it stands on its day, in up to seven short sentences: what it is, what its first lifts have on the bar,
// what it is for, why here, and how to fuel what is long.
func (w *Writer) Session(s *Session) Text {
	var text Text
	text.add(w.heading(s))
	fuel := s.fuel()
	if s.Goal != nil {
		text.add(w.pick(s.Date, lasting(s.Goal.said(), s.Goal.saidOn(s.Date))))
	}
	said := min(len(s.Lifts), mostLifts)
	for i := range s.Lifts[:said] {
		text.add(w.pick(s.Date, onGrounds("", lasting(lifted(&s.Lifts[i])), training.GroundOn(s.Lifts[i].On))))
	}
	for i := range s.Weights[:min(len(s.Weights), mostLifts-said)] {
		text.add(w.pick(s.Date, w.weight(&s.Weights[i])))
	}
	text.add(w.purpose(s))
	reasons := 1
	if s.Key && len(fuel) == 0 {
		reasons = 2
	}
	for _, options := range s.places(w.week(s.Date)) {
		if reasons == 0 {
			break
		}
		if o := w.pick(s.Date, options); o.text != "" {
			text.add(o)
			reasons--
		}
	}
	text.add(w.pick(s.Date, fuel))
	text.Says, text.Alone, text.Bare = prose.Clip(text.Says, maxText), prose.Clip(text.Alone, maxText), prose.Clip(text.Bare, maxText)
	slices.Sort(text.Of)
	slices.Sort(text.Rests)
	text.Of, text.Rests = slices.Compact(text.Of), slices.Compact(text.Rests)
	return text
}

// lasting are wordings of what holds wherever the session stands.
func lasting(texts ...string) []option {
	list := plain(texts...)
	for i := range list {
		list[i].alone = texts[0]
	}
	return list
}

// between are the days from one to another, both with them.
func between(from, to training.Date) (days []training.Date) {
	for d := from; d <= to; d++ {
		days = append(days, d)
	}
	return days
}

// week are the days of the plan's week that a day lies in.
func (w *Writer) week(day training.Date) []training.Date {
	first := day.AddDays(-int(day-w.from) % 7)
	return between(first, first.AddDays(6))
}

// weight is what goes on the bar; beside what the plan had on it before, that holds as long as that stands.
func (w *Writer) weight(at *Weight) []option {
	list := lasting(weighed(at))
	if at.On >= w.from {
		list[0].alone, list[0].of = "", []training.Date{at.On}
	}
	return onGrounds("", list, training.OnThresholds)
}

// mostLifts is of how many lifts it is said what is on the bar.
const mostLifts = 2

// maxText is how long a reason may be, in characters.
const maxText = 1000

// heading is the session, how hard it is, and what is new beside the last time; with its day where the week has said the same before.
func (w *Writer) heading(s *Session) option {
	end := ""
	switch dose := Dose(s.Title, s.Family); {
	case s.Pace == "":
	case strings.HasSuffix(dose, " pace"): // "10 km at marathon pace"
		end = ", " + s.Pace
	case dose == "" || dose == prose.Minutes(s.Load.DurationSeconds): // of the whole session
		end = ", the work at " + s.Pace
	default:
		end = " at " + s.Pace
	}
	alone, change, of := end, s.change(), w.beside(s)
	if change != "" {
		end += ", " + change
		if len(of) == 0 {
			alone = end
		}
	} else {
		of = nil
	}
	options := plain(
		sentence(Heading(s.Title, s.Family, "")+end), sentence(Heading(s.Title, s.Family, Weekday(s.Date))+end),
		sentence(Heading(s.Title, s.Family, fmt.Sprintf("%s at %s", prose.Day(s.Date), s.Start))+end),
	)
	for i := range options {
		options[i].alone, options[i].of = sentence(Heading(s.Title, s.Family, "")+alone), of
	}
	return w.pick(s.Date, onGrounds(sentence(Heading(s.Title, s.Family, "")), options, w.grounds(s, change != "")...))
}

// grounds are what a heading rests on beside the sessions of the plan: the thresholds that tell the pace or have risen, and what was done before.
func (w *Writer) grounds(s *Session, compares bool) (rests []training.Ground) {
	if s.Pace != "" || compares && s.Risen != nil {
		rests = append(rests, training.OnThresholds)
	}
	if !compares {
		return rests
	}
	if s.Last != nil && s.Last.Date < w.from {
		rests = append(rests, training.GroundOn(s.Last.Date))
	}
	if s.Last == nil && s.Recent != nil && s.Recent.Date < w.from {
		rests = append(rests, training.GroundOn(s.Recent.Date))
	}
	return rests
}

// beside are the days of the plan whose sessions change compares with, or would if they were moved.
func (w *Writer) beside(s *Session) []training.Date {
	switch {
	case s.Last != nil && s.Last.Ahead:
		return append([]training.Date{s.Last.Date}, s.Kin...)
	case s.Last != nil:
		return s.Kin
	}
	return append([]training.Date{s.Date}, s.Longer...) // of thirty days before its own
}

// change is what is new beside the last session of the family, empty where that says nothing: easy sessions are like each other.
func (s *Session) change() string {
	f, known := session.Find(s.Family)
	if !known || f.Class == session.Easy || f.Class == session.Mobility {
		return ""
	}
	if s.Last == nil {
		if s.Known && f.Class != session.Long {
			return "your first on record"
		}
		return s.sinceLongest(&f)
	}
	on := prose.Day(s.Last.Date)
	if s.Last.Ahead {
		return s.after(&f, on)
	}
	if s.Last.Other {
		return "last done on " + on + " with other lifts"
	}
	was, is := Dose(s.Last.Title, s.Family), Dose(s.Title, s.Family)
	minutes := s.minutes()
	switch {
	case was != "" && was == is:
		return "the same as on " + on
	case f.Class == session.Long && s.Last.Minutes > 0:
		return than(minutes, s.Last.Minutes) + " on " + on
	case was != "" && is != "" && s.Risen != nil:
		return fmt.Sprintf("last time %s on %s; %s, so %s back", was, on, inside(rose(s.Risen)), steps(s.Risen.Rungs))
	case was != "" && is != "":
		return fmt.Sprintf("last time %s on %s", was, on)
	}
	return "last done on " + on
}

// after is what is new beside a session of the family that is still to be done.
func (s *Session) after(f *session.Family, on string) string {
	was, is := Dose(s.Last.Title, s.Family), Dose(s.Title, s.Family)
	switch {
	case s.Last.Other:
		return "after other lifts, planned for " + on
	case was != "" && was == is:
		return "the same as is planned for " + on
	case f.Class == session.Long && s.Last.Minutes > 0:
		return than(s.minutes(), s.Last.Minutes) + " what is planned for " + on
	case was != "" && is != "":
		return fmt.Sprintf("after the planned %s of %s", was, on)
	}
	return "after the one that is planned for " + on
}

// sinceLongest says of a long session how it is beside the longest of the days before.
func (s *Session) sinceLongest(f *session.Family) string {
	if f.Class != session.Long || s.Recent == nil || f.ID == "R-ML" || f.ID == "R-B2B" { // the second longest is not held against the longest
		return ""
	}
	if s.Recent.Planned {
		return fmt.Sprintf("%s the longest %s of the 30 days before it, planned for %s", than(s.minutes(), s.Recent.Minutes), noun(s.Sport), prose.Day(s.Recent.Date))
	}
	return fmt.Sprintf("%s the longest %s of 30 days, on %s", than(s.minutes(), s.Recent.Minutes), noun(s.Sport), prose.Day(s.Recent.Date))
}

// than compares minutes.
func than(minutes, with int) string {
	switch off := minutes - with; {
	case off > 0:
		return fmt.Sprintf("%d min longer than", off)
	case off < 0:
		return fmt.Sprintf("%d min shorter than", -off)
	}
	return "as long as"
}

func (s *Session) minutes() int { return (s.Load.DurationSeconds + 30) / 60 }

// purpose is what the session is for; a key one's is said with how far the event is.
func (w *Writer) purpose(s *Session) option {
	list := Aims(s.Family, s.Sport, s.Load)
	if s.Force && s.Family == "Q-STR" { // of who lifts to lift
		list = list[1:]
	}
	var options []option
	for _, aim := range list {
		options = append(options, option{says: aim, text: aim + s.toward() + ".", alone: aim + "."})
		if last := options[len(options)-1:]; s.toward() != "" {
			onGrounds(aim+".", last, training.OnEvents)
		}
	}
	if s.Last != nil { // where the plan has said all that there is to say
		text := fmt.Sprintf("As on %s: %s.", prose.Day(s.Last.Date), inside(list[0]))
		options = append(options, option{says: list[0], text: text, again: true, alone: list[0] + ".", of: w.beside(s)})
		if last := options[len(options)-1:]; s.Last.Date < w.from {
			onGrounds(list[0]+".", last, training.GroundOn(s.Last.Date))
		}
	}
	return w.pick(s.Date, options)
}

// toward is how far the event is of a key session, or how long ago it was, as the end of a sentence.
func (s *Session) toward() string {
	if s.Event == nil {
		return ""
	}
	switch days := int(s.Event.Date - s.Date); {
	case days > 0 && (s.Key || s.Hard || s.raceSpecific()):
		return fmt.Sprintf(", %s before %s", span(days), s.Event.Name)
	case days < 0:
		return fmt.Sprintf(", %s after %s", span(-days), s.Event.Name)
	}
	return ""
}

// raceSpecific tells whether the session is of a kind that is there for a race alone.
func (s *Session) raceSpecific() bool {
	f, known := session.Find(s.Family)
	return known && f.Class == session.RaceSpecific
}

// places are why the session stands on its day: each entry is one reason in several wordings, the strongest first.
func (s *Session) places(week []training.Date) [][]option {
	day := Weekday(s.Date)
	var list [][]option
	add := func(options ...option) { list = append(list, options) }
	if s.Wish != "" {
		add(plain(fmt.Sprintf("You asked for it: “%s”.", s.Wish), fmt.Sprintf("%s's is by your wish: “%s”.", day, s.Wish))...)
	}
	if s.Longest {
		add(of(week, fmt.Sprintf("It is the week's longest %s.", noun(s.Sport)), fmt.Sprintf("No other %s of the week is as long.", noun(s.Sport)))...)
	}
	if s.Window > 0 {
		add(option{
			says: "window", text: fmt.Sprintf("%s is the one day of the week with room for it: %d min.", day, s.Window), rests: []training.Ground{training.OnHours},
		})
	}
	list = append(list, s.spacing(day)...)
	if u := s.UsualDay; u != nil {
		var rests []training.Ground
		for week := 1; week <= u.Weeks; week++ {
			rests = append(rests, training.GroundOn(s.Date.AddDays(-7*week)))
		}
		add(option{says: day + " usual " + s.Sport.Name(), text: fmt.Sprintf("You %s on %d of the last %d %ss.", did(s.Sport), u.Times, u.Weeks, day), rests: rests})
	}
	return list
}

// spacing is what lies before and after.
func (s *Session) spacing(day string) [][]option {
	if s.Hard {
		return s.apart(day)
	}
	b, a := s.Before, s.After
	easy := "Easy"
	if s.Sport == training.Strength {
		easy = "Lifting"
	}
	var list [][]option
	switch {
	case b != nil && a != nil && s.Date-b.Date <= 2 && a.Date-s.Date <= 2:
		list = append(list, of(between(b.Date, a.Date), fmt.Sprintf("%s between %s and %s.", easy, b.named(s.Date), a.named(s.Date))))
	case b != nil && s.Date-b.Date <= 1:
		list = append(list, of(between(b.Date, s.Date), fmt.Sprintf("%s after %s.", easy, b.named(s.Date))))
	case a != nil && a.Date-s.Date <= 1:
		list = append(list, of(between(s.Date, a.Date), fmt.Sprintf("%s ahead of %s.", easy, a.named(s.Date))))
	}
	return list
}

// of are wordings that hold as long as the sessions of some days stand.
func of(days []training.Date, texts ...string) []option {
	list := plain(texts...)
	for i := range list {
		list[i].of = days
	}
	return list
}

// apart is how far a hard session stands from those before and after it.
func (s *Session) apart(day string) [][]option {
	var list [][]option
	if b := s.Before; b != nil && b.Hours > 0 {
		text := fmt.Sprintf("%s: %d h after %s.", day, b.Hours, b.named(s.Date))
		if s.Fresh {
			text = fmt.Sprintf("Fresh legs on %s: %d h after %s.", day, b.Hours, b.named(s.Date))
		}
		list = append(list, of(between(b.Date, s.Date), text))
	}
	if a := s.After; a != nil && a.Hours > 0 {
		are := "are"
		if a.Hours == 1 {
			are = "is"
		}
		list = append(list, of(between(s.Date, a.Date), fmt.Sprintf("%d h %s left until %s.", a.Hours, are, a.named(s.Date))))
	}
	return list
}

// named is a neighbour with its day, seen from another: "Monday's long run". It is near enough for the name of the day to be clear.
func (n *Neighbour) named(from training.Date) string {
	if n.Date == from {
		return "the same day's " + n.Name
	}
	return Weekday(n.Date) + "'s " + n.Name
}

// fuelledFrom is the length in minutes from which on an endurance session needs carbohydrate (coaching 9.3).
const fuelledFrom = 90

func (s *Session) fuel() []option {
	if !s.Sport.Endurance() || s.minutes() <= fuelledFrom {
		return nil
	}
	text := fmt.Sprintf("It lasts %d min: take 30 to 60 g of carbohydrate an hour.", s.minutes())
	return []option{{says: "fuel", text: text, alone: text}}
}

// did is what somebody did who trained in a sport.
func did(s training.Sport) string {
	return cmp.Or(map[training.Sport]string{
		training.Run: "ran", training.Ride: "rode", training.Swim: "swam", training.Row: "rowed", training.Walk: "walked", training.Hike: "hiked",
		training.Strength: "lifted",
	}[s], "trained")
}
