'use strict';

// Shows GraphiQL with the tabs of /graphiql/config.json. Requests and subscriptions carry what the session has learnt.
(async () => {
  const session = createSession(sessionStorage);
  const socketURL = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  let credentials = {}; // what the socket was opened with

  const wsClient = graphqlWs.createClient({ url: socketURL, lazy: true, connectionParams: () => credentials });
  const send = GraphiQL.createFetcher({ url: '/graphql', enableIncrementalDelivery: false });

  const byId = (id) => document.getElementById(id);

  function show(word) {
    byId('who').textContent = word || (session.accessToken ? 'Signed in' : 'Signed out: run tab 1 first');
    byId('out').hidden = !session.accessToken;
    byId('run').textContent = session.runId ? `Last run ${session.runId.slice(0, 8)}…: fills an empty "runId"` : '';
    byId('run').title = session.runId ?? '';
  }

  function learn(answer) {
    const signedIn = session.accessToken !== '';
    session.learn(answer);
    show(signedIn && !session.accessToken && answer?.errors ? 'Signed out, the token has ended: run tab 1 again' : '');
    return session.explained(answer, signedIn);
  }

  // Whoever scrolls up in the result is not taken to its end by what comes after, until the end is in sight again.
  let following = true;
  const resultEditor = () => document.querySelector('.result-window .CodeMirror')?.CodeMirror;
  const scrolled = (event) => event.target.closest?.('.result-window') && setTimeout(() => {
    const place = resultEditor()?.getScrollInfo();
    following = !place || place.height - place.top - place.clientHeight < 40;
  }, 100);
  byId('graphiql').addEventListener('wheel', scrolled, { passive: true });
  byId('graphiql').addEventListener('pointerup', scrolled);
  byId('graphiql').addEventListener('keyup', scrolled);

  // Hands on what a subscription has brought so far, the newest in sight.
  function watched(source) {
    const events = collected(source);
    following = true;
    return {
      [Symbol.asyncIterator]() { return this; },
      async next() {
        const step = await events.next();
        if (step.done) return step;
        setTimeout(() => { if (following) resultEditor()?.scrollTo(null, resultEditor().getScrollInfo().height); }, 50);
        return { done: false, value: learn(step.value) };
      },
      return: (value) => events.return(value),
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

  const isSubscription = ({ operationName }, parsed) => Boolean(parsed?.definitions.some((definition) =>
    definition.operation === 'subscription' && (!operationName || definition.name?.value === operationName)));

  async function fetcher(params, options) {
    const lacking = session.lacks(params.variables);
    if (lacking) return { errors: [{ message: lacking }] };
    const headers = session.headers(options?.headers);
    authorize(headers);
    const asked = { ...params, variables: session.variables(params.variables) };
    if (isSubscription(params, options?.documentAST)) return watched(wsClient.iterate(asked)); // GraphiQL's own way logs what ends a stream
    return learn(await send(asked, { ...options, headers }));
  }

  byId('out').addEventListener('click', () => {
    session.signOut();
    authorize({});
    show();
  });
  show();

  const config = await (await fetch('/graphiql/config.json')).json();
  // Nothing of a line is cut off: GraphiQL's editors break none by themselves.
  new MutationObserver(() => {
    for (const { CodeMirror: editor } of document.querySelectorAll('.graphiql-editors .CodeMirror')) {
      if (!editor.getOption('lineWrapping')) editor.setOption('lineWrapping', true);
    }
  }).observe(byId('graphiql'), { childList: true, subtree: true });

  ReactDOM.createRoot(byId('graphiql')).render(React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: config.tabs,
    defaultEditorToolsVisibility: 'variables',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    schemaDescription: true,
  }));
})();
