package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"testing"
	"time"

	"fortnight/cmd/fortnight/demo"
	"fortnight/training"
)

// vars are the variables of an operation.
type vars = map[string]any

// client speaks GraphQL over HTTP, as one user or, without a token, as nobody.
type client struct {
	url             string
	token, refresh  string
	id              string
	email, password string
}

var _ demo.Doer = (*client)(nil)

// answer is what a server answered, read and as it came.
type answer struct {
	Data   json.RawMessage
	Errors []fault
	status int
	body   string
}

// fault is one error of an answer.
type fault struct {
	Message    string
	Path       []any
	Extensions struct {
		Code   string
		Fields []training.FieldError
		Moved  *moved
	}
}

// moved is a calendar that is not as the caller saw it.
type moved struct {
	AthleteID          string
	Expected, Revision int
	Acts               []struct {
		ID, Act  string
		Revision int
	}
	Objects []movedObject
}

// movedObject is something that has changed.
type movedObject struct {
	ID, Type string
	Revision int
	Removed  bool
}

// code is the code of the first error, empty where there is none.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

var web = &http.Client{Timeout: 2 * time.Minute}

// post sends one operation.
func (c *client) post(ctx context.Context, operation string, variables any) (answer, error) {
	request, err := c.request(ctx, operation, variables)
	if err != nil {
		return answer{}, err
	}
	response, err := web.Do(request)
	if err != nil {
		return answer{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return answer{}, err
	}
	a := answer{status: response.StatusCode, body: string(body)}
	return a, json.Unmarshal(body, &a)
}

func (c *client) request(ctx context.Context, operation string, variables any) (*http.Request, error) {
	body, err := json.Marshal(vars{"query": operation, "variables": variables})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	return request, nil
}

// Do sends one operation and decodes the data of its answer, whose errors are its error.
func (c *client) Do(ctx context.Context, operation string, variables, data any) error {
	a, err := c.post(ctx, operation, variables)
	if err != nil {
		return err
	}
	if len(a.Errors) > 0 {
		return &refusal{a}
	}
	return json.Unmarshal(a.Data, data)
}

// refusal is an answer with errors.
type refusal struct{ answer }

func (r *refusal) Error() string { return r.body }

// ask sends what must be answered without errors.
func (c *client) ask(t testing.TB, operation string, variables, data any) {
	t.Helper()
	if err := c.Do(t.Context(), operation, variables, data); err != nil {
		t.Fatalf("%s\n%v", operation, err)
	}
}

// answer sends an operation and returns whatever is answered.
func (c *client) answer(t testing.TB, operation string, variables any) answer {
	t.Helper()
	a, err := c.post(t.Context(), operation, variables)
	must(t, err)
	return a
}

// refused sends what must be refused with a code.
func (c *client) refused(t testing.TB, code, operation string, variables any) answer {
	t.Helper()
	a := c.answer(t, operation, variables)
	if a.code() != code {
		t.Errorf("%s: got %s, want %s", operation, a.body, code)
	}
	return a
}

// payload is what a log-in answers.
type payload struct {
	AccessToken, RefreshToken string
	ExpiresAt                 time.Time
	User                      struct{ ID, Name, Role string }
}

const payloadFields = `{ accessToken refreshToken expiresAt user { id name role } }`

func (c *client) signUp(t testing.TB, role training.Role) {
	t.Helper()
	var data struct{ SignUp payload }
	c.ask(t, `mutation($input: SignUpInput!) { signUp(input: $input) `+payloadFields+` }`, vars{"input": vars{
		"email": c.email, "password": c.password, "name": "Jo of " + c.email, "role": role, "timeZone": "Europe/Berlin",
	}}, &data)
	c.use(data.SignUp)
}

func (c *client) use(p payload) { c.token, c.refresh, c.id = p.AccessToken, p.RefreshToken, p.User.ID }

// generate asks for a plan and returns the run's id.
func (c *client) generate(t testing.TB, input vars) string {
	t.Helper()
	var data struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	c.ask(t, `mutation($input: GeneratePlanInput!) { generatePlan(input: $input) { run { id } } }`, vars{"input": input}, &data)
	return data.GeneratePlan.Run.ID
}

// plan asks for a plan and returns the events of the run, the terminal one last.
func (c *client) plan(t testing.TB, input vars) (run string, events []event) {
	t.Helper()
	run = c.generate(t, input)
	return run, c.subscribe(t, overSocket, run, 0).rest(t)
}

// quoted is a text as a document holds it.
func quoted(text string) string {
	data, _ := json.Marshal(text) // a string always has a JSON form
	return string(data)
}

// nodesOf are what a connection has, of a document that selects its nodes alone.
type nodesOf[T any] []T

func (n *nodesOf[T]) UnmarshalJSON(text []byte) error {
	var connection struct{ Nodes []T }
	err := json.Unmarshal(text, &connection)
	*n = connection.Nodes
	return err
}
