-- Modify "users" table
ALTER TABLE "users" ADD COLUMN "awaits_clearance" boolean NOT NULL DEFAULT false;
-- Set comment to column: "awaits_clearance" on table: "users"
COMMENT ON COLUMN "users" ."awaits_clearance" IS 'A condition keeps hard sessions off until a physician clears them.';
