// node --test server/graphiql/session.test.mjs
import assert from 'node:assert/strict';
import test from 'node:test';
import './session.js';

const session = () => globalThis.createSession();

test('a token is learnt from any answer and fills the header', () => {
  const s = session();
  assert.deepEqual(s.headers({ 'X-Other': '1' }), { 'X-Other': '1' });
  s.learn({ data: { logIn: { accessToken: 'first' } } });
  assert.deepEqual(s.headers(undefined), { Authorization: 'Bearer first' });
  s.learn({ data: { me: null }, errors: [{ message: 'accessToken' }] });
  assert.equal(s.accessToken, 'first');
  s.learn({ data: { signUp: { accessToken: 'second' } } });
  assert.equal(s.headers({ Authorization: 'Bearer ' }).Authorization, 'Bearer second');
});

test('the header editor wins', () => {
  const s = session();
  s.learn({ data: { logIn: { accessToken: 'learnt' } } });
  assert.deepEqual(s.headers({ authorization: 'Bearer own' }), { Authorization: 'Bearer own' });
});

test('signing out forgets the token', () => {
  const s = session();
  for (const leave of [() => s.signOut(), () => s.learn({ data: { logOut: { ok: true } } })]) {
    s.learn({ data: { logIn: { accessToken: 'a' } } });
    leave();
    assert.deepEqual(s.headers({}), {});
  }
});

test('the last run fills an empty runId and nothing else', () => {
  const s = session();
  assert.deepEqual(s.variables({ runId: '' }), { runId: '' });
  s.learn({ data: { generatePlan: { run: { id: 'r1' } } } });
  assert.deepEqual(s.variables({ runId: '', id: '', input: { runId: '' }, list: [{ runId: 'kept' }], n: null }),
    { runId: 'r1', id: '', input: { runId: 'r1' }, list: [{ runId: 'kept' }], n: null });
  s.learn({ data: { planEvents: { runId: 'r2' } } });
  assert.equal(s.runId, 'r2');
  assert.equal(s.variables(undefined), undefined);
});

// memory is a store as a browser's tab has one.
function memory() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, String(value)) };
}

test('a reload stays signed in, until somebody signs out or the token ends', () => {
  const store = memory();
  const reload = () => globalThis.createSession(store);
  reload().learn({ data: { logIn: { accessToken: 'a' }, generatePlan: { run: { id: 'r' } } } });
  assert.deepEqual([reload().accessToken, reload().runId], ['a', 'r']);
  reload().learn({ data: { me: null }, errors: [{ message: 'x', extensions: { code: 'NOT_FOUND' } }] });
  assert.equal(reload().accessToken, 'a');
  reload().learn({ errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] });
  assert.equal(reload().accessToken, '');
});

test('what has to be done first is said', () => {
  const s = session();
  assert.match(s.lacks({ runId: '' }), /run tab 4 \(GeneratePlan\) first/);
  assert.match(s.lacks({ input: { runId: '' } }), /tab 4/);
  assert.equal(s.lacks({ runId: 'mine' }), '');
  assert.equal(s.lacks(undefined), '');
  const refused = { data: null, errors: [{ message: 'log in', extensions: { code: 'UNAUTHENTICATED' } }] };
  assert.match(s.explained(refused, false).errors[1].message, /run tab 1 \(LogIn\) first/);
  assert.match(s.explained(refused, true).errors[1].message, /run tab 1 \(LogIn\) again/);
  const other = { errors: [{ message: 'x' }] };
  assert.equal(s.explained(other, false), other);
  s.learn({ data: { generatePlan: { run: { id: 'r1' } } } });
  assert.equal(s.lacks({ runId: '' }), '');
});

async function* stream(...steps) {
  for (const step of steps) {
    if (step instanceof Error || Array.isArray(step) || step.code) throw step;
    yield { data: { planEvents: step } };
  }
}

test('a subscription is a list that grows', async () => {
  const seen = [];
  for await (const answer of globalThis.collected(stream({ sequence: 1 }, { sequence: 2 }))) seen.push(answer);
  assert.deepEqual(seen, [{ data: { planEvents: [{ sequence: 1 }] } }, { data: { planEvents: [{ sequence: 1 }, { sequence: 2 }] } }]);
});

test('a subscription that fails is an answer', async () => {
  for (const [fault, message] of [
    [[{ message: 'not found', extensions: { code: 'NOT_FOUND' } }], 'not found'], [new Error('cut off'), 'cut off'],
    [{ code: 4403, reason: 'Forbidden' }, 'the stream was closed: 4403 Forbidden'],
  ]) {
    const seen = [];
    for await (const answer of globalThis.collected(stream({ sequence: 1 }, fault))) seen.push(answer);
    assert.equal(seen.length, 2);
    assert.equal(seen[1].errors[0].message, message);
    assert.deepEqual(seen[1].data, { planEvents: [{ sequence: 1 }] });
  }
});

test('a subscription can be stopped while nothing comes', async () => {
  let stopped = false;
  const silent = { [Symbol.asyncIterator]() { return this; }, next: () => new Promise(() => {}), return: async () => { stopped = true; } };
  const events = globalThis.collected(silent)[Symbol.asyncIterator]();
  events.next();
  assert.deepEqual(await events.return(), { done: true, value: undefined });
  assert.ok(stopped);
});
