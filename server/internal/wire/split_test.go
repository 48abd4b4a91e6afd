package wire

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// FuzzSplit has a request be taken apart as encoding/json would: the same members, or the same fault.
func FuzzSplit(f *testing.F) {
	for _, text := range []string{
		`{"query":"{a}"}`, ` { "query" : "{\"a\\\"b\\\\" , "variables":{"a":[1,"]",{"b":null}]}, "x" : 1.5e3 } `, `{}`, `null`, ` null `, `nullx`, `nul`, `{"a":1}{`,
		`{"qu\u0065ry":"\u00e9\ud83d\ude00\ud800\n"}`, `{"query":7,"query":"x","operationName":[1],"b":{"c":}}`, `{"query":"a" "b"}`, `{"query":"a",}`, `{,}`,
		`{"query"}`, `{"query":}`, `{query:"a"}`, `{1:2}`, `{"a":[}`, `{"a":{]}`, `{"a":"` + "\n" + `"}`, `{"a` + "\t" + `":1}`, `{"a":tru}`, `{"a":-}`, `{"variables":000}`, `{"extensions":}0`, `{"a":01}`, `{"a":"\x"}`,
		`{"extensions":{"persistedQuery":{}}`, `{"extensions":{"persistedQuery":{}}}}`, `{"variables":{"n":9007199254740993}} 1`, `{"a":"\\","query":"\\\\\""}`, `{"a":"\`,
		`7`, `"a"`, ``, `{"a":1 2}`, `{"a" "b":1}`, `{"query":null,"variables":null}`, `{"":1,"query":"a"}`, `{"variables":"a","variables":{}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if strings.Count(string(data), "[")+strings.Count(string(data), "{") > 1000 {
			return // levels are bounded by encoding/json, which counts from where it begins
		}
		var all map[string]json.RawMessage
		wantErr := decode(data, &all)
		want := map[string]json.RawMessage{}
		for _, name := range []string{"query", "documentId", "operationName", "variables", "extensions"} {
			if sent, is := all[name]; is {
				want[name] = sent
			}
		}
		params, err := DecodeParams(data)
		whole := wantErr == nil
		if _, shaped := shapeError(err); !whole != (err != nil && !shaped) {
			t.Fatalf("%q: %v, encoding/json says %v", data, err, wantErr)
		}
		if !whole {
			if err.Error() != wantErr.Error() && !strings.HasPrefix(err.Error(), "a batch") {
				t.Fatalf("%q: %v, encoding/json says %v", data, err, wantErr)
			}
			return
		}
		for name, into := range map[string]any{"query": new(string), "operationName": new(string), "variables": new(map[string]any), "extensions": new(map[string]any)} {
			if sent := want[name]; sent == nil || err != nil || member(name, sent, into) != nil || want["documentId"] != nil {
				continue
			}
			got := map[string]any{"query": &params.Query, "operationName": &params.OperationName, "variables": &params.Variables, "extensions": &params.Extensions}[name]
			if !reflect.DeepEqual(got, into) {
				t.Fatalf("%q: %s is %v, encoding/json says %v", data, name, got, into)
			}
		}
	})
}

// shapeError tells of an error whether it is of a request that is a JSON object.
func shapeError(err error) (string, bool) {
	if err == nil {
		return "", false
	}
	for _, of := range []string{" must be a string", " must be an object or null", "query must be a non-empty string", "both name a document"} {
		if strings.Contains(err.Error(), of) {
			return err.Error(), true
		}
	}
	return "", false
}

// A document is decoded once: what it takes to read a request does not go by how often encoding/json would go through it.
func TestDecodingTakesFewAllocations(t *testing.T) {
	body := []byte(`{"query":"` + strings.Repeat(`{ aField \"text\" }\n`, 200) + `","variables":{"from":"2026-12-01"}}`)
	if n := testing.AllocsPerRun(100, func() { _, _ = DecodeParams(body) }); n > 24 {
		t.Errorf("reading a request takes %.0f allocations", n)
	}
}

func BenchmarkDecodeParams(b *testing.B) {
	body := []byte(`{"query":"` + strings.Repeat(`{ aField \"text\" }\n`, 150) + `","variables":{"from":"2026-12-01"}}`)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = DecodeParams(body)
	}
}
