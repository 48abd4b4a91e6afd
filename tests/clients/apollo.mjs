// Apollo Client 3 and 4 with their default caches: all that they are told is which types an interface has.
import { createRequire } from 'node:module';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { variablesOf } from './documents.mjs';
import { bearer } from './wire.mjs';

globalThis.WebSocket ??= WebSocket; // Apollo looks at it where a socket fails, and Node has it from version 22 on

// The CommonJS builds: version 3 has no other that Node can load.
const require = createRequire(import.meta.url);
const versions = {
  3: { core: require('apollo-client-3/core'), socket: require('apollo-client-3/link/subscriptions'), dev: require('apollo-client-3/dev') },
  4: { core: require('apollo-client-4'), socket: require('apollo-client-4/link/subscriptions'), dev: require('apollo-client-4/dev') },
};

export function apollo(version, { address, token, schema, fetch }) {
  const { core, socket, dev } = versions[version];
  dev.loadDevMessages();
  dev.loadErrorMessages();
  const sockets = createClient({ url: address.ws, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: bearer(token) });
  const http = new core.HttpLink({ uri: address.http, fetch, headers: bearer(token) });
  const watching = ({ query }) => query.definitions.some((d) => d.kind === 'OperationDefinition' && d.operation === 'subscription');
  const cache = new core.InMemoryCache({ possibleTypes: schema.possibleTypes });
  const client = new core.ApolloClient({ cache, link: core.ApolloLink.split(watching, new socket.GraphQLWsLink(sockets), http) });
  const query = async (operation, values, fetchPolicy) =>
    (await client.query({ query: operation.document, variables: variablesOf(operation, values), fetchPolicy })).data;
  return {
    name: `Apollo Client ${version}`,
    read: (operation, values) => query(operation, values, 'cache-first'),
    renew: (operation, values) => query(operation, values, 'network-only'),
    fresh: (operation, values) => query(operation, values, 'no-cache'),
    cached(operation, values) {
      const found = cache.diff({ query: operation.document, variables: variablesOf(operation, values), optimistic: false, returnPartialData: true });
      return found.complete ? found.result : { ...found.result, missing: String(found.missing?.message ?? 'something') };
    },
    write: async (operation, values) => (await client.mutate({ mutation: operation.document, variables: variablesOf(operation, values) })).data,
    watch: (operation, values, seen = () => {}) => new Promise((resolve, reject) => {
      const events = [];
      client.subscribe({ query: operation.document, variables: variablesOf(operation, values) }).subscribe({
        next: ({ data, error }) => {
          if (error) return reject(error);
          events.push(data);
          seen(data);
        },
        error: reject, complete: () => resolve(events),
      });
    }),
    records() {
      const { __META, ...records } = cache.extract();
      return records;
    },
    close() { client.stop(); return sockets.dispose(); },
  };
}
