package model

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Verify tells whether a folder holds the files of a model, each with its pinned sum.
func Verify(folder string, m Manifest) error {
	for _, file := range m.Files {
		if err := verifyFile(filepath.Join(folder, file.Path), file); err != nil {
			return err
		}
	}
	return nil
}

func verifyFile(path string, want File) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if info.Size() != want.Bytes {
		return fmt.Errorf("%s has %d bytes, want %d", path, info.Size(), want.Bytes)
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	if sum := hex.EncodeToString(hash.Sum(nil)); sum != want.SHA256 {
		return fmt.Errorf("%s has the SHA-256 sum %s, want %s", path, sum, want.SHA256)
	}
	return nil
}
