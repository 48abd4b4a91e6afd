package graphqlhttp

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/reads"
	"fortnight/server/internal/wire"
)

const methods = "GET, POST, OPTIONS"

// refusal is a request that HTTP itself refuses, whatever media type the answer has.
type refusal struct {
	status  int
	message string
	because *gqlerror.Error // that says it in its own words, nil for none
}

func refuse(status int, message string) *refusal { return &refusal{status: status, message: message} }

func (e *refusal) Error() string { return e.message }

func (e *refusal) write(w http.ResponseWriter, r *http.Request) {
	if e.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", methods)
	}
	if e.because != nil {
		WriteError(w, r, e.status, e.because)
		return
	}
	code := wire.CodeBadRequest
	if e.status == http.StatusServiceUnavailable {
		code = wire.CodeUnavailable
	}
	WriteError(w, r, e.status, wire.Errorf(code, "%s", e.message))
}

// WriteError answers a request that did not come as far as GraphQL with one error, in the media type the client reads.
func WriteError(w http.ResponseWriter, r *http.Request, status int, err *gqlerror.Error) {
	write(w, r, status, &graphql.Response{Errors: gqlerror.List{err}}, nil)
}

// statuses are the codes that say more than 400 about a request that did not begin to execute.
var statuses = map[string]int{
	wire.CodeUnauthenticated: http.StatusUnauthorized,
	wire.CodeRateLimited:     http.StatusTooManyRequests,
	wire.CodeUnavailable:     http.StatusServiceUnavailable,
	wire.CodeInternal:        http.StatusInternalServerError,
}

// StatusOf returns the HTTP status of a request that ended in that error before it began to execute.
func StatusOf(err *gqlerror.Error) int {
	if status, ok := statuses[wire.Code(err)]; ok {
		return status
	}
	return http.StatusBadRequest
}

// nothingAvailable tells of an operation that was executed in vain: nothing that it asks for is there, and of a mutation each field failed, since the
// server could not answer now. That is no answer, and the client is to ask again.
func nothingAvailable(operation *graphql.OperationContext, response *graphql.Response) bool {
	if len(response.Errors) == 0 || len(response.Data) == 0 {
		return false
	}
	failed := map[string]bool{}
	for _, err := range response.Errors {
		if wire.Code(err) != wire.CodeUnavailable || len(err.Path) == 0 {
			return false
		}
		if name, is := err.Path[0].(ast.PathName); is {
			failed[string(name)] = true
		}
	}
	var data map[string]json.RawMessage
	if json.Unmarshal(response.Data, &data) != nil {
		return false
	}
	for _, field := range graphql.CollectFields(operation, operation.Operation.SelectionSet, nil) {
		if field.Name == "__typename" {
			continue
		}
		value, is := data[field.Alias]
		if is && string(value) != "null" || operation.Operation.Operation == ast.Mutation && !failed[field.Alias] {
			return false
		}
	}
	return true
}

// answer writes what the executor said. What executed is 200, errors or not; a refused document is 200 for application/json, whose
// readers take another status for a broken connection.
func answer(w http.ResponseWriter, r *http.Request, response *graphql.Response, buffer *reads.Buffer) {
	status := http.StatusOK
	if len(response.Data) == 0 && len(response.Errors) > 0 {
		status = StatusOf(response.Errors[0])
	}
	if status == http.StatusBadRequest && negotiate(r.Header.Values("Accept")) != mediaGraphQL {
		status = http.StatusOK
	}
	write(w, r, status, response, buffer)
}

// bodyOf is the body of an answer: where all of it is data that was written into the buffer it is that, else a copy. The buffer may be nil.
func bodyOf(response *graphql.Response, buffer *reads.Buffer) []byte {
	if buffer != nil && len(response.Errors)+len(response.Extensions) == 0 {
		if body, is := buffer.Body(response.Data); is {
			return body
		}
	}
	return wire.AppendResponse(make([]byte, 0, len(response.Data)+256), response)
}

func write(w http.ResponseWriter, r *http.Request, status int, response *graphql.Response, buffer *reads.Buffer) {
	media := negotiate(r.Header.Values("Accept"))
	if media == "" {
		media = mediaJSON
	}
	body := bodyOf(response, buffer)
	header := w.Header()
	header.Set("Content-Type", media+"; charset=utf-8")
	header.Add("Vary", "Accept")
	header.Set("Cache-Control", "no-store")
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		header.Set("Retry-After", strconv.Itoa(retryAfter(response)))
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // the client may be gone; nobody is left to tell
}

// retryAfter is after how many seconds a client may try again: what the first error says, else 1.
func retryAfter(response *graphql.Response) int {
	if len(response.Errors) > 0 {
		if seconds, said := response.Errors[0].Extensions["retryAfterSeconds"].(int); said {
			return seconds
		}
	}
	return 1
}
