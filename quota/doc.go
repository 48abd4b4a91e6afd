// Package quota shares what there is little of between those who want it: places to work in, slots and bytes to hold, and points to spend.
// Each party is named by a key, an account or a network, and none can take what is meant for all.
package quota

import "errors"

// ErrFull says that as much waits as may: try again later.
var ErrFull = errors.New("too much is waiting")
