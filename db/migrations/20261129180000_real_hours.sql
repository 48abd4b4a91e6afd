-- A time zone is one of a place: what zone files hold beside places becomes the place it stands for, or UTC.
UPDATE users SET time_zone = CASE
  WHEN time_zone ~ '^(posix|right)/.' THEN regexp_replace(time_zone, '^(posix|right)/', '')
  ELSE 'UTC'
END
WHERE lower(time_zone) IN ('local', 'localtime', 'posixrules', 'factory') OR time_zone ~ '^(posix|right)/';
-- A window of the week that crosses midnight ends where the next day's first begins.
WITH days (name, number) AS (
  VALUES ('MONDAY', 0), ('TUESDAY', 1), ('WEDNESDAY', 2), ('THURSDAY', 3), ('FRIDAY', 4), ('SATURDAY', 5), ('SUNDAY', 6)
), windows AS (
  SELECT u.id, e.place, e.entry, d.number, e.entry->>'from' COLLATE "C" AS begins, e.entry->>'to' COLLATE "C" AS ends
  FROM users AS u CROSS JOIN LATERAL jsonb_array_elements(u.availability) WITH ORDINALITY AS e (entry, place)
  LEFT JOIN days AS d ON d.name = e.entry->>'weekday'
), firsts AS (
  SELECT id, (number + 6) % 7 AS before, min(begins) AS begins FROM windows WHERE number IS NOT NULL GROUP BY id, number
), shortened AS (
  SELECT w.id, jsonb_agg(CASE WHEN w.ends < w.begins AND f.begins < w.ends THEN jsonb_set(w.entry, '{to}', to_jsonb(f.begins)) ELSE w.entry END
    ORDER BY w.place) AS availability
  FROM windows AS w LEFT JOIN firsts AS f ON f.id = w.id AND f.before = w.number
  GROUP BY w.id
), changed AS (
  UPDATE users AS u SET availability = s.availability FROM shortened AS s WHERE s.id = u.id AND s.availability <> u.availability RETURNING u.id
)
UPDATE calendars SET revision = revision + 1 WHERE athlete_id IN (SELECT id FROM changed);
-- So does one of a single date, before another date or a weekday; and one of a date begins where that of the weekday before it ends.
WITH listed AS (
  SELECT u.id, u.availability, e.place, e.entry, (e.entry->>'date')::date AS date,
    CASE jsonb_typeof(e.entry->'windows') WHEN 'array' THEN e.entry->'windows' ELSE '[]' END AS windows
  FROM users AS u CROSS JOIN LATERAL jsonb_array_elements(u.date_availability) WITH ORDINALITY AS e (entry, place)
), bounds AS (
  SELECT l.*, (
    SELECT max(w->>'to' COLLATE "C") FROM jsonb_array_elements(l.availability) AS w
    WHERE w->>'weekday' = to_char(l.date - 1, 'FMDAY') AND w->>'to' COLLATE "C" < w->>'from' COLLATE "C"
      AND NOT EXISTS (SELECT 1 FROM listed AS b WHERE b.id = l.id AND b.date = l.date - 1)
  ) AS opens, CASE WHEN EXISTS (SELECT 1 FROM listed AS b WHERE b.id = l.id AND b.date = l.date + 1) THEN (
    SELECT min(w->>'from' COLLATE "C") FROM listed AS b CROSS JOIN LATERAL jsonb_array_elements(b.windows) AS w
    WHERE b.id = l.id AND b.date = l.date + 1
  ) ELSE (
    SELECT min(w->>'from' COLLATE "C") FROM jsonb_array_elements(l.availability) AS w WHERE w->>'weekday' = to_char(l.date + 1, 'FMDAY')
  ) END AS closes
  FROM listed AS l
), shortened AS (
  SELECT b.id, b.place, b.entry, (
    SELECT coalesce(jsonb_agg(w || jsonb_build_object('from', greatest(w->>'from' COLLATE "C", b.opens), 'to',
      CASE WHEN w->>'to' COLLATE "C" < w->>'from' COLLATE "C" THEN least(w->>'to' COLLATE "C", b.closes) ELSE w->>'to' END) ORDER BY n), '[]')
    FROM jsonb_array_elements(b.windows) WITH ORDINALITY AS e (w, n)
    WHERE b.opens IS NULL OR w->>'to' COLLATE "C" < w->>'from' COLLATE "C" OR w->>'to' COLLATE "C" > b.opens
  ) AS windows
  FROM bounds AS b
), dates AS (
  SELECT id, jsonb_agg(jsonb_set(entry, '{windows}', windows) ORDER BY place) AS date_availability FROM shortened GROUP BY id
), changed AS (
  UPDATE users AS u SET date_availability = d.date_availability FROM dates AS d WHERE d.id = u.id AND d.date_availability <> u.date_availability
  RETURNING u.id
)
UPDATE calendars SET revision = revision + 1 WHERE athlete_id IN (SELECT id FROM changed);
