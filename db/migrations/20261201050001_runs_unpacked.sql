-- Create index "plan_runs_unpacked" to table: "plan_runs"
CREATE INDEX "plan_runs_unpacked" ON "plan_runs" ("finished_at") WHERE ((events IS NULL) AND (event_count > 0) AND (status = ANY (ARRAY['SUCCEEDED'::run_status, 'FAILED'::run_status])));
