package api_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/db/export"
	"fortnight/training"
)

// Every column of every table that leads to an account is told by exportMyData, or is left out for a reason: a new one fails here.
func TestEveryColumnAboutAnAccountIsExported(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	told, own := map[string]bool{}, map[string]bool{}
	for _, s := range export.Sections {
		for _, column := range slices.Concat(s.Columns, s.JSON, s.Packed) {
			told[s.Table+"."+column] = true
		}
		if of, is := strings.CutPrefix(s.Own, "t."); is && strings.HasSuffix(of, " = $1") {
			own[s.Table+"."+strings.TrimSuffix(of, " = $1")] = true
		}
	}
	about := map[string]bool{"users": true}
	for before := 0; before < len(about); {
		before = len(about)
		for _, link := range strings.Fields(w.text(t, `SELECT string_agg(conrelid::regclass || '>' || confrelid::regclass, ' ') FROM pg_constraint WHERE contype = 'f'`)) {
			if from, to, _ := strings.Cut(link, ">"); about[to] {
				about[from] = true
			}
		}
	}
	columns := strings.Fields(w.text(t, `SELECT string_agg(table_name || '.' || column_name, ' ') FROM information_schema.columns WHERE table_schema = 'public'`))
	seen := 0
	for _, column := range columns {
		table, _, _ := strings.Cut(column, ".")
		if !about[table] {
			continue
		}
		seen++
		if reason := export.LeftOut[column]; told[column] == (reason != "") {
			t.Errorf("%s: told is %v, left out for the reason %q", column, told[column], reason)
		}
	}
	for column := range told {
		if !slices.Contains(columns, column) {
			t.Errorf("there is no %s to tell", column)
		}
	}
	for column := range export.LeftOut {
		if !slices.Contains(columns, column) {
			t.Errorf("there is no %s to leave out", column)
		}
	}
	named := strings.Fields(w.text(t, `SELECT string_agg(c.conrelid::regclass || '.' || a.attname, ' ') FROM pg_constraint AS c
		JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f' AND c.confrelid = 'users'::regclass`))
	for _, reference := range named {
		if own[reference] == (export.Elsewhere[reference] != "") {
			t.Errorf("%s names an account: whose document tells the record is said %v, and elsewhere %q", reference, own[reference], export.Elsewhere[reference])
		}
	}
	if seen < 200 || len(named) < 15 {
		t.Errorf("%d columns and %d names were looked at", seen, len(named))
	}
	page, err := os.ReadFile("../../docs/export.md")
	must(t, err)
	for _, s := range export.Sections {
		if !bytes.Contains(page, []byte("`"+s.Name+"`")) {
			t.Errorf("docs/export.md does not tell of %s", s.Name)
		}
	}
	for column := range export.LeftOut {
		if !bytes.Contains(page, []byte("`"+column+"`")) {
			t.Errorf("docs/export.md does not say that %s is left out", column)
		}
	}
}

// exported is the document of a user, by the API, and in how many pages it came.
func (c *client) exported(t testing.TB) (document string, pages int) {
	t.Helper()
	var after *string
	for {
		var data struct {
			ExportMyData struct {
				Text     string
				PageInfo struct {
					HasNextPage, HasPreviousPage bool
					EndCursor                    *string
				}
			}
		}
		c.ask(t, `mutation($after: String) { exportMyData(input: {after: $after}) { text pageInfo { hasNextPage hasPreviousPage endCursor } } }`, vars{"after": after}, &data)
		got := data.ExportMyData
		if got.PageInfo.HasPreviousPage != (pages > 0) || got.PageInfo.HasNextPage != (got.PageInfo.EndCursor != nil) {
			t.Errorf("page %d is %+v", pages, got.PageInfo)
		}
		document += got.Text
		if pages++; !got.PageInfo.HasNextPage {
			return document, pages
		}
		after = got.PageInfo.EndCursor
	}
}

// sectionsOf are the records of a document by section, each with what of it is packed as whether it is there.
func sectionsOf(t testing.TB, document string) map[string][]map[string]any {
	t.Helper()
	var parts map[string]json.RawMessage
	must(t, json.Unmarshal([]byte(document), &parts))
	if len(parts) != len(export.Sections)+2 || string(parts["format"]) != `"`+export.Format+`"` {
		t.Fatalf("the document has %d parts, and its format is %s", len(parts), parts["format"])
	}
	found := map[string][]map[string]any{}
	for _, s := range export.Sections {
		part := parts[s.Name]
		if part[0] == '{' {
			part = slices.Concat([]byte("["), part, []byte("]"))
		}
		var records []map[string]any
		must(t, json.Unmarshal(part, &records))
		for _, record := range records {
			if want := len(s.Columns) + len(s.JSON) + len(s.Packed); len(record) != want {
				t.Errorf("%s: a record has %d fields, want %d", s.Name, len(record), want)
			}
			for _, column := range s.Packed {
				record[export.Property(column)] = record[export.Property(column)] != nil
			}
		}
		found[s.Name] = records
	}
	return found
}

// storedOf are the same records, read from the database.
func (w *world) storedOf(t testing.TB, s export.Section, user string) (records []map[string]any) {
	t.Helper()
	rows, err := w.raw.Query(t.Context(), "SELECT to_jsonb(t)::text FROM "+s.Table+" AS t WHERE "+s.Own, user)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var text string
		must(t, rows.Scan(&text))
		var row, record map[string]any
		must(t, json.Unmarshal([]byte(text), &row))
		record = map[string]any{}
		for _, column := range s.Columns {
			record[export.Property(column)] = row[column]
		}
		for _, column := range s.JSON {
			var of any
			must(t, json.Unmarshal([]byte(row[column].(string)), &of))
			record[export.Property(column)] = of
		}
		for _, column := range s.Packed {
			record[export.Property(column)] = row[column] != nil
		}
		records = append(records, record)
	}
	must(t, rows.Err())
	return records
}

// sorted are records as texts, in an order of their own.
func sorted(t testing.TB, records []map[string]any) []string {
	t.Helper()
	texts := make([]string, len(records))
	for i, record := range records {
		text, err := json.Marshal(record)
		must(t, err)
		texts[i] = string(text)
	}
	slices.Sort(texts)
	return texts
}

var whenExported = regexp.MustCompile(`"exportedAt":"[^"]+"`)

// What exportMyData tells is what the database holds of the caller, record by record, however long its pages are.
func TestExportIsWhatIsStored(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.person(t)
	coach := w.user(t, training.RoleCoach)
	p.ask(t, `mutation($coach: String!) { inviteCoach(input: {email: $coach}) { email } overrideRule(input: {ruleId: "INT-4", limit: 0.7}) { rule { id } }
		lockDay(input: {date: "2026-12-20"}) { day { id } } checkIn(input: {date: "2026-11-25", fatigue: 3, note: "a \"quote\" and ünï"}) { checkIn { date } } }`,
		vars{"coach": coach.email}, new(any))
	p.ask(t, `mutation { saveEvent(input: {name: "Race", date: "2027-03-01", sport: RUN, priority: C, idempotencyKey: "race"}) { event { id } } }`, nil, new(any))
	p.schedule(t, p.id, p.libraryWorkout(t, vars{"sports": []string{"RUN"}}), today+20, "07:00")
	p.ask(t, `mutation($id: ID!) { removeSession(input: {sessionId: $id}) { sessionId } }`,
		vars{"id": p.schedule(t, p.id, p.libraryWorkout(t, vars{"sports": []string{"RUN"}}), today+21, "07:00")}, new(any))
	_, err := w.db.FoldRuns(t.Context(), w.now().Add(time.Hour))
	must(t, err)
	p.plan(t, vars{"apply": true, "candidates": 2})
	known := &client{url: w.url, email: w.text(t, "SELECT email FROM users WHERE id = $1", p.names["COACH"]), password: "sixteen-wheels-2"}
	known = known.again(t)

	met := map[string]bool{}
	for _, who := range []*client{p.client, known, coach} {
		document, pages := who.exported(t)
		if who == p.client && (pages < 2 || !strings.Contains(document, `"events":[{"sequence":1,`) || !strings.Contains(document, `"verdict"`)) {
			t.Errorf("%d pages: the packed events of a run are not told", pages)
		}
		if who != p.client && strings.Contains(document, p.email) {
			t.Error("a coach's document tells the athlete's address")
		}
		for _, secret := range []string{"argon2", who.refresh, who.token} {
			if strings.Contains(document, secret) {
				t.Errorf("the document tells %.10s…", secret)
			}
		}
		got := sectionsOf(t, document)
		for _, s := range export.Sections {
			stored, told := sorted(t, w.storedOf(t, s, who.id)), sorted(t, got[s.Name])
			if met[s.Name] = met[s.Name] || len(stored) > 0; !slices.Equal(stored, told) {
				t.Errorf("%s: told are %d records, stored %d\n%.2000s\n%.2000s", s.Name, len(told), len(stored), told, stored)
			}
		}
		small, n := "", 0
		for after := ""; n == 0 || after != ""; n++ {
			page, err := w.db.Export(t.Context(), training.UserID(who.id), after, 1)
			must(t, err)
			small, after = small+page.Text, page.Next
		}
		if whenExported.ReplaceAllString(small, "") != whenExported.ReplaceAllString(document, "") {
			t.Errorf("in %d pages the document is another", n)
		}
	}
	for _, s := range export.Sections {
		if !met[s.Name] {
			t.Errorf("nobody had anything of %s", s.Name)
		}
	}
	for _, after := range []string{
		`{"of":"export","s":0,"k":["x"]}`, `{"of":"export","s":7,"k":["a","b"]}`, `{"of":"export","s":99}`, `{"of":"export","s":-1}`, `{"of":"export","s":7,"k":["\u0000"]}`,
		`{"s":1}`, `{"list":"activities","key":"2026-11-25","id":"e6a2b847-dfb6-4a44-b5ba-08eb48626bbe"}`, // of another list
	} {
		encoded := base64.RawURLEncoding.EncodeToString([]byte(after))
		if a := p.answer(t, `mutation($after: String) { exportMyData(input: {after: $after}) { text } }`, vars{"after": encoded}); a.code() != "BAD_USER_INPUT" || a.Errors[0].Extensions.Fields[0].Path != "after" {
			t.Errorf("after %s: %.300s", after, a.body)
		}
	}
}
