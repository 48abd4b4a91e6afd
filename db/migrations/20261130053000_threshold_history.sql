-- Modify "users" table
ALTER TABLE "users" ADD CONSTRAINT "users_threshold_history_check" CHECK ((jsonb_array_length(threshold_history) <= 200) AND (octet_length((threshold_history)::text) <= 65536)), ADD COLUMN "threshold_history" jsonb NOT NULL DEFAULT '[]';
-- Set comment to column: "threshold_history" on table: "users"
COMMENT ON COLUMN "users" ."threshold_history" IS 'Since when thresholds and one-repetition maxima are as they are and were, the newest first: a list of training.KnownThreshold.';
-- What is known today has been so since it was measured, where that was stated, else since the account was opened.
UPDATE "users" AS u SET "threshold_history" = (
  SELECT coalesce(jsonb_agg(k.entry ORDER BY k.entry ->> 'on' DESC, k.place, k.entry ->> 'exerciseId'), '[]') FROM (
    SELECT jsonb_build_object('kind', v.kind, 'value', v.value, 'on', coalesce(u.thresholds_measured_on, (u.created_at AT TIME ZONE 'UTC')::date)) AS entry,
      v.place FROM (VALUES ('FTP', u.ftp_watts, 1), ('ROW_FTP', u.row_ftp_watts, 2), ('THRESHOLD_PACE', u.threshold_seconds_per_kilometer, 3),
        ('CRITICAL_SWIM_SPEED', u.critical_swim_seconds_per_100_meters, 4), ('THRESHOLD_HEART_RATE', u.threshold_heart_rate, 5),
        ('MAX_HEART_RATE', u.max_heart_rate, 6), ('RESTING_HEART_RATE', u.resting_heart_rate, 7)) AS v (kind, value, place)
      WHERE v.value IS NOT NULL
    UNION ALL
    SELECT jsonb_build_object('kind', 'ONE_REP_MAX', 'exerciseId', m ->> 'exerciseId', 'value', m -> 'kilograms', 'on', m ->> 'measuredOn'), 8
      FROM jsonb_array_elements(u.one_rep_maxes) AS m
  ) AS k);
