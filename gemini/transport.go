package gemini

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// Bounds of what is read from the service.
const (
	maxBodyBytes  = 4 << 20
	maxErrorBytes = 64 << 10
)

// transport puts the key into a header of requests to its own host, bounds what is read, and gives errors the form that the client
// library understands: where a stream is asked for, the service sends them inside an array.
type transport struct {
	key  Key
	host string
	base http.RoundTripper
}

func newTransport(c Config) (*transport, error) {
	u, err := url.Parse(c.Endpoint)
	if err != nil {
		return nil, err
	}
	base := http.DefaultTransport.(*http.Transport).Clone()
	base.MaxResponseHeaderBytes = 64 << 10
	return &transport{key: c.Key, host: u.Host, base: base}, nil
}

// RoundTrip is http.RoundTripper's.
func (t *transport) RoundTrip(request *http.Request) (*http.Response, error) {
	request = request.Clone(request.Context())
	if request.URL.Host == t.host {
		request.Header.Set("X-Goog-Api-Key", string(t.key))
	}
	response, err := t.base.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= 300 {
		t.plainError(response)
		return response, nil
	}
	response.Body = &boundedBody{Reader: io.LimitReader(response.Body, maxBodyBytes), Closer: response.Body}
	return response, nil
}

type boundedBody struct {
	io.Reader
	io.Closer
}

// plainError reads an error's body, takes it out of its array, and makes sure that the key is not in it.
func (t *transport) plainError(response *http.Response) {
	body, err := io.ReadAll(io.LimitReader(response.Body, maxErrorBytes))
	_ = response.Body.Close()
	if err != nil {
		body = nil // the status says enough
	}
	var list []json.RawMessage
	if json.Unmarshal(body, &list) == nil && len(list) > 0 {
		body = list[0]
	}
	body = bytes.ReplaceAll(body, []byte(t.key), []byte(redacted))
	response.Body = io.NopCloser(bytes.NewReader(body))
	response.ContentLength = int64(len(body))
}

// hide takes the key out of a text.
func (t *transport) hide(text string) string {
	return strings.ReplaceAll(text, string(t.key), redacted)
}
