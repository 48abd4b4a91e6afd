package graphqlws

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/server/internal/wire"
)

// The close codes of graphql-transport-ws.
const (
	closeBadRequest   = 4400
	closeUnauthorized = 4401
	closeForbidden    = 4403
	closeSubprotocol  = 4406
	closeInitTimeout  = 4408
	closeIDInUse      = 4409
	closeSecondInit   = 4429
	closeInternal     = 4500
)

// maxID is the longest id of an operation, in bytes: it fits into the reason of a close frame, and a UUID needs 36.
const maxID = 64

// fault is a message the protocol forbids: the code and the reason its connection is closed with.
type fault struct {
	code   int
	reason string
}

func badMessage(reason string) *fault { return &fault{closeBadRequest, reason} }

// message is one message of the client.
type message struct {
	Type    string          `json:"type"`
	ID      *string         `json:"id"`
	Payload json.RawMessage `json:"payload"`
}

func decodeMessage(data []byte) (*message, *fault) {
	var m *message
	if !utf8.Valid(data) || json.Unmarshal(data, &m) != nil || m == nil {
		return nil, badMessage("the message must be a JSON object with a type")
	}
	switch m.Type {
	case "subscribe", "complete":
		if m.ID == nil || *m.ID == "" || len(*m.ID) > maxID {
			return nil, badMessage("id must be a string of 1 to 64 bytes")
		}
	case "connection_init", "ping", "pong":
	default:
		return nil, badMessage("the type must be one of graphql-transport-ws")
	}
	return m, nil
}

// object returns the payload of connection_init, ping and pong: an object, or nothing.
func (m *message) object() (map[string]any, *fault) {
	if len(m.Payload) == 0 {
		return nil, nil
	}
	payload, err := wire.DecodeObject("payload", m.Payload)
	if err != nil {
		return nil, badMessage(err.Error())
	}
	return payload, nil
}

func (m *message) params() (*graphql.RawParams, *fault) {
	start := graphql.Now()
	if payload := bytes.TrimSpace(m.Payload); len(payload) == 0 || payload[0] != '{' {
		return nil, badMessage("payload must be a JSON object")
	}
	params, err := wire.DecodeParams(m.Payload)
	if err != nil {
		return nil, badMessage(err.Error())
	}
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return params, nil
}

func errorMessage(id string, errors []byte) []byte {
	return append(append(append(envelope("error", id, len(errors)+128), `,"payload":`...), errors...), '}')
}

func completeMessage(id string) []byte { return append(envelope("complete", id, 128), '}') }

// envelope begins a message; its caller ends it.
func envelope(kind, id string, size int) []byte {
	return appendEnvelope(make([]byte, 0, size+len(id)+40), kind, id)
}

func appendEnvelope(to []byte, kind, id string) []byte {
	to = append(to, `{"type":"`...)
	to = append(append(to, kind...), `","id":`...)
	return appendQuoted(to, id)
}

// appendQuoted appends a string as JSON. What clients choose as an id is letters, digits and hyphens, which stand for themselves: it is written before each
// event of each subscriber.
func appendQuoted(to []byte, text string) []byte {
	for i := range len(text) {
		if b := text[i]; b < ' ' || b > '~' || b == '"' || b == '\\' || b == '<' || b == '>' || b == '&' {
			quoted, _ := json.Marshal(text) // a string always has a JSON form
			return append(to, quoted...)
		}
	}
	return append(append(append(to, '"'), text...), '"')
}
