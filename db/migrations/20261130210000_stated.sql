-- What profiles state is kept as restrictions too, so that it is known how long it has held once it ends: of what stands, from this day on.
INSERT INTO "restrictions" ("id", "athlete_id", "condition", "source", "words", "said_on", "said_by")
  SELECT gen_random_uuid(), u.id, c.condition, 'STATED', '', (now() AT TIME ZONE u.time_zone)::date, u.id
  FROM "users" AS u CROSS JOIN LATERAL (SELECT DISTINCT unnest(u.conditions) AS condition) AS c
  ON CONFLICT (athlete_id, condition) WHERE cleared_at IS NULL DO NOTHING;
