package db_test

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/pgvector/pgvector-go"

	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/embedding"
	"fortnight/library"
	"fortnight/session"
	"fortnight/training"
)

const benchmarkWorkouts = 100_000

// BenchmarkSearch looks for the ten nearest among 100,000 workouts, a twentieth of them somebody else's, and compares them with all.
func BenchmarkSearch(b *testing.B) {
	url := dbtest.URL(b)
	lexicon := embedding.NewLexicon()
	d, err := db.Open(b.Context(), url, db.Options{
		MaxConnections: 4, Log: slog.New(slog.DiscardHandler), WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
	})
	fatal(b, err)
	defer d.Close()
	d.ServeBy(lexicon)
	other, err := d.CreateUser(b.Context(), training.User{
		Name: "A", Email: "a@example.com", Role: training.RoleAthlete, Profile: training.NewProfile("UTC"),
	}, passwordHash)
	fatal(b, err)
	raw, err := pgx.Connect(b.Context(), url)
	fatal(b, err)
	defer raw.Close(context.Background())
	fillBenchmark(b, raw, lexicon, other.ID)
	for _, c := range []struct {
		name   string
		filter func(sport training.Sport) session.WorkoutFilter
	}{
		{"sport and duration", func(sport training.Sport) session.WorkoutFilter {
			return session.WorkoutFilter{Sports: []training.Sport{sport}, MinSeconds: pointer(2400), MaxSeconds: pointer(4500)}
		}},
		{"five minutes of a sport", func(sport training.Sport) session.WorkoutFilter {
			return session.WorkoutFilter{Sports: []training.Sport{sport}, MinSeconds: pointer(3600), MaxSeconds: pointer(3900)}
		}},
		{"everything", func(training.Sport) session.WorkoutFilter { return session.WorkoutFilter{} }},
		{"words and sport", func(sport training.Sport) session.WorkoutFilter {
			return session.WorkoutFilter{Sports: []training.Sport{sport}, Text: pointer("steady")}
		}},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkSearch(b, d, raw, lexicon, c.filter) })
	}
}

func fatal(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// benchmarkQueries are titles of the library in pairs, each with the sport of the first.
func benchmarkQueries() (texts []string, sports []training.Sport) {
	random := rand.New(rand.NewPCG(7, 7))
	workouts := library.Workouts()
	for range 100 {
		one, two := workouts[random.IntN(len(workouts))], workouts[random.IntN(len(workouts))]
		texts = append(texts, one.Title+", "+strings.ToLower(two.Title))
		sports = append(sports, one.Sport)
	}
	return texts, sports
}

func benchmarkSearch(b *testing.B, d *db.DB, raw *pgx.Conn, lexicon *embedding.Lexicon, filterOf func(training.Sport) session.WorkoutFilter) {
	const first = 10
	viewer := training.UserID(uuid.NewString())
	texts, sports := benchmarkQueries()
	var times []float64
	found, wanted, passing := 0, 0, 0
	run := func(i int) []training.WorkoutMatch {
		began := time.Now()
		matches, err := d.SearchWorkouts(b.Context(), viewer, texts[i], filterOf(sports[i]), first)
		fatal(b, err)
		times = append(times, float64(time.Since(began).Microseconds())/1000)
		return matches
	}
	for i := range texts {
		matches := run(i)
		scores, n := exactScores(b, raw, lexicon, texts[i], filterOf(sports[i]), first)
		passing += n
		if len(matches) != len(scores) {
			b.Errorf("%q: %d found, want %d", texts[i], len(matches), len(scores))
		}
		for _, m := range matches {
			if m.Score >= scores[len(scores)-1]-1e-6 { // workouts at the same distance are equally right
				found++
			}
		}
		wanted += len(scores)
	}
	times = times[:0]
	for b.Loop() {
		run(len(times) % len(texts))
	}
	for len(times) < len(texts) {
		run(len(times))
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "ms-p50")
	b.ReportMetric(times[len(times)*95/100], "ms-p95")
	b.ReportMetric(float64(found)/float64(wanted), "recall")
	b.ReportMetric(float64(passing)/float64(len(texts)), "passing")
}

// exactScores compares everything that passes.
func exactScores(b *testing.B, raw *pgx.Conn, lexicon *embedding.Lexicon, text string, f session.WorkoutFilter, first int) ([]float64, int) {
	vectors, err := lexicon.Embed(b.Context(), []string{text})
	fatal(b, err)
	where, arguments := "w.owner_id IS NULL", []any{pgvector.NewVector(vectors[0]).String()}
	if len(f.Sports) > 0 {
		where += fmt.Sprintf(" AND w.sport = '%s'", f.Sports[0])
	}
	if f.MinSeconds != nil {
		where += fmt.Sprintf(" AND w.duration_seconds BETWEEN %d AND %d", *f.MinSeconds, *f.MaxSeconds)
	}
	if f.Text != nil {
		where += fmt.Sprintf(" AND w.words @@ plainto_tsquery('english', '%s')", *f.Text)
	}
	rows, err := raw.Query(b.Context(), `SELECT greatest(1 - (v.embedding <=> $1::text::vector), 0) AS score
		FROM workouts AS w JOIN workout_vectors AS v ON v.workout_id = w.id WHERE `+where+" ORDER BY score DESC", arguments...)
	fatal(b, err)
	scores, err := pgx.CollectRows(rows, pgx.RowTo[float64])
	fatal(b, err)
	return scores[:min(first, len(scores))], len(scores)
}

// fillBenchmark writes workouts that are mixed of the library's sentences, and then makes the index of their vectors anew: that is faster
// than to add them one by one, and finds as well.
func fillBenchmark(b *testing.B, raw *pgx.Conn, lexicon *embedding.Lexicon, other training.UserID) {
	b.Helper()
	exec := func(sql string, arguments ...any) {
		b.Helper()
		if _, err := raw.Exec(b.Context(), sql, arguments...); err != nil {
			b.Fatal(err)
		}
	}
	exec("INSERT INTO embedders VALUES ($1, now())", lexicon.ID())
	exec(`CREATE TEMPORARY TABLE made (id uuid, owner uuid, title text, description text, sport text, focus text, tags text[],
		seconds integer, vector real[])`)
	random := rand.New(rand.NewPCG(1, 2))
	workouts := library.Workouts()
	slices.SortFunc(workouts, func(a, b training.Workout) int { return cmp.Compare(a.ID, b.ID) })
	_, err := raw.CopyFrom(b.Context(), pgx.Identifier{"made"},
		[]string{"id", "owner", "title", "description", "sport", "focus", "tags", "seconds", "vector"},
		pgx.CopyFromSlice(benchmarkWorkouts, func(i int) ([]any, error) {
			w := mixed(random, workouts)
			vectors, err := lexicon.Embed(b.Context(), []string{embedding.WorkoutText(w)})
			if err != nil {
				return nil, err
			}
			var owner any
			if i%20 == 0 {
				owner = string(other)
			}
			return []any{uuid.NewSHA1(uuid.Nil, fmt.Append(nil, i)).String(), owner, w.Title, w.Description, string(w.Sport), string(w.Focus), w.Tags,
				w.DurationSeconds, vectors[0]}, nil
		}))
	fatal(b, err)
	var index string
	fatal(b, raw.QueryRow(b.Context(), "SELECT pg_get_indexdef('workout_vectors_embedding'::regclass)").Scan(&index))
	exec("DROP INDEX workout_vectors_embedding")
	exec(`INSERT INTO workouts (id, owner_id, title, description, sport, focus, tags, tag_words, body, duration_seconds, tss, load_method,
			intensity_factor, lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance, content_hash, revision, created_at, updated_at)
		SELECT id, owner, title, description, sport::sport, focus::focus, tags, '', $1::text, seconds, 50, 'QUADRATIC', 0.7, 50, 0,
			'{0,0,0,0,0,0,0}', '{}', false, sha256(id::text::bytea), 1, now(), now() FROM made`, benchmarkBlocks)
	exec("INSERT INTO workout_vectors SELECT id, $1, vector::vector FROM made", lexicon.ID())
	exec("SET maintenance_work_mem = '1GB'")
	exec("SET max_parallel_maintenance_workers = 0") // a container's shared memory may be small
	exec(index)
	exec("VACUUM ANALYZE workouts, workout_vectors")
}

const benchmarkBlocks = `[{"name": "Main", "sport": "RUN", "repeats": 1, "steps": [
	{"kind": "endurance", "durationSeconds": 2700, "target": {"start": 0.72, "end": 0.72}}]}]`

// mixed is a workout of the library with words of two others and a length of its own.
func mixed(random *rand.Rand, workouts []training.Workout) training.Workout {
	any := func() training.Workout { return workouts[random.IntN(len(workouts))] }
	w, one, two := any(), any(), any()
	sentences := strings.SplitAfter(w.Description+" "+one.Description, ". ")
	random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	w.Description = strings.Join(sentences[:1+random.IntN(len(sentences))], " ")
	w.Title = fmt.Sprintf("%.80s %.30s %d", w.Title, two.Title, random.IntN(100))
	w.Tags = append(slices.Clone(w.Tags), two.Tags...)[:random.IntN(len(w.Tags)+len(two.Tags)+1)]
	w.Tags = w.Tags[:min(len(w.Tags), 12)]
	w.DurationSeconds = min(int(math.Exp(8.1+0.5*random.NormFloat64()))/60*60, 86400)
	return w
}
