COMMENT ON COLUMN "refresh_tokens"."used_at" IS 'When it was exchanged first; null for one that is good. It answers again for ten seconds.';
