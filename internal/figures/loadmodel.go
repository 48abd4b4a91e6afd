package figures

import (
	_ "embed"
	"fmt"
	"strings"
	"text/template"

	"fortnight/training"
)

//go:embed load-model.md.tmpl
var loadModelText string

// measured is an hour by three methods, all in TSS.
type measured struct {
	Name                       string
	MeanPower                  float64 // fraction of FTP
	NormalizedPower            float64 // fraction of FTP
	BySquare, ByPower, ByBeats float64
	MeanBeats, PeakBeats       float64
	AboveThreshold             float64 // the part of BySquare that is due to intensity above threshold
	ByBeatsAtOnce              float64 // what ByBeats were if the heart followed at once
}

func measure(h hour) measured {
	power := h.power()
	rates := beats(power, heartLag)
	m := measured{
		Name: h.name, BySquare: h.load(training.Run, 3600), ByPower: h.load(training.Ride, 3600), ByBeats: beatsLoad(rates)[3599],
		NormalizedPower: rideFactor(h), ByBeatsAtOnce: beatsLoad(beats(power, 1))[3599],
	}
	for i, x := range power {
		m.MeanPower += x / 3600
		m.AboveThreshold += max(0, x*x-1) / 36
		m.MeanBeats += rates[i] / 3600
		m.PeakBeats = max(m.PeakBeats, rates[i])
	}
	return m
}

// rideFactor is the intensity factor of a ride: normalized power as a fraction of FTP.
func rideFactor(h hour) float64 {
	return training.Measure(training.Ride, blocks(training.Ride, h.steps), training.Thresholds{}).IntensityFactor
}

// method is how the load of a sport is measured from its steps.
type method struct {
	Sport  training.Sport
	Method training.LoadMethod
}

func methods() []method {
	var list []method
	for _, sport := range training.Sports {
		list = append(list, method{sport, training.Measure(sport, nil, training.Thresholds{}).LoadMethod})
	}
	return list
}

// LoadModel is the text of docs/load-model.md.
func LoadModel() (string, error) {
	page, err := template.New("load-model.md").Funcs(template.FuncMap{
		"minus":   func(a, b float64) float64 { return a - b },
		"one":     func(x float64) string { return fmt.Sprintf("%.1f", x) },
		"whole":   func(x float64) string { return fmt.Sprintf("%.0f", x) },
		"percent": func(x float64) string { return fmt.Sprintf("%.0f", 100*x) },
		"more":    func(a, b float64) string { return fmt.Sprintf("%.0f", 100*(a-b)/b) },
	}).Parse(loadModelText)
	if err != nil {
		return "", err
	}
	all := make([]measured, len(hours))
	for i, h := range hours {
		all[i] = measure(h)
	}
	data := map[string]any{
		"Hours": all, "Steady": all[0], "Long": all[1], "Short": all[2], "Sprints": all[3],
		"Methods": methods(), "Rest": restingBeats, "Threshold": thresholdBeats, "Max": maxBeats, "Lag": heartLag,
	}
	var text strings.Builder
	err = page.Execute(&text, data)
	return text.String(), err
}

// LoadModelFigure is docs/load-model.svg: power, heart rate and load of one hour of intervals, one above the other.
func LoadModelFigure() string {
	var out strings.Builder
	const height = 668
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%[1]d\" height=\"%[2]d\" role=\"img\" "+
		"aria-labelledby=\"t d\">\n", width, height)
	m := measure(fourMinutes)
	fmt.Fprintf(&out, "<title id=\"t\">One hour of intervals, measured three ways</title>\n<desc id=\"d\">Power, heart rate and the load so far of %s "+
		"over 60 minutes. The load ends at %.1f TSS by normalized power, %.1f by the mean square and %.1f by heart rate.</desc>\n",
		m.Name, m.ByPower, m.BySquare, m.ByBeats)
	out.WriteString(style)
	fmt.Fprintf(&out, "<rect width=\"%d\" height=\"%d\" style=\"fill:var(--paper)\"/>\n", width, height)
	power := fourMinutes.power()
	rates := beats(power, heartLag)
	drawPower(panel{&out, 40, 150, 0, 1.25}, power, m)
	drawBeats(panel{&out, 236, 130, 90, 180}, rates)
	drawLoad(panel{&out, 412, 200, 0, 80}, rates, m)
	out.WriteString("</svg>\n")
	return out.String()
}

func drawPower(p panel, power []float64, m measured) {
	p.low, p.high = 100*p.low, 100*p.high
	p.frame("Power, % of FTP", 0, 25, 50, 75, 100, 125)
	p.area(times100(power))
	p.line("np", times100(smoothed(power)), 30)
	p.level(100 * m.NormalizedPower)
	p.name("", fmt.Sprintf("NP %.1f %%", 100*m.NormalizedPower), 100*m.NormalizedPower)
	p.name("np", "30 s mean", 100*power[len(power)-1])
}

func drawBeats(p panel, rates []float64) {
	p.frame("Heart rate, beats/min (modelled)", 90, 120, 150, 180)
	p.level(thresholdBeats)
	p.name("", "threshold", thresholdBeats)
	p.line("heart", rates, 1)
	p.name("heart", "heart rate", rates[len(rates)-1])
}

func drawLoad(p panel, rates []float64, m measured) {
	p.frame("Load so far, TSS", 0, 20, 40, 60, 80)
	square, byPower := make([]float64, 3600), make([]float64, 3600)
	for i := range square {
		square[i], byPower[i] = fourMinutes.load(training.Run, i+1), fourMinutes.load(training.Ride, i+1)
	}
	p.line("square", square, 1)
	p.line("heart", beatsLoad(rates), 1)
	p.line("np", byPower, 1)
	p.name("np", fmt.Sprintf("NP %.1f", m.ByPower), m.ByPower)
	p.name("square", fmt.Sprintf("IF² %.1f", m.BySquare), m.BySquare)
	p.name("heart", fmt.Sprintf("heart rate %.1f", m.ByBeats), m.ByBeats)
	p.minutes()
}

func times100(values []float64) []float64 {
	percent := make([]float64, len(values))
	for i, v := range values {
		percent[i] = 100 * v
	}
	return percent
}
