package neural

import (
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"sync"

	"fortnight/embedding"
	"fortnight/embedding/model"
)

// Config is what an embedder is opened with.
type Config struct {
	Model   model.Manifest
	Folder  string // where the model's files are
	Library string // ONNX Runtime's shared library
	Threads int    // how many processors one text may use, 1 or more
	AtOnce  int    // how many texts may be worked on at once, 1 or more; others wait
}

// Embedder makes vectors with a sentence encoder. Goroutines may share it.
type Embedder struct {
	model     model.Manifest
	tokenizer *tokenizer
	slots     chan struct{}

	using   sync.RWMutex // held for reading while the session runs
	session session      // nil once closed
}

// Open verifies the files, loads them and asks for the answers that the manifest knows. It fails where a file is missing or not the
// pinned one, where ONNX Runtime cannot be opened, and where an answer is wrong.
func Open(ctx context.Context, c Config) (*Embedder, error) {
	e, err := open(c)
	if err != nil {
		return nil, fmt.Errorf("open the model %s: %w", c.Model.Name, err)
	}
	if err := e.checkAnswers(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open the model %s: %w", c.Model.Name, err), e.Close())
	}
	return e, nil
}

func open(c Config) (*Embedder, error) {
	if c.Threads < 1 || c.AtOnce < 1 {
		return nil, fmt.Errorf("%d threads and %d texts at once, allowed are 1 or more", c.Threads, c.AtOnce)
	}
	if err := model.Verify(c.Folder, c.Model); err != nil {
		return nil, err
	}
	t, err := readTokenizer(filepath.Join(c.Folder, model.VocabularyFile), c.Model.MaxTokens)
	if err != nil {
		return nil, err
	}
	graph, err := buildGraph(c.Folder, c.Model.Pooling)
	if err != nil {
		return nil, err
	}
	s, err := openSession(c.Library, graph, c.Folder, c.Threads)
	if err != nil {
		return nil, err
	}
	return &Embedder{model: c.Model, tokenizer: t, slots: make(chan struct{}, c.AtOnce), session: s}, nil
}

// answerTolerance is how far a cosine may be from the published one: those have four digits, and processors differ in the seventh.
const answerTolerance = 2e-4

func (e *Embedder) checkAnswers(ctx context.Context) error {
	for _, answer := range e.model.Answers {
		query, err := e.EmbedQueries(ctx, []string{answer.Query})
		if err != nil {
			return err
		}
		text, err := e.Embed(ctx, []string{answer.Text})
		if err != nil {
			return err
		}
		// Written so that a cosine that is not a number fails too.
		if got := dot(query[0], text[0]); !(math.Abs(got-answer.Cosine) <= answerTolerance) {
			return fmt.Errorf("self-check: %q to %q is %.4f, want %.4f", answer.Query, answer.Text, got, answer.Cosine)
		}
	}
	return nil
}

func dot(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// ID names the model, its revision, how its tokens are pooled and how many are read. Vectors of embedders with different ids must not be
// compared.
func (e *Embedder) ID() string { return e.model.EmbedderID() }

// Embed makes a vector of each text: embedding.Dimensions numbers, of length 1. Texts are read up to the model's MaxTokens; bytes that
// are not UTF-8 are left out. It fails as embedding.Lexicon.Embed does, and after Close.
func (e *Embedder) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	return e.embed(ctx, "", texts)
}

// EmbedQueries is Embed for what is searched for: some models want to be told that a text is a question.
func (e *Embedder) EmbedQueries(ctx context.Context, texts []string) ([][]float32, error) {
	return e.embed(ctx, e.model.QueryPrefix, texts)
}

func (e *Embedder) embed(ctx context.Context, prefix string, texts []string) ([][]float32, error) {
	if err := embedding.CheckTexts(texts); err != nil {
		return nil, err
	}
	vectors := make([][]float32, len(texts))
	for i, text := range texts {
		if err := context.Cause(ctx); err != nil {
			return nil, fmt.Errorf("embed: %w", err)
		}
		vector, err := e.run(ctx, prefix+text)
		if err != nil {
			return nil, fmt.Errorf("embed: text %d: %w", i, err)
		}
		vectors[i] = vector
	}
	return vectors, nil
}

func (e *Embedder) run(ctx context.Context, text string) ([]float32, error) {
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	e.using.RLock()
	defer e.using.RUnlock()
	if e.session == nil {
		return nil, errors.New("the model is closed")
	}
	return e.session.run(e.tokenizer.encode(text))
}

// Close waits for what is running and lets go of the model's memory.
func (e *Embedder) Close() error {
	e.using.Lock()
	defer e.using.Unlock()
	if e.session == nil {
		return nil
	}
	defer func() { e.session = nil }()
	return e.session.close()
}
