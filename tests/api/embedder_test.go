package api_test

import (
	"testing"

	"fortnight/embedding"
)

// later is the lexicon under another name.
type later struct{ *embedding.Lexicon }

func (later) ID() string { return "later" }

// Who serves is told, and that a model is missing, and each workout that is found says why.
func TestEmbedderIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	told := func(serving, wanted, state string, done, total int) {
		t.Helper()
		type embedder struct {
			Serving, Wanted, State string
			Done, Total            int
		}
		var data struct{ Embedder embedder }
		c.ask(t, `{ embedder { serving wanted state done total } }`, nil, &data)
		if want := (embedder{serving, wanted, state, done, total}); data.Embedder != want {
			t.Errorf("got %+v, want %+v", data.Embedder, want)
		}
	}
	told("lexicon-v5", "lexicon-v5", "SERVES", 0, 0)
	w.db.EmbedderComes("some-model")
	told("lexicon-v5", "some-model", "COMES", 0, 0)
	w.db.EmbedderMissing("some-model")
	told("lexicon-v5", "some-model", "MISSING", 0, 0)
	looked := false
	must(t, w.db.Reembed(t.Context(), later{embedding.NewLexicon()}, func(done, total int) {
		if done < total && !looked {
			looked = true
			told("lexicon-v5", "later", "FILLS", done, total)
		}
	}))
	if !looked {
		t.Error("nothing was embedded anew")
	}
	told("later", "later", "SERVES", 0, 0)
}
