package season

import (
	"strings"

	"fortnight/session"
)

// severalSports tells whether a family asks for riding and running, brick whether it does in a row, stations whether it joins an engine
// and stations.
func severalSports(id session.ID) bool { return strings.HasPrefix(string(id), "X-") }

func brick(id session.ID) bool { return id == "X-BRICK" || id == "X-BRP" }

func stations(id session.ID) bool { return strings.HasPrefix(string(id), "H-") }
