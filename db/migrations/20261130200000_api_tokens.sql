-- Create enum type "api_scope"
CREATE TYPE "api_scope" AS ENUM ('READ', 'WRITE', 'PLAN');
-- Create "api_tokens" table
CREATE TABLE "api_tokens" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "hash" bytea NOT NULL, "name" text NOT NULL, "scopes" "api_scope"[] NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "last_used_at" timestamptz NULL, PRIMARY KEY ("id"), CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "api_tokens_hash_check" CHECK (octet_length(hash) = 32), CONSTRAINT "api_tokens_name_check" CHECK (char_length(name) BETWEEN 1 AND 100), CONSTRAINT "api_tokens_scopes_check" CHECK (cardinality(scopes) BETWEEN 1 AND 3));
-- Create index "api_tokens_expiry" to table: "api_tokens"
CREATE INDEX "api_tokens_expiry" ON "api_tokens" ("expires_at");
-- Create index "api_tokens_hash" to table: "api_tokens"
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" ("hash");
-- Create index "api_tokens_user" to table: "api_tokens"
CREATE INDEX "api_tokens_user" ON "api_tokens" ("user_id", "created_at");
-- Set comment to table: "api_tokens"
COMMENT ON TABLE "api_tokens" IS 'What tools show in place of a log-in, until it expires or is revoked.';
-- Set comment to column: "id" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."id" IS 'Identity, random.';
-- Set comment to column: "user_id" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."user_id" IS 'For whom it asks.';
-- Set comment to column: "hash" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."hash" IS 'SHA-256 of the token; the token itself is nowhere.';
-- Set comment to column: "name" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."name" IS 'What the user calls it.';
-- Set comment to column: "scopes" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."scopes" IS 'What it may do.';
-- Set comment to column: "created_at" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."created_at" IS 'When it was made.';
-- Set comment to column: "expires_at" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."expires_at" IS 'When it ends.';
-- Set comment to column: "last_used_at" on table: "api_tokens"
COMMENT ON COLUMN "api_tokens" ."last_used_at" IS 'When it was used last, to the minute; null for never.';
