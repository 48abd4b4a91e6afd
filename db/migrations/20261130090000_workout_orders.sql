-- Create index "workouts_duration" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_duration" ON "workouts" ("duration_seconds", "id");
-- Create index "workouts_tss" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_tss" ON "workouts" ("tss", "id");
-- Create index "workouts_created" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_created" ON "workouts" ("created_at", "id");
-- Create index "workouts_updated" to table: "workouts"
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_updated" ON "workouts" ("updated_at", "id");
