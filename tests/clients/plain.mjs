// Clients that keep nothing: graphql-ws and graphql-sse, each for queries, mutations and subscriptions alike.
import { createClient as createSSE } from 'graphql-sse';
import { createClient as createWS } from 'graphql-ws';
import WebSocket from 'ws';
import { variablesOf } from './documents.mjs';
import { bearer } from './wire.mjs';

export const graphqlWS = ({ address, token }) =>
  plain('graphql-ws', createWS({ url: address.ws, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: bearer(token) }));

export const graphqlSSE = ({ address, token }) =>
  plain('graphql-sse', createSSE({ url: address.http, headers: bearer(token), retryAttempts: 0 }));

function plain(name, client) {
  const iterate = async (operation, values, seen) => {
    const results = [];
    for await (const { data, errors } of client.iterate({ query: operation.text, operationName: operation.name, variables: variablesOf(operation, values) })) {
      if (errors) throw Object.assign(new Error(errors.map(({ message }) => message).join('\n')), { errors });
      results.push(data);
      seen?.(data);
    }
    return results;
  };
  const one = async (operation, values) => (await iterate(operation, values))[0];
  return { name, read: one, write: one, watch: iterate, close: () => client.dispose() };
}
