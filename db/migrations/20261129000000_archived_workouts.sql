-- Modify "workouts" table
ALTER TABLE "workouts" ADD COLUMN "archived" boolean NOT NULL DEFAULT false, ADD COLUMN "copy_of" uuid NULL;
-- Set comment to table: "workouts"
COMMENT ON TABLE "workouts" IS 'Workouts: the shared library, people''s own, and what finished sessions keep of either.';
-- Set comment to column: "archived" on table: "workouts"
COMMENT ON COLUMN "workouts" ."archived" IS 'Kept for finished sessions alone, as it was done: found by its id only, never changed or scheduled again.';
-- Set comment to column: "copy_of" on table: "workouts"
COMMENT ON COLUMN "workouts" ."copy_of" IS 'The workout that it was first copied from, which may be gone; null for one that is no copy.';
