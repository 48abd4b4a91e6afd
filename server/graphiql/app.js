'use strict';

// Shows GraphiQL with the tabs of /graphiql/config.json. Requests and subscriptions carry what the session has learnt.
(async () => {
  const session = createSession();
  const socketURL = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  let credentials = {}; // what the socket was opened with

  const wsClient = graphqlWs.createClient({ url: socketURL, lazy: true, connectionParams: () => credentials });
  const send = GraphiQL.createFetcher({ url: '/graphql', wsClient, enableIncrementalDelivery: false });

  const byId = (id) => document.getElementById(id);

  function show() {
    byId('who').textContent = session.accessToken ? 'Signed in' : 'Signed out';
    byId('out').hidden = !session.accessToken;
    byId('run').textContent = session.runId ? `Last run ${session.runId}: fills an empty "runId"` : '';
  }

  function learn(answer) {
    session.learn(answer);
    show();
    return answer;
  }

  // Hands on the events of a subscription. A generator would not do: its return() waits for the next event, so Stop would hang.
  function watched(source) {
    const events = source[Symbol.asyncIterator]();
    return {
      [Symbol.asyncIterator]() { return this; },
      async next() {
        const step = await events.next();
        if (!step.done) learn(step.value);
        return step;
      },
      return: (value) => events.return(value),
      throw: (error) => events.throw(error),
    };
  }

  // An open socket keeps the viewer it was opened with: a new one is needed when that changes.
  function authorize(headers) {
    const authorization = headers.Authorization ?? '';
    if (authorization !== (credentials.Authorization ?? '')) {
      credentials = authorization ? { Authorization: authorization } : {};
      wsClient.terminate();
    }
  }

  async function fetcher(params, options) {
    const headers = session.headers(options?.headers);
    authorize(headers);
    const answer = await send({ ...params, variables: session.variables(params.variables) }, { ...options, headers });
    return answer?.[Symbol.asyncIterator] ? watched(answer) : learn(answer);
  }

  byId('out').addEventListener('click', () => {
    session.signOut();
    authorize({});
    show();
  });
  show();

  const config = await (await fetch('/graphiql/config.json')).json();
  ReactDOM.createRoot(byId('graphiql')).render(React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: config.tabs,
    defaultEditorToolsVisibility: 'variables',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }));
})();
