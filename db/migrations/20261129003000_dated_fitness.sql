-- A stated fitness has a date: that of those stated so far is not known, so it is the day on which the account was opened.
ALTER TABLE "users" ADD COLUMN "starting_fitness_on" date NULL;
UPDATE "users" SET "starting_fitness_on" = ("created_at" AT TIME ZONE 'UTC')::date WHERE "starting_fitness" IS NOT NULL;
ALTER TABLE "users" ADD CONSTRAINT "users_starting_fitness_on_check" CHECK (("starting_fitness_on" >= '1900-01-01'::date) AND ("starting_fitness_on" <= '2199-12-31'::date)), ADD CONSTRAINT "users_starting_fitness_dated" CHECK (("starting_fitness" IS NULL) = ("starting_fitness_on" IS NULL));
COMMENT ON COLUMN "users" ."starting_fitness" IS 'Fitness (CTL) as the athlete stated it, in TSS a day.';
COMMENT ON COLUMN "users" ."starting_fitness_on" IS 'The day that begins with starting_fitness.';
-- An activity lasts a minute or longer, here as in the API, and says when its load is by its pace.
UPDATE "activities" SET "duration_seconds" = 60 WHERE "duration_seconds" < 60;
ALTER TABLE "activities" DROP CONSTRAINT "activities_duration_seconds_check", ADD CONSTRAINT "activities_duration_seconds_check" CHECK (("duration_seconds" >= 60) AND ("duration_seconds" <= 172800)), ADD COLUMN "pace_factor" double precision NULL, ADD CONSTRAINT "activities_pace_factor_check" CHECK (("pace_factor" >= (0.2)::double precision) AND ("pace_factor" <= (2.5)::double precision));
COMMENT ON COLUMN "activities" ."pace_factor" IS 'Mean pace as a fraction of threshold, where tss was got from it.';
