package resolvers

import (
	"context"
	"errors"
	"regexp"
	"slices"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/training"
)

// AddWindow adds a weekly window in which an athlete can train.
func (r *mutation) AddWindow(ctx context.Context, input model.AddWindowInput) (*model.ProfilePayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	payload, err := r.changeUser(ctx, input.AthleteID, func(user *training.User) error {
		user.Profile.Availability = append(slices.Clip(user.Profile.Availability),
			training.AvailabilityWindow{Weekday: input.Weekday, From: input.From, To: input.To, Sports: input.Sports})
		return nil
	})
	return payload, pathsOf(err, weeklyPaths)
}

// RemoveWindow takes a weekly window away.
func (r *mutation) RemoveWindow(ctx context.Context, input model.RemoveWindowInput) (*model.ProfilePayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	return r.changeUser(ctx, input.AthleteID, func(user *training.User) error {
		windows := &user.Profile.Availability
		at := slices.IndexFunc(*windows, func(w training.AvailabilityWindow) bool { return w.Weekday == input.Weekday && w.From == input.From })
		if at < 0 {
			return db.ErrNotFound
		}
		*windows = slices.Concat((*windows)[:at], (*windows)[at+1:])
		return nil
	})
}

// SetDateWindows says when an athlete can train on one date.
func (r *mutation) SetDateWindows(ctx context.Context, input model.SetDateWindowsInput) (*model.ProfilePayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	payload, err := r.changeUser(ctx, input.AthleteID, func(user *training.User) error {
		is := datesOf([]*model.DateAvailabilityInput{{Date: input.Date, Windows: input.Windows}})
		dates := &user.Profile.DateAvailability
		at := dateAt(*dates, input.Date)
		if at < 0 {
			set(&is[0].Note, input.Note)
			*dates = slices.Concat(*dates, is)
			return nil
		}
		was := (*dates)[at]
		is[0].Note = was.Note
		set(&is[0].Note, input.Note)
		*dates = slices.Concat((*dates)[:at], is, (*dates)[at+1:])
		var lists replaced
		by(&lists, "windows", was.Windows, is[0].Windows)
		if err := user.Validate(r.today(user.Profile)); err != nil {
			return err
		}
		return db.CheckSeen(ctx, lists...)
	})
	return payload, pathsOf(err, datePaths)
}

// RemoveDateWindows has the weekly windows hold on a date again.
func (r *mutation) RemoveDateWindows(ctx context.Context, input model.RemoveDateWindowsInput) (*model.ProfilePayload, error) {
	ctx = db.Unchanged(db.Expecting(ctx, input.Revision), input.UnchangedSince)
	payload, err := r.changeUser(ctx, input.AthleteID, func(user *training.User) error {
		dates := &user.Profile.DateAvailability
		at := dateAt(*dates, input.Date)
		if at < 0 {
			return db.ErrNotFound
		}
		*dates = slices.Concat((*dates)[:at], (*dates)[at+1:])
		return nil
	})
	return payload, pathsOf(err, []renamed{{regexp.MustCompile(`^(availability|dateAvailability).*$`), "date"}})
}

func dateAt(dates []training.DateAvailability, date training.Date) int {
	return slices.IndexFunc(dates, func(d training.DateAvailability) bool { return d.Date == date })
}

// renamed is how a path within a profile is called where one part of it is sent.
type renamed struct {
	path *regexp.Regexp
	as   string
}

var (
	weeklyPaths = []renamed{
		{regexp.MustCompile(`^availability\[\d+\]\.`), ""}, {regexp.MustCompile(`^(availability|dateAvailability)(\[.*)?$`), "from"},
	}
	datePaths = []renamed{
		{regexp.MustCompile(`^dateAvailability\[\d+\]\.`), ""}, {regexp.MustCompile(`^(availability|dateAvailability)(\[.*)?$`), "date"},
	}
)

// pathsOf is an error whose faults are at the paths that the client wrote.
func pathsOf(err error, names []renamed) error {
	var faults *training.InputError
	if !errors.As(err, &faults) {
		return err
	}
	var shown training.InputError
	for _, fault := range faults.Fields {
		for _, name := range names {
			if name.path.MatchString(fault.Path) {
				fault.Path = name.path.ReplaceAllString(fault.Path, name.as)
				break
			}
		}
		shown.Fields = append(shown.Fields, fault)
	}
	return &shown
}
