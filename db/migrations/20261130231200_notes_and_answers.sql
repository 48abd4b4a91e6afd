-- Add value to enum type: "calendar_act"
ALTER TYPE "calendar_act" ADD VALUE 'NOTE_SESSION';
-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD CONSTRAINT "planned_sessions_coach_note_check" CHECK ((char_length(coach_note) >= 1) AND (char_length(coach_note) <= 500)), ADD CONSTRAINT "planned_sessions_athlete_note_check" CHECK ((char_length(athlete_note) >= 1) AND (char_length(athlete_note) <= 500)), ADD COLUMN "coach_note" text NULL, ADD COLUMN "athlete_note" text NULL;
-- Set comment to column: "coach_note" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions" ."coach_note" IS 'What a coach tells the athlete of it; null for nothing.';
-- Set comment to column: "athlete_note" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions" ."athlete_note" IS 'What the athlete notes beside it; null for nothing.';
-- Create "answered_requests" table
CREATE TABLE "answered_requests" ("athlete_id" uuid NOT NULL, "requested_by" uuid NOT NULL, "idempotency_key" text NOT NULL, "request" bytea NULL, "answer" jsonb NOT NULL, "answered_at" timestamptz NOT NULL, PRIMARY KEY ("athlete_id", "requested_by", "idempotency_key"), CONSTRAINT "answered_requests_athlete_id_fkey" FOREIGN KEY ("athlete_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "answered_requests_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "answered_requests_answer_check" CHECK (pg_column_size(answer) <= 65536), CONSTRAINT "answered_requests_idempotency_key_check" CHECK ((char_length(idempotency_key) >= 1) AND (char_length(idempotency_key) <= 200)), CONSTRAINT "answered_requests_request_check" CHECK (octet_length(request) = 32));
-- Create index "answered_requests_requested_by" to table: "answered_requests"
CREATE INDEX "answered_requests_requested_by" ON "answered_requests" ("requested_by");
-- Set comment to table: "answered_requests"
COMMENT ON TABLE "answered_requests" IS 'Acts that were done once for a key: sent again they are answered, and not done.';
-- Set comment to column: "athlete_id" on table: "answered_requests"
COMMENT ON COLUMN "answered_requests" ."athlete_id" IS 'For whom it was done.';
-- Set comment to column: "requested_by" on table: "answered_requests"
COMMENT ON COLUMN "answered_requests" ."requested_by" IS 'By whom, the athlete or a coach.';
-- Set comment to column: "idempotency_key" on table: "answered_requests"
COMMENT ON COLUMN "answered_requests" ."idempotency_key" IS 'The requester''s name for it.';
-- Set comment to column: "request" on table: "answered_requests"
COMMENT ON COLUMN "answered_requests" ."request" IS 'SHA-256 of what was asked, by which another request is told; null where that was not kept.';
-- Set comment to column: "answer" on table: "answered_requests"
COMMENT ON COLUMN "answered_requests" ."answer" IS 'Ids of what it made or changed.';
-- Set comment to column: "answered_at" on table: "answered_requests"
COMMENT ON COLUMN "answered_requests" ."answered_at" IS 'When.';
-- What calendars were changed by with a key is answered by it from now on.
INSERT INTO "answered_requests" ("athlete_id", "requested_by", "idempotency_key", "answer", "answered_at")
SELECT "athlete_id", "made_by", "idempotency_key", jsonb_build_object(
  'sessions', jsonb_path_query_array("images", '$.sessions[*].after.id'),
  'removed', jsonb_path_query_array("images", '$.sessions[*] ? (!exists(@.after)).before.id'),
  'days', jsonb_path_query_array("images", '$.sessions[*].*.date')
), "made_at" FROM "calendar_changes" WHERE "idempotency_key" IS NOT NULL AND "made_by" IS NOT NULL;
-- The column goes with its index: it is another table's now.
-- atlas:nolint destructive
ALTER TABLE "calendar_changes" DROP COLUMN "idempotency_key";
