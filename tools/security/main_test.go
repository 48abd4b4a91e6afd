package main

import (
	"io"
	"strings"
	"testing"
)

// Every promise has a test that carries its id, or a reason that is written down.
func TestEveryPromiseHasATest(t *testing.T) {
	var out strings.Builder
	wrong, err := list(&out, "../..")
	if err != nil {
		t.Fatal(err)
	}
	if wrong > 0 {
		t.Errorf("%d are wrong:\n%s", wrong, out.String())
	}
	if strings.Count(out.String(), "\n") < 300 {
		t.Errorf("the list is short:\n%s", out.String())
	}
}

func TestListNeedsTheDocument(t *testing.T) {
	if _, err := list(io.Discard, t.TempDir()); err == nil {
		t.Error("a folder without docs/security.md has a list")
	}
}
