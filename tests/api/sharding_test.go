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
	theRight = regexp.MustCompile(`\(\S+\.athlete_id = \? OR EXISTS \(SELECT \? FROM coach_grants AS g WHERE g\.athlete_id = \S+\.athlete_id AND g\.coach_id = \?\)\)`)
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

// ofAthletes finds tables that are kept by athlete, with the name that a statement gives them.
var ofAthletes = regexp.MustCompile(`(?i)\b(FROM|JOIN|UPDATE|INTO)\s+"?(plan_runs|plan_events|planned_sessions|activities|events|calendars|check_ins|` +
	`rule_overrides|restrictions|day_locks|calendar_changes)"?\b(?:\s+AS\s+"?(\w+)"?)?`)

// acrossAthletes are statements that do not name an athlete, by a part of them, and why they need not.
var acrossAthletes = map[string]*regexp.Regexp{
	"whose something is, by its id alone": regexp.MustCompile(`^SELECT t\.athlete_id FROM \w+ AS t WHERE \(t\.id = \?\) AND`),
	"things by their ids, of whomever the viewer may see": regexp.MustCompile(
		`FROM \w+ AS (a|e|j|r|s|x) (LEFT JOIN activities AS a ON a\.athlete_id = s\.athlete_id AND a\.session_id = s\.id )?WHERE \((a|e|j|r|s|x)\.id IN \(\?\)\) AND \(`),
	"what ids name":                               regexp.MustCompile(`^\(SELECT \? AS kind, u\.id::text AS id FROM users AS u`),
	"how much of a user somebody sees":            regexp.MustCompile(`CASE WHEN \(u\.id = \? OR EXISTS`),
	"the search for a run to take":                regexp.MustCompile(`^SELECT r\.id, r\.athlete_id FROM plan_runs AS r WHERE \(\(r\.status`),
	"how many runs wait, of all and of one asker": regexp.MustCompile(`AS queue, d\.day`),
	"runs that are old":                           regexp.MustCompile(`^SELECT r\.id, r\.athlete_id FROM plan_runs AS r WHERE \(r\.finished_at < \?\)`),
	"the runs that a dead number is in":           regexp.MustCompile(`^UPDATE plan_runs SET worker_id = NULL WHERE worker_id = \?$`),
	"a leaving user's name on the runs of others": regexp.MustCompile(`^UPDATE plan_events AS e SET payload = e\.payload - \?|^UPDATE plan_runs SET requested_by = NULL`),
	"who has a workout planned":                   regexp.MustCompile(`^SELECT DISTINCT s?\.?athlete_id FROM planned_sessions|^SELECT coalesce\(bool_or\(status|^WITH used AS`),
	"workouts that one sees as they are planned":  regexp.MustCompile(`EXISTS \(SELECT \? FROM planned_sessions AS s WHERE s\.workout_id = w\.id`),
}

// nameless are the tables of athletes that a statement reads or writes without naming the athlete.
func nameless(statement string) []string {
	statement = theRight.ReplaceAllString(statement, "")
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
		named := `(^|[^.\w])athlete_id`
		if alias != "" {
			named = `\b` + alias + `\.athlete_id`
		}
		if !regexp.MustCompile(named+`\)?\s*(=|IN\b)`).MatchString(statement) && !regexp.MustCompile(`=\s*`+named).MatchString(statement) {
			missing = append(missing, table)
		}
	}
	return missing
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
		excused := false
		for _, part := range acrossAthletes {
			excused = excused || part.MatchString(statement)
		}
		if tables := nameless(statement); len(tables) > 0 && !excused {
			faults = append(faults, fmt.Sprintf("%s: %.700s", strings.Join(tables, ", "), statement))
		}
	}
	slices.Sort(faults)
	return faults
}

// TestMain runs the tests and then looks at all that the product said to its database meanwhile: each statement on an athlete's data names the
// athlete, so that a database that keeps athletes apart on several machines knows where to go.
func TestMain(m *testing.M) {
	code := m.Run()
	faults := said.faults()
	for _, known := range []string{"UPDATE plan_runs SET chosen = ? WHERE id = ?", "SELECT e.id FROM plan_events AS e JOIN plan_runs AS r ON r.id = e.run_id WHERE r.athlete_id = ?",
		"INSERT INTO events (id, name) VALUES (?)", "DELETE FROM events AS e WHERE (e.id = ?)"} {
		if len(nameless(known)) == 0 { // it finds what it is to find
			faults = append(faults, "nobody, it thinks: "+known)
		}
	}
	for _, fault := range faults {
		fmt.Println("FAIL: a statement does not name the athlete of", fault)
		code = 1
	}
	os.Exit(code)
}
