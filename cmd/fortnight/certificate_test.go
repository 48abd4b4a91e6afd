package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fortnight/cmd/fortnight/demo"
	"fortnight/db/dbtest"
	"fortnight/library"
)

// writePair writes a certificate for 127.0.0.1 that is good for a while from an instant, and its key, into a folder, and returns the certificate.
func writePair(t *testing.T, folder string, from time.Time, life time.Duration) (certFile, keyFile string, der []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(from.UnixNano()), NotBefore: from, NotAfter: from.Add(life), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	if der, err = x509.CreateCertificate(rand.Reader, template, template, key.Public(), key); err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	certFile, keyFile = filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	for path, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: der}, keyFile: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return certFile, keyFile, der
}

func TestCertificateSettings(t *testing.T) {
	folder, other := t.TempDir(), t.TempDir()
	cert, key, _ := writePair(t, folder, time.Now(), time.Hour)
	_, otherKey, _ := writePair(t, other, time.Now(), time.Hour)
	for _, test := range []struct{ cert, key, refused string }{
		{"", "", ""},
		{cert, key, ""},
		{cert, "", "one of them is set alone"},
		{"", key, "one of them is set alone"},
		{cert, filepath.Join(folder, "none.pem"), "no such file"},
		{key, cert, "FORTNIGHT_TLS_CERT"},
		{cert, otherKey, "private key does not match"},
	} {
		c, err := readConfig(environment("FORTNIGHT_TLS_CERT="+test.cert, "FORTNIGHT_TLS_KEY="+test.key))
		switch {
		case test.refused == "" && err == nil:
			if (c.certificate != nil) != (test.cert != "") {
				t.Errorf("%q: %v", test.cert, c.certificate)
			}
		case err == nil || !strings.Contains(err.Error(), test.refused) || !strings.Contains(err.Error(), "FORTNIGHT_TLS_"):
			t.Errorf("%q and %q: %v, want %q", test.cert, test.key, err, test.refused)
		}
	}
}

// Files that change are read again, at the next handshake that is a second later; while they are no pair the one from before is shown.
func TestCertificateIsReadAgain(t *testing.T) {
	folder, now := t.TempDir(), time.Now()
	certFile, keyFile, first := writePair(t, folder, now.Add(-time.Hour), 2*time.Hour)
	c, err := readCertificate(certFile, keyFile)
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	c.log, c.now = slog.New(slog.NewTextHandler(&said, nil)), func() time.Time { return now }
	shows := func(what string, want []byte) {
		t.Helper()
		now = now.Add(lookAgain)
		if got := c.current().Certificate[0]; !bytes.Equal(got, want) {
			t.Errorf("%s: another certificate is shown", what)
		}
	}
	shows("at first", first)
	if found, err := c.condition(t.Context()); err != nil || !strings.Contains(found, "127.0.0.1") {
		t.Errorf("%q, %v", found, err)
	}
	if err := os.WriteFile(certFile, []byte("half a cert"), 0o600); err != nil {
		t.Fatal(err)
	}
	shows("while it is written", first)
	if !strings.Contains(said.String(), "the one from before stays") {
		t.Errorf("the log says %q", said.String())
	}
	_, _, second := writePair(t, folder, now, time.Minute)
	shows("then", second)
	if _, err := c.condition(t.Context()); err != nil {
		t.Error(err)
	}
	now = now.Add(time.Hour)
	if _, err := c.condition(t.Context()); err == nil || !strings.Contains(err.Error(), "ended on") {
		t.Errorf("of one that has ended: %v", err)
	}
}

// With a certificate the whole server speaks TLS, over HTTP and WebSocket, and its own commands know it by that certificate alone.
func TestServesTLS(t *testing.T) {
	t.Parallel()
	certFile, keyFile, der := writePair(t, t.TempDir(), time.Now().Add(-time.Hour), 24*time.Hour)
	read, err := readCertificate(certFile, keyFile)
	if err != nil {
		t.Fatal(err)
	}
	a := &app{
		config: config{data: t.TempDir(), certificate: read}, log: slog.New(slog.DiscardHandler), now: time.Now, times: newStatementTimes(),
		db: dbtest.New(t), workouts: library.Workouts,
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := listener.Addr().String()
	ctx, stop := context.WithCancel(t.Context())
	var serving sync.WaitGroup
	serving.Go(func() {
		if err := a.serve(ctx, listener); err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("the server ended with %v", err)
		}
	})
	t.Cleanup(func() { stop(); serving.Wait() })
	if !demoAccountComes(t, a.db, true) { // which the server makes by its own address
		t.Fatal("no demo account")
	}
	client := a.config.client(addr)
	if client.Token, err = demo.LogIn(t.Context(), client, demoLogin); err != nil {
		t.Fatal(err)
	}
	answers := 0
	err = client.Subscribe(t.Context(), "{ me { id } }", nil, func(json.RawMessage) error { answers++; return nil })
	if err != nil || answers != 1 {
		t.Errorf("over a WebSocket: %d answers, %v", answers, err)
	}
	trusted := x509.NewCertPool()
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	trusted.AddCert(leaf)
	conn, err := tls.Dial("tcp", addr, &tls.Config{RootCAs: trusted, NextProtos: []string{"h2", "http/1.1"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := conn.ConnectionState().NegotiatedProtocol; got != "http/1.1" {
		t.Errorf("it speaks %q", got)
	}
	_ = conn.Close()
	otherCert, otherKey, _ := writePair(t, t.TempDir(), time.Now().Add(-time.Hour), 24*time.Hour)
	other, err := readCertificate(otherCert, otherKey)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := demo.LogIn(t.Context(), config{certificate: other}.client(addr), demoLogin); err == nil || !strings.Contains(err.Error(), "FORTNIGHT_TLS_CERT") {
		t.Errorf("by another certificate: %v", err)
	}
	if _, err := demo.LogIn(t.Context(), config{}.client(addr), demoLogin); err == nil {
		t.Error("it answers without TLS too")
	}
}
