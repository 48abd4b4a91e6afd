package graphqlhttp

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// MaxBodyBytes is the largest request body that is read, 1 MiB: a plan with every field set is below 100 KiB.
const MaxBodyBytes = 1 << 20

// MaxStreamBytes is the same for a request that opens a stream, 64 KiB, since its body stays in memory as long as the stream.
const MaxStreamBytes = 64 << 10

// ErrCrowded is the error of a body for the rest of which there is no room now. A body whose error is a *gqlerror.Error is refused with that.
var ErrCrowded = errors.New("there is no room for the body")

// readBody reads the JSON body of a POST.
func readBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, error) {
	data, err := jsonBody(w, r, MaxBodyBytes)
	if err != nil {
		return nil, err
	}
	return wire.DecodeParams(data)
}

// jsonBody returns the body, which must call itself JSON in UTF-8 without compression: only such a request makes a browser ask
// before it sends one across origins, and nothing small can unpack into something large.
func jsonBody(w http.ResponseWriter, r *http.Request, limit int64) ([]byte, error) {
	media, options, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := options["charset"]
	if err != nil || media != "application/json" || (charset != "" && !strings.EqualFold(charset, "utf-8")) {
		return nil, refuse(http.StatusUnsupportedMediaType, "Content-Type must be application/json in UTF-8")
	}
	if encoding := r.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return nil, refuse(http.StatusUnsupportedMediaType, "Content-Encoding must be identity")
	}
	var body bytes.Buffer
	body.Grow(int(min(max(0, r.ContentLength), announced)) + bytes.MinRead) // which is not enlarged then
	_, err = body.ReadFrom(http.MaxBytesReader(w, r.Body, limit))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, refuse(http.StatusRequestEntityTooLarge, fmt.Sprintf("the body must have at most %d bytes", limit))
	}
	if errors.Is(err, ErrCrowded) {
		return nil, refuse(http.StatusServiceUnavailable, "too many large requests: try again")
	}
	if refused, is := errors.AsType[*gqlerror.Error](err); is {
		return nil, &refusal{status: StatusOf(refused), because: refused}
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return nil, refuse(http.StatusRequestTimeout, "the body took too long")
	}
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "the body could not be read to its end")
	}
	return body.Bytes(), nil
}

// announced is how much memory a body has for what it says that it is long, before it comes.
const announced = 16 << 10

// readURL reads the parameters of a GET; variables and extensions are JSON objects.
func readURL(r *http.Request) (*graphql.RawParams, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, errors.New("the query string of the URL is malformed")
	}
	for _, name := range []string{"query", "documentId", "operationName", "variables", "extensions"} {
		if len(values[name]) > 1 {
			return nil, fmt.Errorf("%s must stand in the URL once", name)
		}
		if !utf8.ValidString(values.Get(name)) {
			return nil, fmt.Errorf("%s must be UTF-8", name)
		}
	}
	params := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	if params.Variables, err = object(values, "variables"); err != nil {
		return nil, err
	}
	if params.Extensions, err = object(values, "extensions"); err != nil {
		return nil, err
	}
	if err := wire.NameDocument(params, values.Get("documentId")); err != nil {
		return nil, err
	}
	return params, wire.CheckParams(params)
}

func object(values url.Values, name string) (map[string]any, error) {
	if values.Get(name) == "" {
		return nil, nil
	}
	return wire.DecodeObject(name, []byte(values.Get(name)))
}
