// Package neural turns texts into vectors with a sentence encoder of the BERT family, run by ONNX Runtime.
//
// A model folder holds vocab.txt and model.safetensors, as package model brings them. The text becomes the numbers of word pieces
// (wordpiece.go); the encoder is written down as an ONNX graph of some hundred nodes whose weights stay where they are, in
// model.safetensors (graph.go); ONNX Runtime runs it (session_cgo.go). Before an embedder is handed out it must give the answers that
// its manifest knows.
//
// ONNX Runtime's binding needs cgo, and its shared library is opened while the program runs. A build without cgo has Open too: there it
// fails and says why.
package neural
