-- Create index "workouts_level" to table: "workouts"
CREATE INDEX "workouts_level" ON "workouts" ("level");
-- Create index "workouts_zone_1" to table: "workouts"
CREATE INDEX "workouts_zone_1" ON "workouts" ((zone_seconds[1]));
-- Create index "workouts_zone_2" to table: "workouts"
CREATE INDEX "workouts_zone_2" ON "workouts" ((zone_seconds[2]));
-- Create index "workouts_zone_3" to table: "workouts"
CREATE INDEX "workouts_zone_3" ON "workouts" ((zone_seconds[3]));
-- Create index "workouts_zone_4" to table: "workouts"
CREATE INDEX "workouts_zone_4" ON "workouts" ((zone_seconds[4]));
-- Create index "workouts_zone_5" to table: "workouts"
CREATE INDEX "workouts_zone_5" ON "workouts" ((zone_seconds[5]));
-- Create index "workouts_zone_6" to table: "workouts"
CREATE INDEX "workouts_zone_6" ON "workouts" ((zone_seconds[6]));
-- Create index "workouts_zone_7" to table: "workouts"
CREATE INDEX "workouts_zone_7" ON "workouts" ((zone_seconds[7]));
