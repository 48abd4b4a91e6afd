package api_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/klauspost/compress/gzhttp"
	"gonum.org/v1/gonum/blas/blas32"

	"fortnight/db"
	"fortnight/embedding"
	"fortnight/planner/runs"
	"fortnight/server"
)

// limit answers what the product answers by the least that a server can do for it: net/http, one prepared statement over rows of ready JSON
// text, and the bytes copied. It reads no query and knows nobody. For a search it compares the vectors of the rides of the library first, one after
// the other in memory, with one of them, and takes the ten nearest.
type limit struct {
	raw   *pgxpool.Pool
	rides []float32
	ten   float32 // what the ten nearest are near, so that comparing is not for nothing
}

// compare takes the ten nearest.
func (l *limit) compare() {
	const dimensions = embedding.Dimensions
	to := blas32.Vector{N: dimensions, Inc: 1, Data: l.rides[:dimensions]}
	var ten [10]float32
	for i := 0; i < len(l.rides); i += dimensions {
		near := blas32.Dot(to, blas32.Vector{N: dimensions, Inc: 1, Data: l.rides[i : i+dimensions]})
		for n := len(ten) - 1; n >= 0 && near > ten[n]; n-- {
			if n < len(ten)-1 {
				ten[n+1] = ten[n]
			}
			ten[n] = near
		}
	}
	l.ten = ten[9]
}

// openLimit is the limit on a database that fillLimit has filled.
func openLimit(t *testing.T, database string) *limit {
	t.Helper()
	pool, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(pool.Close)
	vectors, err := pool.Query(t.Context(), "SELECT v.embedding::real[] FROM workout_vectors AS v JOIN workouts AS w ON w.id = v.workout_id WHERE w.sport = 'RIDE'")
	must(t, err)
	rides, err := pgx.CollectRows(vectors, pgx.RowTo[[]float32])
	must(t, err)
	return &limit{raw: pool, rides: slices.Concat(rides...)}
}

// fillLimit takes the answers of the product apart into rows.
func (r *readers) fillLimit(t testing.TB) {
	t.Helper()
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
}

func kind(shape string) byte {
	if shape[0] == 'Q' && shape[1] != '1' {
		return shape[1]
	}
	return shape[0]
}

func (l *limit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	if r.Header.Get("Shape") == "S" {
		l.compare()
	}
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
	asking := &http.Client{Transport: &http.Transport{DisableCompression: os.Getenv("READ_CLIENT_PACKED") == ""}}
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
		if response, err = asking.Do(request); err != nil {
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

// serveReads is set in the environment of a process that serves what BenchmarkReads measures, and nothing else: the address of the database.
const serveReads = "READ_SERVER_DATABASE"

// TestReadServer serves the database of a benchmark by itself, until its standard input ends: what it takes is then the product's alone. It tells its
// address first, and at /spent what it has taken.
func TestReadServer(t *testing.T) {
	url := os.Getenv(serveReads)
	if url == "" {
		t.Skip("it is a process of BenchmarkReads")
	}
	server.CollectFrom(server.SpareHeap)
	mux := http.NewServeMux()
	switch os.Getenv("READ_SERVER_LIMIT") {
	case "streams":
		mux.Handle("/graphql", &streamLimit{})
	case "limit":
		packed, err := gzhttp.NewWrapper(gzhttp.ContentTypes([]string{"application/json"}), gzhttp.CompressionLevel(1), gzhttp.EnableZstd(false)) // as the product does
		must(t, err)
		mux.Handle("/graphql", packed(openLimit(t, url)))
	default:
		mux.Handle("/graphql", openProduct(t, url))
	}
	mux.HandleFunc("/profile", profile(t))
	mux.HandleFunc("/spent", func(answer http.ResponseWriter, _ *http.Request) {
		used, err := useOfThis()
		if err != nil {
			http.Error(answer, err.Error(), http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(answer).Encode(used)
	})
	fmt.Println("\nserves " + listen(t, mux))
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// profile begins to write a profile of the processor into a file, and without one ends it and writes beside it what lives in the heap.
func profile(t *testing.T) http.HandlerFunc {
	t.Helper()
	var file *os.File
	return func(_ http.ResponseWriter, r *http.Request) {
		if file == nil {
			var err error
			file, err = os.Create(r.URL.Query().Get("file"))
			must(t, err)
			must(t, pprof.StartCPUProfile(file))
			return
		}
		pprof.StopCPUProfile()
		must(t, file.Close())
		heap, err := os.Create(file.Name() + ".heap")
		must(t, err)
		must(t, pprof.WriteHeapProfile(heap))
		must(t, heap.Close())
		file = nil
	}
}

// openProduct is the product on a database that others have filled.
func openProduct(t *testing.T, url string) http.Handler {
	t.Helper()
	began, err := time.Parse(time.RFC3339Nano, os.Getenv("READ_SERVER_BEGAN"))
	must(t, err)
	w := &world{began: began, store: func(s runs.Store) runs.Store { return s }, readPath: "on", key: os.Getenv("READ_SERVER_KEY")}
	lexicon := embedding.NewLexicon()
	opened, err := db.Open(t.Context(), url, db.Options{MaxConnections: 8, Log: logger(t), Now: w.now, WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells})
	must(t, err)
	t.Cleanup(func() { check(t, opened.Close()) })
	opened.ServeBy(lexicon)
	w.db, w.log = opened, logger(t)
	return w.server(t).Handler()
}

// ownUse is what a process has used: processor time, and megabytes of memory: at most, and of that the pages of its program's file, which the system
// takes back as it likes.
type ownUse struct {
	Processor    time.Duration
	Peak, OfFile int64
	Resident     int64 // now, in kB
}

// useOfThis is what this process has used. The memory is not that of its usage, which tells the most of whoever started it, too.
func useOfThis() (used ownUse, err error) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return used, err
	}
	used.Processor = time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return used, err
	}
	_, err = fmt.Sscan(between(string(status), "VmHWM:", "kB"), &used.Peak)
	if err == nil {
		_, err = fmt.Sscan(between(string(status), "RssFile:", "kB"), &used.OfFile)
	}
	if err == nil {
		_, err = fmt.Sscan(between(string(status), "VmRSS:", "kB"), &used.Resident)
	}
	used.Peak, used.OfFile = used.Peak/1024, used.OfFile/1024
	return used, err
}

func between(text, begin, end string) string {
	_, rest, _ := strings.Cut(text, begin)
	inside, _, _ := strings.Cut(rest, end)
	return inside
}

// start starts a process that serves the readers' database, the product, or what limit names, and returns its address.
func (r *readers) start(b *testing.B, limit string) string {
	b.Helper()
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^TestReadServer$")
	command.Env = append(os.Environ(), serveReads+"="+r.address, "READ_SERVER_LIMIT="+limit, "READ_SERVER_KEY="+r.key, "READ_SERVER_BEGAN="+r.began.Format(time.RFC3339Nano))
	input, err := command.StdinPipe()
	must(b, err)
	output, err := command.StdoutPipe()
	must(b, err)
	command.Stderr = os.Stderr
	must(b, command.Start())
	b.Cleanup(func() {
		_ = input.Close()
		_ = command.Wait()
	})
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if address, is := strings.CutPrefix(lines.Text(), "serves "); is {
			go func() { _, _ = io.Copy(io.Discard, output) }()
			return address
		}
	}
	b.Fatalf("the product does not serve: %v", lines.Err())
	return ""
}

// beside asks the process behind an address for something about itself.
func beside(b *testing.B, address, path string) []byte {
	b.Helper()
	request, err := http.NewRequestWithContext(b.Context(), http.MethodGet, strings.TrimSuffix(address, "/graphql")+path, http.NoBody)
	must(b, err)
	response, err := http.DefaultClient.Do(request)
	must(b, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(b, err)
	return body
}

// usedBy is what the process behind an address has used.
func usedBy(b *testing.B, address string) (used ownUse) {
	b.Helper()
	must(b, json.Unmarshal(beside(b, address, "/spent"), &used))
	return used
}

// profiled has both processes written a profile of while something is measured, where the setting READ_PROFILES names a directory for them.
func profiled(b *testing.B, shape string, addresses map[string]string, measure func()) {
	b.Helper()
	into := os.Getenv("READ_PROFILES")
	if into == "" {
		measure()
		return
	}
	for name, address := range addresses {
		beside(b, address, "/profile?file="+url.QueryEscape(filepath.Join(into, shape+"."+name)))
	}
	measure()
	for _, address := range addresses {
		beside(b, address, "/profile")
	}
}

// spent is processor time: of this process, and of the backends of PostgreSQL that serve it.
type spent struct{ server, database time.Duration }

func (w *world) spent(b *testing.B) spent {
	b.Helper()
	s := spent{server: processor(b)}
	rows, err := w.raw.Query(b.Context(), "SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
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

// ask has another process send a shape so often, and returns what that cost for each request: of the process that serves there. Answers are packed where
// packed is not empty.
func (r *readers) ask(b *testing.B, url string, s shape, bytes, n int, packed string) spent {
	b.Helper()
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^$")
	command.Env = append(os.Environ(), "READ_CLIENT_URL="+url, "READ_CLIENT_TOKEN="+r.coach.token, "READ_CLIENT_SHAPE="+s.name,
		"READ_CLIENT_REQUESTS="+strconv.Itoa(n), "READ_CLIENT_BYTES="+strconv.Itoa(bytes), "READ_CLIENT_PACKED="+packed)
	command.Stdin, command.Stderr = strings.NewReader(s.body), os.Stderr
	take := func() spent {
		now := r.spent(b)
		now.server = usedBy(b, url).Processor
		return now
	}
	before := take()
	must(b, command.Run())
	after := take()
	return spent{(after.server - before.server) / time.Duration(n), (after.database - before.database) / time.Duration(n)}
}

func listen(b testing.TB, handler http.Handler) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(b, err)
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Second}
	go func() { _ = server.Serve(listener) }()
	b.Cleanup(func() { _ = server.Close() })
	return "http://" + listener.Addr().String() + "/graphql"
}

// BenchmarkReads prints what nested reads cost beside the limit in the same run: processor time for each request, of the process that serves and of
// PostgreSQL, and the ratio of the two sums, of answers as they are and of packed ones, which both pack in the same way; statements and allocations. Rounds take
// turns, and the median of the rounds counts. Then eight clients ask at once, of either by turns, and it prints how many requests are answered in a second and what one of a hundred
// takes longer than, and both ratios. Each serves in a process of its own, so that its memory and its garbage are its own. READ_SHAPES names
// the shapes to measure, and READ_PROFILES a directory for profiles of both.
func BenchmarkReads(b *testing.B) {
	r := newReaders(b, "on", 20, manyWorkouts(benchmarkLibrary))
	r.fillLimit(b)
	product, limit := r.start(b, ""), r.start(b, "limit")
	requests := 300
	fmt.Printf("%-8s %8s %24s %24s %7s %7s %10s %11s %14s %6s %17s %6s\n", "shape", "bytes", "product cpu-ms (+ db)", "limit cpu-ms (+ db)", "ratio", "packed", "statements",
		"allocations", "req/s", "ratio", "p99 ms", "ratio")
	for _, s := range r.shapes(b) {
		if only := os.Getenv("READ_SHAPES"); only != "" && !slices.Contains(strings.Split(only, ","), s.name) {
			continue
		}
		length := len(r.read(b, s.body))
		r.read(b, s.body)
		before := r.counted.n.Load()
		r.read(b, s.body)
		statements := r.counted.n.Load() - before
		allocations := testing.AllocsPerRun(20, func() { r.read(b, s.body) })
		var a, z spent
		beside := func(packed string) float64 {
			var ours, theirs []spent
			for range 5 {
				ours, theirs = append(ours, r.ask(b, product, s, length, requests, packed)), append(theirs, r.ask(b, limit, s, length, requests, packed))
			}
			a, z = median(ours), median(theirs)
			return float64(a.server+a.database) / float64(z.server+z.database)
		}
		packed, ratio := beside("gzip"), 0.0
		profiled(b, s.name, map[string]string{"product": product, "limit": limit}, func() { ratio = beside("") })
		ours, theirs := r.inTurns(b, product, limit, s, length)
		fmt.Printf("%-8s %8d %13.3f + %8.3f %13.3f + %8.3f %6.2fx %6.2fx %10d %11.0f %6.0f / %5.0f %6.2f %8.1f / %6.1f %5.2fx\n", s.name, length, ms(a.server), ms(a.database),
			ms(z.server), ms(z.database), ratio, packed, statements, allocations, ours.each, theirs.each, ours.each/theirs.each, ms(ours.p99()), ms(theirs.p99()),
			float64(ours.p99())/float64(theirs.p99()))
	}
	for _, of := range []struct{ name, address string }{{"product", product}, {"limit", limit}} {
		used := usedBy(b, of.address)
		fmt.Printf("peak memory of the %s: %d MB, %d of its program\n", of.name, used.Peak, used.OfFile)
	}
}

// BenchmarkShapes reads each shape without sockets, for profiles.
func BenchmarkShapes(b *testing.B) {
	r := newReaders(b, "on", 20, manyWorkouts(benchmarkLibrary))
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

// median is what the median round took of the server, and what all took of the database, a round of which takes a few of its ticks.
func median(list []spent) (m spent) {
	for _, s := range list {
		m.database += s.database / time.Duration(len(list))
	}
	slices.SortFunc(list, func(a, b spent) int { return int(a.server - b.server) })
	m.server = list[len(list)/2].server
	return m
}

// BenchmarkPlans prints what a plan costs, from claimed to its terminal event, over a library of 5,000 workouts, and with LONG=1 over ten times as many:
// processor time of this process, garbage collection included, and of PostgreSQL; statements, allocations, and the statements that are waited for longest. Plans of one
// athlete come one after the other, each with another seed.
func BenchmarkPlans(b *testing.B) {
	sizes := []int{benchmarkLibrary}
	if os.Getenv("LONG") != "" {
		sizes = append(sizes, 10*benchmarkLibrary)
	}
	heard := &dear{}
	counted := &counter{}
	counted.hears(heard.hear)
	w, _ := workless(b, counted.hear)
	c := &client{}
	for n, size := range sizes {
		must(b, w.db.Seed(b.Context(), manyWorkouts(size), func(int, int) {}))
		_, err := w.raw.Exec(b.Context(), "VACUUM ANALYZE") // as the server does by itself
		must(b, err)
		if n == 0 {
			c = w.athlete(b)
		}
		const plans = 30
		var (
			took       spent
			server     []time.Duration
			statements int64
			allocated  [2]uint64
		)
		for seed := range plans + unremembered {
			c.generate(b, vars{"apply": false, "seed": seed})
			var from, to runtime.MemStats
			runtime.ReadMemStats(&from)
			asked := counted.n.Load()
			heard.listens.Store(seed >= unremembered)
			one := w.planOnce(b)
			heard.listens.Store(false)
			runtime.ReadMemStats(&to)
			if seed < unremembered {
				continue
			}
			took.server, took.database, server = took.server+one.server, took.database+one.database, append(server, one.server)
			statements += counted.n.Load() - asked
			allocated[0], allocated[1] = allocated[0]+to.Mallocs-from.Mallocs, allocated[1]+to.TotalAlloc-from.TotalAlloc
		}
		slices.Sort(server)
		fmt.Printf("plan over %6d workouts: %.1f + %.1f CPU-ms (p50 %.1f of the server), %d statements, %d allocations, %.1f MB\n", size, ms(took.server)/plans,
			ms(took.database)/plans, ms(server[plans/2]), statements/plans, allocated[0]/plans, float64(allocated[1])/plans/(1<<20))
		heard.print(plans)
	}
}
