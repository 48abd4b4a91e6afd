-- A restriction says since when it is so, on which of the athlete's days it was cleared, and whether it was ever so. What was cleared before this was over,
-- on the athlete's day of that instant.
ALTER TYPE "restriction_source" ADD VALUE 'STATED';
CREATE TYPE "restriction_ending" AS ENUM ('OVER', 'NEVER_SO');
ALTER TABLE "restrictions" ADD COLUMN "since" date CHECK (since BETWEEN '1900-01-01' AND '2199-12-31'),
  ADD COLUMN "cleared_on" date CHECK (cleared_on BETWEEN '1900-01-01' AND '2199-12-31'), ADD COLUMN "ending" "restriction_ending";
UPDATE "restrictions" AS r SET "cleared_on" = (r.cleared_at AT TIME ZONE u.time_zone)::date, "ending" = 'OVER' FROM "users" AS u
  WHERE u.id = r.athlete_id AND r.cleared_at IS NOT NULL;
ALTER TABLE "restrictions" ADD CHECK (since <= said_on), ADD CHECK ((cleared_at IS NULL) = (cleared_on IS NULL)), ADD CHECK ((cleared_at IS NULL) = (ending IS NULL));
COMMENT ON COLUMN "restrictions"."since" IS 'The day on which it began, of a birth that of the birth; null where nobody said.';
COMMENT ON COLUMN "restrictions"."cleared_at" IS 'When the athlete stated that it has ended; null while it holds.';
COMMENT ON COLUMN "restrictions"."cleared_on" IS 'The athlete''s day of cleared_at: the way back begins on it.';
COMMENT ON COLUMN "restrictions"."ending" IS 'How it ended: OVER has a way back, NEVER_SO has none.';
