package training

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// reflected is steps as encoding/json writes them, each with its "kind" first.
type reflected Steps

func (s reflected) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('[')
	for i, step := range s {
		var value any = step
		if r, is := step.(RepeatStep); is { // whose steps would write themselves
			fields := []reflect.StructField{}
			for _, f := range reflect.VisibleFields(reflect.TypeFor[RepeatStep]()) {
				if f.Name == "Steps" {
					f.Type = reflect.TypeFor[reflected]()
				}
				if f.Index[0] == 0 && len(f.Index) == 1 { // the text, whose fields follow
					continue
				}
				f.Anonymous, f.Offset, f.Index = false, 0, nil
				fields = append(fields, f)
			}
			copied := reflect.New(reflect.StructOf(fields)).Elem()
			for n, f := range fields {
				of := reflect.ValueOf(r).FieldByName(f.Name)
				copied.Field(n).Set(of.Convert(f.Type))
			}
			value = copied.Interface()
		}
		text, err := marshal(value)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(`{"kind":"` + step.StepKind() + `",`)
		out.Write(text[1:])
	}
	out.WriteByte(']')
	return out.Bytes(), nil
}

type reflectedBlock struct {
	Name    string    `json:"name"`
	Sport   Sport     `json:"sport"`
	Repeats int       `json:"repeats"`
	Pool    *Pool     `json:"pool,omitempty"`
	Steps   reflected `json:"steps"`
}

// alike compares what AppendBlocks writes with what encoding/json does by reflection.
func alike(t interface{ Fatalf(string, ...any) }, blocks []Block) {
	var same []reflectedBlock
	for _, b := range blocks {
		same = append(same, reflectedBlock{b.Name, b.Sport, b.Repeats, b.Pool, reflected(b.Steps)})
	}
	want, err := marshal(same)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if got, err := AppendBlocks(nil, blocks); err != nil || string(got) != string(want) {
		t.Fatalf("%s, %v, want\n%s", got, err, want)
	}
}

func TestBlocksAreWrittenAsByReflection(t *testing.T) {
	alike(t, nil)
	alike(t, everyFeature())
	odd := "a \"quoted\" <b> & \\ \n \x01 \x7f \u2028 ü 🚴 \xff \ufffd"
	small, large, none := 1e-7, 1e21, math.Copysign(0, -1)
	alike(t, []Block{{}, {Name: odd, Sport: Swim, Pool: &Pool{Length: large}, Steps: Steps{
		EnduranceStep{StepText: StepText{Label: &odd, Notes: &odd, Intent: Intent(odd)}, End: End{Meters: small, Value: none}, Target: Target{Start: -small, End: large}},
		EnduranceStep{Second: &Target{}, Cadence: &IntRange{}, Equipment: []SwimEquipment{"", "x"}, Cues: []Cue{{Text: odd}}},
		StrengthStep{}, StrengthStep{Tempo: &Tempo{}, Sets: []StrengthSet{}, Alternatives: []ExerciseID{}},
		StrengthStep{Sets: []StrengthSet{{Load: StrengthLoad{Band: new(BandStrength), RPE: &none, RepsInReserve: new(int)}}, {Amount: SetAmount{Meters: none}}}},
		RestStep{Open: true}, RepeatStep{}, RepeatStep{StepText: StepText{Label: &odd}, Steps: Steps{RepeatStep{SkipLastRecovery: true, Steps: Steps{RestStep{}}}}},
	}}})
	rapid.Check(t, func(t *rapid.T) { alike(t, anyBlocks().Draw(t, "blocks")) })
}

func TestNumbersThatJSONLacks(t *testing.T) {
	for _, x := range []float64{math.NaN(), math.Inf(1)} {
		blocks := []Block{{Steps: Steps{EnduranceStep{Target: Target{Start: x}}}}}
		if text, err := AppendBlocks(nil, blocks); err == nil {
			t.Errorf("%v is written: %s", x, text)
		}
		if text, err := json.Marshal(blocks); err == nil {
			t.Errorf("%v is written: %s", x, text)
		}
	}
}

// A block is written into the room that is there: nothing but the room itself is allocated.
func TestWritingBlocksAllocatesNothing(t *testing.T) {
	blocks := everyFeature()
	room, err := AppendBlocks(nil, blocks)
	if err != nil {
		t.Fatal(err)
	}
	reflection := testing.AllocsPerRun(20, func() {
		if _, err := marshal(reflected(blocks[0].Steps)); err != nil {
			t.Fatal(err)
		}
	})
	if n := testing.AllocsPerRun(20, func() { room, _ = AppendBlocks(room[:0], blocks) }); n > reflection/4 {
		t.Errorf("%v allocations, by reflection the first block alone takes %v", n, reflection)
	}
}
