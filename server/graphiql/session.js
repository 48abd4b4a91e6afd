'use strict';

// A session remembers what answers teach: the access token of the last log-in and the id of the last run. It keeps both in the store, which is
// the browser's sessionStorage: a reload stays signed in, and with its tab the browser forgets them.
function createSession(store) {
  let accessToken = store?.getItem('accessToken') ?? '';
  let runId = store?.getItem('runId') ?? '';

  function keep() {
    store?.setItem('accessToken', accessToken);
    store?.setItem('runId', runId);
  }

  // Calls visit(key, value) for every member of every object below value. Answers are trees of JSON, so the walk ends.
  function walk(value, visit) {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, visit);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) {
        visit(key, member);
        walk(member, visit);
      }
    }
  }

  const isText = (value) => typeof value === 'string' && value !== '';

  return {
    get accessToken() { return accessToken; },
    get runId() { return runId; },

    signOut() {
      accessToken = '';
      keep();
    },

    // Reads an answer of the server: {data, errors}.
    learn(answer) {
      const data = answer?.data;
      if (data?.logOut || data?.deleteAccount) accessToken = '';
      walk(data, (key, value) => {
        if (key === 'accessToken' && isText(value)) accessToken = value;
        if (key === 'runId' && isText(value)) runId = value;
        if ((key === 'run' || key === 'planRun') && isText(value?.id)) runId = value.id;
      });
      if (answer?.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED')) accessToken = ''; // it has ended
      keep();
    },

    // Says what to do first where an operation cannot succeed yet, '' where nothing is known against it.
    lacks(given) {
      const empty = (value) => value !== null && typeof value === 'object' &&
        Object.entries(value).some(([key, member]) => (key === 'runId' && member === '') || empty(member));
      return runId === '' && empty(given) ? 'There is no run yet: run tab 4 (GeneratePlan) first. The id of its run then fills the empty "runId".' : '';
    },

    // Returns an answer with what to do where somebody has to log in first.
    explained(answer, signedIn) {
      if (!answer?.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED')) return answer;
      const hint = signedIn ? 'The access token has ended: run tab 1 (LogIn) again.' : 'Nobody is signed in: run tab 1 (LogIn) first.';
      return { ...answer, errors: [...answer.errors, { message: hint }] };
    },

    // Returns the headers of a request. An Authorization from the header editor wins, unless it is the bare word Bearer.
    headers(edited) {
      const headers = {};
      let authorization = '';
      for (const [name, value] of Object.entries(edited ?? {})) {
        if (name.toLowerCase() === 'authorization') authorization = String(value).trim();
        else headers[name] = value;
      }
      if (/^(bearer)?$/i.test(authorization)) authorization = accessToken === '' ? '' : `Bearer ${accessToken}`;
      if (authorization !== '') headers.Authorization = authorization;
      return headers;
    },

    // Returns the variables with the last run's id wherever runId is empty, at any depth.
    variables(given) {
      if (Array.isArray(given)) return given.map((item) => this.variables(item));
      if (given === null || typeof given !== 'object') return given;
      return Object.fromEntries(Object.entries(given).map(([key, value]) =>
        [key, key === 'runId' && value === '' && runId !== '' ? runId : this.variables(value)]));
    },
  };
}

globalThis.createSession = createSession;

// Returns the answers of a subscription as one that grows: each field of its data is the list of all that came in it, the oldest first. An error
// that ends the stream is the last answer, beside what came before it.
function collected(source) {
  const events = source[Symbol.asyncIterator]();
  const lists = {};
  let ended = false;
  // A generator would not do: its return() waits for the next event, so Stop would hang.
  return {
    [Symbol.asyncIterator]() { return this; },
    async next() {
      if (ended) return { done: true, value: undefined };
      try {
        const step = await events.next();
        if (step.done) return step;
        for (const [key, value] of Object.entries(step.value.data ?? {})) (lists[key] ??= []).push(value);
        return { done: false, value: { ...step.value, data: Object.keys(lists).length > 0 ? copyOf(lists) : step.value.data } };
      } catch (error) {
        ended = true;
        const errors = (Array.isArray(error) ? error : [error]).map((one) => ({
          message: one?.message || `the stream was closed: ${one?.code ?? ''} ${one?.reason ?? ''}`.trim(), ...(one?.extensions && { extensions: one.extensions }),
        }));
        return { done: false, value: { ...(Object.keys(lists).length > 0 && { data: copyOf(lists) }), errors } };
      }
    },
    async return(value) {
      ended = true;
      await events.return?.();
      return { done: true, value };
    },
  };

  function copyOf(of) {
    return Object.fromEntries(Object.entries(of).map(([key, list]) => [key, [...list]]));
  }
}

globalThis.collected = collected;
