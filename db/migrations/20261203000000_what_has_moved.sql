-- Modify "removed_things" table
ALTER TABLE "removed_things" ADD CONSTRAINT "removed_things_id_check" CHECK ((char_length(id) >= 1) AND (char_length(id) <= 100)), ADD CONSTRAINT "removed_things_type_check" CHECK ((char_length(type) >= 1) AND (char_length(type) <= 40)), ALTER COLUMN "id" TYPE text, ADD COLUMN "type" text NULL;
-- Set comment to table: "removed_things"
COMMENT ON TABLE "removed_things" IS 'Sessions, events and activities that were removed, limits of rules and locks of days that went, so that who still shows one is told.';
-- Set comment to column: "id" on table: "removed_things"
COMMENT ON COLUMN "removed_things" ."id" IS 'What it had in the API.';
-- Set comment to column: "type" on table: "removed_things"
COMMENT ON COLUMN "removed_things" ."type" IS 'What it was, as the API names its type; null before such was noted.';
-- Modify "restrictions" table
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_changed_revision_check" CHECK (changed_revision >= 0), ADD COLUMN "changed_revision" integer NOT NULL DEFAULT 0;
-- Set comment to column: "changed_revision" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."changed_revision" IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
-- Modify "activities" table
ALTER TABLE "activities" ADD CONSTRAINT "activities_changed_revision_check" CHECK (changed_revision >= 0), ADD COLUMN "changed_revision" integer NOT NULL DEFAULT 0;
-- Set comment to column: "changed_revision" on table: "activities"
COMMENT ON COLUMN "activities" ."changed_revision" IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
-- Set comment to column: "archived" on table: "workouts"
COMMENT ON COLUMN "workouts" ."archived" IS 'Kept for finished sessions, as it was done, and for acts that are taken back: found by its id only, never changed or scheduled again.';
-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD COLUMN "rests" jsonb NULL CHECK (jsonb_array_length(rests) BETWEEN 1 AND 40), ADD COLUMN "bare" text NULL CHECK (char_length(bare) <= 1000);
ALTER TABLE "planned_sessions" ADD CONSTRAINT "planned_sessions_grounds" CHECK ((rests IS NULL) = (bare IS NULL));
-- Set comment to column: "rests" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions"."rests" IS 'What else the rationale rests on: thresholds, events, hours, and days on which something was done.';
-- Set comment to column: "bare" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions"."bare" IS 'What of the rationale holds whatever becomes of rests.';
