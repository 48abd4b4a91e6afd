-- The schema of Fortnight as it should be. db/migrations/ leads there; a test compares the two.
--
-- Habits, most of them made by what Atlas cannot see when it works out a migration:
--   * A set of words is an enum type, not a text with a CHECK: Atlas sees a word that was added to a type, and does not see a CHECK
--     whose expression changed. A word is never renamed or removed, here or in Go, GraphQL and JSON, where it is spelled the same.
--   * A changed CHECK, a changed dimension of a vector and everything about a sequence are written into a migration by hand.
--   * What must be unique has a unique index, not a UNIQUE constraint, which some of Atlas's versions turn into one.
--   * A new column goes last in its table, where ALTER TABLE puts it.
--   * Every text, list and document has a bound. Go checks the same bounds first and names the field; these are the last line.
--   * A row of an athlete points at other rows of that athlete together with the athlete's id, so no row can point across.
--   * A key of an athlete's data begins with the athlete, and so does what is unique there: a database may keep athletes on several machines.
--   * A number says its unit in its name. A day is a date in the athlete's time zone, an instant a timestamptz.

CREATE EXTENSION IF NOT EXISTS vector;

-- ---- words -----------------------------------------------------------------------------------------------------

CREATE TYPE role AS ENUM ('ATHLETE', 'COACH');
CREATE TYPE level AS ENUM ('NOVICE', 'INTERMEDIATE', 'ADVANCED');
CREATE TYPE sex AS ENUM ('FEMALE', 'MALE');
CREATE TYPE priority AS ENUM ('ENDURANCE', 'STRENGTH', 'HYBRID');
CREATE TYPE event_priority AS ENUM ('A', 'B', 'C');
CREATE TYPE sport AS ENUM (
  'RUN', 'RIDE', 'SWIM', 'ROW', 'STRENGTH', 'MOBILITY', 'OTHER', 'WALK', 'HIKE', 'SKI_ERG', 'ELLIPTICAL', 'KAYAK', 'MULTI_SPORT'
);
CREATE TYPE focus AS ENUM (
  'RECOVERY', 'ENDURANCE', 'LONG', 'TEMPO', 'THRESHOLD', 'VO2MAX', 'ANAEROBIC', 'SPRINT', 'RACE_PACE',
  'MAX_STRENGTH', 'HYPERTROPHY', 'POWER', 'STRENGTH_ENDURANCE', 'MOBILITY', 'TEST'
);
CREATE TYPE muscle_group AS ENUM ('LEGS', 'PUSH', 'PULL', 'CORE');
CREATE TYPE restriction_ending AS ENUM ('OVER', 'NEVER_SO');
CREATE TYPE restriction_source AS ENUM ('WISH', 'GOAL', 'CHECK_IN', 'COMMENT', 'NOTE', 'STATED');
CREATE TYPE load_method AS ENUM ('NORMALIZED_POWER', 'QUADRATIC', 'CUBIC', 'HEART_RATE', 'RPE', 'SETS');
CREATE TYPE session_status AS ENUM ('PLANNED', 'COMPLETED', 'SKIPPED');
CREATE TYPE matched_by AS ENUM ('NAMED', 'COMPLETED_SESSION', 'PLANNED_SESSION');
CREATE TYPE matching AS ENUM ('ANY', 'COMPLETED', 'NONE');
CREATE TYPE lock_scope AS ENUM ('EVERYTHING', 'DAY', 'START', 'CONTENT');
CREATE TYPE run_status AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');
CREATE TYPE stage AS ENUM ('ANALYZE', 'RETRIEVE', 'PROPOSE', 'VALIDATE', 'REPAIR', 'COMMIT');
CREATE TYPE calendar_act AS ENUM (
  'SCHEDULE_SESSION', 'MOVE_SESSION', 'LOCK_SESSION', 'UNLOCK_SESSION', 'COMPLETE_SESSION', 'SKIP_SESSION', 'REOPEN_SESSION',
  'REMOVE_SESSION', 'LOCK_DAY', 'UNLOCK_DAY', 'APPLY_PLAN', 'REVERT_PLAN', 'LOG_ACTIVITIES', 'REMOVE_ACTIVITY', 'MERGE_ACTIVITIES',
  'KEEP_ACTIVITIES', 'LINK_ACTIVITY', 'UNLINK_ACTIVITY', 'REPLACE_SESSION', 'SWAP_SESSIONS', 'APPLY_REPAIR', 'CHANGE_CALENDAR',
  'NOTE_SESSION'
);
CREATE TYPE api_scope AS ENUM ('READ', 'WRITE', 'PLAN');
CREATE TYPE engine AS ENUM ('SOLVER', 'GEMINI');
CREATE TYPE event_format AS ENUM (
  'RUN_5K', 'RUN_10K', 'RUN_HALF', 'RUN_MARATHON', 'RUN_ULTRA', 'RUN_TRAIL', 'RIDE_TT', 'RIDE_CRIT', 'RIDE_ROAD', 'RIDE_FONDO', 'RIDE_CENTURY',
  'TRI_SPRINT', 'TRI_OLYMPIC', 'TRI_HALF', 'TRI_FULL', 'DUATHLON', 'SWIM_POOL', 'SWIM_OPEN', 'ROW_2K', 'ROW_5K', 'HYROX', 'LIFT_MEET', 'LIFT_1RM',
  'RIDE_GRAVEL', 'RIDE_MTB', 'RIDE_CX', 'TRI_RELAY', 'SWIM_MARATHON', 'OBSTACLE', 'WALK', 'SKI_XC', 'CROSSFIT', 'OTHER'
);
CREATE TYPE equipment AS ENUM (
  'BARBELL', 'TRAP_BAR', 'SAFETY_BAR', 'LANDMINE', 'PLATE', 'DUMBBELLS', 'KETTLEBELL', 'MEDICINE_BALL', 'SANDBAG', 'YOKE', 'SLED', 'BAND', 'CABLE',
  'MACHINE', 'BENCH', 'RACK', 'ROMAN_CHAIR', 'PULL_UP_BAR', 'DIP_BARS', 'RINGS', 'BOX', 'HURDLES', 'SWISS_BALL', 'AB_WHEEL', 'SLIDERS',
  'CLIMBING_ROPE', 'BATTLE_ROPE', 'JUMP_ROPE', 'BIKE', 'TRAINER', 'TREADMILL', 'POOL', 'OPEN_WATER', 'ROWER', 'ROWING_BOAT', 'SKI_ERG', 'SKIS',
  'ELLIPTICAL', 'KAYAK', 'GYM'
);
CREATE TYPE station AS ENUM (
  'SKI_ERG', 'SLED_PUSH', 'SLED_PULL', 'BURPEE_BROAD_JUMPS', 'ROWING', 'FARMERS_CARRY', 'SANDBAG_LUNGES', 'WALL_BALLS'
);
CREATE TYPE condition AS ENUM (
  'CHEST_PAIN', 'FAINTED', 'PALPITATIONS', 'BREATHLESS_AT_REST', 'ONE_SIDED_WEAKNESS', 'WORST_HEADACHE', 'HOT_SWOLLEN_CALF',
  'PREGNANCY_WARNING_SIGN', 'SADDLE_NUMBNESS', 'FEVER', 'FLU', 'COVID', 'VOMITING', 'ANTIBIOTICS', 'ILL_BELOW_NECK', 'COLD', 'STRESS_FRACTURE',
  'STRESS_REACTION', 'SHIN_PINPOINT_PAIN', 'NIGHT_PAIN', 'HOPPING_GROIN_PAIN', 'HURT_FOOT', 'HURT_PLANTAR', 'HURT_SHIN', 'HURT_ACHILLES',
  'HURT_CALF', 'HURT_KNEE', 'HURT_ITB', 'HURT_HIP', 'HURT_GROIN', 'HURT_HAMSTRING', 'HURT_BACK', 'HURT_SHOULDER', 'HURT_ELBOW', 'HURT_WRIST', 'HURT',
  'CONCUSSION', 'HIT_HEAD', 'HEART_DISEASE', 'HIGH_BLOOD_PRESSURE', 'BETA_BLOCKER', 'INSULIN_DIABETES', 'CHEST_HISTORY', 'PREGNANT', 'POSTPARTUM',
  'CAESAREAN', 'LEAKING', 'PROLAPSE', 'MISSED_PERIODS', 'EATING_DISORDER', 'RED_S', 'RAPID_WEIGHT_LOSS', 'EXHAUSTED', 'BURNOUT', 'NO_SLEEP',
  'NEWBORN', 'OPERATION', 'ACL_SURGERY', 'JOINT_REPLACEMENT', 'HEAT', 'ALTITUDE', 'POOR_AIR'
);

-- ---- people ----------------------------------------------------------------------------------------------------

CREATE TABLE users (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  email text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
  password_hash text NOT NULL CHECK (char_length(password_hash) BETWEEN 1 AND 256),
  role role NOT NULL,
  level level NOT NULL,
  birth_date date CHECK (birth_date BETWEEN '1900-01-01' AND '2199-12-31'),
  sex sex,
  time_zone text NOT NULL CHECK (char_length(time_zone) BETWEEN 1 AND 64),
  priority priority,
  goal text CHECK (char_length(goal) <= 500),
  ftp_watts smallint CHECK (ftp_watts BETWEEN 40 AND 600),
  row_ftp_watts smallint CHECK (row_ftp_watts BETWEEN 40 AND 600),
  threshold_seconds_per_kilometer smallint CHECK (threshold_seconds_per_kilometer BETWEEN 140 AND 900),
  critical_swim_seconds_per_100_meters smallint CHECK (critical_swim_seconds_per_100_meters BETWEEN 50 AND 300),
  threshold_heart_rate smallint CHECK (threshold_heart_rate BETWEEN 80 AND 220),
  max_heart_rate smallint CHECK (max_heart_rate BETWEEN 100 AND 230),
  resting_heart_rate smallint CHECK (resting_heart_rate BETWEEN 25 AND 110),
  thresholds_measured_on date CHECK (thresholds_measured_on BETWEEN '1900-01-01' AND '2199-12-31'),
  body_mass_kilograms double precision CHECK (body_mass_kilograms BETWEEN 25 AND 300),
  starting_fitness double precision CHECK (starting_fitness BETWEEN 0 AND 250),
  one_rep_maxes jsonb NOT NULL CHECK (jsonb_array_length(one_rep_maxes) <= 100 AND octet_length(one_rep_maxes::text) <= 32768),
  availability jsonb NOT NULL CHECK (jsonb_array_length(availability) <= 42 AND octet_length(availability::text) <= 32768),
  date_availability jsonb NOT NULL
    CHECK (jsonb_array_length(date_availability) <= 120 AND octet_length(date_availability::text) <= 524288),
  created_at timestamptz NOT NULL,
  awaits_clearance boolean NOT NULL DEFAULT false,
  strength_apart boolean NOT NULL DEFAULT false,
  starting_fitness_on date CHECK (starting_fitness_on BETWEEN '1900-01-01' AND '2199-12-31'),
  load_steps jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_array_length(load_steps) <= 20 AND octet_length(load_steps::text) <= 4096),
  training_goal jsonb CHECK (jsonb_typeof(training_goal) = 'object' AND octet_length(training_goal::text) <= 2048),
  height_centimeters double precision CHECK (height_centimeters BETWEEN 90 AND 250),
  strength_experience_months smallint CHECK (strength_experience_months BETWEEN 0 AND 960),
  sport_experience_months jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_array_length(sport_experience_months) <= 13 AND octet_length(sport_experience_months::text) <= 2048),
  longest_sessions jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_array_length(longest_sessions) <= 13 AND octet_length(longest_sessions::text) <= 4096),
  weekly_hours double precision CHECK (weekly_hours BETWEEN 0.5 AND 60),
  sessions_per_week smallint CHECK (sessions_per_week BETWEEN 1 AND 28),
  conditions condition[] NOT NULL DEFAULT '{}' CHECK (cardinality(conditions) <= 100),
  equipment equipment[] CHECK (cardinality(equipment) <= 100),
  stations station[] CHECK (cardinality(stations) <= 8),
  equipment_on_dates jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_array_length(equipment_on_dates) <= 40 AND octet_length(equipment_on_dates::text) <= 262144),
  threshold_history jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_array_length(threshold_history) <= 200 AND octet_length(threshold_history::text) <= 65536),
  profile_revision integer NOT NULL DEFAULT 0 CHECK (profile_revision >= 0),
  CONSTRAINT users_starting_fitness_dated CHECK ((starting_fitness IS NULL) = (starting_fitness_on IS NULL))
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
COMMENT ON TABLE users IS 'People with an account, athletes and coaches, each with the profile of an athlete.';
COMMENT ON COLUMN users.id IS 'Identity, random.';
COMMENT ON COLUMN users.name IS 'As the user wants to be called.';
COMMENT ON COLUMN users.email IS 'Address to log in with, in the form auth.NormalizeEmail gives it.';
COMMENT ON COLUMN users.password_hash IS 'Argon2id, as a PHC string.';
COMMENT ON COLUMN users.role IS 'Whether others may grant this user their calendars.';
COMMENT ON COLUMN users.level IS 'Training age; it selects the limits of the rules.';
COMMENT ON COLUMN users.birth_date IS 'Day of birth, if stated.';
COMMENT ON COLUMN users.sex IS 'For the weighting of heart-rate load, if stated.';
COMMENT ON COLUMN users.time_zone IS 'IANA name of the zone the athlete''s days are days of.';
COMMENT ON COLUMN users.priority IS 'What wins where strength and endurance compete; null for what the goal asks.';
COMMENT ON COLUMN users.goal IS 'What the athlete trains for, in the athlete''s words.';
COMMENT ON COLUMN users.ftp_watts IS 'Functional threshold power on the bike, in watts.';
COMMENT ON COLUMN users.row_ftp_watts IS 'Functional threshold power on the rower, in watts.';
COMMENT ON COLUMN users.threshold_seconds_per_kilometer IS 'Running pace at threshold, in seconds a kilometre.';
COMMENT ON COLUMN users.critical_swim_seconds_per_100_meters IS 'Critical swim speed, in seconds a hundred metres.';
COMMENT ON COLUMN users.threshold_heart_rate IS 'Heart rate at threshold, in beats a minute.';
COMMENT ON COLUMN users.max_heart_rate IS 'Highest heart rate, in beats a minute.';
COMMENT ON COLUMN users.resting_heart_rate IS 'Heart rate at rest, in beats a minute.';
COMMENT ON COLUMN users.thresholds_measured_on IS 'Day of the last measurement of a threshold.';
COMMENT ON COLUMN users.body_mass_kilograms IS 'Body mass, in kilograms.';
COMMENT ON COLUMN users.starting_fitness IS 'Fitness (CTL) as the athlete stated it, in TSS a day.';
COMMENT ON COLUMN users.awaits_clearance IS 'A condition keeps hard sessions off until a physician clears them.';
COMMENT ON COLUMN users.strength_apart IS 'Strength load does not count in fitness, fatigue and the limits on load.';
COMMENT ON COLUMN users.starting_fitness_on IS 'The day that begins with starting_fitness.';
COMMENT ON COLUMN users.load_steps IS 'By how much weights differ from each other: a list of training.EquipmentStep.';
COMMENT ON COLUMN users.one_rep_maxes IS 'Heaviest single repetitions: a list of training.OneRepMax.';
COMMENT ON COLUMN users.availability IS 'Windows of the week: a list of training.AvailabilityWindow. Empty: any time.';
COMMENT ON COLUMN users.date_availability IS 'Windows of single dates, in place of the weekday''s: a list of training.DateAvailability.';
COMMENT ON COLUMN users.created_at IS 'When the account was opened.';
COMMENT ON COLUMN users.training_goal IS 'What the athlete trains for, as data: a training.TrainingGoal. An event that it names is the athlete''s.';
COMMENT ON COLUMN users.height_centimeters IS 'Height, in centimetres.';
COMMENT ON COLUMN users.strength_experience_months IS 'For how long the athlete has lifted, in months when it was stated.';
COMMENT ON COLUMN users.sport_experience_months IS 'For how long the athlete has trained in other sports: a list of training.SportExperience.';
COMMENT ON COLUMN users.longest_sessions IS 'The longest lately done of sports: a list of training.LongestSession.';
COMMENT ON COLUMN users.weekly_hours IS 'Hours a week that there are to train in.';
COMMENT ON COLUMN users.sessions_per_week IS 'Sessions a week that the athlete wants.';
COMMENT ON COLUMN users.conditions IS 'What of health, life and surroundings training has to heed.';
COMMENT ON COLUMN users.equipment IS 'What there is to train with; null where that is unknown, empty for nothing.';
COMMENT ON COLUMN users.stations IS 'Stations of a HYROX race to train at; null where that is unknown, empty for none.';
COMMENT ON COLUMN users.equipment_on_dates IS 'What there is to train with on single days: a list of training.EquipmentOnDates.';
COMMENT ON COLUMN users.threshold_history IS 'Since when thresholds and one-repetition maxima are as they are and were, the newest first: a list of training.KnownThreshold.';
COMMENT ON COLUMN users.profile_revision IS 'Revision that the calendar got by the last change of the profile; 0 before such was noted.';

CREATE TABLE auth_sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  idle_expires_at timestamptz NOT NULL,
  rotations integer NOT NULL CHECK (rotations >= 0)
);
CREATE INDEX auth_sessions_user ON auth_sessions (user_id, created_at);
CREATE INDEX auth_sessions_expiry ON auth_sessions (expires_at);
COMMENT ON TABLE auth_sessions IS 'Log-ins that have not ended: each is a family of refresh tokens.';
COMMENT ON COLUMN auth_sessions.id IS 'Identity; access tokens name it.';
COMMENT ON COLUMN auth_sessions.user_id IS 'Who logged in.';
COMMENT ON COLUMN auth_sessions.created_at IS 'When.';
COMMENT ON COLUMN auth_sessions.expires_at IS 'When it ends whatever happens.';
COMMENT ON COLUMN auth_sessions.idle_expires_at IS 'When it ends unless it is refreshed.';
COMMENT ON COLUMN auth_sessions.rotations IS 'How often it was refreshed.';

CREATE TABLE refresh_tokens (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  auth_session_id uuid NOT NULL REFERENCES auth_sessions (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (auth_session_id);
COMMENT ON TABLE refresh_tokens IS 'Every refresh token of a living session, the used ones included: one that comes back ends its session.';
COMMENT ON COLUMN refresh_tokens.hash IS 'SHA-256 of the token; the token itself is nowhere.';
COMMENT ON COLUMN refresh_tokens.auth_session_id IS 'Its family.';
COMMENT ON COLUMN refresh_tokens.created_at IS 'When it was issued.';
COMMENT ON COLUMN refresh_tokens.used_at IS 'When it was exchanged first; null for one that is good. It answers again for ten seconds.';

CREATE TABLE api_tokens (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  scopes api_scope[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 3),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE UNIQUE INDEX api_tokens_hash ON api_tokens (hash);
CREATE INDEX api_tokens_user ON api_tokens (user_id, created_at);
CREATE INDEX api_tokens_expiry ON api_tokens (expires_at);
COMMENT ON TABLE api_tokens IS 'What tools show in place of a log-in, until it expires or is revoked.';
COMMENT ON COLUMN api_tokens.id IS 'Identity, random.';
COMMENT ON COLUMN api_tokens.user_id IS 'For whom it asks.';
COMMENT ON COLUMN api_tokens.hash IS 'SHA-256 of the token; the token itself is nowhere.';
COMMENT ON COLUMN api_tokens.name IS 'What the user calls it.';
COMMENT ON COLUMN api_tokens.scopes IS 'What it may do.';
COMMENT ON COLUMN api_tokens.created_at IS 'When it was made.';
COMMENT ON COLUMN api_tokens.expires_at IS 'When it ends.';
COMMENT ON COLUMN api_tokens.last_used_at IS 'When it was used last, to the minute; null for never.';

CREATE TABLE signing_keys (
  id uuid PRIMARY KEY,
  sealed bytea NOT NULL CHECK (octet_length(sealed) = 60),
  signs_from timestamptz NOT NULL
);
COMMENT ON TABLE signing_keys IS 'What access tokens are signed by, on all servers that share the keys by the database.';
COMMENT ON COLUMN signing_keys.id IS 'Identity, random; authenticated with the sealed key.';
COMMENT ON COLUMN signing_keys.sealed IS 'The key, as auth.Key.Seal encrypts it by a key that the database does not have.';
COMMENT ON COLUMN signing_keys.signs_from IS 'When it begins to sign, by the clock of the database; until when its tokens are good follows from the next one.';

CREATE TABLE coach_grants (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  coach_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE CHECK (coach_id <> athlete_id),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (athlete_id, coach_id)
);
CREATE INDEX coach_grants_coach ON coach_grants (coach_id);
COMMENT ON TABLE coach_grants IS 'Who may read and plan whose calendar, besides its owner.';
COMMENT ON COLUMN coach_grants.athlete_id IS 'Who granted.';
COMMENT ON COLUMN coach_grants.coach_id IS 'Who was granted.';
COMMENT ON COLUMN coach_grants.created_at IS 'Since when.';

CREATE TABLE coach_invitations (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  coach_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE CHECK (coach_id <> athlete_id),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (athlete_id, coach_id)
);
CREATE INDEX coach_invitations_coach ON coach_invitations (coach_id, created_at);
COMMENT ON TABLE coach_invitations IS 'Whom an athlete wants as a coach who has not accepted yet. The athlete is not told of it: it would tell whose address is a coach''s.';
COMMENT ON COLUMN coach_invitations.athlete_id IS 'Who invited.';
COMMENT ON COLUMN coach_invitations.coach_id IS 'Who was invited.';
COMMENT ON COLUMN coach_invitations.created_at IS 'When, the last time.';

CREATE TABLE calendars (
  athlete_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  revision integer NOT NULL CHECK (revision > 0),
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE calendars IS 'One row for each user. Whoever changes what feeds the athlete''s plan locks it first, so changes come one after the other.';
COMMENT ON COLUMN calendars.athlete_id IS 'Whose calendar.';
COMMENT ON COLUMN calendars.revision IS 'Grows with every change of anything that feeds the plan.';
COMMENT ON COLUMN calendars.changed_at IS 'Since when it has that revision: whoever was told of it on an earlier day knows another today.';

CREATE TABLE events (
  id uuid NOT NULL,
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  date date NOT NULL CHECK (date BETWEEN '1900-01-01' AND '2199-12-31'),
  sport sport NOT NULL,
  priority event_priority NOT NULL,
  expected_tss double precision CHECK (expected_tss BETWEEN 0 AND 2000),
  distance_meters double precision CHECK (distance_meters BETWEEN 0 AND 1000000),
  format event_format,
  expected_seconds integer CHECK (expected_seconds BETWEEN 1 AND 604800),
  ascent_meters double precision CHECK (ascent_meters BETWEEN 0 AND 30000),
  changed_revision integer NOT NULL DEFAULT 0 CHECK (changed_revision >= 0),
  PRIMARY KEY (athlete_id, id)
);
CREATE UNIQUE INDEX events_id ON events (id, athlete_id);
CREATE INDEX events_athlete ON events (athlete_id, date);
COMMENT ON TABLE events IS 'Races and tests that an athlete''s plan bends to.';
COMMENT ON COLUMN events.id IS 'Identity, random.';
COMMENT ON COLUMN events.athlete_id IS 'Whose.';
COMMENT ON COLUMN events.name IS 'What it is called.';
COMMENT ON COLUMN events.date IS 'Its day.';
COMMENT ON COLUMN events.sport IS 'Its sport; OTHER for several.';
COMMENT ON COLUMN events.priority IS 'How far the plan bends.';
COMMENT ON COLUMN events.expected_tss IS 'Its expected load.';
COMMENT ON COLUMN events.distance_meters IS 'Its length, in metres.';
COMMENT ON COLUMN events.format IS 'What kind of race it is; null where nobody said.';
COMMENT ON COLUMN events.expected_seconds IS 'How long it is expected to take, in seconds.';
COMMENT ON COLUMN events.ascent_meters IS 'How far it climbs, in metres.';
COMMENT ON COLUMN events.changed_revision IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';

CREATE TABLE check_ins (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  date date NOT NULL CHECK (date BETWEEN '1900-01-01' AND '2199-12-31'),
  sick boolean NOT NULL,
  fatigue smallint CHECK (fatigue BETWEEN 0 AND 10),
  sleep_seconds integer CHECK (sleep_seconds BETWEEN 0 AND 86400),
  hrv_rmssd double precision CHECK (hrv_rmssd BETWEEN 1 AND 300),
  soreness jsonb NOT NULL CHECK (jsonb_array_length(soreness) <= 4 AND octet_length(soreness::text) <= 1024),
  banned muscle_group[] NOT NULL CHECK (cardinality(banned) <= 4),
  banned_sports sport[] NOT NULL CHECK (cardinality(banned_sports) <= 13),
  note text CHECK (char_length(note) <= 500),
  changed_revision integer NOT NULL DEFAULT 0 CHECK (changed_revision >= 0),
  names_banned boolean NOT NULL DEFAULT true,
  names_banned_sports boolean NOT NULL DEFAULT true,
  athlete_sick boolean NOT NULL DEFAULT false,
  athlete_banned muscle_group[] NOT NULL DEFAULT '{}' CHECK (athlete_banned <@ banned),
  athlete_banned_sports sport[] NOT NULL DEFAULT '{}' CHECK (athlete_banned_sports <@ banned_sports),
  PRIMARY KEY (athlete_id, date)
);
COMMENT ON TABLE check_ins IS 'How an athlete is on a day; it holds until the next one.';
COMMENT ON COLUMN check_ins.athlete_id IS 'Who.';
COMMENT ON COLUMN check_ins.date IS 'The day.';
COMMENT ON COLUMN check_ins.sick IS 'Fever, or illness below the neck.';
COMMENT ON COLUMN check_ins.fatigue IS '0 (fresh) to 10 (spent).';
COMMENT ON COLUMN check_ins.sleep_seconds IS 'Sleep of the night before, in seconds.';
COMMENT ON COLUMN check_ins.hrv_rmssd IS 'Heart-rate variability as rMSSD, in milliseconds.';
COMMENT ON COLUMN check_ins.soreness IS 'Where it hurts from training: a list of training.Soreness.';
COMMENT ON COLUMN check_ins.banned IS 'Regions that may not be loaded.';
COMMENT ON COLUMN check_ins.banned_sports IS 'Sports that may not be done.';
COMMENT ON COLUMN check_ins.note IS 'In the athlete''s words.';
COMMENT ON COLUMN check_ins.changed_revision IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
COMMENT ON COLUMN check_ins.names_banned IS 'Whether banned was said of this day; else it is what goes on from the day before.';
COMMENT ON COLUMN check_ins.names_banned_sports IS 'Whether banned_sports was said of this day; else it is what goes on from the day before.';
COMMENT ON COLUMN check_ins.athlete_sick IS 'Whether the athlete said sick, which nobody else takes back then.';
COMMENT ON COLUMN check_ins.athlete_banned IS 'What of banned the athlete said, which nobody else takes back.';
COMMENT ON COLUMN check_ins.athlete_banned_sports IS 'What of banned_sports the athlete said, which nobody else takes back.';

CREATE TABLE restrictions (
  id uuid NOT NULL,
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  condition condition NOT NULL,
  source restriction_source NOT NULL,
  words text NOT NULL CHECK (char_length(words) <= 160),
  said_on date NOT NULL CHECK (said_on BETWEEN '1900-01-01' AND '2199-12-31'),
  said_by uuid REFERENCES users (id) ON DELETE SET NULL,
  cleared_at timestamptz,
  statement text CHECK (char_length(statement) BETWEEN 1 AND 500),
  since date CHECK (since BETWEEN '1900-01-01' AND '2199-12-31'),
  cleared_on date CHECK (cleared_on BETWEEN '1900-01-01' AND '2199-12-31'),
  ending restriction_ending,
  changed_revision integer NOT NULL DEFAULT 0 CHECK (changed_revision >= 0),
  CHECK ((cleared_at IS NULL) = (statement IS NULL)),
  CHECK (since <= said_on),
  CHECK ((cleared_at IS NULL) = (cleared_on IS NULL)),
  CHECK ((cleared_at IS NULL) = (ending IS NULL)),
  PRIMARY KEY (athlete_id, id)
);
CREATE UNIQUE INDEX restrictions_id ON restrictions (id, athlete_id);
CREATE UNIQUE INDEX restrictions_open ON restrictions (athlete_id, condition) WHERE cleared_at IS NULL;
CREATE INDEX restrictions_athlete ON restrictions (athlete_id, said_on, id);
CREATE INDEX restrictions_said_by ON restrictions (said_by);
COMMENT ON TABLE restrictions IS 'Conditions that somebody spoke of: each holds until the athlete states that it is over.';
COMMENT ON COLUMN restrictions.id IS 'Identity, random.';
COMMENT ON COLUMN restrictions.athlete_id IS 'Who.';
COMMENT ON COLUMN restrictions.condition IS 'What training has to heed.';
COMMENT ON COLUMN restrictions.source IS 'Where the words stood.';
COMMENT ON COLUMN restrictions.words IS 'The words; empty where it was stated as data.';
COMMENT ON COLUMN restrictions.said_on IS 'The athlete''s day on which it was said.';
COMMENT ON COLUMN restrictions.said_by IS 'By whom, the athlete or a coach; null when that account is gone.';
COMMENT ON COLUMN restrictions.since IS 'The day on which it began, of a birth that of the birth; null where nobody said.';
COMMENT ON COLUMN restrictions.cleared_at IS 'When the athlete stated that it has ended; null while it holds.';
COMMENT ON COLUMN restrictions.cleared_on IS 'The athlete''s day of cleared_at: the way back begins on it.';
COMMENT ON COLUMN restrictions.ending IS 'How it ended: OVER has a way back, NEVER_SO has none.';
COMMENT ON COLUMN restrictions.statement IS 'What the athlete stated.';
COMMENT ON COLUMN restrictions.changed_revision IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';

CREATE TABLE rule_overrides (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  rule_id text NOT NULL CHECK (rule_id ~ '^[A-Z]{2,5}(-[0-9]{1,2})?$'),
  limit_value double precision NOT NULL CHECK (limit_value BETWEEN -1000000 AND 1000000),
  set_by uuid REFERENCES users (id) ON DELETE SET NULL,
  set_at timestamptz NOT NULL,
  changed_revision integer NOT NULL DEFAULT 0 CHECK (changed_revision >= 0),
  PRIMARY KEY (athlete_id, rule_id)
);
CREATE INDEX rule_overrides_set_by ON rule_overrides (set_by);
COMMENT ON TABLE rule_overrides IS 'Limits of an athlete''s own, in place of a rule''s.';
COMMENT ON COLUMN rule_overrides.athlete_id IS 'For whom.';
COMMENT ON COLUMN rule_overrides.rule_id IS 'Which rule, such as INT-1.';
COMMENT ON COLUMN rule_overrides.limit_value IS 'The limit, in the rule''s unit.';
COMMENT ON COLUMN rule_overrides.set_by IS 'Who set it, the athlete or a coach; null when the account is gone.';
COMMENT ON COLUMN rule_overrides.set_at IS 'When.';
COMMENT ON COLUMN rule_overrides.changed_revision IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';

-- ---- workouts --------------------------------------------------------------------------------------------------

CREATE TABLE workouts (
  id uuid PRIMARY KEY,
  owner_id uuid REFERENCES users (id) ON DELETE CASCADE,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
  description text NOT NULL CHECK (char_length(description) <= 4000),
  sport sport NOT NULL,
  focus focus NOT NULL,
  tags text[] NOT NULL CHECK (cardinality(tags) <= 12),
  tag_words text NOT NULL CHECK (char_length(tag_words) <= 500),
  duration_seconds integer NOT NULL CHECK (duration_seconds >= 0),
  distance_meters double precision CHECK (distance_meters >= 0),
  tss double precision NOT NULL CHECK (tss >= 0 AND tss < 'Infinity'),
  load_method load_method NOT NULL,
  intensity_factor double precision NOT NULL CHECK (intensity_factor >= 0 AND intensity_factor < 'Infinity'),
  lower_body_load double precision NOT NULL CHECK (lower_body_load >= 0 AND lower_body_load < 'Infinity'),
  hard_leg_sets integer NOT NULL CHECK (hard_leg_sets >= 0),
  zone_seconds integer[] NOT NULL CHECK (cardinality(zone_seconds) = 7),
  exercise_ids text[] NOT NULL CHECK (cardinality(exercise_ids) <= 1000),
  by_distance boolean NOT NULL,
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  revision integer NOT NULL CHECK (revision > 0),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || description || ' ' || tag_words)) STORED,
  archived boolean NOT NULL DEFAULT false,
  copy_of uuid,
  body text NOT NULL CHECK (octet_length(body) BETWEEN 2 AND 1048576),
  family text CHECK (char_length(family) BETWEEN 1 AND 20),
  level smallint CHECK (level BETWEEN 1 AND 100),
  reading integer NOT NULL DEFAULT 0 CHECK (reading >= 0),
  written boolean NOT NULL DEFAULT false,
  by_thresholds boolean NOT NULL DEFAULT false,
  CONSTRAINT workouts_level_of_family CHECK (level IS NULL OR family IS NOT NULL)
);
CREATE INDEX workouts_owner ON workouts (owner_id, sport, duration_seconds);
CREATE INDEX workouts_sport ON workouts (sport, focus, duration_seconds);
CREATE INDEX workouts_title ON workouts (lower(title) COLLATE "C", id);
CREATE INDEX workouts_duration ON workouts (duration_seconds, id);
CREATE INDEX workouts_tss ON workouts (tss, id);
CREATE INDEX workouts_created ON workouts (created_at, id);
CREATE INDEX workouts_updated ON workouts (updated_at, id);
CREATE INDEX workouts_tags ON workouts USING gin (tags);
CREATE INDEX workouts_exercises ON workouts USING gin (exercise_ids);
CREATE INDEX workouts_words ON workouts USING gin (words);
CREATE INDEX workouts_zone_1 ON workouts ((zone_seconds[1]));
CREATE INDEX workouts_zone_2 ON workouts ((zone_seconds[2]));
CREATE INDEX workouts_zone_3 ON workouts ((zone_seconds[3]));
CREATE INDEX workouts_zone_4 ON workouts ((zone_seconds[4]));
CREATE INDEX workouts_zone_5 ON workouts ((zone_seconds[5]));
CREATE INDEX workouts_zone_6 ON workouts ((zone_seconds[6]));
CREATE INDEX workouts_zone_7 ON workouts ((zone_seconds[7]));
CREATE INDEX workouts_old_form ON workouts (id) WHERE (body LIKE '[%');
CREATE INDEX workouts_family ON workouts (family, level, duration_seconds);
CREATE INDEX workouts_level ON workouts (level);
CREATE INDEX workouts_reading ON workouts (reading);
CREATE INDEX workouts_by_thresholds ON workouts (owner_id, id) WHERE (by_thresholds);
COMMENT ON TABLE workouts IS 'Workouts: the shared library, people''s own, and what finished sessions keep of either.';
COMMENT ON COLUMN workouts.id IS 'Identity; of the shared library the same on every machine.';
COMMENT ON COLUMN workouts.owner_id IS 'Whose; null for the shared library.';
COMMENT ON COLUMN workouts.title IS 'Title.';
COMMENT ON COLUMN workouts.description IS 'Plain text.';
COMMENT ON COLUMN workouts.sport IS 'Sport it counts as.';
COMMENT ON COLUMN workouts.focus IS 'What it develops.';
COMMENT ON COLUMN workouts.tags IS 'Words to find it by.';
COMMENT ON COLUMN workouts.tag_words IS 'The tags with spaces between: what a generated column is made of must be immutable, and array_to_string is not.';
COMMENT ON COLUMN workouts.body IS 'What to do: the canonical form of its blocks, as training.EncodeBlocks writes it.';
COMMENT ON COLUMN workouts.family IS 'The family of sessions that session.LevelFor reads it as, by its owner''s thresholds; null where it fits none.';
COMMENT ON COLUMN workouts.level IS 'Its rung there, from 1; null where the family has no ladder, or there is no family.';
COMMENT ON COLUMN workouts.reading IS 'Which edition of the reading family and level are of, 0 before any; a starting server reads older ones anew.';
COMMENT ON COLUMN workouts.by_thresholds IS 'Family and level go by the thresholds of who does it: it asks for watts, a pace or beats, or is somebody''s own by metres.';
COMMENT ON COLUMN workouts.written IS 'It was written for a plan: no search for another plan finds it, which so is the same whoever was planned for before.';
COMMENT ON COLUMN workouts.duration_seconds IS 'Of all steps, in seconds, measured by training.Measure at reference thresholds, like all that follows up to by_distance.';
COMMENT ON COLUMN workouts.distance_meters IS 'In metres, where every moving step has or implies one.';
COMMENT ON COLUMN workouts.tss IS 'Training stress.';
COMMENT ON COLUMN workouts.load_method IS 'How tss was got.';
COMMENT ON COLUMN workouts.intensity_factor IS 'Mean intensity as a fraction of threshold.';
COMMENT ON COLUMN workouts.lower_body_load IS 'tss weighted by what it asks of the legs.';
COMMENT ON COLUMN workouts.hard_leg_sets IS 'Hard sets of squat, hinge and lunge patterns.';
COMMENT ON COLUMN workouts.zone_seconds IS 'Seconds in zones 1 to 7.';
COMMENT ON COLUMN workouts.exercise_ids IS 'Exercises of the catalogue it has, each once.';
COMMENT ON COLUMN workouts.by_distance IS 'Some step is by distance, work or calories: the athlete''s speed or power decides how long it takes.';
COMMENT ON COLUMN workouts.content_hash IS 'SHA-256 of title, description, sport, focus, tags and blocks: seeding compares it.';
COMMENT ON COLUMN workouts.revision IS 'Grows with each change, from 1.';
COMMENT ON COLUMN workouts.created_at IS 'When it was made.';
COMMENT ON COLUMN workouts.updated_at IS 'When it was last changed.';
COMMENT ON COLUMN workouts.words IS 'What the text filter looks in.';
COMMENT ON COLUMN workouts.archived IS 'Kept for finished sessions, as it was done, and for acts that are taken back: found by its id only, never changed or scheduled again.';
COMMENT ON COLUMN workouts.copy_of IS 'The workout that it was first copied from, which may be gone; null for one that is no copy.';

CREATE TABLE embedders (
  id text PRIMARY KEY CHECK (char_length(id) BETWEEN 1 AND 100),
  served_at timestamptz NOT NULL
);
COMMENT ON TABLE embedders IS 'What makes vectors of workouts. Each server finds by its own; vectors of one that no server uses any more are deleted.';
COMMENT ON COLUMN embedders.id IS 'Names all that changes a vector.';
COMMENT ON COLUMN embedders.served_at IS 'When a server last used it, or filled it up to use it.';

CREATE TABLE workout_vectors (
  workout_id uuid NOT NULL REFERENCES workouts (id) ON DELETE CASCADE,
  embedder_id text NOT NULL REFERENCES embedders (id),
  embedding vector(384) NOT NULL,
  version bigint CHECK (version > 0),
  PRIMARY KEY (workout_id, embedder_id)
);
CREATE INDEX workout_vectors_embedding ON workout_vectors USING hnsw (embedding vector_cosine_ops);
CREATE INDEX workout_vectors_version ON workout_vectors (version) WHERE (version IS NOT NULL);
COMMENT ON TABLE workout_vectors IS 'What workouts mean. A vector is of the workout as it is: whatever changes a workout deletes its vectors.';
COMMENT ON COLUMN workout_vectors.workout_id IS 'Of which workout.';
COMMENT ON COLUMN workout_vectors.embedder_id IS 'Who made the vector; vectors of two embedders are never compared.';
COMMENT ON COLUMN workout_vectors.embedding IS 'A unit vector.';
COMMENT ON COLUMN workout_vectors.version IS 'The version that the shared library got with it; null for somebody''s own workout, and for what is older than versions.';

CREATE TABLE library_state (
  one boolean PRIMARY KEY CHECK (one),
  version bigint NOT NULL CHECK (version >= 0),
  rewritten bigint NOT NULL CHECK (rewritten >= 0)
);
COMMENT ON TABLE library_state IS 'Where the shared library stands, so that who remembers it knows what to read anew. No row before the first change.';
COMMENT ON COLUMN library_state.one IS 'There is one row.';
COMMENT ON COLUMN library_state.version IS 'Grows with each change that gives a shared workout a vector, in the transaction of the change.';
COMMENT ON COLUMN library_state.rewritten IS 'Grows where families of shared workouts are read anew: all is to be read then.';

-- ---- plan runs -------------------------------------------------------------------------------------------------

CREATE SEQUENCE worker_ids AS integer MINVALUE 1 CYCLE;
COMMENT ON SEQUENCE worker_ids IS 'Numbers for workers: each holds the advisory lock of its number while it lives.';

CREATE SEQUENCE plan_run_numbers;
COMMENT ON SEQUENCE plan_run_numbers IS 'Numbers of runs, in the order in which they are asked for.';

CREATE TABLE plan_runs (
  id uuid NOT NULL,
  number bigint NOT NULL DEFAULT nextval('plan_run_numbers'),
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  requested_by uuid REFERENCES users (id) ON DELETE SET NULL,
  from_date date NOT NULL CHECK (from_date BETWEEN '1900-01-01' AND '2199-12-31'),
  days smallint NOT NULL CHECK (days BETWEEN 1 AND 28),
  wish text NOT NULL CHECK (char_length(wish) <= 500),
  engine engine NOT NULL,
  keep_planned boolean NOT NULL,
  apply boolean NOT NULL,
  target_fitness double precision CHECK (target_fitness BETWEEN 0 AND 250),
  seed integer NOT NULL,
  idempotency_key text CHECK (char_length(idempotency_key) BETWEEN 1 AND 200),
  status run_status NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  failure text CHECK (char_length(failure) <= 2000),
  proposal jsonb CHECK (jsonb_array_length(proposal) <= 336 AND pg_column_size(proposal) <= 1048576),
  changes jsonb CHECK (jsonb_array_length(changes) <= 672 AND pg_column_size(changes) <= 1048576),
  certificate bytea CHECK (octet_length(certificate) <= 8388608),
  calendar_revision integer CHECK (calendar_revision > 0),
  applied boolean NOT NULL,
  images jsonb CHECK (pg_column_size(images) <= 2097152),
  progress bytea CHECK (octet_length(progress) <= 8388608),
  event_count integer NOT NULL CHECK (event_count BETWEEN 0 AND 20000),
  cancel_requested_by uuid REFERENCES users (id) ON DELETE SET NULL,
  cancel_requested boolean NOT NULL,
  token bigint NOT NULL CHECK (token >= 0),
  attempts smallint NOT NULL CHECK (attempts >= 0),
  worker_id integer,
  lease_until timestamptz,
  model text CHECK (char_length(model) BETWEEN 1 AND 100),
  prompt_version text CHECK (char_length(prompt_version) BETWEEN 1 AND 40),
  model_requests integer NOT NULL DEFAULT 0 CHECK (model_requests >= 0),
  input_tokens integer NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
  output_tokens integer NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
  goal jsonb CHECK (jsonb_typeof(goal) = 'object' AND octet_length(goal::text) <= 2048),
  candidates smallint NOT NULL DEFAULT 1 CHECK (candidates BETWEEN 1 AND 3),
  ways bytea CHECK (octet_length(ways) <= 16777216),
  chosen smallint CHECK (chosen BETWEEN 1 AND 3),
  wishes jsonb CHECK (jsonb_array_length(wishes) <= 24 AND octet_length(wishes::text) <= 65536),
  heard jsonb CHECK (jsonb_array_length(heard) <= 48 AND octet_length(heard::text) <= 131072),
  questions jsonb CHECK (jsonb_array_length(questions) <= 3 AND octet_length(questions::text) <= 65536),
  events bytea CHECK (octet_length(events) <= 16777216),
  CHECK ((status IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
  CHECK ((status = 'RUNNING') = (lease_until IS NOT NULL)),
  PRIMARY KEY (athlete_id, id)
);
ALTER TABLE plan_runs ALTER COLUMN certificate SET STORAGE EXTERNAL, ALTER COLUMN progress SET STORAGE EXTERNAL,
  ALTER COLUMN ways SET STORAGE EXTERNAL, ALTER COLUMN events SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX plan_runs_athlete ON plan_runs (id, athlete_id);
CREATE UNIQUE INDEX plan_runs_idempotency ON plan_runs (requested_by, athlete_id, idempotency_key);
CREATE UNIQUE INDEX plan_runs_running ON plan_runs (athlete_id) WHERE status = 'RUNNING';
CREATE INDEX plan_runs_open ON plan_runs (athlete_id, number) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX plan_runs_newest ON plan_runs (athlete_id, created_at, id);
CREATE INDEX plan_runs_finished ON plan_runs (finished_at);
CREATE INDEX plan_runs_unpacked ON plan_runs (finished_at) WHERE events IS NULL AND event_count > 0 AND status IN ('SUCCEEDED', 'FAILED');
CREATE INDEX plan_runs_cancelled_by ON plan_runs (cancel_requested_by);
CREATE INDEX plan_runs_requested ON plan_runs (requested_by, created_at);
CREATE INDEX plan_runs_served ON plan_runs (requested_by, started_at);
CREATE INDEX plan_runs_consulted ON plan_runs (athlete_id, started_at) WHERE model IS NOT NULL;
COMMENT ON TABLE plan_runs IS 'Requests for a plan and what became of them; at the same time the queue that workers take them from.';
COMMENT ON COLUMN plan_runs.id IS 'Identity, random.';
COMMENT ON COLUMN plan_runs.number IS 'Order in which runs are taken; nobody sees it.';
COMMENT ON COLUMN plan_runs.athlete_id IS 'For whom.';
COMMENT ON COLUMN plan_runs.requested_by IS 'By whom, the athlete or a coach; null for a coach whose account is gone.';
COMMENT ON COLUMN plan_runs.from_date IS 'First planned day.';
COMMENT ON COLUMN plan_runs.days IS 'How many days.';
COMMENT ON COLUMN plan_runs.wish IS 'In the athlete''s words; empty for none.';
COMMENT ON COLUMN plan_runs.engine IS 'Who is to propose.';
COMMENT ON COLUMN plan_runs.keep_planned IS 'Whether what is planned stays unless a rule needs it moved.';
COMMENT ON COLUMN plan_runs.apply IS 'Whether the plan goes onto the calendar at the end.';
COMMENT ON COLUMN plan_runs.target_fitness IS 'Fitness (CTL) wanted on the last day.';
COMMENT ON COLUMN plan_runs.seed IS 'Same inputs and seed: the same plan.';
COMMENT ON COLUMN plan_runs.idempotency_key IS 'The requester''s name for the request: the same key answers with the same run.';
COMMENT ON COLUMN plan_runs.status IS 'Where it stands.';
COMMENT ON COLUMN plan_runs.created_at IS 'When it was asked for.';
COMMENT ON COLUMN plan_runs.started_at IS 'When a worker first took it.';
COMMENT ON COLUMN plan_runs.finished_at IS 'When it ended.';
COMMENT ON COLUMN plan_runs.failure IS 'Why there is no plan.';
COMMENT ON COLUMN plan_runs.proposal IS 'What it proposes: a list of planner.ProposedSession.';
COMMENT ON COLUMN plan_runs.changes IS 'What it does to the calendar: a list of planner.Change.';
COMMENT ON COLUMN plan_runs.certificate IS 'What the rules say: a rules.Certificate, packed.';
COMMENT ON COLUMN plan_runs.calendar_revision IS 'Revision of the calendar the proposal was made for.';
COMMENT ON COLUMN plan_runs.applied IS 'Whether its proposal stands on the calendar.';
COMMENT ON COLUMN plan_runs.images IS 'The days it changed, before and after, so that it can be taken back; null until it is applied.';
COMMENT ON COLUMN plan_runs.progress IS 'Where a worker goes on; the planner''s own, packed.';
COMMENT ON COLUMN plan_runs.event_count IS 'Sequence of its last event.';
COMMENT ON COLUMN plan_runs.cancel_requested_by IS 'Who asked to cancel it; null when that account is gone.';
COMMENT ON COLUMN plan_runs.cancel_requested IS 'Whether somebody asked to cancel it.';
COMMENT ON COLUMN plan_runs.token IS 'Grows each time a worker takes it: what an earlier worker writes is refused.';
COMMENT ON COLUMN plan_runs.attempts IS 'How often a worker took it.';
COMMENT ON COLUMN plan_runs.worker_id IS 'Number of the worker that has it.';
COMMENT ON COLUMN plan_runs.lease_until IS 'When the worker loses it unless it is heard of; by the database''s clock.';
COMMENT ON COLUMN plan_runs.model IS 'Name of the language model that it asked; null where it asked none.';
COMMENT ON COLUMN plan_runs.prompt_version IS 'Version of the instructions that the model was given; null where none was asked.';
COMMENT ON COLUMN plan_runs.model_requests IS 'Requests sent to the model.';
COMMENT ON COLUMN plan_runs.input_tokens IS 'Tokens that the model read.';
COMMENT ON COLUMN plan_runs.output_tokens IS 'Tokens that the model wrote, thinking included.';
COMMENT ON COLUMN plan_runs.goal IS 'What the athlete trains for in this plan, in place of the profile''s: a training.TrainingGoal; null for the profile''s.';
COMMENT ON COLUMN plan_runs.candidates IS 'How many fortnights are asked for.';
COMMENT ON COLUMN plan_runs.ways IS 'The fortnights it proposes where several were asked for: a list of planner.Candidate, whose first is the proposal itself, packed.';
COMMENT ON COLUMN plan_runs.events IS 'Its events, all of them, packed, once they are no rows of plan_events any more.';
COMMENT ON COLUMN plan_runs.chosen IS 'Which of several was put onto the calendar last, from 1; null for none, or where there is but one.';
COMMENT ON COLUMN plan_runs.wishes IS 'What is wished for as data: a list of wish.Wish; null for nothing.';
COMMENT ON COLUMN plan_runs.heard IS 'What was wished for, in words and as data, and what became of it: a list of planner.Heard.';
COMMENT ON COLUMN plan_runs.questions IS 'What can be read in several ways: a list of wish.Question.';

CREATE TABLE plan_events (
  run_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 20000),
  kind text NOT NULL CHECK (kind ~ '^[A-Z][A-Za-z]{1,39}$'),
  stage stage NOT NULL,
  at timestamptz NOT NULL,
  message text NOT NULL CHECK (char_length(message) <= 2000),
  payload jsonb NOT NULL CHECK (pg_column_size(payload) <= 8388608),
  athlete_id uuid NOT NULL,
  PRIMARY KEY (athlete_id, run_id, sequence),
  FOREIGN KEY (run_id, athlete_id) REFERENCES plan_runs (id, athlete_id) ON DELETE CASCADE
);
COMMENT ON TABLE plan_events IS 'What a run decided, in order.';
COMMENT ON COLUMN plan_events.run_id IS 'Which run.';
COMMENT ON COLUMN plan_events.athlete_id IS 'Whose run.';
COMMENT ON COLUMN plan_events.sequence IS '1, 2, 3, … without a gap.';
COMMENT ON COLUMN plan_events.kind IS 'Name of the event''s type in the schema.';
COMMENT ON COLUMN plan_events.stage IS 'In which stage.';
COMMENT ON COLUMN plan_events.at IS 'When.';
COMMENT ON COLUMN plan_events.message IS 'In a sentence.';
COMMENT ON COLUMN plan_events.payload IS 'What planner.EncodeEvent makes of it.';

-- ---- calendar --------------------------------------------------------------------------------------------------

CREATE TABLE planned_sessions (
  id uuid NOT NULL,
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  date date NOT NULL CHECK (date BETWEEN '1900-01-01' AND '2199-12-31'),
  start time NOT NULL,
  workout_id uuid NOT NULL REFERENCES workouts (id),
  status session_status NOT NULL,
  lock lock_scope,
  key boolean NOT NULL,
  key_flagged boolean NOT NULL,
  rationale text CHECK (char_length(rationale) <= 1000),
  run_id uuid,
  result_duration_seconds integer CHECK (result_duration_seconds BETWEEN 60 AND 172800),
  result_tss double precision CHECK (result_tss BETWEEN 0 AND 2000),
  result_rpe smallint CHECK (result_rpe BETWEEN 1 AND 10),
  result_comment text CHECK (char_length(result_comment) <= 1000),
  completed_at timestamptz,
  skip_reason text CHECK (char_length(skip_reason) <= 500),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  skipped_on date CHECK (skipped_on BETWEEN '1900-01-01' AND '2199-12-31'),
  skipped boolean NOT NULL DEFAULT false,
  result_completed_share double precision CHECK (result_completed_share BETWEEN 0 AND 1),
  result_lifts jsonb CHECK (jsonb_array_length(result_lifts) BETWEEN 1 AND 30 AND octet_length(result_lifts::text) <= 65536),
  changed_revision integer NOT NULL DEFAULT 0 CHECK (changed_revision >= 0),
  coach_note text CHECK (char_length(coach_note) BETWEEN 1 AND 500),
  athlete_note text CHECK (char_length(athlete_note) BETWEEN 1 AND 500),
  alone text CHECK (char_length(alone) <= 1000),
  leans jsonb CHECK (jsonb_array_length(leans) BETWEEN 1 AND 40),
  rests jsonb CHECK (jsonb_array_length(rests) BETWEEN 1 AND 40),
  bare text CHECK (char_length(bare) <= 1000),
  CONSTRAINT planned_sessions_grounds CHECK ((rests IS NULL) = (bare IS NULL)),
  FOREIGN KEY (run_id, athlete_id) REFERENCES plan_runs (id, athlete_id),
  CHECK ((status = 'COMPLETED') = (completed_at IS NOT NULL)),
  CHECK ((result_duration_seconds IS NULL) = (result_tss IS NULL) AND (completed_at IS NOT NULL OR result_tss IS NULL)),
  CHECK (status = 'COMPLETED' OR NOT skipped),
  PRIMARY KEY (athlete_id, id)
);
CREATE UNIQUE INDEX planned_sessions_athlete ON planned_sessions (id, athlete_id);
CREATE INDEX planned_sessions_day ON planned_sessions (athlete_id, date, start, id);
CREATE INDEX planned_sessions_workout ON planned_sessions (workout_id);
CREATE INDEX planned_sessions_run ON planned_sessions (run_id);
COMMENT ON TABLE planned_sessions IS 'Workouts on days of calendars.';
COMMENT ON COLUMN planned_sessions.id IS 'Identity, random.';
COMMENT ON COLUMN planned_sessions.athlete_id IS 'On whose calendar.';
COMMENT ON COLUMN planned_sessions.date IS 'On which day.';
COMMENT ON COLUMN planned_sessions.start IS 'When it begins, by the athlete''s wall clock.';
COMMENT ON COLUMN planned_sessions.workout_id IS 'What to do: a workout of the shared library or the athlete''s own.';
COMMENT ON COLUMN planned_sessions.status IS 'What became of it.';
COMMENT ON COLUMN planned_sessions.lock IS 'Which part no planner may touch; null for none.';
COMMENT ON COLUMN planned_sessions.key IS 'The planner counts it among those that matter most.';
COMMENT ON COLUMN planned_sessions.key_flagged IS 'The athlete or a coach counts it among them.';
COMMENT ON COLUMN planned_sessions.rationale IS 'Why it stands here, where a planner put it.';
COMMENT ON COLUMN planned_sessions.alone IS 'What of the rationale holds wherever the session and others stand; null where nothing else is said.';
COMMENT ON COLUMN planned_sessions.leans IS 'The days whose sessions the rationale speaks of.';
COMMENT ON COLUMN planned_sessions.rests IS 'What else the rationale rests on: thresholds, events, hours, and days on which something was done.';
COMMENT ON COLUMN planned_sessions.bare IS 'What of the rationale holds whatever becomes of rests.';
COMMENT ON COLUMN planned_sessions.run_id IS 'The run that put it here; null for by hand.';
COMMENT ON COLUMN planned_sessions.result_duration_seconds IS 'How long it was as recorded by hand, in seconds; null where an activity alone tells.';
COMMENT ON COLUMN planned_sessions.result_tss IS 'What load it was as recorded by hand; that of the activity counts where one fulfils the session.';
COMMENT ON COLUMN planned_sessions.result_rpe IS 'How hard it felt as recorded by hand, 1 to 10.';
COMMENT ON COLUMN planned_sessions.result_comment IS 'In the athlete''s words.';
COMMENT ON COLUMN planned_sessions.completed_at IS 'When it was recorded as done.';
COMMENT ON COLUMN planned_sessions.skip_reason IS 'Why it was not done, in the athlete''s words.';
COMMENT ON COLUMN planned_sessions.created_at IS 'When it was put here.';
COMMENT ON COLUMN planned_sessions.updated_at IS 'When it was last changed.';
COMMENT ON COLUMN planned_sessions.skipped_on IS 'The athlete''s day on which it was skipped; null where it was not.';
COMMENT ON COLUMN planned_sessions.result_completed_share IS 'How much of what was planned was done, 0 to 1, as recorded by hand; null where nobody said.';
COMMENT ON COLUMN planned_sessions.result_lifts IS 'What was lifted as recorded by hand: a list of training.LiftedExercise; null where nobody said.';
COMMENT ON COLUMN planned_sessions.skipped IS 'It was skipped before an activity fulfilled it, and is again without the activity.';
COMMENT ON COLUMN planned_sessions.changed_revision IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
COMMENT ON COLUMN planned_sessions.coach_note IS 'What a coach tells the athlete of it; null for nothing.';
COMMENT ON COLUMN planned_sessions.athlete_note IS 'What the athlete notes beside it; null for nothing.';

CREATE TABLE removed_things (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 100),
  revision integer NOT NULL CHECK (revision > 0),
  type text CHECK (char_length(type) BETWEEN 1 AND 40),
  PRIMARY KEY (athlete_id, id)
);
CREATE INDEX removed_things_id ON removed_things (id);
COMMENT ON TABLE removed_things IS 'Sessions, events and activities that were removed, limits of rules and locks of days that went, so that who still shows one is told.';
COMMENT ON COLUMN removed_things.athlete_id IS 'Whose it was.';
COMMENT ON COLUMN removed_things.id IS 'What it had in the API.';
COMMENT ON COLUMN removed_things.revision IS 'The first of the calendar without it.';
COMMENT ON COLUMN removed_things.type IS 'What it was, as the API names its type; null before such was noted.';

CREATE TABLE day_locks (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  date date NOT NULL CHECK (date BETWEEN '1900-01-01' AND '2199-12-31'),
  locked_by uuid REFERENCES users (id) ON DELETE SET NULL,
  locked_at timestamptz NOT NULL,
  PRIMARY KEY (athlete_id, date)
);
CREATE INDEX day_locks_locked_by ON day_locks (locked_by);
COMMENT ON TABLE day_locks IS 'Days that stay as they are: nothing is added, moved or taken away.';
COMMENT ON COLUMN day_locks.athlete_id IS 'On whose calendar.';
COMMENT ON COLUMN day_locks.date IS 'Which day.';
COMMENT ON COLUMN day_locks.locked_by IS 'Who locked it; null when the account is gone.';
COMMENT ON COLUMN day_locks.locked_at IS 'When.';

CREATE TABLE calendar_changes (
  id uuid NOT NULL,
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  revision integer NOT NULL CHECK (revision > 0),
  act calendar_act NOT NULL,
  made_by uuid REFERENCES users (id) ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  run_id uuid,
  images jsonb NOT NULL CHECK (pg_column_size(images) <= 2097152),
  FOREIGN KEY (run_id, athlete_id) REFERENCES plan_runs (id, athlete_id),
  CHECK ((act IN ('APPLY_PLAN', 'REVERT_PLAN')) = (run_id IS NOT NULL)),
  PRIMARY KEY (athlete_id, id)
);
CREATE UNIQUE INDEX calendar_changes_id ON calendar_changes (id, athlete_id);
CREATE UNIQUE INDEX calendar_changes_newest ON calendar_changes (athlete_id, revision);
CREATE INDEX calendar_changes_made_by ON calendar_changes (made_by);
CREATE INDEX calendar_changes_run ON calendar_changes (run_id);
COMMENT ON TABLE calendar_changes IS 'What was done to calendars, the newest acts: the last can be taken back, and then the one before.';
COMMENT ON COLUMN calendar_changes.id IS 'Identity, random.';
COMMENT ON COLUMN calendar_changes.athlete_id IS 'To whose calendar.';
COMMENT ON COLUMN calendar_changes.revision IS 'Revision that the calendar got by it.';
COMMENT ON COLUMN calendar_changes.act IS 'What was done.';
COMMENT ON COLUMN calendar_changes.made_by IS 'By whom, the athlete or a coach, of a plan who asked for it; null for a coach whose account is gone.';
COMMENT ON COLUMN calendar_changes.made_at IS 'When.';
COMMENT ON COLUMN calendar_changes.run_id IS 'The run whose plan was put on or taken off.';
COMMENT ON COLUMN calendar_changes.images IS 'Sessions, activities and locks of days before and after, so that it can be taken back; of what is too large the days alone.';

CREATE TABLE answered_requests (
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  requested_by uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  idempotency_key text NOT NULL CHECK (char_length(idempotency_key) BETWEEN 1 AND 200),
  request bytea CHECK (octet_length(request) = 32),
  answer jsonb NOT NULL CHECK (pg_column_size(answer) <= 65536),
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (athlete_id, requested_by, idempotency_key)
);
CREATE INDEX answered_requests_requested_by ON answered_requests (requested_by);
COMMENT ON TABLE answered_requests IS 'Acts that were done once for a key: sent again they are answered, and not done.';
COMMENT ON COLUMN answered_requests.athlete_id IS 'For whom it was done.';
COMMENT ON COLUMN answered_requests.requested_by IS 'By whom, the athlete or a coach.';
COMMENT ON COLUMN answered_requests.idempotency_key IS 'The requester''s name for it.';
COMMENT ON COLUMN answered_requests.request IS 'SHA-256 of what was asked, by which another request is told; null where that was not kept.';
COMMENT ON COLUMN answered_requests.answer IS 'Ids of what it made or changed.';
COMMENT ON COLUMN answered_requests.answered_at IS 'When.';

CREATE TABLE activities (
  id uuid NOT NULL,
  athlete_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  external_id text CHECK (char_length(external_id) BETWEEN 1 AND 200),
  date date NOT NULL CHECK (date BETWEEN '1900-01-01' AND '2199-12-31'),
  start time,
  sport sport NOT NULL,
  duration_seconds integer NOT NULL CHECK (duration_seconds BETWEEN 60 AND 172800),
  distance_meters double precision CHECK (distance_meters BETWEEN 0 AND 2000000),
  tss double precision NOT NULL CHECK (tss BETWEEN 0 AND 2000),
  load_method load_method NOT NULL,
  rpe smallint CHECK (rpe BETWEEN 1 AND 10),
  average_heart_rate smallint CHECK (average_heart_rate BETWEEN 30 AND 250),
  intensity_factor double precision CHECK (intensity_factor BETWEEN 0 AND 4),
  high_intensity_seconds integer CHECK (high_intensity_seconds BETWEEN 0 AND 172800),
  hard_leg_sets smallint CHECK (hard_leg_sets BETWEEN 0 AND 100),
  session_id uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  pace_factor double precision CHECK (pace_factor BETWEEN 0.2 AND 2.5),
  matched_by matched_by,
  matching matching NOT NULL DEFAULT 'ANY',
  duplicate_of uuid,
  kept boolean NOT NULL DEFAULT false,
  aliases text[] NOT NULL DEFAULT '{}' CHECK (cardinality(aliases) <= 20),
  note text CHECK (char_length(note) BETWEEN 1 AND 500),
  lifts jsonb CHECK (jsonb_array_length(lifts) BETWEEN 1 AND 30 AND octet_length(lifts::text) <= 65536),
  changed_revision integer NOT NULL DEFAULT 0 CHECK (changed_revision >= 0),
  FOREIGN KEY (session_id, athlete_id) REFERENCES planned_sessions (id, athlete_id),
  CHECK ((session_id IS NULL) = (matched_by IS NULL)),
  CHECK (duplicate_of IS NULL OR session_id IS NULL AND duplicate_of <> id),
  PRIMARY KEY (athlete_id, id)
);
CREATE UNIQUE INDEX activities_athlete ON activities (id, athlete_id);
ALTER TABLE activities ADD FOREIGN KEY (duplicate_of, athlete_id) REFERENCES activities (id, athlete_id);
CREATE UNIQUE INDEX activities_external ON activities (athlete_id, external_id);
CREATE INDEX activities_newest ON activities (athlete_id, date, (COALESCE(start, '00:00'::time)), id);
CREATE INDEX activities_latest ON activities (athlete_id, (date + COALESCE(start, '00:00'::time)), id);
CREATE UNIQUE INDEX activities_session ON activities (session_id, athlete_id);
CREATE INDEX activities_duplicate ON activities (duplicate_of);
COMMENT ON TABLE activities IS 'What athletes did, planned or not.';
COMMENT ON COLUMN activities.id IS 'Identity, random.';
COMMENT ON COLUMN activities.athlete_id IS 'Who.';
COMMENT ON COLUMN activities.external_id IS 'Its name in the source it came from; one that comes again replaces the earlier one.';
COMMENT ON COLUMN activities.date IS 'On which day.';
COMMENT ON COLUMN activities.start IS 'When it began, by the athlete''s wall clock, where known.';
COMMENT ON COLUMN activities.sport IS 'Its sport.';
COMMENT ON COLUMN activities.duration_seconds IS 'How long, in seconds.';
COMMENT ON COLUMN activities.distance_meters IS 'How far, in metres.';
COMMENT ON COLUMN activities.tss IS 'Its load.';
COMMENT ON COLUMN activities.load_method IS 'How tss was got.';
COMMENT ON COLUMN activities.rpe IS 'How hard it felt, 1 to 10.';
COMMENT ON COLUMN activities.average_heart_rate IS 'In beats a minute.';
COMMENT ON COLUMN activities.intensity_factor IS 'As a fraction of threshold.';
COMMENT ON COLUMN activities.pace_factor IS 'Mean pace as a fraction of threshold, where tss was got from it.';
COMMENT ON COLUMN activities.high_intensity_seconds IS 'Time at or above 0.95 of threshold, in seconds.';
COMMENT ON COLUMN activities.hard_leg_sets IS 'Hard sets for the legs.';
COMMENT ON COLUMN activities.session_id IS 'The planned session it fulfils, which is COMPLETED; no other activity does.';
COMMENT ON COLUMN activities.created_at IS 'When it was first recorded.';
COMMENT ON COLUMN activities.updated_at IS 'When it was last replaced.';
COMMENT ON COLUMN activities.matched_by IS 'How it came to fulfil its session.';
COMMENT ON COLUMN activities.matching IS 'Which sessions it may be matched to.';
COMMENT ON COLUMN activities.duplicate_of IS 'The activity it may be a duplicate of; it does not count then.';
COMMENT ON COLUMN activities.kept IS 'The athlete said that it is no duplicate.';
COMMENT ON COLUMN activities.lifts IS 'What was lifted: a list of training.LiftedExercise; null where nobody said.';
COMMENT ON COLUMN activities.aliases IS 'External ids of activities that were merged into it.';
COMMENT ON COLUMN activities.note IS 'In the athlete''s words.';
COMMENT ON COLUMN activities.changed_revision IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
