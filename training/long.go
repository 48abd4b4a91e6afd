package training

// LongFrom is from how many seconds on a session of a sport may be a long one (coaching §8, KEY), 0 for a sport that has none.
func LongFrom(s Sport) int {
	switch s {
	case Run:
		return 75 * 60
	case Ride:
		return 120 * 60
	case Swim, Row:
		return 60 * 60
	}
	return 0
}
