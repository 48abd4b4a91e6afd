package dbtest

// Clock are the statements that give a database a clock for tests: now() and clock_timestamp() that go before or behind PostgreSQL's own by what
// clock.put holds. Connections with the search path ClockPath go by it.
var Clock = []string{
	"CREATE SCHEMA clock",
	"CREATE TABLE clock.put (by interval NOT NULL)",
	"INSERT INTO clock.put VALUES ('0')",
	`CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT pg_catalog.now() + by FROM clock.put'`,
	`CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT pg_catalog.clock_timestamp() + by FROM clock.put'`,
}

// ClockPath is the search path of what goes by the clock of a test.
const ClockPath = "clock,pg_catalog,public"
