package db

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"fortnight/session"
	"fortnight/training"
)

// workoutRow is a workout without its vector, which nobody reads back. From duration_seconds to by_distance is what
// training.Measure says at reference thresholds, for filters and orders alone: whoever reads a workout measures it anew.
type workoutRow struct {
	bun.BaseModel `bun:"table:workouts,alias:w"`

	ID              training.WorkoutID  `bun:"id,pk"`
	OwnerID         *training.UserID    `bun:"owner_id"`
	Title           string              `bun:"title"`
	Description     string              `bun:"description"`
	Sport           training.Sport      `bun:"sport"`
	Focus           training.Focus      `bun:"focus"`
	Tags            []string            `bun:"tags,array"`
	TagWords        string              `bun:"tag_words"`
	Blocks          blocks              `bun:"body"`
	DurationSeconds int                 `bun:"duration_seconds"`
	DistanceMeters  *float64            `bun:"distance_meters"`
	TSS             float64             `bun:"tss"`
	LoadMethod      training.LoadMethod `bun:"load_method"`
	IntensityFactor float64             `bun:"intensity_factor"`
	LowerBodyLoad   float64             `bun:"lower_body_load"`
	HardLegSets     int                 `bun:"hard_leg_sets"`
	ZoneSeconds     []int               `bun:"zone_seconds,array"`
	ExerciseIDs     []string            `bun:"exercise_ids,array"`
	ByDistance      bool                `bun:"by_distance"`
	ContentHash     []byte              `bun:"content_hash"`
	Revision        int                 `bun:"revision"`
	CreatedAt       time.Time           `bun:"created_at"`
	UpdatedAt       time.Time           `bun:"updated_at"`
	Archived        bool                `bun:"archived"`

	// What package session reads the blocks as, and which edition of it did.
	Family  *session.ID `bun:"family"`
	Level   *int        `bun:"level"`
	Reading int         `bun:"reading"`

	// It was written for a plan, and no search for another plan finds it.
	Written bool `bun:"written"`

	keyed
}

func newWorkoutRow(w training.Workout) (workoutRow, error) {
	hash, err := contentHash(w)
	if err != nil {
		return workoutRow{}, err
	}
	load := training.Measure(w.Sport, w.Blocks, training.Thresholds{})
	exercises, byDistance := contents(w.Blocks)
	row := workoutRow{
		ID: w.ID, OwnerID: orNil(w.OwnerID), Title: w.Title, Description: w.Description, Sport: w.Sport, Focus: w.Focus,
		Tags: orEmpty(w.Tags), TagWords: strings.Join(w.Tags, " "), Blocks: orEmpty(w.Blocks), DurationSeconds: load.DurationSeconds,
		DistanceMeters: load.DistanceMeters, TSS: load.TSS, LoadMethod: load.LoadMethod, IntensityFactor: load.IntensityFactor,
		LowerBodyLoad: load.LowerBodyLoad, HardLegSets: load.HardLegSets, ZoneSeconds: zoneSeconds(load.TimeInZones),
		ExerciseIDs: exercises, ByDistance: byDistance, ContentHash: hash, Revision: w.Revision, CreatedAt: w.CreatedAt,
		UpdatedAt: w.UpdatedAt, Reading: session.Edition,
	}
	if is, known := session.LevelOf(w); known {
		row.Family = &is.Family
		if is.Level > 0 {
			row.Level = &is.Level
		}
	}
	return row, nil
}

// measured is the workout of the row with what it asks of somebody.
func (r workoutRow) measured(load training.Load) training.Workout {
	w := training.Workout{
		ID: r.ID, Title: r.Title, Description: r.Description, Sport: r.Sport, Focus: r.Focus, Tags: r.Tags, Blocks: r.Blocks,
		Revision: r.Revision, Archived: r.Archived, CreatedAt: r.CreatedAt.UTC(), UpdatedAt: r.UpdatedAt.UTC(), Load: load,
		Family: string(orZero(r.Family)), FamilyLevel: orZero(r.Level),
	}
	if r.OwnerID != nil {
		w.OwnerID = *r.OwnerID
	}
	return w
}

func (r workoutRow) atReference() training.Workout {
	return r.measured(training.Measure(r.Sport, r.Blocks, training.Thresholds{}))
}

// words are the workout's own.
func (r workoutRow) words() string {
	return strings.Join([]string{r.Title, r.Description, r.TagWords}, ". ")
}

func contentHash(w training.Workout) ([]byte, error) {
	body, err := training.EncodeBlocks(w.Blocks)
	if err != nil {
		return nil, fmt.Errorf("hash workout: %w", err)
	}
	text, err := json.Marshal([]any{w.Title, w.Description, w.Sport, w.Focus, orEmpty(w.Tags)})
	if err != nil {
		return nil, fmt.Errorf("hash workout: %w", err)
	}
	sum := sha256.Sum256(append(text, body...))
	return sum[:], nil
}

func zoneSeconds(zones []training.ZoneTime) []int {
	seconds := make([]int, 7)
	for _, z := range zones {
		seconds[z.Zone-1] += z.Seconds
	}
	return seconds
}

// contents are the exercises of a workout, each once and in order, and whether some step is by distance, or by something else
// that goes by how fast or strong the athlete is.
func contents(blocks []training.Block) (exercises []string, byDistance bool) {
	exercises = []string{}
	var look func(training.Steps)
	look = func(steps training.Steps) {
		for _, step := range steps {
			switch s := step.(type) {
			case training.EnduranceStep:
				byDistance = byDistance || s.End.ByAthlete()
			case training.StrengthStep:
				exercises = append(exercises, string(s.ExerciseID))
			case training.RepeatStep:
				look(s.Steps)
			}
		}
	}
	for _, block := range blocks {
		look(block.Steps)
	}
	slices.Sort(exercises)
	return slices.Compact(exercises), byDistance
}

// sharedOrOwn limits a query to what of the shared library and the viewer's own is not archived.
func sharedOrOwn(viewer training.UserID) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if !canonical(viewer) {
			return q.Where("FALSE")
		}
		return q.Apply(ownedBy(viewer))
	}
}

// ownedBy limits a query to what of the shared library and an owner's own is not archived; the owner is an id or a parameter.
func ownedBy(owner any) condition {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("w.owner_id IS NULL OR w.owner_id = ?", owner).Where("NOT w.archived")
	}
}

// visible limits a query to workouts the viewer may see: shared ones, the viewer's, those of athletes who granted the viewer, and those
// that stand on a calendar the viewer may see.
func visible(viewer training.UserID) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if !canonical(viewer) {
			return q.Where("FALSE")
		}
		return q.Where(`w.owner_id IS NULL OR ?
			OR EXISTS (SELECT 1 FROM planned_sessions AS s WHERE s.workout_id = w.id AND ?)`,
			access("w.owner_id", viewer), access("s.athlete_id", viewer))
	}
}

// WorkoutsByID returns those workouts that the viewer may see, measured at reference thresholds.
func (db *DB) WorkoutsByID(ctx context.Context, viewer training.UserID, ids []training.WorkoutID) (map[training.WorkoutID]training.Workout, error) {
	workouts, err := db.Workouts(ctx, viewer, training.Profile{}, ids)
	return byID(workouts, func(w training.Workout) training.WorkoutID { return w.ID }), err
}

// Workouts returns those workouts that an athlete may see, measured for a profile, in the order of the ids.
func (db *DB) Workouts(ctx context.Context, athlete training.UserID, profile training.Profile, ids []training.WorkoutID) ([]training.Workout, error) {
	ids = possible(ids)
	if len(ids) == 0 {
		return nil, nil
	}
	var places []place
	if err := db.bun.NewSelect().Model(&places).Where("w.id IN (?)", bun.List(ids)).Apply(visible(athlete)).Scan(ctx); err != nil {
		return nil, wrap("read workouts", err)
	}
	found, err := db.rowsAt(ctx, db.bun, places)
	if err != nil {
		return nil, wrap("read workouts", err)
	}
	workouts := make([]training.Workout, 0, len(found))
	for _, id := range ids {
		if row, ok := found[id]; ok {
			workouts = append(workouts, db.workout(row, profile.Thresholds))
			delete(found, id)
		}
	}
	return workouts, nil
}

var workoutOrders = map[training.WorkoutOrder]keyset{
	training.OrderTitle:    {list: "workouts TITLE", expression: `lower(w.title) COLLATE "C"`, sqlType: "text", id: "w.id"},
	training.OrderDuration: {list: "workouts DURATION", expression: "w.duration_seconds", sqlType: "integer", id: "w.id"},
	training.OrderTSS:      {list: "workouts TSS", expression: "w.tss", sqlType: "double precision", id: "w.id"},
	training.OrderCreated:  {list: "workouts CREATED", expression: "w.created_at", sqlType: "timestamptz", id: "w.id", down: true},
	training.OrderUpdated:  {list: "workouts UPDATED", expression: "w.updated_at", sqlType: "timestamptz", id: "w.id", down: true},
}

// ListWorkouts lists the shared library and the viewer's own workouts that pass a validated filter.
func (db *DB) ListWorkouts(ctx context.Context, viewer training.UserID, filter session.WorkoutFilter, order training.WorkoutOrder, first int, after string) (Page[training.Workout], error) {
	keys, known := workoutOrders[order]
	if !known {
		return Page[training.Workout]{}, inputError("orderBy", fmt.Sprintf("%.40q is no order of workouts", order))
	}
	var rows []workoutRow
	query := db.bun.NewSelect().Model(&rows).Apply(sharedOrOwn(viewer), passing(filter))
	query, err := keys.limit(query, first, after)
	if err != nil {
		return Page[training.Workout]{}, err
	}
	if err := query.Scan(ctx); err != nil {
		return Page[training.Workout]{}, wrap("list workouts", keys.explain(after, err))
	}
	return pageOf(keys, rows, first,
		func(r workoutRow) (string, string) { return r.SortKey, string(r.ID) }, workoutRow.atReference), nil
}

// passing limits a query to workouts that pass a filter.
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
		where(f.Mine != nil, "(w.owner_id IS NOT NULL) = ?", f.Mine)
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
