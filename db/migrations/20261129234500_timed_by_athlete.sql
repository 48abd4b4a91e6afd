-- Work and calories take as long as the athlete's power makes them, as a way takes as long as the athlete's speed does. In the stored form quotes within
-- texts are escaped, so that none of them looks like an end
UPDATE "workouts" SET "by_distance" = true
WHERE "body" LIKE '%"end":{"kind":"UNTIL_WORK"%' OR "body" LIKE '%"end":{"kind":"UNTIL_CALORIES"%';
-- Set comment to column: "by_distance" on table: "workouts"
COMMENT ON COLUMN "workouts"."by_distance" IS 'Some step is by distance, work or calories: the athlete''s speed or power decides how long it takes.';
