-- What of a run is large is kept once and compressed, and no check writes a document out as text to count it.
ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_certificate_check;
ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_progress_check;
ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_ways_check;
ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_proposal_check;
ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_changes_check;
ALTER TABLE plan_runs DROP CONSTRAINT plan_runs_images_check;
ALTER TABLE plan_runs ALTER COLUMN certificate TYPE bytea USING convert_to(certificate::text, 'UTF8');
ALTER TABLE plan_runs ALTER COLUMN progress TYPE bytea USING convert_to(progress::text, 'UTF8');
ALTER TABLE plan_runs ALTER COLUMN ways TYPE bytea USING convert_to(ways::text, 'UTF8');
ALTER TABLE plan_runs ALTER COLUMN certificate SET STORAGE EXTERNAL, ALTER COLUMN progress SET STORAGE EXTERNAL, ALTER COLUMN ways SET STORAGE EXTERNAL;
ALTER TABLE plan_runs ADD COLUMN events bytea;
ALTER TABLE plan_runs ALTER COLUMN events SET STORAGE EXTERNAL;
ALTER TABLE plan_runs ADD CHECK (octet_length(certificate) <= 8388608);
ALTER TABLE plan_runs ADD CHECK (octet_length(progress) <= 8388608);
ALTER TABLE plan_runs ADD CHECK (octet_length(ways) <= 16777216);
ALTER TABLE plan_runs ADD CHECK (octet_length(events) <= 16777216);
ALTER TABLE plan_runs ADD CHECK (jsonb_array_length(proposal) <= 336 AND pg_column_size(proposal) <= 1048576);
ALTER TABLE plan_runs ADD CHECK (jsonb_array_length(changes) <= 672 AND pg_column_size(changes) <= 1048576);
ALTER TABLE plan_runs ADD CHECK (pg_column_size(images) <= 2097152);
CREATE INDEX plan_runs_finished ON plan_runs (finished_at);
COMMENT ON COLUMN plan_runs.certificate IS 'What the rules say: a rules.Certificate, packed.';
COMMENT ON COLUMN plan_runs.progress IS 'Where a worker goes on; the planner''s own, packed.';
COMMENT ON COLUMN plan_runs.ways IS 'The fortnights it proposes where several were asked for: a list of planner.Candidate, whose first is the proposal itself, packed.';
COMMENT ON COLUMN plan_runs.events IS 'Its events, all of them, packed, once they are no rows of plan_events any more.';

UPDATE plan_events AS e SET payload = e.payload - 'certificate' FROM plan_runs AS r
	WHERE r.athlete_id = e.athlete_id AND r.id = e.run_id AND r.certificate IS NOT NULL AND e.kind IN ('RunSucceeded', 'RunFailed');
ALTER TABLE plan_events DROP CONSTRAINT plan_events_payload_check;
ALTER TABLE plan_events ADD CHECK (pg_column_size(payload) <= 8388608);

ALTER TABLE calendar_changes DROP CONSTRAINT calendar_changes_images_check;
ALTER TABLE calendar_changes ADD CHECK (pg_column_size(images) <= 2097152);
