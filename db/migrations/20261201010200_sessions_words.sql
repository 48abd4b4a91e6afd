-- Modify "planned_sessions" table
ALTER TABLE "planned_sessions" ADD COLUMN "alone" text NULL CHECK (char_length(alone) <= 1000), ADD COLUMN "leans" jsonb NULL CHECK (jsonb_array_length(leans) BETWEEN 1 AND 40);
-- Set comment to column: "alone" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions"."alone" IS 'What of the rationale holds wherever the session and others stand; null where nothing else is said.';
-- Set comment to column: "leans" on table: "planned_sessions"
COMMENT ON COLUMN "planned_sessions"."leans" IS 'The days whose sessions the rationale speaks of.';
