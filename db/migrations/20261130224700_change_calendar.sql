-- Add value to enum type: "calendar_act"
ALTER TYPE "calendar_act" ADD VALUE 'CHANGE_CALENDAR';
-- Modify "calendar_changes" table
ALTER TABLE "calendar_changes" ADD CONSTRAINT "calendar_changes_idempotency_key_check" CHECK ((char_length(idempotency_key) >= 1) AND (char_length(idempotency_key) <= 200)), ADD COLUMN "idempotency_key" text NULL;
-- The newest 50 changes of each calendar, none of which has a key yet: written in a moment.
-- atlas:nolint concurrent_index data_depend
CREATE UNIQUE INDEX "calendar_changes_key" ON "calendar_changes" ("athlete_id", "idempotency_key");
-- Set comment to column: "idempotency_key" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."idempotency_key" IS 'By which who sent it may send it again; null for none.';
