package main

import (
	"errors"
	"fmt"
	"time"
)

// retention is how long what has ended is kept as it was made, or at all.
type retention struct {
	fold time.Duration // FORTNIGHT_FOLD_RUNS
	keep time.Duration // FORTNIGHT_KEEP_RUNS, 0 for ever
}

// The least that may be set: a run that ended is watched and asked about for a while, and a plan is of 28 days at most.
const (
	minFold = time.Minute
	minKeep = 60 * 24 * time.Hour
)

// readRetention reads the settings of retention.
func readRetention(getenv func(string) string) (r retention, err error) {
	var wrong []error
	if r.fold, err = time.ParseDuration(orDefault(getenv("FORTNIGHT_FOLD_RUNS"), "1m")); err != nil || r.fold < minFold {
		wrong = append(wrong, fmt.Errorf("FORTNIGHT_FOLD_RUNS: %q is no time of %s or more, such as 720h", getenv("FORTNIGHT_FOLD_RUNS"), minFold))
	}
	if r.keep, err = time.ParseDuration(orDefault(getenv("FORTNIGHT_KEEP_RUNS"), "8760h")); err != nil || r.keep != 0 && r.keep < minKeep {
		wrong = append(wrong, fmt.Errorf("FORTNIGHT_KEEP_RUNS: %q is neither 0s, for ever, nor a time of %s or more, such as 8760h", getenv("FORTNIGHT_KEEP_RUNS"), minKeep))
	}
	return r, errors.Join(wrong...)
}
