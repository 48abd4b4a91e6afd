-- Create enum type "calendar_act"
CREATE TYPE "calendar_act" AS ENUM ('SCHEDULE_SESSION', 'MOVE_SESSION', 'LOCK_SESSION', 'UNLOCK_SESSION', 'COMPLETE_SESSION', 'SKIP_SESSION', 'REOPEN_SESSION', 'REMOVE_SESSION', 'LOCK_DAY', 'UNLOCK_DAY', 'APPLY_PLAN', 'REVERT_PLAN');
-- Create "calendar_changes" table
CREATE TABLE "calendar_changes" ("id" uuid NOT NULL, "athlete_id" uuid NOT NULL, "revision" integer NOT NULL, "act" "calendar_act" NOT NULL, "made_by" uuid NULL, "made_at" timestamptz NOT NULL, "run_id" uuid NULL, "images" jsonb NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "calendar_changes_athlete_id_fkey" FOREIGN KEY ("athlete_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "calendar_changes_made_by_fkey" FOREIGN KEY ("made_by") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE SET NULL, CONSTRAINT "calendar_changes_run_id_athlete_id_fkey" FOREIGN KEY ("run_id", "athlete_id") REFERENCES "plan_runs" ("id", "athlete_id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "calendar_changes_check" CHECK ((act IN ('APPLY_PLAN', 'REVERT_PLAN')) = (run_id IS NOT NULL)), CONSTRAINT "calendar_changes_images_check" CHECK (octet_length((images)::text) <= 2097152), CONSTRAINT "calendar_changes_revision_check" CHECK (revision > 0));
-- Create index "calendar_changes_made_by" to table: "calendar_changes"
CREATE INDEX "calendar_changes_made_by" ON "calendar_changes" ("made_by");
-- Create index "calendar_changes_newest" to table: "calendar_changes"
CREATE UNIQUE INDEX "calendar_changes_newest" ON "calendar_changes" ("athlete_id", "revision");
-- Create index "calendar_changes_run" to table: "calendar_changes"
CREATE INDEX "calendar_changes_run" ON "calendar_changes" ("run_id");
-- Set comment to table: "calendar_changes"
COMMENT ON TABLE "calendar_changes" IS 'What was done to calendars, the newest acts: the last can be taken back, and then the one before.';
-- Set comment to column: "id" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."id" IS 'Identity, random.';
-- Set comment to column: "athlete_id" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."athlete_id" IS 'To whose calendar.';
-- Set comment to column: "revision" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."revision" IS 'Revision that the calendar got by it.';
-- Set comment to column: "act" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."act" IS 'What was done.';
-- Set comment to column: "made_by" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."made_by" IS 'By whom, the athlete or a coach, of a plan who asked for it; null for a coach whose account is gone.';
-- Set comment to column: "made_at" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."made_at" IS 'When.';
-- Set comment to column: "run_id" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."run_id" IS 'The run whose plan was put on or taken off.';
-- Set comment to column: "images" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."images" IS 'Sessions and locks of days before and after, so that it can be taken back.';
