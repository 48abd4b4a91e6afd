package workouts

import (
	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/session"
	"fortnight/training"
)

// sharedOrOwn limits a query to what of the shared library and the viewer's own is not archived.
func sharedOrOwn(viewer training.UserID) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if !postgres.Canonical(viewer) {
			return q.Where("FALSE")
		}
		return q.Apply(ownedBy(viewer))
	}
}

// within limits a query to what of the shared library and the viewer's own is not archived: to either alone where a filter says mine, so that it is read
// along the index of its owner, and not all of the other with it.
func within(viewer training.UserID, mine *bool) postgres.Condition {
	switch {
	case mine == nil || !postgres.Canonical(viewer):
		return sharedOrOwn(viewer)
	case *mine:
		return own(viewer)
	}
	return shared
}

// ownedBy limits a query to what of the shared library and an owner's own is not archived; the owner is an id or a parameter.
func ownedBy(owner any) postgres.Condition {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("w.owner_id IS NULL OR w.owner_id = ?", owner).Where("NOT w.archived")
	}
}

// shared limits a query to the shared library.
func shared(q *bun.SelectQuery) *bun.SelectQuery {
	return q.Where("w.owner_id IS NULL AND NOT w.archived")
}

// own limits a query to an owner's own that are not archived; the owner is an id or a parameter.
func own(owner any) postgres.Condition {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("w.owner_id = ?", owner).Where("NOT w.archived")
	}
}

// visible limits a query of one workout to what the viewer may see.
func visible(viewer training.UserID, id training.WorkoutID) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if !postgres.Canonical(viewer) {
			return q.Where("FALSE")
		}
		return q.Where("?", bun.SafeQuery(VisibleTo("?0", "= ?1"), viewer, id))
	}
}

// VisibleTo is the condition in SQL that a viewer, a parameter, may see a workout: shared ones, the viewer's, those of athletes who granted the viewer, and those
// that stand on a calendar the viewer may see. Among is a condition on a column that holds of the ids of all workouts that the statement may read, such as = $2.
func VisibleTo(viewer, among string) string {
	return `(w.owner_id IS NULL OR ` + access.Condition("w.owner_id", viewer) + `
		OR w.id IN (SELECT s.workout_id FROM planned_sessions AS s WHERE s.workout_id ` + among + ` AND s.athlete_id IN (` + access.Athletes(viewer) + `)))`
}

// passing limits a query to workouts that pass a filter, whosever they are: see within.
func passing(f session.WorkoutFilter) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		where := func(given bool, condition string, values ...any) {
			if given {
				q = q.Where(condition, values...)
			}
		}
		where(len(f.Sports) > 0, "w.sport IN (?)", bun.List(f.Sports))
		where(len(f.Focuses) > 0, "w.focus IN (?)", bun.List(f.Focuses))
		where(f.MinSeconds != nil, "w.duration_seconds >= ?", f.MinSeconds)
		where(f.MaxSeconds != nil, "w.duration_seconds <= ?", f.MaxSeconds)
		where(f.MinTSS != nil, "w.tss >= ?", f.MinTSS)
		where(f.MaxTSS != nil, "w.tss <= ?", f.MaxTSS)
		where(len(f.Tags) > 0, "w.tags @> ARRAY[?]::text[]", bun.List(f.Tags))
		where(f.Text != nil, "w.words @@ plainto_tsquery('english', ?)", f.Text)
		where(len(f.Families) > 0, "w.family IN (?)", bun.List(f.Families))
		where(len(f.Classes) > 0, "w.family IN (?)", bun.List(session.OfClasses(f.Classes)))
		where(f.MinLevel != nil, "w.level >= ?", f.MinLevel)
		where(f.MaxLevel != nil, "w.level <= ?", f.MaxLevel)
		if f.HasZone != nil {
			q = q.Where("w.zone_seconds[?] >= ?", f.HasZone.Zone, f.HasZone.MinSeconds)
		}
		if f.ExerciseID != nil {
			q = q.Where("w.exercise_ids @> ARRAY[?]::text[]", string(*f.ExerciseID))
		}
		return q
	}
}
