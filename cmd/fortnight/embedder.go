package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"sync"
	"time"

	"golang.org/x/term"

	"fortnight/db/workouts"
	"fortnight/embedding/model"
	"fortnight/embedding/neural"
)

// loadModel brings the model to the data folder, unless it is there, and opens it.
func (c config) loadModel(ctx context.Context, log *slog.Logger, progress func(model.Progress)) (*neural.Blend, error) {
	source := c.embedder.source(log)
	source.Progress = progress
	return neural.Load(ctx, neural.Setup{
		Root: c.data, Model: c.embedder.model, Library: c.embedder.library, Source: source,
		Platform: model.Platform{System: runtime.GOOS, Processor: runtime.GOARCH}, Threads: 1, AtOnce: hands(),
	})
}

// pullModel is the command: it brings the model here and has it answer what it is known to.
func pullModel(ctx context.Context, c config, log *slog.Logger) error {
	if c.embedder.model == "" {
		return errors.New("FORTNIGHT_MODEL is off: there is no model to bring here")
	}
	if err := c.makeDataFolder(); err != nil {
		return err
	}
	var progress func(model.Progress)
	if term.IsTerminal(int(os.Stderr.Fd())) {
		progress = model.NewBar(os.Stderr, time.Now)
	}
	blend, err := c.loadModel(ctx, log, progress)
	if err != nil {
		return err
	}
	say("the model %s is here and answers as it should", c.embedder.model)
	return blend.Close()
}

// embed makes the model serve, in place of the lexicon, and keeps everything embedded until ctx ends. While the model cannot be had the
// lexicon goes on serving, and it is tried again. a.model is set when embed has returned.
func (a *app) embed(ctx context.Context) {
	var trying sync.WaitGroup
	if a.config.embedder.model != "" {
		trying.Go(func() { persist(ctx, firstPause, longestPause, a.embedByModel, a.modelMissing) })
	}
	a.db.KeepEmbedded(ctx)
	trying.Wait()
}

// modelMissing says that the model could not be had and will be tried again after a pause, and whether that is of use.
func (a *app) modelMissing(ctx context.Context, err error, pause time.Duration) bool {
	a.db.EmbedderMissing(a.config.embedder.model)
	again := !errors.Is(err, model.ErrOffline)
	if !again {
		pause = 0
	}
	level := slog.LevelWarn
	switch {
	case errors.Is(err, model.ErrUnreachable) && a.offline: // it was said, and nothing is new
		level = slog.LevelDebug
	case !again || errors.Is(err, model.ErrUnreachable): // a machine without a network is none that is broken
		level = slog.LevelInfo
	}
	a.offline = errors.Is(err, model.ErrUnreachable)
	a.log.Log(ctx, level, "the embedding model cannot be had; the offline default serves", "model", a.config.embedder.model, "error", err,
		"again", again, "pause", pause)
	return again
}

// How long it takes until a model that could not be had is tried again: a fault of the network is soon over, and one of the disk or the
// source should not be asked about day and night.
const (
	firstPause   = time.Minute
	longestPause = time.Hour
)

// persist does something until it succeeds, failed tells that it is of no use, or ctx ends. Each pause is twice as long as the one before.
func persist(ctx context.Context, first, longest time.Duration, do func(context.Context) error,
	failed func(context.Context, error, time.Duration) bool,
) {
	for pause := first; ; pause = min(2*pause, longest) {
		err := do(ctx)
		if err == nil || ctx.Err() != nil || !failed(ctx, err, pause) {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// embedByModel loads the model, unless an earlier attempt has, and embeds what it has no vectors of.
func (a *app) embedByModel(ctx context.Context) (err error) {
	a.db.EmbedderComes(a.config.embedder.model)
	if a.model == nil {
		if a.model, err = a.config.loadModel(ctx, a.log, nil); err != nil {
			return err
		}
	}
	began, last := time.Now(), time.Now()
	err = a.db.Reembed(ctx, a.model, func(done, total int) {
		if done == total || time.Since(last) >= sayPeriod {
			last = time.Now()
			say("embedded %d of %d workouts by %s", done, total, a.config.embedder.model)
		}
	})
	if err == nil {
		a.log.InfoContext(ctx, "the embedding model serves", "embedder", a.model.ID(), "seconds", time.Since(began).Seconds())
	}
	return err
}

// sayPeriod is how often it is said how far the embedding is.
const sayPeriod = 5 * time.Second

// aboutEmbedder is what /readyz says of it.
func (a *app) aboutEmbedder() string {
	s := a.db.EmbedderStatus()
	switch s.State {
	case workouts.EmbedderServes:
		return "embedder: " + s.Serving
	case workouts.EmbedderFills:
		return fmt.Sprintf("embedder: %s; %s has embedded %d of %d workouts", s.Serving, s.Wanted, s.Done, s.Total)
	case workouts.EmbedderMissing:
		return fmt.Sprintf("embedder: %s, the offline default; %s cannot be had: see the log", s.Serving, s.Wanted)
	}
	return fmt.Sprintf("embedder: %s; %s is being brought here", s.Serving, s.Wanted)
}
