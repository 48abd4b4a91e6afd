-- Create index "plan_runs_consulted" to table: "plan_runs"
CREATE INDEX "plan_runs_consulted" ON "plan_runs" ("athlete_id", "started_at") WHERE (model IS NOT NULL);
-- Create index "plan_runs_requested" to table: "plan_runs"
CREATE INDEX "plan_runs_requested" ON "plan_runs" ("requested_by", "created_at");
-- Create index "plan_runs_served" to table: "plan_runs"
CREATE INDEX "plan_runs_served" ON "plan_runs" ("requested_by", "started_at");
