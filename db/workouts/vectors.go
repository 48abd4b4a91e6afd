package workouts

import (
	"context"
	"fmt"
	"time"

	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/training"
)

// Embedder turns texts into vectors that lie close where the texts mean alike.
type Embedder interface {
	// ID names all that changes a vector, 1 to 100 characters: vectors of two embedders are never compared.
	ID() string
	// Embed returns a unit vector of 384 dimensions for each text, in order.
	Embed(ctx context.Context, texts []string) ([][]float32, error)
}

// queryEmbedder is an embedder that makes other vectors of what is searched for than of what is found.
type queryEmbedder interface {
	EmbedQueries(ctx context.Context, texts []string) ([][]float32, error)
}

// meaning is a vector and who made it.
type meaning struct {
	embedder string
	vector   []float32
}

// text is the vector as the database reads it.
func (m meaning) text() string { return pgvector.NewVector(m.vector).String() }

// embedTexts makes a vector of each text.
func embedTexts(ctx context.Context, by Embedder, texts ...string) ([]meaning, error) {
	return meanings(by, len(texts))(by.Embed(ctx, texts))
}

// meanings checks and names what an embedder made of n texts.
func meanings(by Embedder, n int) func([][]float32, error) ([]meaning, error) {
	return func(vectors [][]float32, err error) ([]meaning, error) {
		if err != nil {
			return nil, fmt.Errorf("embed: %w", err)
		}
		if len(vectors) != n {
			return nil, fmt.Errorf("embed: %d vectors for %d texts", len(vectors), n)
		}
		for _, vector := range vectors {
			if len(vector) != dimensions {
				return nil, fmt.Errorf("embed: a vector of %d dimensions, want %d", len(vector), dimensions)
			}
		}
		made := make([]meaning, n)
		for i, vector := range vectors {
			made[i] = meaning{by.ID(), vector}
		}
		return made, nil
	}
}

// setVector makes a vector the only one of a workout: those of other embedders are of what it was before. version is that which a workout of the
// shared library raises it to, nil for somebody's own.
func setVector(ctx context.Context, tx bun.Tx, id training.WorkoutID, m meaning, now time.Time, version *int64) error {
	if _, err := tx.NewRaw("DELETE FROM workout_vectors WHERE workout_id = ?", id).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewRaw("INSERT INTO embedders (id, served_at) VALUES (?, ?) ON CONFLICT DO NOTHING", m.embedder, now).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw("INSERT INTO workout_vectors (workout_id, embedder_id, embedding, version) VALUES (?, ?, ?, ?)", id, m.embedder, m.text(), version).Exec(ctx)
	return err
}
