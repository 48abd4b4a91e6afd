package workouts

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/google/uuid"
	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/search"
	"fortnight/session"
	"fortnight/training"
)

// MostFound is how many workouts can be read that a text finds.
const MostFound = 100

// SearchWorkouts finds workouts by meaning, in English, German or Spanish, among the shared library and the viewer's own that pass a validated
// filter: what is nearest and unlike what stands before it first. What the text rules out is not found: see [search.Read]. Of a length that
// the text asks for comes what is near to it, if the filter says nothing of lengths. Scores are cosine similarities, 0 to 1. Of one library, more of
// them begin with fewer.
func (store *Library) SearchWorkouts(ctx context.Context, viewer training.UserID, text string, filter session.WorkoutFilter, first int) ([]training.WorkoutMatch, error) {
	l, err := store.lookup(ctx, viewer, text, filter)
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	rows, err := store.ranked(ctx, &l, first)
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	matches, err := store.told(ctx, viewer, rows, l.tell)
	return matches, postgres.Wrap("search workouts", err)
}

// SearchPage is a page of what SearchWorkouts finds, of which MostFound can be read. A cursor belongs to a text and a filter, and stands behind a
// workout, or at its place where that is found no more.
func (store *Library) SearchPage(ctx context.Context, viewer training.UserID, text string, filter session.WorkoutFilter, first int, after string) (postgres.Page[training.WorkoutMatch], error) {
	marks := postgres.Marks{List: "workouts found by " + fingerprint(text, filter)}
	none := postgres.Page[training.WorkoutMatch]{}
	begin, behind, err := marks.Read(after)
	if err != nil {
		return none, err
	}
	if begin > MostFound {
		return none, postgres.ErrCursor
	}
	l, err := store.lookup(ctx, viewer, text, filter)
	if err != nil {
		return none, postgres.Wrap("search workouts", err)
	}
	rows, err := store.ranked(ctx, &l, min(begin+first+1, MostFound))
	if err != nil {
		return none, postgres.Wrap("search workouts", err)
	}
	if at := slices.IndexFunc(rows, func(row matchRow) bool { return string(row.place.ID) == behind }); at >= 0 {
		begin = at + 1
	}
	begin = min(begin, len(rows))
	end := min(begin+first, len(rows))
	page := postgres.Page[training.WorkoutMatch]{HasNext: end < len(rows), Cursors: []string{}, Count: func(ctx context.Context) (int, error) {
		n, err := store.count(ctx, &l)
		return n, postgres.Wrap("count workouts that are found", err)
	}}
	places := make(map[training.WorkoutID]int, end-begin)
	for i := begin; i < end; i++ {
		places[rows[i].place.ID] = i + 1
	}
	page.Items, err = store.told(ctx, viewer, rows[begin:end], l.tell) // without what is gone by now
	for i := range page.Items {
		id := page.Items[i].WorkoutID
		page.Cursors = append(page.Cursors, marks.Behind(places[id], string(id)))
	}
	return page, postgres.Wrap("search workouts", err)
}

// fingerprint tells searches apart.
func fingerprint(text string, filter session.WorkoutFilter) string {
	sum := sha256.Sum256([]byte(filterText(filter) + text))
	return hex.EncodeToString(sum[:8])
}

// lookup is what a text asks for of what passes a filter, and where it is looked for as of an instant.
type lookup struct {
	query    query
	tell     asked // what the answer says of
	filter   session.WorkoutFilter
	which    which
	ground   ground
	byLength bool // the text asks for a length, and the filter says nothing of it
}

func (store *Library) lookup(ctx context.Context, viewer training.UserID, text string, filter session.WorkoutFilter) (l lookup, err error) {
	by := store.Embedder()
	if l.query, err = store.embedQuery(ctx, by, text); err != nil {
		return l, err
	}
	says := &l.query.asked
	l.tell = asked{text, says.Lacks(), filter.Sports, postgres.OrZero(filter.MinSeconds), postgres.OrZero(filter.MaxSeconds)}
	l.filter, l.which = filter, which{viewer, filter.Mine, wantedOf(filter), []postgres.Condition{passing(filter)}}
	l.byLength = filter.MinSeconds == nil && filter.MaxSeconds == nil && (says.MinMinutes > 0 || says.MaxMinutes > 0)
	l.ground, err = store.index.ground(ctx, by.ID(), l.which)
	return l, err
}

// ranked are the places of the first that are found, as they were found.
func (store *Library) ranked(ctx context.Context, l *lookup, first int) ([]matchRow, error) {
	pick := func() ([]matchRow, error) {
		return store.pick(ctx, l.ground, l.query, first, l.filter, l.which, l.byLength)
	}
	if l.ground.alone(l.which) && !l.byLength && !l.query.asked.Rules() {
		return l.ground.shelf.chosen(choice{l.tell.text, filterText(l.filter), first}, pick)
	}
	return pick()
}

// count is how many can be read. Nothing has to be ranked for that, unless there are few and a length is asked for, of which more are looked at.
func (store *Library) count(ctx context.Context, l *lookup) (int, error) {
	rows, err := store.pool(ctx, l.ground, l.query, MostFound/ruledEach, l.which)
	if err == nil && len(rows) < MostFound && l.byLength {
		rows, err = store.ranked(ctx, l, MostFound)
	}
	return min(len(rows), MostFound), err
}

// told are rows as they were found, read, for somebody who sees them.
func (store *Library) told(ctx context.Context, viewer training.UserID, rows []matchRow, a asked) ([]training.WorkoutMatch, error) {
	if err := store.index.read(ctx, all, &rows); err != nil {
		return nil, err
	}
	for i := range rows {
		access.NoteWorkout(ctx, viewer, rows[i].ID, rows[i].Revision)
	}
	return store.matches(rows, a), nil
}

// pick are the workouts of an answer, as they were found, and read where their lengths count.
func (store *Library) pick(ctx context.Context, g ground, q query, first int, filter session.WorkoutFilter, w which, byLength bool) ([]matchRow, error) {
	rows, err := store.pool(ctx, g, q, first, w)
	if err != nil {
		return nil, err
	}
	if byLength {
		of := filter
		of.MinSeconds, of.MaxSeconds = secondsOf(q.asked.MinMinutes), secondsOf(q.asked.MaxMinutes)
		near, err := store.pool(ctx, g, q, first, which{w.viewer, w.own, wantedOf(of), []postgres.Condition{passing(of)}})
		if err != nil {
			return nil, err
		}
		rows = merged(near, rows)
		if err := store.index.read(ctx, all, &rows); err != nil { // for how long they are
			return nil, err
		}
	}
	return varied(rows, &q.asked, byLength, first), nil
}

// Of how many the answer is chosen: so many at least, and so many for each that is wanted. What is farther is looked at for a later one. Where the query rules something out that is known only
// of what was read, it is read page by page, fewer are enough, and what is farther than mostRead others is not looked at.
const (
	leastPool, poolEach   = 64, 4
	leastRuled, ruledEach = 24, 2
	ruledPage, mostRead   = 128, 1024
)

// pool are the nearest to a query of what passes, without what the query rules out, as many as the answer is chosen of if there are.
func (store *Library) pool(ctx context.Context, g ground, q query, first int, w which) ([]matchRow, error) {
	if !q.asked.Rules() {
		rows, err := store.index.nearestOn(ctx, g, q.meaning, page{limit: max(leastPool, poolEach*first)}, w)
		for i := leastPool; i < len(rows); i++ {
			rows[i].from = i/poolEach + 1
		}
		return rows, err
	}
	var left []matchRow
	for offset := 0; len(left) < max(leastRuled, ruledEach*first) && offset < mostRead; offset += ruledPage {
		rows, err := store.index.nearestOn(ctx, g, q.meaning, page{ruledPage, offset}, w)
		if err != nil {
			return nil, err
		}
		last := len(rows) < ruledPage
		if err := store.index.read(ctx, all, &rows); err != nil {
			return nil, err
		}
		from := 0
		if len(left) >= leastRuled {
			from = len(left)/ruledEach + 1
		}
		for _, row := range rows {
			row.from = from
			if w := store.memory.workout(row.KnownRow, training.Thresholds{}); !q.asked.RulesOut(&w) {
				left = append(left, row)
			}
		}
		if last {
			break
		}
	}
	return left, nil
}

func secondsOf(minutes int) *int {
	if minutes == 0 {
		return nil
	}
	seconds := 60 * minutes
	return &seconds
}

// merged are the rows of two lists, each once, the nearest first. What is in both is looked at from the earlier choice on.
func merged(a, b []matchRow) []matchRow {
	there := map[training.WorkoutID]int{}
	var rows []matchRow
	for _, row := range slices.Concat(a, b) {
		if at, twice := there[row.place.ID]; twice {
			rows[at].from = min(rows[at].from, row.from)
			continue
		}
		there[row.place.ID] = len(rows)
		rows = append(rows, row)
	}
	nearestFirst(rows)
	return rows
}

// varied chooses up to limit of rows, which were read if their length counts.
func varied(rows []matchRow, a *search.Asked, byLength bool, limit int) []matchRow {
	fits := make([]search.Found, len(rows))
	for i := range rows {
		if fits[i] = (search.Found{Similarity: rows[i].similarity, Family: int(rows[i].family), From: rows[i].from}); byLength {
			fits[i].Similarity -= a.OffLength(rows[i].DurationSeconds)
		}
	}
	var chosen []matchRow
	for _, i := range search.Varied(fits, func(i, j int) float64 { return cosine(rows[i].vector, rows[j].vector) }, limit) {
		chosen = append(chosen, rows[i])
	}
	return chosen
}

// found are the nearest, read. What else the answer says of them goes by what they were when they were found.
func (store *Library) found(ctx context.Context, to meaning, first int, w which) ([]matchRow, error) {
	rows, err := store.index.nearest(ctx, to, page{limit: first}, w)
	if err != nil {
		return nil, err
	}
	if err := store.index.read(ctx, all, &rows); err != nil {
		return nil, err
	}
	for i := range rows {
		access.NoteWorkout(ctx, w.viewer, rows[i].ID, rows[i].Revision)
	}
	return rows, nil
}

// matches are rows as they were found, measured at reference thresholds.
func (store *Library) matches(rows []matchRow, a asked) []training.WorkoutMatch {
	asker := store.memory.asker(a)
	matches := make([]training.WorkoutMatch, len(rows))
	for i, row := range rows {
		matches[i] = asker.match(row, row.DurationSeconds)
	}
	return matches
}

// SimilarWorkouts finds the workouts nearest by meaning to one that the viewer may see, else ErrNotFound. One that was never embedded
// has none.
func (store *Library) SimilarWorkouts(ctx context.Context, viewer training.UserID, id training.WorkoutID, first int) ([]training.WorkoutMatch, error) {
	if !postgres.Canonical(id) {
		return nil, postgres.ErrNotFound
	}
	var model struct {
		Title       string
		Description string
		Vector      *pgvector.Vector
	}
	by := store.Embedder().ID()
	err := store.db.Bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("w.title, w.description, v.embedding AS vector").
		Join("LEFT JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", by).
		Where("w.id = ?", id).Apply(visible(viewer, id)).Scan(ctx, &model)
	if err != nil || model.Vector == nil {
		return []training.WorkoutMatch{}, postgres.Wrap("find similar workouts", err)
	}
	other := func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.id <> ?", id) }
	but := anything()
	if but.but, err = uuid.Parse(string(id)); err != nil {
		return nil, postgres.Wrap("find similar workouts", err)
	}
	rows, err := store.found(ctx, meaning{by, model.Vector.Slice()}, first, which{viewer, nil, but, []postgres.Condition{other}})
	if err != nil {
		return nil, postgres.Wrap("find similar workouts", err)
	}
	return store.matches(rows, asked{text: model.Title}), nil
}
