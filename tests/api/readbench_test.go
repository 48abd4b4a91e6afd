package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// limit answers what the product answers by the least that a server can do for it: net/http, one prepared statement over rows of ready JSON
// text, and the bytes copied. It reads no query and knows nobody.
type limit struct {
	*readers

	parts map[string][3]string // of each shape what stands before its rows, between them and after them
}

// newLimit takes the answers of the product apart into rows.
func newLimit(t testing.TB, r *readers) *limit {
	t.Helper()
	l := &limit{r, map[string][3]string{}}
	_, err := r.raw.Exec(t.Context(), "CREATE TABLE limit_rows (shape text, n integer, body text, PRIMARY KEY (shape, n)); ALTER TABLE limit_rows ALTER body SET STORAGE EXTERNAL")
	must(t, err)
	for _, s := range r.shapes(t) {
		body := string(r.read(t, s.body))
		separator := map[byte]string{'Q': `,{"cursor"`, '2': `{"id"`, '3': `{"id"`, '4': "\x00", 'h': `,{"node"`, 'S': `,{"score"`}[kind(s.name)]
		rows := strings.Split(body, separator)
		for n, row := range rows {
			if n > 0 {
				row = separator + row
			}
			_, err := r.raw.Exec(t.Context(), "INSERT INTO limit_rows VALUES ($1, $2, $3)", s.name, n, row)
			must(t, err)
		}
	}
	_, err = r.raw.Exec(t.Context(), "ANALYZE") // as the server does by itself within a minute
	must(t, err)
	return l
}

func kind(shape string) byte {
	if shape[0] == 'Q' && shape[1] != '1' {
		return shape[1]
	}
	return shape[0]
}

func (l *limit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	rows, err := l.raw.Query(r.Context(), "SELECT body FROM limit_rows WHERE shape = $1 ORDER BY n", pgx.QueryResultFormats{pgx.TextFormatCode}, r.Header.Get("Shape"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	body := make([]byte, 0, 1<<17)
	for rows.Next() {
		body = append(body, rows.RawValues()[0]...)
	}
	rows.Close()
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body)
}

// A client of another process, so that what it costs is not counted: it sends one request over and over on one connection.
func init() {
	if os.Getenv("READ_CLIENT_URL") == "" {
		return
	}
	body, err := io.ReadAll(os.Stdin)
	n, err2 := strconv.Atoi(os.Getenv("READ_CLIENT_REQUESTS"))
	for range n {
		var request *http.Request
		if request, err = http.NewRequestWithContext(context.Background(), http.MethodPost, os.Getenv("READ_CLIENT_URL"), bytes.NewReader(body)); err != nil || err2 != nil {
			break
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Authorization", "Bearer "+os.Getenv("READ_CLIENT_TOKEN"))
		request.Header.Set("Shape", os.Getenv("READ_CLIENT_SHAPE"))
		var response *http.Response
		if response, err = http.DefaultClient.Do(request); err != nil {
			break
		}
		var length int64
		length, err = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
		if want := os.Getenv("READ_CLIENT_BYTES"); err == nil && (response.StatusCode != http.StatusOK || fmt.Sprint(length) != want) {
			err = fmt.Errorf("%s with %d bytes, want %s", response.Status, length, want)
			break
		}
	}
	if err != nil || err2 != nil {
		fmt.Fprintln(os.Stderr, err, err2)
		os.Exit(1)
	}
	os.Exit(0)
}

// spent is processor time: of this process, and of the backends of PostgreSQL that serve it.
type spent struct{ server, database time.Duration }

func (r *readers) spent(b *testing.B) spent {
	b.Helper()
	s := spent{server: processor(b)}
	rows, err := r.raw.Query(b.Context(), "SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
	must(b, err)
	pids, err := pgx.CollectRows(rows, pgx.RowTo[int])
	must(b, err)
	for _, pid := range pids {
		stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
		if err != nil {
			continue
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')'):]))
		user, _ := strconv.Atoi(fields[12-1])
		system, _ := strconv.Atoi(fields[13-1])
		s.database += time.Duration(user+system) * 10 * time.Millisecond
	}
	return s
}

// ask has another process send a shape so often, and returns what that cost for each request.
func (r *readers) ask(b *testing.B, url string, s shape, bytes, n int) spent {
	b.Helper()
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^$")
	command.Env = append(os.Environ(), "READ_CLIENT_URL="+url, "READ_CLIENT_TOKEN="+r.coach.token, "READ_CLIENT_SHAPE="+s.name,
		"READ_CLIENT_REQUESTS="+strconv.Itoa(n), "READ_CLIENT_BYTES="+strconv.Itoa(bytes))
	command.Stdin, command.Stderr = strings.NewReader(s.body), os.Stderr
	before := r.spent(b)
	must(b, command.Run())
	after := r.spent(b)
	return spent{(after.server - before.server) / time.Duration(n), (after.database - before.database) / time.Duration(n)}
}

func listen(b *testing.B, handler http.Handler) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(b, err)
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Second}
	go func() { _ = server.Serve(listener) }()
	b.Cleanup(func() { _ = server.Close() })
	return "http://" + listener.Addr().String() + "/graphql"
}

// BenchmarkReads prints what nested reads cost beside the limit in the same run: processor time for each request, of this process and of
// PostgreSQL, and the ratio of the two sums; statements and allocations. Rounds take turns, and the median of the rounds counts.
func BenchmarkReads(b *testing.B) {
	r := newReaders(b, "on", 20, manyWorkouts())
	l := newLimit(b, r)
	product, limit := listen(b, r.handler), listen(b, l)
	requests := 300
	fmt.Printf("%-8s %8s %24s %24s %7s %10s %11s\n", "shape", "bytes", "product cpu-ms (+ db)", "limit cpu-ms (+ db)", "ratio", "statements", "allocations")
	for _, s := range r.shapes(b) {
		length := len(r.read(b, s.body))
		r.read(b, s.body)
		before := r.counted.n.Load()
		r.read(b, s.body)
		statements := r.counted.n.Load() - before
		allocations := testing.AllocsPerRun(20, func() { r.read(b, s.body) })
		var ours, theirs []spent
		for range 5 {
			ours, theirs = append(ours, r.ask(b, product, s, length, requests)), append(theirs, r.ask(b, limit, s, length, requests))
		}
		a, z := median(ours), median(theirs)
		fmt.Printf("%-8s %8d %13.3f + %8.3f %13.3f + %8.3f %6.2fx %10d %11.0f\n", s.name, length, ms(a.server), ms(a.database), ms(z.server), ms(z.database),
			float64(a.server+a.database)/float64(z.server+z.database), statements, allocations)
	}
	var usage syscall.Rusage
	must(b, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	encoded, err := json.Marshal(usage.Maxrss / 1024)
	must(b, err)
	fmt.Printf("peak RSS of all of it: %s MB\n", encoded)
}

// BenchmarkShapes reads each shape without sockets, for profiles.
func BenchmarkShapes(b *testing.B) {
	r := newReaders(b, "on", 20, manyWorkouts())
	for _, s := range r.shapes(b) {
		b.Run(s.name, func(b *testing.B) {
			r.read(b, s.body)
			b.ReportAllocs()
			for b.Loop() {
				r.read(b, s.body)
			}
		})
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func median(list []spent) spent {
	slices.SortFunc(list, func(a, b spent) int { return int(a.server + a.database - b.server - b.database) })
	return list[len(list)/2]
}
