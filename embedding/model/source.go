package model

import (
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// DefaultHub is where models come from unless HF_ENDPOINT says otherwise.
const DefaultHub = "https://huggingface.co"

// ErrOffline means that something is not on this machine and Source.Offline forbids to fetch it.
var ErrOffline = errors.New("not on this machine, and fetching is turned off")

// ErrUnreachable means that nobody answers where something comes from: this machine has no network, or not this far. It says no address.
var ErrUnreachable = errors.New("nobody answers where it comes from: no network, or not this far")

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
