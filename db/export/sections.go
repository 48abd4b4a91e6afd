package export

import "strings"

// Section is a table's share of the document: a list of records, or one record.
type Section struct {
	Name    string   // of its property of the document
	Table   string   // where its records are stored
	Columns []string // what of them is told, each as a property of the name that Property gives it
	JSON    []string // columns besides that are stored as the text of a document, and told as it
	Packed  []string // columns besides that are stored packed, and told unpacked
	// Own is the condition on a record t that it is the account's, $1.
	Own string

	keys []key // that order the records, and that no two share
	one  bool  // there is one record
	rows int   // that are read at a time
}

// key is an expression over a record, and its SQL type.
type key struct{ expression, sqlType string }

// Property is the name of a column in the document: first_name is firstName.
func Property(column string) string {
	words := strings.Split(column, "_")
	for i, word := range words[1:] {
		words[i+1] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, "")
}

var (
	byID  = []key{{"t.id", "uuid"}}
	byDay = []key{{"t.date", "date"}}
)

// workoutColumns are those of a workout but its owner.
var workoutColumns = []string{
	"id", "title", "description", "sport", "focus", "tags", "duration_seconds", "distance_meters", "tss", "load_method", "intensity_factor",
	"lower_body_load", "hard_leg_sets", "zone_seconds", "exercise_ids", "by_distance", "revision", "created_at", "updated_at", "archived", "copy_of",
	"family", "level", "reading", "written", "by_thresholds",
}

// Sections are what the document has, in its order. What is stored about an account and stands in none of them is in LeftOut.
var Sections = []Section{
	{Name: "account", Table: "users", Own: "t.id = $1", keys: byID, one: true, rows: 1, Columns: []string{
		"id", "name", "email", "role", "level", "birth_date", "sex", "time_zone", "priority", "goal", "ftp_watts", "row_ftp_watts",
		"threshold_seconds_per_kilometer", "critical_swim_seconds_per_100_meters", "threshold_heart_rate", "max_heart_rate", "resting_heart_rate",
		"thresholds_measured_on", "body_mass_kilograms", "starting_fitness", "one_rep_maxes", "availability", "date_availability", "created_at",
		"awaits_clearance", "strength_apart", "starting_fitness_on", "load_steps", "training_goal", "height_centimeters", "strength_experience_months",
		"sport_experience_months", "longest_sessions", "weekly_hours", "sessions_per_week", "conditions", "equipment", "stations", "equipment_on_dates",
		"threshold_history", "profile_revision",
	}},
	{Name: "calendar", Table: "calendars", Own: "t.athlete_id = $1", keys: []key{{"t.athlete_id", "uuid"}}, one: true, rows: 1, Columns: []string{
		"athlete_id", "revision", "changed_at",
	}},
	{Name: "logIns", Table: "auth_sessions", Own: "t.user_id = $1", keys: byID, rows: 500, Columns: []string{
		"id", "user_id", "created_at", "expires_at", "idle_expires_at", "rotations",
	}},
	{
		Name: "refreshTokens", Table: "refresh_tokens", Own: "t.auth_session_id IN (SELECT s.id FROM auth_sessions AS s WHERE s.user_id = $1)",
		keys: []key{{"t.auth_session_id", "uuid"}, {"encode(sha256(t.hash), 'hex')", "text"}}, rows: 500, Columns: []string{
			"auth_session_id", "created_at", "used_at",
		},
	},
	{Name: "apiTokens", Table: "api_tokens", Own: "t.user_id = $1", keys: byID, rows: 500, Columns: []string{
		"id", "user_id", "name", "scopes", "created_at", "expires_at", "last_used_at",
	}},
	{Name: "coaches", Table: "coach_grants", Own: "t.athlete_id = $1", keys: []key{{"t.coach_id", "uuid"}}, rows: 500, Columns: []string{
		"athlete_id", "coach_id", "created_at",
	}},
	{Name: "athletes", Table: "coach_grants", Own: "t.coach_id = $1", keys: []key{{"t.athlete_id", "uuid"}}, rows: 500, Columns: []string{
		"athlete_id", "coach_id", "created_at",
	}},
	{Name: "invitations", Table: "coach_invitations", Own: "t.coach_id = $1", keys: []key{{"t.athlete_id", "uuid"}}, rows: 500, Columns: []string{
		"athlete_id", "coach_id", "created_at",
	}},
	{Name: "events", Table: "events", Own: "t.athlete_id = $1", keys: byID, rows: 500, Columns: []string{
		"id", "athlete_id", "name", "date", "sport", "priority", "expected_tss", "distance_meters", "format", "expected_seconds", "ascent_meters",
		"changed_revision",
	}},
	{Name: "checkIns", Table: "check_ins", Own: "t.athlete_id = $1", keys: byDay, rows: 500, Columns: []string{
		"athlete_id", "date", "sick", "fatigue", "sleep_seconds", "hrv_rmssd", "soreness", "banned", "banned_sports", "note", "changed_revision",
		"names_banned", "names_banned_sports", "athlete_sick", "athlete_banned", "athlete_banned_sports",
	}},
	{Name: "restrictions", Table: "restrictions", Own: "t.athlete_id = $1", keys: byID, rows: 500, Columns: []string{
		"id", "athlete_id", "condition", "source", "words", "said_on", "said_by", "since", "cleared_at", "cleared_on", "ending", "statement",
		"changed_revision",
	}},
	{Name: "ruleOverrides", Table: "rule_overrides", Own: "t.athlete_id = $1", keys: []key{{"t.rule_id", "text"}}, rows: 500, Columns: []string{
		"athlete_id", "rule_id", "limit_value", "set_by", "set_at", "changed_revision",
	}},
	{Name: "workouts", Table: "workouts", Own: "t.owner_id = $1", keys: byID, rows: 100, Columns: append([]string{"owner_id"}, workoutColumns...), JSON: []string{"body"}},
	{ // whose they are is no word about this account
		Name: "workoutsOnCalendar", Table: "workouts", keys: byID, rows: 100, Columns: workoutColumns, JSON: []string{"body"},
		Own: "t.owner_id IS DISTINCT FROM $1 AND t.id IN (SELECT s.workout_id FROM planned_sessions AS s WHERE s.athlete_id = $1)",
	},
	{Name: "sessions", Table: "planned_sessions", Own: "t.athlete_id = $1", keys: byID, rows: 500, Columns: []string{
		"id", "athlete_id", "date", "start", "workout_id", "status", "lock", "key", "key_flagged", "rationale", "run_id", "result_duration_seconds",
		"result_tss", "result_rpe", "result_comment", "completed_at", "skip_reason", "created_at", "updated_at", "skipped_on", "skipped",
		"result_completed_share", "result_lifts", "changed_revision", "coach_note", "athlete_note", "alone", "leans", "rests", "bare",
	}},
	{Name: "removedThings", Table: "removed_things", Own: "t.athlete_id = $1", keys: []key{{"t.id", "text"}}, rows: 500, Columns: []string{"athlete_id", "id", "revision", "type"}},
	{Name: "lockedDays", Table: "day_locks", Own: "t.athlete_id = $1", keys: byDay, rows: 500, Columns: []string{"athlete_id", "date", "locked_by", "locked_at"}},
	{Name: "activities", Table: "activities", Own: "t.athlete_id = $1", keys: byID, rows: 500, Columns: []string{
		"id", "athlete_id", "external_id", "date", "start", "sport", "duration_seconds", "distance_meters", "tss", "load_method", "rpe",
		"average_heart_rate", "intensity_factor", "high_intensity_seconds", "hard_leg_sets", "session_id", "created_at", "updated_at", "pace_factor",
		"matched_by", "matching", "duplicate_of", "kept", "aliases", "note", "lifts", "changed_revision",
	}},
	{Name: "calendarChanges", Table: "calendar_changes", Own: "t.athlete_id = $1", keys: []key{{"t.revision", "integer"}}, rows: 20, Columns: []string{
		"id", "athlete_id", "revision", "act", "made_by", "made_at", "run_id", "images",
	}},
	{
		Name: "answeredRequests", Table: "answered_requests", Own: "t.athlete_id = $1",
		keys: []key{{"t.requested_by", "uuid"}, {"t.idempotency_key", "text"}}, rows: 20,
		Columns: []string{"athlete_id", "requested_by", "idempotency_key", "answer", "answered_at"},
	},
	{
		Name: "planRuns", Table: "plan_runs", Own: "t.athlete_id = $1", keys: byID, rows: 4, Columns: []string{
			"id", "number", "athlete_id", "requested_by", "from_date", "days", "wish", "engine", "keep_planned", "apply", "target_fitness", "seed",
			"idempotency_key", "status", "created_at", "started_at", "finished_at", "failure", "proposal", "changes", "calendar_revision", "applied",
			"images", "event_count", "cancel_requested_by", "cancel_requested", "token", "attempts", "worker_id", "lease_until", "model",
			"prompt_version", "model_requests", "input_tokens", "output_tokens", "goal", "candidates", "chosen", "wishes", "heard", "questions",
		},
		Packed: []string{"certificate", "progress", "ways", "events"},
	},
	{
		Name: "planEvents", Table: "plan_events", Own: "t.athlete_id = $1", keys: []key{{"t.run_id", "uuid"}, {"t.sequence", "integer"}}, rows: 100,
		Columns: []string{"run_id", "sequence", "kind", "stage", "at", "message", "payload", "athlete_id"},
	},
}

// LeftOut are columns, as "table.column", that are stored about an account and told in no document, each with the reason.
var LeftOut = map[string]string{
	"users.password_hash":         "a secret: who has it can guess the password without asking us",
	"refresh_tokens.hash":         "a secret's; what is known of the token stands beside it",
	"api_tokens.hash":             "so is this",
	"answered_requests.request":   "a digest of what was asked, by which it is known again",
	"workouts.words":              "the words of title, description and tags, once more, as the search wants them",
	"workouts.tag_words":          "the tags, once more",
	"workouts.content_hash":       "a digest of what is told",
	"workout_vectors.workout_id":  "what a workout's words mean, in numbers that are made of them",
	"workout_vectors.embedder_id": "as above",
	"workout_vectors.embedding":   "as above",
	"workout_vectors.version":     "which version of the shared library had it first; none of an account's own",
}

// Elsewhere are references to an account in records that are another's, as "table.column": the other's document tells them.
var Elsewhere = map[string]string{
	"coach_invitations.athlete_id":   "told to the coach who was invited; to the athlete it would tell whose address is a coach's",
	"restrictions.said_by":           "what a coach said of an athlete is the athlete's",
	"rule_overrides.set_by":          "the limit that a coach set is the athlete's",
	"plan_runs.requested_by":         "so is the plan that a coach asked for",
	"plan_runs.cancel_requested_by":  "and that a coach stopped",
	"day_locks.locked_by":            "so is the day that a coach locked",
	"calendar_changes.made_by":       "and what a coach did on the calendar",
	"answered_requests.requested_by": "and what a coach was answered about it",
}
