package api_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/server"
	"fortnight/training"
)

var (
	fenced    = regexp.MustCompile("(?s)```graphql\n(.*?)```")
	operation = regexp.MustCompile(`^(query|mutation|subscription) (\w+)`)
)

// documentsOf are the documents of a page, by name and in order.
func documentsOf(t testing.TB, page string) (names []string, text map[string]string) {
	t.Helper()
	source, err := os.ReadFile("../../docs/" + page)
	must(t, err)
	text = map[string]string{}
	for _, block := range fenced.FindAllStringSubmatch(string(source), -1) {
		head := operation.FindStringSubmatch(block[1])
		if head == nil || text[head[2]] != "" {
			t.Fatalf("a document without a name of its own:\n%s", block[1])
		}
		names, text[head[2]] = append(names, head[2]), block[1]
	}
	return names, text
}

// Every document of docs/clients.md runs, in its order, and does what the page says: from the documents alone an athlete has a plan with
// three calls, and a coach sees it with two.
func TestTheDocumentsOfThePageForClientsRun(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	names, text := documentsOf(t, "clients.md")
	c, coach := &client{url: w.url, email: "robin@example.com", password: "sixteen-wheels-on-a-page"}, w.user(t, training.RoleCoach)
	known := vars{
		"email": c.email, "password": c.password, "race": (today + 60).String(), "coach": coach.email, "after": 0,
	}
	asked := map[string]bool{}
	ask := func(who *client, name string, data any) {
		t.Helper()
		given := vars{}
		for variable, value := range known {
			if strings.Contains(text[name], "$"+variable+":") {
				given[variable] = value
			}
		}
		who.ask(t, text[name], given, data)
		asked[name] = true
	}

	var signed struct{ SignUp payload }
	ask(c, "SignUp", &signed)
	c.use(signed.SignUp)
	known["refresh"] = c.refresh
	var bounds struct{ Limits struct{ DocumentPoints int } }
	if ask(&client{url: w.url}, "Limits", &bounds); bounds.Limits.DocumentPoints != server.Limits.DocumentPoints {
		t.Errorf("the limits are %+v", bounds)
	}
	var begun struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	ask(c, "Begin", &begun)
	known["run"] = begun.GeneratePlan.Run.ID
	for _, over := range transports {
		s, err := over(t.Context(), c, text["Watch"], vars{"run": known["run"]})
		must(t, err)
		last := ""
		for {
			a, err := s.receive()
			if errors.Is(err, io.EOF) {
				break
			}
			must(t, err)
			last = string(a.Data)
		}
		if _ = s.conn.Close(); !strings.Contains(last, "RunSucceeded") {
			t.Fatalf("the run ends with %s", last)
		}
	}
	asked["Watch"] = true
	type decisions struct {
		PlanRun struct {
			Events struct {
				Nodes      []struct{ Sequence int }
				PageInfo   struct{ EndCursor string }
				TotalCount int
			}
		}
	}
	var firstDecisions, nextDecisions decisions
	ask(c, "Decisions", &firstDecisions)
	known["page"] = firstDecisions.PlanRun.Events.PageInfo.EndCursor
	ask(c, "Decisions", &nextDecisions)
	if a, b := firstDecisions.PlanRun.Events, nextDecisions.PlanRun.Events; len(a.Nodes) != 5 || len(b.Nodes) == 0 || a.Nodes[4].Sequence >= b.Nodes[0].Sequence || a.TotalCount != b.TotalCount || a.TotalCount < 6 {
		t.Errorf("of the run are read %+v and %+v", a, b)
	}
	delete(known, "page")
	type session struct {
		ID, Start string
		Workout   struct{ ID, Title string }
	}
	var plan struct {
		PlanRun struct {
			Status   string
			Applied  bool
			Wishes   []struct{ Met *bool }
			Calendar struct {
				Days []struct {
					Date     string
					Sessions []session
				}
			}
		}
	}
	ask(c, "Plan", &plan)
	var sessions []session
	var free string
	for _, day := range plan.PlanRun.Calendar.Days {
		if sessions = append(sessions, day.Sessions...); len(day.Sessions) == 0 && free == "" {
			free = day.Date
		}
	}
	if p := plan.PlanRun; p.Status != "SUCCEEDED" || !p.Applied || len(p.Wishes) == 0 || len(p.Calendar.Days) != 14 || len(sessions) < 6 {
		t.Fatalf("the plan is %+v", p)
	}

	known["session"], known["day"], known["start"] = sessions[0].ID, free, "06:15"
	var whatIf, moved json.RawMessage
	ask(c, "WhatIf", &whatIf)
	var revision struct{ CheckCalendar struct{ Revision int } }
	must(t, json.Unmarshal(whatIf, &revision))
	known["key"], known["revision"] = "dropped 1", revision.CheckCalendar.Revision
	var dropped, again json.RawMessage
	ask(c, "Drop", &dropped)
	if ask(c, "Drop", &again); !strings.Contains(string(dropped), `"sessions":[{"id":"`+sessions[0].ID) || string(again) != string(dropped) {
		t.Errorf("dropped: %s\nagain: %s", dropped, again)
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	ask(c, "Move", &moved)
	if !strings.Contains(string(moved), free) {
		t.Errorf("moved: %s", moved)
	}
	var instead struct {
		Session struct {
			Alternatives []struct{ Workout struct{ ID, Title string } }
		}
	}
	for _, s := range sessions {
		if known["session"] = s.ID; len(instead.Session.Alternatives) == 0 {
			ask(c, "Instead", &instead)
		} else {
			break
		}
	}
	if len(instead.Session.Alternatives) == 0 {
		t.Fatal("nothing has an alternative")
	}
	type found struct {
		SearchWorkouts struct {
			Nodes      []struct{ Workout struct{ ID string } }
			PageInfo   struct{ EndCursor string }
			TotalCount int
		}
	}
	var one, two found
	known["text"] = "easy on the calves"
	ask(c, "Find", &one)
	known["page"] = one.SearchWorkouts.PageInfo.EndCursor
	if ask(c, "Find", &two); len(two.SearchWorkouts.Nodes) != 5 || two.SearchWorkouts.TotalCount < 10 || slices.Contains(one.SearchWorkouts.Nodes, two.SearchWorkouts.Nodes[0]) {
		t.Errorf("behind %+v comes %+v", one, two)
	}
	delete(known, "page")
	known["workout"] = instead.Session.Alternatives[0].Workout.ID
	var data json.RawMessage
	if ask(c, "Replace", &data); !strings.Contains(string(data), instead.Session.Alternatives[0].Workout.Title) {
		t.Errorf("replaced: %s", data)
	}
	known["sessions"] = []string{sessions[1].ID, sessions[2].ID}
	ask(c, "Swap", &data)
	var week struct {
		ScheduleSessions struct{ Sessions []struct{ ID string } }
	}
	known["first"], known["second"] = (today + 16).String(), (today + 17).String()
	ask(c, "Week", &week)
	swapped := known["sessions"]
	known["sessions"] = []string{week.ScheduleSessions.Sessions[0].ID, week.ScheduleSessions.Sessions[1].ID}
	ask(c, "Clear", &data)
	known["sessions"] = swapped
	ask(c, "Times", &data)
	for range 2 {
		c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	}
	var now struct{ Calendar struct{ Revision int } }
	c.ask(t, `{ calendar { revision } }`, nil, &now)
	known["revision"] = now.Calendar.Revision - 1
	if a := c.answer(t, text["Careful"], vars{"session": known["session"], "revision": known["revision"]}); a.code() != "CONFLICT" || a.Errors[0].Extensions.Moved == nil {
		t.Errorf("an old revision: %s %v", a.body, a.Errors)
	}
	known["seen"] = now.Calendar.Revision
	ask(c, "Precise", &data)
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	c.ask(t, `{ calendar { revision } }`, nil, &now)
	known["revision"] = now.Calendar.Revision
	ask(c, "Careful", &data)
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	if ask(c, "Undo", &data); !strings.Contains(string(data), "SWAP_SESSIONS") {
		t.Errorf("taken back: %s", data)
	}

	fast := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "focuses": []string{"VO2MAX"}, "maxSeconds": 4500})
	c.lockedSession(t, fast, today+22, "06:30")
	c.lockedSession(t, fast, today+23, "06:30")
	known["day"] = (today + 15).String()
	repaired := 0
	for range 5 {
		var clash struct {
			Calendar struct {
				Certificate struct {
					Verdict   string
					Conflicts []struct {
						Repairs []struct{ Kind, Token string }
					}
				}
			}
		}
		ask(c, "Conflicts", &clash)
		got := clash.Calendar.Certificate
		if got.Verdict != "CONFLICT" {
			break
		}
		if len(got.Conflicts) == 0 || len(got.Conflicts[0].Repairs) == 0 {
			t.Fatalf("what clashes has no way out: %+v", got)
		}
		known["token"] = got.Conflicts[0].Repairs[0].Token
		ask(c, "Repair", &data)
		repaired++
	}
	if repaired < 1 || repaired > 4 {
		t.Errorf("two hard runs a day apart take %d repairs", repaired)
	}
	known["day"] = today.String()
	ask(c, "Done", &data)
	byHand := c.schedule(t, c.id, fast, today-1, "06:00")
	known["done"] = []vars{{"sessionId": byHand, "durationSeconds": 1800, "rpe": 6}}
	if ask(c, "DoneByHand", &data); !strings.Contains(string(data), byHand) {
		t.Errorf("recorded: %s", data)
	}
	ask(c, "Invite", &data)
	ask(c, "Withdraw", &data)
	ask(c, "Invite", &data)
	var invited struct {
		CoachInvitations []struct{ Athlete struct{ ID string } }
	}
	ask(coach, "Invitations", &invited)
	known["athlete"] = invited.CoachInvitations[0].Athlete.ID
	ask(coach, "Accept", &data)
	var athletes struct {
		Athletes struct {
			TotalCount int
			Nodes      []struct {
				ID       string
				Calendar struct{ Days []struct{ Date string } }
			}
		}
	}
	ask(coach, "Athletes", &athletes)
	if got := athletes.Athletes; got.TotalCount != 1 || got.Nodes[0].ID != c.id || len(got.Nodes[0].Calendar.Days) != 14 {
		t.Errorf("the coach reads %+v", got)
	}
	var made struct {
		CreateAPIToken struct {
			Secret string
			Token  struct{ TokenID string }
		} `json:"createApiToken"`
	}
	ask(c, "Tool", &made)
	known["tool"] = made.CreateAPIToken.Token.TokenID
	ask(&client{url: w.url, token: made.CreateAPIToken.Secret}, "Plan", &plan)
	ask(c, "Tools", &data)
	ask(c, "Revoke", &data)
	if ask(c, "Export", &data); !strings.Contains(string(data), c.email) {
		t.Errorf("stored is %s", data)
	}
	for name, variables := range map[string]vars{"Changes": {"day": known["day"], "after": 1}, "Board": {"known": []vars{{"athleteId": c.id, "revision": 1}}}} {
		who := c
		if name == "Board" {
			who = coach
		}
		s, err := overSocket(t.Context(), who, text[name], variables)
		must(t, err)
		if a, err := s.receive(); err != nil || !strings.Contains(string(a.Data), `"days":[{`) {
			t.Errorf("%s: %s, %v", name, a.body, err)
		}
		_ = s.conn.Close()
		asked[name] = true
	}
	ask(c, "Refresh", &data)
	if at := slices.IndexFunc(names, func(name string) bool { return !asked[name] }); at >= 0 {
		t.Errorf("%s was never run", names[at])
	}
}
