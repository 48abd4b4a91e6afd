-- Modify "users" table
ALTER TABLE "users" ADD CONSTRAINT "users_profile_revision_check" CHECK (profile_revision >= 0), ADD COLUMN "profile_revision" integer NOT NULL DEFAULT 0;
-- Set comment to column: "profile_revision" on table: "users"
COMMENT ON COLUMN "users" ."profile_revision" IS 'Revision that the calendar got by the last change of the profile; 0 before such was noted.';
-- Modify "events" table
ALTER TABLE "events" ADD CONSTRAINT "events_changed_revision_check" CHECK (changed_revision >= 0), ADD COLUMN "changed_revision" integer NOT NULL DEFAULT 0;
-- Set comment to column: "changed_revision" on table: "events"
COMMENT ON COLUMN "events" ."changed_revision" IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD CONSTRAINT "planned_sessions_changed_revision_check" CHECK (changed_revision >= 0), ADD COLUMN "changed_revision" integer NOT NULL DEFAULT 0;
-- Set comment to column: "changed_revision" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions" ."changed_revision" IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
