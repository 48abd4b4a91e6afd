package wish_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fortnight/wish"
)

// filled is a text of so many letters that repeats a part.
func filled(part string, letters int) string {
	return strings.Repeat(part, letters/len(part)+1)[:letters]
}

// hostile are parts of texts that take a reader the longest: nothing but separators, numbers, words that nobody knows or that are nearly known,
// negations, places that hurt, days, and one long clause.
func hostile() map[string]string {
	distinct := strings.Builder{} // no two words are alike, and all are nearly known
	for i := range 300 {
		fmt.Fprintf(&distinct, "achil%cs%chnen ", 'a'+i%26, 'a'+i/26)
	}
	return map[string]string{
		"commas": "a,", "ones": "1 ", "lists": "1,", "strange": "xqzvkjwpqmx ", "nearly": distinct.String(), "days": "satuday wendesday ", "denied": "no chest pian, ", "hurts": "knee pain no ",
		"places": "knee hip and back ", "pains": "pain hurts sore ", "compound": "achillessehnenschmerzn ", "over": "sore knee cleared ", "from": "from Monday to ", "wishes": "no run mon,swim tue,bike wed,",
		"clause": "run on monday tuesday at 7 with dumbbells no more than two times a week ", "only": "only swimming, no swimming, ", "signs": "my chest feels a bit tight and left arm ",
		"taken": "take the run and put ", "others": "my wife runs and my son swims on Sunday, ", "asked": "is it open ", "moved": "move and the run from Tuesday to Friday ",
	}
}

// least is the shortest of several times that something takes: what else the machine does makes none of them shorter.
func least(do func()) time.Duration {
	shortest := time.Hour
	for range 15 {
		began := time.Now()
		do()
		shortest = min(shortest, time.Since(began))
	}
	return shortest
}

// yardstick is work as a reader does it, of a fixed amount: a million steps over letters and some thousand looks into a map of words. Where the
// reader was written it takes a millisecond.
func yardstick() int {
	words := strings.Fields(strings.Repeat("no running this week please my knee aches ", 8))
	seen, sum := map[string]int{}, 0
	for round := range 1200 {
		for _, w := range words {
			seen[w] += round
			for i := range len(w) {
				sum = sum*31 + int(w[i])
			}
		}
	}
	return sum + len(seen)
}

// A wish of 500 characters takes less than work that takes a millisecond on a machine of today, whatever is in it and however slow the machine is;
// and one that is four times as long takes no more than some four times as long.
func TestHowLongAWishTakes(t *testing.T) {
	sum := 0
	limit := least(func() { sum += yardstick() })
	read := func(text string) time.Duration {
		return least(func() { wish.Read(text, monday-1, monday, 14) })
	}
	for name, part := range hostile() {
		short, long := read(filled(part, 500)), read(filled(part, 2000))
		limit := limit
		for range 5 { // a busy machine makes no reader slow: the least of more runs is taken, and of the yardstick beside it
			if short > limit {
				limit, short = least(func() { sum += yardstick() }), read(filled(part, 500))
			}
			if long > 9*short {
				long = min(long, read(filled(part, 2000)))
			}
		}
		t.Logf("%-9s %9s %9s of %s", name, short, long, limit)
		if short > limit {
			t.Errorf("%s: 500 characters take %s, and the yardstick %s", name, short, limit)
		}
		if long > 9*short {
			t.Errorf("%s: 500 characters take %s, and 2,000 take %s", name, short, long)
		}
	}
	if sum == 0 {
		t.Error("the yardstick has measured nothing")
	}
}
