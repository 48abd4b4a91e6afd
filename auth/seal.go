package auth

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"fmt"
	"io"
)

// SealedBytes is how long a sealed key is: a nonce of 12 bytes, the key, and a tag of 16.
const SealedBytes = 12 + keyBytes + 16

// ErrSealed says that a sealed key is opened by none of the keys that were tried.
var ErrSealed = errors.New("the signing key was sealed by another key, or changed since")

// NewKey makes a key from a cryptographic source.
func NewKey(random io.Reader) (Key, error) {
	var key Key
	if _, err := io.ReadFull(random, key.secret[:]); err != nil {
		return Key{}, fmt.Errorf("make a key: %w", err)
	}
	return key, nil
}

// Seal encrypts a signing key so that it can be kept where others read (AES-256-GCM, NIST SP 800-38D, a random nonce in front: the same
// sealing key seals far fewer than the 2³² that a random nonce allows). name is authenticated with it: what was sealed as one thing does
// not open as another.
func (k Key) Seal(signing Key, name string, random io.Reader) ([]byte, error) {
	box, err := k.box()
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, box.NonceSize(), SealedBytes)
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, fmt.Errorf("seal a key: %w", err)
	}
	return box.Seal(nonce, nonce, signing.secret[:], []byte(name)), nil
}

// Unseal is the signing key that one of the sealing keys has sealed under a name, else [ErrSealed].
func Unseal(sealed []byte, name string, by ...Key) (Key, error) {
	if len(sealed) != SealedBytes {
		return Key{}, ErrSealed
	}
	for _, k := range by {
		box, err := k.box()
		if err != nil {
			return Key{}, err
		}
		secret, err := box.Open(nil, sealed[:box.NonceSize()], sealed[box.NonceSize():], []byte(name))
		if err == nil {
			return Key{secret: [keyBytes]byte(secret)}, nil
		}
	}
	return Key{}, ErrSealed
}

func (k Key) box() (cipher.AEAD, error) {
	block, err := aes.NewCipher(k.secret[:])
	if err != nil {
		return nil, fmt.Errorf("seal a key: %w", err)
	}
	return cipher.NewGCM(block)
}
