package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"sync"
	"time"
)

// certificate is what the server shows of itself, from two files that are read again when they change: whoever renews them need not stop it.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger
	now               func() time.Time

	mu     sync.Mutex
	looked time.Time
	state  [2]fileState
	loaded *tls.Certificate
}

// fileState is by what it is told that a file has changed.
type fileState struct {
	changed time.Time
	size    int64
}

// lookAgain is how often it is looked whether the files have changed, at most.
const lookAgain = time.Second

// readCertificate reads FORTNIGHT_TLS_CERT and FORTNIGHT_TLS_KEY, nil where neither is set.
func readCertificate(certFile, keyFile string) (*certificate, error) {
	if certFile == "" && keyFile == "" {
		return nil, nil
	}
	if certFile == "" || keyFile == "" {
		return nil, errors.New("FORTNIGHT_TLS_CERT, FORTNIGHT_TLS_KEY: one of them is set alone; both are needed, a certificate with its chain and its key, as PEM files")
	}
	c := &certificate{certFile: certFile, keyFile: keyFile, log: slog.New(slog.DiscardHandler), now: time.Now}
	if err := c.load(); err != nil {
		return nil, fmt.Errorf("FORTNIGHT_TLS_CERT, FORTNIGHT_TLS_KEY: %w", err)
	}
	return c, nil
}

// load reads the files, and leaves what was loaded where they are not a certificate and its key.
func (c *certificate) load() error {
	state, err := c.look()
	if err != nil {
		return err
	}
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return err
	}
	c.state, c.loaded = state, &pair
	return nil
}

func (c *certificate) look() (state [2]fileState, err error) {
	for i, path := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(path)
		if err != nil {
			return state, err
		}
		state[i] = fileState{info.ModTime(), info.Size()}
	}
	return state, nil
}

// current is the certificate as the files have it. While they are not a pair, as between the writing of the two, it is the one from before.
func (c *certificate) current() *tls.Certificate {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.now(); now.Sub(c.looked) >= lookAgain || now.Before(c.looked) {
		c.looked = now
		state, err := c.look()
		if err == nil && state != c.state {
			if err = c.load(); err == nil {
				c.log.Info("the certificate was read again", "until", c.loaded.Leaf.NotAfter)
			}
		}
		if err != nil {
			c.log.Warn("the certificate cannot be read again: the one from before stays", "error", err)
		}
	}
	return c.loaded
}

// over has a listener speak TLS, and HTTP/1.1 in it, as all limits are for: HTTP/2 is a proxy's.
func (c *certificate) over(listener net.Listener, log *slog.Logger) net.Listener {
	c.mu.Lock()
	c.log = log
	c.mu.Unlock()
	return tls.NewListener(listener, &tls.Config{
		MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"},
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.current(), nil },
	})
}

// trust is how this machine's own commands know the server: by the very certificate of the files, whatever name they call it by.
func (c *certificate) trust() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS12, InsecureSkipVerify: true, //nolint:gosec // VerifyConnection compares the certificate itself
		VerifyConnection: func(state tls.ConnectionState) error {
			if !bytes.Equal(state.PeerCertificates[0].Raw, c.current().Certificate[0]) {
				return errors.New("the server does not show the certificate of FORTNIGHT_TLS_CERT")
			}
			return nil
		},
	}
}

// condition says how long the certificate is good, or what to do about it.
func (c *certificate) condition(_ context.Context) (found string, err error) {
	leaf, now := c.current().Leaf, c.now()
	until := leaf.NotAfter.UTC().Format(time.DateOnly)
	switch {
	case now.After(leaf.NotAfter):
		return "", fmt.Errorf("the certificate in %s ended on %s: put a new one there, it is read without a restart", c.certFile, until)
	case now.Before(leaf.NotBefore):
		return "", fmt.Errorf("the certificate in %s is good from %s on: is the clock right?", c.certFile, leaf.NotBefore.UTC().Format(time.DateTime))
	}
	return fmt.Sprintf("good until %s, for %v", until, append(leaf.DNSNames, addresses(leaf.IPAddresses)...)), nil
}

func addresses(list []net.IP) (texts []string) {
	for _, ip := range list {
		texts = append(texts, ip.String())
	}
	return texts
}
