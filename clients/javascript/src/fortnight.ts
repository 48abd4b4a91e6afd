// All parts of a client, put together.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { createClient, type Client } from 'graphql-ws';
import { authorise } from './authorise.js';
import { LogInDocument, LogOutDocument, SignUpDocument, type LogInInput, type SignUpInput, type SignUpMutation } from './generated/graphql.js';
import { resume, type Sink } from './resume.js';
import { send, type Fetch } from './send.js';
import { memoryStore, Session, type TokenStore } from './session.js';

export interface Settings {
  /** Where the API is: `http://127.0.0.1:8080/graphql`. */
  url: string;
  /** Where its sockets are; default the same with ws: or wss:. */
  socketUrl?: string;
  /** Where tokens are kept; default in memory. */
  tokens?: TokenStore;
  /** Default that of the page, or of Node. */
  fetch?: Fetch;
  /** Default that of the page, or of Node from version 22 on; the class of the package `ws` before. */
  webSocketImpl?: unknown;
}

/** Who has logged in. */
export type Viewer = SignUpMutation['signUp']['user'];

export interface Fortnight {
  readonly url: string;
  readonly session: Session;
  /** fetch with the session's token, for any GraphQL client. */
  readonly fetch: Fetch;
  /** The socket that all streams share, opened when the first one begins. */
  readonly sockets: Client;
  signUp(input: SignUpInput): Promise<Viewer>;
  logIn(input: LogInInput): Promise<Viewer>;
  logOut(): Promise<void>;
  /** ask sends a query or a mutation past any cache. It throws a FortnightError. */
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, ...variables: Given<Variables>): Promise<Data>;
  /** watch goes on after each cut, and ends when the stream is complete or the loop is left. It throws a FortnightError. */
  watch<Data, Variables>(document: TypedDocumentNode<Data, Variables>, ...variables: Given<Variables>): AsyncIterableIterator<Data>;
  /** subscribe is watch with callbacks. */
  subscribe<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, sink: Sink<Data>): () => void;
  /** close ends the socket, and with it all streams. */
  close(): Promise<void>;
}

const pingMilliseconds = 20_000, pongMilliseconds = 5_000;

type Given<Variables> = object extends Variables ? [variables?: Variables] : [variables: Variables];

export function createFortnight(settings: Settings): Fortnight {
  const { url, tokens = memoryStore(), fetch: own = (input, init) => globalThis.fetch(input, init) } = settings;
  const session = new Session(url, tokens, own), fetch = authorise(session, url, own);
  let late: ReturnType<typeof setTimeout> | undefined;
  const sockets = createClient({
    url: settings.socketUrl ?? url.replace(/^http/, 'ws'),
    webSocketImpl: settings.webSocketImpl ?? globalThis.WebSocket,
    retryAttempts: 0, // it would begin anew with the first `after`: what comes back is for resume to ask
    async connectionParams() {
      const token = await session.accessToken();
      return token ? { Authorization: `Bearer ${token}` } : {};
    },
    // A socket over which nothing comes looks open for minutes after a machine has slept or changed its network: it is given up.
    keepAlive: pingMilliseconds,
    on: {
      ping(received) { if (!received) late = setTimeout(() => sockets.terminate(), pongMilliseconds); },
      pong(received) { if (received) clearTimeout(late); },
      closed() { clearTimeout(late); },
    },
  });
  const subscribe: Fortnight['subscribe'] = (document, variables, sink) => resume({ sockets, session }, document, variables as object, sink);
  return {
    url, session, fetch, sockets, subscribe,
    async signUp(input) {
      const { signUp } = await send(own, url, SignUpDocument, { input });
      session.begin(signUp);
      return signUp.user;
    },
    async logIn(input) {
      const { logIn } = await send(own, url, LogInDocument, { input });
      session.begin(logIn);
      return logIn.user;
    },
    async logOut() {
      const { refreshToken } = session;
      session.end();
      if (refreshToken) await send(own, url, LogOutDocument, { input: { refreshToken } });
    },
    ask: (document, ...[variables]) => send(fetch, url, document, variables as never),
    watch: (document, ...[variables]) => iterate((sink) => subscribe(document, variables as never, sink)),
    close: async () => { await sockets.dispose(); },
  };
}

// iterate makes a loop of a stream: what comes while nobody asks waits in order.
async function* iterate<Data>(open: (sink: Sink<Data>) => () => void): AsyncIterableIterator<Data> {
  const waiting: Data[] = [];
  let over: { error?: unknown } | undefined, wake = () => {};
  const close = open({
    next({ data }) { if (data) waiting.push(data); wake(); },
    error(error) { over = { error }; wake(); },
    complete() { over = {}; wake(); },
  });
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift()!;
      if (over) break;
      await new Promise<void>((resolve) => { wake = resolve; });
    }
    if (over.error) throw over.error;
  } finally {
    close();
  }
}
