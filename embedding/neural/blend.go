package neural

import (
	"context"
	"fmt"

	"fortnight/embedding"
)

// Blend is an embedder that joins a model with the lexicon: it finds better than either (docs/retrieval.md). A text's vector is the mean of
// its sentences' by the model, blended with what the lexicon reads in it.
type Blend struct {
	model   *Embedder
	lexicon *embedding.Lexicon
}

// NewBlend takes over the model: closing the blend closes it.
func NewBlend(model *Embedder, lexicon *embedding.Lexicon) *Blend {
	return &Blend{model, lexicon}
}

// ID names the model and the lexicon: vectors change with either.
func (b *Blend) ID() string { return b.model.ID() + "+" + b.lexicon.ID() }

// Embed makes a vector of each text, as Embedder.Embed does.
func (b *Blend) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	return b.embed(ctx, texts, b.model.Embed)
}

// EmbedQueries is Embed for what is searched for.
func (b *Blend) EmbedQueries(ctx context.Context, texts []string) ([][]float32, error) {
	return b.embed(ctx, texts, b.model.EmbedQueries)
}

func (b *Blend) embed(ctx context.Context, texts []string, embed func(context.Context, []string) ([][]float32, error)) ([][]float32, error) {
	if err := embedding.CheckTexts(texts); err != nil {
		return nil, err
	}
	vectors := make([][]float32, len(texts))
	for i, text := range texts {
		sentences, err := embed(ctx, embedding.Sentences(text))
		if err != nil {
			return nil, fmt.Errorf("text %d: %w", i, err)
		}
		vectors[i] = b.lexicon.Blend(text, sum(sentences))
	}
	return vectors, nil
}

func sum(vectors [][]float32) []float32 {
	total := make([]float32, embedding.Dimensions)
	for _, vector := range vectors {
		for i, value := range vector {
			total[i] += value
		}
	}
	return total
}

// Close lets go of the model.
func (b *Blend) Close() error { return b.model.Close() }
