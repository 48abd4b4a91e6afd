package api_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// statements are what the product said to its database in all tests of this program, each once, without values.
type statements struct {
	mu   sync.Mutex
	said map[string]bool
}

var said = statements{said: map[string]bool{}}

var (
	lists    = regexp.MustCompile(`\?(?:,\s*\?)+`)
	tuples   = regexp.MustCompile(`\(\?\)(?:,\s*\(\?\))+`)
	blanks   = regexp.MustCompile(`\s+`)
	theRight = regexp.MustCompile(`\([^\s(]+\.athlete_id = \? OR EXISTS \(SELECT \? FROM coach_grants AS g WHERE g\.athlete_id = [^\s(]+\.athlete_id AND g\.coach_id = \?\)\)`)
)

func (s *statements) hear(statement string, _ time.Duration, _ error) {
	if !strings.Contains(statement, "athlete") && !ofAthletes.MatchString(statement) {
		return
	}
	statement = withoutValues(statement)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.said[statement] = true
}

// withoutValues is a statement with ? for each text, number and parameter, and its type. It is asked of every statement, under the race detector
// too: what is long is texts, and these are skipped.
func withoutValues(statement string) string {
	var b strings.Builder
	word := false // the last one belongs to a name
	for i := 0; i < len(statement); {
		c := statement[i]
		switch {
		case c == '\'':
			for i++; ; i++ {
				end := strings.IndexByte(statement[i:], '\'')
				if end < 0 {
					i = len(statement)
					break
				}
				if i += end + 1; i >= len(statement) || statement[i] != '\'' {
					break
				}
			}
			i = afterType(statement, i)
			b.WriteByte('?')
			word = false
		case c == '$' || !word && c >= '0' && c <= '9':
			for i++; i < len(statement) && (statement[i] >= '0' && statement[i] <= '9' || statement[i] == '.'); i++ {
			}
			i = afterType(statement, i)
			b.WriteByte('?')
			word = false
		default:
			if i++; c != '"' {
				b.WriteByte(c)
			}
			word = c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		}
	}
	return b.String()
}

// afterType is the place after the type that a value is cast to, where one is.
func afterType(statement string, at int) int {
	if !strings.HasPrefix(statement[at:], "::") {
		return at
	}
	for at += 2; at < len(statement) && (statement[at] >= 'a' && statement[at] <= 'z' || statement[at] == '[' || statement[at] == ']'); at++ {
	}
	return at
}

// unlisted is a statement without values as it is judged: lists of values are one, and blanks.
func unlisted(statement string) string {
	statement = tuples.ReplaceAllString(lists.ReplaceAllString(statement, "?"), "(?)")
	return strings.TrimSpace(blanks.ReplaceAllString(statement, " "))
}

// sharded are the tables that are kept by athlete: those whose key begins with one, but for who coaches whom, which every machine has.
var sharded = func() string {
	var names []string
	for _, of := range regexp.MustCompile(`(?s)CREATE TABLE (\w+) \((.*?)\n\);`).FindAllStringSubmatch(schemaSQL, -1) {
		if regexp.MustCompile(`PRIMARY KEY \(athlete_id|athlete_id uuid PRIMARY KEY`).MatchString(of[2]) && !strings.HasPrefix(of[1], "coach_") {
			names = append(names, of[1])
		}
	}
	return strings.Join(names, "|")
}()

var schemaSQL = func() string {
	text, err := os.ReadFile("../../schema.sql")
	if err != nil {
		panic(err)
	}
	return string(text)
}()

// ofAthletes finds such tables, with the name that a statement gives them.
var ofAthletes = regexp.MustCompile(`(?i)\b(FROM|JOIN|UPDATE|INTO)\s+"?(` + sharded + `)"?\b(?:\s+AS\s+"?(\w+)"?)?`)

// across is a statement that does not name an athlete, as a whole, with the tables that it asks so, and why it need not. What is selected at the beginning is left
// out; {seen} is the condition that a row's athlete is the viewer or has granted the viewer; … is what may be there besides, which asks no table so.
type across struct{ why, tables, statement string }

var acrossAthletes = []across{
	{"whose something is, by its id alone", "plan_runs", "FROM plan_runs AS t WHERE (t.id = ?) AND ({seen})"},
	{"whose something is, by its id alone", "planned_sessions", "FROM planned_sessions AS t WHERE (t.id = ?) AND ({seen})"},
	{"whose something was that is gone, by its id alone", "removed_things", "FROM removed_things AS t WHERE (t.id = ?) AND ({seen})"},
	{"whose something is, by its id alone", "activities", "FROM activities AS t WHERE (t.id = ?) AND ({seen})"},
	{"whose something is, by its id alone", "events", "FROM events AS t WHERE (t.id = ?) AND ({seen})"},
	{"runs by their ids, as a client has them", "plan_runs", "FROM plan_runs AS r WHERE (r.id IN (?)) AND ({seen})"},
	{"sessions by their ids, as a client has them", "planned_sessions, activities",
		"FROM planned_sessions AS s LEFT JOIN activities AS a ON a.athlete_id = s.athlete_id AND a.session_id = s.id WHERE (s.id IN (?)) AND ({seen})"},
	{"activities by their ids, as a client has them", "activities", "FROM activities AS a WHERE (a.id IN (?)) AND ({seen})"},
	{"events by their ids, as a client has them", "events", "FROM events AS e WHERE (e.id IN (?)) AND ({seen})"},
	{"restrictions by their ids, as a client has them", "restrictions", "FROM restrictions AS x WHERE (x.id IN (?)) AND ({seen})"},
	{"changes by their ids, as a client has them", "calendar_changes", "FROM calendar_changes AS j WHERE (j.id IN (?)) AND ({seen})"},
	{"what ids name, of all that has one", "events, plan_runs, planned_sessions, calendar_changes, activities, restrictions",
		"FROM users AS u WHERE u.id = ANY (?) AND CASE … UNION ALL SELECT ?, t.id::text FROM restrictions AS t WHERE t.id = ANY (?) AND {seen}"},
	{"the search for a run to take: it locks none, and the claim that follows names the athlete", "plan_runs, plan_runs, plan_runs",
		"FROM plan_runs AS r WHERE ((r.status = ? OR … o.athlete_id = r.athlete_id AND o.status IN (?) AND o.number < r.number)) ORDER BY … r.number LIMIT ?"},
	{"that search, for those alone that ask for one engine", "plan_runs, plan_runs, plan_runs",
		"FROM plan_runs AS r WHERE ((r.status = ? OR … o.athlete_id = r.athlete_id AND o.status IN (?) AND o.number < r.number)) AND (r.engine = ?) ORDER BY … r.number LIMIT ?"},
	{"how many runs wait, of all and of one asker: the queue and a coach's day are everybody's", "plan_runs, plan_runs",
		"SELECT (SELECT count(*) FROM plan_runs WHERE athlete_id = ? AND status IN (?)) AS open, (SELECT count(*) FROM plan_runs AS q WHERE q.status = ?) AS queue, … " +
			"FROM plan_runs AS b WHERE b.requested_by = ? AND b.created_at > ?) AS o"},
	{"runs whose events are to be packed, looked for once a while", "plan_runs", "FROM plan_runs AS r WHERE (r.finished_at < ?) AND (r.events IS NULL AND r.event_count > ? " +
		"AND r.status IN (?)) ORDER BY r.finished_at LIMIT ?"},
	{"runs that are to be deleted, looked for once a while", "plan_runs", "FROM plan_runs AS r WHERE (r.finished_at < ?) AND (TRUE) ORDER BY r.finished_at LIMIT ?"},
	{"runs in which a worker's number is that of a lost connection", "plan_runs", "UPDATE plan_runs SET worker_id = NULL WHERE status = ? AND worker_id = ?"},
	{"a leaving user's name in the events of others' runs", "plan_events, plan_runs", "UPDATE plan_events AS e SET payload = e.payload - ? FROM plan_runs AS r " +
		"WHERE r.cancel_requested_by = ? AND e.athlete_id = r.athlete_id AND e.run_id = r.id AND e.kind = ? AND e.payload ->> ? = ?"},
	{"a leaving user's name on others' runs", "plan_runs", "UPDATE plan_runs SET requested_by = NULL, idempotency_key = NULL WHERE requested_by = ? AND athlete_id <> ?"},
	{"on whose calendars a workout stands that is to change", "planned_sessions", "FROM planned_sessions AS s WHERE s.workout_id IN (?)"},
	{"on whose it stands once it is locked", "planned_sessions", "FROM planned_sessions WHERE workout_id IN (?)"},
	{"whether it stands anywhere", "planned_sessions", "FROM planned_sessions WHERE workout_id = ?"},
	{"whether an archived workout stands anywhere before it is forgotten", "planned_sessions", "DELETE FROM workouts WHERE id IN (SELECT w.id FROM workouts AS w " +
		"WHERE w.owner_id = ? AND w.archived AND NOT EXISTS (SELECT FROM planned_sessions AS s WHERE s.workout_id = w.id) AND …"},
	{"on whose calendars a leaving user's workouts stand", "planned_sessions", "FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id WHERE w.owner_id = ?"},
	{"the calendars of all athletes of a coach, whom the grants name", "calendars",
		"FROM coach_grants AS g JOIN calendars AS c ON c.athlete_id = g.athlete_id JOIN users AS u ON u.id = g.athlete_id WHERE g.coach_id = ? ORDER BY c.athlete_id LIMIT ?"},
	{"copies of a workout that changes, for whoever has done it", "planned_sessions, planned_sessions", "WITH used AS ( SELECT s.athlete_id, … FROM planned_sessions AS s " +
		"WHERE s.workout_id IN (?) AND s.status <> ? GROUP BY … UPDATE planned_sessions AS s SET workout_id = used.copy_id … WHERE s.athlete_id = used.athlete_id …"},
	{"copies of a leaving user's workouts, for whoever has them", "planned_sessions, planned_sessions", "WITH used AS ( SELECT s.athlete_id, … FROM planned_sessions AS s " +
		"WHERE s.workout_id IN (?) AND s.athlete_id <> ? GROUP BY … UPDATE planned_sessions AS s SET workout_id = used.copy_id … WHERE s.athlete_id = used.athlete_id …"},
}

// is tells whether a statement is this one.
func (a across) is(statement string, tables []string) bool {
	if strings.Join(tables, ", ") != a.tables {
		return false
	}
	parts := strings.Split(a.statement, "…")
	for i, part := range parts {
		at := strings.Index(statement, part)
		if i == len(parts)-1 && part != "" {
			at = strings.LastIndex(statement, part)
		}
		if at < 0 || i == 0 && at > 0 || i == len(parts)-1 && part != "" && at+len(part) != len(statement) {
			return false
		}
		statement = statement[at+len(part):]
	}
	return len(parts) > 1 || statement == ""
}

var (
	equated  = regexp.MustCompile(`([\w.]+) = ([\w.]+)`)
	valued   = regexp.MustCompile(`([\w.]+)\)? (?:= \?|= ANY|IN \()|\? = ([\w.]+)`)
	unnested = regexp.MustCompile(`unnest\(ARRAY\[\?\]::uuid\[\][^()]*\) AS (\w+) \((\w+)`) // a table of values, the athlete first
)

// heldAgainst tells of an expression such as r.athlete_id whether a statement holds it against a value, or against what it holds against one.
func heldAgainst(statement string) func(expression string) bool {
	same, against := map[string][]string{}, map[string]bool{}
	for _, of := range equated.FindAllStringSubmatch(statement, -1) {
		same[of[1]], same[of[2]] = append(same[of[1]], of[2]), append(same[of[2]], of[1])
	}
	for _, of := range valued.FindAllStringSubmatch(statement, -1) {
		against[of[1]], against[of[2]] = true, true
	}
	for _, of := range unnested.FindAllStringSubmatch(statement, -1) {
		against[of[1]+"."+of[2]] = true
	}
	return func(expression string) bool {
		reached := map[string]bool{expression: true}
		for next := []string{expression}; len(next) > 0; next = next[1:] {
			if against[next[0]] {
				return true
			}
			for _, other := range same[next[0]] {
				if !reached[other] {
					reached[other] = true
					next = append(next, other)
				}
			}
		}
		return false
	}
}

// nameless are the tables of athletes that a statement reads or writes without naming the athlete.
func nameless(statement string) []string {
	statement = theRight.ReplaceAllString(statement, "{seen}")
	is := heldAgainst(statement)
	var missing []string
	for _, found := range ofAthletes.FindAllStringSubmatch(statement, -1) {
		verb, table, alias := strings.ToUpper(found[1]), found[2], found[3]
		if verb == "INTO" {
			_, columns, _ := strings.Cut(statement, "INTO "+table)
			if columns, _, _ = strings.Cut(columns, ")"); !strings.Contains(columns, "athlete_id") {
				missing = append(missing, table)
			}
			continue
		}
		if alias != "" {
			alias += "."
		}
		if !is(alias + "athlete_id") {
			missing = append(missing, table)
		}
	}
	return missing
}

// headless is a statement without what it selects at its beginning, so that one with a column more is the same.
func headless(statement string) string {
	columns, rest, found := strings.Cut(statement, " FROM ")
	if !found || !strings.HasPrefix(columns, "SELECT ") || strings.Contains(columns[1:], "SELECT") {
		return statement
	}
	return "FROM " + rest
}

// faults are the statements that do not name the athlete whose data they are about.
func (s *statements) faults() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var faults []string
	judged := map[string]bool{}
	for statement := range s.said {
		judged[unlisted(statement)] = true
	}
	for statement := range judged {
		tables, whole := nameless(statement), headless(theRight.ReplaceAllString(statement, "{seen}"))
		if len(tables) > 0 && !slices.ContainsFunc(acrossAthletes, func(a across) bool { return a.is(whole, tables) }) {
			faults = append(faults, fmt.Sprintf("%s: %.700s", strings.Join(tables, ", "), whole))
		}
	}
	slices.Sort(faults)
	return faults
}

// TestMain runs the tests and then looks at all that the product said to its database meanwhile: each statement on an athlete's data names the
// athlete, so that a database that keeps athletes apart on several machines knows where to go.
func TestMain(m *testing.M) {
	code := m.Run()
	if buildFolder != "" {
		if err := os.RemoveAll(buildFolder); err != nil {
			fmt.Println("FAIL: the command that was built stays:", err)
			code = 1
		}
	}
	faults := said.faults()
	for _, known := range []string{"UPDATE plan_runs SET chosen = ? WHERE id = ?", "SELECT e.id FROM plan_events AS e JOIN plan_runs AS r ON r.id = e.run_id WHERE r.athlete_id = ?",
		"INSERT INTO events (id, name) VALUES (?)", "DELETE FROM events AS e WHERE (e.id = ?)", "SELECT answer FROM answered_requests WHERE requested_by = ?",
		"SELECT s.id FROM planned_sessions AS s JOIN activities AS a ON a.athlete_id = s.athlete_id AND a.session_id = s.id WHERE s.date = ?",
		"SELECT w.id FROM workouts AS w WHERE EXISTS (SELECT ? FROM planned_sessions AS s WHERE s.workout_id = w.id AND " +
			"(s.athlete_id = ? OR EXISTS (SELECT ? FROM coach_grants AS g WHERE g.athlete_id = s.athlete_id AND g.coach_id = ?)))"} {
		if tables := nameless(known); len(tables) == 0 || slices.ContainsFunc(acrossAthletes, func(a across) bool { return a.is(headless(known), tables) }) { // it finds what it is to find
			faults = append(faults, "nobody, it thinks: "+known)
		}
	}
	for _, known := range []string{"SELECT s.id FROM planned_sessions AS s JOIN activities AS a ON a.athlete_id = s.athlete_id WHERE a.athlete_id = ?",
		"SELECT a.id FROM activities AS a JOIN unnest(ARRAY[?]::uuid[], ARRAY[?]::date[]) AS k (athlete, first) ON a.athlete_id = k.athlete",
		"SELECT s.id FROM planned_sessions AS s WHERE s.athlete_id IN (SELECT ? UNION ALL SELECT g.athlete_id FROM coach_grants AS g WHERE g.coach_id = ?)"} {
		if tables := nameless(known); len(tables) > 0 {
			faults = append(faults, fmt.Sprintf("%s, it thinks: %s", strings.Join(tables, ", "), known))
		}
	}
	for _, fault := range faults {
		fmt.Println("FAIL: a statement does not name the athlete of", fault)
		code = 1
	}
	os.Exit(code)
}
