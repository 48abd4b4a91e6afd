// Package demo is Fortnight seen from outside: a client of its API that signs up an athlete with a history, asks for a plan and shows
// the decisions as they stream.
package demo

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/gorilla/websocket"
)

// maxAnswer bounds what is read of one answer.
const maxAnswer = 16 << 20

// Client speaks GraphQL to a server: over HTTP, and over WebSocket for what streams.
type Client struct {
	URL   string // of the GraphQL endpoint, http or https
	Token string // access token, empty before the log-in
	HTTP  *http.Client
	TLS   *tls.Config // by which a subscription knows the server; nil for what the machine trusts
}

// ErrorAnswer is what a server answers in place of data.
type ErrorAnswer []struct {
	Message    string         `json:"message"`
	Extensions map[string]any `json:"extensions"`
}

// Error joins the messages and their codes.
func (e ErrorAnswer) Error() string {
	parts := make([]string, len(e))
	for i, one := range e {
		parts[i] = fmt.Sprintf("%s %v", one.Message, one.Extensions)
	}
	return strings.Join(parts, "; ")
}

// Do sends one operation and decodes the data of its answer.
func (c *Client) Do(ctx context.Context, query string, variables, data any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	if c.Token != "" {
		request.Header.Set("Authorization", "Bearer "+c.Token)
	}
	response, err := c.HTTP.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	return decodeAnswer(io.LimitReader(response.Body, maxAnswer), data)
}

// decodeAnswer reads the data of an answer; its errors come as an ErrorAnswer.
func decodeAnswer(body io.Reader, data any) error {
	var answer struct {
		Data   json.RawMessage `json:"data"`
		Errors ErrorAnswer     `json:"errors"`
	}
	if err := json.NewDecoder(body).Decode(&answer); err != nil {
		return fmt.Errorf("the answer is not GraphQL: %w", err)
	}
	if len(answer.Errors) > 0 {
		return answer.Errors
	}
	return json.Unmarshal(answer.Data, data)
}

type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// Subscribe streams the data of a subscription to each, until the server completes it, each returns an error or ctx ends.
func (c *Client) Subscribe(ctx context.Context, query string, variables any, each func(data json.RawMessage) error) error {
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}, HandshakeTimeout: 10 * time.Second, TLSClientConfig: c.TLS}
	socket, response, err := dialer.DialContext(ctx, "ws"+strings.TrimPrefix(c.URL, "http"), nil)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	defer socket.Close()
	stop := context.AfterFunc(ctx, func() { socket.Close() })
	defer stop()
	if err := c.open(socket, query, variables); err != nil {
		return err
	}
	for {
		var m message
		if err := socket.ReadJSON(&m); err != nil {
			return errors.Join(ctx.Err(), err)
		}
		done, err := receive(socket, m, each)
		if done || err != nil {
			return err
		}
	}
}

func (c *Client) open(socket *websocket.Conn, query string, variables any) error {
	headers, err := json.Marshal(map[string]string{"Authorization": "Bearer " + c.Token})
	if err != nil {
		return err
	}
	operation, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	if err := socket.WriteJSON(message{Type: "connection_init", Payload: headers}); err != nil {
		return err
	}
	var ack message
	if err := socket.ReadJSON(&ack); err != nil {
		return err
	}
	if ack.Type != "connection_ack" {
		return fmt.Errorf("the server answered %q in place of connection_ack", ack.Type)
	}
	return socket.WriteJSON(message{ID: "1", Type: "subscribe", Payload: operation})
}

func receive(socket *websocket.Conn, m message, each func(json.RawMessage) error) (done bool, err error) {
	switch m.Type {
	case "ping":
		return false, socket.WriteJSON(message{Type: "pong"})
	case "complete":
		return true, nil
	case "error":
		var answer ErrorAnswer
		if err := json.Unmarshal(m.Payload, &answer); err != nil {
			return true, err
		}
		return true, answer
	case "next":
		var data json.RawMessage
		if err := decodeAnswer(bytes.NewReader(m.Payload), &data); err != nil {
			return true, err
		}
		return false, each(data)
	}
	return false, nil
}
