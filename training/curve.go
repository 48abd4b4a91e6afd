package training

// curve is a piecewise linear function through points in ascending x; outside them it keeps the value of the nearest end.
type curve []point

type point struct{ x, y float64 }

// inverted reads a curve backwards, which must rise all the way.
func (c curve) inverted() curve {
	back := make(curve, len(c))
	for i, p := range c {
		back[i] = point{p.y, p.x}
	}
	return back
}

// at is the value at x.
func (c curve) at(x float64) float64 {
	if x <= c[0].x {
		return c[0].y
	}
	for i := 1; i < len(c); i++ {
		if x < c[i].x {
			from, to := c[i-1], c[i]
			return from.y + (to.y-from.y)*(x-from.x)/(to.x-from.x)
		}
	}
	return c[len(c)-1].y
}

// mean is the mean value over a linear ramp from a to b: the integral between them, taken exactly piece by piece.
func (c curve) mean(a, b float64) float64 {
	if a == b {
		return c.at(a)
	}
	low, high := min(a, b), max(a, b)
	area, x, y := 0.0, low, c.at(low)
	for _, p := range c {
		if p.x > low && p.x < high {
			area += (p.x - x) * (y + p.y) / 2
			x, y = p.x, p.y
		}
	}
	area += (high - x) * (y + c.at(high)) / 2
	return area / (high - low)
}
