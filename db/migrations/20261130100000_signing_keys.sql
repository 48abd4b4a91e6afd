CREATE TABLE signing_keys (
  id uuid PRIMARY KEY,
  sealed bytea NOT NULL CHECK (octet_length(sealed) = 60),
  signs_from timestamptz NOT NULL
);
COMMENT ON TABLE signing_keys IS 'What access tokens are signed by, on all servers that share the keys by the database.';
COMMENT ON COLUMN signing_keys.id IS 'Identity, random; authenticated with the sealed key.';
COMMENT ON COLUMN signing_keys.sealed IS 'The key, as auth.Key.Seal encrypts it by a key that the database does not have.';
COMMENT ON COLUMN signing_keys.signs_from IS 'When it begins to sign, by the clock of the database; until when its tokens are good follows from the next one.';
