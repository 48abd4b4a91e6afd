package api_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/training"
)

const (
	logIn          = `mutation($email: String!, $password: String!) { logIn(input: {email: $email, password: $password}) ` + payloadFields + ` }`
	refreshTokens  = `mutation($token: String!) { refreshTokens(input: {refreshToken: $token}) ` + payloadFields + ` }`
	logOut         = `mutation($token: String!) { logOut(input: {refreshToken: $token}) { ok } }`
	changePassword = `mutation($old: String!, $new: String!) { changePassword(input: {currentPassword: $old, newPassword: $new}) ` + payloadFields + ` }`
	deleteAccount  = `mutation($password: String!) { deleteAccount(input: {password: $password}) { userId } }`
	me             = `{ me { id name email role } }`
)

// again logs a user in once more.
func (c *client) again(t testing.TB) *client {
	t.Helper()
	var data struct{ LogIn payload }
	other := &client{url: c.url, email: c.email, password: c.password}
	other.ask(t, logIn, vars{"email": strings.ToUpper(c.email), "password": c.password}, &data)
	other.use(data.LogIn)
	return other
}

// isMe checks that the client's token names a user, or with "" nobody.
func (c *client) isMe(t testing.TB, id string) {
	t.Helper()
	a := c.answer(t, me, nil)
	if id == "" && (a.code() != "UNAUTHENTICATED" || a.status != 401) || id != "" && !strings.Contains(a.body, id) {
		t.Errorf("me answers %d %s, want %q", a.status, a.body, id)
	}
}

// A form that is wrong in several places is answered with all of them.
func TestSignUpSaysAllThatIsWrong(t *testing.T) {
	t.Parallel()
	nobody := &client{url: newWorld(t, bare).url}
	const query = `mutation($e: String!, $p: String!, $n: String!, $z: String) { signUp(input: {email: $e, password: $p, name: $n, timeZone: $z}) { user { id } } }`
	for _, test := range []struct {
		variables vars
		paths     []string
	}{
		{vars{"e": "nobody", "p": "seven77", "n": "", "z": "Mars/Olympus"}, []string{"name", "timeZone", "email", "password"}},
		{vars{"e": "nobody", "p": "eleven-herons", "n": "Jo", "z": "UTC"}, []string{"email"}},
		{vars{"e": "jo@example.com", "p": "seven77", "n": "", "z": "UTC"}, []string{"name", "password"}},
	} {
		a, err := nobody.post(t.Context(), query, test.variables)
		must(t, err)
		var answer struct {
			Errors []struct {
				Extensions struct {
					Code   string
					Fields []struct{ Path string }
				}
			}
		}
		must(t, json.Unmarshal([]byte(a.body), &answer))
		var paths []string
		for _, f := range answer.Errors[0].Extensions.Fields {
			paths = append(paths, f.Path)
		}
		if answer.Errors[0].Extensions.Code != "BAD_USER_INPUT" || !slices.Equal(paths, test.paths) {
			t.Errorf("%v: %s", test.variables, a.body)
		}
	}
}

func TestAccountLife(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	nobody := &client{url: w.url}
	if a := nobody.answer(t, me, nil); a.body != `{"data":{"me":null}}` {
		t.Errorf("nobody is %s", a.body)
	}
	c := w.user(t, training.RoleCoach)
	c.isMe(t, c.id)
	nobody.refused(t, "CONFLICT", `mutation($e: String!) { signUp(input: {email: $e, password: "twelve-oxen-7", name: "Jo"}) { user { id } } }`,
		vars{"e": strings.ToUpper(c.email)})
	c.again(t).isMe(t, c.id)
	nobody.refused(t, "UNAUTHENTICATED", deleteAccount, vars{"password": c.password})
	c.refused(t, "UNAUTHENTICATED", deleteAccount, vars{"password": "not it"})
	var data any
	c.ask(t, deleteAccount, vars{"password": c.password}, &data)
	c.isMe(t, "")
	c.refused(t, "UNAUTHENTICATED", logIn, vars{"email": c.email, "password": c.password})
	c.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": c.refresh})
	if n := w.text(t, "SELECT count(*)::text FROM users"); n != "0" {
		t.Errorf("%s users are left", n)
	}
}

func TestS69RefreshRotates(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	other, first := c.again(t), c.refresh
	var data struct{ RefreshTokens payload }
	for range 3 {
		before := c.refresh
		c.ask(t, refreshTokens, vars{"token": before}, &data)
		if c.use(data.RefreshTokens); c.refresh == before || c.refresh == "" {
			t.Error("the refresh token did not change")
		}
		c.isMe(t, other.id)
		if left := data.RefreshTokens.ExpiresAt.Sub(w.now()); left < 10*time.Minute || left > time.Hour {
			t.Errorf("the access token lasts %v", left)
		}
	}
	t.Run("S70 one that was just used answers again, of the same family", func(t *testing.T) {
		tab := *c
		tab.ask(t, refreshTokens, vars{"token": first}, &data)
		tab.use(data.RefreshTokens)
		tab.isMe(t, other.id)
		c.isMe(t, other.id)
	})
	t.Run("S70 one used before ends its family", func(t *testing.T) {
		_, err := w.raw.Exec(t.Context(), "UPDATE refresh_tokens SET used_at = used_at - interval '10 seconds'")
		must(t, err)
		c.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": first})
		c.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": c.refresh})
		c.isMe(t, "")
		other.isMe(t, other.id)
		other.ask(t, refreshTokens, vars{"token": other.refresh}, &data)
	})
	t.Run("S72 what is no refresh token", func(t *testing.T) {
		for _, token := range []string{"", other.token, other.refresh[:20], strings.Repeat("a", 20_000), "a\x00b"} {
			other.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": token})
		}
	})
}

func TestS73EndsOfSessions(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	other := c.again(t)
	var data any
	other.ask(t, logOut, vars{"token": other.refresh}, &data)
	(&client{url: w.url}).ask(t, logOut, vars{"token": other.refresh}, &data)
	other.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": other.refresh})
	c.isMe(t, c.id)

	other = c.again(t)
	c.refused(t, "UNAUTHENTICATED", changePassword, vars{"old": "not it", "new": "seventeen-geese"})
	var changed struct{ ChangePassword payload }
	c.ask(t, changePassword, vars{"old": c.password, "new": "seventeen-geese"}, &changed)
	other.isMe(t, "")
	other.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": other.refresh})
	c.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": c.refresh})
	c.use(changed.ChangePassword)
	c.isMe(t, c.id)
	c.refused(t, "UNAUTHENTICATED", logIn, vars{"email": c.email, "password": c.password})
	c.password = "seventeen-geese"
	c.again(t).isMe(t, c.id)
}

func TestS50WrongTokens(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	elsewhere := newWorld(t, bare).user(t, training.RoleAthlete)
	parts := strings.Split(c.token, ".")
	for name, token := range map[string]string{
		"no token at all": "wrong", "unsigned": parts[0] + "." + parts[1] + ".", "another key": elsewhere.token, "a refresh token": c.refresh,
		"claims of another": parts[0] + "." + strings.Split(elsewhere.token, ".")[1] + "." + parts[2],
	} {
		t.Run(name, func(t *testing.T) {
			wrong := &client{url: c.url, token: token}
			wrong.isMe(t, "")
			wrong.refused(t, "UNAUTHENTICATED", `{ exercises { totalCount } }`, nil)
			for over, open := range transports {
				if s, err := open(t.Context(), wrong, `subscription { calendarChanged { revision } }`, nil); err == nil {
					if a, err := s.receive(); err == nil && a.code() != "UNAUTHENTICATED" {
						t.Errorf("%s: got %s %v", over, a.body, a.Errors)
					}
				}
			}
		})
	}
	nobody := &client{url: w.url}
	nobody.refused(t, "UNAUTHENTICATED", `{ exercises { totalCount } }`, nil)
}

func TestS39UnknownEmailLooksLikeWrongPassword(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	wrong := c.refused(t, "UNAUTHENTICATED", logIn, vars{"email": c.email, "password": "not-it-at-all"})
	for _, email := range []string{"unknown@example.com", "not an address", "", "' OR 1=1 --"} {
		if a := c.answer(t, logIn, vars{"email": email, "password": "not-it-at-all"}); a.body != wrong.body || a.status != wrong.status {
			t.Errorf("%q: %d %s, a wrong password: %d %s", email, a.status, a.body, wrong.status, wrong.body)
		}
	}
}

func TestS38GuessesAreLimited(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	for tries := 1; ; tries++ {
		a := c.answer(t, logIn, vars{"email": c.email, "password": "not-it-at-all"})
		if a.code() == "RATE_LIMITED" && strings.Contains(a.body, `"retryAfterSeconds":`) {
			break
		}
		if a.code() != "UNAUTHENTICATED" || tries == 20 {
			t.Fatalf("guess %d: %s", tries, a.body)
		}
	}
}
