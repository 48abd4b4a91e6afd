package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"fortnight/cmd/fortnight/demo"
	"fortnight/library"
	"fortnight/training"
)

// readmeDay is the day on which the run of the README was watched: Monday 30 November 2026.
const readmeDay = training.Date(20787)

const readme = "../../README.md"

// readmeBlock is the only block of a kind in the README.
func readmeBlock(t *testing.T, kind string) string {
	t.Helper()
	source, err := os.ReadFile(readme)
	must(t, err)
	parts := strings.Split(string(source), "```"+kind+"\n")
	if len(parts) != 2 {
		t.Fatalf("the README has %d blocks of %s", len(parts)-1, kind)
	}
	block, _, _ := strings.Cut(parts[1], "```")
	return block
}

// numberedLine is a decision of the run.
var numberedLine = regexp.MustCompile(`(?m)^ *(\d+) `)

// abridged is what the demo says, with … in the place of the decisions whose numbers the block does not have.
func abridged(block, said string) string {
	shown := map[string]bool{}
	for _, m := range numberedLine.FindAllStringSubmatch(block, -1) {
		shown[m[1]] = true
	}
	lines := []string{"$ make demo", "signing up demo-…@fortnight.example"} // the address is made up for each
	for _, line := range strings.Split(strings.TrimSpace(said), "\n")[1:] {
		if m := numberedLine.FindStringSubmatch(line); m != nil && !shown[m[1]] {
			line = "     …"
		}
		if line = strings.TrimRight(line, " "); line != "     …" || lines[len(lines)-1] != line {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// The run that the README shows is the one that `make demo` makes on that day, with some decisions left out. The documents below it do what is said
// of them.
func TestTheReadmeShowsWhatIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare, func(w *world) { w.day = readmeDay })
	must(t, w.db.Seed(t.Context(), library.All(), func(int, int) {}))
	var out bytes.Buffer
	api := &demo.Client{URL: w.url, HTTP: &http.Client{Timeout: 30 * time.Second}}
	who := demo.Login{Email: "demo@example.com", Password: "fourteen-wheels", Name: "Demo Athlete"}
	must(t, demo.Run(t.Context(), api, who, readmeDay, demo.Terminal{Out: &out}))
	block := readmeBlock(t, "text")
	if want := abridged(block, out.String()); block != want {
		if *update {
			source, err := os.ReadFile(readme)
			must(t, err)
			must(t, os.WriteFile(readme, bytes.Replace(source, []byte(block), []byte(want), 1), 0o644))
		} else {
			t.Errorf("the README has\n%s\nand the demo says (-update writes it)\n%s", block, want)
		}
	}
	if strings.Count(block, "\n") < 60 || strings.Count(block, "…\n") > 12 {
		t.Errorf("the README shows little of the run:\n%s", block)
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
