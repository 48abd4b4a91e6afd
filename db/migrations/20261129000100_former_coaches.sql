-- Modify "plan_runs" table
ALTER TABLE "plan_runs" DROP CONSTRAINT "plan_runs_requested_by_fkey", ALTER COLUMN "requested_by" DROP NOT NULL, ADD CONSTRAINT "plan_runs_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE SET NULL;
-- Set comment to column: "requested_by" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."requested_by" IS 'By whom, the athlete or a coach; null for a coach whose account is gone.';
-- Who cancelled a run and is gone is no longer named
UPDATE "plan_events" SET "payload" = "payload" - 'by' WHERE "kind" = 'RunCancelled' AND "payload" ? 'by' AND NOT EXISTS (SELECT FROM "users" WHERE "users"."id"::text = "plan_events"."payload" ->> 'by');
