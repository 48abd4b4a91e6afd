package neural

import (
	"fmt"
	"math"
	"path/filepath"

	"fortnight/embedding"
	"fortnight/embedding/model"
)

// The shape of the encoder, which every model of the manifest has (Wang 2020, MiniLM: six layers, 384 wide, twelve heads).
const (
	layers     = 6
	width      = embedding.Dimensions
	heads      = 12
	inner      = 1536
	vocabulary = 30522
	positions  = 512
	// epsilon keeps the normalisation of a layer from dividing by zero; the models were trained with this one.
	epsilon = 1e-12
)

// The names of the graph's input, the numbers of one text's tokens, and of its output, a vector of length 1.
const (
	inputName  = "ids"
	outputName = "vector"
)

// encoder writes the graph of a sentence encoder.
type encoder struct {
	graphWriter
	tensors map[string]tensor
	failure error
}

// buildGraph writes the encoder of a model folder as ONNX: the weights are named in it, by their place in model.safetensors. It takes
// one text at a time, so there is nothing to pad or to mask, and a text's vector does not depend on its neighbours.
func buildGraph(folder string, pooling model.Pooling) ([]byte, error) {
	tensors, err := readTensors(filepath.Join(folder, model.WeightsFile))
	if err != nil {
		return nil, err
	}
	return writeGraph(tensors, pooling)
}

func writeGraph(tensors map[string]tensor, pooling model.Pooling) ([]byte, error) {
	e := &encoder{tensors: tensors}
	e.integers("zero", 0)
	e.integers("one", 1)
	e.integers("split heads", 0, heads, width/heads)
	e.integers("join heads", 0, width)
	e.number("scale", float32(1/math.Sqrt(width/heads)))
	x := e.embed()
	for layer := range layers {
		x = e.layer(fmt.Sprintf("encoder.layer.%d.", layer), x)
	}
	e.pool(x, pooling)
	if e.failure != nil {
		return nil, e.failure
	}
	return e.model(value(inputName, int64s, "tokens"), value(outputName, float32s, width)), nil
}

// weight names a tensor of the model, of this shape.
func (e *encoder) weight(name string, shape ...int64) string {
	t := e.tensors[name]
	if err := t.check(shape...); err != nil && e.failure == nil {
		e.failure = fmt.Errorf("%s: tensor %s %w", model.WeightsFile, name, err)
	}
	e.external(name, model.WeightsFile, t)
	return name
}

// embed looks up each token and its position. Every token is of the first of the two kinds that the models know.
func (e *encoder) embed() string {
	words := e.node("Gather", []string{e.weight("embeddings.word_embeddings.weight", vocabulary, width), inputName})
	length := e.node("Shape", []string{inputName})
	places := e.node("Slice", []string{e.weight("embeddings.position_embeddings.weight", positions, width), "zero", length, "zero"})
	kind := e.node("Slice", []string{e.weight("embeddings.token_type_embeddings.weight", 2, width), "zero", "one", "zero"})
	sum := e.node("Add", []string{e.node("Add", []string{words, kind}), places})
	return e.normalise("embeddings.LayerNorm", sum)
}

// layer lets every token look at the others, and then thinks about each alone.
func (e *encoder) layer(name, x string) string {
	attended := e.dense(name+"attention.output.dense", e.attention(name+"attention.self.", x), width, width)
	x = e.normalise(name+"attention.output.LayerNorm", e.node("Add", []string{attended, x}))
	thought := e.node("Gelu", []string{e.dense(name+"intermediate.dense", x, inner, width)})
	thought = e.dense(name+"output.dense", thought, width, inner)
	return e.normalise(name+"output.LayerNorm", e.node("Add", []string{thought, x}))
}

func (e *encoder) attention(name, x string) string {
	split := func(what string, order ...int64) string {
		parted := e.node("Reshape", []string{e.dense(name+what, x, width, width), "split heads"})
		return e.node("Transpose", []string{parted}, intsAttribute("perm", order...))
	}
	query, key, content := split("query", 1, 0, 2), split("key", 1, 2, 0), split("value", 1, 0, 2)
	scores := e.node("Mul", []string{e.node("MatMul", []string{query, key}), "scale"})
	shares := e.node("Softmax", []string{scores}, intAttribute("axis", -1))
	mixed := e.node("Transpose", []string{e.node("MatMul", []string{shares, content})}, intsAttribute("perm", 1, 0, 2))
	return e.node("Reshape", []string{mixed, "join heads"})
}

func (e *encoder) dense(name, x string, outputs, inputs int64) string {
	weight, bias := e.weight(name+".weight", outputs, inputs), e.weight(name+".bias", outputs)
	return e.node("Gemm", []string{x, weight, bias}, intAttribute("transB", 1))
}

func (e *encoder) normalise(name, x string) string {
	inputs := []string{x, e.weight(name+".weight", width), e.weight(name+".bias", width)}
	return e.node("LayerNormalization", inputs, intAttribute("axis", -1), floatAttribute("epsilon", epsilon))
}

// pool makes one vector of the tokens', of length 1: their mean, or that of the token which begins the text.
func (e *encoder) pool(x string, pooling model.Pooling) {
	var pooled string
	switch pooling {
	case model.Mean:
		pooled = e.node("ReduceMean", []string{x, "zero"}, intAttribute("keepdims", 0))
	case model.First:
		pooled = e.node("Reshape", []string{e.node("Gather", []string{x, "zero"}), e.integers("flat", width)})
	default:
		e.failure = fmt.Errorf("pooling %q is not known", pooling)
		return
	}
	length := e.node("ReduceL2", []string{pooled, "zero"}, intAttribute("keepdims", 1))
	e.named(outputName, "Div", []string{pooled, length})
}
