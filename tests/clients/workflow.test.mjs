// Each client does what a client does: it signs up, plans, watches, is cut off and resumes, locks, meets a conflict, repairs it, replaces a session, and reads
// twenty athletes as their coach.
import { after, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphcacheKeys, relayDataID } from '../../clients/javascript/dist/cache.js';
import { apollo } from './apollo.mjs';
import { cuttable } from './cut.mjs';
import { prepare, readSchema } from './documents.mjs';
import { examples, runExample } from './examples.mjs';
import { athlete, coach } from './flow.mjs';
import { graphcache } from './graphcache.mjs';
import { kit } from './kit.mjs';
import { closeAll, promises } from './login.mjs';
import { graphqlSSE, graphqlWS } from './plain.mjs';
import { compile, relayClient } from './relay.mjs';
import { startServer } from './server.mjs';
import { sender } from './wire.mjs';
import { makeTwenty } from './world.mjs';

const clients = {
  'Apollo Client 3': (settings) => apollo(3, settings),
  'Apollo Client 4': (settings) => apollo(4, settings),
  'urql Graphcache': (settings) => graphcache({ ...settings, keys: graphcacheKeys }),
  Relay: (settings) => relayClient({ ...settings, getDataID: relayDataID }),
  'graphql-ws': graphqlWS,
  'graphql-sse': graphqlSSE,
  '@fortnight/client': kit,
};

const server = await startServer();
after(server.stop);
const { today, token } = await makeTwenty(server);
const senderOf = (whose) => sender(server.http, whose);
const schema = await readSchema(senderOf(token));
const { operations, document } = prepare(schema.schema, readFileSync(new URL('workflow.graphql', import.meta.url), 'utf8'));
const compiled = await compile(join(server.folder, 'flow'), schema.text, document, undefined, 'flow');

for (const [name, make] of Object.entries(clients)) {
  test(name, async (t) => {
    const network = await cuttable(server);
    t.after(network.close);
    const made = [];
    const open = ({ token }) => {
      made.push(make({ address: network, schema, compiled, token, fetch: globalThis.fetch }));
      return made.at(-1);
    };
    t.after(() => Promise.all(made.map((client) => client.close())));
    await t.test('plans, is cut off, locks, repairs and replaces', () => athlete({ name, open, network, operations, today, senderOf }));
    await t.test('reads twenty athletes', () => coach({ open, operations, token, senderOf }));
  });
}

for (const [name, example] of Object.entries(examples)) {
  test(name, { skip: example.missing() }, async (t) => {
    const network = await cuttable(server);
    t.after(network.close);
    await runExample(example, network);
  });
}

for (const [promise, keep] of Object.entries(promises)) {
  test(promise, async (t) => {
    const network = await cuttable(server);
    t.after(network.close);
    t.after(closeAll);
    await keep(server, network);
  });
}
