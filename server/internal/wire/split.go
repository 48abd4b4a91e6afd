package wire

import (
	"bytes"
	"encoding/json"
	"errors"
)

var (
	errNoObject   = errors.New("the request must be a JSON object")
	errSomeBehind = errors.New("the request must be one JSON object, with nothing after it")
)

// members are those that a request may have, each as it was sent, nil where it was not.
type members struct{ query, documentID, operationName, variables, extensions json.RawMessage }

// of is where a member is kept, nil for one that nobody asks for.
func (m *members) of(name string) *json.RawMessage {
	switch name {
	case "query":
		return &m.query
	case "documentId":
		return &m.documentID
	case "operationName":
		return &m.operationName
	case "variables":
		return &m.variables
	case "extensions":
		return &m.extensions
	}
	return nil
}

// split takes the outermost object of a request apart. A document is most of a request, and encoding/json would go through it once for each of: where
// it ends, whether it is JSON, and its letters; this looks for its end alone, so that it is decoded once. Those members that nobody asks for, and those that
// come once more, are looked at whether they are JSON; the others are where they are decoded. It says too whether something stands behind the object.
func split(data []byte) (found members, behind bool, err error) {
	s := splitter{data: data}
	s.space()
	if bytes.HasPrefix(s.rest(), []byte("null")) { // it is as if it were empty
		s.at += len("null")
	} else if err := s.object(&found); err != nil {
		return found, false, err
	}
	s.space()
	return found, len(s.rest()) > 0, nil
}

// object reads an object's members.
func (s *splitter) object(into *members) error {
	if !s.take('{') {
		return errNoObject
	}
	if s.space(); s.take('}') {
		return nil
	}
	for {
		var name string
		s.space()
		if json.Unmarshal(s.value(), &name) != nil { // of a key that is no text, and of none
			return errNoObject
		}
		if s.space(); !s.take(':') {
			return errNoObject
		}
		s.space()
		value := s.value()
		place := into.of(name)
		if place == nil {
			place = new(json.RawMessage)
			*place = value
		}
		if *place != nil && !json.Valid(*place) {
			return errNoObject
		}
		*place = value
		switch s.space(); {
		case s.take('}'):
			return nil
		case !s.take(','):
			return errNoObject
		}
	}
}

// splitter goes through JSON.
type splitter struct {
	data []byte
	at   int
}

func (s *splitter) rest() []byte { return s.data[s.at:] }

func (s *splitter) space() {
	for s.at < len(s.data) && (s.data[s.at] == ' ' || s.data[s.at] == '\t' || s.data[s.at] == '\r' || s.data[s.at] == '\n') {
		s.at++
	}
}

func (s *splitter) take(c byte) bool {
	is := s.at < len(s.data) && s.data[s.at] == c
	if is {
		s.at++
	}
	return is
}

// value is what stands here, if it is JSON: a text to its end, an object or an array to where as many are closed as were opened, else up to what
// cannot be part of a number or a word.
func (s *splitter) value() []byte {
	from, open := s.at, 0
	for s.at < len(s.data) {
		switch c := s.data[s.at]; c {
		case '"':
			s.text()
		case '{', '[':
			open++
			s.at++
		case '}', ']':
			if open == 0 {
				return s.data[from:s.at]
			}
			open--
			s.at++
		case ',', ':', ' ', '\t', '\r', '\n':
			if open == 0 {
				return s.data[from:s.at]
			}
			s.at++
			continue
		default:
			s.at++
			continue
		}
		if open == 0 {
			return s.data[from:s.at]
		}
	}
	return s.data[from:s.at]
}

// text passes a text.
func (s *splitter) text() {
	for s.at++; s.at < len(s.data); {
		end := bytes.IndexByte(s.rest(), '"')
		if end < 0 {
			s.at = len(s.data)
			return
		}
		begin := s.at
		s.at += end + 1
		escapes := 0
		for n := s.at - 2; n >= begin && s.data[n] == '\\'; n-- {
			escapes++
		}
		if escapes%2 == 0 {
			return
		}
	}
}
