-- Create "coach_invitations" table
CREATE TABLE "coach_invitations" ("athlete_id" uuid NOT NULL, "coach_id" uuid NOT NULL, "created_at" timestamptz NOT NULL, PRIMARY KEY ("athlete_id", "coach_id"), CONSTRAINT "coach_invitations_athlete_id_fkey" FOREIGN KEY ("athlete_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "coach_invitations_coach_id_fkey" FOREIGN KEY ("coach_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "coach_invitations_check" CHECK (coach_id <> athlete_id));
-- Create index "coach_invitations_coach" to table: "coach_invitations"
CREATE INDEX "coach_invitations_coach" ON "coach_invitations" ("coach_id", "created_at");
-- Set comment to table: "coach_invitations"
COMMENT ON TABLE "coach_invitations" IS 'Whom an athlete wants as a coach who has not accepted yet. The athlete is not told of it: it would tell whose address is a coach''s.';
-- Set comment to column: "athlete_id" on table: "coach_invitations"
COMMENT ON COLUMN "coach_invitations" ."athlete_id" IS 'Who invited.';
-- Set comment to column: "coach_id" on table: "coach_invitations"
COMMENT ON COLUMN "coach_invitations" ."coach_id" IS 'Who was invited.';
-- Set comment to column: "created_at" on table: "coach_invitations"
COMMENT ON COLUMN "coach_invitations" ."created_at" IS 'When, the last time.';
