-- Modify "activities" table
ALTER TABLE "activities" ADD CONSTRAINT "activities_lifts_check" CHECK (jsonb_array_length(lifts) BETWEEN 1 AND 30 AND octet_length(lifts::text) <= 65536), ADD COLUMN "lifts" jsonb NULL;
-- Set comment to column: "lifts" on table: "activities"
COMMENT ON COLUMN "activities" ."lifts" IS 'What was lifted: a list of training.LiftedExercise; null where nobody said.';
-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD CONSTRAINT "planned_sessions_result_lifts_check" CHECK (jsonb_array_length(result_lifts) BETWEEN 1 AND 30 AND octet_length(result_lifts::text) <= 65536), ADD COLUMN "result_lifts" jsonb NULL;
-- Set comment to column: "result_lifts" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions" ."result_lifts" IS 'What was lifted as recorded by hand: a list of training.LiftedExercise; null where nobody said.';
