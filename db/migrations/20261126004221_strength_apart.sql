-- Modify "users" table
ALTER TABLE "users" ADD COLUMN "strength_apart" boolean NOT NULL DEFAULT false;
-- Set comment to column: "strength_apart" on table: "users"
COMMENT ON COLUMN "users" ."strength_apart" IS 'Strength load does not count in fitness, fatigue and the limits on load.';
