// What the server says, with no client between: the truth that caches are compared with.

// sender returns a function that sends one operation as the owner of a token and returns its data; an answer with errors is an error.
export function sender(url, token, fetch = globalThis.fetch) {
  return async (operation, variables = {}) => {
    const query = operation.text ?? operation;
    const response = await fetch(url, { method: 'POST', headers: headers(token), body: JSON.stringify({ query, variables, operationName: operation.name }) });
    const answer = await response.json();
    if (answer.errors) throw new Error(`${operation.name ?? query.slice(0, 60)}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
}

// bearer is what says who asks: over HTTP among the headers, over a socket in connection_init. Without a token nobody does.
export const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
export const headers = (token) => ({ 'content-type': 'application/json', accept: 'application/json', ...bearer(token) });

// differences lists where two answers are not the same, each with its path; the places of a list count as one, shown by its first.
export function differences(got, want) {
  const found = new Map();
  compare(got, want, '', found);
  return [...found.values()];
}

function compare(got, want, path, found) {
  if (Object.is(got, want)) return;
  if (isObject(got) && isObject(want) && Array.isArray(got) === Array.isArray(want)) {
    for (const key of new Set([...Object.keys(got), ...Object.keys(want)])) compare(got[key], want[key], `${path}.${key}`, found);
    return;
  }
  const place = path.replace(/\.\d+(?=\.|$)/g, '.*');
  if (!found.has(place)) found.set(place, `${path.slice(1)} is ${show(got)}, not ${show(want)}`);
}

const isObject = (value) => typeof value === 'object' && value !== null;
const show = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 120);
