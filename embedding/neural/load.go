package neural

import (
	"context"
	"errors"
	"fmt"

	"fortnight/embedding"
	"fortnight/embedding/model"
)

// errNoCgo is why a build without cgo has no model.
var errNoCgo = errors.New("this program was built without cgo, which the binding of ONNX Runtime needs")

// Setup is what Load needs to know.
type Setup struct {
	Root     string // the data folder
	Model    string // a name of the manifest; model.Default is the default
	Library  string // ONNX Runtime's shared library; where it is empty, it is looked for, and fetched if need be
	Source   model.Source
	Platform model.Platform
	Threads  int // as in Config
	AtOnce   int // as in Config
}

// Load brings the model and ONNX Runtime to this machine where they are missing, and opens the model, blended with the lexicon. It may
// take minutes: whoever starts a server lets it run beside, and serves with the lexicon until it returns. A build that cannot run a
// model fetches nothing.
func Load(ctx context.Context, s Setup) (*Blend, error) {
	m, err := model.Named(s.Model)
	if err != nil {
		return nil, err
	}
	if !Available {
		return nil, fmt.Errorf("load the model %s: %w", m.Name, errNoCgo)
	}
	folder, err := s.Source.Pull(ctx, s.Root, m)
	if err != nil {
		return nil, err
	}
	library, err := s.library(ctx)
	if err != nil {
		return nil, err
	}
	e, err := Open(ctx, Config{Model: m, Folder: folder, Library: library, Threads: s.Threads, AtOnce: s.AtOnce})
	if err != nil {
		return nil, err
	}
	return NewBlend(e, embedding.NewLexicon()), nil
}

func (s Setup) library(ctx context.Context) (string, error) {
	found, err := model.FindRuntime(s.Root, s.Library, s.Platform)
	if err == nil || s.Library != "" {
		return found, err
	}
	return s.Source.PullRuntime(ctx, s.Root, s.Platform)
}
