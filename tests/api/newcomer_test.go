package api_test

import (
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// newcomer is somebody who has a page of docs/ and nothing else: sends its documents as they stand, fills in what they ask for by name, and counts.
type newcomer struct {
	*client

	page  string
	names []string
	text  map[string]string
	sent  []string
	known vars
}

func (w *world) newcomer(t testing.TB, page, email string) *newcomer {
	names, text := documentsOf(t, page)
	c := &client{url: w.url, email: email, password: "sixteen-wheels-on-a-page"}
	return &newcomer{client: c, page: page, names: names, text: text, known: vars{"email": c.email, "password": c.password}}
}

var variableOf = regexp.MustCompile(`\$(\w+):`)

// given are the variables of a document, all of which must be known by now.
func (n *newcomer) given(t testing.TB, name string) vars {
	t.Helper()
	text, is := n.text[name]
	if !is {
		t.Fatalf("%s has no document %s", n.page, name)
	}
	head, _, _ := strings.Cut(text, "{\n")
	given := vars{}
	for _, found := range variableOf.FindAllStringSubmatch(head, -1) {
		value, is := n.known[found[1]]
		if !is && !strings.Contains(head, "$"+found[1]+": Int") {
			t.Fatalf("%s of %s wants $%s, which nothing has told", name, n.page, found[1])
		}
		given[found[1]] = value
	}
	n.sent = append(n.sent, name)
	return given
}

func (n *newcomer) call(t testing.TB, name string, data any) {
	t.Helper()
	n.ask(t, n.text[name], n.given(t, name), data)
}

// watch is one call: a subscription to its end. It returns how many events came, and the last.
func (n *newcomer) watch(t testing.TB, name string) (events int, last event) {
	t.Helper()
	s, err := overSocket(t.Context(), n.client, n.text[name], n.given(t, name))
	must(t, err)
	defer func() { _ = s.conn.Close() }()
	for {
		a, err := s.receive()
		if errors.Is(err, io.EOF) {
			return events, last
		}
		must(t, err)
		var data struct{ PlanEvents event }
		must(t, json.Unmarshal(a.Data, &data))
		events, last = events+1, data.PlanEvents
	}
}

// counts says whether it took that many calls at most.
func (n *newcomer) counts(t testing.TB, most int) {
	t.Helper()
	if len(n.sent) > most {
		t.Errorf("%s takes %d calls: %v", n.page, len(n.sent), n.sent)
	}
}

func (n *newcomer) signUp(t testing.TB) {
	t.Helper()
	var data struct{ SignUp payload }
	n.call(t, "SignUp", &data)
	n.use(data.SignUp)
}

type newcomersDay struct {
	Date     string
	Sessions []struct {
		ID, Start, Rationale string
		Workout              struct{ ID, Title, Sport string }
		Resolved             struct{ Instructions []string }
	}
}

// endsWell says whether the fortnight that the page ends with is one that the athlete, whose calf is tight, may train by: it has sessions, none of them
// against what was said of the body, and no HARD rule is broken.
func (n *newcomer) endsWell(t testing.TB) {
	t.Helper()
	var data struct {
		Calendar struct {
			Days        []newcomersDay
			Certificate struct{ Violations []violation }
		}
	}
	n.ask(t, `{ calendar { days { date sessions { id workout { title sport } } } certificate { violations { rule { id } severity message } } } }`, nil, &data)
	ahead := 0
	for _, day := range data.Calendar.Days {
		for _, s := range day.Sessions {
			if day.Date > today.String() {
				if ahead++; s.Workout.Sport == "RUN" {
					t.Errorf("on %s, with a tight calf: %s", day.Date, s.Workout.Title)
				}
			}
		}
	}
	for _, v := range data.Calendar.Certificate.Violations {
		if v.Severity == "HARD" {
			t.Errorf("%s: %s", v.Rule.ID, v.Message)
		}
	}
	if ahead < 4 {
		t.Errorf("%d sessions are ahead", ahead)
	}
}

// An athlete who has docs/for-athletes.md alone lives with a fortnight in eight calls, of which four are to the plan; the coach whom the athlete
// invites, with docs/for-coaches.md alone, sees it with three.
func TestAnAthleteAndACoachBeginWithTheirPagesAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	athlete := w.newcomer(t, "for-athletes.md", "kim@example.com")
	for variable, value := range map[string]any{
		"race": (today + 60).String(), "wish": "no running on Mondays; a ride on Saturday",
	} {
		athlete.known[variable] = value
	}
	athlete.signUp(t)
	var begun struct {
		GeneratePlan struct {
			Run struct{ ID, From string }
		}
	}
	athlete.call(t, "Begin", &begun)
	athlete.known["run"] = begun.GeneratePlan.Run.ID
	if events, last := athlete.watch(t, "Watch"); events < 50 || last.Type != "RunSucceeded" {
		t.Fatalf("%d events, the last %+v", events, last)
	}
	var plan struct {
		PlanRun struct {
			Status, Wish string
			Applied      bool
			Wishes       []struct{ Met *bool }
			Calendar     struct {
				From, To    string
				Days        []newcomersDay
				Certificate struct{ Verdict string }
			}
		}
	}
	athlete.call(t, "Plan", &plan)
	p := plan.PlanRun
	var mondays, saturdays []string
	free, moved := "", ""
	for i, day := range p.Calendar.Days {
		date := today.AddDays(i)
		for _, s := range day.Sessions {
			if s.Rationale == "" || len(s.Resolved.Instructions) == 0 {
				t.Errorf("%s has no reason or no instructions", s.Workout.Title)
			}
			switch date.Weekday() {
			case training.Monday:
				mondays = append(mondays, s.Workout.Sport)
			case training.Saturday:
				saturdays = append(saturdays, s.Workout.Sport)
			}
			athlete.known["session"], moved = s.ID, s.Workout.Title
		}
		if len(day.Sessions) == 0 && i > 1 && free == "" {
			free = day.Date
		}
	}
	if p.Status != "SUCCEEDED" || !p.Applied || p.Wish == "" || len(p.Wishes) < 2 || len(p.Calendar.Days) != 14 || moved == "" || p.Calendar.From != today.String() ||
		slices.Contains(mondays, "RUN") || !slices.Contains(saturdays, "RIDE") {
		t.Fatalf("the plan is %+v", p)
	}
	athlete.counts(t, 4)

	athlete.known["day"], athlete.known["start"] = free, "18:00"
	var why struct {
		WhyNot struct{ Verdict, Message string }
	}
	if athlete.call(t, "WhyNot", &why); why.WhyNot.Message == "" {
		t.Error("why not is not said")
	}
	var data json.RawMessage
	if athlete.call(t, "Move", &data); !strings.Contains(string(data), free) {
		t.Errorf("moved: %s", data)
	}
	athlete.known["day"] = today.String()
	athlete.call(t, "Done", &data)
	athlete.known["wish"] = "an easy week"
	var again struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	athlete.call(t, "Again", &again)
	athlete.counts(t, 8)
	if sent := slices.Clone(athlete.sent); !slices.Equal(sent, athlete.names) {
		t.Errorf("the page has %v, and %v were sent", athlete.names, sent)
	}
	if events := athlete.subscribe(t, overSocket, again.GeneratePlan.Run.ID, 0).rest(t); events[len(events)-1].Type != "RunSucceeded" {
		t.Errorf("planned anew: %+v", events[len(events)-1])
	}
	athlete.endsWell(t)

	coach := w.newcomer(t, "for-coaches.md", "alex@example.com")
	coach.signUp(t)
	var invited struct{ InviteCoach struct{ Next string } }
	athlete.ask(t, `mutation($email: String!) { inviteCoach(input: {email: $email}) { next } }`, vars{"email": coach.email}, &invited)
	if next := invited.InviteCoach.Next; !strings.Contains(next, "acceptInvitation") || !strings.Contains(next, "role COACH") {
		t.Errorf("invited: %s", next)
	}
	var invitations struct {
		CoachInvitations []struct{ Athlete struct{ ID string } }
	}
	coach.call(t, "Invitations", &invitations)
	coach.known["athlete"] = invitations.CoachInvitations[0].Athlete.ID
	var accepted struct {
		AcceptInvitation struct {
			Athlete struct {
				Name     string
				Calendar struct{ Days []newcomersDay }
			}
		}
	}
	coach.call(t, "Accept", &accepted)
	sessions := 0
	for _, day := range accepted.AcceptInvitation.Athlete.Calendar.Days {
		sessions += len(day.Sessions)
	}
	if accepted.AcceptInvitation.Athlete.Name != "Kim" || sessions < 4 {
		t.Errorf("the coach sees %+v", accepted)
	}
	coach.counts(t, 3)

	coach.known["wish"] = "a hard run on Thursday"
	var planned struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	coach.call(t, "Plan", &planned)
	run := planned.GeneratePlan.Run.ID
	if events := coach.subscribe(t, overSocket, run, 0).rest(t); events[len(events)-1].Type != "RunSucceeded" {
		t.Fatalf("the coach's run ends with %+v", events[len(events)-1])
	}
	coach.known["run"] = run
	var candidates struct {
		PlanRun struct{ Candidates []json.RawMessage }
	}
	if coach.call(t, "Candidates", &candidates); len(candidates.PlanRun.Candidates) == 0 {
		t.Error("there are no candidates")
	}
	coach.call(t, "Choose", &data)
	var watched struct {
		Athletes struct {
			Nodes []struct {
				Name     string
				Calendar struct{ Days []newcomersDay }
			}
		}
	}
	coach.call(t, "Athletes", &watched)
	for _, who := range watched.Athletes.Nodes {
		for _, day := range who.Calendar.Days {
			for _, s := range day.Sessions {
				coach.known["session"] = s.ID
			}
		}
	}
	if len(watched.Athletes.Nodes) != 1 || watched.Athletes.Nodes[0].Name != "Kim" {
		t.Errorf("the coach's athletes: %+v", watched)
	}
	if coach.call(t, "Note", &data); !strings.Contains(string(data), `"coachNote":"Hold back`) || !strings.Contains(string(data), `"athleteNote":null`) {
		t.Errorf("noted: %s", data)
	}
	if !slices.Equal(coach.sent, coach.names) {
		t.Errorf("the page has %v, and %v were sent", coach.names, coach.sent)
	}
}

// Who builds a client has docs/clients.md: a token, a run and its decisions, one by one, take the first three documents.
func TestAClientBeginsWithThreeCalls(t *testing.T) {
	t.Parallel()
	n := newWorld(t).newcomer(t, "clients.md", "sam@example.com")
	n.known["race"] = (today + 60).String()
	n.signUp(t)
	var begun struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	n.call(t, "Begin", &begun)
	n.known["run"] = begun.GeneratePlan.Run.ID
	if events, last := n.watch(t, "Watch"); events < 50 || last.Type != "RunSucceeded" || last.Sequence != events {
		t.Errorf("%d events, the last %+v", events, last)
	}
	if n.counts(t, 3); !slices.Equal(n.sent, n.names[:3]) {
		t.Errorf("the page begins with %v, and %v were sent", n.names[:3], n.sent)
	}
}
