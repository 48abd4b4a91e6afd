// Relay with its default store. Its artifacts are made here, by its own compiler, from the server's schema and the documents of all clients.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, print, visit } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { bearer, headers } from './wire.mjs';
import { variablesOf } from './documents.mjs';

const require = createRequire(import.meta.url);
export const relay = require('relay-runtime');

// compile returns the artifacts by their names: of the document of all clients, whose fragments are read where they are spread as the others
// do, and of Relay's own. All names begin with that of the module.
export async function compile(folder, schemaText, document, own, module = 'coach') {
  const source = join(folder, 'source'), artifacts = join(folder, 'artifacts');
  for (const made of [source, artifacts]) mkdirSync(made, { recursive: true });
  const tags = [...unfolded(document), ...(own ? parse(own, { noLocation: true }).definitions : [])].map((definition) => `graphql\`\n${print(definition)}\n\`;\n`);
  writeFileSync(join(source, `${module}.js`), tags.join('\n'));
  writeFileSync(join(folder, 'schema.graphql'), schemaText);
  const config = { src: './source', schema: './schema.graphql', artifactDirectory: './artifacts', language: 'javascript', eagerEsModules: false };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  try {
    await promisify(execFile)(process.execPath, [require.resolve('relay-compiler/cli.js'), 'relay.config.json'], { cwd: folder, timeout: 60_000 });
  } catch (error) {
    throw new Error(`relay-compiler: ${error.stdout}\n${error.stderr}`);
  }
  return Object.fromEntries(readdirSync(artifacts).map((file) => [file.replace('.graphql.js', ''), require(join(artifacts, file))]));
}

// unfolded returns the operations of a document with the fragments written out where they are spread.
function unfolded(document) {
  const fragments = new Map(document.definitions.map((definition) => [definition.name.value, definition]));
  const unfold = (definition) => visit(definition, {
    FragmentSpread({ name }) {
      const { typeCondition, selectionSet } = fragments.get(name.value);
      return unfold({ kind: 'InlineFragment', typeCondition, selectionSet });
    },
  });
  return document.definitions.filter(({ kind }) => kind === 'OperationDefinition').map(unfold);
}

export function relayClient({ address, token, compiled, fetch, getDataID }) {
  const sockets = createClient({ url: address.ws, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: bearer(token) });
  const send = async ({ text, name }, variables) => {
    const response = await fetch(address.http, { method: 'POST', headers: headers(token), body: JSON.stringify({ query: text, variables, operationName: name }) });
    return response.json();
  };
  const subscribe = ({ text }, variables) => relay.Observable.create((sink) => sockets.subscribe({ query: text, variables }, sink));
  const environment = new relay.Environment({ network: relay.Network.create(send, subscribe), store: new relay.Store(new relay.RecordSource()), getDataID });
  const artifact = ({ name }) => compiled[name];
  const fetchPolicy = async (operation, values, policy) => {
    const variables = variablesOf(operation, values);
    environment.retain(relay.createOperationDescriptor(artifact(operation), variables)); // as a mounted component does
    return relay.fetchQuery(environment, artifact(operation), variables, { fetchPolicy: policy }).toPromise();
  };
  const cached = (operation, values) => {
    const { data, isMissingData } = environment.lookup(relay.createOperationDescriptor(artifact(operation), variablesOf(operation, values)).fragment);
    return isMissingData ? { ...data, missing: 'something' } : data;
  };
  return {
    name: 'Relay',
    environment,
    read: (operation, values) => fetchPolicy(operation, values, 'store-or-network'),
    renew: (operation, values) => fetchPolicy(operation, values, 'network-only'),
    cached,
    write: (operation, values) => new Promise((resolve, reject) => {
      relay.commitMutation(environment, {
        mutation: artifact(operation), variables: variablesOf(operation, values), onError: reject,
        onCompleted: (data, errors) => (errors ? reject(new Error(JSON.stringify(errors))) : resolve(data)),
      });
    }),
    watch: (operation, values, seen = () => {}) => new Promise((resolve, reject) => {
      const events = [];
      relay.requestSubscription(environment, {
        subscription: artifact(operation), variables: variablesOf(operation, values),
        onNext: (data) => { events.push(data); seen(data); }, onError: reject, onCompleted: () => resolve(events),
      });
    }),
    records: () => environment.getStore().getSource().toJSON(),
    close: () => sockets.dispose(),
  };
}
