package figures

import (
	"fmt"
	"strings"
)

// Sizes in pixels. The right margin is for the names of lines, which stand where the lines end.
const (
	width       = 760
	leftMargin  = 58
	rightMargin = 118
	plotWidth   = width - leftMargin - rightMargin
)

// style names the colours once; a viewer whose system is dark sees the second set. Blue, vermilion and green are told apart by all
// common kinds of colour vision (Okabe & Ito).
const style = `<style>
svg { --paper: #ffffff; --ink: #1f2328; --faint: #d8dee4; --soft: #59636e; --fill: #e6eaef; --np: #0072b2; --square: #b34700; --heart: #00795a }
@media (prefers-color-scheme: dark) {
svg { --paper: #0d1117; --ink: #e6edf3; --faint: #30363d; --soft: #9198a1; --fill: #21262d; --np: #56b4e9; --square: #e69f00; --heart: #2fc79a }
}
text { font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--soft) }
.title { font-weight: 600; fill: var(--ink) }
.grid { stroke: var(--faint); stroke-width: 1 }
.line { fill: none; stroke-width: 2; stroke-linejoin: round }
.area { fill: var(--fill); stroke: var(--soft); stroke-width: .75 }
.np { stroke: var(--np) } .square { stroke: var(--square) } .heart { stroke: var(--heart) }
text.np { fill: var(--np); stroke: none } text.square { fill: var(--square); stroke: none } text.heart { fill: var(--heart); stroke: none }
.dashed { stroke: var(--soft); stroke-dasharray: 4 4 }
</style>
`

// panel is one plot over the hour: top and height in pixels, low and high in its unit.
type panel struct {
	out         *strings.Builder
	top, height float64
	low, high   float64
}

func (p panel) x(second float64) float64 { return leftMargin + second/3600*plotWidth }

func (p panel) y(value float64) float64 {
	return p.top + p.height*(p.high-value)/(p.high-p.low)
}

// frame draws the grid: a line for each tick, its number, the title above with the unit.
func (p panel) frame(title string, ticks ...float64) {
	fmt.Fprintf(p.out, "<text class=\"title\" x=\"%d\" y=\"%.0f\">%s</text>\n", leftMargin, p.top-10, title)
	for _, tick := range ticks {
		fmt.Fprintf(p.out, "<path class=\"grid\" d=\"M%d %.1fh%d\"/>\n", leftMargin, p.y(tick), plotWidth)
		fmt.Fprintf(p.out, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g</text>\n", leftMargin-8, p.y(tick)+4, tick)
	}
	for minute := 0; minute <= 60; minute += 10 {
		fmt.Fprintf(p.out, "<path class=\"grid\" d=\"M%.1f %.1fv4\"/>\n", p.x(float64(minute*60)), p.y(p.low))
	}
}

// minutes numbers the time axis below a panel.
func (p panel) minutes() {
	for minute := 0; minute <= 60; minute += 10 {
		fmt.Fprintf(p.out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d</text>\n", p.x(float64(minute*60)), p.y(p.low)+19, minute)
	}
	fmt.Fprintf(p.out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">time, min</text>\n", p.x(1800), p.y(p.low)+37)
}

// path is through every fifth value, the first of which stands at the end of second first.
func (p panel) path(values []float64, first int) string {
	var d strings.Builder
	for i := 0; i < len(values); i += 5 {
		fmt.Fprintf(&d, "%s%.1f %.1f", map[bool]string{true: "M", false: "L"}[i == 0], p.x(float64(i+first)), p.y(values[i]))
	}
	fmt.Fprintf(&d, "L%.1f %.1f", p.x(float64(len(values)-1+first)), p.y(values[len(values)-1]))
	return d.String()
}

func (p panel) line(class string, values []float64, first int) {
	fmt.Fprintf(p.out, "<path class=\"line %s\" d=\"%s\"/>\n", class, p.path(values, first))
}

// area is a line with what is below it.
func (p panel) area(values []float64) {
	fmt.Fprintf(p.out, "<path class=\"area\" d=\"%sL%.1f %.1fL%.1f %.1fZ\"/>\n", p.path(values, 1), p.x(3600), p.y(p.low), p.x(0), p.y(p.low))
}

// level is a dashed line across at a value.
func (p panel) level(value float64) {
	fmt.Fprintf(p.out, "<path class=\"dashed\" d=\"M%d %.1fh%d\"/>\n", leftMargin, p.y(value), plotWidth)
}

// name writes what a line is beside its end.
func (p panel) name(class, text string, value float64) {
	fmt.Fprintf(p.out, "<text class=\"%s\" x=\"%d\" y=\"%.1f\">%s</text>\n", class, width-rightMargin+8, p.y(value)+4, text)
}
