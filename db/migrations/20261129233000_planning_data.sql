-- Create enum type "event_format"
CREATE TYPE "event_format" AS ENUM ('RUN_5K', 'RUN_10K', 'RUN_HALF', 'RUN_MARATHON', 'RUN_ULTRA', 'RUN_TRAIL', 'RIDE_TT', 'RIDE_CRIT', 'RIDE_ROAD', 'RIDE_FONDO', 'RIDE_CENTURY', 'TRI_SPRINT', 'TRI_OLYMPIC', 'TRI_HALF', 'TRI_FULL', 'DUATHLON', 'SWIM_POOL', 'SWIM_OPEN', 'ROW_2K', 'ROW_5K', 'HYROX', 'LIFT_MEET', 'LIFT_1RM', 'RIDE_GRAVEL', 'RIDE_MTB', 'RIDE_CX', 'TRI_RELAY', 'SWIM_MARATHON', 'OBSTACLE', 'WALK', 'SKI_XC', 'CROSSFIT', 'OTHER');
-- Create enum type "equipment"
CREATE TYPE "equipment" AS ENUM ('BARBELL', 'TRAP_BAR', 'SAFETY_BAR', 'LANDMINE', 'PLATE', 'DUMBBELLS', 'KETTLEBELL', 'MEDICINE_BALL', 'SANDBAG', 'YOKE', 'SLED', 'BAND', 'CABLE', 'MACHINE', 'BENCH', 'RACK', 'ROMAN_CHAIR', 'PULL_UP_BAR', 'DIP_BARS', 'RINGS', 'BOX', 'HURDLES', 'SWISS_BALL', 'AB_WHEEL', 'SLIDERS', 'CLIMBING_ROPE', 'BATTLE_ROPE', 'JUMP_ROPE', 'BIKE', 'TRAINER', 'TREADMILL', 'POOL', 'OPEN_WATER', 'ROWER', 'ROWING_BOAT', 'SKI_ERG', 'SKIS', 'ELLIPTICAL', 'KAYAK', 'GYM');
-- Create enum type "station"
CREATE TYPE "station" AS ENUM ('SKI_ERG', 'SLED_PUSH', 'SLED_PULL', 'BURPEE_BROAD_JUMPS', 'ROWING', 'FARMERS_CARRY', 'SANDBAG_LUNGES', 'WALL_BALLS');
-- Create enum type "condition"
CREATE TYPE "condition" AS ENUM ('CHEST_PAIN', 'FAINTED', 'PALPITATIONS', 'BREATHLESS_AT_REST', 'ONE_SIDED_WEAKNESS', 'WORST_HEADACHE', 'HOT_SWOLLEN_CALF', 'PREGNANCY_WARNING_SIGN', 'SADDLE_NUMBNESS', 'FEVER', 'FLU', 'COVID', 'VOMITING', 'ANTIBIOTICS', 'ILL_BELOW_NECK', 'COLD', 'STRESS_FRACTURE', 'STRESS_REACTION', 'SHIN_PINPOINT_PAIN', 'NIGHT_PAIN', 'HOPPING_GROIN_PAIN', 'HURT_FOOT', 'HURT_PLANTAR', 'HURT_SHIN', 'HURT_ACHILLES', 'HURT_CALF', 'HURT_KNEE', 'HURT_ITB', 'HURT_HIP', 'HURT_GROIN', 'HURT_HAMSTRING', 'HURT_BACK', 'HURT_SHOULDER', 'HURT_ELBOW', 'HURT_WRIST', 'CONCUSSION', 'HIT_HEAD', 'HEART_DISEASE', 'HIGH_BLOOD_PRESSURE', 'BETA_BLOCKER', 'INSULIN_DIABETES', 'CHEST_HISTORY', 'PREGNANT', 'POSTPARTUM', 'CAESAREAN', 'LEAKING', 'PROLAPSE', 'MISSED_PERIODS', 'EATING_DISORDER', 'RED_S', 'RAPID_WEIGHT_LOSS', 'EXHAUSTED', 'BURNOUT', 'NO_SLEEP', 'NEWBORN', 'OPERATION', 'ACL_SURGERY', 'JOINT_REPLACEMENT', 'HEAT', 'ALTITUDE', 'POOR_AIR');
-- Modify "events" table
ALTER TABLE "events" ADD CONSTRAINT "events_ascent_meters_check" CHECK ((ascent_meters >= (0)::double precision) AND (ascent_meters <= (30000)::double precision)), ADD CONSTRAINT "events_expected_seconds_check" CHECK ((expected_seconds >= 1) AND (expected_seconds <= 604800)), ADD COLUMN "format" "event_format" NULL, ADD COLUMN "expected_seconds" integer NULL, ADD COLUMN "ascent_meters" double precision NULL;
-- Set comment to column: "format" on table: "events"
COMMENT ON COLUMN "events" ."format" IS 'What kind of race it is; null where nobody said.';
-- Set comment to column: "expected_seconds" on table: "events"
COMMENT ON COLUMN "events" ."expected_seconds" IS 'How long it is expected to take, in seconds.';
-- Set comment to column: "ascent_meters" on table: "events"
COMMENT ON COLUMN "events" ."ascent_meters" IS 'How far it climbs, in metres.';
-- Modify "plan_runs" table
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_goal_check" CHECK ((jsonb_typeof(goal) = 'object'::text) AND (octet_length((goal)::text) <= 2048)), ADD COLUMN "goal" jsonb NULL;
-- Set comment to column: "goal" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."goal" IS 'What the athlete trains for in this plan, in place of the profile''s: a training.TrainingGoal; null for the profile''s.';
-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD CONSTRAINT "planned_sessions_result_completed_share_check" CHECK ((result_completed_share >= (0)::double precision) AND (result_completed_share <= (1)::double precision)), ADD COLUMN "result_completed_share" double precision NULL;
-- Set comment to column: "result_completed_share" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions" ."result_completed_share" IS 'How much of what was planned was done, 0 to 1, as recorded by hand; null where nobody said.';
-- Modify "users" table
ALTER TABLE "users" ADD CONSTRAINT "users_conditions_check" CHECK (cardinality(conditions) <= 100), ADD CONSTRAINT "users_equipment_check" CHECK (cardinality(equipment) <= 100), ADD CONSTRAINT "users_equipment_on_dates_check" CHECK ((jsonb_array_length(equipment_on_dates) <= 40) AND (octet_length((equipment_on_dates)::text) <= 262144)), ADD CONSTRAINT "users_height_centimeters_check" CHECK ((height_centimeters >= (90)::double precision) AND (height_centimeters <= (250)::double precision)), ADD CONSTRAINT "users_longest_sessions_check" CHECK ((jsonb_array_length(longest_sessions) <= 13) AND (octet_length((longest_sessions)::text) <= 4096)), ADD CONSTRAINT "users_sessions_per_week_check" CHECK ((sessions_per_week >= 1) AND (sessions_per_week <= 28)), ADD CONSTRAINT "users_sport_experience_months_check" CHECK ((jsonb_array_length(sport_experience_months) <= 13) AND (octet_length((sport_experience_months)::text) <= 2048)), ADD CONSTRAINT "users_stations_check" CHECK (cardinality(stations) <= 8), ADD CONSTRAINT "users_strength_experience_months_check" CHECK ((strength_experience_months >= 0) AND (strength_experience_months <= 960)), ADD CONSTRAINT "users_training_goal_check" CHECK ((jsonb_typeof(training_goal) = 'object'::text) AND (octet_length((training_goal)::text) <= 2048)), ADD CONSTRAINT "users_weekly_hours_check" CHECK ((weekly_hours >= (0.5)::double precision) AND (weekly_hours <= (60)::double precision)), ADD COLUMN "training_goal" jsonb NULL, ADD COLUMN "height_centimeters" double precision NULL, ADD COLUMN "strength_experience_months" smallint NULL, ADD COLUMN "sport_experience_months" jsonb NOT NULL DEFAULT '[]', ADD COLUMN "longest_sessions" jsonb NOT NULL DEFAULT '[]', ADD COLUMN "weekly_hours" double precision NULL, ADD COLUMN "sessions_per_week" smallint NULL, ADD COLUMN "conditions" "condition"[] NOT NULL DEFAULT '{}', ADD COLUMN "equipment" "equipment"[] NULL, ADD COLUMN "stations" "station"[] NULL, ADD COLUMN "equipment_on_dates" jsonb NOT NULL DEFAULT '[]';
-- Set comment to column: "goal" on table: "users"
COMMENT ON COLUMN "users" ."goal" IS 'What the athlete trains for, in the athlete''s words.';
-- Set comment to column: "training_goal" on table: "users"
COMMENT ON COLUMN "users" ."training_goal" IS 'What the athlete trains for, as data: a training.TrainingGoal. An event that it names is the athlete''s.';
-- Set comment to column: "height_centimeters" on table: "users"
COMMENT ON COLUMN "users" ."height_centimeters" IS 'Height, in centimetres.';
-- Set comment to column: "strength_experience_months" on table: "users"
COMMENT ON COLUMN "users" ."strength_experience_months" IS 'For how long the athlete has lifted, in months when it was stated.';
-- Set comment to column: "sport_experience_months" on table: "users"
COMMENT ON COLUMN "users" ."sport_experience_months" IS 'For how long the athlete has trained in other sports: a list of training.SportExperience.';
-- Set comment to column: "longest_sessions" on table: "users"
COMMENT ON COLUMN "users" ."longest_sessions" IS 'The longest lately done of sports: a list of training.LongestSession.';
-- Set comment to column: "weekly_hours" on table: "users"
COMMENT ON COLUMN "users" ."weekly_hours" IS 'Hours a week that there are to train in.';
-- Set comment to column: "sessions_per_week" on table: "users"
COMMENT ON COLUMN "users" ."sessions_per_week" IS 'Sessions a week that the athlete wants.';
-- Set comment to column: "conditions" on table: "users"
COMMENT ON COLUMN "users" ."conditions" IS 'What of health, life and surroundings training has to heed.';
-- Set comment to column: "equipment" on table: "users"
COMMENT ON COLUMN "users" ."equipment" IS 'What there is to train with; null where that is unknown, empty for nothing.';
-- Set comment to column: "stations" on table: "users"
COMMENT ON COLUMN "users" ."stations" IS 'Stations of a HYROX race to train at; null where that is unknown, empty for none.';
-- Set comment to column: "equipment_on_dates" on table: "users"
COMMENT ON COLUMN "users" ."equipment_on_dates" IS 'What there is to train with on single days: a list of training.EquipmentOnDates.';
