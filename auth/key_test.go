package auth

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestKeyIsMadeOnceAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "signing.key")
	keys := make(chan Key, 20)
	for range cap(keys) {
		go func() {
			key, err := LoadOrCreateKey(path, rand.Reader)
			if err != nil {
				t.Error(err)
			}
			keys <- key
		}()
	}
	first := <-keys
	for range cap(keys) - 1 {
		if key := <-keys; key != first {
			t.Error("two starts at once got two keys")
		}
	}
	if first == (Key{}) {
		t.Error("the key is zero")
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("%d files in the folder, %v; want the key alone", len(left), err)
	}
	if again, err := LoadOrCreateKey(path, nil); err != nil || again != first {
		t.Errorf("the next start got another key, %v", err)
	}
}

func TestS52KeyFileOfAnotherFormIsRefused(t *testing.T) {
	digits := strings.Repeat("0123456789abcdef", 4)
	for name, content := range map[string]string{
		"empty": "", "a password": "secret", "short": digits[2:], "long": digits + "00", "not hexadecimal": "g" + digits[1:],
		"two lines": digits + "\n" + digits, "binary": strings.Repeat("\x01", 32), "spaces": " " + digits, "huge": strings.Repeat(digits, 1000),
	} {
		path := filepath.Join(t.TempDir(), "signing.key")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := LoadOrCreateKey(path, rand.Reader)
		if err == nil {
			t.Errorf("%s: accepted", name)
		} else if content != "" && strings.Contains(err.Error(), content) {
			t.Errorf("%s: the error shows the file: %v", name, err)
		}
	}
	for _, end := range []string{"", "\n", "\r\n"} {
		path := filepath.Join(t.TempDir(), "signing.key")
		if err := os.WriteFile(path, []byte(digits+end), 0o400); err != nil {
			t.Fatal(err)
		}
		if _, err := LoadOrCreateKey(path, rand.Reader); err != nil {
			t.Errorf("ending %q: %v", end, err)
		}
	}
}

func TestKeyThatOthersMayReadIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "signing.key")
	if _, err := LoadOrCreateKey(path, rand.Reader); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []os.FileMode{0o640, 0o604, 0o644, 0o620} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := LoadOrCreateKey(path, rand.Reader); err == nil || !strings.Contains(err.Error(), "0600") {
			t.Errorf("mode %04o: got %v", mode, err)
		}
	}
}

func TestKeyCannotBeMade(t *testing.T) {
	dir := t.TempDir()
	if _, err := LoadOrCreateKey(filepath.Join(dir, "missing", "signing.key"), rand.Reader); err == nil {
		t.Error("a missing folder is no error")
	}
	if _, err := LoadOrCreateKey(filepath.Join(dir, "signing.key"), strings.NewReader("too little")); err == nil {
		t.Error("too little randomness is no error")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}
