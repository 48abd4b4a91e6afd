package main

import (
	"bytes"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"fortnight/db"
	"fortnight/db/workouts"
	"fortnight/embedding/model"
)

func TestEmbedderSettings(t *testing.T) {
	for _, test := range []struct{ setting, model, refused string }{
		{"", model.Default, ""},
		{"off", "", ""},
		{"snowflake-arctic-embed-xs", "snowflake-arctic-embed-xs", ""},
		{"gpt", "", `FORTNIGHT_MODEL: there is no model "gpt", only all-minilm-l6-v2, snowflake-arctic-embed-xs, or off for none`},
	} {
		c, err := readConfig(environment("FORTNIGHT_MODEL=" + test.setting))
		if test.refused != "" && (err == nil || err.Error() != test.refused) || test.refused == "" && err != nil || c.embedder.model != test.model {
			t.Errorf("%q: got %q, %v", test.setting, c.embedder.model, err)
		}
	}
}

func TestModelPullNeedsAModel(t *testing.T) {
	for setting, refused := range map[string]string{
		"FORTNIGHT_MODEL=off": "there is no model to bring here",
		"HF_HUB_OFFLINE=1":    model.ErrOffline.Error(),
	} {
		environment := func(name string) string {
			if name == "FORTNIGHT_DATA" {
				return t.TempDir()
			}
			return environment(setting)(name)
		}
		if err := run(t.Context(), []string{"model", "pull"}, environment); err == nil || !strings.Contains(err.Error(), refused) {
			t.Errorf("%s: got %v", setting, err)
		}
	}
}

// TestOfflineDefaultServesWhereTheModelIsMissing: the log, /readyz and the API say so, and nobody is warned of what is no fault.
func TestOfflineDefaultServesWhereTheModelIsMissing(t *testing.T) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := "http://" + free.Addr().String()
	_ = free.Close()
	for name, test := range map[string]struct {
		source model.Source
		says   error
	}{
		"not wanted": {model.Source{Offline: true}, model.ErrOffline},
		"no network": {model.Source{Hub: nobody, Client: http.DefaultClient}, model.ErrUnreachable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var said bytes.Buffer
			log := slog.New(slog.NewTextHandler(&said, nil))
			test.source.Log = log
			c := config{data: t.TempDir(), production: true, embedder: embedderConfig{
				model: model.Default, source: func(*slog.Logger) model.Source { return test.source },
			}}
			served(t, c, log, func(addr string, d *db.DB) {
				want := "ready\nembedder: lexicon-v5, the offline default; all-minilm-l6-v2 cannot be had: see the log\n"
				got := ""
				for deadline := time.Now().Add(2 * time.Minute); got != want && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
					_, got = get(t, "http://"+addr+"/readyz")
				}
				if got != want {
					t.Errorf("/readyz says %q", got)
				}
				if is := d.EmbedderStatus(); is != (workouts.EmbedderStatus{Serving: "lexicon-v5", Wanted: model.Default, State: workouts.EmbedderMissing}) {
					t.Errorf("the status is %+v", is)
				}
			})
			var lines []string
			for line := range strings.Lines(said.String()) {
				if strings.Contains(line, "model=") {
					lines = append(lines, line)
				}
			}
			if len(lines) != 1 || !strings.Contains(lines[0], "level=INFO") || !strings.Contains(lines[0], "the offline default serves") ||
				!strings.Contains(lines[0], test.says.Error()) || strings.Contains(lines[0], "http") || strings.Contains(said.String(), "level=WARN") {
				t.Errorf("the log says %s", said.String())
			}
		})
	}
}
