-- Modify "check_ins" table
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_changed_revision_check" CHECK (changed_revision >= 0), ADD COLUMN "changed_revision" integer NOT NULL DEFAULT 0, ADD COLUMN "said_by_athlete" boolean NOT NULL DEFAULT true;
-- Set comment to column: "changed_revision" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."changed_revision" IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
-- Set comment to column: "said_by_athlete" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."said_by_athlete" IS 'Whether the athlete said that sick, banned or banned_sports hold, which nobody else takes back then; else a coach did.';
