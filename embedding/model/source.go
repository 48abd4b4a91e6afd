package model

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// DefaultHub is where models come from unless HF_ENDPOINT says otherwise.
const DefaultHub = "https://huggingface.co"

// ErrOffline means that something is not on this machine and Source.Offline forbids to fetch it.
var ErrOffline = errors.New("not on this machine, and fetching is turned off")

// Source is where models and ONNX Runtime come from.
type Source struct {
	Hub      string // without a slash at its end, as Registry
	Token    string // HF_TOKEN, sent to the hub alone; may be empty
	Registry string // of npm packages: NPM_CONFIG_REGISTRY; empty asks npm which one it is set to
	Offline  bool   // HF_HUB_OFFLINE
	Client   *http.Client
	Log      *slog.Logger
	// Progress hears of every piece that comes; nil for nobody. It is called by one goroutine.
	Progress func(Progress)
	// Wait is the pause before an interrupted download goes on, twice as long each time.
	Wait time.Duration
}

// Progress is how far a file is.
type Progress struct {
	File        string
	Done, Total int64 // bytes
}

// NewSource is a source that asks the environment for everything; getenv is os.Getenv, or what stands in for it.
func NewSource(getenv func(string) string, log *slog.Logger) Source {
	from := func(name, otherwise string) string {
		if value := strings.TrimRight(getenv(name), "/"); value != "" {
			return value
		}
		return otherwise
	}
	offline := strings.ToLower(getenv("HF_HUB_OFFLINE"))
	return Source{
		Hub: from("HF_ENDPOINT", DefaultHub), Token: getenv("HF_TOKEN"),
		Registry: from("NPM_CONFIG_REGISTRY", from("npm_config_registry", "")),
		Offline:  offline == "1" || offline == "true" || offline == "yes" || offline == "on",
		Client:   http.DefaultClient, Log: log, Wait: time.Second,
	}
}

// Pull brings a model's files to its folder below root and returns the folder. What is there and right is not fetched again; what an
// earlier call left unfinished goes on. Only one process at a time works on a folder, the next waits for it.
func (s Source) Pull(ctx context.Context, root string, m Manifest) (string, error) {
	folder := m.Folder(root)
	if Verify(folder, m) == nil {
		return folder, nil
	}
	err := s.within(ctx, folder, func() error {
		for _, file := range m.Files {
			path := filepath.Join(folder, file.Path)
			if verifyFile(path, file) == nil {
				continue
			}
			if err := s.download(ctx, s.onHub(m, file), path, file); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("fetch the model %s: %w", m.Name, err)
	}
	return folder, nil
}

// within does the fetching for a folder, unless that is turned off, while the folder is locked.
func (s Source) within(ctx context.Context, folder string, fetch func() error) error {
	if s.Offline {
		return ErrOffline
	}
	unlock, err := lock(ctx, folder)
	if err != nil {
		return err
	}
	return errors.Join(fetch(), unlock())
}

func (s Source) onHub(m Manifest, file File) origin {
	return origin{address: s.Hub + "/" + m.Repository + "/resolve/" + m.Revision + "/" + file.Path, token: s.Token}
}

// registry is where npm packages come from.
func (s Source) registry(ctx context.Context) (string, error) {
	if s.Registry != "" {
		return s.Registry, nil
	}
	out, err := exec.CommandContext(ctx, "npm", "config", "get", "registry").Output()
	if err != nil {
		return "", fmt.Errorf("ask npm for its registry (or set NPM_CONFIG_REGISTRY, or FORTNIGHT_ONNXRUNTIME to a library that is there): %w", err)
	}
	return strings.TrimRight(strings.TrimSpace(string(out)), "/"), nil
}
