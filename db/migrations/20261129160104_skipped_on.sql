-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD CONSTRAINT "planned_sessions_skipped_on_check" CHECK ((skipped_on >= '1900-01-01'::date) AND (skipped_on <= '2199-12-31'::date)), ADD COLUMN "skipped_on" date NULL;
-- Set comment to column: "skipped_on" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions" ."skipped_on" IS 'The athlete''s day on which it was skipped; null where it was not.';
-- What is skipped already was so when it was changed last, as far as anybody knows.
UPDATE "planned_sessions" SET "skipped_on" = least("date", ("updated_at" AT TIME ZONE 'UTC')::date) WHERE "status" = 'SKIPPED';
