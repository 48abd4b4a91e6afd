package frame

import "testing"

func TestSay(t *testing.T) {
	for _, c := range []struct {
		prefix, form string
		numbers      []float64
		want         string
	}{
		{"On Mon", " %0 %{day|days} of %1 h, %+ and %2.", []float64{1, 2.25, -0.5, 0.125}, "On Mon 1 day of 2.2 h, -0.5 and 0.12."},
		{"", "%0 %{day is|days are}; %+", []float64{0, 3}, "0 days are; +3.0"},
		{"", "%0 %% easy", []float64{75}, "75 % easy"},
		{"100 % {fun}", " %1 h", []float64{-0.04}, "100 % {fun} 0.0 h"},
		{"", "%0 %{day|days}", []float64{1.4}, "1 day"},
		{"there", " %[is|are] %0 %{day|days}, %[is|are] %0", []float64{1, 2}, "there is 1 day, are 2"},
		{"", "%+", []float64{-0.01}, "+0.0"},
		{"", "%0 %%; at most %0 %%", []float64{9.4, 9}, "9.4 %; at most 9.0 %"},
		{"", "%0 %%; at most %0 %%", []float64{9.04, 9}, "9.04 %; at most 9.00 %"},
		{"", "%1 h; at least %0 h", []float64{22.3, 24}, "22.3 h; at least 24 h"},
		{"", "%0 of %0", []float64{9, 9}, "9 of 9"},
	} {
		if got := new(words).Say(c.prefix, c.form, c.numbers...); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
