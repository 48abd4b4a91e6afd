-- Modify "plan_runs" table
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_candidates_check" CHECK ((candidates >= 1) AND (candidates <= 3)), ADD CONSTRAINT "plan_runs_chosen_check" CHECK ((chosen >= 1) AND (chosen <= 3)), ADD CONSTRAINT "plan_runs_ways_check" CHECK ((jsonb_array_length(ways) <= 3) AND (octet_length((ways)::text) <= 16777216)), ADD COLUMN "candidates" smallint NOT NULL DEFAULT 1, ADD COLUMN "ways" jsonb NULL, ADD COLUMN "chosen" smallint NULL;
-- Set comment to column: "candidates" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."candidates" IS 'How many fortnights are asked for.';
-- Set comment to column: "ways" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."ways" IS 'The fortnights it proposes where several were asked for: a list of planner.Candidate, whose first is the proposal itself.';
-- Set comment to column: "chosen" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."chosen" IS 'Which of several was put onto the calendar last, from 1; null for none, or where there is but one.';
