//go:build !linux

// Package lossy makes lines of tests lose what is sent over them, as cables and air do.
package lossy

import (
	"errors"
	"net"
)

// Lose has one end of a connection lose a share of what comes to it, where the system can.
func Lose(net.Conn, float64) error { return errors.ErrUnsupported }
