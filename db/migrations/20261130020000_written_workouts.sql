-- Modify "workouts" table
ALTER TABLE "workouts" ADD COLUMN "written" boolean NOT NULL DEFAULT false;
-- Set comment to column: "written" on table: "workouts"
COMMENT ON COLUMN "workouts"."written" IS 'It was written for a plan: no search for another plan finds it, which so is the same whoever was planned for before.';
