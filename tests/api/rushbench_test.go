package api_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// How many clients ask at once, each on a connection of its own, which it keeps, and for how long in a round: in all so briefly that no account's
// budget ends.
const (
	rushClients = 8
	rushRounds  = 5
	rushTime    = 500 * time.Millisecond
)

// rush is what many clients see who ask a server one thing after another.
type rush struct {
	each float64         // requests in a second, of all of them together
	took []time.Duration // of each request
}

// p99 is what one request of a hundred takes longer than.
func (r rush) p99() time.Duration { return r.took[len(r.took)*99/100] }

// The clients of another process. What they are themselves they hold small: they send the same bytes again and again, and of an answer they look at its status
// and its length.
func init() {
	address := os.Getenv("RUSH_CLIENT_ADDRESS")
	if address == "" {
		return
	}
	request, err := io.ReadAll(os.Stdin)
	length, err2 := strconv.Atoi(os.Getenv("RUSH_CLIENT_BYTES"))
	type hurried struct {
		took []time.Duration
		err  error
	}
	all := make(chan hurried)
	end := time.Now().Add(rushTime)
	for range rushClients {
		go func() {
			took, err := hurry(address, request, length, end)
			all <- hurried{took, err}
		}()
	}
	var took []time.Duration
	for range rushClients {
		of := <-all
		took, err = append(took, of.took...), errors.Join(err, of.err)
	}
	if err = errors.Join(err, err2, json.NewEncoder(os.Stdout).Encode(took)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// hurry sends a request over and over on one connection until the end, and returns what each took.
func hurry(address string, request []byte, length int, end time.Time) (took []time.Duration, err error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	defer conn.Close() //nolint:errcheck // all was read
	answers := bufio.NewReaderSize(conn, 64<<10)
	for began := time.Now(); began.Before(end); {
		if _, err := conn.Write(request); err != nil {
			return nil, err
		}
		if err := answeredWhole(answers, length); err != nil {
			return nil, err
		}
		now := time.Now()
		took = append(took, now.Sub(began))
		began = now
	}
	return took, nil
}

// answeredWhole reads an answer whose status is 200 and whose body has so many bytes.
func answeredWhole(from *bufio.Reader, length int) error {
	status, err := from.ReadString('\n')
	if err != nil || !strings.HasPrefix(status, "HTTP/1.1 200") {
		return errors.Join(err, fmt.Errorf("the status is %q", status))
	}
	bytesOf := ""
	for {
		line, err := from.ReadSlice('\n')
		if err != nil {
			return err
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			break
		}
		if value, is := bytes.CutPrefix(line, []byte("Content-Length: ")); is {
			bytesOf = string(value)
		}
	}
	if bytesOf != strconv.Itoa(length) {
		return fmt.Errorf("the answer has %q bytes, want %d", bytesOf, length)
	}
	_, err = from.Discard(length)
	return err
}

// rushed has many clients ask a server for a shape, in a round.
func (r *readers) rushed(b *testing.B, url string, s shape, length int) rush {
	b.Helper()
	address := strings.TrimSuffix(strings.TrimPrefix(url, "http://"), "/graphql")
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^$")
	command.Env = append(os.Environ(), "RUSH_CLIENT_ADDRESS="+address, "RUSH_CLIENT_BYTES="+strconv.Itoa(length))
	command.Stdin, command.Stderr = strings.NewReader(fmt.Sprintf(
		"POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nShape: %s\r\nContent-Length: %d\r\n\r\n%s",
		address, r.coach.token, s.name, len(s.body), s.body)), os.Stderr
	out, err := command.Output()
	must(b, err)
	var of rush
	must(b, json.Unmarshal(out, &of.took))
	of.each = float64(len(of.took)) / rushTime.Seconds()
	return of
}

// inTurns has many clients ask the product and the limit for a shape, in rounds that take turns. Requests in a second are those of the median round, and
// what they take is of all rounds.
func (r *readers) inTurns(b *testing.B, product, limit string, s shape, length int) (ours, theirs rush) {
	b.Helper()
	var rates [2][]float64
	for range rushRounds {
		for n, url := range []string{product, limit} {
			of := r.rushed(b, url, s, length)
			all := []*rush{&ours, &theirs}[n]
			all.took, rates[n] = append(all.took, of.took...), append(rates[n], of.each)
		}
	}
	for n, all := range []*rush{&ours, &theirs} {
		slices.Sort(rates[n])
		slices.Sort(all.took)
		all.each = rates[n][len(rates[n])/2]
	}
	return ours, theirs
}
