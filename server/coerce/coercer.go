package coerce

// coercer turns values into those that execution takes, and notes what is wrong with them.
type coercer struct {
	*Schema
	faults

	document bool // the values are those of a document that nobody else has yet
}
