package figures

import (
	"fmt"
	"strings"

	"fortnight/session"
	"fortnight/training"
)

// Sizes of a drawing in pixels, and the intensity, or effort of ten, that is as high as it goes.
const (
	drawingWidth  = 640
	drawingHeight = 132
	drawingLeft   = 10
	drawingRight  = 74
	drawingTop    = 10
	drawingFoot   = 24
	highest       = 1.3
)

const drawingStyle = `<style>
svg { --paper: #ffffff; --soft: #59636e; --easy: #c9d1d9; --moderate: #00795a; --high: #0072b2; --lift: #b34700 }
@media (prefers-color-scheme: dark) {
svg { --paper: #0d1117; --soft: #9198a1; --easy: #3d444d; --moderate: #2fc79a; --high: #56b4e9; --lift: #e69f00 }
}
text { font: 11px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--soft) }
.easy { fill: var(--easy) } .moderate { fill: var(--moderate) } .high { fill: var(--high) } .lift { fill: var(--lift); stroke: var(--paper) }
.threshold { stroke: var(--soft); stroke-dasharray: 4 4 }
</style>
`

// part is a stretch of a session that is drawn as one shape.
type part struct {
	seconds  int
	from, to float64 // intensity as a share of threshold, or effort of ten
	class    string  // easy, moderate, high or lift; empty for rest
}

// Drawings are the files of docs/sessions by name: one for each family.
func Drawings() map[string]string {
	files := map[string]string{}
	for _, f := range session.All() {
		files[drawingName(&f)] = drawing(middle(&f))
	}
	return files
}

func drawingName(f *session.Family) string { return strings.ToLower(string(f.ID)) + ".svg" }

func drawing(w training.Workout) string {
	parts := partsOf(w)
	total := 0
	for _, p := range parts {
		total += p.seconds
	}
	var out strings.Builder
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%[1]d\" height=\"%[2]d\" role=\"img\" aria-labelledby=\"t\">\n"+
		"<title id=\"t\">%s</title>\n%s<rect width=\"%[1]d\" height=\"%[2]d\" style=\"fill:var(--paper)\"/>\n", drawingWidth, drawingHeight, escaped(w.Title), drawingStyle)
	at, lifts := 0, false
	for _, p := range parts {
		if p.class != "" {
			fmt.Fprintf(&out, "<path class=\"%s\" d=\"M%.1f %dL%.1f %.1fL%.1f %.1fL%.1f %[3]dZ\"/>\n", p.class, across(at, total), drawingHeight-drawingFoot,
				across(at, total), up(p.from), across(at+p.seconds, total), up(p.to), across(at+p.seconds, total))
		}
		at, lifts = at+p.seconds, lifts || p.class == "lift"
	}
	if !lifts {
		fmt.Fprintf(&out, "<path class=\"threshold\" d=\"M%d %.1fH%d\"/>\n<text x=\"%d\" y=\"%.1f\">threshold</text>\n", drawingLeft, up(1), drawingWidth-drawingRight,
			drawingWidth-drawingRight+6, up(1)+4)
	}
	for minutes := 0; minutes*60 <= total; minutes += ticks(total) {
		fmt.Fprintf(&out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", across(minutes*60, total), drawingHeight-8, minutes)
	}
	fmt.Fprintf(&out, "<text x=\"%d\" y=\"%d\">min</text>\n</svg>\n", drawingWidth-drawingRight+6, drawingHeight-8)
	return out.String()
}

// across is where a second stands, up where an intensity does, in pixels.
func across(second, total int) float64 {
	return drawingLeft + float64(second)/float64(total)*(drawingWidth-drawingLeft-drawingRight)
}

func up(intensity float64) float64 {
	return drawingHeight - drawingFoot - min(intensity, highest)/highest*(drawingHeight-drawingFoot-drawingTop)
}

// ticks is how many minutes lie between two numbers below a drawing: at most a dozen of them.
func ticks(total int) int {
	for _, minutes := range []int{5, 10, 15, 30} {
		if total <= 12*60*minutes {
			return minutes
		}
	}
	return 60
}

func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// partsOf is a workout as it is done, its repeats written out; neighbours that look alike are one.
func partsOf(w training.Workout) []part {
	var parts []part
	for _, block := range w.Blocks {
		for range max(1, block.Repeats) {
			parts = appendParts(parts, block.Sport, block.Steps)
		}
	}
	return parts
}

func appendParts(parts []part, sport training.Sport, steps training.Steps) []part {
	for _, step := range steps {
		if s, nested := step.(training.RepeatStep); nested {
			for round := range s.Repeats {
				inner := s.Steps
				if s.SkipLastRecovery && round == s.Repeats-1 {
					inner = inner[:len(inner)-1]
				}
				parts = appendParts(parts, sport, inner)
			}
			continue
		}
		p := partOf(sport, step)
		if n := len(parts); n > 0 && p.class != "lift" && parts[n-1].class == p.class && parts[n-1].to == p.from && parts[n-1].from == parts[n-1].to && p.from == p.to {
			parts[n-1].seconds += p.seconds
		} else {
			parts = append(parts, p)
		}
	}
	return parts
}

func partOf(sport training.Sport, step training.Step) part {
	block := training.Block{Sport: sport, Repeats: 1, Steps: training.Steps{step}}
	load := training.Measure(sport, []training.Block{block}, training.Thresholds{})
	p := part{seconds: load.DurationSeconds}
	switch s := step.(type) {
	case training.StrengthStep:
		p = lifted(p, float64(10-load.Demand.LeastReserve))
	case training.EnduranceStep:
		outline := session.OutlineOf(&training.Workout{Sport: sport, Blocks: []training.Block{block}})
		p.from, p.to, p.class = outline.Pieces[0].From, outline.Pieces[0].To, "easy"
		if p.from+p.to == 0 { // a sport without thresholds
			return lifted(p, outline.Pieces[0].RPE)
		}
		if s.Target.Shape == training.Ramp {
			break // warming up and cooling down, whatever it passes
		}
		if load.Demand.HighSeconds > 0 {
			p.class = "high"
		} else if load.Demand.ModerateSeconds > 0 {
			p.class = "moderate"
		}
	}
	return p
}

// leastEffort is how high the lightest effort is drawn, of ten.
const leastEffort = 2

// lifted is a part that is as high as its effort, of ten.
func lifted(p part, effort float64) part {
	p.class, p.from = "lift", max(effort, leastEffort)/10
	p.to = p.from
	return p
}

// middle is the dose that is drawn.
func middle(f *session.Family) training.Workout {
	const months = 36
	return f.Write(session.Dose{
		Family: f.ID, Level: (f.Rungs + 1) / 2, For: training.Advanced, Who: session.Lifter{Level: training.Advanced, Months: months},
	})
}
