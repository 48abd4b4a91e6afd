package main

import (
	"context"
	"fmt"
	"math"

	"fortnight/server"
)

// ownDescriptors are those that a server keeps for itself: the pool and the connection that listens, its listeners and logs, what it asks a language model
// over, and one for a client whose connection is one too many and is closed at once. With them the database is reached however many clients there are.
const ownDescriptors = poolSize + 24

// mostConnections is how many connections of clients a process may hold at once that may have so many descriptors; too few are an error.
func mostConnections(limit uint64) (int, error) {
	if limit < ownDescriptors+server.LeastConnections {
		return 0, fmt.Errorf("this process may have %d files and connections open: raise the limit (ulimit -n) to %d at least", limit,
			ownDescriptors+server.LeastConnections)
	}
	return int(min(limit-ownDescriptors, math.MaxInt32)), nil
}

// connections is how many of clients this process can hold, 0 where that is not known.
func connections() (int, error) {
	limit, known := descriptorLimit()
	if !known {
		return 0, nil
	}
	return mostConnections(limit)
}

// allConnections is what doctor advises to have room for.
const allConnections = server.MaxConnections + ownDescriptors

func (config) lookAtDescriptors(context.Context) (string, error) {
	limit, known := descriptorLimit()
	if !known {
		return "not known on this system", nil
	}
	most, err := mostConnections(limit)
	if err == nil && limit < allConnections {
		err = hint{fmt.Sprintf("%d leave room for %d connections of clients: with %d (ulimit -n) there are as many as a server takes", limit, most, allConnections)}
	}
	return fmt.Sprintf("%d, for %d connections of clients", limit, most), err
}
