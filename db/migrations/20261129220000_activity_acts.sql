-- Add values to enum type: "calendar_act"
ALTER TYPE "calendar_act" ADD VALUE 'LOG_ACTIVITIES';
ALTER TYPE "calendar_act" ADD VALUE 'REMOVE_ACTIVITY';
ALTER TYPE "calendar_act" ADD VALUE 'MERGE_ACTIVITIES';
ALTER TYPE "calendar_act" ADD VALUE 'KEEP_ACTIVITIES';
ALTER TYPE "calendar_act" ADD VALUE 'LINK_ACTIVITY';
ALTER TYPE "calendar_act" ADD VALUE 'UNLINK_ACTIVITY';
-- Set comment to column: "images" on table: "calendar_changes"
COMMENT ON COLUMN "calendar_changes" ."images" IS 'Sessions, activities and locks of days before and after, so that it can be taken back; of what is too large the days alone.';
