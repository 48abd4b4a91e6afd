package model

import (
	"fmt"
	"path/filepath"
	"strings"
)

// The files of a model.
const (
	WeightsFile    = "model.safetensors"
	VocabularyFile = "vocab.txt"
)

// Pooling is how one vector is made of those of a text's tokens.
type Pooling string

// The poolings.
const (
	Mean  Pooling = "mean" // the mean of all
	First Pooling = "cls"  // that of the token which begins the text
)

// File is a file as it must be.
type File struct {
	Path   string // in its repository or archive
	Bytes  int64
	SHA256 string // in hexadecimal digits
}

// Answer is what a model is known to answer: the cosine of a query and a text.
type Answer struct {
	Query, Text string
	Cosine      float64
}

// Manifest is all that must be known of a model to bring it here and to use it.
type Manifest struct {
	Name        string // as FORTNIGHT_MODEL names it
	Repository  string // on the hub
	Revision    string // of the repository, a commit
	License     string
	Files       []File
	Pooling     Pooling
	QueryPrefix string // stands before what is searched for
	MaxTokens   int    // are read of a text, with the two that begin and close it
	Answers     []Answer
}

// EmbedderID names all that changes a vector: "all-minilm-l6-v2@1110a24/mean/256".
func (m Manifest) EmbedderID() string {
	return fmt.Sprintf("%s@%s/%s/%d", m.Name, m.Revision[:7], m.Pooling, m.MaxTokens)
}

// Folder is where the model's files lie below a root, one folder for each revision.
func (m Manifest) Folder(root string) string {
	return filepath.Join(root, "models", m.Name, m.Revision[:12])
}

// Default is the name of the model that is used where none is named.
const Default = "all-minilm-l6-v2"

// Named finds a model. The error of an unknown one names those that there are.
func Named(name string) (Manifest, error) {
	var names []string
	for _, m := range manifests {
		if m.Name == name {
			return m, nil
		}
		names = append(names, m.Name)
	}
	return Manifest{}, fmt.Errorf("there is no model %q, only %s", name, strings.Join(names, ", "))
}

// vocabulary is the one of bert-base-uncased, which these models share.
var vocabulary = File{VocabularyFile, 231_508, "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"}

// manifests are the models to choose from: 384 dimensions, six layers, English. The answers are those of the models' own cards, that of
// MiniLM in the documentation of sentence-transformers.
var manifests = []Manifest{
	{
		Name: Default, Repository: "sentence-transformers/all-MiniLM-L6-v2", Revision: "1110a243fdf4706b3f48f1d95db1a4f5529b4d41",
		License: "Apache-2.0",
		Files: []File{
			{WeightsFile, 90_868_376, "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}, vocabulary,
		},
		Pooling: Mean, MaxTokens: 256, // longer texts were not trained on
		Answers: []Answer{
			{"The weather is lovely today.", "It's so sunny outside!", 0.6660},
			{"The weather is lovely today.", "He drove to the stadium.", 0.1046},
			{"It's so sunny outside!", "He drove to the stadium.", 0.1411},
		},
	},
	{
		Name: "snowflake-arctic-embed-xs", Repository: "Snowflake/snowflake-arctic-embed-xs",
		Revision: "d8c86521100d3556476a063fc2342036d45c106f", License: "Apache-2.0",
		Files: []File{
			{WeightsFile, 90_272_656, "ee789e0b1d6ecbbd5ce37b474af556cc1a1319cee4417d9e3b11f82e90300706"}, vocabulary,
		},
		Pooling: First, MaxTokens: 512, QueryPrefix: "Represent this sentence for searching relevant passages: ",
		Answers: []Answer{
			{"what is snowflake?", "The Data Cloud!", 0.57515126},
			{"what is snowflake?", "Mexico City of Course!", 0.45798576},
			{"Where can I get the best tacos?", "Mexico City of Course!", 0.5636022},
			{"Where can I get the best tacos?", "The Data Cloud!", 0.5044898},
		},
	},
}
