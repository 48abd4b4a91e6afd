-- Words of enums within documents were kept in the case they were sent in, "monday", and then meant nothing. Here they get their one
-- spelling. A window whose weekday or whose every sport is no word at all is dropped, and so is one that now overlaps another: the one
-- that was right all along stays, else the first. What a window, a check-in or a workout says feeds the plan, so calendars move on.
WITH "wrong" AS (
  SELECT "id", "availability" FROM "users"
  WHERE jsonb_path_exists("availability", '$[*].weekday ? (!(@ == "MONDAY" || @ == "TUESDAY" || @ == "WEDNESDAY" || @ == "THURSDAY" || @ == "FRIDAY" || @ == "SATURDAY" || @ == "SUNDAY"))')
    OR jsonb_path_exists("availability", '$[*].sports[*] ? (@ != null && !(@ == "RUN" || @ == "RIDE" || @ == "SWIM" || @ == "ROW" || @ == "STRENGTH" || @ == "MOBILITY" || @ == "OTHER"))')
), "windows" AS (
  SELECT "wrong"."id", "w"."n", "w"."doc", upper("w"."doc" ->> 'weekday') AS "weekday", upper("w"."doc" ->> 'weekday') = "w"."doc" ->> 'weekday' AS "right",
    "s"."said", "s"."sports", "m"."first", "m"."last" + CASE WHEN "m"."last" < "m"."first" THEN 1440 ELSE 0 END AS "last"
  FROM "wrong" CROSS JOIN LATERAL jsonb_array_elements("wrong"."availability") WITH ORDINALITY AS "w" ("doc", "n")
  CROSS JOIN LATERAL (SELECT left("w"."doc" ->> 'from', 2)::int * 60 + right("w"."doc" ->> 'from', 2)::int AS "first",
    left("w"."doc" ->> 'to', 2)::int * 60 + right("w"."doc" ->> 'to', 2)::int AS "last") AS "m"
  CROSS JOIN LATERAL (SELECT count(*) AS "said",
      coalesce(jsonb_agg(upper("t"."word") ORDER BY "t"."n") FILTER (WHERE upper("t"."word") = ANY (enum_range(NULL::"sport")::text[])), '[]') AS "sports"
    FROM jsonb_array_elements_text(CASE jsonb_typeof("w"."doc" -> 'sports') WHEN 'array' THEN "w"."doc" -> 'sports' ELSE '[]' END) WITH ORDINALITY AS "t" ("word", "n")) AS "s"
), "kept" AS (
  SELECT "a"."id", jsonb_agg("a"."doc" || jsonb_build_object('weekday', "a"."weekday", 'sports', "a"."sports") ORDER BY "a"."n") AS "availability"
  FROM "windows" AS "a"
  WHERE "a"."weekday" IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY') AND ("a"."said" = 0 OR "a"."sports" <> '[]')
    AND NOT EXISTS (SELECT 1 FROM "windows" AS "b" WHERE "b"."id" = "a"."id" AND "b"."weekday" = "a"."weekday" AND ("b"."said" = 0 OR "b"."sports" <> '[]')
      AND ("b"."right", 0 - "b"."n") > ("a"."right", 0 - "a"."n") AND "b"."first" < "a"."last" AND "a"."first" < "b"."last")
  GROUP BY "a"."id"
), "changed" AS (
  UPDATE "users" SET "availability" = coalesce((SELECT "kept"."availability" FROM "kept" WHERE "kept"."id" = "users"."id"), '[]')
  WHERE "id" IN (SELECT "wrong"."id" FROM "wrong") RETURNING "id"
)
UPDATE "calendars" SET "revision" = "revision" + 1 WHERE "athlete_id" IN (SELECT "changed"."id" FROM "changed");
-- The windows of single dates; a date that loses its last one stays, as one without time to train.
WITH "wrong" AS (
  SELECT "id", "date_availability" FROM "users"
  WHERE jsonb_path_exists("date_availability", '$[*].windows[*].sports[*] ? (@ != null && !(@ == "RUN" || @ == "RIDE" || @ == "SWIM" || @ == "ROW" || @ == "STRENGTH" || @ == "MOBILITY" || @ == "OTHER"))')
), "dates" AS (
  SELECT "wrong"."id", jsonb_agg("d"."doc" || jsonb_build_object('windows', "k"."windows") ORDER BY "d"."n") AS "date_availability"
  FROM "wrong" CROSS JOIN LATERAL jsonb_array_elements("wrong"."date_availability") WITH ORDINALITY AS "d" ("doc", "n")
  CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg("w"."doc" || jsonb_build_object('sports', "s"."sports") ORDER BY "w"."n")
      FILTER (WHERE "s"."said" = 0 OR "s"."sports" <> '[]'), '[]') AS "windows"
    FROM jsonb_array_elements(CASE jsonb_typeof("d"."doc" -> 'windows') WHEN 'array' THEN "d"."doc" -> 'windows' ELSE '[]' END) WITH ORDINALITY AS "w" ("doc", "n")
    CROSS JOIN LATERAL (SELECT count(*) AS "said",
        coalesce(jsonb_agg(upper("t"."word") ORDER BY "t"."n") FILTER (WHERE upper("t"."word") = ANY (enum_range(NULL::"sport")::text[])), '[]') AS "sports"
      FROM jsonb_array_elements_text(CASE jsonb_typeof("w"."doc" -> 'sports') WHEN 'array' THEN "w"."doc" -> 'sports' ELSE '[]' END) WITH ORDINALITY AS "t" ("word", "n")) AS "s") AS "k"
  GROUP BY "wrong"."id"
), "changed" AS (
  UPDATE "users" SET "date_availability" = "dates"."date_availability" FROM "dates" WHERE "users"."id" = "dates"."id" RETURNING "users"."id"
)
UPDATE "calendars" SET "revision" = "revision" + 1 WHERE "athlete_id" IN (SELECT "changed"."id" FROM "changed");
-- Soreness; of a region that is there twice the worse.
WITH "wrong" AS (
  SELECT "athlete_id", "date", "soreness" FROM "check_ins"
  WHERE jsonb_path_exists("soreness", '$[*].muscleGroup ? (!(@ == "LEGS" || @ == "PUSH" || @ == "PULL" || @ == "CORE"))')
), "regions" AS (
  SELECT DISTINCT ON ("wrong"."athlete_id", "wrong"."date", upper("s"."doc" ->> 'muscleGroup')) "wrong"."athlete_id", "wrong"."date", "s"."n",
    "s"."doc" || jsonb_build_object('muscleGroup', upper("s"."doc" ->> 'muscleGroup')) AS "doc"
  FROM "wrong" CROSS JOIN LATERAL jsonb_array_elements("wrong"."soreness") WITH ORDINALITY AS "s" ("doc", "n")
  WHERE upper("s"."doc" ->> 'muscleGroup') = ANY (enum_range(NULL::"muscle_group")::text[])
  ORDER BY "wrong"."athlete_id", "wrong"."date", upper("s"."doc" ->> 'muscleGroup'), ("s"."doc" ->> 'level')::int DESC, "s"."n"
), "changed" AS (
  UPDATE "check_ins" SET "soreness" = coalesce((SELECT jsonb_agg("r"."doc" ORDER BY "r"."n") FROM "regions" AS "r"
    WHERE "r"."athlete_id" = "check_ins"."athlete_id" AND "r"."date" = "check_ins"."date"), '[]')
  WHERE ("athlete_id", "date") IN (SELECT "wrong"."athlete_id", "wrong"."date" FROM "wrong") RETURNING "athlete_id"
)
UPDATE "calendars" SET "revision" = "revision" + 1 WHERE "athlete_id" IN (SELECT "changed"."athlete_id" FROM "changed");
-- The sports of blocks; one that is no word is the workout's. What a workout weighs is measured whenever it is read.
WITH "wrong" AS (
  SELECT "id", "sport", "blocks" FROM "workouts"
  WHERE jsonb_path_exists("blocks", '$[*].sport ? (!(@ == "RUN" || @ == "RIDE" || @ == "SWIM" || @ == "ROW" || @ == "STRENGTH" || @ == "MOBILITY" || @ == "OTHER"))')
), "right" AS (
  SELECT "wrong"."id", jsonb_agg("b"."doc" || jsonb_build_object('sport', CASE WHEN upper("b"."doc" ->> 'sport') = ANY (enum_range(NULL::"sport")::text[])
    THEN upper("b"."doc" ->> 'sport') ELSE "wrong"."sport"::text END) ORDER BY "b"."n") AS "blocks"
  FROM "wrong" CROSS JOIN LATERAL jsonb_array_elements("wrong"."blocks") WITH ORDINALITY AS "b" ("doc", "n")
  GROUP BY "wrong"."id"
), "changed" AS (
  UPDATE "workouts" SET "blocks" = "right"."blocks", "revision" = "workouts"."revision" + 1 FROM "right" WHERE "workouts"."id" = "right"."id" RETURNING "workouts"."id"
)
UPDATE "calendars" SET "revision" = "revision" + 1
WHERE "athlete_id" IN (SELECT "planned_sessions"."athlete_id" FROM "planned_sessions" JOIN "changed" ON "changed"."id" = "planned_sessions"."workout_id");
