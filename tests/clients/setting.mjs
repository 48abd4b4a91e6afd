// All that the tests share: the server with its people, the documents, and how to open a client.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { apollo } from './apollo.mjs';
import { fragmentOfMembers, prepare, readSchema } from './documents.mjs';
import { graphcache } from './graphcache.mjs';
import { compile, relayClient } from './relay.mjs';
import { startServer } from './server.mjs';
import { makeWorld } from './world.mjs';

const text = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

// What is read of the fields of a run's decisions that are objects.
const inner = {
  SessionSnapshot: 'coachSnapshot', ProposedSession: 'coachOffer', Wish: 'coachWish', WeekTarget: 'coachWeek', UnderstoodGoal: 'coachUnderstood', WorkoutMatch: 'coachMatch',
  RuleCheck: 'coachCheck', Workout: 'coachCard', Certificate: 'coachVerdict', User: 'coachName', PlanRun: 'coachRunDays',
};

const clients = {
  'Apollo Client 3': (settings) => apollo(3, settings),
  'Apollo Client 4': (settings) => apollo(4, settings),
  'urql Graphcache': graphcache,
  Relay: relayClient,
};

// openSetting starts a server, fills it, and compiles the documents against its schema.
export async function openSetting() {
  const server = await startServer(), open = [];
  const close = async () => {
    await Promise.all(open.map((client) => client.close()));
    await server.stop();
  };
  try {
    const world = await makeWorld(server);
    const schema = await readSchema(world.coach.send);
    const { operations, document } = prepare(schema.schema, `${text('coach.graphql')}\n${fragmentOfMembers(schema.schema, 'coachDecision', 'PlanEvent', inner)}`);
    const compiled = await compile(join(server.folder, 'relay'), schema.text, document, text('relay.graphql'));
    const settings = { address: server, schema, compiled };
    return {
      server, world, schema, operations, document, compiled, close,
      open(name, { fetch = globalThis.fetch, token = world.coach.token } = {}) {
        const client = clients[name]({ ...settings, fetch, token });
        open.push(client);
        return client;
      },
      watch: (operation, values) => watch(server, world.coach.token, operation, values),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

// watch returns all that a subscription sends, with no client's cache between.
async function watch(server, token, { text: query, name }, { runId }) {
  const sockets = createClient({ url: server.ws, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${token}` } });
  const events = [];
  for await (const { data, errors } of sockets.iterate({ query, operationName: name, variables: { runId } })) {
    if (errors) throw new Error(JSON.stringify(errors));
    events.push(data);
  }
  await sockets.dispose();
  return events;
}
