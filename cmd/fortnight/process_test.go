package main

import (
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"fortnight/db"
	"fortnight/reads"
)

func TestProcessSettings(t *testing.T) {
	with := func(name, value string) (process, error) {
		return readProcess(func(asked string) string { return map[string]string{name: value}[asked] })
	}
	for name, values := range map[string][]string{
		"FORTNIGHT_MEMORY":     {"63", "1048577", "100MB", "-1", "1.5"},
		"FORTNIGHT_CACHE":      {"3", "16385", "48MB", "-1", "4.5"},
		"FORTNIGHT_PPROF_ADDR": {"6060", "0.0.0.0:6060", ":6060", "10.0.0.1:6060", "example.org:6060"},
	} {
		for _, value := range values {
			if _, err := with(name, value); err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s %q: %v", name, value, err)
			}
		}
	}
	if p, err := with("FORTNIGHT_MEMORY", "100"); err != nil || p.memory != 100<<20 {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err := with("FORTNIGHT_CACHE", "8"); err != nil || p.textBytes() != 2<<20 || p.storeBytes() != 6<<20 {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err := with("", ""); err != nil || p.textBytes() != reads.DefaultTextBytes || p.storeBytes() != db.DefaultCacheBytes {
		t.Errorf("%+v, %v", p, err)
	}
	for _, addr := range []string{"127.0.0.1:6060", "[::1]:6060", "localhost:0"} {
		if p, err := with("FORTNIGHT_PPROF_ADDR", addr); err != nil || p.profile != addr {
			t.Errorf("%+v, %v", p, err)
		}
	}
}

func TestProfilesAreServed(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	failed := make(chan error, 1)
	stop := serveProfiles(listener, failed)
	response, err := http.Get("http://" + listener.Addr().String() + "/debug/pprof/heap?debug=1")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || !strings.Contains(string(body), "heap profile:") {
		t.Errorf("%s %.200s %v", response.Status, body, err)
	}
	stop()
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		t.Error(err)
	}
}
