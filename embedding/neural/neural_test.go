package neural

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fortnight/embedding/model"
)

func smallTokenizer(t testing.TB, limit int) *tokenizer {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vocab.txt")
	pieces := []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "run", "##ning", "##s", "hill", "-", "!", "東", "京", "cafe", "h", "##ills"}
	if err := os.WriteFile(path, []byte(strings.Join(pieces, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tokens, err := readTokenizer(path, limit)
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func TestEncode(t *testing.T) {
	tokens := smallTokenizer(t, 8)
	for text, want := range map[string][]int64{
		"":                         {2, 3},
		" \t\u00a0\u2028":          {2, 3},
		"run":                      {2, 4, 3},
		"Running RUNS":             {2, 4, 5, 4, 6, 3},
		"hills":                    {2, 7, 6, 3}, // the longest piece first
		"hill-run!":                {2, 7, 8, 4, 9, 3},
		"runx":                     {2, 1, 3}, // no half words
		"東京":                       {2, 10, 11, 3},
		"Café cafe\u0301":          {2, 12, 12, 3},
		"r\x00un \xffrun":          {2, 4, 4, 3},
		"[CLS]":                    {2, 1, 1, 1, 3}, // the names of tokens are text
		strings.Repeat("run ", 99): {2, 4, 4, 4, 4, 4, 4, 3},
		strings.Repeat("run", 99):  {2, 1, 3},
	} {
		if got := tokens.encode(text); !slices.Equal(got, want) {
			t.Errorf("%.20q: %v, want %v", text, got, want)
		}
	}
}

func FuzzEncode(f *testing.F) {
	tokens := smallTokenizer(f, 16)
	f.Add("hill runs!\xff\u0301東")
	f.Fuzz(func(t *testing.T, text string) {
		ids := tokens.encode(text)
		if len(ids) < 2 || len(ids) > 16 || ids[0] != tokens.begin || ids[len(ids)-1] != tokens.closing {
			t.Errorf("%q: %v", text, ids)
		}
	})
}

func TestVocabularyWithoutItsNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vocab.txt")
	if err := os.WriteFile(path, []byte("run\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readTokenizer(path, 8); err == nil || !strings.Contains(err.Error(), "has no [") {
		t.Errorf("the error is %v", err)
	}
}

// encoderTensors are the tensors that a model of this shape has, one after the other.
func encoderTensors() map[string]tensor {
	all, at := map[string]tensor{}, int64(100)
	add := func(name string, shape ...int64) {
		size := int64(4)
		for _, n := range shape {
			size *= n
		}
		all[name] = tensor{"F32", shape, [2]int64{at, at + size}}
		at += size
	}
	dense := func(name string, outputs, inputs int64) {
		add(name+".weight", outputs, inputs)
		add(name+".bias", outputs)
	}
	norm := func(name string) { add(name+".LayerNorm.weight", width); add(name+".LayerNorm.bias", width) }
	add("embeddings.word_embeddings.weight", vocabulary, width)
	add("embeddings.position_embeddings.weight", positions, width)
	add("embeddings.token_type_embeddings.weight", 2, width)
	norm("embeddings")
	for layer := range layers {
		name := fmt.Sprintf("encoder.layer.%d.", layer)
		for _, part := range []string{"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"} {
			dense(name+part, width, width)
		}
		norm(name + "attention.output")
		dense(name+"intermediate.dense", inner, width)
		dense(name+"output.dense", width, inner)
		norm(name + "output")
	}
	return all
}

func TestWriteGraphNamesEveryWeight(t *testing.T) {
	tensors := encoderTensors()
	for _, pooling := range []model.Pooling{model.Mean, model.First} {
		graph, err := writeGraph(tensors, pooling)
		if err != nil {
			t.Fatal(err)
		}
		for name, tensor := range tensors {
			if !bytes.Contains(graph, []byte(name)) || !bytes.Contains(graph, fmt.Append(nil, tensor.Offsets[0])) {
				t.Errorf("%s: %s at %d is not in the graph", pooling, name, tensor.Offsets[0])
			}
		}
	}
}

func TestWriteGraphRefuses(t *testing.T) {
	const name = "encoder.layer.3.output.dense.weight"
	for want, change := range map[string]func(map[string]tensor){
		"tensor " + name + " is  []": func(all map[string]tensor) { delete(all, name) },
		"is F16": func(all map[string]tensor) {
			all[name] = tensor{"F16", []int64{width, inner}, [2]int64{0, 2 * width * inner}}
		},
		"want F32 [384 1536]": func(all map[string]tensor) {
			all[name] = tensor{"F32", []int64{inner, width}, [2]int64{0, 4 * width * inner}}
		},
	} {
		tensors := encoderTensors()
		change(tensors)
		if _, err := writeGraph(tensors, model.Mean); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
	if _, err := writeGraph(encoderTensors(), "max"); err == nil {
		t.Error("an unknown pooling was taken")
	}
}

func safetensors(header string) []byte {
	return append(binary.LittleEndian.AppendUint64(nil, uint64(len(header))), header...)
}

func TestParseTensors(t *testing.T) {
	header := `{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}`
	file := append(safetensors(header), make([]byte, 12)...)
	tensors, err := parseTensors(bytes.NewReader(file), int64(len(file)))
	if want := int64(8 + len(header) + 4); err != nil || len(tensors) != 1 || tensors["a"].Offsets[0] != want {
		t.Errorf("%v, %v, want a at %d", tensors, err, want)
	}
	for name, file := range map[string][]byte{
		"empty":          {},
		"huge header":    binary.LittleEndian.AppendUint64(nil, 1<<60),
		"no JSON":        safetensors("{{"),
		"cut header":     safetensors(header)[:30],
		"cut data":       safetensors(header),
		"negative place": safetensors(`{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}`),
		"overflow":       safetensors(`{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9223372036854775807]}}`),
	} {
		if _, err := parseTensors(bytes.NewReader(file), int64(len(file))); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestOpenSaysWhatIsMissing(t *testing.T) {
	m, err := model.Named(model.Default)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), Config{Model: m, Folder: t.TempDir(), Threads: 1, AtOnce: 1}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without files the error is %v", err)
	}
	_, err = Open(context.Background(), Config{Model: m, Folder: t.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "0 threads and 0 texts") {
		t.Errorf("without threads the error is %v", err)
	}
	if _, err := openSession(filepath.Join(t.TempDir(), "none.so"), nil, "", 1); err == nil {
		t.Error("a library that is not there was opened")
	}
}

func TestLoadSaysWhatIsMissing(t *testing.T) {
	root := t.TempDir()
	offline := model.Source{Offline: true}
	_, err := Load(context.Background(), Setup{Root: root, Model: "gpt", Source: offline})
	if err == nil || !strings.Contains(err.Error(), `no model "gpt"`) {
		t.Errorf("with an unknown model the error is %v", err)
	}
	_, err = Load(context.Background(), Setup{Root: root, Model: model.Default, Source: offline})
	if Available && !errors.Is(err, model.ErrOffline) || !Available && !errors.Is(err, errNoCgo) {
		t.Errorf("without files the error is %v", err)
	}
	if left, err := os.ReadDir(root); err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
}
