// Runs the GraphQL-over-HTTP audit suite against a server: node audit.mjs URL
// Introspection must be on there. Prints every audit that is not ok, then the counts; exits 1 unless all are ok.
import { auditServer } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

const results = await auditServer({ url });
const counts = {};
for (const { id, name, status, reason } of results) {
  counts[status] = (counts[status] ?? 0) + 1;
  if (status !== 'ok') console.log(`${status} ${id} ${name}: ${reason}`);
}
console.log(JSON.stringify({ audits: results.length, ...counts }));
process.exit(results.length > 0 && counts.ok === results.length ? 0 : 1);
