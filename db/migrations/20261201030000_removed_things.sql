-- Create "removed_things" table
CREATE TABLE "removed_things" (
  "athlete_id" uuid NOT NULL,
  "id" uuid NOT NULL,
  "revision" integer NOT NULL,
  PRIMARY KEY ("athlete_id", "id"),
  CONSTRAINT "removed_things_athlete_id_fkey" FOREIGN KEY ("athlete_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE,
  CONSTRAINT "removed_things_revision_check" CHECK (revision > 0)
);
-- Create index "removed_things_id" to table: "removed_things"
CREATE INDEX "removed_things_id" ON "removed_things" ("id");
-- Set comment to table: "removed_things"
COMMENT ON TABLE "removed_things" IS 'Sessions, events and activities that were removed, so that who still shows one is told that it has gone.';
-- Set comment to column: "athlete_id" on table: "removed_things"
COMMENT ON COLUMN "removed_things" ."athlete_id" IS 'Whose it was.';
-- Set comment to column: "id" on table: "removed_things"
COMMENT ON COLUMN "removed_things" ."id" IS 'What it had.';
-- Set comment to column: "revision" on table: "removed_things"
COMMENT ON COLUMN "removed_things" ."revision" IS 'The first of the calendar without it.';
-- Modify "rule_overrides" table
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_changed_revision_check" CHECK (changed_revision >= 0), ADD COLUMN "changed_revision" integer NOT NULL DEFAULT 0;
-- Set comment to column: "changed_revision" on table: "rule_overrides"
COMMENT ON COLUMN "rule_overrides" ."changed_revision" IS 'Revision that the calendar got by the last change of it; 0 before such was noted.';
