package training

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a calendar day in the athlete's time zone, counted in days from 1970-01-01. Its text form is ISO 8601, "2026-11-25".
type Date int32

// The days a Date may name in input: what lies outside is a slip of the keyboard, not a day of training.
const (
	MinDate Date = -25567 // 1900-01-01
	MaxDate Date = 84005  // 2199-12-31
)

// ParseDate reads "2026-11-25". Anything else, and days outside 1900 to 2199, is an error that says what is allowed.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, fmt.Errorf("%.40q is not a calendar day such as 2026-11-25", text)
	}
	d := DateOf(t)
	if d < MinDate || d > MaxDate {
		return 0, fmt.Errorf("%s is outside %s to %s", d, MinDate, MaxDate)
	}
	return d, nil
}

// DateOf is the calendar day that t shows in its own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Midnight is the first moment of the day in UTC.
func (d Date) Midnight() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// AddDays is the day n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// Weekday is the day's place in the week.
func (d Date) Weekday() Weekday { return weekdays[d.Midnight().Weekday()] }

// String is the ISO 8601 form.
func (d Date) String() string { return d.Midnight().Format(time.DateOnly) }

// MarshalText writes the ISO 8601 form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO 8601 form.
func (d *Date) UnmarshalText(text []byte) (err error) { *d, err = ParseDate(string(text)); return err }

// Value stores the day as SQL date text.
func (d Date) Value() (driver.Value, error) { return d.String(), nil }

// Scan reads a SQL date.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case time.Time:
		*d = DateOf(v)
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	}
	return fmt.Errorf("cannot read a day from %T", src)
}

// LocalTime is a wall-clock time in minutes after midnight, 0 to 1439. Its text form is "06:30".
type LocalTime int16

// ParseLocalTime reads "06:30", 00:00 to 23:59. Anything else is an error that says what is allowed.
func ParseLocalTime(text string) (LocalTime, error) {
	t, err := time.Parse("15:04", text)
	if err != nil || len(text) != 5 {
		return 0, fmt.Errorf("%.40q is not a wall-clock time such as 06:30", text)
	}
	return LocalTime(t.Hour()*60 + t.Minute()), nil
}

// String is the "06:30" form.
func (t LocalTime) String() string { return fmt.Sprintf("%02d:%02d", int(t)/60, int(t)%60) }

// MarshalText writes the "06:30" form.
func (t LocalTime) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the "06:30" form.
func (t *LocalTime) UnmarshalText(text []byte) (err error) {
	*t, err = ParseLocalTime(string(text))
	return err
}

// Value stores the time as "06:30" text.
func (t LocalTime) Value() (driver.Value, error) { return t.String(), nil }

// Scan reads "06:30", with or without seconds as PostgreSQL's time type prints them.
func (t *LocalTime) Scan(src any) error {
	switch v := src.(type) {
	case string:
		if len(v) < 5 {
			return fmt.Errorf("cannot read a time from %q", v)
		}
		return t.UnmarshalText([]byte(v[:5]))
	case []byte:
		return t.Scan(string(v))
	}
	return fmt.Errorf("cannot read a time from %T", src)
}
