package session

import (
	"fmt"
	"math"

	"fortnight/compose"
	"fortnight/training"
)

// runWalk is a rung of the run-walk ladder: rounds of running, and walking after each run, in seconds.
type runWalk struct {
	rounds    int
	run, walk []int
}

// The ladder is that of the NHS's Couch to 5K in other steps (coaching specification, 3.1).
var runWalks = []runWalk{
	{8, []int{60}, []int{90}},
	{6, []int{90}, []int{120}},
	{2, []int{90, 180}, []int{90, 180}},
	{2, []int{180, 300}, []int{90, 150}},
	{3, []int{300}, []int{180}},
	{2, []int{480}, []int{300}},
	{2, []int{600}, []int{180}},
	{1, []int{1200}, []int{0}},
	{1, []int{1500}, []int{0}},
	{1, []int{1800}, []int{0}},
}

// running is the time of one round that is run, and mean how long a run is.
func (r *runWalk) running() (seconds int) {
	for _, run := range r.run {
		seconds += run
	}
	return seconds
}

func (r *runWalk) mean() float64 { return float64(r.running()) / float64(len(r.run)) }

// String is the rung as a coach writes it: "8 × 1 min".
func (r *runWalk) String() string {
	text := lasting(r.run[0])
	if len(r.run) == 2 {
		text = fmt.Sprintf("(%s + %s)", lasting(r.run[0]), lasting(r.run[1]))
	}
	if r.rounds == 1 {
		return text
	}
	return fmt.Sprintf("%d × %s", r.rounds, text)
}

// walking is the frame of run and walk: five minutes of walking before and after, and more of it where there is time.
var walkFrame = &course{
	sport: training.Run, warm: stretch{least: 5 * minute, usual: 5 * minute, most: 7 * minute}, cool: stretch{least: 5 * minute, usual: 5 * minute},
	warmUp: func(seconds int, _ *Dose, _ bool) training.Block {
		return compose.Block("Warm-up", training.Run, compose.WarmUp(compose.Toward(effort(2, 2), compose.Steady("Brisk walk", seconds, 0.5))))
	},
	easy: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Walk on", training.Run, compose.Toward(effort(2, 2), compose.Steady("Brisk walk", seconds, 0.5)))
	},
	coolDown: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Cool-down", training.Run, compose.CoolDown(compose.Toward(effort(1, 1), compose.Steady("Walk, slower and slower", seconds, 0.4))))
	},
}

// runAndWalk is running in small doses.
var runAndWalk = func() Family {
	f := Family{
		ID: "R-WALK", Title: "Run and walk", Sport: training.Run, Focus: training.FocusEndurance, Class: Easy, Purpose: "Impact in small doses: short runs with walks between, for bones and tendons.",
		Minutes: Span{20, 45}, Rungs: len(runWalks), Access: anybody, No: impact(), Windows: withReturn, Gap: 2,
	}
	f.Work = func(level int) Work {
		r := &runWalks[level-1]
		return Work{Seconds: r.rounds * r.running(), Repeats: r.rounds * len(r.run), Low: 0.60, High: 0.78, RPE: 3.5, RestRatio: float64(r.walk[0]) / float64(r.run[0])}
	}
	f.Write = func(d Dose) training.Workout { return writeRunWalk(&f, d) }
	f.Read = readRunWalk
	return f
}()

func writeRunWalk(f *Family, d Dose) training.Workout {
	r := runWalks[d.level(len(runWalks))-1]
	whole := r.rounds
	r.rounds = max(1, int(math.Round(d.part()*float64(r.rounds))))
	for r.rounds < whole && r.rounds*r.running() < leastRunning {
		r.rounds++
	}
	main := compose.Block("Run and walk", training.Run, r.steps()...)
	seconds := training.Measure(f.Sport, []training.Block{main}, d.At).DurationSeconds
	blocks := walkFrame.around(walkFrame.fit(f, &d, seconds, 0, false), &d, false, false, main)
	words := "Easy running in small doses with walking between, so that bones, tendons and breath grow together. Run so slowly that you could chat, and begin each walk before you need it. " +
		"A pain that changes the way you run, or that is there again the next morning, means walking today and this same rung again in two days."
	return f.workout(d, f.Title+" "+r.String(), words, []string{"run-walk", "easy", "return-to-running", "flat"}, blocks)
}

func (r *runWalk) steps() []training.Step {
	run := func(seconds int) training.EnduranceStep {
		return compose.Work(compose.Toward(effort(3, 4), compose.Steady("Easy run, you can chat", seconds, 0.7)))
	}
	var round []training.Step
	for i, seconds := range r.run {
		round = append(round, run(seconds))
		if r.walk[i] > 0 {
			round = append(round, compose.Recovery(compose.Toward(effort(2, 2), compose.Steady("Walk", r.walk[i], 0.5))))
		}
	}
	switch {
	case r.rounds > 1:
		return []training.Step{compose.Between(r.rounds, round...)}
	case len(round) > 1:
		return round[:len(round)-1]
	}
	return round
}

// leastRunning is how many seconds of running make a session of run and walk.
const leastRunning = 5 * minute

// mostRunning is how many seconds are run at the most in what is read as run and walk without saying so: whoever runs longer pauses for a drink.
const mostRunning = 35 * minute

// readRunWalk finds easy runs with walks between them, or one run between two walks.
func readRunWalk(o *Outline) (int, Work, float64) {
	runs, walks, seconds := 0, 0, 0
	for i := range o.Pieces {
		p := &o.Pieces[i]
		switch {
		case p.Sport != training.Run || p.At() >= 0.80:
			return 0, Work{}, 0
		case p.At() >= 0.60:
			runs, seconds = runs+1, seconds+p.Seconds
		case !p.framing() && p.Seconds >= 45:
			walks++
		}
	}
	tagged := o.tagged("R-WALK", []string{"run-walk"})
	if runs == 0 || walks < 2 && !tagged || seconds > mostRunning && !tagged || seconds < leastRunning {
		return 0, Work{}, 0
	}
	mean, level := float64(seconds)/float64(runs), 1
	for l := range runWalks {
		if r := &runWalks[l]; r.mean() <= mean*1.02 && float64(r.rounds*r.running()) <= float64(seconds)*1.02 {
			level = l + 1
		}
	}
	return level, Work{Seconds: seconds, Repeats: runs, Low: 0.60, High: 0.80, RPE: 3.5}, fit(1, o.Workout.Focus == training.FocusEndurance, tagged || walks > 1)
}
