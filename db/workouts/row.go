package workouts

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
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

	// They go by the thresholds of who does it: those that are stored are of its owner's, and null where nobody owns it.
	ByThresholds bool `bun:"by_thresholds"`

	// It was written for a plan, and no search for another plan finds it.
	Written bool `bun:"written"`

	postgres.Keyed
}

func newWorkoutRow(w training.Workout) (workoutRow, error) {
	hash, err := contentHash(w)
	if err != nil {
		return workoutRow{}, err
	}
	load := training.Measure(w.Sport, w.Blocks, training.Thresholds{})
	exercises, byDistance := contents(w.Blocks)
	row := workoutRow{
		ID: w.ID, OwnerID: postgres.OrNil(w.OwnerID), Title: w.Title, Description: w.Description, Sport: w.Sport, Focus: w.Focus,
		Tags: postgres.OrEmpty(w.Tags), TagWords: strings.Join(w.Tags, " "), Blocks: postgres.OrEmpty(w.Blocks), DurationSeconds: load.DurationSeconds,
		DistanceMeters: load.DistanceMeters, TSS: load.TSS, LoadMethod: load.LoadMethod, IntensityFactor: load.IntensityFactor,
		LowerBodyLoad: load.LowerBodyLoad, HardLegSets: load.HardLegSets, ZoneSeconds: zoneSeconds(load.TimeInZones),
		ExerciseIDs: exercises, ByDistance: byDistance, ContentHash: hash, Revision: w.Revision, CreatedAt: w.CreatedAt,
		UpdatedAt: w.UpdatedAt, ByThresholds: session.ByThresholds(&w),
	}
	row.read(training.Thresholds{})
	return row, nil
}

// read reads the family anew for who has these thresholds, and tells whether it is another one.
func (r *workoutRow) read(t training.Thresholds) bool {
	is, _ := r.readFor(t)
	was := session.Reading{Family: postgres.OrZero(r.Family), Level: postgres.OrZero(r.Level)}
	r.Family, r.Level, r.Reading = postgres.OrNil(is.Family), nil, session.Edition
	if is.Level > 0 {
		r.Level = &is.Level
	}
	return is.Family != was.Family || is.Level != was.Level
}

// readFor is what it is for who has these thresholds.
func (r *workoutRow) readFor(t training.Thresholds) (session.Reading, bool) {
	return session.LevelFor(training.Workout{Sport: r.Sport, Focus: r.Focus, Tags: r.Tags, Blocks: r.Blocks, OwnerID: postgres.OrZero(r.OwnerID)}, t)
}

// measured is the workout of the row with what it asks of somebody.
func (r workoutRow) measured(load training.Load) training.Workout {
	w := training.Workout{
		ID: r.ID, Title: r.Title, Description: r.Description, Sport: r.Sport, Focus: r.Focus, Tags: r.Tags, Blocks: r.Blocks,
		Revision: r.Revision, Archived: r.Archived, CreatedAt: r.CreatedAt.UTC(), UpdatedAt: r.UpdatedAt.UTC(), Load: load,
		Family: string(postgres.OrZero(r.Family)), FamilyLevel: postgres.OrZero(r.Level),
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
	text, err := json.Marshal([]any{w.Title, w.Description, w.Sport, w.Focus, postgres.OrEmpty(w.Tags)})
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
