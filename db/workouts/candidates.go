package workouts

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/solver"
	"fortnight/training"
)

const (
	// searchBatch is how many rows a search for candidates reads at a time.
	searchBatch = 64
	// candidatePool is of how many that serve a need the candidates are chosen: five times as many as a plan asks for.
	candidatePool = 64
)

// Search finds candidates for a need among the shared library, without what was written for a plan, and the athlete's own workouts, at most limit. For a need in words they are
// chosen to be near it and unlike one another, in the order of that choice; otherwise the shortest come first. Workouts by distance,
// work or calories take as long as the athlete does, so their length is looked at after they were measured.
func (store *Library) Search(ctx context.Context, athlete training.UserID, profile training.Profile, need runs.Need, limit int) ([]solver.Candidate, error) {
	if need.Text != "" {
		found, err := store.SearchAll(ctx, athlete, profile, []runs.Need{need}, limit)
		if err != nil {
			return nil, err
		}
		return found[0], nil
	}
	s := &needed{need: need, want: limit}
	for !s.done {
		rows, err := store.shortest(ctx, s.page(), sharedOrOwn(athlete), serving(need))
		if err != nil {
			return nil, postgres.Wrap("search candidates", err)
		}
		store.add(s, profile, rows, len(rows))
	}
	return store.choose(s, athlete, profile, limit), nil
}

// SearchAll finds for each of several needs in words what Search finds for one, in as few round trips as for one.
func (store *Library) SearchAll(ctx context.Context, athlete training.UserID, profile training.Profile, needs []runs.Need, limit int) ([][]solver.Candidate, error) {
	searches, by := make([]*needed, len(needs)), store.Embedder()
	for i, need := range needs {
		q, err := store.embedQuery(ctx, by, need.Text)
		if err != nil {
			return nil, postgres.Wrap("search candidates", err)
		}
		searches[i] = &needed{need: need, to: q.meaning, want: max(limit, candidatePool)}
	}
	for open := searches; len(open) > 0; open = undone(open) {
		if err := store.readOn(ctx, athlete, profile, open); err != nil {
			return nil, postgres.Wrap("search candidates", err)
		}
	}
	lists := make([]*[]matchRow, len(searches))
	for i, s := range searches {
		s.rows = diverse(s.rows, limit)
		lists[i] = &s.rows
	}
	if err := store.index.read(ctx, all, lists...); err != nil {
		return nil, postgres.Wrap("search candidates", err)
	}
	found := make([][]solver.Candidate, len(needs))
	for i, s := range searches {
		found[i] = store.choose(s, athlete, profile, limit)
	}
	return found, nil
}

// needed is a need under way: it reads on until there are as many rows as are wanted that last as long as the need says.
type needed struct {
	need runs.Need
	to   meaning
	want int

	rows   []matchRow
	offset int
	done   bool
}

func (s *needed) page() page { return page{searchBatch, s.offset} }

// upTo is how many rows there are up to the end of the next page.
func (s *needed) upTo() int { return s.offset + searchBatch }

func undone(searches []*needed) []*needed {
	var open []*needed
	for _, s := range searches {
		if !s.done {
			open = append(open, s)
		}
	}
	return open
}

// add keeps what lasts as long as is needed of the rows of a page that had so many.
func (store *Library) add(s *needed, profile training.Profile, rows []matchRow, onPage int) {
	for _, row := range rows {
		if store.lasts(row, s.need, profile) && len(s.rows) < s.want {
			s.rows = append(s.rows, row)
		}
	}
	s.offset += searchBatch
	s.done = onPage < searchBatch || len(s.rows) == s.want
}

// lasts tells whether a workout that serves a need takes as long as it says. Where none of its steps takes as long as the
// athlete does the database has looked at that.
func (store *Library) lasts(row matchRow, need runs.Need, profile training.Profile) bool {
	if !row.byDistance {
		return true
	}
	seconds := store.memory.Load(row.KnownRow, profile.Thresholds).DurationSeconds
	return seconds >= need.MinSeconds && (need.MaxSeconds == 0 || seconds <= need.MaxSeconds)
}

// choose makes candidates of the rows that were found.
func (store *Library) choose(s *needed, athlete training.UserID, profile training.Profile, limit int) []solver.Candidate {
	asker := store.memory.asker(asked{text: s.need.Text, sports: s.need.Sports, minSeconds: s.need.MinSeconds, maxSeconds: s.need.MaxSeconds})
	found := make([]solver.Candidate, min(len(s.rows), limit))
	for i := range found {
		workout := store.memory.workout(s.rows[i].KnownRow, profile.Thresholds)
		match := training.WorkoutMatch{WorkoutID: workout.ID, Score: score(s.rows[i])}
		if i < s.need.Told {
			match = asker.match(s.rows[i], workout.DurationSeconds)
		}
		match.AthleteID = athlete
		found[i] = solver.Candidate{Workout: workout, Match: match}
	}
	return found
}

// readOn reads the next page of each search.
func (store *Library) readOn(ctx context.Context, athlete training.UserID, profile training.Profile, searches []*needed) error {
	pages, err := store.nextPages(ctx, athlete, searches)
	if err != nil {
		return err
	}
	lists, sizes := make([]*[]matchRow, len(pages)), make([]int, len(pages))
	for i := range pages {
		lists[i], sizes[i] = &pages[i], len(pages[i])
	}
	if err := store.index.read(ctx, func(row *matchRow) bool { return row.byDistance }, lists...); err != nil {
		return err
	}
	for i, s := range searches {
		store.add(s, profile, pages[i], sizes[i])
	}
	return nil
}

// nextPages are the next page of each search, of workouts that are not read yet. Those of somebody's own come in one round trip, and so do those of the
// library where there is no shelf, but for searches that many workouts serve: these are a walk each.
func (store *Library) nextPages(ctx context.Context, athlete training.UserID, searches []*needed) ([][]matchRow, error) {
	rows := make([][]matchRow, len(searches))
	if !postgres.Canonical(athlete) {
		return rows, nil
	}
	state, owns, err := store.index.shelves.state(ctx, athlete)
	if err != nil {
		return nil, err
	}
	on, err := store.index.shelves.at(ctx, searches[0].to.embedder, state)
	switch {
	case err != nil:
		return nil, err
	case on != nil:
		for i, s := range searches {
			rows[i] = on.find(s.to.vector, wantedFor(s.need), s.upTo())
		}
	default:
		if err := store.findShared(ctx, state, searches, rows); err != nil {
			return nil, err
		}
	}
	if owns {
		pages, err := store.pages(ctx, own(bun.Safe("$1")), searches, []any{string(athlete)}, -1)
		if err != nil {
			return nil, err
		}
		found := make([][]foundRow, len(searches))
		for i := range pages {
			found[i] = pages[i].rows()
		}
		more, err := store.compare(ctx, searches, found)
		if err != nil {
			return nil, err
		}
		for i := range searches {
			rows[i] = append(rows[i], more[i]...)
			nearestFirst(rows[i])
		}
	}
	for i, s := range searches {
		rows[i] = s.page().of(rows[i])
	}
	return rows, nil
}

// findShared finds in the library, for each search up to the end of its next page, what was found before, and else what the database finds.
func (store *Library) findShared(ctx context.Context, state libraryState, searches []*needed, rows [][]matchRow) error {
	known, err := store.index.shelves.findings(ctx, searches[0].to.embedder, state)
	if err != nil {
		return err
	}
	var (
		open []*needed
		at   []int
	)
	for i, s := range searches {
		before, is := known.of(findingOf(s.need, s.upTo()))
		if rows[i] = before; !is {
			open, at = append(open, s), append(at, i)
		}
	}
	if len(open) == 0 {
		return nil
	}
	found, err := store.storedShared(ctx, open)
	for n, i := range at {
		if err == nil {
			rows[i] = found[n]
			known.note(findingOf(open[n].need, open[n].upTo()), found[n])
		}
	}
	return err
}

// storedShared is what the database finds in the library, for each search up to the end of its next page.
func (store *Library) storedShared(ctx context.Context, searches []*needed) ([][]matchRow, error) {
	most, err := store.index.mostCompared(ctx)
	if err != nil {
		return nil, err
	}
	pages, err := store.pages(ctx, shared, searches, nil, most)
	if err != nil {
		return nil, err
	}
	found := make([][]foundRow, len(searches))
	for i, s := range searches {
		if found[i] = pages[i].rows(); pages[i].many {
			if found[i], err = store.index.findMany(ctx, s.to, page{limit: s.upTo()}, []postgres.Condition{shared, serving(s.need)}); err != nil {
				return nil, err
			}
		}
	}
	return store.compare(ctx, searches, found)
}

// compare compares what the database found for each search once more.
func (store *Library) compare(ctx context.Context, searches []*needed, found [][]foundRow) ([][]matchRow, error) {
	vectors, err := store.index.vectors(ctx, searches[0].to.embedder, found...)
	if err != nil {
		return nil, err
	}
	rows := make([][]matchRow, len(searches))
	for i, s := range searches {
		rows[i] = s.to.compare(found[i], vectors)
	}
	return rows, nil
}

// foundPage is a page in columns; there are none where so many workouts pass that they are not compared one by one.
type foundPage struct {
	ids          []pgtype.UUID
	revisions    []int32
	byDistance   []bool
	similarities []float64
	many         bool
}

func (p *foundPage) rows() []foundRow {
	rows := make([]foundRow, len(p.ids))
	for i, id := range p.ids {
		rows[i].ID = workoutID(id)
		rows[i].Revision, rows[i].ByDistance, rows[i].Similarity = int(p.revisions[i]), p.byDistance[i], p.similarities[i]
	}
	return rows
}

// pages are what serves each search of those that are somebody's, which takes the first values of a statement, up to the end of its next page: compared
// one by one unless there are more than most, which is -1 for any number. The statements go through the driver itself, prepared, and answer with one row
// each: to read some thousand rows one by one would cost more than all else that is done with them.
func (store *Library) pages(ctx context.Context, whose postgres.Condition, searches []*needed, values []any, most int) ([]foundPage, error) {
	pages := make([]foundPage, len(searches))
	pool, err := store.db.Direct()
	if err != nil {
		return nil, err
	}
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Release()
	var batch pgx.Batch
	texts := map[shape]string{}
	for i, s := range searches {
		text, values := store.pageStatement(s, whose, slices.Clone(values), most, texts)
		if _, err := conn.Conn().Prepare(ctx, text, text); err != nil {
			return nil, err
		}
		p := &pages[i]
		batch.Queue(text, values...).QueryRow(func(row pgx.Row) error {
			return row.Scan(&p.ids, &p.revisions, &p.byDistance, &p.similarities, &p.many)
		})
	}
	return pages, conn.SendBatch(ctx, &batch).Close()
}

// pageText is the statement of a page: of what passes, counted, and of how it is compared if that is not too many.
const pageText = `WITH passing AS (%s), page AS (%s ORDER BY similarity DESC, w.id LIMIT %s)
	SELECT array_agg(id ORDER BY similarity DESC, id), array_agg(revision ORDER BY similarity DESC, id), array_agg(by_distance ORDER BY similarity DESC, id),
		array_agg(similarity ORDER BY similarity DESC, id), %s FROM page`

// pageStatement is the text and the values of a search's page. The text is made once for each shape.
func (store *Library) pageStatement(s *needed, whose postgres.Condition, p parameters, most int, texts map[shape]string) (string, []any) {
	passing := store.index.passing(most, []postgres.Condition{whose, servedBy(s.need, p.next)})
	compared, many := near(store.db.Bun.NewSelect().TableExpr("passing AS w"), p.next(s.to.text()), p.next(s.to.embedder), nil), "FALSE"
	if most >= 0 {
		many = fmt.Sprintf("(SELECT count(*) FROM passing) > %d", most)
		compared = compared.Where("NOT (" + many + ")")
	}
	upTo := p.next(s.upTo())
	text, made := texts[shapeOf(s.need)]
	if !made {
		text = fmt.Sprintf(pageText, passing, compared, upTo, many)
		texts[shapeOf(s.need)] = text
	}
	return text, p
}

// shape is what of a need its statement depends on, beside the values.
type shape struct{ sports, foci, families, leastLevel, mostLevel, most bool }

func shapeOf(n runs.Need) shape {
	return shape{len(n.Sports) > 0, len(n.Foci) > 0, len(n.Families) > 0, n.MinLevel > 0, n.MaxLevel > 0, n.MaxSeconds > 0}
}

// parameters are the values of a statement's parameters.
type parameters []any

// next makes a value the next parameter, and is its place in the statement.
func (p *parameters) next(value any) any {
	*p = append(*p, value)
	return bun.Safe(fmt.Sprintf("$%d", len(*p)))
}

// shortest are workouts that pass some conditions, by duration.
func (store *Library) shortest(ctx context.Context, p page, conditions ...postgres.Condition) ([]matchRow, error) {
	var places []Place
	query := store.db.Bun.NewSelect().Model(&places)
	for _, c := range conditions {
		query = query.Apply(c)
	}
	err := query.OrderExpr("w.duration_seconds, w.id").Limit(int64(p.limit)).Offset(int64(p.offset)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	known, err := store.memory.RowsAt(ctx, store.db.Bun, places)
	rows := make([]matchRow, 0, len(places))
	for _, p := range places {
		if row := known[p.ID]; row != nil {
			rows = append(rows, matchRow{KnownRow: row, place: p, byDistance: row.ByDistance})
		}
	}
	return rows, err
}

// serving limits a query to workouts that may serve a need; MaxSeconds 0 is no limit.
func serving(need runs.Need) postgres.Condition {
	return servedBy(need, func(value any) any { return value })
}

// servedBy is serving with each value put into the statement as a caller says.
func servedBy(need runs.Need, put func(any) any) postgres.Condition {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		q = q.Where("NOT w.written")
		if len(need.Sports) > 0 {
			q = q.Where("w.sport = ANY (?::sport[])", put(literal(need.Sports)))
		}
		if len(need.Foci) > 0 {
			q = q.Where("w.focus = ANY (?::focus[])", put(literal(need.Foci)))
		}
		if len(need.Families) > 0 {
			q = q.Where("w.family = ANY (?::text[])", put(literal(need.Families)))
		}
		if need.MinLevel > 0 {
			q = q.Where("w.level IS NULL OR w.level >= ?", put(need.MinLevel))
		}
		if need.MaxLevel > 0 {
			q = q.Where("w.level IS NULL OR w.level <= ?", put(need.MaxLevel))
		}
		q = q.Where("w.by_distance OR w.duration_seconds >= ?", put(need.MinSeconds))
		if need.MaxSeconds > 0 {
			q = q.Where("w.by_distance OR w.duration_seconds <= ?", put(need.MaxSeconds))
		}
		return q
	}
}

// literal is a list of words of an enum type, or of other words without signs, as PostgreSQL writes it.
func literal[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, word := range words {
		texts[i] = string(word)
	}
	return "{" + strings.Join(texts, ",") + "}"
}
