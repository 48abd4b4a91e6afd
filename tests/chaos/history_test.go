package chaos_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// entry is one line of a history: something that was seen from outside.
type entry struct {
	At       time.Duration `json:"at"` // since the beginning
	What     what          `json:"what"`
	Key      string        `json:"key,omitempty"`      // of a request for a plan
	Run      string        `json:"run,omitempty"`      // by its id
	Watcher  int           `json:"watcher,omitempty"`  // of that run, from 1
	Sequence int           `json:"sequence,omitempty"` // of an event
	Type     string        `json:"type,omitempty"`     // of an event
	Fault    string        `json:"fault,omitempty"`    // that begins or ends
	Node     string        `json:"node,omitempty"`
	Status   int           `json:"status,omitempty"` // of a probe, 0 for no answer
	Began    time.Duration `json:"began,omitempty"`  // of a probe: when it was sent
	Error    string        `json:"error,omitempty"`
}

// what happened.
type what string

const (
	accepted   what = "accepted" // a request for a plan, by its key
	saw        what = "saw"      // a watcher an event
	complete   what = "complete" // a watcher's stream said that it is
	faultBegan what = "began"    // a fault
	faultEnded what = "ended"    // a fault
	probed     what = "readyz"   // a node
	unclear    what = "unclear"  // an answer that is neither data nor says why there is none
	twoAtOnce  what = "two"      // an athlete has two runs under way
)

// frozen is the fault during which a node that has been asked for long enough cannot be ready.
const frozen = "database frozen"

// history is written line by line, as things happen.
type history struct {
	mu    sync.Mutex
	began time.Time
	file  *os.File
	out   *json.Encoder
}

func newHistory(t *testing.T, path string) *history {
	t.Helper()
	file, err := os.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = file.Close() })
	return &history{began: time.Now(), file: file, out: json.NewEncoder(file)}
}

func (h *history) note(e entry) {
	h.mu.Lock()
	defer h.mu.Unlock()
	e.At = time.Since(h.began)
	_ = h.out.Encode(e) // an entry that is missing is an anomaly
}

// anomalies reads a history and returns what must not be, by the invariant that it breaks. Within is how long after the last fault the last run may end.
func anomalies(from io.Reader, within time.Duration) ([]string, error) {
	var found []string
	fault := func(form string, of ...any) { found = append(found, fmt.Sprintf(form, of...)) }
	type seen struct {
		types    []string
		complete bool
	}
	runOf, keyOf := map[string]string{}, map[string]string{}
	watchers := map[string]map[int]*seen{}
	var lastEvent, lastFault, froze time.Duration
	away := false // the database, since froze
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		var e entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, err
		}
		switch e.What {
		case accepted:
			if run, again := runOf[e.Key]; again && run != e.Run {
				fault("I5: the key %s named run %s, and then %s", e.Key, run, e.Run)
			}
			if key, taken := keyOf[e.Run]; taken && key != e.Key {
				fault("I5: the run %s is of two keys, %s and %s", e.Run, key, e.Key)
			}
			runOf[e.Key], keyOf[e.Run] = e.Run, e.Key
		case saw, complete:
			if watchers[e.Run] == nil {
				watchers[e.Run] = map[int]*seen{}
			}
			w := watchers[e.Run][e.Watcher]
			if w == nil {
				w = &seen{}
				watchers[e.Run][e.Watcher] = w
			}
			switch {
			case e.What == complete:
				w.complete = true
				continue
			case e.Sequence != len(w.types)+1:
				fault("I2: watcher %d of run %s saw event %d after %d", e.Watcher, e.Run, e.Sequence, len(w.types))
			case w.complete, len(w.types) > 0 && terminal(w.types[len(w.types)-1]):
				fault("I1: watcher %d of run %s saw event %d after its end", e.Watcher, e.Run, e.Sequence)
			}
			w.types = append(w.types, e.Type)
			lastEvent = e.At
		case faultBegan:
			lastFault = e.At
			if e.Fault == frozen {
				froze, away = e.At, true
			}
		case faultEnded:
			lastFault = e.At
			if e.Fault == frozen {
				away = false
			}
		case probed:
			if away && e.Status == 200 && e.Began > froze+5*time.Second {
				fault("I7: %s says that it is ready %s after the database froze", e.Node, e.At-froze)
			}
		case unclear:
			fault("I8: %s", e.Error)
		case twoAtOnce:
			fault("I6: two runs of one athlete are under way: %s", e.Error)
		default:
			fault("%s is no entry", lines.Text())
		}
	}
	for _, run := range slices.Sorted(maps.Keys(keyOf)) {
		if len(watchers[run]) == 0 {
			fault("I1: nobody saw anything of run %s, which was accepted", run)
		}
		history := ""
		for _, n := range slices.Sorted(maps.Keys(watchers[run])) {
			w := watchers[run][n]
			if len(w.types) == 0 || !terminal(w.types[len(w.types)-1]) {
				fault("I1: watcher %d of run %s saw no end behind %d events", n, run, len(w.types))
			}
			own := strings.Join(w.types, " ")
			if history == "" {
				history = own
			}
			if own != history {
				fault("I2: two watchers of run %s saw %s, and %s", run, history, own)
			}
		}
	}
	if late := lastEvent - lastFault; late > within {
		fault("I1: the last run ended %s after the last fault", late)
	}
	return found, lines.Err()
}

// noAnomaly checks a history that was written to a file.
func noAnomaly(t *testing.T, path string, within time.Duration) {
	t.Helper()
	file, err := os.Open(path)
	must(t, err)
	defer file.Close()
	found, err := anomalies(file, within)
	must(t, err)
	for _, one := range found[:min(len(found), 50)] {
		t.Error(one)
	}
	t.Logf("%d anomalies", len(found))
}

func terminal(eventType string) bool { return strings.HasPrefix(eventType, "Run") } // RunSucceeded, RunFailed, RunCancelled

// The checker of F40 finds each kind of what must not be, and nothing where all is as it must.
func TestF40CheckerFinds(t *testing.T) {
	good := []entry{
		{What: accepted, Key: "k", Run: "r"}, {What: accepted, Key: "k", Run: "r"},
		{What: faultBegan, Fault: frozen, At: 1 * time.Second}, {What: probed, Status: 200, Began: 2 * time.Second, At: 9 * time.Second},
		{What: probed, Status: 503, Began: 7 * time.Second, At: 9 * time.Second}, {What: faultEnded, Fault: frozen, At: 10 * time.Second},
		{What: probed, Status: 200, Began: 11 * time.Second, At: 11 * time.Second},
		{What: saw, Run: "r", Watcher: 1, Sequence: 1, Type: "StageStarted", At: 12 * time.Second}, {What: saw, Run: "r", Watcher: 2, Sequence: 1, Type: "StageStarted", At: 12 * time.Second},
		{What: saw, Run: "r", Watcher: 1, Sequence: 2, Type: "RunSucceeded", At: 13 * time.Second}, {What: complete, Run: "r", Watcher: 1, At: 13 * time.Second},
		{What: saw, Run: "r", Watcher: 2, Sequence: 2, Type: "RunSucceeded", At: 13 * time.Second},
	}
	check := func(list []entry) []string {
		var text strings.Builder
		for _, e := range list {
			must(t, json.NewEncoder(&text).Encode(e))
		}
		found, err := anomalies(strings.NewReader(text.String()), time.Minute)
		must(t, err)
		return found
	}
	if found := check(good); len(found) != 0 {
		t.Errorf("of what is as it must be: %q", found)
	}
	without := func(n int) []entry { return slices.Delete(slices.Clone(good), n, n+1) }
	with := func(e entry) []entry { return append(slices.Clone(good), e) }
	for name, c := range map[string]struct {
		list []entry
		want string
	}{
		"two runs of a key":        {with(entry{What: accepted, Key: "k", Run: "r2"}), "I5"},
		"two keys of a run":        {with(entry{What: accepted, Key: "k2", Run: "r"}), "I5"},
		"nothing was seen":         {with(entry{What: accepted, Key: "k2", Run: "r2"}), "I1"},
		"an event is missing":      {without(7), "I2"},
		"an end is missing":        {without(11), "I1"},
		"an event twice":           {slices.Insert(slices.Clone(good), 8, good[7]), "I2"},
		"an event after the end":   {with(entry{What: saw, Run: "r", Watcher: 1, Sequence: 3, Type: "StageStarted", At: 14 * time.Second}), "I1"},
		"two histories":            {slices.Concat(good[:8], []entry{{What: saw, Run: "r", Watcher: 2, Sequence: 1, Type: "Other"}}, good[9:]), "I2"},
		"late":                     {with(entry{What: saw, Run: "r", Watcher: 3, Sequence: 1, Type: "StageStarted", At: 2 * time.Minute}), "I1: the last run"},
		"ready without a database": {slices.Insert(slices.Clone(good), 5, entry{What: probed, Status: 200, Began: 7 * time.Second, At: 8 * time.Second}), "I7"},
		"an unclear answer":        {with(entry{What: unclear, Error: "500"}), "I8"},
		"two at once":              {with(entry{What: twoAtOnce}), "I6"},
		"what nobody writes":       {with(entry{What: "else"}), "is no entry"},
	} {
		if found := strings.Join(check(c.list), "\n"); !strings.Contains(found, c.want) {
			t.Errorf("%s: found %q, want %s", name, found, c.want)
		}
	}
}
