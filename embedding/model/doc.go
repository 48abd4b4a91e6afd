// Package model brings embedding models, and the ONNX Runtime that runs them, to this machine.
//
// A manifest pins a model: the revision of its repository on the hub, and size and SHA-256 sum of each file. Everything lies below one
// root, the data folder:
//
//	models/NAME/REVISION/     a model's files
//	onnxruntime/VERSION/      ONNX Runtime's shared library
//
// A file under its own name is whole and verified. While it comes it is named after its sum, FILE.SUM.part, so that a download which
// was cut off goes on where it stopped, and never with the bytes of another version. A lock lets one process at a time write a folder.
package model
