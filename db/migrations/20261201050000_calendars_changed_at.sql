-- Modify "calendars" table
ALTER TABLE "calendars" ADD COLUMN "changed_at" timestamptz NOT NULL DEFAULT now();
-- Set comment to column: "changed_at" on table: "calendars"
COMMENT ON COLUMN "calendars"."changed_at" IS 'Since when it has that revision: whoever was told of it on an earlier day knows another today.';
