// The package of this repository, over Apollo Client 4, as its users put it together.
import WebSocket from 'ws';
import { createFortnight } from '../../clients/javascript/dist/index.js';
import { fortnightApollo } from '../../clients/javascript/dist/apollo.js';
import { variablesOf } from './documents.mjs';

export function kit({ address, token }) {
  const fortnight = createFortnight({ url: address.http, webSocketImpl: WebSocket });
  // A quarter of an hour is longer than any test.
  if (token) fortnight.session.begin({ accessToken: token, refreshToken: 'none', expiresAt: new Date(Date.now() + 900_000).toISOString() });
  const client = fortnightApollo(fortnight);
  const query = async (operation, values, fetchPolicy) => (await client.query({ query: operation.document, variables: variablesOf(operation, values), fetchPolicy })).data;
  return {
    name: '@fortnight/client',
    resumes: true,
    read: (operation, values) => query(operation, values, 'cache-first'),
    renew: (operation, values) => query(operation, values, 'network-only'),
    cached: (operation, values) => client.cache.diff({ query: operation.document, variables: variablesOf(operation, values), optimistic: false, returnPartialData: true }).result,
    write: async (operation, values) => (await client.mutate({ mutation: operation.document, variables: variablesOf(operation, values) })).data,
    watch: (operation, values, seen = () => {}) => new Promise((resolve, reject) => {
      const events = [];
      client.subscribe({ query: operation.document, variables: variablesOf(operation, values) }).subscribe({
        next({ data, error }) {
          if (error) return reject(error);
          events.push(data);
          seen(data);
        },
        error: reject, complete: () => resolve(events),
      });
    }),
    close() { client.stop(); return fortnight.close(); },
  };
}
