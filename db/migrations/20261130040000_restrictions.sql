-- Create enum type "restriction_source"
CREATE TYPE "restriction_source" AS ENUM ('WISH', 'GOAL', 'CHECK_IN', 'COMMENT', 'NOTE');
-- Modify "check_ins" table
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_note_check" CHECK (char_length(note) <= 500), ADD COLUMN "note" text NULL;
-- Set comment to column: "note" on table: "check_ins"
COMMENT ON COLUMN "check_ins" ."note" IS 'In the athlete''s words.';
-- Modify "plan_runs" table
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_heard_check" CHECK ((jsonb_array_length(heard) <= 48) AND (octet_length((heard)::text) <= 131072)), ADD CONSTRAINT "plan_runs_questions_check" CHECK ((jsonb_array_length(questions) <= 3) AND (octet_length((questions)::text) <= 65536)), ADD CONSTRAINT "plan_runs_wishes_check" CHECK ((jsonb_array_length(wishes) <= 24) AND (octet_length((wishes)::text) <= 65536)), ADD COLUMN "wishes" jsonb NULL, ADD COLUMN "heard" jsonb NULL, ADD COLUMN "questions" jsonb NULL;
-- Set comment to column: "wishes" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."wishes" IS 'What is wished for as data: a list of wish.Wish; null for nothing.';
-- Set comment to column: "heard" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."heard" IS 'What was wished for, in words and as data, and what became of it: a list of planner.Heard.';
-- Set comment to column: "questions" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."questions" IS 'What can be read in several ways: a list of wish.Question.';
-- Create "restrictions" table
CREATE TABLE "restrictions" ("id" uuid NOT NULL, "athlete_id" uuid NOT NULL, "condition" "condition" NOT NULL, "source" "restriction_source" NOT NULL, "words" text NOT NULL, "said_on" date NOT NULL, "said_by" uuid NULL, "cleared_at" timestamptz NULL, "statement" text NULL, PRIMARY KEY ("id"), CONSTRAINT "restrictions_athlete_id_fkey" FOREIGN KEY ("athlete_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "restrictions_said_by_fkey" FOREIGN KEY ("said_by") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE SET NULL, CONSTRAINT "restrictions_check" CHECK ((cleared_at IS NULL) = (statement IS NULL)), CONSTRAINT "restrictions_said_on_check" CHECK ((said_on >= '1900-01-01'::date) AND (said_on <= '2199-12-31'::date)), CONSTRAINT "restrictions_statement_check" CHECK ((char_length(statement) >= 1) AND (char_length(statement) <= 500)), CONSTRAINT "restrictions_words_check" CHECK (char_length(words) <= 160));
-- Create index "restrictions_athlete" to table: "restrictions"
CREATE INDEX "restrictions_athlete" ON "restrictions" ("athlete_id", "said_on", "id");
-- Create index "restrictions_open" to table: "restrictions"
CREATE UNIQUE INDEX "restrictions_open" ON "restrictions" ("athlete_id", "condition") WHERE (cleared_at IS NULL);
-- Create index "restrictions_said_by" to table: "restrictions"
CREATE INDEX "restrictions_said_by" ON "restrictions" ("said_by");
-- Set comment to table: "restrictions"
COMMENT ON TABLE "restrictions" IS 'Conditions that somebody spoke of: each holds until the athlete states that it is over.';
-- Set comment to column: "id" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."id" IS 'Identity, random.';
-- Set comment to column: "athlete_id" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."athlete_id" IS 'Who.';
-- Set comment to column: "condition" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."condition" IS 'What training has to heed.';
-- Set comment to column: "source" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."source" IS 'Where the words stood.';
-- Set comment to column: "words" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."words" IS 'The words; empty where it was stated as data.';
-- Set comment to column: "said_on" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."said_on" IS 'The athlete''s day on which it was said.';
-- Set comment to column: "said_by" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."said_by" IS 'By whom, the athlete or a coach; null when that account is gone.';
-- Set comment to column: "cleared_at" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."cleared_at" IS 'When the athlete stated that it is over; null while it holds.';
-- Set comment to column: "statement" on table: "restrictions"
COMMENT ON COLUMN "restrictions" ."statement" IS 'What the athlete stated.';
-- What was read of wishes, in the kinds that there are now: a limit of minutes is a LIMIT, and symptoms are a GATE, of an illness where nothing
-- says which.
UPDATE "plan_events" SET "payload" = jsonb_set("payload", '{wishes}', (
  SELECT coalesce(jsonb_agg(CASE w ->> 'kind'
    WHEN 'MAX_MINUTES' THEN w || '{"kind": "LIMIT", "bound": "AT_MOST", "per": "DAY"}'
    WHEN 'UNWELL' THEN w || '{"kind": "GATE", "condition": "ILL_BELOW_NECK"}'
    ELSE w END ORDER BY n), '[]') FROM jsonb_array_elements("payload" -> 'wishes') WITH ORDINALITY AS e (w, n)))
WHERE "kind" = 'WishRead' AND jsonb_typeof("payload" -> 'wishes') = 'array';
UPDATE "plan_runs" SET "progress" = jsonb_set("progress", '{wishes}', (
  SELECT coalesce(jsonb_agg(CASE w ->> 'kind'
    WHEN 'MAX_MINUTES' THEN w || '{"kind": "LIMIT", "bound": "AT_MOST", "per": "DAY"}'
    WHEN 'UNWELL' THEN w || '{"kind": "GATE", "condition": "ILL_BELOW_NECK"}'
    ELSE w END ORDER BY n), '[]') FROM jsonb_array_elements("progress" -> 'wishes') WITH ORDINALITY AS e (w, n)))
WHERE jsonb_typeof("progress" -> 'wishes') = 'array';
