package gemini

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortnight/planner/model"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares a request with a file: its line, then its body with the library's random blanks taken out.
func golden(t *testing.T, name string, s sent) {
	t.Helper()
	var body bytes.Buffer
	if err := json.Indent(&body, s.body, "", "  "); err != nil {
		t.Fatal(err)
	}
	got := s.uri + "\n" + s.contentType + "\n\n" + body.String() + "\n"
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", name, got)
	}
	if s.key != testKey {
		t.Errorf("the key header is %q", s.key)
	}
	if strings.Contains(got, testKey) {
		t.Error("the key is in the request's line or body")
	}
}

func TestRequestsAreExactlyThese(t *testing.T) {
	f := newFake(t, pieces(goodWishes), pieces(goodPicks), pieces(goodPicks))
	c := f.client(t)
	if _, _, err := c.ReadWish(context.Background(), wishQuestion()); err != nil {
		t.Fatal(err)
	}
	again := planQuestion()
	again.Standing = []model.Pick{{Slot: 1, Day: 1, Candidate: 1, Rationale: "not sent"}, {Slot: 3, Day: 2, Candidate: 3}}
	again.Broken = []model.BrokenRule{{RuleID: "CON-2", Days: []int{1, 2}, Message: "Full body ends 13 h before the hard run; 24 h are the least."}}
	for _, q := range []model.PlanQuestion{planQuestion(), again} {
		if _, err := c.Propose(context.Background(), q, func(model.Pick) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "wish.golden", f.requests[0])
	golden(t, "propose.golden", f.requests[1])
	golden(t, "propose-again.golden", f.requests[2])
}

// The minimum of personal data: what docs/privacy.md says is not sent is not sent.
func TestRequestsCarryNoMoreThanTheyMust(t *testing.T) {
	f := newFake(t, pieces(goodPicks))
	if _, err := f.client(t).Propose(context.Background(), planQuestion(), func(model.Pick) error { return nil }); err != nil {
		t.Fatal(err)
	}
	body := string(f.requests[0].body)
	for _, secret := range []string{"birthday", "2026-", testKey, "athleteId", "\u202e", `\u0000`} {
		if strings.Contains(body, secret) {
			t.Errorf("%q is sent", secret)
		}
	}
	if strings.Contains(body, strings.Repeat("x", maxDescriptionRunes)) {
		t.Error("a description is sent in full")
	}
}

// A stranger's text cannot close the data: the two lines that do stand once each.
func TestS96S97DataStaysInsideItsLines(t *testing.T) {
	f := newFake(t, pieces(goodPicks))
	if _, err := f.client(t).Propose(context.Background(), planQuestion(), func(model.Pick) error { return nil }); err != nil {
		t.Fatal(err)
	}
	var request struct {
		Contents []struct {
			Parts []struct{ Text string }
		}
	}
	if err := json.Unmarshal(f.requests[0].body, &request); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(request.Contents[0].Parts[0].Text, "\n")
	if len(lines) != 3 || lines[0] != "BEGIN DATA" || lines[2] != "END DATA" || !json.Valid([]byte(lines[1])) {
		t.Errorf("%q", lines)
	}
}
