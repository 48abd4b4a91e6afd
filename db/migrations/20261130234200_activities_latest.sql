-- Create index "activities_latest" to table: "activities"
CREATE INDEX "activities_latest" ON "activities" ("athlete_id", ((date + COALESCE("start", '00:00:00'::time without time zone))), "id");
