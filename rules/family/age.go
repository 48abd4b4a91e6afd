package family

import (
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// adultFrom is the age from which an athlete is no youth, in years.
const adultFrom = 18

// age is how many whole years old an athlete is.
func age(p *training.Profile, on training.Date) (years int, known bool) {
	if p.BirthDate == nil {
		return 0, false
	}
	return int(float64(on-*p.BirthDate) / catalogue.YearDays), true
}
