// Whether a cache mixes what it was given: whatever it holds must be what the server says, by whichever way and in whichever order it came.
import { differences } from './wire.mjs';
import { variablesOf } from './documents.mjs';

// interleaved lists every query for each athlete in turn, so that each answer for one is followed by the same for the other. What names no
// athlete is asked once, of nobody.
export function interleaved(operations, athletes, chosen = Object.keys(operations)) {
  const queries = Object.values(operations).filter((operation) => operation.kind === 'query' && chosen.includes(operation.name));
  return queries.flatMap((operation) => (operation.variables.length ? athletes.map((athlete) => ({ operation, athlete, values: athlete.values })) : [{ operation, values: {} }]));
}

// examine reads all through a client in order, then again from the network in the other order, and returns where what the client gave, or
// holds in the end, is not what the server says: each difference with its query and path. A client that has read before, and knows
// nothing of what was written since, starts with the second reading.
export async function examine(client, truth, reads, { readBefore = false } = {}) {
  const found = [], said = new Map();
  const all = async (what, list, read) => {
    for (const one of list) {
      const got = await read(one.operation, one.values);
      if (!said.has(one)) said.set(one, await truth(one.operation, variablesOf(one.operation, one.values)));
      found.push(...differences(got, said.get(one)).map((difference) => `${what}: ${one.operation.name} of ${one.athlete?.name ?? 'nobody'}: ${difference}`));
    }
  };
  if (!readBefore) await all('read', reads, client.read);
  await all('renewed', [...reads].reverse(), client.renew);
  await all('in the cache', reads, client.cached);
  if (client.fresh && !readBefore) await all('past the cache', reads, client.fresh);
  return found;
}

// mixed compares the records of a cache that read both athletes with those of two caches that read one each: the first must be the sum of
// the others, which must say the same of what both have.
export function mixed(both, ...alone) {
  const sum = {}, found = [];
  for (const [key, record] of alone.flatMap(Object.entries)) {
    for (const [field, value] of Object.entries(record)) {
      if (sum[key] && field in sum[key]) found.push(...differences({ [key]: { [field]: value } }, { [key]: { [field]: sum[key][field] } }));
      (sum[key] ??= {})[field] = value;
    }
  }
  return [...found, ...differences(both, sum)];
}

// entities returns the "Type:id" of all that has an id in an answer.
export function entities(value, found = new Set()) {
  if (typeof value !== 'object' || value === null) return found;
  if (value.__typename && value.id) found.add(`${value.__typename}:${value.id}`);
  for (const inner of Object.values(value)) entities(inner, found);
  return found;
}

// listening collects what is written to the console while something runs: clients complain there of answers that do not fit each other.
export async function listening(run) {
  const heard = [], before = { warn: console.warn, error: console.error };
  console.warn = (...words) => heard.push(words.map(String).join(' '));
  console.error = console.warn;
  try {
    return { result: await run(), heard };
  } finally {
    Object.assign(console, before);
  }
}
