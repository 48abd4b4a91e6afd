-- Families are read by a starting server, as the reading is written in Go
ALTER TABLE "workouts" ADD COLUMN "family" text CONSTRAINT "workouts_family_check" CHECK ((char_length(family) >= 1) AND (char_length(family) <= 20)),
  ADD COLUMN "level" smallint CONSTRAINT "workouts_level_check" CHECK ((level >= 1) AND (level <= 100)),
  ADD COLUMN "reading" integer NOT NULL DEFAULT 0 CONSTRAINT "workouts_reading_check" CHECK (reading >= 0),
  ADD CONSTRAINT "workouts_level_of_family" CHECK ((level IS NULL) OR (family IS NOT NULL));
-- Create index "workouts_family" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_family" ON "workouts" ("family", "level", "duration_seconds");
-- Create index "workouts_reading" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_reading" ON "workouts" ("reading");
-- Set comment to column: "family" on table: "workouts"
COMMENT ON COLUMN "workouts"."family" IS 'The family of sessions that session.LevelOf reads it as; null where it fits none.';
-- Set comment to column: "level" on table: "workouts"
COMMENT ON COLUMN "workouts"."level" IS 'Its rung there, from 1; null where the family has no ladder, or there is no family.';
-- Set comment to column: "reading" on table: "workouts"
COMMENT ON COLUMN "workouts"."reading" IS 'Which edition of the reading family and level are of, 0 before any; a starting server reads older ones anew.';
