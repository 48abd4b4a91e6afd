package family

import (
	"fmt"
	"strings"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// Plain says what a row that is not met means for the athlete and what would change it, as a coach writes it in a letter: the row's numbers
// and days, without the rule's terms and without blame. It is for SOFT and ADVISORY rows; [Message] has the exact measurement.
func Plain(f *frame.Frame, r *frame.Row) string {
	week := "the seven days from " + f.DayName(r.From)
	if r.To-r.From != 6 {
		week = "the days from " + f.DayName(r.From) + " to " + f.DayName(r.To)
	}
	w := plain{f, week}
	if r.Note == frame.TargetNote {
		return w.decided(r)
	}
	text := ""
	switch r.Rule.Family() {
	case "LD-":
		text = w.load(r)
	case "INT":
		text = w.intensity(r)
	case "CON":
		text = w.concurrent(r)
	case "STR":
		text = w.strength(r)
	case "RST":
		text = w.rest(r)
	case "VOL":
		text = w.running(r)
	case "SPK":
		text = w.spike(r)
	case "TAP":
		text = w.taper(r)
	case "RED", "RET":
		text = w.body(r)
	case "WHO", "DAT":
		text = w.athlete(r)
	case "FIL", "WIN", "MIN", "PRG", "BUD":
		text = w.decided(r)
	}
	if text == "" {
		text = Message(f, r)
	}
	return text
}

// plain writes such sentences of one row, whose days are the week's.
type plain struct {
	*frame.Frame
	week string
}

func (f plain) load(r *frame.Row) string {
	switch r.Rule {
	case catalogue.LD1:
		return f.Say("In "+f.week, " fitness rises by %1 points, where %1 is a comfortable step; if you feel flat, shorten an easy session.", r.Measured, r.Limit)
	case catalogue.LD2:
		return f.Say("You begin "+f.DayName(r.To), " with a form of %+, more tired than the usual floor of %+; shorter easy sessions before it would bring you there fresher.", r.Measured, r.Limit)
	case catalogue.LD3:
		return f.Say("The load of "+f.week, " comes to %0 points, after about %0 a week lately; that is a big step, and a shorter easy session would bring it near %0.", r.Measured, f.Base, r.Limit)
	case catalogue.LD4:
		if race := f.raceUpTo(r.To); race != "" {
			return f.Say("Up to "+f.DayName(r.To)+", with "+race+" in it,", " your week weighs %1 times what your month did: sleep and eat well, and let the days after it be as light as they are planned.", r.Measured)
		}
		return f.Say("Up to "+f.DayName(r.To), " your week weighs %1 times what your month did: training is picking up, so keep the easy days as easy as they are meant.", r.Measured)
	case catalogue.LD5:
		return "The days of " + f.week + " are much alike; a fuller day and a lighter one would let the body come round between them."
	case catalogue.LD6:
		if race := f.raceUpTo(r.To); race != "" {
			return "With " + race + " among them, " + f.week + " weigh more than nearly all of your last six weeks did; let the light days around it stay light."
		}
		return "With few light days among them, the sessions of " + f.week + " weigh more than nearly all of your last six weeks did; a lighter easy day would take the edge off."
	case catalogue.LD7:
		return f.Say("The session on "+f.DayName(r.To), " makes a day of %0 points of load, beyond the %0 that your hardest lately prepares for; eat and sleep well around it, and cut it short if it gets ragged.", r.Measured, r.Limit)
	}
	return f.Say("The load of "+f.week, " is %0 points; about %0 would keep your fitness where it is. A longer easy session would make up for it, if you have the time.", r.Measured, r.Limit)
}

// raceUpTo is the name of the event that weighs in the seven days up to a day, the last of several, empty for none.
func (f plain) raceUpTo(day int) string {
	name := ""
	for n := range f.Races {
		if r := &f.Races[n]; r.Load > 0 && r.Day > day-7 && r.Day <= day {
			name = r.Event.Name
		}
	}
	return name
}

func (f plain) intensity(r *frame.Row) string {
	switch {
	case r.Rule == catalogue.INT1 && r.A != nil && r.B != nil, r.Rule == catalogue.INT2 && r.A != nil && r.B != nil:
		return f.Say("The hard sessions on "+f.When(r.A)+" and "+f.When(r.B), " lie %0 h apart; with %0 h between them the second would come to fresher legs.", r.Measured, r.Limit)
	case r.Rule == catalogue.INT2:
		return f.Say("By "+f.DayName(r.To), " you have %0 hard %{day|days} in a row; an easy one among them would make the last of them better.", r.Measured)
	case r.Rule == catalogue.INT3:
		return "The hard and the half-hard sessions of " + f.week + " are many for one week; if you feel worn, make the least important of them easy."
	case r.Rule == catalogue.INT4 && r.Note == "high":
		return f.Say("Of your endurance time in "+f.week, " %0 %% is hard, a little more than the %0 %% that this part of the season asks for; a longer easy session would even it out.", 100*r.Measured, 100*r.Limit)
	case r.Rule == catalogue.INT4:
		return f.Say("Of your endurance time in "+f.week, " %0 %% is easy, where %0 %% is what this part of the season is built on: keep the easy sessions truly easy; one more of them would even it out.", 100*r.Measured, 100*r.Limit)
	case r.Rule == catalogue.INT5:
		return f.Say("In the two days up to "+f.DayName(r.To), " %0 min are hard, more than the %0 min from which most athletes recover well; fewer repetitions in the second session would help.", r.Measured, r.Limit)
	case r.Rule == catalogue.INT6 && r.A != nil && r.B != nil:
		return f.Say("The hard session on "+f.When(r.B)+" follows the long run on "+f.When(r.A), " by %0 h, and %0 h would let the legs come round; begin it gently, and make it easy if they are heavy.", r.Measured, r.Limit)
	case r.Rule == catalogue.INT6 && r.B != nil:
		return f.Say("The hard session on "+f.When(r.B)+" follows "+r.Note, " by %0 h, and %0 h would let the body come round; make it easy if you feel the race in your legs.", r.Measured, r.Limit)
	case r.Rule == catalogue.INT6 && r.A == nil:
		return "The day before " + r.Note + " has hard work in it; a quiet " + f.DayName(r.To) + " would bring you there fresher."
	case r.Rule == catalogue.INT6:
		return "The day before the long run on " + f.When(r.A) + " is a hard one; begin the long run gently, as the legs will be tired."
	case r.Rule == catalogue.INT7:
		return "Two sessions that ask something of you stand on " + f.DayName(r.To) + "; keep the second as easy as it can be."
	}
	return ""
}

func (f plain) concurrent(r *frame.Row) string {
	switch r.Rule {
	case catalogue.CON1, catalogue.CON2, catalogue.CON3, catalogue.CON4:
		if r.A != nil && r.B != nil {
			return "Leg work and endurance stand close together on " + f.When(r.A) + " and " + f.When(r.B) + ": the second will feel heavier than it is. More hours between them, or lighter leg sets, would change that."
		}
		return "Leg work and endurance stand close together on " + f.DayName(r.To) + "; more hours between them, or lighter leg sets, would leave you fresher."
	case catalogue.CON5:
		if r.A != nil && r.B != nil {
			return "The leg work on " + f.When(r.B) + " comes soon after the long session on " + f.When(r.A) + "; take less weight if the legs are still heavy."
		}
	case catalogue.CON6:
		if r.Note == "h" {
			return f.Say("", "Endurance for the legs takes %1 h of "+f.week+", where strength grows best beside %0 h of it; a shorter one would leave more for the lifts.", r.Measured, r.Limit)
		}
		return f.Say("", "There %[is|are] %0 endurance %{session|sessions} for the legs in "+f.week+", where strength grows best beside %0; one fewer would leave more for the lifts.", r.Measured, r.Limit)
	case catalogue.CON7:
		return "The easy run on " + f.When(r.A) + " comes to legs that have lifted; run it gently, or swim, ride or row instead if they are sore."
	case catalogue.CON8:
		return "The leg work on " + f.When(r.A) + " stands on the easy day before the key session on " + f.When(r.B) + "; on a day that is hard already it would leave that day easier."
	case catalogue.CON9:
		return "Endurance beside strength costs men a little leg strength and women none on average; nothing in the plan changes with that."
	}
	return ""
}

// patterns is of STR-1, and begins with what the row is about.
func (f plain) patterns(r *frame.Row) string {
	if r.Measured == 0 {
		return f.Say("For "+r.Note, " there is no session in "+f.week+"; one would keep the strength you have, %0 would build it.", r.Limit)
	}
	return f.Say("For "+r.Note, " there %[is|are] %0 %{session|sessions} in "+f.week+", which keeps the strength you have; %0 in those days would build it, once there is room for another lift.", r.Measured, r.Limit)
}

func (f plain) strength(r *frame.Row) string {
	switch {
	case r.Rule == catalogue.STR1:
		return f.patterns(r)
	case r.Rule == catalogue.STR2:
		return "There is little lifting in " + f.week + "; one short session would keep the strength you have built."
	case r.Rule == catalogue.STR3:
		return "Leg work stands on " + f.When(r.A) + " and again on " + f.When(r.B) + ", before the legs have come round from the first; take the second lighter if they are heavy, or move it a day."
	case r.Rule == catalogue.STR4 && r.Note == "session":
		return f.Say("The session on "+f.When(r.A), " asks %0 hard sets of the legs, where %0 do the work; leave out the last ones if you are tired.", r.Measured, r.Limit)
	case r.Rule == catalogue.STR4:
		return f.Say("In "+f.week, " the legs have %0 hard %{set|sets}, where up to %0 is what they recover from well; leave out a set here and there if they stay sore.", r.Measured, r.Limit)
	case r.Rule == catalogue.STR5:
		return f.Say("In "+f.week, " the legs have %0 hard %{set|sets}, after about %0 a week lately: expect them to be sore for longer. Up to %0 would let them get used to it step by step.", r.Measured, f.UsualLegSets, r.Limit)
	case r.B == nil:
		return "The leg sets on " + f.When(r.A) + " go to the last repetition so near the race; stop one short, as it costs nothing now."
	}
	return f.Say("The leg sets on "+f.When(r.A), " stop %0 %{repetition|repetitions} short of the last you could do, ahead of the key session on "+f.When(r.B)+"; stopping %0 short would leave the legs fresher for it.", r.Measured, r.Limit)
}

func (f plain) rest(r *frame.Row) string {
	switch {
	case r.Rule == catalogue.RST1:
		return ""
	case r.Rule == catalogue.RST3 && r.A != nil && r.B != nil:
		return f.Say("Between the evening session on "+f.When(r.A)+" and the next on "+f.When(r.B), " lie %0 h, a short night's rest; a later start would help.", r.Measured)
	case r.Rule == catalogue.RST3:
		return ""
	case r.Note == "load":
		return f.Say("You have trained for weeks without a lighter one. "+capital(f.week), " bring %0 points of load; near %0 they would let the body take in what you have asked of it.", r.Measured, r.Limit)
	case r.Note == "leg sets":
		return f.Say("", "You have trained for weeks without a lighter one, and the legs have %0 hard %{set|sets} in "+f.week+"; a set or two fewer would let them take in what you have asked of them.", r.Measured)
	}
	return "You have trained for weeks without a lighter one; fewer hard sessions in " + f.week + " would let the body take in what you have asked of it."
}

func (f plain) running(r *frame.Row) string {
	switch {
	case r.Rule == catalogue.VOL1 && r.A != nil:
		return f.Say("The run on "+f.When(r.A), " lasts %0 min; beyond %0 min a run takes more than it gives, however long the race.", r.Measured/60, r.Limit/60)
	case r.Rule == catalogue.VOL1:
		runs := "the longest run is"
		if r.Note == "both" {
			runs = "the two long days are"
		}
		return f.Say("In "+f.week+" "+runs, " %0 %% of all your running, where %0 %% spreads it well; a longer easy run beside would even it out.", 100*r.Measured, 100*r.Limit)
	case r.Rule == catalogue.VOL3 && r.Note == "m":
		return f.Say("", "You run %1 km in "+f.week+", and the weeks before prepare for %1 km; shorten an easy run if anything begins to ache.", r.Measured/1000, r.Limit/1000)
	case r.Rule == catalogue.VOL3:
		return f.Say("", "You run %0 min in "+f.week+", and the weeks before prepare for %0 min; shorten an easy run if anything begins to ache.", r.Measured/60, r.Limit/60)
	case r.Rule == catalogue.VOL4:
		return f.Say("By "+f.DayName(r.To), " you have run %0 days in a row; a day without, or on a bike, would give tendons and bones their rest.", r.Measured)
	case r.A == nil || r.B != nil || r.Event != nil:
		return ""
	}
	return "The run on " + f.When(r.A) + " is a bigger step than your last runs prepare for; stop early if anything aches."
}

func (f plain) spike(r *frame.Row) string {
	session := "The " + r.A.Sport.Name() + " on " + f.When(r.A)
	switch r.Note {
	case "m":
		return f.Say(session, " is %0 m, a bigger step than from your longest of the last 30 days to %0 m; leave out some of the easy metres if your stroke goes.", r.Measured, r.Limit)
	case "brick":
		return f.Say("The run off the bike on "+f.When(r.A), " lasts %0 min, and the first in six weeks is best kept to %0; walk the rest if the legs are wooden.", r.Measured/60, r.Limit/60)
	case "legs":
		return f.Say("The lift on "+f.When(r.A), " has %0 hard %{set|sets} for the legs, more than the %0 that your last ones prepare for; leave one out if you are sore.", r.Measured, r.Limit)
	case "sets":
		return f.Say("The lift on "+f.When(r.A), " has %0 %{set|sets}, much for a first one in four weeks; %0 would do.", r.Measured, r.Limit)
	case "reserve":
		return f.Say("The hardest set on "+f.When(r.A), " stops %0 short of the last repetition; after four weeks without, stopping %0 short is soon enough.", r.Measured, r.Limit)
	}
	return f.Say(session, " lasts %0 min, a bigger step than from your longest of the last 30 days to %0 min; stop early if it gets hard.", r.Measured/60, r.Limit/60)
}

func (f plain) taper(r *frame.Row) string {
	if r.Event == nil {
		return ""
	}
	race := r.Event.Name
	switch {
	case (r.Rule == catalogue.TAP1 || r.Rule == catalogue.TAP6) && r.A == nil && r.AtLeast:
		return f.Say("Before "+race+" "+f.week, " have %0 %% of your usual endurance time; %0 %% would keep what you have built without tiring you.", 100*r.Measured, 100*r.Limit)
	case (r.Rule == catalogue.TAP1 || r.Rule == catalogue.TAP6) && r.A == nil:
		return f.Say("Before "+race+" "+f.week, " have %0 %% of your usual endurance time; with %0 %% you would arrive better rested, so cut an easy session short if you are tired.", 100*r.Measured, 100*r.Limit)
	case r.Rule == catalogue.TAP6:
		return "The session on " + f.When(r.A) + " is a hard one so near " + race + "; make it easy if the race matters to you."
	case r.Rule == catalogue.TAP2 && r.A == nil:
		return "There is nothing brisk in " + f.week + " before " + race + "; a few short pieces at race pace would keep the edge."
	case r.Rule == catalogue.TAP2 && r.AtLeast:
		return "The session on " + f.When(r.A) + " is gentler than your hard ones lately; one or two pieces more would keep the edge for " + race + "."
	case r.Rule == catalogue.TAP2:
		return "The session on " + f.When(r.A) + " is harder than opening the legs for " + race + " asks; one or two pieces fewer would do."
	case r.Rule == catalogue.TAP3:
		return f.Say("Before "+race+" "+f.week, " %[has|have] %0 %{session|sessions}; a short easy one more would keep you in your rhythm.", r.Measured)
	case r.Rule == catalogue.TAP5 && r.AtLeast:
		return f.Say("You come to "+race, " with a form of %+; from %+ on legs feel fresh. Fewer easy minutes in the last week would bring you there.", r.Measured, r.Limit)
	case r.Rule == catalogue.TAP5:
		return f.Say("You come to "+race, " with a form of %+, more rested than the %+ beyond which legs can feel flat; another easy session would keep them awake.", r.Measured, r.Limit)
	case r.Rule == catalogue.TAP4 && r.A != nil:
		return "The leg work on " + f.When(r.A) + " is near " + race + "; keep it light."
	}
	return ""
}

func (f plain) body(r *frame.Row) string {
	switch {
	case r.Rule == catalogue.RED4 && r.A != nil:
		return "Your heart-rate variability has been low for a week; take the session on " + f.When(r.A) + " easy if you feel it too."
	case r.Rule == catalogue.RED4:
		return "Your heart-rate variability has been low for a week; a day of rest would do you good."
	case r.Rule == catalogue.RED5 && r.A != nil:
		return "The night before the session on " + f.When(r.A) + " was short; take it a step easier."
	case r.Rule == catalogue.RED6:
		return f.stated()
	case r.Rule == catalogue.RET4:
		return "Some of what matters most in " + f.week + " had to go; if there is time after all, do that first."
	}
	return ""
}

// maxNamed is how many sessions a sentence names.
const maxNamed = 5

// stated names the sessions that stay though they go against what is stated.
func (f plain) stated() string {
	var named []string
	because, more := "", 0
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || i.Because == "" {
			continue
		}
		if len(named) == maxNamed {
			more++
			continue
		}
		named = append(named, i.Session.Title+" on "+f.When(i))
		if because == "" {
			because = i.Because + ": " + i.Why
		}
	}
	text := strings.Join(named, ", ")
	if more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text + " stands against what is stated (" + because + "): take it out, or ask first whether you may."
}

func (f plain) athlete(r *frame.Row) string {
	switch {
	case r.Rule == catalogue.DAT2 && r.Missing && !frame.KnowsThreshold(&f.Input.Profile):
		return "Your threshold is not known yet, so hard efforts go by feel; a test, when you like, would give them numbers."
	case r.Rule == catalogue.DAT2 && r.Missing:
		return "When your thresholds were measured is not known, so take hard efforts by feel; a test would give them fresh numbers."
	case r.Rule == catalogue.DAT2:
		return f.Say("", "Your thresholds are %0 days old: take hard efforts by feel where the numbers seem off; a test would renew them.", r.Measured)
	case r.Rule == catalogue.WHO2 && r.A == nil:
		return f.Say("By "+f.DayName(r.To), " you run on %0 days in a row; in the first months a day between would give tendons and bones their rest.", r.Measured)
	case r.A != nil && r.Note == "reserve":
		return f.Say("The hardest set on "+f.When(r.A), " stops %0 %{repetition|repetitions} short of the last you could do; stopping %0 short is soon enough for now.", r.Measured, r.Limit)
	}
	return ""
}

func (f plain) decided(r *frame.Row) string {
	switch r.Rule {
	case catalogue.FIL1:
		return f.Say("", "There %[is|are] %0 %{lift|lifts} in "+f.week+", where the week has room for %0; leave out the last one if you are short of time.", r.Measured, r.Limit)
	case catalogue.WIN1:
		if r.B == nil && r.A != nil {
			return "The session on " + f.When(r.A) + " is one for another part of the season; it stays because it stands there already."
		}
	case catalogue.MIN1:
		return f.Say("In "+f.week, " there %[is|are] %0 %{session|sessions} of "+r.Note+", where %0 were meant: one more would keep you in touch with it, as soon as a day has room.", r.Measured, r.Limit)
	case catalogue.PRG1:
		if r.Note == "long" {
			return f.Say("The long session on "+f.When(r.A), " is %0 %% off the length that would come next; the next one makes up for it.", 100*r.Measured)
		}
		return "The session on " + f.When(r.A) + " is not quite the step that would come next; it is the nearest that fits here."
	case catalogue.BUD1, catalogue.LD8:
		if r.AtLeast {
			return f.Say("In "+f.week, " there is room for %0 %% of the minutes that were meant for them; more hours, or a longer easy session, would bring the rest.", 100*r.Measured)
		}
		return f.Say("In "+f.week, " the sessions come to %0 %% of the minutes that were meant for them; shorten an easy one if you are short of time.", 100*r.Measured)
	}
	return ""
}

func capital(text string) string { return string(text[0]-'a'+'A') + text[1:] }
