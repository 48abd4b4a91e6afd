package figures

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortnight/session"
)

var update = flag.Bool("update", false, "write docs/load-model.md and docs/load-model.svg")

func TestDocumentSaysWhatTheCodeSays(t *testing.T) {
	page, err := LoadModel()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"load-model.md": page, "load-model.svg": LoadModelFigure(), "sessions.md": Sessions()}
	for name, drawing := range Drawings() {
		files[filepath.Join("sessions", name)] = drawing
	}
	for name, want := range files {
		path := filepath.Join("..", "..", "docs", name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("docs/%s is not what the code says now: go test ./internal/figures -update, and read what changed", name)
		}
	}
}

// No drawing is left of a family that is gone.
func TestEveryDrawingIsOfAFamily(t *testing.T) {
	there, err := os.ReadDir(filepath.Join("..", "..", "docs", "sessions"))
	if err != nil {
		t.Fatal(err)
	}
	drawings := Drawings()
	if len(there) != len(drawings) || len(drawings) < 90 {
		t.Errorf("%d files, %d drawings", len(there), len(drawings))
	}
	for _, file := range there {
		if drawings[file.Name()] == "" {
			t.Errorf("docs/sessions/%s is of no family", file.Name())
		}
	}
}

func TestFiguresAreWellFormed(t *testing.T) {
	files := Drawings()
	files["load-model.svg"] = LoadModelFigure()
	for name, text := range files {
		decoder := xml.NewDecoder(strings.NewReader(text))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

// A drawing lasts as long as its session, and its hard parts are as long as the load says.
func TestDrawingsShowTheSession(t *testing.T) {
	for _, f := range session.All() {
		w := middle(&f)
		total, high, lifts := 0, 0, false
		for _, p := range partsOf(w) {
			total += p.seconds
			if p.class == "high" {
				high += p.seconds
			}
			lifts = lifts || p.class == "lift"
			if p.seconds <= 0 || p.from < 0 || p.to < 0 || p.class != "" && p.from+p.to == 0 {
				t.Errorf("%s: %+v", w.Title, p)
			}
		}
		if near := float64(total) / float64(w.DurationSeconds); near < 0.97 || near > 1.03 {
			t.Errorf("%s: %d s are drawn of %d", w.Title, total, w.DurationSeconds)
		}
		if !lifts && math.Abs(float64(high-w.Demand.HighSeconds)) > 90 {
			t.Errorf("%s: %d s are drawn as high, %d are", w.Title, high, w.Demand.HighSeconds)
		}
	}
}

// The hours last an hour, and their loads are those of what is drawn, worked out from its samples.
func TestHours(t *testing.T) {
	for _, h := range hours {
		power := h.power()
		if len(power) != 3600 {
			t.Fatalf("%s lasts %d s", h.name, len(power))
		}
		square, fourths := 0.0, 0.0
		for _, x := range power {
			square += x * x / 36
		}
		means := smoothed(power)
		for _, x := range means {
			fourths += x * x * x * x / float64(len(means))
		}
		m := measure(h)
		near(t, h.name+", mean square", m.BySquare, square, 0.001)
		near(t, h.name+", normalized power", m.NormalizedPower, math.Pow(fourths, 0.25), 0.0001)
		near(t, h.name+", load", m.ByPower, 100*m.NormalizedPower*m.NormalizedPower, 0.01)
	}
}

// The text's reasons hold: steady work is the same by IF² and NP, NP's lead falls as the work is cut shorter, and heart rate lies below.
func TestWhyTheMethodsDiffer(t *testing.T) {
	lead := math.Inf(1)
	for i, h := range hours {
		m := measure(h)
		if i == 0 {
			near(t, "steady", m.ByPower, m.BySquare, 1e-9)
		} else if next := m.ByPower/m.BySquare - 1; next <= 0 || next >= lead {
			t.Errorf("%s: NP leads by %.3f after %.3f", h.name, next, lead)
		} else {
			lead = next
		}
		if m.ByBeats >= m.BySquare {
			t.Errorf("%s: %.1f by heart rate, %.1f by IF²", h.name, m.ByBeats, m.BySquare)
		}
		curve := m.ByBeatsAtOnce - (m.BySquare - m.AboveThreshold) // what is left of the difference without lag and above threshold
		if lag := m.ByBeatsAtOnce - m.ByBeats; lag < -1e-9 || i > 0 && lag < 0.5 || curve >= 0 {
			t.Errorf("%s: the lag costs %.2f TSS, the curve %.2f", h.name, lag, -curve)
		}
	}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
