package athletes

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/workouts"
	"fortnight/training"
)

// UpdateUser changes an athlete's name and profile in one transaction; change gets them as they are and validates what it makes of
// them. The e-mail, the role and the events are not changed this way. Where change changes nothing the calendar keeps its revision. Thresholds that
// become others go into the history of the profile, see [training.Profile.Remember], and the athlete's own workouts are read by them.
func (store *Profiles) UpdateUser(ctx context.Context, viewer, athlete training.UserID, change func(*training.User) error) (training.User, error) {
	var updated training.User
	err := store.db.InTx(ctx, "update user", func(ctx context.Context, tx bun.Tx) error {
		revision, err := access.LockCalendar(ctx, tx, viewer, athlete)
		if err != nil {
			return err
		}
		if err := access.CheckUnchanged(ctx, tx, athlete, access.Profiles, athlete); err != nil {
			return err
		}
		user, err := ReadUser(ctx, tx, athlete)
		if err != nil {
			return err
		}
		before, err := json.Marshal(newUserRow(user)) // change may write into what it has
		if err != nil {
			return err
		}
		said, measured, had := textsOf(&user.Profile), user.Profile.Measures(), slices.Clone(user.Profile.Conditions)
		weekly, dates := slices.Clone(user.Profile.Availability), slices.Clone(user.Profile.DateAvailability)
		if err := change(&user); err != nil {
			return err
		}
		user.Profile.Remember(measured, DayOf(user.Profile, store.db.Now()))
		row := newUserRow(user)
		after, err := json.Marshal(row)
		if updated = user; err != nil || bytes.Equal(before, after) {
			return err
		}
		row.ID, row.ProfileRevision = athlete, revision+1
		_, err = tx.NewUpdate().Model(&row).ExcludeColumn("id", "email", "role", "created_at").WherePK().Exec(ctx)
		if err != nil {
			return err
		}
		var grounds []training.Ground
		if !reflect.DeepEqual(weekly, user.Profile.Availability) || !reflect.DeepEqual(dates, user.Profile.DateAvailability) {
			grounds = append(grounds, training.OnHours)
		}
		if !reflect.DeepEqual(measured, user.Profile.Measures()) {
			grounds = append(grounds, training.OnThresholds)
			if err := workouts.ReadAnewFor(ctx, tx, athlete); err != nil {
				return err
			}
		}
		if err := Heed(ctx, tx, store.db.Now(), viewer, athlete, newTexts(said, &user.Profile)...); err != nil {
			return err
		}
		if err := restate(ctx, tx, store.db.Now(), viewer, &user, had); err != nil {
			return err
		}
		if _, err := unground(ctx, tx, athlete, "", grounds...); err != nil {
			return err
		}
		return access.TouchCalendar(ctx, tx, athlete)
	})
	return updated, err
}
