package training

import "math"

// smoothingSeconds is the window of the trailing mean of normalized power (Allen & Coggan; science L1).
const smoothingSeconds = 30

// smoother sums the fourth power of the 30 s trailing mean of intensity, sampled once a second, as normalized power wants it. It keeps
// no more than the window, so a workout of any length needs no memory; steady work is summed in closed form once it fills the window.
type smoother struct {
	window  [smoothingSeconds]float64
	next    int // place of the oldest sample
	seconds int
	sum     float64 // of the window
	plain   float64 // of all samples, for stretches shorter than the window
	fourths float64 // of the window's mean to the fourth, over full windows
}

func (s *smoother) sample(x float64) {
	s.sum += x - s.window[s.next]
	s.window[s.next] = x
	if s.next++; s.next == smoothingSeconds {
		s.next = 0
	}
	s.seconds++
	s.plain += x
	if s.seconds >= smoothingSeconds {
		mean := s.sum / smoothingSeconds
		square := mean * mean
		s.fourths += square * square
	}
}

// steady adds seconds at one intensity.
func (s *smoother) steady(seconds int, x float64) {
	for i := 0; i < seconds && i < smoothingSeconds; i++ {
		s.sample(x)
	}
	if rest := seconds - smoothingSeconds; rest > 0 { // the window holds nothing but x now
		s.sum = smoothingSeconds * x
		s.seconds += rest
		s.plain += float64(rest) * x
		s.fourths += float64(rest) * x * x * x * x
	}
}

// ramp adds seconds of linear change from a to b, each sampled at its middle.
func (s *smoother) ramp(seconds int, a, b float64) {
	step := (b - a) / float64(seconds)
	x := a + step/2
	for range seconds {
		s.sample(x)
		x += step
	}
}

// tss is 100 · hours · IF², where IF is the fourth root of the mean of the smoothed fourth powers over full windows, or the plain mean
// where there is none (science L1, L4).
func (s *smoother) tss() float64 {
	if s.seconds == 0 {
		return 0
	}
	var square float64 // of the intensity factor
	if s.seconds < smoothingSeconds {
		mean := s.plain / float64(s.seconds)
		square = mean * mean
	} else {
		square = math.Sqrt(s.fourths / float64(s.seconds-smoothingSeconds+1))
	}
	return float64(s.seconds) / 36 * square
}
