package model

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// Pull brings a model's files to its folder below root and returns the folder. What is there and right is not fetched again; what an
// earlier call left unfinished goes on. Only one process at a time works on a folder, the next waits for it.
func (s Source) Pull(ctx context.Context, root string, m Manifest) (string, error) {
	folder := m.Folder(root)
	if Verify(folder, m) == nil {
		return folder, nil
	}
	err := s.within(ctx, folder, func() error {
		for _, file := range m.Files {
			path := filepath.Join(folder, file.Path)
			if verifyFile(path, file) == nil {
				continue
			}
			if err := s.download(ctx, s.onHub(m, file), path, file); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("fetch the model %s: %w", m.Name, err)
	}
	return folder, nil
}

// within does the fetching for a folder, unless that is turned off, while the folder is locked.
func (s Source) within(ctx context.Context, folder string, fetch func() error) error {
	if s.Offline {
		return ErrOffline
	}
	unlock, err := lock(ctx, folder)
	if err != nil {
		return err
	}
	return errors.Join(fetch(), unlock())
}

func (s Source) onHub(m Manifest, file File) origin {
	return origin{address: s.Hub + "/" + m.Repository + "/resolve/" + m.Revision + "/" + file.Path, token: s.Token}
}

// registry is where npm packages come from.
func (s Source) registry(ctx context.Context) (string, error) {
	if s.Registry != "" {
		return s.Registry, nil
	}
	out, err := exec.CommandContext(ctx, "npm", "config", "get", "registry").Output()
	if err != nil {
		return "", fmt.Errorf("ask npm for its registry (or set NPM_CONFIG_REGISTRY, or FORTNIGHT_ONNXRUNTIME to a library that is there): %w", err)
	}
	return strings.TrimRight(strings.TrimSpace(string(out)), "/"), nil
}
