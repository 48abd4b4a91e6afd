package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/auth"
	"fortnight/training"
)

// tool is somebody's token, and a client that shows it.
type tool struct {
	*client
	id string
}

// personal makes a token of somebody's.
func (w *world) personal(t testing.TB, of *client, name string, scopes ...string) tool {
	t.Helper()
	var data struct {
		CreateAPIToken struct {
			Secret string
			Token  struct {
				TokenID string
				Scopes  []string
			}
		} `json:"createApiToken"`
	}
	of.ask(t, `mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret token { tokenId scopes } } }`, vars{"input": vars{
		"name": name, "scopes": scopes, "days": 30, "password": of.password,
	}}, &data)
	if made := data.CreateAPIToken; !strings.HasPrefix(made.Secret, "fnp_") || !slices.Contains(made.Token.Scopes, "READ") {
		t.Errorf("made is %+v", made)
	}
	return tool{&client{url: of.url, token: data.CreateAPIToken.Secret, id: of.id, email: of.email, password: of.password}, data.CreateAPIToken.Token.TokenID}
}

// needs are what each act takes that a log-in may do: a scope, or a log-in itself. They are written down a second time, so that a new act is thought of.
var needs = map[string]string{
	"changePassword": "log-in", "deleteAccount": "log-in", "exportMyData": "log-in", "createApiToken": "log-in", "revokeApiToken": "log-in",
	"inviteCoach": "log-in", "withdrawInvitation": "log-in", "acceptInvitation": "log-in", "revokeCoach": "log-in", "leaveAthlete": "log-in",

	"generatePlan": "PLAN", "applyPlan": "PLAN", "revertPlan": "PLAN", "cancelPlanRun": "PLAN",

	"updateProfile": "WRITE", "setAvailability": "WRITE", "saveEvent": "WRITE", "removeEvent": "WRITE", "clearRestriction": "WRITE", "stateCondition": "WRITE", "checkIn": "WRITE",
	"logActivities": "WRITE", "removeActivity": "WRITE", "mergeActivities": "WRITE", "keepBothActivities": "WRITE", "linkActivity": "WRITE",
	"unlinkActivity": "WRITE", "overrideRule": "WRITE", "createWorkout": "WRITE", "updateWorkout": "WRITE", "deleteWorkout": "WRITE",
	"scheduleSession": "WRITE", "moveSession": "WRITE", "replaceSession": "WRITE", "swapSessions": "WRITE", "applyRepair": "WRITE", "lockSession": "WRITE",
	"unlockSession": "WRITE", "lockDay": "WRITE", "unlockDay": "WRITE", "completeSession": "WRITE", "skipSession": "WRITE", "reopenSession": "WRITE",
	"removeSession": "WRITE", "addWindow": "WRITE", "removeWindow": "WRITE", "setDateWindows": "WRITE", "removeDateWindows": "WRITE",
	"scheduleSessions": "WRITE", "removeSessions": "WRITE", "undoCalendarChange": "WRITE PLAN",
	"changeCalendar": "WRITE", "completeSessions": "WRITE", "noteSession": "WRITE",
}

// least is the least value of a type: what must be there.
func least(schema *ast.Schema, kind *ast.Type) any {
	if kind.Elem != nil {
		return []any{least(schema, kind.Elem)}
	}
	switch d := schema.Types[kind.Name()]; {
	case d.Kind == ast.Enum:
		return d.EnumValues[0].Name
	case d.Kind == ast.InputObject:
		input := vars{}
		for i, f := range d.Fields {
			if f.Type.NonNull && f.DefaultValue == nil || d.Directives.ForName("oneOf") != nil && i == 0 {
				input[f.Name] = least(schema, f.Type)
			}
		}
		return input
	}
	return map[string]any{"String": "x", "ID": "x", "Int": 1, "Float": 1, "Boolean": false, "Date": "2026-12-01", "LocalTime": "07:00", "DateTime": "2026-12-01T07:00:00Z"}[kind.Name()]
}

// A token does what its scopes allow, of all that a log-in may do, and nothing else: each act is tried with each kind of token.
func TestTokensDoWhatTheirScopesAllow(t *testing.T) {
	t.Parallel()
	w, schema := newWorld(t, bare), loadSchema(t)
	c := w.user(t, training.RoleAthlete)
	tools := map[string]tool{
		"READ": w.personal(t, c, "reads", "READ"), "WRITE": w.personal(t, c, "writes", "WRITE"), "PLAN": w.personal(t, c, "plans", "PLAN"),
	}
	for _, f := range ownFields(schema.Mutation) {
		if f.Directives.ForName("authenticated") == nil {
			continue
		}
		if needs[f.Name] == "" {
			t.Errorf("%s: which scope it takes is written down nowhere", f.Name)
		}
		given := least(schema, f.Arguments[0].Type).(vars)
		for scope, by := range tools {
			a := by.answer(t, document(schema, f.Name), vars{"input": given})
			if f.Name == "undoCalendarChange" && scope != "READ" {
				continue // goes by what is taken back: TestTokensDoNothingBesideTheirScopes
			}
			if may := a.code() != "FORBIDDEN"; may != slices.Contains(strings.Fields(needs[f.Name]), scope) || a.code() == "UNAUTHENTICATED" || a.code() == "GRAPHQL_VALIDATION_FAILED" {
				t.Errorf("%s with scope %s, which takes %s: %s", f.Name, scope, needs[f.Name], a.body)
			}
		}
	}
	for scope, by := range tools {
		by.isMe(t, c.id)
		by.ask(t, `{ calendar { revision } planRuns { totalCount } limits { fields } }`, nil, new(any))
		by.refused(t, "FORBIDDEN", `{ apiTokens { name } }`, nil)
		by.refused(t, "FORBIDDEN", `{ coachInvitations { createdAt } }`, nil)
		for over, open := range transports {
			s, err := open(t.Context(), by.client, `subscription { calendarChanged(after: 0) { revision } }`, nil)
			must(t, err)
			if a, err := s.receive(); err != nil || !strings.Contains(string(a.Data), `"revision"`) {
				t.Errorf("%s over %s: %s %v", scope, over, a.Data, err)
			}
			_ = s.conn.Close()
		}
	}
	if a := tools["WRITE"].answer(t, `mutation { lockDay(input: {date: "2026-12-09"}) { query { apiTokens { name } } } }`, nil); a.code() != "FORBIDDEN" {
		t.Errorf("through an act the tokens are read: %s", a.body)
	}
}

// What an act does that only the data tell goes by the scopes too: a plan is taken back by who plans, a change by hand by who writes, and what a wish says of the
// body holds beyond the plan. What is refused has done nothing.
func TestTokensDoNothingBesideTheirScopes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	writes, plans, both := w.personal(t, c, "writes", "WRITE"), w.personal(t, c, "plans", "PLAN"), w.personal(t, c, "both", "WRITE", "PLAN")
	undo := `mutation { undoCalendarChange(input: {}) { undone { act } } }`
	forbidden := func(by tool, needs, operation string, variables vars) {
		t.Helper()
		before := w.rows(t)
		a := by.refused(t, "FORBIDDEN", operation, variables)
		if !strings.Contains(a.Errors[0].Message, "the scope "+needs) {
			t.Errorf("it is refused by %q", a.Errors[0].Message)
		}
		for table, digest := range w.rows(t) {
			if digest != before[table] && table != "api_tokens" {
				t.Errorf("%s: %s has changed", operation, table)
			}
		}
	}
	generate := `mutation($input: GeneratePlanInput!) { generatePlan(input: $input) { run { id } } }`
	for _, input := range []vars{{"wish": "easy week please, my knee hurts"}, {"wishes": []vars{{"kind": "GATE", "condition": "HURT_KNEE"}}}} {
		forbidden(plans, "WRITE", generate, vars{"input": input})
	}
	c.plan(t, vars{"wish": "two rides"})
	forbidden(writes, "PLAN", undo, nil)
	plans.ask(t, undo, nil, new(any))
	writes.ask(t, `mutation { lockDay(input: {date: "2026-12-09"}) { day { id } } }`, nil, new(any))
	forbidden(plans, "WRITE", undo, nil)
	writes.ask(t, undo, nil, new(any))
	both.plan(t, vars{"wish": "easy week please, my knee hurts"})
	both.ask(t, undo, nil, new(any))
	plans.plan(t, vars{"wish": "easy week please, my knee hurts"}) // which is known
	plans.ask(t, undo, nil, new(any))
}

// listed are the tokens that somebody is told of.
func (c *client) tokens(t testing.TB) []struct {
	TokenID, Name        string
	Scopes               []string
	CreatedAt, ExpiresAt time.Time
	LastUsedAt           *time.Time
} {
	t.Helper()
	var data struct {
		APITokens []struct {
			TokenID, Name        string
			Scopes               []string
			CreatedAt, ExpiresAt time.Time
			LastUsedAt           *time.Time
		} `json:"apiTokens"`
	}
	c.ask(t, `{ apiTokens { tokenId name scopes createdAt expiresAt lastUsedAt } }`, nil, &data)
	return data.APITokens
}

func TestTheLifeOfAToken(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	c, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	made := w.personal(t, c, "a watch", "PLAN")
	if got := c.tokens(t); len(got) != 1 || got[0].Name != "a watch" || !slices.Equal(got[0].Scopes, []string{"READ", "PLAN"}) || got[0].LastUsedAt != nil ||
		got[0].ExpiresAt.Sub(got[0].CreatedAt) != 30*24*time.Hour {
		t.Errorf("told are %+v", got)
	}
	made.isMe(t, c.id)
	if got := c.tokens(t); got[0].LastUsedAt == nil || got[0].LastUsedAt.Before(got[0].CreatedAt) || w.now().Sub(*got[0].LastUsedAt) > 2*time.Minute {
		t.Errorf("when it was used is told as %v", got[0].LastUsedAt)
	}
	if stored := w.text(t, "SELECT string_agg(p::text, ' ') FROM api_tokens AS p"); strings.Contains(stored, made.token[4:]) {
		t.Error("the database has the secret")
	}
	c.refused(t, "UNAUTHENTICATED", refreshTokens, vars{"token": made.token})
	wrong := []string{made.token[:len(made.token)-1], made.token + "A", strings.ToUpper(made.token), "fnp_" + strings.Repeat("A", 43), "fnp_", made.token[4:]}
	for _, token := range wrong {
		(&client{url: w.url, token: token}).isMe(t, "")
	}
	c.refused(t, "UNAUTHENTICATED", `mutation { createApiToken(input: {name: "x", scopes: [READ], password: "not it"}) { secret } }`, nil)
	other.refused(t, "NOT_FOUND", `mutation($id: ID!) { revokeApiToken(input: {tokenId: $id}) { tokenId } }`, vars{"id": made.id})

	t.Run("revoked", func(t *testing.T) {
		gone, stays := w.personal(t, c, "gone", "READ"), w.personal(t, c, "stays", "READ")
		ended := make(chan error, len(transports))
		for _, over := range transports {
			s, err := over(t.Context(), gone.client, `subscription { calendarChanged(after: 0) { revision } }`, nil)
			must(t, err)
			t.Cleanup(func() { _ = s.conn.Close() })
			if _, err := s.receive(); err != nil {
				t.Fatal(err)
			}
			go func() {
				_, err := s.receive()
				ended <- err
			}()
		}
		c.ask(t, `mutation($id: ID!) { revokeApiToken(input: {tokenId: $id}) { tokenId } }`, vars{"id": gone.id}, new(any))
		gone.isMe(t, "")
		stays.isMe(t, c.id)
		for range transports {
			select {
			case <-ended:
			case <-time.After(patience / 2):
				t.Fatal("a stream is still open")
			}
		}
		c.refused(t, "NOT_FOUND", `mutation($id: ID!) { revokeApiToken(input: {tokenId: $id}) { tokenId } }`, vars{"id": gone.id})
	})
	t.Run("expired", func(t *testing.T) {
		old := w.personal(t, c, "old", "READ")
		_, err := w.raw.Exec(t.Context(), "UPDATE api_tokens SET expires_at = $2 WHERE id = $1", old.id, w.now().Add(-time.Second))
		must(t, err)
		old.isMe(t, "")
		for _, token := range c.tokens(t) {
			if token.Name == "old" {
				t.Error("it is still told of")
			}
		}
		_, err = w.db.SweepSessions(t.Context())
		must(t, err)
		if n := w.text(t, "SELECT count(*)::text FROM api_tokens WHERE id = $1", old.id); n != "0" {
			t.Error("it is still stored")
		}
	})
	t.Run("too many", func(t *testing.T) {
		for n := len(c.tokens(t)); n < auth.MaxPersonalTokens; n++ {
			w.personal(t, c, fmt.Sprint("number ", n), "READ")
		}
		c.refused(t, "CONFLICT", `mutation($p: String!) { createApiToken(input: {name: "x", scopes: [READ], password: $p}) { secret } }`, vars{"p": c.password})
		w.personal(t, other, "another's", "READ")
	})
	t.Run("another password", func(t *testing.T) {
		mine := w.personal(t, other, "before", "WRITE")
		var changed struct{ ChangePassword payload }
		other.ask(t, changePassword, vars{"old": other.password, "new": "seventeen-geese"}, &changed)
		other.use(changed.ChangePassword)
		mine.isMe(t, "")
		made.isMe(t, c.id)
		if left := other.tokens(t); len(left) != 0 {
			t.Errorf("left are %+v", left)
		}
	})
}
