'use strict';

// A session remembers what answers teach: the access token of the last log-in and the id of the last run. It lives in the memory of the
// page, so a reload signs out and nothing is left in the browser.
function createSession() {
  let accessToken = '';
  let runId = '';

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

    signOut() { accessToken = ''; },

    // Reads an answer of the server: {data, errors}.
    learn(answer) {
      const data = answer?.data;
      if (data?.logOut || data?.deleteAccount) accessToken = '';
      walk(data, (key, value) => {
        if (key === 'accessToken' && isText(value)) accessToken = value;
        if (key === 'runId' && isText(value)) runId = value;
        if ((key === 'run' || key === 'planRun') && isText(value?.id)) runId = value.id;
      });
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
