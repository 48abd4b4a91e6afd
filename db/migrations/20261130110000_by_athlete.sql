-- Keys of an athlete's data begin with the athlete, so that a database may keep athletes apart on several machines. Look-ups by an id alone, which
-- are few, have the unique indexes on (id, athlete_id).
ALTER TABLE plan_events ADD COLUMN athlete_id uuid;
UPDATE plan_events AS e SET athlete_id = r.athlete_id FROM plan_runs AS r WHERE r.id = e.run_id;
ALTER TABLE plan_events ALTER COLUMN athlete_id SET NOT NULL;
ALTER TABLE plan_events DROP CONSTRAINT plan_events_pkey;
ALTER TABLE plan_events DROP CONSTRAINT plan_events_run_id_fkey;
ALTER TABLE plan_events ADD PRIMARY KEY (athlete_id, run_id, sequence);
ALTER TABLE plan_events ADD FOREIGN KEY (run_id, athlete_id) REFERENCES plan_runs (id, athlete_id) ON DELETE CASCADE;
COMMENT ON COLUMN plan_events.athlete_id IS 'Whose run.';

ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_pkey;
ALTER TABLE plan_runs ADD PRIMARY KEY (athlete_id, id);
CREATE SEQUENCE plan_run_numbers;
COMMENT ON SEQUENCE plan_run_numbers IS 'Numbers of runs, in the order in which they are asked for.';
SELECT setval('plan_run_numbers', (SELECT coalesce(max(number), 0) + 1 FROM plan_runs), false);
ALTER TABLE plan_runs ALTER COLUMN number DROP IDENTITY;
ALTER TABLE plan_runs ALTER COLUMN number SET DEFAULT nextval('plan_run_numbers');
DROP INDEX plan_runs_idempotency;
CREATE UNIQUE INDEX plan_runs_idempotency ON plan_runs (requested_by, athlete_id, idempotency_key);

ALTER TABLE planned_sessions DROP CONSTRAINT planned_sessions_pkey;
ALTER TABLE planned_sessions ADD PRIMARY KEY (athlete_id, id);

ALTER TABLE activities DROP CONSTRAINT activities_pkey;
ALTER TABLE activities ADD PRIMARY KEY (athlete_id, id);
DROP INDEX activities_session;
CREATE UNIQUE INDEX activities_session ON activities (session_id, athlete_id);

ALTER TABLE events DROP CONSTRAINT events_pkey;
ALTER TABLE events ADD PRIMARY KEY (athlete_id, id);
CREATE UNIQUE INDEX events_id ON events (id, athlete_id);

ALTER TABLE restrictions DROP CONSTRAINT restrictions_pkey;
ALTER TABLE restrictions ADD PRIMARY KEY (athlete_id, id);
CREATE UNIQUE INDEX restrictions_id ON restrictions (id, athlete_id);

ALTER TABLE calendar_changes DROP CONSTRAINT calendar_changes_pkey;
ALTER TABLE calendar_changes ADD PRIMARY KEY (athlete_id, id);
CREATE UNIQUE INDEX calendar_changes_id ON calendar_changes (id, athlete_id);
