package server

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	jsonType   = "application/json"
	streamType = "text/event-stream"
)

// raw posts a body.
func (w *world) raw(body string, header ...string) (status int, answer string) {
	w.t.Helper()
	response, text := w.do("POST", "/graphql", body, append([]string{"Content-Type", jsonType, "Accept", "application/graphql-response+json"}, header...)...)
	return response.StatusCode, text
}

// Whoever asks for it is told what a request cost, also one that is refused; whoever does not is told nothing.
func TestCostIsToldToWhoAsks(t *testing.T) {
	now := time.Now()
	w := start(t, func(c *Config) { // the clock stands: nothing comes back
		c.Now = func() time.Time { return now }
		c.Account = func(ctx context.Context) string { return "ann" }
	})
	ask := func(document, asked string) (answer struct {
		Data       json.RawMessage
		Extensions struct{ Cost *told }
	}) {
		t.Helper()
		query, _ := json.Marshal(document) // a text always can be
		_, body := w.raw(fmt.Sprintf(`{"query":%s,"extensions":%s}`, query, asked), "Authorization", "Bearer ann")
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Fatal(err)
		}
		return answer
	}
	got := ask("{hello}", `{"cost":true}`)
	if cost := got.Extensions.Cost; cost == nil || cost.Document != 1 || cost.Taken < requestCost || cost.Remaining > accountBudget-cost.Taken ||
		cost.Remaining < accountBudget-maxCost || cost.PointsPerMinute != accountBudget || string(got.Data) != `{"hello":"world"}` {
		t.Errorf("an answer: %s %+v", got.Data, cost)
	}
	for document, least := range map[string]int{"{nope}": 0, "{": 0, "{hello": 0, "{items(first: 100) {id}}": 1} {
		if cost := ask(document, `{"cost":true}`).Extensions.Cost; cost == nil || cost.Document < least || cost.Taken < requestCost {
			t.Errorf("%s: %+v", document, cost)
		}
	}
	for _, asked := range []string{"null", "{}", `{"cost":false}`, `{"cost":"true"}`, `{"cost":1}`} {
		if cost := ask("{hello}", asked).Extensions.Cost; cost != nil {
			t.Errorf("%s: %+v", asked, cost)
		}
	}
	before := ask("{hello}", `{"cost":true}`).Extensions.Cost.Remaining
	ask("{hello}", "null")
	if after := ask("{hello}", `{"cost":true}`).Extensions.Cost; after.Remaining > before-after.Taken-requestCost || after.Remaining < before-after.Taken-requestCost-1 {
		t.Errorf("two requests, one of %d points, leave %d of %d", after.Taken, after.Remaining, before)
	}
}

const (
	helloDocument = "query Hello { hello }"
	tickDocument  = "subscription Tick { ticks(count: 1) }"
)

// Where a server has documents it answers them, by name or by their text, over every transport, and no others.
func TestTrustedDocumentsAreAnsweredAlone(t *testing.T) {
	for form, manifest := range map[string]string{
		"Apollo": `{"format":"apollo-persisted-query-manifest","version":1,"operations":[
			{"id":"one","name":"Hello","type":"query","body":"` + helloDocument + `"},{"id":"two","name":"Tick","type":"subscription","body":"` + tickDocument + `"}]}`,
		"by name": `{"one":"` + helloDocument + `","two":"` + tickDocument + `"}`,
	} {
		documents, err := ParseDocuments([]byte(manifest))
		if err != nil {
			t.Fatal(err)
		}
		w := start(t, func(c *Config) { c.Documents = documents })
		for body, answered := range map[string]bool{
			`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"one"}}}`: true,
			`{"documentId":"one"}`:                                 true,
			`{"documentId":"sha256:one"}`:                          true,
			`{"query":"` + helloDocument + `"}`:                    true,
			`{"documentId":"one","query":"` + helloDocument + `"}`: true,
			`{"documentId":"one","query":"{hello}"}`:               false,
			`{"documentId":"three"}`:                               false,
			`{"query":"{hello}"}`:                                  false,
			`{"query":"query Hello { hello  }"}`:                   false,
			`{"query":"{hello}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"3c8e1d0d"}}}`: false,
		} {
			status, answer := w.raw(body)
			if yes := answer == `{"data":{"hello":"world"}}`; yes != answered || !yes && (status != 400 || !strings.Contains(answer, "FORBIDDEN")) {
				t.Errorf("%s: %s: %d %s", form, body, status, answer)
			}
		}
		if _, body := w.do("GET", "/graphql?documentId=one", ""); body != `{"data":{"hello":"world"}}` {
			t.Errorf("%s: GET: %s", form, body)
		}
		if _, body := w.raw(`{"documentId":"two"}`, "Accept", streamType); !strings.Contains(body, "WebSocket") {
			t.Errorf("%s: a stream that is no preference: %s", form, body)
		}
		if _, body := w.do("POST", "/graphql", `{"documentId":"two"}`, "Content-Type", jsonType, "Accept", streamType); !strings.Contains(body, `{"data":{"ticks":1}}`) {
			t.Errorf("%s: a stream: %s", form, body)
		}
		if _, body := w.do("POST", "/graphql", `{"query":"subscription { ticks(count: 1) }"}`, "Content-Type", jsonType, "Accept", streamType); !strings.Contains(body, "FORBIDDEN") {
			t.Errorf("%s: another stream: %s", form, body)
		}
	}
}

// Without a manifest a name is that of a text which was sent before.
func TestDocumentIDNamesWhatWasSent(t *testing.T) {
	w := start(t, nil)
	const hash = "0f1c0d7ad7d6fbd1a1cf2a6ac7ed0ad2c0ed4d7a1a0ce0dd6d3a5cc0f4f0e6ab"
	if _, body := w.raw(`{"documentId":"` + hash + `"}`); !strings.Contains(body, "PersistedQueryNotFound") {
		t.Errorf("an unknown name: %s", body)
	}
	for body, says := range map[string]string{
		`{"documentId":1}`: "documentId must be a string", `{"documentId":"x","extensions":{"persistedQuery":{"version":1,"sha256Hash":"y"}}}`: "both name a document",
	} {
		if status, answer := w.raw(body); status != 400 || !strings.Contains(answer, says) {
			t.Errorf("%s: %d %s", body, status, answer)
		}
	}
}

func TestManifestsThatAreNone(t *testing.T) {
	for manifest, says := range map[string]string{
		``: "neither", `[]`: "neither", `{}`: "0 documents", `{"a":1}`: "neither", `{"":"{hello}"}`: "1 to 128", `{"` + strings.Repeat("a", 129) + `":"{hello}"}`: "1 to 128",
		`{"format":"other","version":1,"operations":[]}`: "format", `{"format":"apollo-persisted-query-manifest","version":2}`: "version 2",
		`{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"a","body":"{hello}"},{"id":"a","body":"{node{depth}}"}]}`: "two documents",
	} {
		if _, err := ParseDocuments([]byte(manifest)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.60s: %v", manifest, err)
		}
	}
	for text, says := range map[string]string{"{nope}": "nope", "{": "Expected", "{ " + strings.Repeat("a: hello ", 600) + "}": "root fields"} {
		config := (&world{}).config()
		config.Documents = Documents{"wrong": text}
		if _, err := New(config); err == nil || !strings.Contains(err.Error(), "document wrong") || !strings.Contains(err.Error(), says) {
			t.Errorf("%.20s: %v", text, err)
		}
	}
}

// Large answers are packed for who takes gzip, small ones and streams are not.
func TestAnswersArePacked(t *testing.T) {
	w := start(t, nil)
	large := `{"query":"{echo(text:\"` + strings.Repeat("abc ", 2000) + `\")}"}`
	response, body := w.do("POST", "/graphql", large, "Content-Type", jsonType, "Accept-Encoding", "br, gzip")
	reader, err := gzip.NewReader(strings.NewReader(body))
	if response.Header.Get("Content-Encoding") != "gzip" || err != nil || len(body) > 2000 {
		t.Fatalf("%d bytes of %v: %v", len(body), response.Header, err)
	}
	if text, err := io.ReadAll(reader); err != nil || !strings.Contains(string(text), strings.Repeat("abc ", 2000)) {
		t.Errorf("unpacked are %d bytes: %v", len(text), err)
	}
	lengths := map[int]bool{} // of the padding, which goes by the content
	for n := range 40 {
		other := fmt.Sprintf(`{"query":"{echo(text:\"%d %s\")}"}`, n, strings.Repeat("abc ", 2000))
		_, body := w.do("POST", "/graphql", other, "Content-Type", jsonType, "Accept-Encoding", "gzip;q=0.1, br, zstd")
		padded, err := gzip.NewReader(strings.NewReader(body))
		if err != nil || len(padded.Comment) < 1 || len(padded.Comment) > 32 {
			t.Fatalf("padded with %+v: %v", padded, err)
		}
		lengths[len(padded.Comment)] = true
	}
	if len(lengths) < 8 {
		t.Errorf("40 answers have %d lengths of padding", len(lengths))
	}
	if vary := strings.Join(response.Header.Values("Vary"), ", "); !strings.Contains(vary, "Accept-Encoding") || !strings.Contains(vary, "Origin") {
		t.Errorf("it varies by %s", vary)
	}
	for name, asks := range map[string][]string{
		"unasked": {large, "Content-Type", jsonType, "Accept-Encoding", "identity"}, "refused": {large, "Content-Type", jsonType, "Accept-Encoding", "gzip;q=0"},
		"brotli": {large, "Content-Type", jsonType, "Accept-Encoding", "br"}, "zstd": {large, "Content-Type", jsonType, "Accept-Encoding", "zstd"},
		"small":  {`{"query":"{hello}"}`, "Content-Type", jsonType, "Accept-Encoding", "gzip"},
		"stream": {`{"query":"subscription{flood(bytes:5000)}"}`, "Content-Type", "text/plain", "Accept-Encoding", "gzip", "Accept", streamType},
		"events": {`{"query":"subscription{ticks(count:900)}"}`, "Content-Type", jsonType, "Accept-Encoding", "gzip", "Accept", streamType},
	} {
		if response, _ := w.do("POST", "/graphql", asks[0], asks[1:]...); response.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: %v", name, response.Header)
		}
	}
}

// Every header that clients of Apollo and traces send is allowed to come along.
func TestHeadersOfApolloAndOfTracesMayCome(t *testing.T) {
	const app = "https://app.example.org"
	w := start(t, func(c *Config) { c.AllowedOrigins = []string{app} })
	for _, header := range []string{
		"authorization", "content-type", "apollo-require-preflight", "x-apollo-operation-name", "apollographql-client-name", "apollographql-client-version",
		"traceparent", "tracestate", "baggage", "b3", "x-b3-traceid", "sentry-trace", "x-datadog-trace-id",
	} {
		preflight, _ := w.do("OPTIONS", "/graphql", "", "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", header, "Origin", app)
		allowed := strings.Split(strings.ToLower(preflight.Header.Get("Access-Control-Allow-Headers")), ", ")
		found := false
		for _, name := range allowed {
			found = found || name == header
		}
		if !found {
			t.Errorf("%s may not come: %v", header, allowed)
		}
	}
}

// The schema is there for tools, in production where that is asked for.
func TestTheSchemaIsServed(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Config)
		status int
	}{
		"development": {nil, 200}, "production": {production, 404},
		"published": {func(c *Config) { c.Production, c.PublishSchema = true, true }, 200},
	} {
		w := start(t, test.change)
		response, body := w.do("GET", "/schema.graphql", "")
		if response.StatusCode != test.status {
			t.Errorf("%s: %d", name, response.StatusCode)
		}
		if test.status != 200 {
			continue
		}
		if schema, err := gqlparser.LoadSchema(&ast.Source{Input: body}); err != nil || schema.Query.Fields.ForName("hello") == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
