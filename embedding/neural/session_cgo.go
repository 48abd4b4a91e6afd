//go:build cgo

package neural

import (
	"fmt"
	"sync"

	ort "github.com/yalue/onnxruntime_go"
)

// Available tells whether this build can run a model.
const Available = true

// runtime guards ONNX Runtime, of which a process has one.
var runtime sync.Mutex

// startRuntime opens the shared library, once: a later call with another path uses the one that is open.
func startRuntime(library string) error {
	runtime.Lock()
	defer runtime.Unlock()
	if ort.IsInitialized() {
		return nil
	}
	ort.SetSharedLibraryPath(library)
	if err := ort.InitializeEnvironment(ort.WithLogLevelError()); err != nil {
		return fmt.Errorf("open ONNX Runtime in %s: %w", library, err)
	}
	return nil
}

// ortSession runs one graph. Several goroutines may run it at once.
type ortSession struct{ session *ort.DynamicAdvancedSession }

func openSession(library string, graph []byte, folder string, threads int) (session, error) {
	if err := startRuntime(library); err != nil {
		return nil, err
	}
	options, err := ort.NewSessionOptions()
	if err != nil {
		return nil, err
	}
	defer func() { _ = options.Destroy() }()
	if err := options.SetIntraOpNumThreads(threads); err != nil {
		return nil, err
	}
	// Weights are looked for beside the graph, which has no file of its own.
	if err := options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", folder); err != nil {
		return nil, err
	}
	opened, err := ort.NewDynamicAdvancedSessionWithONNXData(graph, []string{inputName}, []string{outputName}, options)
	if err != nil {
		return nil, fmt.Errorf("load the encoder: %w", err)
	}
	return ortSession{opened}, nil
}

func (s ortSession) run(ids []int64) ([]float32, error) {
	input, err := ort.NewTensor(ort.NewShape(int64(len(ids))), ids)
	if err != nil {
		return nil, err
	}
	defer func() { _ = input.Destroy() }()
	output, err := ort.NewEmptyTensor[float32](ort.NewShape(width))
	if err != nil {
		return nil, err
	}
	defer func() { _ = output.Destroy() }()
	if err := s.session.Run([]ort.Value{input}, []ort.Value{output}); err != nil {
		return nil, err
	}
	return append([]float32(nil), output.GetData()...), nil
}

func (s ortSession) close() error { return s.session.Destroy() }
