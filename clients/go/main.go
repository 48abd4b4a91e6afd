// Command go is a client of Fortnight in Go: an athlete signs up, is planned for, locks, meets a conflict, repairs it and replaces a session; a coach
// reads twenty athletes. What is sent and what is answered are typed: `go generate` makes generated.go of operations.graphql and the contract.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/Khan/genqlient/graphql"
	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

//go:generate go tool genqlient

func main() {
	url := flag.String("url", "http://127.0.0.1:8080/graphql", "where the API is")
	email := flag.String("email", "robin@example.org", "of the new athlete")
	coach := flag.String("coach", "", "the address of a coach, who has twenty athletes; none: nothing is read as one")
	flag.Parse()
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	defer stop()
	if err := run(ctx, *url, *email, *coach, os.Getenv("PASSWORD")); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, url, email, coach, password string) error {
	if err := athlete(ctx, url, email, password); err != nil || coach == "" {
		return err
	}
	login, err := LogIn(ctx, client(url, ""), coach, password)
	if err != nil {
		return err
	}
	read, err := Athletes(ctx, client(url, login.LogIn.AccessToken))
	if err != nil {
		return err
	}
	fmt.Println("athletes", len(read.Athletes.Nodes))
	return nil
}

func athlete(ctx context.Context, url, email, password string) error {
	account, err := SignUp(ctx, client(url, ""), email, password)
	if err != nil {
		return err
	}
	token := account.SignUp.AccessToken
	c := client(url, token)
	if _, err := Begin(ctx, c); err != nil {
		return err
	}
	plan, err := Plan(ctx, c, "no running on Wednesdays")
	if err != nil {
		return err
	}
	if err := watch(ctx, url, token, plan.GeneratePlan.Run.Id); err != nil {
		return err
	}
	ahead, err := lock(ctx, c)
	if err != nil {
		return err
	}
	if err := replace(ctx, c, ahead); err != nil {
		return err
	}
	return repair(ctx, c)
}

// client sends requests as the owner of a token; without one nobody asks.
func client(url, token string) graphql.Client {
	return graphql.NewClient(url, doer{token})
}

type doer struct{ token string }

func (d doer) Do(r *http.Request) (*http.Response, error) {
	if d.token != "" {
		r.Header.Set("Authorization", "Bearer "+d.token)
	}
	return http.DefaultClient.Do(r)
}

// watch prints every decision of a run, and comes back behind the last one when it is cut off.
func watch(ctx context.Context, url, token, run string) error {
	last := 0
	for tries := 0; tries < 10; tries++ {
		over, err := follow(ctx, url, token, run, &last)
		if over || ctx.Err() != nil {
			return errors.Join(err, ctx.Err())
		}
		fmt.Println("cut", last, err)
		time.Sleep(100 * time.Millisecond << tries)
	}
	return errors.New("it is cut off ten times")
}

// follow reads until the stream is complete, which it says, or cut off.
func follow(ctx context.Context, url, token, run string, last *int) (over bool, err error) {
	dial := &dialer{}
	sockets := graphql.NewClientUsingWebSocket(strings.Replace(url, "http", "ws", 1), dial, graphql.WithConnectionParams(map[string]any{"Authorization": "Bearer " + token}))
	broken, err := sockets.Start(ctx)
	if err != nil {
		return false, err
	}
	// The client's own Close ends a stream that is complete once more, which it does not survive: the socket is closed, and what it says of that is heard.
	defer func() {
		dial.conn.Close()
		go func() { <-broken }()
	}()
	events, _, err := Watch(ctx, sockets, run, *last)
	if err != nil {
		return false, err
	}
	for {
		select {
		case event, open := <-events:
			if !open {
				return true, nil
			}
			if event.Errors != nil {
				return true, event.Errors
			}
			decision := event.Data.PlanEvents
			*last = decision.GetSequence()
			fmt.Println("event", decision.GetSequence(), decision.GetMessage())
		case err := <-broken:
			return false, err
		case <-ctx.Done():
			return true, ctx.Err()
		}
	}
}

// dialer opens a socket, and keeps it.
type dialer struct{ conn *websocket.Conn }

func (d *dialer) DialContext(ctx context.Context, url string, header http.Header) (conn graphql.WSConn, err error) {
	d.conn, _, err = websocket.DefaultDialer.DialContext(ctx, url, header)
	return d.conn, err
}

// lock locks the first session of the plan, and is refused where it goes by a revision that stands no more. It returns the sessions after it.
func lock(ctx context.Context, c graphql.Client) ([]CalendarViewDaysPlanDaySessionsPlannedSession, error) {
	read, err := Show(ctx, c)
	if err != nil {
		return nil, err
	}
	var ahead []CalendarViewDaysPlanDaySessionsPlannedSession
	for _, day := range read.Calendar.Days[1:] {
		ahead = append(ahead, day.Sessions...)
	}
	if len(ahead) < 2 {
		return nil, fmt.Errorf("there are %d sessions", len(ahead))
	}
	locked, err := Lock(ctx, c, ahead[0].Id, read.Calendar.Revision)
	if err != nil {
		return nil, err
	}
	fmt.Println("locked", locked.LockSession.Query.Calendar.Revision > read.Calendar.Revision)
	_, err = Lock(ctx, c, ahead[1].Id, read.Calendar.Revision)
	fmt.Println("refused", code(err))
	return ahead[1:], nil
}

// replace has the first session for which there is something else consist of that.
func replace(ctx context.Context, c graphql.Client, sessions []CalendarViewDaysPlanDaySessionsPlannedSession) error {
	for _, session := range sessions {
		found, err := Instead(ctx, c, session.Id)
		if err != nil {
			return err
		}
		if len(found.Session.Alternatives) == 0 {
			continue
		}
		other := found.Session.Alternatives[0].Workout
		replaced, err := Replace(ctx, c, session.Id, other.Id)
		if err != nil {
			return err
		}
		fmt.Println("replaced", replaced.ReplaceSession.Session.Workout.Title == other.Title)
		return nil
	}
	return errors.New("nothing fits in place of any session")
}

// repair locks two hard sessions that cannot stand together, and takes the way out that takes a locked one away.
func repair(ctx context.Context, c graphql.Client) error {
	hard, err := Hard(ctx, c)
	if err != nil {
		return err
	}
	put, err := Schedule(ctx, c, day(8), day(9), hard.Workouts.Nodes[0].Id)
	if err != nil {
		return err
	}
	revision := put.ScheduleSessions.Calendar.Revision
	var conflicts []CalendarViewCertificateConflictsConflictSet
	for _, session := range put.ScheduleSessions.Sessions {
		locked, err := Lock(ctx, c, session.Id, revision)
		if err != nil {
			return err
		}
		calendar := locked.LockSession.Query.Calendar
		revision, conflicts = calendar.Revision, calendar.Certificate.Conflicts
	}
	if len(conflicts) == 0 {
		return errors.New("two hard days that are locked stand beside each other, and nothing is said of it")
	}
	for _, way := range conflicts[0].Repairs {
		if way.Kind != RepairKindRemove || !way.Unlock {
			continue
		}
		repaired, err := Repair(ctx, c, way.Token)
		if err != nil {
			return err
		}
		stands := false
		for _, conflict := range repaired.ApplyRepair.Query.Calendar.Certificate.Conflicts {
			stands = stands || conflict.Message == conflicts[0].Message
		}
		fmt.Println("repaired", !stands)
		return nil
	}
	return errors.New("there is no way out that takes a locked session away")
}

// code is extensions.code of the first error of an answer.
func code(err error) string {
	var answered gqlerror.List
	if errors.As(err, &answered) && len(answered) > 0 {
		code, _ := answered[0].Extensions["code"].(string)
		return code
	}
	return ""
}

func day(ahead int) string { return time.Now().UTC().AddDate(0, 0, ahead).Format(time.DateOnly) }
