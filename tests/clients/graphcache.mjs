// urql with Graphcache, which is told the schema and nothing else.
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { variablesOf } from './documents.mjs';
import { bearer } from './wire.mjs';

export function graphcache({ address, token, schema, fetch, keys }) {
  const sockets = createClient({ url: address.ws, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: bearer(token) });
  const forwardSubscription = ({ query, variables }) => ({
    subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables }, sink) }),
  });
  const client = new Client({
    url: address.http, preferGetMethod: false, fetch, fetchOptions: { headers: bearer(token) },
    exchanges: [cacheExchange({ schema: schema.introspection, keys }), fetchExchange, subscriptionExchange({ forwardSubscription })],
  });
  const data = ({ data, error }) => {
    if (error) throw error;
    return data;
  };
  const query = async (operation, values, requestPolicy) =>
    data(await client.query(operation.document, variablesOf(operation, values), { requestPolicy }).toPromise());
  return {
    name: 'urql Graphcache',
    read: (operation, values) => query(operation, values, 'cache-first'),
    renew: (operation, values) => query(operation, values, 'network-only'),
    cached: (operation, values) => query(operation, values, 'cache-only'),
    write: async (operation, values) => data(await client.mutation(operation.document, variablesOf(operation, values)).toPromise()),
    watch: (operation, values, seen = () => {}) => new Promise((resolve, reject) => {
      const events = [];
      client.subscription(operation.document, variablesOf(operation, values)).subscribe((result) => {
        if (result.error) reject(result.error);
        else if (result.hasNext) {
          events.push(result.data);
          seen(result.data);
        }
        else resolve(events); // the last one comes once more, with the end
      });
    }),
    close: () => sockets.dispose(),
  };
}
