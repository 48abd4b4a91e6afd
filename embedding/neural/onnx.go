package neural

import (
	"math"
	"strconv"

	"google.golang.org/protobuf/encoding/protowire"
)

// message writes protocol buffers, as far as ONNX needs them; the numbers of fields are those of onnx.proto, version 3.
type message []byte

func (m *message) bytes(field protowire.Number, value []byte) {
	*m = protowire.AppendBytes(protowire.AppendTag(*m, field, protowire.BytesType), value)
}

func (m *message) text(field protowire.Number, value string) { m.bytes(field, []byte(value)) }

func (m *message) integer(field protowire.Number, value int64) {
	*m = protowire.AppendVarint(protowire.AppendTag(*m, field, protowire.VarintType), uint64(value))
}

func (m *message) float(field protowire.Number, value float32) {
	*m = protowire.AppendFixed32(protowire.AppendTag(*m, field, protowire.Fixed32Type), math.Float32bits(value))
}

// Types of numbers.
const (
	float32s = 1
	int64s   = 7
)

// attribute is a setting of a node.
func attribute(name string, write func(*message)) message {
	var m message
	m.text(1, name)
	write(&m)
	return m
}

func intAttribute(name string, value int64) message {
	return attribute(name, func(m *message) { m.integer(3, value); m.integer(20, 2) })
}

func floatAttribute(name string, value float32) message {
	return attribute(name, func(m *message) { m.float(2, value); m.integer(20, 1) })
}

func intsAttribute(name string, values ...int64) message {
	return attribute(name, func(m *message) {
		for _, value := range values {
			m.integer(8, value)
		}
		m.integer(20, 7)
	})
}

// graphWriter collects the nodes and constants of a graph in the order in which they are used.
type graphWriter struct {
	body  message
	nodes int
}

// node adds an operation and returns the name that it gives its result.
func (g *graphWriter) node(op string, inputs []string, attributes ...message) string {
	g.nodes++
	return g.named(op+strconv.Itoa(g.nodes), op, inputs, attributes...)
}

// named adds an operation whose result has this name.
func (g *graphWriter) named(result, op string, inputs []string, attributes ...message) string {
	var m message
	for _, input := range inputs {
		m.text(1, input)
	}
	m.text(2, result)
	m.text(4, op)
	for _, a := range attributes {
		m.bytes(5, a)
	}
	g.body.bytes(1, m)
	return result
}

// integers adds a constant list of integers.
func (g *graphWriter) integers(name string, values ...int64) string {
	var m message
	m.integer(1, int64(len(values)))
	m.integer(2, int64s)
	for _, value := range values {
		m.integer(7, value)
	}
	m.text(8, name)
	g.body.bytes(5, m)
	return name
}

// number adds a constant number.
func (g *graphWriter) number(name string, value float32) string {
	var m message
	m.integer(2, float32s)
	m.float(4, value)
	m.text(8, name)
	g.body.bytes(5, m)
	return name
}

// external adds numbers that stay in another file.
func (g *graphWriter) external(name, file string, t tensor) {
	var m message
	for _, n := range t.Shape {
		m.integer(1, n)
	}
	m.integer(2, float32s)
	m.text(8, name)
	for _, entry := range [][2]string{
		{"location", file}, {"offset", strconv.FormatInt(t.Offsets[0], 10)}, {"length", strconv.FormatInt(t.Offsets[1]-t.Offsets[0], 10)},
	} {
		var pair message
		pair.text(1, entry[0])
		pair.text(2, entry[1])
		m.bytes(13, pair)
	}
	m.integer(14, 1)
	g.body.bytes(5, m)
}

// value describes an input or output with its type; a dimension is a number or, as for a length that varies, a name.
func value(name string, numbers int64, dimensions ...any) message {
	var shape, tensorType, valueType, m message
	for _, dimension := range dimensions {
		var d message
		switch size := dimension.(type) {
		case int:
			d.integer(1, int64(size))
		case string:
			d.text(2, size)
		}
		shape.bytes(1, d)
	}
	tensorType.integer(1, numbers)
	tensorType.bytes(2, shape)
	valueType.bytes(1, tensorType)
	m.text(1, name)
	m.bytes(2, valueType)
	return m
}

// model closes the graph. Version 20 of the operators is the first with Gelu; 9 is the version of the format that came with it.
func (g *graphWriter) model(input, output message) []byte {
	const format, operators = 9, 20
	g.body.text(2, "encoder")
	g.body.bytes(11, input)
	g.body.bytes(12, output)
	var set, m message
	set.text(1, "")
	set.integer(2, operators)
	m.integer(1, format)
	m.bytes(7, g.body)
	m.bytes(8, set)
	return m
}
