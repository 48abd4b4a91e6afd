package api_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"fortnight/training"
)

var update = flag.Bool("update", false, "write the columns of docs/workouts.md that tests find")

const workoutsPage = "../../docs/workouts.md"

// example is a line of the page: a feature, and a workout that has it.
type example struct {
	line    int
	feature string
	code    string
	found   []string // the cells that follow
}

// examplesOf reads the tables of the page, and the features of those that stand before them.
func examplesOf(t *testing.T, lines []string) (examples []example) {
	t.Helper()
	var listed []string // features of the table before
	kind := ""
	for i, line := range lines {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch {
		case strings.HasPrefix(line, "| | ZWO |"):
			kind, listed = "others", nil
		case strings.HasPrefix(line, "| | written here |"):
			kind = "here"
		case !strings.HasPrefix(line, "| "):
			if kind == "here" && len(listed) > 0 && !strings.HasPrefix(line, "|-") {
				t.Errorf("line %d: no example of %v", i+1, listed)
			}
			if !strings.HasPrefix(line, "|-") && kind == "here" {
				kind = ""
			}
		case kind == "others":
			if len(cells) != 8 {
				t.Errorf("line %d has %d cells", i+1, len(cells))
			}
			listed = append(listed, cells[0])
		case kind == "here":
			if len(listed) == 0 || listed[0] != cells[0] {
				t.Errorf("line %d: %q is not what the table before lists: %v", i+1, cells[0], listed)
			} else {
				listed = listed[1:]
			}
			examples = append(examples, example{i, cells[0], strings.Trim(cells[1], "`"), cells[2:]})
		}
	}
	return examples
}

// blocks is the literal of an example's blocks.
func (e *example) blocks() string {
	if strings.HasPrefix(e.code, "[") {
		return e.code
	}
	sport, steps, _ := strings.Cut(e.code, " ")
	return `[{name: "Main", sport: ` + sport + `, steps: [` + steps + `]}]`
}

// 13, done when: what docs/workouts.md shows is created through the API, reads back equal, is measured, and is resolved for two athletes.
func TestIssue13TheExamplesOfTheWorkoutsPage(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(workoutsPage)
	must(t, err)
	lines := strings.Split(string(text), "\n")
	examples := examplesOf(t, lines)
	if len(examples) < 80 {
		t.Fatalf("%d examples", len(examples))
	}
	r := newWorkoutReader(t)
	for i := range examples {
		e := &examples[i]
		t.Run(e.feature, func(t *testing.T) { e.found = r.find(t, e) })
		cells := append([]string{e.feature, "`" + e.code + "`"}, e.found...)
		want := "| " + strings.Join(cells, " | ") + " |"
		if !*update && lines[e.line] != want {
			t.Errorf("line %d: got\n%s\nwant\n%s\ngo test ./tests/api -run WorkoutsPage -update, and read what changed", e.line+1, lines[e.line], want)
		}
		lines[e.line] = want
	}
	if *update && !t.Failed() {
		must(t, os.WriteFile(workoutsPage, []byte(strings.Join(lines, "\n")), 0o644))
	}
}

// workoutReader is a coach who reads workouts for two athletes.
type workoutReader struct {
	coach    *client
	athletes [2]*client
	schema   *ast.Schema
}

// The thresholds of the page's two athletes.
var theirThresholds = [2]vars{
	{
		"ftpWatts": 250, "rowFtpWatts": 200, "thresholdSecondsPerKilometer": 240, "criticalSwimSecondsPer100Meters": 90, "thresholdHeartRate": 170,
		"maxHeartRate": 190, "oneRepMaxes": []vars{
			{"exerciseId": "back-squat", "kilograms": 140, "measuredOn": "2026-11-01"}, {"exerciseId": "bench-press", "kilograms": 100, "measuredOn": "2026-11-01"},
			{"exerciseId": "deadlift", "kilograms": 180, "measuredOn": "2026-11-01"},
		},
	},
	{
		"ftpWatts": 180, "thresholdSecondsPerKilometer": 330, "maxHeartRate": 180, "oneRepMaxes": []vars{
			{"exerciseId": "back-squat", "kilograms": 80, "measuredOn": "2026-11-01"},
		},
	},
}

func newWorkoutReader(t *testing.T) *workoutReader {
	t.Helper()
	w := newWorld(t, bare)
	r := &workoutReader{coach: w.user(t, training.RoleCoach), schema: loadSchema(t)}
	for i, thresholds := range theirThresholds {
		c := w.user(t, training.RoleAthlete)
		var data any
		c.ask(t, `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }`, vars{"input": thresholds}, &data)
		c.grants(t, r.coach)
		r.athletes[i] = c
	}
	return r
}

// readWorkout is a workout as the API shows it.
type readWorkout struct {
	ID              string
	Blocks          []any
	Instructions    []string
	DurationSeconds int
	TSS             float64
}

const targetFields = ` { kind shape start end zoneSystem }`

// neutralSteps are all fields of steps that are the same for everybody, so many levels of repeats deep.
func neutralSteps(levels int) string {
	nested := ""
	if levels > 0 {
		nested = ` ... on RepeatStep { repeats style everySeconds capSeconds skipLastRecovery steps { ` + neutralSteps(levels-1) + ` } }`
	}
	return `__typename label notes intent
		... on EnduranceStep { end { kind seconds meters yards unit repetitions beatsPerMinute watts kilojoules calories above } target` + targetFields + `
			secondTarget` + targetFields + ` cadence { low high } stroke equipment cues { offsetSeconds offsetMeters text } }
		... on StrengthStep { exercise { id } alternatives { id } perSide tempo { lowering pauseBelow lifting pauseAbove } sets { count kind
			amount { kind reps { low high } seconds { low high } meters } restSeconds
			load { fractionOfOneRepMax repsInReserve rpe kilograms bodyweightKilograms band } } }
		... on RestStep { durationSeconds open }` + nested
}

const readLevels = 2

func readFields() string {
	return `{ workout { id instructions durationSeconds tss blocks { name sport repeats pool { length unit } steps { ` + neutralSteps(readLevels) + ` } } } }`
}

func sportOf(blocks []any) string {
	if len(blocks) > 1 {
		return "MULTI_SPORT"
	}
	return blocks[0].(vars)["sport"].(string)
}

// find makes the workout of an example and says what is found of it: the last four cells of its line.
func (r *workoutReader) find(t *testing.T, e *example) []string {
	sent := valueOf(t, e.blocks())
	var data struct{ CreateWorkout struct{ Workout readWorkout } }
	r.coach.ask(t, fmt.Sprintf(`mutation { createWorkout(input: {title: %q, sport: %s, focus: ENDURANCE, blocks: %s}) %s }`,
		e.feature, sportOf(sent), e.blocks(), readFields()), nil, &data)
	w := data.CreateWorkout.Workout
	w.sameAs(t, r.filled("BlockInput", sent))
	r.againFromWhatWasRead(t, w)
	w.measured(t)
	cells := []string{fmt.Sprintf("%s, %.1f TSS", timeOf(w.DurationSeconds), w.TSS), onOneLine(w.Instructions)}
	for i := range r.athletes {
		cells = append(cells, onOneLine(r.resolve(t, w.ID, i)))
	}
	return cells
}

func onOneLine(instructions []string) string {
	lines := make([]string, len(instructions))
	for i, line := range instructions {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, " / ")
}

func timeOf(seconds int) string {
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}

// valueOf reads a literal of a list of blocks.
func valueOf(t *testing.T, literal string) []any {
	t.Helper()
	document, err := parser.ParseQuery(&ast.Source{Input: `{ a(b: ` + literal + `) }`})
	if err != nil {
		t.Fatalf("%s: %v", literal, err)
	}
	value, valueErr := document.Operations[0].SelectionSet[0].(*ast.Field).Arguments[0].Value.Value(nil)
	must(t, valueErr)
	return value.([]any)
}

// sameAs compares what was read with what was sent, written out in full.
func (w *readWorkout) sameAs(t *testing.T, sent any) {
	t.Helper()
	if got, want := plain(blocksAsInput(w.Blocks)), plain(sent); !reflect.DeepEqual(got, want) {
		a, _ := json.Marshal(got)
		b, _ := json.Marshal(want)
		t.Errorf("reads back as\n%s\nwas sent as\n%s", a, b)
	}
}

// plain is a value as JSON has it, without what is null and with numbers to a millionth.
func plain(value any) any {
	switch v := value.(type) {
	case vars:
		out := vars{}
		for name, field := range v {
			if field != nil {
				out[name] = plain(field)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case int64:
		return float64(v)
	case float64:
		return math.Round(v*1e6) / 1e6
	}
	return value
}

// againFromWhatWasRead sends what was read, which reads back as it did.
func (r *workoutReader) againFromWhatWasRead(t *testing.T, w readWorkout) {
	t.Helper()
	var data struct{ CreateWorkout struct{ Workout readWorkout } }
	blocks := blocksAsInput(w.Blocks)
	r.coach.ask(t, `mutation($input: CreateWorkoutInput!) { createWorkout(input: $input) `+readFields()+` }`, vars{"input": vars{
		"title": "Again", "sport": sportOf(blocks), "focus": "ENDURANCE", "blocks": blocks,
	}}, &data)
	if again := data.CreateWorkout.Workout; !reflect.DeepEqual(again.Blocks, w.Blocks) || again.TSS != w.TSS {
		t.Errorf("what is read and sent again reads as %v, not as %v", again.Blocks, w.Blocks)
	}
}

// measured checks that time and load are those of a workout: finite, and no more than two and a half times threshold for all of its time with
// the ten minutes that are added to sets.
func (w *readWorkout) measured(t *testing.T) {
	t.Helper()
	hours := float64(w.DurationSeconds) / 3600
	if w.DurationSeconds < 1 || w.DurationSeconds > 86400 || !(w.TSS >= 0 && w.TSS <= 625*hours+13) {
		t.Errorf("%d s, %v TSS", w.DurationSeconds, w.TSS)
	}
}

// resolve checks what a workout is for one athlete and returns the instructions.
func (r *workoutReader) resolve(t *testing.T, workout string, athlete int) []string {
	t.Helper()
	var data struct {
		Workout struct{ Resolved resolvedWorkout }
	}
	r.coach.ask(t, `query($id: ID!, $athlete: ID!) { workout(id: $id) { resolved(athleteId: $athlete) {
		athlete { id } durationSeconds tss instructions blocks { block { sport } durationSeconds tss steps { `+resolvedSteps(readLevels)+` } } } } }`,
		vars{"id": workout, "athlete": r.athletes[athlete].id}, &data)
	got := data.Workout.Resolved
	if got.Athlete.ID != r.athletes[athlete].id || got.DurationSeconds < 1 || !(got.TSS >= 0 && got.TSS < 1000) || len(got.Instructions) == 0 {
		t.Errorf("athlete %d: %+v", athlete+1, got)
	}
	for _, b := range got.Blocks {
		for i := range b.Steps {
			b.Steps[i].check(t, training.Sport(b.Block.Sport), theirThresholds[athlete])
		}
	}
	return got.Instructions
}
