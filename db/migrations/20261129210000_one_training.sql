-- Create enum type "matched_by"
CREATE TYPE "matched_by" AS ENUM ('NAMED', 'COMPLETED_SESSION', 'PLANNED_SESSION');
-- Create enum type "matching"
CREATE TYPE "matching" AS ENUM ('ANY', 'COMPLETED', 'NONE');
-- The calendars that change below
UPDATE "calendars" SET "revision" = "revision" + 1 WHERE "athlete_id" IN (SELECT "athlete_id" FROM "activities" WHERE "session_id" IS NOT NULL);
-- A session of a day that is still to come cannot be done
UPDATE "activities" SET "session_id" = NULL WHERE "session_id" IN (SELECT "id" FROM "planned_sessions" WHERE "date" > current_date + 1);
-- One activity a session: the closest in length
UPDATE "activities" SET "session_id" = NULL WHERE "id" IN (
  SELECT "id" FROM (
    SELECT a."id", row_number() OVER (
      PARTITION BY a."session_id"
      ORDER BY abs(a."duration_seconds" - coalesce(s."result_duration_seconds", w."duration_seconds")), a."created_at", a."id"
    ) AS "place"
    FROM "activities" AS a JOIN "planned_sessions" AS s ON s."id" = a."session_id" JOIN "workouts" AS w ON w."id" = s."workout_id"
  ) AS "ranked" WHERE "place" > 1
);
-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" DROP CONSTRAINT "planned_sessions_check1", ADD COLUMN "skipped" boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT "planned_sessions_check1" CHECK ((result_duration_seconds IS NULL) = (result_tss IS NULL) AND (completed_at IS NOT NULL OR result_tss IS NULL)),
  ADD CONSTRAINT "planned_sessions_check2" CHECK (status = 'COMPLETED' OR NOT skipped);
-- A session that an activity fulfils is completed
UPDATE "planned_sessions" AS s SET "skipped" = s."status" = 'SKIPPED', "status" = 'COMPLETED', "completed_at" = a."created_at"
FROM "activities" AS a WHERE a."session_id" = s."id" AND s."status" <> 'COMPLETED';
-- Modify "activities" table
ALTER TABLE "activities" ADD COLUMN "matched_by" "matched_by", ADD COLUMN "matching" "matching" NOT NULL DEFAULT 'ANY',
  ADD COLUMN "duplicate_of" uuid, ADD COLUMN "kept" boolean NOT NULL DEFAULT false,
  ADD COLUMN "aliases" text[] NOT NULL DEFAULT '{}' CONSTRAINT "activities_aliases_check" CHECK (cardinality(aliases) <= 20);
UPDATE "activities" SET "matched_by" = 'NAMED' WHERE "session_id" IS NOT NULL;
-- Create index "activities_athlete" to table: "activities"
CREATE UNIQUE INDEX "activities_athlete" ON "activities" ("id", "athlete_id");
-- Drop index "activities_session" from table: "activities"
DROP INDEX "activities_session";
-- Create index "activities_session" to table: "activities"
CREATE UNIQUE INDEX "activities_session" ON "activities" ("session_id");
-- Create index "activities_duplicate" to table: "activities"
CREATE INDEX "activities_duplicate" ON "activities" ("duplicate_of");
-- Modify "activities" table
ALTER TABLE "activities"
  ADD CONSTRAINT "activities_duplicate_of_athlete_id_fkey" FOREIGN KEY ("duplicate_of", "athlete_id") REFERENCES "activities" ("id", "athlete_id"),
  ADD CONSTRAINT "activities_check" CHECK ((session_id IS NULL) = (matched_by IS NULL)),
  ADD CONSTRAINT "activities_check1" CHECK (duplicate_of IS NULL OR session_id IS NULL AND duplicate_of <> id);
-- Set comments
COMMENT ON COLUMN "planned_sessions" ."result_duration_seconds" IS 'How long it was as recorded by hand, in seconds; null where an activity alone tells.';
COMMENT ON COLUMN "planned_sessions" ."result_tss" IS 'What load it was as recorded by hand; that of the activity counts where one fulfils the session.';
COMMENT ON COLUMN "planned_sessions" ."result_rpe" IS 'How hard it felt as recorded by hand, 1 to 10.';
COMMENT ON COLUMN "planned_sessions" ."skipped" IS 'It was skipped before an activity fulfilled it, and is again without the activity.';
COMMENT ON COLUMN "activities" ."session_id" IS 'The planned session it fulfils, which is COMPLETED; no other activity does.';
COMMENT ON COLUMN "activities" ."matched_by" IS 'How it came to fulfil its session.';
COMMENT ON COLUMN "activities" ."matching" IS 'Which sessions it may be matched to.';
COMMENT ON COLUMN "activities" ."duplicate_of" IS 'The activity it may be a duplicate of; it does not count then.';
COMMENT ON COLUMN "activities" ."kept" IS 'The athlete said that it is no duplicate.';
COMMENT ON COLUMN "activities" ."aliases" IS 'External ids of activities that were merged into it.';
