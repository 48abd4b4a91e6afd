-- Modify "check_ins" table
ALTER TABLE "check_ins" ADD COLUMN "names_banned" boolean NOT NULL DEFAULT true, ADD COLUMN "names_banned_sports" boolean NOT NULL DEFAULT true, ADD COLUMN "athlete_sick" boolean NOT NULL DEFAULT false, ADD COLUMN "athlete_banned" "muscle_group"[] NOT NULL DEFAULT '{}', ADD COLUMN "athlete_banned_sports" "sport"[] NOT NULL DEFAULT '{}';
-- What the athlete had said stays the athlete's
UPDATE "check_ins" SET "athlete_sick" = "sick", "athlete_banned" = "banned", "athlete_banned_sports" = "banned_sports" WHERE "said_by_athlete";
-- Modify "check_ins" table
ALTER TABLE "check_ins" DROP COLUMN "said_by_athlete", ADD CONSTRAINT "check_ins_check" CHECK (athlete_banned <@ banned), ADD CONSTRAINT "check_ins_check1" CHECK (athlete_banned_sports <@ banned_sports);
-- Set comment to column: "names_banned" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."names_banned" IS 'Whether banned was said of this day; else it is what goes on from the day before.';
-- Set comment to column: "names_banned_sports" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."names_banned_sports" IS 'Whether banned_sports was said of this day; else it is what goes on from the day before.';
-- Set comment to column: "athlete_sick" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."athlete_sick" IS 'Whether the athlete said sick, which nobody else takes back then.';
-- Set comment to column: "athlete_banned" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."athlete_banned" IS 'What of banned the athlete said, which nobody else takes back.';
-- Set comment to column: "athlete_banned_sports" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."athlete_banned_sports" IS 'What of banned_sports the athlete said, which nobody else takes back.';
