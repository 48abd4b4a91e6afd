-- What is asked for in watts, a pace or beats is of another family for everybody: a starting server reads workouts anew, own ones by the thresholds
-- of their owners.
ALTER TABLE "workouts" ADD COLUMN "by_thresholds" boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN "workouts"."by_thresholds" IS 'Family and level go by the thresholds of who does it: it asks for watts, a pace or beats, or is somebody''s own by metres.';
COMMENT ON COLUMN "workouts"."family" IS 'The family of sessions that session.LevelFor reads it as, by its owner''s thresholds; null where it fits none.';
-- atlas:nolint concurrent_index
CREATE INDEX "workouts_by_thresholds" ON "workouts" ("owner_id", "id") WHERE by_thresholds;
