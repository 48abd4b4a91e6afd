package training

import "testing"

// What shows nothing is no name, and what turns a text around is refused.
func TestTextThatDeceives(t *testing.T) {
	for _, text := range []string{" ", "\u00a0", "\u200b", "\u3164", "\u2800", "\u034f", "\u115f\u1160", "\ufe0f", "\u2060\ufeff", "\u0301", "\u200e",
		"\u2028", "\U0001d159", "\ufffc", "\uffa0\u1160", "\U00013441", "\U000e0041", "\u2065", "\ue000", "\u180e", "\u17b4"} {
		var faults InputError
		if CheckText(&faults, "name", text, 1, 50); faults.Err() == nil {
			t.Errorf("%q is a name", text)
		}
	}
	for _, text := range []string{"a\u202eb", "a\u2066b", "a\u200fb", "a\u061cb", "\u202aA"} {
		var faults InputError
		if CheckText(&faults, "name", text, 0, 50); faults.Err() == nil {
			t.Errorf("%q is a text", text)
		}
	}
	for _, text := range []string{"Jo\nJones", "Jo\u2028Jones", "Jo\u2029Jones", "Jo\u0085Jones", "Jo\vJones", "Jo\fJones", "Jo\rJones", "Jo\r\nJones"} {
		var faults InputError
		if CheckLine(&faults, "name", text, 1, 50); faults.Err() == nil {
			t.Errorf("%q is a line", text)
		}
	}
	for _, text := range []string{"Jo", "Ngữ", "عمر", "👩‍🚀", "김", "e\u0301"} {
		var faults InputError
		if CheckLine(&faults, "name", text, 1, 50); faults.Err() != nil {
			t.Errorf("%q: %v", text, faults.Err())
		}
	}
}
