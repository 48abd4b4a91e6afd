package api_test

import (
	"errors"
	"io"
	"os"
	"testing"
	"time"
)

// S73: sockets and streams end within seconds of the end of their log-in, whichever way it ended, and those of another log-in go on.
func TestS73StreamsEndWithTheLogIn(t *testing.T) {
	raced(t)
	for act, end := range map[string]func(t *testing.T, c *client){
		"logOut": func(t *testing.T, c *client) {
			c.ask(t, `mutation($t: String!) { logOut(input: {refreshToken: $t}) { ok } }`, vars{"t": c.refresh}, new(any))
		},
		"changePassword": func(t *testing.T, c *client) {
			c.ask(t, `mutation($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }`,
				vars{"input": vars{"currentPassword": c.password, "newPassword": "another-one-" + c.password}}, new(any))
		},
		"deleteAccount": func(t *testing.T, c *client) {
			c.ask(t, `mutation($p: String!) { deleteAccount(input: {password: $p}) { userId } }`, vars{"p": c.password}, new(any))
		},
	} {
		t.Run(act, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, bare)
			c, other := w.user(t, "ATHLETE"), w.user(t, "ATHLETE")
			ended := make(chan error, len(transports))
			stays := make(chan error, len(transports))
			for _, over := range transports {
				for who, to := range map[*client]chan error{c: ended, other: stays} {
					s, err := over(t.Context(), who, `subscription { calendarChanged { days { date } } }`, nil)
					must(t, err)
					t.Cleanup(func() { _ = s.conn.Close() })
					who.changeUntilSeen(t, s) // from here on it runs
					go func() {
						var err error
						for err == nil { // until it ends
							_, err = s.receive()
						}
						to <- err
					}()
				}
			}
			end(t, c)
			for range transports {
				select {
				case err := <-ended:
					// Of an account that is gone there is nothing to watch: that may be told of first.
					if errors.Is(err, io.EOF) && act != "deleteAccount" || errors.Is(err, os.ErrDeadlineExceeded) {
						t.Errorf("it ended with %v", err)
					}
				case <-time.After(patience / 2): // its token is good for a quarter of an hour
					t.Fatal("it is still open")
				}
			}
			select {
			case err := <-stays:
				t.Errorf("that of another user ended with %v", err)
			default:
			}
		})
	}
}
