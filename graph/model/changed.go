package model

import "fortnight/training"

// Changed are the days of an athlete's calendar that an act changed.
type Changed struct {
	Athlete     training.UserID
	First, Last training.Date
}
