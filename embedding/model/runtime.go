package model

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
)

// RuntimeVersion is that of ONNX Runtime which the binding in go.mod was made for; a newer one serves it too.
const RuntimeVersion = "1.21.0"

// runtimeArchive is the npm package which carries the shared library for all platforms (MIT licence).
var runtimeArchive = File{
	"onnxruntime-node-" + RuntimeVersion + ".tgz", 80_019_455, "c711a4048a8b460a70de25a5008b1628e3773878ef9deec1dd4a4ccab46de01a",
}

// runtimeLibraries are the shared libraries in that package, by operating system and processor.
var runtimeLibraries = map[string]File{
	"linux/amd64": {
		"package/bin/napi-v3/linux/x64/libonnxruntime.so.1.21.0", 21_914_784,
		"05bfddeefc536a44478c20226218dae8853995518bb2a994b4fa15a996f5f412",
	},
	"linux/arm64": {
		"package/bin/napi-v3/linux/arm64/libonnxruntime.so.1.21.0", 17_446_360,
		"36671b53885a8433882c4db360138bd060f3580f7d7cb6578050e755e83b6128",
	},
	"darwin/amd64": {
		"package/bin/napi-v3/darwin/x64/libonnxruntime.1.21.0.dylib", 35_619_040,
		"eadc928764eff24f8b2f332d51a6aa03d82abe6febf0fb5016f2c42dea43c8e1",
	},
	"darwin/arm64": {
		"package/bin/napi-v3/darwin/arm64/libonnxruntime.1.21.0.dylib", 31_847_304,
		"1bce2d05d778282c912e7fab6d5dfc5fa851f5797e8d0914a62d4adeb1d4d82b",
	},
}

// systemLibraries is where systems keep the library; of several matches the last is the newest. Debian 13 has 1.21.
var systemLibraries = []string{
	"/usr/local/lib/libonnxruntime.so.1*", "/usr/lib/*/libonnxruntime.so.1*", "/usr/lib64/libonnxruntime.so.1*",
	"/opt/homebrew/lib/libonnxruntime.dylib", "/usr/local/lib/libonnxruntime.dylib",
}

// Platform is an operating system and a processor, as Go names them: runtime.GOOS and runtime.GOARCH.
type Platform struct{ System, Processor string }

func (p Platform) library() (File, error) {
	library, known := runtimeLibraries[p.System+"/"+p.Processor]
	if !known {
		return File{}, fmt.Errorf("no ONNX Runtime for %s on %s is pinned", p.System, p.Processor)
	}
	return library, nil
}

// FindRuntime finds ONNX Runtime's shared library: the chosen one, if one is chosen; else what PullRuntime brought below root, verified;
// else the system's. It fails with fs.ErrNotExist where there is none.
func FindRuntime(root, chosen string, p Platform) (string, error) {
	if chosen != "" {
		_, err := os.Stat(chosen)
		return chosen, err
	}
	if library, err := p.library(); err == nil {
		if pulled := runtimePath(root, library); verifyFile(pulled, library) == nil {
			return pulled, nil
		}
	}
	for _, pattern := range systemLibraries {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return found[len(found)-1], nil
		}
	}
	return "", fmt.Errorf("ONNX Runtime's shared library: %w below %s and in the system's folders", os.ErrNotExist, root)
}

func runtimeFolder(root string) string { return filepath.Join(root, "onnxruntime", RuntimeVersion) }

func runtimePath(root string, library File) string {
	return filepath.Join(runtimeFolder(root), path.Base(library.Path))
}

// PullRuntime brings ONNX Runtime's shared library below root, out of its npm package, and returns its path. What is there and right is
// not fetched again.
func (s Source) PullRuntime(ctx context.Context, root string, p Platform) (string, error) {
	library, err := p.library()
	if err != nil {
		return "", err
	}
	target := runtimePath(root, library)
	if verifyFile(target, library) == nil {
		return target, nil
	}
	err = s.within(ctx, runtimeFolder(root), func() error {
		if verifyFile(target, library) == nil {
			return nil // another process has brought it
		}
		archive := filepath.Join(runtimeFolder(root), runtimeArchive.Path)
		if verifyFile(archive, runtimeArchive) != nil {
			registry, err := s.registry(ctx)
			if err != nil {
				return err
			}
			from := origin{address: registry + "/onnxruntime-node/-/" + runtimeArchive.Path}
			if err := s.download(ctx, from, archive, runtimeArchive); err != nil {
				return err
			}
		}
		return errors.Join(unpackTo(archive, target, library), os.Remove(archive))
	})
	if err != nil {
		return "", fmt.Errorf("fetch ONNX Runtime: %w", err)
	}
	return target, nil
}

// UnpackRuntime takes the shared library out of its npm package, which another way has brought here, and puts it below root.
func UnpackRuntime(ctx context.Context, archive, root string, p Platform) error {
	library, err := p.library()
	if err != nil {
		return err
	}
	if err := verifyFile(archive, runtimeArchive); err != nil {
		return err
	}
	unlock, err := lock(ctx, runtimeFolder(root))
	if err != nil {
		return err
	}
	return errors.Join(unpackTo(archive, runtimePath(root, library), library), unlock())
}

func unpackTo(archive, target string, want File) error {
	file, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer file.Close()
	zipped, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("read %s: %w", archive, err)
	}
	entries := tar.NewReader(zipped)
	for {
		entry, err := entries.Next()
		if err != nil {
			return fmt.Errorf("find %s in %s: %w", want.Path, archive, err)
		}
		if entry.Name == want.Path {
			return Install(entries, target, want)
		}
	}
}

// Install writes a file that comes from elsewhere than the hub, in the same way: it appears under its name when it is whole and is the
// pinned one.
func Install(from io.Reader, target string, want File) (err error) {
	part := target + "." + want.SHA256[:12] + ".part"
	file, err := os.Create(part)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, io.LimitReader(from, want.Bytes+1))
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("write %s: %w", part, err)
	}
	if err := verifyFile(part, want); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return publish(part, target)
}
