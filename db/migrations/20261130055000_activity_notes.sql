-- Modify "activities" table
ALTER TABLE "activities" ADD CONSTRAINT "activities_note_check" CHECK ((char_length(note) >= 1) AND (char_length(note) <= 500)), ADD COLUMN "note" text NULL;
-- Set comment to column: "note" on table: "activities"
COMMENT ON COLUMN "activities"."note" IS 'In the athlete''s words.';
