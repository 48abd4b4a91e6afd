-- What nobody said is not said: who never chose a priority is planned for as the goal asks. Those of accounts that stand are kept, as nothing
-- tells a chosen one from the default.
ALTER TABLE "users" ALTER COLUMN "priority" DROP NOT NULL;
COMMENT ON COLUMN "users"."priority" IS 'What wins where strength and endurance compete; null for what the goal asks.';
