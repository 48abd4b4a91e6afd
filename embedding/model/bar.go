package model

import (
	"fmt"
	"io"
	"strings"
	"time"
)

const (
	barCells   = 30
	drawPeriod = 100 * time.Millisecond
)

// NewBar is a Source.Progress that draws a bar on a terminal, at most ten times a second, and a last one for each whole file.
func NewBar(terminal io.Writer, now func() time.Time) func(Progress) {
	var drawn time.Time
	return func(p Progress) {
		whole := p.Done == p.Total
		if at := now(); whole || at.Sub(drawn) >= drawPeriod {
			drawn = at
			fmt.Fprint(terminal, "\r"+p.bar())
		}
		if whole {
			fmt.Fprintln(terminal)
		}
	}
}

func (p Progress) bar() string {
	const megabyte = 1e6
	full := int(barCells * p.Done / max(p.Total, 1))
	cells := strings.Repeat("█", full) + strings.Repeat("░", barCells-full)
	return fmt.Sprintf("%-32s %s %5.1f of %.1f MB", p.File, cells, float64(p.Done)/megabyte, float64(p.Total)/megabyte)
}
