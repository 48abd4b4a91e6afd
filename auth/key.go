package auth

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	keyBytes   = 32
	maxKeyFile = 1024
)

// Key signs access tokens: 256 random bits, as HS256 wants (RFC 7518 3.2). It never prints itself.
type Key struct{ secret [keyBytes]byte }

// Format writes a placeholder for every verb, so that no log or error can show the key.
func (Key) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "auth.Key(hidden)") }

// LoadOrCreateKey reads the key at path, a line of 64 hexadecimal digits, and on first use makes one from random, readable by its
// owner alone. Two processes that start at once get the same key.
//
// Replacing the file and starting again changes the key: access tokens in use end, and clients refresh, as refresh tokens do not
// depend on it. A file of another form, or one that others may read, is an error.
func LoadOrCreateKey(path string, random io.Reader) (Key, error) {
	key, err := readKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := createKey(path, random); err != nil {
			return Key{}, fmt.Errorf("create the signing key: %w", err)
		}
		key, err = readKey(path)
	}
	if err != nil {
		return Key{}, fmt.Errorf("read the signing key: %w", err)
	}
	return key, nil
}

func readKey(path string) (Key, error) {
	file, err := os.Open(path)
	if err != nil {
		return Key{}, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return Key{}, err
	}
	// Windows keeps its permissions elsewhere and reports these bits as set.
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return Key{}, fmt.Errorf("%s may be read by others (mode %04o): allow its owner only (0600)", path, info.Mode().Perm())
	}
	text, err := io.ReadAll(io.LimitReader(file, maxKeyFile))
	if err != nil {
		return Key{}, err
	}
	secret, err := hex.DecodeString(strings.TrimRight(string(text), "\r\n"))
	if err != nil || len(secret) != keyBytes {
		return Key{}, fmt.Errorf("%s must hold one line of 64 hexadecimal digits", path) // err would show some of them
	}
	return Key{secret: [keyBytes]byte(secret)}, nil
}

// createKey writes a new key beside path and links it into place whole; if another process was first, its key stays.
func createKey(path string, random io.Reader) error {
	var secret [keyBytes]byte
	if _, err := io.ReadFull(random, secret[:]); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".key-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	_, err = file.WriteString(hex.EncodeToString(secret[:]) + "\n")
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	if err := os.Link(file.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// maxKeys is how many keys there may be at once: that of now, and those of before and next.
const maxKeys = 4

// ParseKeys reads keys, each 64 hexadecimal digits, separated by commas: tokens are signed by the first, and those of the others are good.
// Its errors never show a key.
func ParseKeys(text string) ([]Key, error) {
	var keys []Key
	for word := range strings.SplitSeq(text, ",") {
		secret, err := hex.DecodeString(strings.TrimSpace(word))
		if err != nil || len(secret) != keyBytes {
			return nil, fmt.Errorf("key %d is not 64 hexadecimal digits", len(keys)+1)
		}
		keys = append(keys, Key{secret: [keyBytes]byte(secret)})
	}
	if len(keys) > maxKeys {
		return nil, fmt.Errorf("there are %d keys, at most %d are allowed", len(keys), maxKeys)
	}
	return keys, nil
}
