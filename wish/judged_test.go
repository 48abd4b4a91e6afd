package wish_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/wish"
)

// judgement is a wish with what it is to become, in short, sorted.
type judgement struct {
	text   string
	safety bool
	want   []string
}

// judged reads what was judged beforehand: see testdata/judged/README.md.
func judged(t testing.TB, half string) (list []judgement) {
	t.Helper()
	text, err := os.ReadFile("testdata/judged/" + half + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	safety := false
	for _, line := range strings.Split(string(text), "\n") {
		if class, is := strings.CutPrefix(line, "# "); is {
			safety = strings.HasPrefix(class, "safety")
			continue
		}
		said, wants, is := strings.Cut(line, " =>")
		if !is {
			continue
		}
		j := judgement{text: said, safety: safety}
		for _, want := range strings.Split(wants, ";") {
			if want = strings.TrimSpace(want); want != "" {
				j.want = append(j.want, want)
			}
		}
		j.want = sorted(j.want)
		list = append(list, j)
	}
	return list
}

// figures are how well a half is read, in percent of its wishes: those of which all is right, and those of which something was read that was not
// meant. Missed are the gates that were overlooked.
type figures struct {
	wishes         int
	exact, misread float64
	missed         int
}

func measured(t testing.TB, half string, tell func(j judgement, got []string)) figures {
	f := figures{}
	for _, j := range judged(t, half) {
		wishes, left := wish.Read(j.text, monday-1, monday, 14)
		got := saidAll(wishes, left)
		f.wishes++
		exact := slices.Equal(got, j.want)
		if exact {
			f.exact++
		}
		if slices.ContainsFunc(got, func(s string) bool { return s != "?" && !slices.Contains(j.want, s) }) {
			f.misread++
		}
		for _, want := range j.want {
			if strings.HasPrefix(want, "GATE") && !slices.Contains(got, want) {
				f.missed++
			}
		}
		if !exact {
			tell(j, got)
		}
	}
	f.exact, f.misread = 100*f.exact/float64(f.wishes), 100*f.misread/float64(f.wishes)
	return f
}

// What was judged beforehand is read as it was judged. Of the half that is held out nothing but figures is told: whoever works on the reader does
// not look at it. What was judged later is held out by its first run, whose figures docs/wishes.md has.
func TestWhatWasJudged(t *testing.T) {
	for half, least := range map[string]float64{"dev": 90, "held": 80, "later": 90, "strangers1": 90, "strangers2": 90, "strangers3": 85, "strangers4": 90, "strangers5": 90, "strangers6": 90, "strangers7": 90, "strangers8": 90, "strangers9": 90, "strangers10": 90, "strangers11": 90, "strangers12": 90, "strangers13": 90, "strangers14": 90, "strangers15": 90, "strangers16": 90, "strangers17": 90, "strangers18": 90, "strangers19": 85, "strangers20": 85, "strangers21": 90, "strangers22": 80, "strangers23": 80, "strangers24": 90, "strangers25": 90, "strangers26": 80, "strangers27": 90, "strangers28": 85, "strangers29": 90, "strangers30": 85, "strangers31": 80, "strangers32": 90, "strangers33": 80, "strangers34": 90, "strangers35": 90, "strangers36": 80, "strangers37": 78, "strangers38": 85, "strangers39": 78, "strangers40": 80} {
		f := measured(t, half, func(j judgement, got []string) {
			if half != "held" {
				t.Logf("%q\n  read %q\n  want %q", j.text, got, j.want)
			}
		})
		t.Logf("%s: %d wishes, %.1f %% exact, %.1f %% misread, %d gates missed", half, f.wishes, f.exact, f.misread, f.missed)
		if f.exact < least || f.misread > 2 || f.missed > 0 {
			t.Errorf("%s: less than %.0f %% exact, more than 2 %% misread, or a gate missed", half, least)
		}
	}
}
