package wish_test

import (
	"testing"

	"fortnight/training"
	"fortnight/wish"
)

// A day of the week by its name alone is what the long session's weeks are built around; a date, "this Saturday" and other sessions are not.
func TestLongDay(t *testing.T) {
	for said, want := range map[string]training.Weekday{
		"the long run on Saturday": training.Saturday, "langer Lauf am Samstag": training.Saturday, "tirada larga el sábado": training.Saturday, "long run this Saturday": "",
		"long ride on Saturday": "", "easy run on Saturday": "", "no long run on Saturday": "", "long runs on Saturdays": "",
	} {
		wishes, _ := wish.Read(said, monday, monday, 14)
		if got := wishes.LongDay(training.Run); got != want {
			t.Errorf("%q: %q, want %q (%+v)", said, got, want, wishes)
		}
	}
}
