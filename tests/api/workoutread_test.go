package api_test

import "testing"

// What is read of a workout, as the input that makes it, with every field that has a default.

func blocksAsInput(blocks []any) []any {
	return each(blocks, func(b vars) vars {
		b = only(b, "name", "sport", "repeats", "pool", "steps")
		b["steps"] = stepsAsInput(b["steps"])
		return b
	})
}

// each turns the objects of a list.
func each(list any, turn func(vars) vars) []any {
	out := []any{}
	for _, item := range list.([]any) {
		out = append(out, turn(item.(vars)))
	}
	return out
}

// only has some fields of an object, but for those that are null.
func only(object vars, names ...string) vars {
	out := vars{}
	for _, name := range names {
		if object[name] != nil {
			out[name] = object[name]
		}
	}
	return out
}

func stepsAsInput(steps any) []any {
	return each(steps, func(s vars) vars {
		switch s["__typename"] {
		case "EnduranceStep":
			return vars{"endurance": enduranceAsInput(s)}
		case "StrengthStep":
			return vars{"strength": strengthAsInput(s)}
		case "RestStep":
			return vars{"rest": only(s, "label", "notes", "intent", "durationSeconds", "open")}
		}
		out := only(s, "label", "notes", "intent", "repeats", "style", "everySeconds", "capSeconds", "skipLastRecovery")
		out["steps"] = stepsAsInput(s["steps"])
		return vars{"repeat": out}
	})
}

func enduranceAsInput(s vars) vars {
	out := only(s, "label", "notes", "intent", "cadence", "stroke", "equipment")
	out["end"], out["target"] = endAsInput(s["end"].(vars)), targetAsInput(s["target"].(vars))
	if second, has := s["secondTarget"].(vars); has {
		out["secondTarget"] = targetAsInput(second)
	}
	out["cues"] = each(s["cues"], func(cue vars) vars { return only(cue, "offsetSeconds", "offsetMeters", "text") })
	return out
}

// awaited are the fields that hold what an end waits for: where it is read, and where it is sent.
var awaited = map[any][2]string{
	"REPETITIONS": {"repetitions", "repetitions"}, "UNTIL_HEART_RATE": {"beatsPerMinute", "heartRate"}, "UNTIL_POWER": {"watts", "power"},
	"UNTIL_WORK": {"kilojoules", "work"}, "UNTIL_CALORIES": {"calories", "calories"},
}

func endAsInput(end vars) vars {
	switch end["kind"] {
	case "DURATION":
		return vars{"seconds": end["seconds"]}
	case "DISTANCE":
		if end["unit"] == "YARDS" {
			return vars{"yards": end["yards"]}
		}
		return vars{"meters": end["meters"]}
	case "LAP":
		return vars{"lapSeconds": end["seconds"]}
	}
	names := awaited[end["kind"]]
	wait := vars{"value": end[names[0]], "expectedSeconds": end["seconds"], "above": true}
	if end["above"] != nil {
		wait["above"] = end["above"]
	}
	return vars{names[1]: wait}
}

// targetNames are the fields of a target's input.
var targetNames = map[any]string{
	"THRESHOLD": "threshold", "WATTS": "watts", "SECONDS_PER_KILOMETER": "secondsPerKilometer", "SECONDS_PER_100_METERS": "secondsPer100Meters",
	"SECONDS_PER_500_METERS": "secondsPer500Meters", "HEART_RATE": "heartRate", "MAX_HEART_RATE": "maxHeartRate",
	"THRESHOLD_HEART_RATE": "thresholdHeartRate", "RPE": "rpe", "OPEN": "open",
}

func targetAsInput(target vars) vars {
	if target["kind"] == "ZONE" {
		return vars{"zone": vars{"system": target["zoneSystem"], "number": target["start"], "through": target["end"], "shape": target["shape"]}}
	}
	return vars{targetNames[target["kind"]]: only(target, "start", "end", "shape")}
}

func strengthAsInput(s vars) vars {
	out := only(s, "label", "notes", "intent", "perSide", "tempo")
	out["exerciseId"] = s["exercise"].(vars)["id"]
	alternatives := []any{}
	for _, e := range s["alternatives"].([]any) {
		alternatives = append(alternatives, e.(vars)["id"])
	}
	out["alternatives"] = alternatives
	out["sets"] = each(s["sets"], func(set vars) vars {
		in := only(set, "count", "kind", "restSeconds")
		in["amount"], in["load"] = amountAsInput(set["amount"].(vars)), only(set["load"].(vars), loadNames...)
		return in
	})
	return out
}

var loadNames = []string{"fractionOfOneRepMax", "repsInReserve", "rpe", "kilograms", "bodyweightKilograms", "band"}

func amountAsInput(amount vars) vars {
	switch amount["kind"] {
	case "AMRAP":
		return vars{"amrap": amount["reps"]}
	case "HOLD":
		return vars{"seconds": amount["seconds"]}
	case "DISTANCE":
		return vars{"meters": amount["meters"]}
	}
	return vars{"reps": amount["reps"]}
}

// filled is an input of a type, or a list of them, with the defaults of the schema and those that its descriptions name.
func (r *workoutReader) filled(name string, value any) any {
	if list, is := value.([]any); is {
		out := make([]any, len(list))
		for i := range list {
			out[i] = r.filled(name, list[i])
		}
		return out
	}
	object, is := value.(vars)
	if !is {
		return value
	}
	out := vars{}
	for _, f := range r.schema.Types[name].Fields {
		if given, has := object[f.Name]; has {
			out[f.Name] = r.filled(f.Type.Name(), given)
		} else if f.DefaultValue != nil {
			out[f.Name], _ = f.DefaultValue.Value(nil)
		}
	}
	return meant(name, out)
}

// meant fills in what an absent field means by its description.
func meant(input string, v vars) vars {
	missing := func(field string, value any) {
		if v[field] == nil {
			v[field] = value
		}
	}
	switch input {
	case "SpanInput":
		missing("end", v["start"])
		missing("shape", shapeOf(v["start"], v["end"], "RAMP"))
	case "ZoneTargetInput":
		missing("through", v["number"])
		missing("shape", shapeOf(v["number"], v["through"], "RANGE"))
	case "IntRangeInput":
		missing("high", v["low"])
	case "StrengthSetInput":
		missing("load", vars{})
	case "StepEndInput":
		if yards, is := v["yards"]; is {
			return vars{"yards": plain(yards)}
		}
	}
	return v
}

func shapeOf(start, end any, otherwise string) string {
	if plain(start) == plain(end) {
		return "STEADY"
	}
	return otherwise
}

// A default that is filled in is what the schema says, not what was sent.
func TestInputsAreFilled(t *testing.T) {
	r := workoutReader{schema: loadSchema(t)}
	got := r.filled("StepInput", vars{"endurance": vars{"end": vars{"seconds": int64(60)}, "target": vars{"rpe": vars{"start": 3.0, "end": 4.0}}}})
	target := got.(vars)["endurance"].(vars)["target"].(vars)["rpe"].(vars)
	if target["shape"] != "RAMP" || len(got.(vars)["endurance"].(vars)["cues"].([]any)) != 0 {
		t.Errorf("%v", got)
	}
}
