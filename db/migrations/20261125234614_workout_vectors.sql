-- Create "embedders" table
CREATE TABLE "embedders" ("id" text NOT NULL, "served_at" timestamptz NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "embedders_id_check" CHECK ((char_length(id) >= 1) AND (char_length(id) <= 100)));
-- Set comment to table: "embedders"
COMMENT ON TABLE "embedders" IS 'What makes vectors of workouts. Each server finds by its own; vectors of one that no server uses any more are deleted.';
-- Set comment to column: "id" on table: "embedders"
COMMENT ON COLUMN "embedders" ."id" IS 'Names all that changes a vector.';
-- Set comment to column: "served_at" on table: "embedders"
COMMENT ON COLUMN "embedders" ."served_at" IS 'When a server last used it, or filled it up to use it.';
-- Create "workout_vectors" table
CREATE TABLE "workout_vectors" ("workout_id" uuid NOT NULL, "embedder_id" text NOT NULL, "embedding" vector(384) NOT NULL, PRIMARY KEY ("workout_id", "embedder_id"), CONSTRAINT "workout_vectors_embedder_id_fkey" FOREIGN KEY ("embedder_id") REFERENCES "embedders" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "workout_vectors_workout_id_fkey" FOREIGN KEY ("workout_id") REFERENCES "workouts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- What is there moves over
INSERT INTO "embedders" ("id", "served_at") SELECT DISTINCT "embedder_id", now() FROM "workouts" WHERE "embedder_id" IS NOT NULL;
INSERT INTO "workout_vectors" ("workout_id", "embedder_id", "embedding") SELECT "id", "embedder_id", "embedding" FROM "workouts" WHERE "embedder_id" IS NOT NULL;
-- Modify "workouts" table
-- atlas:nolint destructive
ALTER TABLE "workouts" DROP CONSTRAINT "workouts_check", DROP CONSTRAINT "workouts_embedder_id_check", DROP COLUMN "embedding", DROP COLUMN "embedder_id";
-- Create index "workout_vectors_embedding" to table: "workout_vectors"
CREATE INDEX "workout_vectors_embedding" ON "workout_vectors" USING hnsw ("embedding" vector_cosine_ops);
-- Set comment to table: "workout_vectors"
COMMENT ON TABLE "workout_vectors" IS 'What workouts mean. A vector is of the workout as it is: whatever changes a workout deletes its vectors.';
-- Set comment to column: "workout_id" on table: "workout_vectors"
COMMENT ON COLUMN "workout_vectors" ."workout_id" IS 'Of which workout.';
-- Set comment to column: "embedder_id" on table: "workout_vectors"
COMMENT ON COLUMN "workout_vectors" ."embedder_id" IS 'Who made the vector; vectors of two embedders are never compared.';
-- Set comment to column: "embedding" on table: "workout_vectors"
COMMENT ON COLUMN "workout_vectors" ."embedding" IS 'A unit vector.';
