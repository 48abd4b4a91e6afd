package api_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// restriction is the id of one of the athlete's, told in a check-in.
func (c *client) restriction(t testing.TB) string {
	t.Helper()
	c.ask(t, `mutation { checkIn(input: {date: "2026-11-25", note: "runner's knee again"}) { checkIn { note } } }`, nil, &struct{}{})
	return c.restrictions(t)[0].ID
}

type restriction struct {
	ID, Condition, SaidIn, Words, SaidOn string
	Open                                 bool
	Clearance                            *string
}

func (c *client) restrictions(t testing.TB) []restriction {
	t.Helper()
	var got struct {
		Me struct{ Restrictions []restriction }
	}
	c.ask(t, `{ me { restrictions { id condition saidIn words saidOn open clearance } } }`, nil, &got)
	return got.Me.Restrictions
}

// What is said of the body in a wish, a goal, a check-in or a comment holds in every certificate until the athlete states that it is over.
func TestWhatIsSaidOfTheBodyHolds(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	c.ask(t, `mutation { checkIn(input: {date: "2026-11-25", note: "slept fine. My Achilles was sore yesterday, no fever"}) { checkIn { date } } }`, nil, &struct{}{})
	c.ask(t, `mutation { updateProfile(input: {goal: "half marathon after a stress fracture"}) { user { id } } }`, nil, &struct{}{})
	run, events := c.plan(t, vars{"wish": "had chest pain yesterday during intervals; long run on Sunday"})
	if last := events[len(events)-1]; last.Type != "RunSucceeded" || !strings.Contains(last.Message, "doctor today") {
		t.Fatal(last.Message)
	}
	var got struct {
		PlanRun struct {
			Changes []struct{ Kind string }
			Wishes  []struct {
				Met    bool
				Reason string
				Stated bool
				Wish   struct{ Kind, Quote string }
			}
			Certificate struct{ Restrictions []restriction }
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { changes { kind } wishes { met reason stated wish { kind quote } } certificate { restrictions { id condition saidIn } } } }`, vars{"id": run}, &got)
	for _, s := range got.PlanRun.Changes {
		if s.Kind != "KEPT" && s.Kind != "REMOVED" {
			t.Error("something is planned after chest pain")
		}
	}
	if len(got.PlanRun.Certificate.Restrictions) != 3 {
		t.Errorf("%+v", got.PlanRun)
	}
	for _, w := range got.PlanRun.Wishes {
		if w.Reason == "" || w.Stated || w.Wish.Kind == "PREFER" && (w.Met || !strings.Contains(w.Reason, "chest pain")) {
			t.Errorf("%+v", w)
		}
	}
	list := c.restrictions(t)
	sources := map[string]string{}
	for _, r := range list {
		sources[r.Condition] = r.SaidIn
		if !r.Open || r.SaidOn != "2026-11-25" {
			t.Errorf("%+v", r)
		}
	}
	if len(list) != 3 || sources["CHEST_PAIN"] != "WISH" || sources["STRESS_FRACTURE"] != "GOAL" || sources["HURT_ACHILLES"] != "CHECK_IN" {
		t.Fatalf("%+v", list)
	}
	certified := func() []restriction {
		t.Helper()
		c.ask(t, `query($id: ID!) { planRun(id: $id) { certificate { restrictions { id condition saidIn words saidOn open clearance } } } }`, vars{"id": run}, &got)
		return got.PlanRun.Certificate.Restrictions
	}
	clearOne := `mutation($id: ID!) { clearRestriction(input: {restrictionId: $id, statement: "a cardiologist has cleared me"}) { restriction { open clearance clearedAt } } }`
	for _, r := range list {
		c.ask(t, clearOne, vars{"id": r.ID}, &struct{}{})
		if a := c.answer(t, clearOne, vars{"id": r.ID}); a.code() != "CONFLICT" {
			t.Errorf("cleared twice: %s", a.body)
		}
	}
	list = c.restrictions(t)
	for _, r := range list {
		if r.Open || r.Clearance == nil {
			t.Errorf("%+v", r)
		}
	}
	for _, r := range certified() { // which has been stored before
		if !slices.ContainsFunc(list, func(now restriction) bool { return reflect.DeepEqual(now, r) }) {
			t.Errorf("a certificate says %+v of what is now %+v", r, list)
		}
	}
	if _, events = c.plan(t, vars{"wish": "long run on Sunday"}); strings.Contains(events[len(events)-1].Message, "Because of") {
		t.Error("what was cleared holds: " + events[len(events)-1].Message)
	}
}

// A statement that one thing is over is heard for what it says of another.
func TestAStatementIsHeard(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	c.ask(t, `mutation { checkIn(input: {date: "2026-11-25", note: "my left knee aches"}) { checkIn { note } } }`, nil, &struct{}{})
	for _, r := range c.restrictions(t) {
		c.ask(t, `mutation($id: ID!) { clearRestriction(input: {restrictionId: $id, statement: "no more knee pain for two weeks, but my calf hurts now"}) { restriction { open } } }`,
			vars{"id": r.ID}, &struct{}{})
	}
	open := map[string]bool{}
	for _, r := range c.restrictions(t) {
		open[r.Condition] = r.Open
	}
	if open["HURT_KNEE"] || !open["HURT_CALF"] || len(open) != 2 {
		t.Errorf("%v", open)
	}
}

// Whatever an athlete writes is heard, wherever it stands.
func TestEveryTextIsHeard(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	for _, text := range []struct{ mutation, condition, source string }{
		{`mutation { logActivities(input: {activities: [{date: "2026-11-24", sport: RUN, durationSeconds: 3600, rpe: 4, note: "tweaked my hamstring on the last sprint"}]}) { activities { note } } }`, "HURT_HAMSTRING", "NOTE"},
		{`mutation { checkIn(input: {date: "2026-11-25", note: "my left knee aches"}) { checkIn { note } } }`, "HURT_KNEE", "CHECK_IN"},
		{`mutation { updateProfile(input: {goal: "a 10 km race after my hip replacement"}) { user { profile { goal } } } }`, "JOINT_REPLACEMENT", "GOAL"},
		{`mutation { updateProfile(input: {equipmentOnDates: [{from: "2026-12-01", to: "2026-12-03", equipment: [], note: "at home with bronchitis"}]}) { user { profile { goal } } } }`, "ILL_BELOW_NECK", "NOTE"},
	} {
		c.ask(t, text.mutation, nil, &struct{}{})
		heard := false
		for _, r := range c.restrictions(t) {
			heard = heard || r.Condition == text.condition && r.SaidIn == text.source
		}
		if !heard {
			t.Errorf("not heard: %s: %+v", text.mutation, c.restrictions(t))
		}
	}
}

// What was read of a wish is corrected and sent again as data, and a question is answered with one of its readings.
func TestWishesAreCorrected(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	run, _ := c.plan(t, vars{"wish": "10 km on Friday; no running until Monday", "apply": false})
	var got struct {
		PlanRun struct {
			Wish      string
			Questions []struct {
				Words, Asks string
				Taken       *int
				Readings    []struct {
					Says   string
					Wishes []struct {
						Kind, Sport string
						Meters      *int
						Dates       []string
					}
				}
			}
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { wish questions { words asks taken readings { says wishes { kind sport meters dates } } } } }`, vars{"id": run}, &got)
	if q := got.PlanRun.Questions; len(q) != 2 || q[0].Taken != nil || len(q[0].Readings) != 3 || q[1].Taken == nil || got.PlanRun.Wish == "" {
		t.Fatalf("%+v", got)
	}
	taken := got.PlanRun.Questions[0].Readings[1].Wishes[0]
	run, _ = c.plan(t, vars{"wishes": []vars{{"kind": taken.Kind, "sport": taken.Sport, "meters": *taken.Meters, "dates": taken.Dates}}, "apply": false})
	var again struct {
		PlanRun struct {
			Wishes []struct {
				Stated bool
				Reason string
				Wish   struct {
					Kind, Sport string
					Confidence  float64
					Quote       *string
				}
			}
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { wishes { stated reason wish { kind sport confidence quote } } } }`, vars{"id": run}, &again)
	if w := again.PlanRun.Wishes; len(w) != 1 || !w[0].Stated || w[0].Reason == "" || w[0].Wish.Sport != "RIDE" || w[0].Wish.Confidence != 1 || w[0].Wish.Quote != nil {
		t.Errorf("%+v", w)
	}
}

// A birth is told with its day, in words or as data, and what is cleared has the way back that plans follow, unless it never was so.
func TestSinceWhenAndHowItEnded(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	type state struct {
		ID, Condition            string
		Since, ClearedOn, Ending *string
		WayBack                  []struct{ Allows, From, Until string }
	}
	list := func() map[string]state {
		var got struct {
			Me struct{ Restrictions []state }
		}
		c.ask(t, `{ me { restrictions { id condition since clearedOn ending wayBack { allows from until } } } }`, nil, &got)
		of := map[string]state{}
		for _, r := range got.Me.Restrictions {
			of[r.Condition] = r
		}
		return of
	}
	c.ask(t, `mutation { checkIn(input: {date: "2026-11-25", note: "gave birth on 3 October, my calf aches and I had a concussion"}) { checkIn { note } } }`, nil, &struct{}{})
	if r := list()["POSTPARTUM"]; r.Since == nil || *r.Since != "2026-10-03" {
		t.Errorf("%+v", r)
	}
	c.ask(t, `mutation { stateCondition(input: {condition: CONCUSSION, since: "2026-11-20"}) { restriction { id } } }`, nil, &struct{}{})
	c.ask(t, `mutation { stateCondition(input: {condition: POSTPARTUM, since: "2026-08-03"}) { restriction { id } } }`, nil, &struct{}{})
	c.ask(t, `mutation { stateCondition(input: {condition: POSTPARTUM}) { restriction { id } } }`, nil, &struct{}{})
	now := list()
	if len(now) != 3 || *now["POSTPARTUM"].Since != "2026-08-03" || *now["CONCUSSION"].Since != "2026-11-20" {
		t.Fatalf("%+v", now)
	}
	over := `mutation($id: ID!, $ending: RestrictionEnding!) { clearRestriction(input: {restrictionId: $id, ending: $ending, statement: "cleared"}) { restriction { open } } }`
	for condition, ending := range map[string]string{"POSTPARTUM": "OVER", "CONCUSSION": "OVER", "HURT_CALF": "NEVER_SO"} {
		c.ask(t, over, vars{"id": now[condition].ID, "ending": ending}, &struct{}{})
	}
	now = list()
	for condition, rungs := range map[string]int{"POSTPARTUM": 10, "CONCUSSION": 4, "HURT_CALF": 0} {
		r := now[condition]
		if len(r.WayBack) != rungs || r.ClearedOn == nil || *r.ClearedOn != "2026-11-25" || rungs > 0 && r.WayBack[0].From != "2026-11-25" {
			t.Errorf("%+v", r)
		}
	}
}

// What a profile states is a restriction as well: it ends where it is taken out or cleared, and has its way back.
func TestConditionsOfAProfileEndToo(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	state := func(conditions string) {
		c.ask(t, `mutation($seen: Int) { updateProfile(input: {conditions: `+conditions+`, revision: $seen}) { user { id } } }`, vars{"seen": c.seen(t)}, &struct{}{})
	}
	state(`[STRESS_FRACTURE, HURT_KNEE, HEAT]`)
	open := func() (ids map[string]string) {
		ids = map[string]string{}
		for _, r := range c.restrictions(t) {
			if r.Open {
				ids[r.Condition] = r.ID
			}
		}
		return ids
	}
	if len(open()) != 3 {
		t.Fatalf("%v", open())
	}
	state(`[HURT_KNEE, HEAT]`)
	c.ask(t, `mutation($id: ID!) { clearRestriction(input: {restrictionId: $id, statement: "fine"}) { restriction { open } } }`, vars{"id": open()["HURT_KNEE"]}, &struct{}{})
	var got struct {
		Me struct {
			Profile      struct{ Conditions []string }
			Restrictions []struct {
				Condition string
				Open      bool
				WayBack   []struct{ From string }
			}
		}
	}
	c.ask(t, `{ me { profile { conditions } restrictions { condition open wayBack { from } } } }`, nil, &got)
	rungs := map[string]int{}
	for _, r := range got.Me.Restrictions {
		rungs[r.Condition] = len(r.WayBack)
	}
	if len(open()) != 1 || rungs["STRESS_FRACTURE"] != 4 || rungs["HURT_KNEE"] != 3 || len(got.Me.Profile.Conditions) != 1 {
		t.Errorf("%+v", got)
	}
}

// Sessions that a hand puts on the days of a way back are warned of by the certificate.
func TestTheCertificateKnowsTheWayBack(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	c.ask(t, `mutation { stateCondition(input: {condition: STRESS_FRACTURE, since: "2026-09-20"}) { restriction { id } } }`, nil, &struct{}{})
	broken := func() (ids []string) {
		var got struct {
			Calendar struct {
				Certificate struct {
					Violations []struct {
						Rule    struct{ ID string }
						Message string
					}
				}
			}
		}
		c.ask(t, `{ calendar(from: "2026-11-26", days: 14) { certificate { violations { rule { id } message } } } }`, nil, &got)
		for _, v := range got.Calendar.Certificate.Violations {
			if v.Rule.ID == "RET-5" {
				ids = append(ids, v.Message)
			}
		}
		return ids
	}
	c.schedule(t, c.id, c.libraryWorkout(t, vars{"sports": []string{"RUN"}}), today+2, "07:00")
	for _, r := range c.restrictions(t) {
		c.ask(t, `mutation($id: ID!) { clearRestriction(input: {restrictionId: $id, statement: "the doctor says it has healed"}) { restriction { open } } }`, vars{"id": r.ID}, &struct{}{})
	}
	if got := broken(); len(got) == 0 || !strings.Contains(strings.Join(got, " "), "a stress fracture") {
		t.Errorf("%v", got)
	}
}

// Wishes of days in a row, of a day, of metres and of what is before something are shown as they were read, without that the plan is applied; corrected,
// they are sent again as data, and applied. One that is not met says so, with a reason.
func TestLimitsAreCorrectedAndApplied(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	type wish struct {
		Kind, Strength, Bound, Per, Sport, Session *string
		Count, Meters                              *int
		Dates                                      []string
	}
	type shown struct {
		PlanRun struct {
			Wishes []struct {
				Stated, Met bool
				Reason      string
				Wish        wish
			}
		}
	}
	ask := func(run string) (got shown) {
		c.ask(t, `query($id: ID!) { planRun(id: $id) { wishes { stated met reason wish { kind strength bound per sport session count meters dates } } } }`, vars{"id": run}, &got)
		return got
	}
	said := func(w wish) string {
		text := ""
		for _, s := range []*string{w.Kind, w.Session, w.Sport, w.Bound, w.Per} {
			if s != nil {
				text += *s + " "
			}
		}
		return strings.TrimSpace(text)
	}
	run, _ := c.plan(t, vars{"wish": "at most 4 days in a row; no doubles; max 9 km per run; nothing hard the day before my long run; at least 12 swims a week", "apply": false})
	read := ask(run).PlanRun.Wishes
	want := []string{"LIMIT AT_MOST IN_A_ROW", "LIMIT AT_MOST DAY", "LIMIT RUN AT_MOST DAY", "EASY_BEFORE LONG RUN", "LIMIT SWIM AT_LEAST WEEK"}
	if len(read) != len(want) {
		t.Fatalf("%d wishes: %+v", len(read), read)
	}
	var corrected []vars
	for i, w := range read {
		if said(w.Wish) != want[i] || w.Stated || w.Reason == "" {
			t.Errorf("wish %d: %q, stated %v, %q", i, said(w.Wish), w.Stated, w.Reason)
		}
		v := vars{"dates": w.Wish.Dates}
		for name, value := range map[string]*string{"kind": w.Wish.Kind, "strength": w.Wish.Strength, "bound": w.Wish.Bound, "per": w.Wish.Per, "sport": w.Wish.Sport, "session": w.Wish.Session} {
			if value != nil {
				v[name] = *value
			}
		}
		if w.Wish.Count != nil {
			v["count"] = *w.Wish.Count
		}
		if w.Wish.Meters != nil {
			v["meters"] = *w.Wish.Meters
		}
		corrected = append(corrected, v)
	}
	if w := read[4]; w.Met {
		t.Errorf("12 swims a week are met: %q", w.Reason)
	}
	corrected[0]["count"], corrected[2]["meters"] = 3, 8000
	run, _ = c.plan(t, vars{"wishes": corrected[:4]})
	applied := ask(run).PlanRun.Wishes
	if len(applied) != 4 {
		t.Fatalf("%+v", applied)
	}
	for i, w := range applied {
		if said(w.Wish) != want[i] || !w.Stated || !w.Met {
			t.Errorf("applied wish %d: %q, stated %v, met %v: %q", i, said(w.Wish), w.Stated, w.Met, w.Reason)
		}
	}
	if applied[0].Wish.Count == nil || *applied[0].Wish.Count != 3 || applied[2].Wish.Meters == nil || *applied[2].Wish.Meters != 8000 {
		t.Errorf("the correction was lost: %+v", applied)
	}
}

// Whoever says something of an athlete's body is named with it, in whatever they say it; of a coach whose account is gone it is known that it was one.
func TestWhoSaidItIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	s := c.schedule(t, c.id, c.createWorkout(t, "easy"), today, "07:00")
	c.ask(t, `mutation { checkIn(input: {date: "2026-11-25", note: "my left knee aches"}) { checkIn { date } } }`, nil, new(any))
	c.ask(t, `mutation { updateProfile(input: {goal: "a 10 km race after my hip replacement"}) { user { id } } }`, nil, new(any))
	coach.ask(t, noteSession, vars{"id": s, "note": "Your Achilles hurts, so no hills"}, new(any))
	coach.ask(t, `mutation($a: ID) { stateCondition(input: {athleteId: $a, condition: FEVER}) { restriction { id } } }`, vars{"a": c.id}, new(any))
	type said struct {
		Condition, SaidIn, Sayer string
		SaidBy                   *struct{ ID, Name string }
	}
	read := func(of *client) map[string]said {
		t.Helper()
		var got struct {
			Athlete  struct{ Restrictions []said }
			Calendar struct {
				Certificate struct{ Restrictions []said }
			}
		}
		of.ask(t, `query($a: ID!) { athlete(id: $a) { restrictions { ...said } } calendar(athleteId: $a) { certificate { restrictions { ...said } } } }
			fragment said on Restriction { condition saidIn sayer saidBy { id name } }`, vars{"a": c.id}, &got)
		by := map[string]said{}
		for _, r := range got.Athlete.Restrictions {
			by[r.Condition] = r
		}
		for _, r := range got.Calendar.Certificate.Restrictions {
			if !reflect.DeepEqual(r, by[r.Condition]) {
				t.Errorf("a certificate says %+v, the athlete %+v", r, by[r.Condition])
			}
		}
		if len(by) != 4 || len(got.Calendar.Certificate.Restrictions) != 4 {
			t.Errorf("%+v", got)
		}
		return by
	}
	for _, of := range []*client{c, coach} {
		for condition, want := range map[string][3]string{
			"HURT_KNEE": {"CHECK_IN", "ATHLETE", c.id}, "JOINT_REPLACEMENT": {"GOAL", "ATHLETE", c.id},
			"HURT_ACHILLES": {"NOTE", "COACH", coach.id}, "FEVER": {"STATED", "COACH", coach.id},
		} {
			if r := read(of)[condition]; r.SaidIn != want[0] || r.Sayer != want[1] || r.SaidBy == nil || r.SaidBy.ID != want[2] {
				t.Errorf("%s: %+v, want %v", condition, r, want)
			}
		}
	}
	coach.ask(t, deleteAccount, vars{"password": coach.password}, new(any))
	if r := read(c)["FEVER"]; r.Sayer != "FORMER_COACH" || r.SaidBy != nil {
		t.Errorf("of a coach who is gone: %+v", r)
	}
}
