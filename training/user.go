package training

import (
	"errors"
	"time"
)

// Role says whether a user may be granted other people's calendars.
type Role string

// A COACH may act for athletes who granted it; every user, coach or not, has a calendar of its own.
const (
	RoleAthlete Role = "ATHLETE"
	RoleCoach   Role = "COACH"
)

// Roles lists both.
var Roles = []Role{RoleAthlete, RoleCoach}

// User is a person with an account. Name is 1 to 100 characters, Email at most 254 and unique without regard to case.
type User struct {
	ID        UserID
	Name      string
	Email     string
	Role      Role
	Profile   Profile
	CreatedAt time.Time
}

// Sight is how much of a user somebody sees, by who the two are to each other.
type Sight int

// From nothing to everything. SightContact is of one's own coach, SightWhole of oneself and of an athlete who granted; a user of whom one
// sees the name alone acts on a calendar that one may see.
const (
	SightNone Sight = iota
	SightName
	SightContact
	SightWhole
)

// SeenWith is what of a user is there for somebody with a sight: all else is empty.
func (u User) SeenWith(s Sight) User {
	switch s {
	case SightWhole:
		return u
	case SightContact:
		return User{ID: u.ID, Name: u.Name, Email: u.Email, Role: u.Role, CreatedAt: u.CreatedAt}
	case SightName:
		return User{ID: u.ID, Name: u.Name}
	}
	return User{}
}

// HasProfile tells whether the profile is seen.
func (u *User) HasProfile() bool { return u.Profile.Level != "" }

// EmailOrNil is the e-mail, nil where it is not seen.
func (u *User) EmailOrNil() *string { return onlyIf(u.Email != "", u.Email) }

// RoleOrNil is the role, nil where it is not seen.
func (u *User) RoleOrNil() *Role { return onlyIf(u.Role != "", u.Role) }

// CreatedAtOrNil is when the account was opened, nil where it is not seen.
func (u *User) CreatedAtOrNil() *time.Time { return onlyIf(!u.CreatedAt.IsZero(), u.CreatedAt) }

// OwnProfile is the profile with whose it is, nil where it is not seen.
func (u *User) OwnProfile() *OwnProfile {
	if !u.HasProfile() {
		return nil
	}
	return &OwnProfile{AthleteID: u.ID, Profile: &u.Profile}
}

// Actor says in which part somebody acted on an athlete's calendar.
type Actor string

// A FORMER_COACH is somebody else than the athlete whose account is gone; what an athlete did goes with the athlete's account.
const (
	ActorAthlete     Actor = "ATHLETE"
	ActorCoach       Actor = "COACH"
	ActorFormerCoach Actor = "FORMER_COACH"
)

// ActorOf is the part in which somebody, empty for an account that is gone, acted on an athlete's calendar.
func ActorOf(by, athlete UserID) Actor {
	switch by {
	case athlete:
		return ActorAthlete
	case "":
		return ActorFormerCoach
	}
	return ActorCoach
}

// Validate checks a user with the profile: every fault with the path of its field. The e-mail is checked where accounts are made.
func (u User) Validate(today Date) error {
	var faults InputError
	CheckLine(&faults, "name", u.Name, 1, 100)
	var ofProfile *InputError
	if errors.As(u.Profile.Validate(today), &ofProfile) {
		faults.Fields = append(faults.Fields, ofProfile.Fields...)
	}
	return faults.Err()
}
