-- Modify "plan_runs" table
ALTER TABLE "plan_runs" ADD COLUMN "model" text NULL, ADD COLUMN "prompt_version" text NULL, ADD COLUMN "model_requests" integer NOT NULL DEFAULT 0, ADD COLUMN "input_tokens" integer NOT NULL DEFAULT 0, ADD COLUMN "output_tokens" integer NOT NULL DEFAULT 0, ADD CONSTRAINT "plan_runs_input_tokens_check" CHECK (input_tokens >= 0), ADD CONSTRAINT "plan_runs_model_check" CHECK ((char_length(model) >= 1) AND (char_length(model) <= 100)), ADD CONSTRAINT "plan_runs_model_requests_check" CHECK (model_requests >= 0), ADD CONSTRAINT "plan_runs_output_tokens_check" CHECK (output_tokens >= 0), ADD CONSTRAINT "plan_runs_prompt_version_check" CHECK ((char_length(prompt_version) >= 1) AND (char_length(prompt_version) <= 40));
-- Set comment to column: "model" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."model" IS 'Name of the language model that it asked; null where it asked none.';
-- Set comment to column: "prompt_version" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."prompt_version" IS 'Version of the instructions that the model was given; null where none was asked.';
-- Set comment to column: "model_requests" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."model_requests" IS 'Requests sent to the model.';
-- Set comment to column: "input_tokens" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."input_tokens" IS 'Tokens that the model read.';
-- Set comment to column: "output_tokens" on table: "plan_runs"
COMMENT ON COLUMN "plan_runs" ."output_tokens" IS 'Tokens that the model wrote, thinking included.';
