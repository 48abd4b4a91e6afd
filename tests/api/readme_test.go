package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"fortnight/cmd/fortnight/demo"
	"fortnight/library"
	"fortnight/training"
)

// readmeDay is the day on which the run of the README was watched: Monday 30 November 2026.
const readmeDay = training.Date(20787)

// readmeBlock is the only block of a kind in the README.
func readmeBlock(t *testing.T, kind string) string {
	t.Helper()
	source, err := os.ReadFile("../../README.md")
	must(t, err)
	parts := strings.Split(string(source), "```"+kind+"\n")
	if len(parts) != 2 {
		t.Fatalf("the README has %d blocks of %s", len(parts)-1, kind)
	}
	block, _, _ := strings.Cut(parts[1], "```")
	return block
}

// The run that the README shows is the one that `make demo` made on that day, line by line; a line of … stands for any number of them. The
// documents below it do what is said of them.
func TestTheReadmeShowsWhatIs(t *testing.T) {
	oneByOne(t)
	w := newWorld(t, bare, func(w *world) { w.day = readmeDay })
	must(t, w.db.Seed(t.Context(), library.All(), func(int, int) {}))
	var out bytes.Buffer
	api := &demo.Client{URL: w.url, HTTP: &http.Client{Timeout: 30 * time.Second}}
	who := demo.Login{Email: "demo@example.com", Password: "fourteen-wheels", Name: "Demo Athlete"}
	must(t, demo.Run(t.Context(), api, who, readmeDay, demo.Terminal{Out: &out}))
	said, compared := strings.Split(out.String(), "\n")[1:], 0 // the first has an address made up for each
	gap := false
	for _, line := range strings.Split(strings.TrimSpace(readmeBlock(t, "text")), "\n")[2:] {
		if strings.TrimSpace(line) == "…" {
			gap = true
			continue
		}
		at := 0
		for gap && at < len(said)-1 && strings.TrimRight(said[at], " ") != line {
			at++
		}
		if got := strings.TrimRight(said[at], " "); got != line {
			t.Fatalf("the README has\n%s\nand the demo says\n%s", line, got)
		}
		said, gap, compared = said[at+1:], false, compared+1
	}
	if rest := strings.TrimSpace(strings.Join(said, "")); rest != "" || compared < 60 {
		t.Errorf("%d lines were compared, and the demo goes on: %s", compared, rest)
	}

	c := (&client{url: w.url, email: who.Email, password: who.Password}).again(t)
	documents := strings.Split(strings.TrimSpace(readmeBlock(t, "graphql")), "\n\n")
	if len(documents) != 3 {
		t.Fatalf("%d documents", len(documents))
	}
	var begun struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	c.ask(t, documents[0], nil, &begun)
	for after, events := 0, 0; after < 2; after++ { // from the first, and after a cut
		s, err := overSocket(t.Context(), c, documents[1], vars{"runId": begun.GeneratePlan.Run.ID, "after": after * 40})
		must(t, err)
		n, last := 0, ""
		for {
			a, err := s.receive()
			if errors.Is(err, io.EOF) {
				break
			}
			must(t, err)
			n, last = n+1, string(a.Data)
		}
		must(t, s.conn.Close())
		if after == 0 {
			events = n
		}
		if !strings.Contains(last, `"stage":"COMMIT"`) || n != events-after*40 || n == 0 {
			t.Errorf("after %d come %d of %d decisions, the last %s", after*40, n, events, last)
		}
	}
	var road struct {
		Season struct {
			DaysToEvent int
			Weeks       []json.RawMessage
		}
	}
	if c.ask(t, documents[2], nil, &road); road.Season.DaysToEvent != 62 || len(road.Season.Weeks) < 8 {
		t.Errorf("the road is %+v", road)
	}
}
