package postgres

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestPackedDocuments(t *testing.T) {
	long := []string{strings.Repeat("the session on Sat 28 Nov stays as it is ", 5000), "ünïcode  "}
	stored, err := Packed[[]string]{&long}.Value()
	if err != nil || len(stored.([]byte)) > 5000 {
		t.Fatalf("%d bytes, %v", len(stored.([]byte)), err)
	}
	var read Packed[[]string]
	if err := read.Scan(stored); err != nil || !reflect.DeepEqual(*read.Of, long) {
		t.Errorf("it comes back as another: %v", err)
	}
	if err := read.Scan(nil); err != nil || read.Of != nil {
		t.Errorf("NULL: %v, %v", read.Of, err)
	}
	if none, err := (Packed[int]{}).Value(); none != nil || err != nil {
		t.Errorf("nil: %v, %v", none, err)
	}
	var raw Packed[json.RawMessage] // as a migration leaves it
	if err := raw.Scan([]byte(`{"a": [1, 2]}`)); err != nil || string(*raw.Of) != `{"a": [1, 2]}` {
		t.Errorf("text: %v", err)
	}
	document := json.RawMessage(`{"a":[1,2]}`)
	if stored, err := (Packed[json.RawMessage]{&document}).Value(); err != nil || raw.Scan(stored) != nil || string(*raw.Of) != string(document) {
		t.Errorf("what is JSON already: %s, %v", *raw.Of, err)
	}
	for _, broken := range [][]byte{{}, {packedMark}, {packedMark, 0xff, 0xff}, []byte("x"), stored.([]byte)[:20]} {
		if err := read.Scan(broken); err == nil {
			t.Errorf("%.10q is read", broken)
		}
	}
}

func TestSealedDocuments(t *testing.T) {
	document := []string{"one", "two"}
	stored, err := Seal(&document).Value()
	if err != nil {
		t.Fatal(err)
	}
	buffer := bytes.Clone(stored.([]byte)) // a driver's, which it uses again
	var read Sealed[[]string]
	if err := read.Scan(buffer); err != nil {
		t.Fatal(err)
	}
	clear(buffer)
	if of, err := read.Open(); err != nil || !reflect.DeepEqual(*of, document) {
		t.Errorf("it comes back as another: %v", err)
	}
	if again, err := read.Value(); err != nil || !reflect.DeepEqual(again, stored) {
		t.Errorf("stored again as %q, %v", again, err)
	}
	if err := read.Scan(nil); err != nil {
		t.Error(err)
	}
	if of, err := read.Open(); of != nil || err != nil {
		t.Errorf("NULL: %v, %v", of, err)
	}
	if none, err := Seal[int](nil).Value(); none != nil || err != nil {
		t.Errorf("nil: %v, %v", none, err)
	}
	if err := read.Scan(1); err == nil {
		t.Error("a number is read")
	}
	if err := read.Scan([]byte{packedMark, 0xff}); err != nil {
		t.Error(err)
	}
	if of, err := read.Open(); err == nil {
		t.Errorf("what is broken is opened as %v", of)
	}
}
