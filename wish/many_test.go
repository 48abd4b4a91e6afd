package wish_test

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/wish"
)

// many are wishes of which a plan takes no more than 24: each another length on another day.
func many(n int) string {
	var text []string
	days := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	sports := []string{"run", "swim", "ride", "row"}
	for i := range n {
		text = append(text, fmt.Sprintf("a %d minute %s on %s.", 30+i, sports[i%len(sports)], days[i%len(days)]))
	}
	return strings.Join(text, " ")
}

// What is asked for beyond 24 wishes is told, not lost.
func TestMoreWishesThanAPlanTakes(t *testing.T) {
	if u := wish.Understand(many(24), monday-1, monday, 14, false); len(u.Wishes) != 24 || len(u.NotUnderstood) > 0 {
		t.Errorf("24 wishes: %d, not understood %q", len(u.Wishes), u.NotUnderstood)
	}
	u := wish.Understand(many(27), monday-1, monday, 14, false)
	if len(u.Wishes) != 24 || len(u.NotUnderstood) != 1 || !strings.HasPrefix(u.NotUnderstood[0], "a 54 minute run on Thursday (") || !strings.Contains(u.NotUnderstood[0], "24 wishes") {
		t.Errorf("27 wishes: %d, not understood %q", len(u.Wishes), u.NotUnderstood)
	}
	if quoted := wish.InQuotes(u.NotUnderstood[0]); !strings.HasPrefix(quoted, "“a 54 minute run on Thursday” (") {
		t.Errorf("told as %s", quoted)
	}
	// what concerns the body stays, whatever stands before it
	u = wish.Understand(many(27)+" My knee hurts.", monday-1, monday, 14, false)
	if said := saidAll(u.Wishes, nil); len(said) != 24 || len(u.Wishes.Conditions()) != 1 || !strings.Contains(strings.Join(u.NotUnderstood, "|"), "a 53 minute ") {
		t.Errorf("27 wishes and a knee: %q, not understood %q", said, u.NotUnderstood)
	}
}

// Of what is not understood twelve parts are told, and that there are more.
func TestMoreThanIsTold(t *testing.T) {
	text := strings.Repeat("bork the run on Tuesday. ", 12)
	if left := wish.Understand(text, monday-1, monday, 14, false).NotUnderstood; len(left) != 12 || strings.Contains(left[11], "more") {
		t.Errorf("12 parts: %q", left)
	}
	left := wish.Understand(text+"bork the swim on Friday.", monday-1, monday, 14, false).NotUnderstood
	if len(left) != 12 || !strings.HasSuffix(left[11], " (and more behind it that is not understood)") || strings.Contains(left[10], "more") {
		t.Errorf("13 parts: %q", left)
	}
	if quoted := wish.InQuotes(left[11]); quoted != "“bork the run on Tuesday” (and more behind it that is not understood)" {
		t.Errorf("told as %s", quoted)
	}
	// and what a plan has no place for is told beside them
	left = wish.Understand(text+"bork the swim on Friday. "+many(26), monday-1, monday, 14, false).NotUnderstood
	if len(left) != 12 || !strings.Contains(left[11], "24 wishes") || !strings.HasSuffix(left[10], " (and more behind it that is not understood)") {
		t.Errorf("13 parts and 26 wishes: %q", left)
	}
}

// What a model has read and what concerns the body together are no more than a plan takes: what is left out is told.
func TestAModelsWishesAndSafety(t *testing.T) {
	model := wish.Understand(many(24), monday-1, monday, 14, false).Wishes
	body := wish.Understand("my knee hurts", monday-1, monday, 14, false).Wishes
	all, over := model.WithSafety(body)
	if len(all) != 24 || len(all.Conditions()) != 1 || len(over) != 1 {
		t.Fatalf("%d wishes, %d over", len(all), len(over))
	}
	if left := wish.NotTaken([]string{"something"}, over); len(left) != 2 || !strings.HasPrefix(left[1], over[0].Quote+" (") {
		t.Errorf("told as %q", left)
	}
}
