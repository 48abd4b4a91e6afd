-- Add value to enum type: "sport"
ALTER TYPE "sport" ADD VALUE 'WALK';
-- Add value to enum type: "sport"
ALTER TYPE "sport" ADD VALUE 'HIKE';
-- Add value to enum type: "sport"
ALTER TYPE "sport" ADD VALUE 'SKI_ERG';
-- Add value to enum type: "sport"
ALTER TYPE "sport" ADD VALUE 'ELLIPTICAL';
-- Add value to enum type: "sport"
ALTER TYPE "sport" ADD VALUE 'KAYAK';
-- Add value to enum type: "sport"
ALTER TYPE "sport" ADD VALUE 'MULTI_SPORT';
-- The blocks become text, in the form they have; a starting server rewrites them in the newest form
ALTER TABLE "workouts" ADD COLUMN "body" text;
UPDATE "workouts" SET "body" = "blocks"::text;
-- The column is filled above, and what it replaces is in it
-- atlas:nolint destructive data_depend
ALTER TABLE "workouts" DROP COLUMN "blocks", ALTER COLUMN "body" SET NOT NULL, ADD CONSTRAINT "workouts_body_check" CHECK ((octet_length(body) >= 2) AND (octet_length(body) <= 1048576));
-- Create index "workouts_old_form" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_old_form" ON "workouts" ("id") WHERE (body ~~ '[%'::text);
-- Set comment to column: "body" on table: "workouts"
COMMENT ON COLUMN "workouts" ."body" IS 'What to do: the canonical form of its blocks, as training.EncodeBlocks writes it.';
-- There are more sports
ALTER TABLE "check_ins" DROP CONSTRAINT "check_ins_banned_sports_check", ADD CONSTRAINT "check_ins_banned_sports_check" CHECK (cardinality(banned_sports) <= 13);
-- Modify "users" table
ALTER TABLE "users" ADD COLUMN "load_steps" jsonb NOT NULL DEFAULT '[]', ADD CONSTRAINT "users_load_steps_check" CHECK ((jsonb_array_length(load_steps) <= 20) AND (octet_length((load_steps)::text) <= 4096));
-- Set comment to column: "load_steps" on table: "users"
COMMENT ON COLUMN "users"."load_steps" IS 'By how much weights differ from each other: a list of training.EquipmentStep.';
