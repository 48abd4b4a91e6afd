-- Servers search the shared library in memory, and read what is new when it has another version.
ALTER TABLE "workout_vectors" ADD COLUMN "version" bigint NULL, ADD CONSTRAINT "workout_vectors_version_check" CHECK (version > 0);
CREATE INDEX "workout_vectors_version" ON "workout_vectors" ("version") WHERE (version IS NOT NULL);
COMMENT ON COLUMN "workout_vectors"."version" IS 'The version that the shared library got with it; null for somebody''s own workout, and for what is older than versions.';
CREATE TABLE "library_state" (
  "one" boolean NOT NULL,
  "version" bigint NOT NULL,
  "rewritten" bigint NOT NULL,
  PRIMARY KEY ("one"),
  CONSTRAINT "library_state_one_check" CHECK (one),
  CONSTRAINT "library_state_version_check" CHECK (version >= 0),
  CONSTRAINT "library_state_rewritten_check" CHECK (rewritten >= 0)
);
COMMENT ON TABLE "library_state" IS 'Where the shared library stands, so that who remembers it knows what to read anew. No row before the first change.';
COMMENT ON COLUMN "library_state"."one" IS 'There is one row.';
COMMENT ON COLUMN "library_state"."version" IS 'Grows with each change that gives a shared workout a vector, in the transaction of the change.';
COMMENT ON COLUMN "library_state"."rewritten" IS 'Grows where families of shared workouts are read anew: all is to be read then.';
