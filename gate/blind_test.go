package gate

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/training"
)

// blindCase is a text with what was judged of it before anything in the reader was read: readings of which one is right, each the gates that it opens.
// An injury may name its region.
type blindCase struct {
	text     string
	readings [][]opened
}

// opened is a gate, and of an injury the regions that it may be of; none for any.
type opened struct {
	gate    Gate
	regions []training.Condition
}

// regionsOf are the conditions of the regions that blind sets name: who says of the sole that it hurts hurts in the foot.
var regionsOf = map[string][]training.Condition{
	"FOOT": {training.HurtFoot, training.HurtPlantar}, "SHIN": {training.HurtShin}, "ACHILLES": {training.HurtAchilles}, "CALF": {training.HurtCalf},
	"KNEE": {training.HurtKnee, training.HurtITB}, "HIP": {training.HurtHip}, "GROIN": {training.HurtGroin}, "HAMSTRING": {training.HurtHamstring},
	"BACK": {training.HurtBack}, "SHOULDER": {training.HurtShoulder}, "ELBOW": {training.HurtElbow}, "WRIST": {training.HurtWrist},
}

// judgements reads a file of what was judged beforehand: each text with what it is to open, which stands behind " =>" on its line.
func judgements(t testing.TB, file string, each func(said, want string)) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if said, want, is := strings.Cut(line, " =>"); is && !strings.HasPrefix(line, "#") {
			each(said, want)
		}
	}
}

// blindSets are the blind sets in testdata, whose README.md says how they are written.
var blindSets = []string{"blind1", "blind2", "blind3", "blind4", "blind5", "blind6", "blind7", "blind8", "blind9", "blind10"}

// blind reads a blind set.
func blind(t testing.TB, set string) (list []blindCase) {
	t.Helper()
	judgements(t, "testdata/"+set+".txt", func(said, want string) {
		c := blindCase{text: said}
		for _, reading := range strings.Split(want, "|") {
			var all []opened
			for _, one := range strings.Split(reading, "+") {
				name, region, _ := strings.Cut(strings.TrimSpace(one), " ")
				if name == "" {
					continue
				}
				if !slices.Contains(Gates, Gate(name)) || region != "" && regionsOf[region] == nil {
					t.Fatalf("%s: %q =>%s", set, said, want)
				}
				all = append(all, opened{Gate(name), regionsOf[region]})
			}
			c.readings = append(c.readings, all)
		}
		list = append(list, c)
	})
	return list
}

// against is how many gates of a reading were missed, and how many others were opened. An injury in another region is missed.
func (c *blindCase) against(reading []opened, got []training.Condition) (missed, wrong int) {
	for _, o := range reading {
		if !slices.ContainsFunc(got, func(g training.Condition) bool {
			return Of(g) == o.gate && (len(o.regions) == 0 || slices.Contains(o.regions, g))
		}) {
			missed++
		}
	}
	for _, g := range Gates {
		if g == Injury && slices.ContainsFunc(reading, func(o opened) bool { return o.gate == Bone || o.gate == Surgery || o.gate == Stop }) {
			continue // which says where the bone or the wound is, or is beside what stops all
		}
		if slices.ContainsFunc(got, func(c training.Condition) bool { return Of(c) == g }) && !slices.ContainsFunc(reading, func(o opened) bool { return o.gate == g }) {
			wrong++
		}
	}
	return missed, wrong
}

// nearest is against the reading that comes nearest.
func (c *blindCase) nearest(got []training.Condition) (missed, wrong int) {
	missed = 1 << 20
	for _, reading := range c.readings {
		if m, w := c.against(reading, got); m < missed || m == missed && w < wrong {
			missed, wrong = m, w
		}
	}
	return missed, wrong
}

// No gate of a text that was judged blind is overlooked, none is opened by what is harmless, and few beside the right one.
func TestHearWhatWasJudgedBlind(t *testing.T) {
	for _, set := range blindSets {
		missed, falseStops, wrong, harmless := 0, 0, 0, 0
		list := blind(t, set)
		for _, c := range list {
			got := Heard(c.text)
			m, w := c.nearest(got)
			clear := len(c.readings[0]) == 0
			if clear {
				harmless++
				falseStops += min(w, 1)
			} else {
				wrong += min(w, 1)
			}
			missed += min(m, 1)
			if m+w > 0 {
				kind := "WRONG"
				switch {
				case m > 0 && len(got) == 0:
					kind = "MISSED"
				case m > 0:
					kind = "OTHER"
				case clear:
					kind = "FALSE"
				}
				t.Logf("%s %s: %q: %v", set, kind, c.text, got)
			}
		}
		t.Logf("%s: %d texts, %d harmless: %d missed, %d false stops, %d wrong gates beside", set, len(list), harmless, missed, falseStops, wrong)
		if missed > 0 || falseStops > 0 || wrong > len(list)/25 {
			t.Fail()
		}
	}
}

// No text is listened to for longer than a millisecond: the longest of several tries counts least, so that a busy machine does not.
func TestHearingIsQuick(t *testing.T) {
	for _, set := range blindSets {
		for _, c := range blind(t, set) {
			least := time.Hour
			for range 5 {
				began := time.Now()
				Hear(c.text)
				least = min(least, time.Since(began))
			}
			if least > time.Millisecond {
				t.Errorf("%q took %v", c.text, least)
			}
		}
	}
}
